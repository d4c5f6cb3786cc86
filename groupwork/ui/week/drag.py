"""A drag in the week: what is dragged and where it would land. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from groupwork.ui.week.columns import snapped
from groupwork.ui.week.facts import Facts
from groupwork.ui.week.frame import Slot

STEP, FINE_STEP = 15, 5
"""Minutes a drag snaps to; with Shift the finer."""
DAY = 24 * 60


class Kind(Enum):
    """What a drag does."""

    CREATE = "create"
    MOVE = "move"
    RESIZE = "resize"


@dataclass(frozen=True)
class Drag:
    """Taken at a minute of a day. `facts` is the block that is dragged, None on an empty place."""

    kind: Kind
    day: date
    minute: float
    facts: Facts | None = None

    def to(self, day: date, minute: float, step: int = STEP) -> Slot:
        """Where it would land with the pointer at a minute of a day."""
        if self.facts is None:
            return self._created(minute, step)
        slot = self.facts.slot
        if self.kind is Kind.RESIZE:
            return Slot(slot.day, slot.start, min(DAY - 1, max(slot.start + step, snapped(minute, step))))
        length = slot.end - slot.start
        start = snapped(slot.start + minute - self.minute, step)
        return shifted(Slot(day, slot.start, slot.end), start - slot.start) if length else slot

    def _created(self, minute: float, step: int) -> Slot:
        """From where it was taken, rounded down, to the pointer; at least one step long."""
        begin = int(self.minute // step) * step
        if minute < begin:
            return Slot(self.day, max(0, int(minute // step) * step), begin + step)
        return Slot(self.day, begin, min(DAY - 1, max(begin + step, snapped(minute, step))))


def shifted(slot: Slot, by: int) -> Slot:
    """The same length some minutes later or earlier, inside the day."""
    length = slot.end - slot.start
    start = min(max(0, slot.start + by), DAY - 1 - length)
    return Slot(slot.day, start, start + length)


def stretched(slot: Slot, by: int, least: int = STEP) -> Slot:
    """Longer or shorter at its end; never shorter than `least` minutes nor over midnight."""
    return Slot(slot.day, slot.start, min(DAY - 1, max(slot.start + least, slot.end + by)))
