"""Recurrence, terms, the weeks of a term, times that are refused."""

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupwork.domain import schedule
from groupwork.domain.closures import Closure, centre_closed, lost_to
from groupwork.domain.schedule import Term
from groupwork.errors import Refused

TERM = Term("Autumn", date(2026, 8, 31), date(2026, 11, 20))


def test_a_weekly_group_over_the_demo_term_has_twelve_dates_across_the_clock_change():
    days = schedule.recurrence(date(2026, 9, 1), until=TERM.last)
    assert len(days) == 12
    assert days[0] == date(2026, 9, 1)
    assert days[-1] == date(2026, 11, 17)
    assert {day.weekday() for day in days} == {1}


@pytest.mark.parametrize(
    ("every", "until", "count", "expected"),
    [
        (1, date(2026, 9, 1), None, 1),
        (2, date(2026, 9, 29), None, 3),
        (1, None, 5, 5),
        (1, date(2026, 9, 15), 10, 3),
        (1, date(2026, 12, 31), 2, 2),
    ],
)
def test_a_series_ends_on_its_day_or_after_its_count(every, until, count, expected):
    days = schedule.recurrence(date(2026, 9, 1), every_weeks=every, until=until, count=count)
    assert len(days) == expected


def test_exceptions_are_left_out_and_count_as_dates():
    days = schedule.recurrence(date(2026, 9, 1), count=3, exceptions=[date(2026, 9, 8)])
    assert days == (date(2026, 9, 1), date(2026, 9, 15))


@pytest.mark.parametrize(
    "wrong",
    [
        {"until": None},
        {"until": date(2026, 8, 1)},
        {"until": date(2120, 1, 1)},
        {"every_weeks": 0, "count": 3},
    ],
)
def test_a_series_without_a_sensible_end_is_refused_in_words(wrong):
    with pytest.raises(Refused) as refused:
        schedule.recurrence(date(2026, 9, 1), **wrong)
    assert "{" not in str(refused.value)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 6), st.integers(0, 700))
def test_dates_are_evenly_spaced_and_inside(first, every, length):
    until = first + timedelta(days=length)
    days = schedule.recurrence(first, every_weeks=every, until=until)
    assert days[0] == first
    assert all(b - a == timedelta(weeks=every) for a, b in pairwise(days))
    assert days[-1] <= until < days[-1] + timedelta(weeks=every)


def test_without_a_term_groups_are_planned_26_weeks_ahead():
    assert len(schedule.recurrence(date(2026, 9, 1), until=schedule.horizon(date(2026, 9, 1), None))) == 26
    assert schedule.horizon(date(2026, 9, 1), TERM) == TERM.last
    assert schedule.horizon(date(2026, 12, 1), TERM) == date(2027, 5, 31)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 8, 31), (1, 12)),
        (date(2026, 10, 14), (7, 12)),
        (date(2026, 11, 22), (12, 12)),
        (date(2026, 8, 30), None),
        (date(2026, 11, 23), None),
    ],
)
def test_the_week_of_the_term(day, expected):
    assert schedule.week_of_term(day, TERM) == expected
    assert schedule.week_of_term(day, None) is None


@pytest.mark.parametrize(
    ("day", "window"),
    [
        (date(2026, 10, 1), (TERM.first, TERM.last)),
        (date(2026, 3, 1), (date(2026, 1, 1), date(2026, 8, 30))),
        (date(2026, 12, 1), (date(2026, 11, 21), date(2026, 12, 31))),
        (date(2027, 3, 1), (date(2027, 1, 1), date(2027, 12, 31))),
    ],
)
def test_numbering_runs_over_the_term_or_the_calendar_year_beside_it(day, window):
    assert schedule.numbering_window(day, [TERM]) == window


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(time(10), time(10), "no length"), (time(22), time(1), "midnight")],
)
def test_blocks_of_no_length_and_over_midnight_are_refused(start, end, words):
    with pytest.raises(Refused, match=words):
        schedule.check_times(start, end)


def test_a_term_is_refused_when_it_ends_first_or_never():
    with pytest.raises(Refused, match="before it starts"):
        schedule.check_term(TERM.last, TERM.first)
    with pytest.raises(Refused, match="two years"):
        schedule.check_term(TERM.first, date(2030, 1, 1))


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_days_nobody_can_mean_are_refused(day):
    with pytest.raises(Refused, match="cannot be planned"):
        schedule.check_day(day)


def test_closures_close_the_centre_or_one_room_and_may_allow_an_activity():
    day = date(2026, 10, 14)
    whole = Closure(day, day, "Teamtag")
    room = Closure(day, day, "Building site", room=5, allowed=9)
    assert centre_closed(day, [room, whole]) == "Teamtag"
    assert centre_closed(day + timedelta(days=1), [whole]) == ""
    assert lost_to(day, 9, [room]) == ""
    assert lost_to(day, 9, [Closure(day, day, "Party", allowed=9)]) == ""
    assert lost_to(day, 8, [Closure(day, day, "Party", allowed=9)]) == "Party"
    assert room.closes(day, 5, 8)
    assert not room.closes(day, 5, 9)
    assert not room.closes(day, 4, 8)
