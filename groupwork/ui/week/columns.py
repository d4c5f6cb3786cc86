"""Where the blocks of a week go: columns of a day, widths of the days, hours of the axis. No Qt here.

Minutes are counted from midnight.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

OPENS, CLOSES = time(9), time(16)
"""The hours shown when the centre has set none."""
BEFORE, AFTER = 15, 10
"""Minutes of air above the first and below the last hour."""
EVEN_FROM = 230
"""Logical px from which on all days are equally wide."""
PER_COLUMN, CLOSED_WEIGHT = 0.27, 0.82


@dataclass(frozen=True)
class Span:
    """A block of a day: its key and its minutes."""

    key: int
    start: int
    end: int


@dataclass(frozen=True)
class Spot:
    """Where a block stands in its day: the first of `columns` columns and how many it covers."""

    column: int = 0
    columns: int = 1
    covers: int = 1


def minutes(value: time) -> int:
    """Minutes from midnight."""
    return value.hour * 60 + value.minute


def clock(value: int) -> time:
    """The time of day of minutes from midnight; the last minute of the day for 24:00 and later."""
    return time(value // 60, value % 60) if 0 <= value < 24 * 60 else time(23, 59)


def spots(spans: Iterable[Span]) -> dict[int, Spot]:
    """Blocks that overlap stand side by side; each grows to the right over columns that are free.

    Sweeps the day into clusters of blocks that touch one another in time and gives each block the first
    free column. Back-to-back is no overlap.
    """
    found: dict[int, Spot] = {}
    cluster: list[Span] = []
    end = -1
    for span in sorted(spans, key=lambda s: (s.start, -s.end, s.key)):
        if cluster and span.start >= end:
            found.update(_cluster(cluster))
            cluster, end = [], -1
        cluster.append(span)
        end = max(end, span.end)
    found.update(_cluster(cluster))
    return found


def _cluster(cluster: Sequence[Span]) -> dict[int, Spot]:
    ends: list[int] = []
    first: dict[int, int] = {}
    for span in cluster:
        free = next((n for n, end in enumerate(ends) if end <= span.start), len(ends))
        ends[free : free + 1] = [span.end]
        first[span.key] = free
    return {s.key: Spot(first[s.key], len(ends), _covers(s, cluster, first, len(ends))) for s in cluster}


def _covers(span: Span, cluster: Sequence[Span], first: dict[int, int], columns: int) -> int:
    """How many columns from its own on are free for as long as the block lasts."""
    covers = 1
    while first[span.key] + covers < columns:
        column = first[span.key] + covers
        if any(first[o.key] == column and o.start < span.end and span.start < o.end for o in cluster):
            break
        covers += 1
    return covers


def day_widths(columns: Sequence[int], closed: Sequence[bool], room: float, scale: float) -> list[float]:
    """The widths of the days in a room of px: busy days wider, closed ones narrower, until all have enough.

    `columns` is the most blocks side by side on each day, `scale` the text size's factor.
    """
    if not columns:
        return []
    if room / len(columns) >= EVEN_FROM * scale:
        return [room / len(columns)] * len(columns)
    weights = [
        CLOSED_WEIGHT if shut else 1 + PER_COLUMN * (max(1, side) - 1)
        for side, shut in zip(columns, closed, strict=True)
    ]
    return [room * weight / sum(weights) for weight in weights]


def axis(times: Iterable[tuple[time, time]], opens: time = OPENS, closes: time = CLOSES) -> tuple[int, int]:
    """First and last minute to show: the centre's hours with some air, and whatever lies outside them."""
    first, last = minutes(opens), minutes(closes)
    for start, end in times:
        first, last = min(first, minutes(start)), max(last, minutes(end))
    return max(0, first - BEFORE), min(24 * 60, last + AFTER)


def shown_days(days: Sequence[date], busy: Iterable[date], today: date | None = None) -> tuple[date, ...]:
    """Monday to Friday, and days of the weekend on which something is."""
    there = set(busy)
    return tuple(day for day in days if day.weekday() < 5 or day in there or day == today)


def snapped(minute: float, step: int) -> int:
    """The nearest multiple of a step."""
    return int(minute / step + 0.5) * step
