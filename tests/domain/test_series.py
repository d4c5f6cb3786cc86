"""The days of a series: weeks, the nth and the last weekday of a month; the clock's change moves nothing."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupwork.domain.groups import Rhythm, Span, common, peak
from groupwork.domain.schedule import MOST_SESSIONS, nth_weekday, recurrence
from groupwork.domain.series import check_rhythm, days, is_day, meet, nth_of
from groupwork.errors import Refused

TEN, ELEVEN, NOON = time(10), time(11), time(12)
MONDAY = date(2026, 10, 12)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def rhythm(weekday=0, *, every=1, nth=None, start=TEN, end=ELEVEN):
    return Rhythm(weekday, start, end, every, nth)


@pytest.mark.parametrize(
    ("year", "month", "weekday", "nth", "day"),
    [
        (2026, 10, 0, 1, 5),
        (2026, 10, 3, 1, 1),
        (2026, 10, 3, -1, 29),  # five Thursdays
        (2026, 11, 3, -1, 26),  # four Thursdays
        (2026, 11, 3, 4, 26),
        (2026, 10, 3, 4, 22),
        (2028, 2, 1, -1, 29),  # the 29th of a leap February
        (2026, 2, 6, -1, 22),
        (2026, 12, 4, 2, 11),
    ],
)
def test_the_nth_and_the_last_weekday_of_a_month(year, month, weekday, nth, day):
    assert nth_weekday(year, month, weekday, nth) == date(year, month, day)


def test_the_last_friday_comes_each_month_also_where_there_is_no_fifth():
    found = days(rhythm(4, nth=-1), MONDAY, date(2026, 8, 1), date(2026, 12, 31))
    assert [d.day for d in found] == [28, 25, 30, 27, 25]
    first = recurrence(date(2026, 8, 28), nth=-1, until=date(2026, 12, 31))
    assert first == found


def test_recurrence_by_the_month_counts_and_leaves_out():
    second = recurrence(date(2026, 10, 13), nth=2, count=3, exceptions=[date(2026, 11, 10)])
    assert second == (date(2026, 10, 13), date(2026, 12, 8))
    later = recurrence(date(2026, 10, 15), nth=2, count=2)  # a Thursday after the second one
    assert later == (date(2026, 11, 12), date(2026, 12, 10))


@pytest.mark.parametrize(
    ("counted", "first", "found"),
    [
        (date(2026, 10, 12), date(2026, 10, 12), [14, 28]),
        (date(2026, 10, 16), date(2026, 10, 12), [14, 28]),  # the week counts, not the day
        (date(2026, 10, 19), date(2026, 10, 12), [21]),
        (date(2026, 12, 7), date(2026, 10, 12), [14, 28]),  # counted backwards too
    ],
)
def test_every_other_week_is_counted_from_a_week(counted, first, found):
    wanted = days(rhythm(2, every=2), counted, first, date(2026, 10, 31))
    assert [d.day for d in wanted] == found


@given(DAYS, st.integers(0, 6), st.integers(1, 6), st.sampled_from([None, 1, 2, 3, 4, -1]))
def test_every_day_of_a_series_is_one_of_it_and_no_other(first, weekday, every, nth):
    shape, last = rhythm(weekday, every=every, nth=nth), first + timedelta(days=400)
    found = days(shape, first, first, last)
    assert all(d.weekday() == weekday and first <= d <= last for d in found)
    assert [d for d in found if is_day(shape, first, d)] == list(found)
    assert len(found) in ((13, 14) if nth else range(400 // (7 * every), 400 // (7 * every) + 2))


@given(DAYS)
def test_a_day_names_its_own_place_in_the_month(day):
    assert is_day(rhythm(day.weekday(), nth=nth_of(day)), day, day) or (day.day - 1) // 7 == 3


def test_too_many_days_are_refused_in_words():
    with pytest.raises(Refused, match="more than 400"):
        days(rhythm(), MONDAY, MONDAY, MONDAY + timedelta(weeks=MOST_SESSIONS))
    with pytest.raises(Refused, match="more than 400"):
        recurrence(MONDAY, nth=1, until=MONDAY + timedelta(days=366 * 40))


@pytest.mark.parametrize("wrong", [{"every": 0}, {"every": 53}, {"nth": 5}, {"nth": 0}, {"weekday": 7}])
def test_a_rhythm_that_cannot_be_is_refused(wrong):
    with pytest.raises(Refused):
        check_rhythm(rhythm(**wrong))


def test_two_groups_meet_only_on_a_common_day():
    year = MONDAY, MONDAY + timedelta(days=365)
    both = rhythm(), MONDAY
    assert meet(*both, rhythm(), MONDAY, *year)
    assert not meet(*both, rhythm(1), MONDAY, *year)
    assert not meet(*both, rhythm(start=ELEVEN, end=NOON), MONDAY, *year)  # back to back
    even, odd = (rhythm(every=2), MONDAY), (rhythm(every=2), MONDAY + timedelta(weeks=1))
    assert not meet(*even, *odd, *year)
    assert meet(*even, rhythm(nth=2), MONDAY, *year)


def test_the_most_people_on_any_one_day():
    day = timedelta(days=1)
    spans = [Span(MONDAY, MONDAY + 3 * day), Span(MONDAY + 3 * day), Span(MONDAY + 4 * day, MONDAY + 9 * day)]
    assert peak(spans, Span(MONDAY)) == 2
    assert peak(spans, Span(MONDAY, MONDAY + day)) == 1
    assert peak([], Span(MONDAY)) == 0
    assert common(Span(MONDAY), Span(MONDAY - day, MONDAY + day)) == Span(MONDAY, MONDAY + day)
    assert common(Span(MONDAY), Span(MONDAY - 2 * day, MONDAY - day)) is None
