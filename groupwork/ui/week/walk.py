"""Where the arrow keys lead in the week: from block to block in the order of time, over empty hours. No Qt.

A stop is a block or an empty time: in a gap of an hour and more, and before and after the blocks of a day,
the arrows stop at empty times, so that a session can be planned there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from groupwork.domain.ids import SessionId
from groupwork.domain.schedule import monday
from groupwork.ui.week.frame import Slot

HOUR = 60
SHORTEST = 30
"""Minutes of a day's end that are still worth a stop."""
NEAR = 30
"""A block that begins so soon after the anchor counts as beside it."""


@dataclass(frozen=True)
class Stop:
    """A place of the keyboard: a block, or an empty time. `minute` is kept while one goes sideways."""

    day: date
    minute: int
    session: SessionId | None = None


@dataclass(frozen=True)
class Standing:
    """A block as the keyboard sees it: when it is, and its first column."""

    session: SessionId
    slot: Slot
    column: int = 0


@dataclass(frozen=True)
class Walk:
    """The blocks and days of the week and the axis they stand on."""

    blocks: tuple[Standing, ...]
    days: tuple[date, ...]
    first: int
    last: int

    def of(self, session: SessionId) -> Stop | None:
        """The stop at a block."""
        found = next((b for b in self.blocks if b.session == session), None)
        return Stop(found.slot.day, found.slot.start, session) if found else None

    def begin(self, day: date, now: tuple[date, int] | None) -> Stop:
        """Where one begins on a day: today at the block that runs or comes next, else at the first one."""
        blocks = self._on(day)
        ahead = [b for b in blocks if now is not None and (day != now[0] or b.slot.end > now[1])]
        found = next(iter(ahead or blocks), None)
        if found is not None:
            return Stop(day, found.slot.start, found.session)
        return Stop(day, self._rounded(self.first))

    def near(self, day: date, minute: int) -> Stop:
        """The block there, or the empty time; what lies outside is brought in."""
        minute = min(max(minute, self.first), max(self.first, self.last - SHORTEST))
        there = [b for b in self._on(day) if b.slot.start <= minute < b.slot.end]
        soon = [b for b in self._on(day) if minute <= b.slot.start < minute + NEAR]
        found = next(iter(there or soon), None)
        return Stop(day, minute, found.session if found else None)

    def sideways(self, stop: Stop, step: int) -> Stop:
        """The day before or after at the same time; past the last one, in the next week."""
        n = self.days.index(stop.day) + step if stop.day in self.days else 0
        if 0 <= n < len(self.days):
            return self.near(self.days[n], stop.minute)
        first = monday(self.days[0])
        return Stop(first + timedelta(days=7 if step > 0 else -3), stop.minute)

    def edge(self, stop: Stop, *, end: bool) -> Stop:
        """The day's first or last block, or its first hour."""
        blocks = self._on(stop.day)
        if not blocks:
            return Stop(stop.day, self._rounded(self.first))
        block = blocks[-1 if end else 0]
        return Stop(stop.day, block.slot.start, block.session)

    def down(self, stop: Stop) -> Stop:
        """The next block of the day, or an empty time before it."""
        blocks, at, begun = self._around(stop)
        coming = blocks[begun] if begun < len(blocks) else None
        on_block = stop.session is not None
        free = max(b.slot.end for b in blocks[:begun]) if on_block else at + HOUR
        reach = free + (HOUR if on_block else SHORTEST) - 1
        if coming is not None and coming.slot.start <= reach:
            return Stop(stop.day, coming.slot.start, coming.session)
        return Stop(stop.day, free) if free <= self.last - SHORTEST else stop

    def up(self, stop: Stop) -> Stop:
        """The block before, or an empty time after it."""
        blocks, at, begun = self._around(stop)
        before = blocks[: begun - 1] if stop.session is not None else blocks[:begun]
        ends = max((b.slot.end for b in before), default=self._rounded(self.first))
        if before and at - ends < HOUR:
            return Stop(stop.day, before[-1].slot.start, before[-1].session)
        free = max(at - HOUR, ends)
        return Stop(stop.day, free) if self.first <= free < at else replace(stop, minute=at)

    def _around(self, stop: Stop) -> tuple[list[Standing], int, int]:
        """The day's blocks, the minute one stands at, and how many blocks have begun by then."""
        blocks = self._on(stop.day)
        for n, block in enumerate(blocks):
            if block.session == stop.session:
                return blocks, block.slot.start, n + 1
        return blocks, stop.minute, sum(b.slot.start < stop.minute for b in blocks)

    def _on(self, day: date) -> list[Standing]:
        return sorted(
            (b for b in self.blocks if b.slot.day == day), key=lambda b: (b.slot.start, b.column, b.session)
        )

    @staticmethod
    def _rounded(minute: int) -> int:
        return -(-minute // HOUR) * HOUR
