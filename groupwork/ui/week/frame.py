"""The geometry of the week: from days and minutes to px and back. No Qt here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from groupwork.ui.week.columns import Spot

GUTTER, EDGE, AIR, RIGHT = 44, 6, 3, 4
"""Logical px: the hours at the left, the page's right edge, left of the blocks, right of them."""


@dataclass(frozen=True)
class Slot:
    """A stretch of a day, in minutes from midnight."""

    day: date
    start: int
    end: int


@dataclass(frozen=True)
class Frame:
    """How the days lie: px of each day's left edge (one more for the end), px a minute, first minute."""

    days: tuple[date, ...]
    lefts: tuple[float, ...]
    first: int
    last: int
    per_minute: float
    scale: float = 1.0

    def x(self, day: date) -> tuple[float, float]:
        """Left edge and width of a day."""
        n = self.days.index(day)
        return self.lefts[n], self.lefts[n + 1] - self.lefts[n]

    def y(self, minute: float) -> float:
        """Where a minute lies."""
        return (minute - self.first) * self.per_minute

    def height(self) -> float:
        """All of it."""
        return self.y(self.last)

    def block(self, slot: Slot, spot: Spot) -> tuple[float, float, float, float]:
        """Left, top, width, height of a block."""
        left, width = self.x(slot.day)
        inner = (width - (AIR + RIGHT) * self.scale) / spot.columns
        top = self.y(slot.start) + 1
        return (
            left + AIR * self.scale + spot.column * inner,
            top,
            inner * spot.covers - self.scale,
            self.y(slot.end) - 1 - top,
        )

    def at(self, x: float, y: float) -> tuple[date, float]:
        """The day and the minute under a point; outside, the nearest."""
        n = min(max(bisect_right(self.lefts, x) - 1, 0), len(self.days) - 1)
        minute = self.first + y / self.per_minute if self.per_minute else self.first
        return self.days[n], min(max(minute, self.first), self.last)


def framed(
    days: Sequence[date], widths: Sequence[float], hours: tuple[int, int], per_minute: float, scale: float
) -> Frame:
    """A frame of these days."""
    lefts = tuple(accumulate(widths, initial=GUTTER * scale))
    return Frame(tuple(days), lefts, *hours, per_minute, scale)
