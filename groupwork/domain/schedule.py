"""When things repeat and how far ahead they are planned (DOMAIN.md "Schedule").

All times are local wall time at the centre, so a change of the clock moves nothing here.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import count as numbers
from itertools import islice

from groupwork.domain.ids import ActivityId, GroupId, RoomId
from groupwork.domain.people import PersonBrief, StaffBrief
from groupwork.domain.sessions import Category
from groupwork.errors import Refused
from groupwork.i18n import N_

AHEAD_WEEKS = 26
"""How far a weekly group is planned ahead without a term."""
MOST_SESSIONS = 400
"""More sessions than this are not made from one group at once."""
LONGEST_TERM_DAYS = 732
DAYS_OF_WEEK, MONTHS = 7, 12
FIRST_YEAR, LAST_YEAR = 1950, 2150


@dataclass(frozen=True)
class Term:
    """A term of the centre, both days inclusive."""

    name: str
    first: date
    last: date

    def covers(self, day: date) -> bool:
        """True when the day lies in the term."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class ActivityBrief:
    """An activity as offered when a session is planned."""

    id: ActivityId
    code: str
    name: str
    category: Category
    minutes: int
    staff: int = 1
    min_people: int | None = None
    max_people: int | None = None
    off_site: bool = False


@dataclass(frozen=True)
class RoomBrief:
    """A room as offered when a session is planned."""

    id: RoomId
    code: str
    name: str
    capacity: int | None = None


@dataclass(frozen=True)
class GroupBrief:
    """A group in a list. `members` counts the memberships valid on the day that was asked for."""

    id: GroupId
    activity: ActivityId
    name: str
    weekday: int
    start: time
    end: time
    room_name: str = ""
    members: int = 0
    max_people: int | None = None


@dataclass(frozen=True)
class Choices:
    """What can be chosen when a session is planned; each sorted by name."""

    activities: tuple[ActivityBrief, ...] = ()
    rooms: tuple[RoomBrief, ...] = ()
    staff: tuple[StaffBrief, ...] = ()
    people: tuple[PersonBrief, ...] = ()


def check_times(start: time, end: time) -> None:
    """Refuse a block of no length and one over midnight, in words."""
    if start == end:
        raise Refused(N_("The session has no length: start and end are both {start}."), start=_hm(start))
    if end < start:
        raise Refused(
            N_("The session would end before it starts ({start}–{end}). A block cannot go over midnight."),
            start=_hm(start),
            end=_hm(end),
        )


def check_term(first: date, last: date) -> None:
    """Refuse a term that ends before it starts or is longer than two years."""
    if last < first:
        raise Refused(N_("The term would end before it starts."))
    if (last - first).days > LONGEST_TERM_DAYS:
        raise Refused(N_("A term is at most two years long."))


def check_day(day: date) -> None:
    """Refuse a day that cannot be meant."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refused(
            N_("{day} cannot be planned: choose a year from {first} to {last}."),
            day=day.isoformat(),
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def recurrence(
    first: date,
    *,
    every_weeks: int = 1,
    nth: int | None = None,
    until: date | None = None,
    count: int | None = None,
    exceptions: Iterable[date] = (),
) -> tuple[date, ...]:
    """The days of a weekly group from `first`, every n weeks, to a day (inclusive) or a number of dates.

    With `nth` (1 to 4, or -1: last) each month's nth day of the first day's weekday, from `first` on.
    Exceptions are left out and count as dates of the series. Refused without an end, with an end before the
    first day, or with more than MOST_SESSIONS dates.
    """
    if every_weeks < 1:
        raise Refused(N_("A group repeats every week or every few weeks."))
    if until is None and count is None:
        raise Refused(N_("A weekly group needs a last day."))
    if until is not None and until < first:
        raise Refused(N_("The last day lies before the first."))
    left_out, most = frozenset(exceptions), count if count is not None else MOST_SESSIONS + 1
    found = []
    for day in islice(_repeated(first, every_weeks, nth), most):
        if until is not None and day > until:
            break
        found.append(day)
        if len(found) > MOST_SESSIONS:
            raise too_many()
    return tuple(day for day in found if day not in left_out)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (1 to 4) or last (-1) such weekday of a month; Monday is 0."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % DAYS_OF_WEEK)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % DAYS_OF_WEEK, weeks=nth - 1)


def too_many() -> Refused:
    """The refusal of a series that is too long."""
    return Refused(
        N_("That would be more than {most} sessions. Choose an earlier last day."), most=MOST_SESSIONS
    )


def _repeated(first: date, every_weeks: int, nth: int | None) -> Iterator[date]:
    if nth is None:
        yield from (first + timedelta(weeks=every_weeks) * i for i in numbers())
    year, month = first.year, first.month
    while True:
        day = nth_weekday(year, month, first.weekday(), nth or 1)
        if day >= first:
            yield day
        year, month = (year + 1, 1) if month == MONTHS else (year, month + 1)


def horizon(first: date, term: Term | None) -> date:
    """The last day a weekly group starting on `first` is planned to: the term's end, else 26 weeks ahead."""
    if term is not None and term.covers(first):
        return term.last
    return first + timedelta(weeks=AHEAD_WEEKS) - timedelta(days=1)


def numbering_window(day: date, terms: Iterable[Term]) -> tuple[date, date]:
    """First and last day over which a session of that day is numbered.

    The term it lies in, else its calendar year as far as no term claims the days.
    """
    first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    for term in terms:
        if term.covers(day):
            return term.first, term.last
        if first <= term.last < day:
            first = term.last + timedelta(days=1)
        if day < term.first <= last:
            last = term.first - timedelta(days=1)
    return first, last


def week_of_term(day: date, term: Term | None) -> tuple[int, int] | None:
    """ "Week 7 of 12": calendar weeks of the term, counted from the Monday of its first week."""
    if term is None or not monday(term.first) <= day <= monday(term.last) + timedelta(days=6):
        return None
    weeks = (monday(term.last) - monday(term.first)).days // 7 + 1
    return (monday(day) - monday(term.first)).days // 7 + 1, weeks


def _hm(value: time) -> str:
    return f"{value:%H:%M}"
