"""The weekdays on which a person has agreed to come, with a history: each line from a day to a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from groupwork.domain.schedule import check_day
from groupwork.errors import Refused
from groupwork.i18n import N_

DAY = timedelta(days=1)


@dataclass(frozen=True)
class AgreedLine:
    """One weekday (0 is Monday) from a day to a day, both inclusive; `last` None: until further notice."""

    weekday: int
    first: date
    last: date | None = None
    id: int = 0
    """0 where it is only read."""

    def covers(self, day: date) -> bool:
        """Whether the line is in force on a day."""
        return self.first <= day and (self.last is None or self.last >= day)


@dataclass(frozen=True)
class AgreedDays:
    """Everything agreed with one person, by weekday and first day."""

    lines: tuple[AgreedLine, ...] = ()

    def on(self, day: date) -> frozenset[int]:
        """The weekdays agreed on a day."""
        return frozenset(line.weekday for line in self.lines if line.covers(day))

    @property
    def turns(self) -> tuple[date, ...]:
        """The days from which something else was agreed, oldest first."""
        days = {line.first for line in self.lines}
        days |= {line.last + DAY for line in self.lines if line.last is not None}
        return tuple(sorted(days))


@dataclass(frozen=True)
class Agreement:
    """What has to be written so that other weekdays hold from a day: the past stays as it was.

    `ends` gives lines another last day (None: none), `gone` are lines that had not begun by then.
    """

    ends: tuple[tuple[int, date | None], ...]
    gone: tuple[int, ...]
    new: tuple[int, ...]


def agree(lines: Sequence[AgreedLine], weekdays: Iterable[int], first: date) -> Agreement:
    """Let exactly these weekdays be agreed from a day on; a line that goes on is not torn in two."""
    check_day(first)
    wanted = frozenset(weekdays)
    if not wanted <= frozenset(range(7)):
        raise Refused(N_("Choose days from Monday to Sunday."))
    ends: list[tuple[int, date | None]] = []
    gone = [line.id for line in lines if line.first >= first]
    going_on: set[int] = set()
    for line in sorted(lines, key=lambda each: each.first, reverse=True):
        if line.first >= first or (line.last is not None and line.last < first - DAY):
            continue
        goes_on = line.weekday in wanted and line.weekday not in going_on
        going_on |= {line.weekday} if goes_on else set()
        last = None if goes_on else first - DAY
        if last != line.last:
            ends.append((line.id, last))
    return Agreement(tuple(ends), tuple(gone), tuple(sorted(wanted - going_on)))
