"""One person's attendance and tasks over time: what was recorded, and what it comes to.

A session is booked when the person stands on its register as anything but a walk-in: the register is the
snapshot of the memberships of that day. Rates leave out what lies outside the person's stays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import GroupId, SessionId
from groupwork.domain.rates import Attendance, Entry, Rate, attendance, completion, done_alone, mean_level
from groupwork.domain.sessions import Category, SessionStatus
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.i18n import N_

Key = TypeVar("Key")
LAST_MARKS = 12
"""So many marks stand beside a name in a list."""
MONTHS_BACK = 3


class Span(StrEnum):
    """How much of the past is looked at."""

    TERM = "term"
    MONTHS = "months"
    ALL = "all"


SPAN_LABELS: dict[Span, str] = {
    Span.TERM: N_("This term"),
    Span.MONTHS: N_("3 months"),
    Span.ALL: N_("All"),
}


@dataclass(frozen=True)
class GroupName:
    """A group as it is told apart: its name and its weekly time; `id` None stands for single sessions."""

    id: GroupId | None
    name: str = ""
    weekday: int = 0
    start: dt.time | None = None

    @property
    def order(self) -> tuple[bool, str, int, str, int]:
        """By name and weekly time; single sessions last."""
        return self.id is None, self.name.casefold(), self.weekday, str(self.start), self.id or 0


@dataclass(frozen=True)
class Visit:
    """One session of a person with their mark. `minutes` is the session's length.

    The mark of a session that did not take place is "centre cancelled", whatever was entered before.
    """

    session: SessionId
    date: dt.date
    start: dt.time
    end: dt.time
    status: SessionStatus
    title: str
    category: Category
    group: GroupName
    mark: Mark
    minutes: int
    participation: int | None = None
    reason: str = ""
    """Why the session did not take place."""
    in_stay: bool = True
    """False outside every stay of the person: then it enters no rate."""

    @property
    def entry(self) -> Entry:
        """What the rates count."""
        return Entry(self.mark, self.minutes, self.status is SessionStatus.HELD)

    @property
    def open(self) -> bool:
        """True when it is over as far as the caller looks, and nobody said whether it took place."""
        return self.status is SessionStatus.PLANNED


@dataclass(frozen=True)
class GroupRates:
    """What one group comes to."""

    group: GroupName
    category: Category
    rates: Attendance
    open: int = 0


@dataclass(frozen=True)
class MonthRates:
    """What one month comes to; `month` is its first day."""

    month: dt.date
    rates: Attendance
    open: int = 0


@dataclass(frozen=True)
class AttendanceHistory:
    """A person's attendance from a day to today; `visits` newest first, of one group when one was chosen.

    `groups` has every group of the span with its own numbers, `months` newest first.
    """

    span: Span
    first: dt.date | None
    """None: from the beginning."""
    visits: tuple[Visit, ...]
    total: Attendance
    open: int
    """Past sessions whose register nobody took."""
    outside: int
    """Held sessions outside every stay: in no rate."""
    groups: tuple[GroupRates, ...]
    months: tuple[MonthRates, ...]


@dataclass(frozen=True)
class TaskVisit:
    """How one task went in one session."""

    session: SessionId
    date: dt.date
    result: TaskResult


@dataclass(frozen=True)
class TaskLine:
    """One task of an activity over time; `visits` oldest first."""

    name: str
    activity: str
    category: Category
    visits: tuple[TaskVisit, ...]

    def count(self, outcome: Outcome) -> int:
        """How often it went so."""
        return sum(visit.result.outcome is outcome for visit in self.visits)

    @property
    def results(self) -> tuple[TaskResult, ...]:
        """The results alone, oldest first."""
        return tuple(visit.result for visit in self.visits)

    @property
    def alone(self) -> int:
        """How often it was done at help level 6."""
        return done_alone(self.results).n

    @property
    def completion(self) -> Rate:
        """Done of done, partly and not done."""
        return completion(self.results)

    @property
    def made(self) -> tuple[int | None, int | None]:
        """Quantity and minutes in all, None where none was ever said."""
        pieces = [r.quantity for r in self.results if r.quantity is not None]
        minutes = [r.minutes for r in self.results if r.minutes is not None]
        return sum(pieces) if pieces else None, sum(minutes) if minutes else None

    @property
    def last(self) -> TaskVisit | None:
        """The last time it was offered."""
        offered = (v for v in reversed(self.visits) if v.result.outcome is not Outcome.NOT_OFFERED)
        return next(offered, None)

    @property
    def mean(self) -> tuple[Decimal | None, int]:
        """The mean help level and its n; "not done" has no level."""
        return mean_level(self.results)


@dataclass(frozen=True)
class TaskHistory:
    """Every task of a person in a span, the activities by name and their tasks in order."""

    span: Span
    first: dt.date | None
    tasks: tuple[TaskLine, ...]

    @property
    def results(self) -> tuple[TaskResult, ...]:
        """All results."""
        return tuple(result for task in self.tasks for result in task.results)


def history_of(
    visits: Sequence[Visit], span: Span, first: dt.date | None, group: GroupId | None = None
) -> AttendanceHistory:
    """The history of these visits (newest first), of one group when one is named."""
    chosen = tuple(v for v in visits if group is None or v.group.id == group)
    groups, months = _by(visits, lambda v: v.group.id), _by(chosen, lambda v: v.date.replace(day=1))
    return AttendanceHistory(
        span=span,
        first=first,
        visits=chosen,
        total=rates_of(chosen),
        open=open_of(chosen),
        outside=sum(v.status is SessionStatus.HELD and not v.in_stay for v in chosen),
        groups=tuple(sorted((_group(own) for own in groups.values()), key=lambda g: g.group.order)),
        months=tuple(MonthRates(month, rates_of(own), open_of(own)) for month, own in months.items()),
    )


def rates_of(visits: Iterable[Visit]) -> Attendance:
    """Rates and hours of the visits inside the person's stays."""
    return attendance(visit.entry for visit in visits if visit.in_stay)


def open_of(visits: Iterable[Visit]) -> int:
    """How many of these sessions still have no register."""
    return sum(visit.open for visit in visits if visit.in_stay)


def shown_mark(status: SessionStatus, mark: Mark) -> Mark:
    """The mark as it counts: "centre cancelled" for a session that did not take place."""
    return Mark(Status.CENTRE_CANCELLED) if status is SessionStatus.NOT_HELD else mark


def months_back(day: dt.date, months: int = MONTHS_BACK) -> dt.date:
    """The same day so many months ago, or that month's last day when it has no such day."""
    number = day.year * 12 + day.month - 1 - months
    year, month = divmod(number, 12)
    following = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last))


def _by(visits: Iterable[Visit], key: Callable[[Visit], Key]) -> dict[Key, list[Visit]]:
    """The visits by what the key says of them, each in its order."""
    found: dict[Key, list[Visit]] = {}
    for visit in visits:
        found.setdefault(key(visit), []).append(visit)
    return found


def _group(visits: Sequence[Visit]) -> GroupRates:
    return GroupRates(visits[0].group, visits[0].category, rates_of(visits), open_of(visits))
