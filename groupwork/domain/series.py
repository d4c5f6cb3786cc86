"""The days of a group's series: every n weeks on a weekday, or the nth or last such weekday of a month.

All days are local; a change of the clock moves nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from groupwork.domain.groups import Rhythm
from groupwork.domain.schedule import MOST_SESSIONS, monday, nth_weekday, too_many
from groupwork.errors import Refused
from groupwork.i18n import N_

MOST_WEEKS = 52
NTHS = (1, 2, 3, 4, -1)
LAST = -1


def check_rhythm(rhythm: Rhythm) -> None:
    """Refuse a rhythm that cannot be: a weekday, a number of weeks or a place in the month out of range."""
    if not 0 <= rhythm.weekday <= 6 or not 1 <= rhythm.every_weeks <= MOST_WEEKS:
        raise Refused(N_("A group repeats every week or every few weeks."))
    if rhythm.nth is not None and rhythm.nth not in NTHS:
        raise Refused(N_("In a month a group meets on the first to fourth or on the last such weekday."))


def days(rhythm: Rhythm, counted_from: date, first: date, last: date) -> tuple[date, ...]:
    """The series from one day to another (inclusive); n weeks are counted from the week of `counted_from`.

    Refused with more than MOST_SESSIONS days.
    """
    found = []
    for day in _all(rhythm, counted_from, first, last):
        found.append(day)
        if len(found) > MOST_SESSIONS:
            raise too_many()
    return tuple(found)


def is_day(rhythm: Rhythm, counted_from: date, day: date) -> bool:
    """Whether the day is one of the series."""
    return days(rhythm, counted_from, day, day) == (day,)


def nth_of(day: date) -> int:
    """The place of the day among its weekdays of the month: 1 to 4, or the last for a fifth."""
    place = (day.day - 1) // 7 + 1
    return place if place <= 4 else LAST


def meet(a: Rhythm, a_from: date, b: Rhythm, b_from: date, first: date, last: date) -> bool:
    """Whether two groups run at the same time on one of these days."""
    if a.weekday != b.weekday or a.start >= b.end or b.start >= a.end:
        return False
    return not set(_all(a, a_from, first, last)).isdisjoint(_all(b, b_from, first, last))


def _all(rhythm: Rhythm, counted_from: date, first: date, last: date) -> Iterator[date]:
    return _in_months(rhythm, first, last) if rhythm.nth else _in_weeks(rhythm, counted_from, first, last)


def _in_weeks(rhythm: Rhythm, counted_from: date, first: date, last: date) -> Iterator[date]:
    start = monday(counted_from) + timedelta(days=rhythm.weekday)
    step = timedelta(weeks=rhythm.every_weeks)
    day = start + step * -((start - first) // step)
    while day <= last:
        yield day
        day += step


def _in_months(rhythm: Rhythm, first: date, last: date) -> Iterator[date]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        day = nth_weekday(year, month, rhythm.weekday, rhythm.nth or LAST)
        if first <= day <= last:
            yield day
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
