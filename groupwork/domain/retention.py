"""Which backups may go: all of two days stay, then one a day, a week, a month, each for a while.

The numbers are Anki's: nobody has to set them, and three quarters of a year stay within reach.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

RECENT_DAYS = 2
"""Today and the day before: every backup of them stays."""
DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""Days, then weeks, then months that keep their newest backup. Days without one do not count."""

Slot = tuple[int, ...]


def surplus(made: Sequence[datetime], now: datetime) -> tuple[int, ...]:
    """Positions in `made` of the backups that may be deleted; times are local and naive.

    What is dated after `now` stays: the clock was set back, or forward before. So does the newest of all,
    however old it is.
    """
    newest_first = sorted(range(len(made)), key=lambda n: (made[n], n), reverse=True)
    first_kept_day = now.date() - timedelta(days=RECENT_DAYS - 1)
    keep = _Keep()
    gone = []
    for number in newest_first:
        day = made[number].date()
        if day >= first_kept_day:
            keep.note(day)
        elif not keep.has_room(day):
            gone.append(number)
    return tuple(sorted(gone))


@dataclass
class _Keep:
    """What is kept so far, from the newest back: a slot that has its backup takes no older one."""

    left: dict[int, int] = field(default_factory=lambda: {0: DAILY, 1: WEEKLY, 2: MONTHLY})
    slots: dict[int, Slot] = field(default_factory=dict)

    def note(self, day: date) -> None:
        """A backup of this day is kept: its day, week and month have one."""
        self.slots = dict(enumerate(_slots(day)))

    def has_room(self, day: date) -> bool:
        """Whether the day's, else the week's, else the month's place is free; it then is taken."""
        for stage, slot in enumerate(_slots(day)):
            if not self.left[stage]:
                continue
            if self.slots.get(stage) == slot:
                return False
            self.left[stage] -= 1
            self.note(day)
            return True
        return False


def _slots(day: date) -> tuple[Slot, Slot, Slot]:
    week = day.isocalendar()
    return (day.toordinal(),), (week.year, week.week), (day.year, day.month)
