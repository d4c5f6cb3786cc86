"""Days in words, in both languages, seen from Wednesday 18 November 2026."""

from datetime import date, timedelta

import pytest

from groupwork.domain.dates_in_words import days_in, monday_of

TODAY = date(2026, 11, 18)
DAYS = [
    ("today", "2026-11-18"),
    ("Heute", "2026-11-18"),
    ("tomorrow", "2026-11-19"),
    ("tom", "2026-11-19"),
    ("morgen", "2026-11-19"),
    ("mor", "2026-11-19"),
    ("übermorgen", "2026-11-20"),
    ("uebermorgen", "2026-11-20"),
    ("uberm", "2026-11-20"),
    ("day after tomorrow", "2026-11-20"),
    ("yesterday", "2026-11-17"),
    ("gestern", "2026-11-17"),
    ("vorgestern", "2026-11-16"),
    ("mon", "2026-11-23 2026-11-16"),
    ("Monday", "2026-11-23 2026-11-16"),
    ("Mo", "2026-11-23 2026-11-16 2026-11-19"),
    ("wed", "2026-11-18 2026-11-11"),
    ("mittwoch", "2026-11-18 2026-11-11"),
    ("next tue", "2026-11-24"),
    ("next fri", "2026-11-20 2026-11-27"),
    ("next wed", "2026-11-25"),
    ("nächsten Dienstag", "2026-11-24"),
    ("naechsten di", "2026-11-24"),
    ("kommenden Freitag", "2026-11-20 2026-11-27"),
    ("last friday", "2026-11-13"),
    ("last wed", "2026-11-11"),
    ("letzten Freitag", "2026-11-13"),
    ("am Dienstag", "2026-11-24"),
    ("18 nov", "2026-11-18 2027-11-18"),
    ("18. nov", "2026-11-18 2027-11-18"),
    ("18th nov", "2026-11-18 2027-11-18"),
    ("nov 18", "2026-11-18 2027-11-18"),
    ("Nov 18 2027", "2027-11-18"),
    ("3. Nov.", "2026-11-03 2027-11-03"),
    ("3 März 2027", "2027-03-03"),
    ("3 maerz 27", "2027-03-03"),
    ("18.11.", "2026-11-18 2027-11-18"),
    ("18.11", "2026-11-18 2027-11-18"),
    ("18.11.2026", "2026-11-18"),
    ("18.11.26", "2026-11-18"),
    ("18. 11. 2026", "2026-11-18"),
    ("18/11/2026", "2026-11-18"),
    ("2026-11-18", "2026-11-18"),
    ("2026-11", "2026-11-01"),
    ("Wed 18 Nov 2026", "2026-11-18"),
    ("Mi, 18.11.2026", "2026-11-18"),
    ("Mittwoch, 18. November 2026", "2026-11-18"),
    ("november 2027", "2027-11-01"),
    ("18", "2026-11-18 2026-12-18 2026-10-18"),
    ("१८", "2026-11-18 2026-12-18 2026-10-18"),
    ("18 j", "2027-01-18 2026-07-18 2026-06-18"),
    ("in 3 days", "2026-11-21"),
    ("in two weeks", "2026-12-02"),
    ("in fünf Tagen", "2026-11-23"),
    ("heute in zwölf Wochen", "2027-02-10"),
    ("in 3 Tagen", "2026-11-21"),
    ("in 3", "2026-11-21 2026-12-09 2027-02-18"),
    ("in 3 w", "2026-12-09"),
    ("in a week", "2026-11-25"),
    ("in einer Woche", "2026-11-25"),
    ("in 2 Wochen", "2026-12-02"),
    ("in 3 Monaten", "2027-02-18"),
    ("2 weeks ago", "2026-11-04"),
    ("vor 3 Tagen", "2026-11-15"),
]
WEEKS = [
    ("week 47", "2026-11-16"),
    ("Week 4", "2027-01-25"),
    ("KW 47", "2026-11-16"),
    ("kw47", "2026-11-16"),
    ("Woche 1", "2027-01-04"),
    ("KW 53", "2026-12-28"),
    ("kw 1/27", "2027-01-04"),
    ("kw 1 2026", "2025-12-29"),
    ("week", "2026-11-16 2026-11-23"),
    ("woc", "2026-11-16 2026-11-23"),
    ("next week", "2026-11-23"),
    ("next", "2026-11-23"),
    ("nächste Woche", "2026-11-23"),
    ("letzte woche", "2026-11-09"),
    ("this week", "2026-11-16"),
    ("diese woche", "2026-11-16"),
]
NOTHING = [
    "",
    "   ",
    "t",
    "in",
    "in x",
    "wood",
    "hello world",
    "0",
    "32",
    "99",
    "31.11.",
    "29.2.2027",
    "18.13.",
    "KW 0",
    "KW 54",
    "kw 53 2027",
    "in 9999 months",
    "2026-13-01",
    "0000-01-01",
    "%",
    "1" * 500,
    "next wood",
    "\x00",
]


def found(typed, today=TODAY, *, week=False):
    return " ".join(f.day.isoformat() for f in days_in(typed, today) if f.week is week)


@pytest.mark.parametrize(("typed", "days"), DAYS)
def test_days(typed, days):
    assert found(typed) == days
    assert not any(f.week for f in days_in(typed, TODAY))


@pytest.mark.parametrize(("typed", "mondays"), WEEKS)
def test_weeks(typed, mondays):
    assert found(typed, week=True) == mondays


@pytest.mark.parametrize("typed", NOTHING)
def test_nothing_for_anything_else(typed):
    assert days_in(typed, TODAY) == ()


@pytest.mark.parametrize(
    ("today", "typed", "days"),
    [
        (date(2026, 11, 18), "29 feb", "2028-02-29 2024-02-29"),
        (date(2097, 1, 1), "29.2.", "2096-02-29 2092-02-29"),
        (date(2028, 2, 28), "morgen", "2028-02-29"),
        (date(2026, 12, 31), "tomorrow", "2027-01-01"),
        (date(2026, 12, 30), "1.1.", "2027-01-01 2026-01-01"),
        (date(2027, 1, 2), "31 dec", "2026-12-31 2027-12-31"),
        (date(2027, 1, 31), "in 1 month", "2027-02-28"),
        (date(2027, 1, 1), "gestern", "2026-12-31"),
    ],
)
def test_the_turn_of_the_year_and_leap_days(today, typed, days):
    assert found(typed, today) == days


@pytest.mark.parametrize(
    ("today", "typed", "monday"),
    [(date(2026, 12, 30), "kw 1", "2027-01-04"), (date(2027, 1, 2), "kw 53", "2026-12-28")],
)
def test_weeks_over_the_turn_of_the_year(today, typed, monday):
    assert found(typed, today, week=True) == monday


def test_a_limit_is_kept():
    assert len(days_in("18", TODAY, 2)) == 2


def test_every_day_is_found_as_it_is_shown():
    """Round trip through the words of both languages."""
    from groupwork.i18n import words

    for step in range(0, 800, 7):
        day = TODAY + timedelta(days=step - 400)
        for language in ("en", "de"):
            speaks = words(language)
            for typed in (
                speaks.day(day, year=True),
                speaks.day(day, year=True, long=True),
                speaks.short_day(day),
            ):
                assert days_in(typed, TODAY)[0].day == day, typed


def test_the_monday_of_a_sunday():
    assert monday_of(date(2026, 11, 22)) == date(2026, 11, 16)
