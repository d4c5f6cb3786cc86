"""Days and hours in words, and what a planned absence may say."""

from datetime import date, time, timedelta

import pytest

from groupwork.domain.absence_words import SaidAway, read_away, read_day
from groupwork.domain.absences import (
    MOST_DAYS,
    PLANNED,
    Hours,
    Span,
    check_spans,
    check_status,
    check_told,
    clean_reason,
)
from groupwork.errors import Refused, UserError

TODAY = date(2026, 10, 28)
"""A Wednesday."""


def oct_(day):
    return date(2026, 10, day)


def nov(day):
    return date(2026, 11, day)


ONE_DAY = [
    ("today", oct_(28)),
    ("heute", oct_(28)),
    ("tomorrow", oct_(29)),
    ("morgen", oct_(29)),
    ("übermorgen", oct_(30)),
    ("yesterday", oct_(27)),
    ("wed", oct_(28)),
    ("mon", nov(2)),
    ("nächsten Montag", nov(2)),
    ("30.11.", nov(30)),
    ("30 Nov", nov(30)),
    ("2026-11-02", nov(2)),
    ("in 2 weeks", nov(11)),
]
SPANS = [
    ("until fri", oct_(28), oct_(30)),
    ("bis Freitag", oct_(28), oct_(30)),
    ("bis zum 30.11.", oct_(28), nov(30)),
    ("today until fri", oct_(28), oct_(30)),
    ("mon to wed", nov(2), nov(4)),
    ("Mo bis Mi", nov(2), nov(4)),
    ("mon-wed", nov(2), nov(4)),
    ("from mon to fri", nov(2), nov(6)),
    ("fri to mon", oct_(30), nov(2)),
    ("2.11.-6.11.", nov(2), nov(6)),
    ("2.11. – 6.11.", nov(2), nov(6)),
    ("2.–6.11.", nov(2), nov(6)),
    ("30.-2.11.", oct_(30), nov(2)),
    ("2-6 nov", nov(2), nov(6)),
    ("2026-11-02 - 2026-11-06", nov(2), nov(6)),
    ("2026-11-02-2026-11-06", nov(2), nov(6)),
    ("this week", oct_(28), nov(1)),
    ("next week", nov(2), nov(8)),
    ("KW 47", nov(16), nov(22)),
    ("3 days", oct_(28), oct_(30)),
    ("für 2 Wochen", oct_(28), nov(10)),
    *(
        (words, oct_(28), nov(1))
        for words in ("bis Ende der Woche", "bis zum Wochenende", "until the end of the week")
    ),
    *((words, oct_(28), nov(1)) for words in ("rest of the week", "Rest der Woche")),
]
HOURS = [
    ("today from 13:00", time(13), None),
    ("heute ab 13 Uhr", time(13), None),
    ("until 11:30", None, time(11, 30)),
    ("bis 11 Uhr", None, time(11)),
    ("10:00-12:00", time(10), time(12)),
    ("von 9:15 bis 11:00", time(9, 15), time(11)),
    ("13:00-", time(13), None),
]


@pytest.mark.parametrize(
    ("typed", "first", "last", "start", "end"),
    [
        ("heute ab 13", oct_(28), oct_(28), 13, None),
        ("today from 13", oct_(28), oct_(28), 13, None),
        ("fr 9-12", oct_(30), oct_(30), 9, 12),
        ("Freitag von 9 bis 12", oct_(30), oct_(30), 9, 12),
        ("heute bis 12", oct_(28), oct_(28), None, 12),
        ("2.11.-6.11. ab 14", nov(2), nov(6), 14, None),
        ("2.11. 9-12", nov(2), nov(2), 9, 12),
        ("heute nachmittag", oct_(28), oct_(28), 12, None),
        ("tomorrow morning", oct_(29), oct_(29), None, 12),
        ("Freitag Vormittag", oct_(30), oct_(30), None, 12),
        ("Freitagvormittag", oct_(30), oct_(30), None, 12),
        ("Montagnachmittag", nov(2), nov(2), 12, None),
        ("mittwochnachmittags", oct_(28), oct_(28), 12, None),
    ],
)
def test_after_a_day_bare_numbers_and_halves_of_it_are_hours(typed, first, last, start, end):
    said = read_away(typed, TODAY)
    assert said.spans == (Span(first, last),)
    assert said.hours == Hours(*(None if n is None else time(n) for n in (start, end)))


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("nov 10-12", nov(10), nov(12)),
        ("10-12 nov", nov(10), nov(12)),
        ("heute bis 30", oct_(28), oct_(30)),
        ("9.-12.11.", nov(9), nov(12)),
        ("2. November bis 6.", nov(2), nov(6)),
        ("2 nov until 6", nov(2), nov(6)),
    ],
)
def test_numbers_that_are_days_stay_days(typed, first, last):
    assert read_away(typed, TODAY) == SaidAway((Span(first, last),), Hours())


@pytest.mark.parametrize(("typed", "day"), ONE_DAY)
def test_one_day_in_words(typed, day):
    assert read_away(typed, TODAY).spans == (Span(day, day),)
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(("typed", "first", "last"), SPANS)
def test_several_days_in_words(typed, first, last):
    assert read_away(typed, TODAY).spans == (Span(first, last),)


@pytest.mark.parametrize(("typed", "start", "end"), HOURS)
def test_a_part_of_today(typed, start, end):
    said = read_away(typed, TODAY)
    assert (said.spans, said.hours) == ((Span(TODAY, TODAY),), Hours(start, end))


@pytest.mark.parametrize("typed", ["mon, wed and fri", "Mo, Mi und Fr", "fri; wed + mon"])
def test_several_dates(typed):
    assert [span.first for span in read_away(typed, TODAY).spans] == [oct_(28), oct_(30), nov(2)]


def test_days_and_hours_together():
    said = read_away("mon and tue from 13:00", TODAY)
    assert said.spans == (Span(nov(2), nov(2)), Span(nov(3), nov(3)))
    assert said.hours == Hours(time(13), None)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "xyz",
        "6.11.-2.11.",
        "today 25:00-",
        "12:00-10:00",
        "until",
        "0 days",
        "500 days",
        "ab ab",
        "Wochenende",
        "x" * 999,
    ],
)
def test_anything_else_is_refused_in_words(typed):
    with pytest.raises(UserError):
        read_away(typed, TODAY)


def test_no_day_is_no_mistake_where_a_day_is_not_needed():
    assert read_day(" ", TODAY) is None
    with pytest.raises(Refused):
        read_day("someday", TODAY)


@pytest.mark.parametrize(
    ("hours", "touches"),
    [
        (Hours(), True),
        (Hours(time(13)), False),
        (Hours(time(11, 45)), False),
        (Hours(time(11, 44)), True),
        (Hours(None, time(9, 45)), False),
        (Hours(None, time(9, 46)), True),
        (Hours(time(8), time(9)), False),
        (Hours(time(10), time(11)), True),
    ],
)
def test_only_sessions_in_the_hours_are_touched(hours, touches):
    assert hours.touch(time(9, 45), time(11, 45)) is touches


def test_spans_come_once_and_by_date():
    late, early = Span(nov(2), nov(3)), Span(TODAY, TODAY)
    assert check_spans([late, early, late]) == (early, late)
    assert check_spans([Span(TODAY, TODAY + timedelta(days=MOST_DAYS - 1))])


@pytest.mark.parametrize(
    "spans",
    [
        [],
        [Span(TODAY, TODAY - timedelta(days=1))],
        [Span(TODAY, TODAY + timedelta(days=MOST_DAYS))],
        [Span(date(1800, 1, 1), date(1800, 1, 2))],
        [Span(TODAY + timedelta(days=n), TODAY + timedelta(days=n)) for n in range(61)],
    ],
)
def test_days_that_cannot_be_are_refused(spans):
    with pytest.raises(Refused):
        check_spans(spans)


@pytest.mark.parametrize("status", ["P", "A", "W", "T", "", "?"])
def test_only_some_statuses_can_be_planned(status):
    assert {status.value for status in PLANNED} == set("HVXUON")
    with pytest.raises(Refused):
        check_status(status)


def test_nobody_can_have_told_it_tomorrow():
    assert check_told(TODAY, TODAY) == TODAY
    with pytest.raises(Refused):
        check_told(TODAY + timedelta(days=1), TODAY)


@pytest.mark.parametrize("typed", ["x" * 501, "a\x00"])
def test_a_reason_that_cannot_be_stored_is_refused(typed):
    with pytest.raises(UserError):
        clean_reason(typed)
