"""Terms of a centre, and what it says about itself."""

from datetime import date, time

import pytest

from groupwork.domain.centre import check_hours, check_reasons, clean_email, hours_of, open_minutes
from groupwork.domain.schedule import Term, numbering_window
from groupwork.domain.terms import MOST_TERMS, put_term, term_near, term_on, week_of_terms
from groupwork.errors import UserError

AUTUMN = Term("Autumn", date(2026, 8, 31), date(2026, 11, 20))
WINTER = Term("Winter", date(2026, 11, 30), date(2027, 2, 19))
TERMS = (AUTUMN, WINTER)


@pytest.mark.parametrize(
    ("day", "on", "near"),
    [
        (date(2026, 8, 1), None, AUTUMN),
        (date(2026, 8, 31), AUTUMN, AUTUMN),
        (date(2026, 11, 20), AUTUMN, AUTUMN),
        (date(2026, 11, 21), None, WINTER),
        (date(2027, 2, 20), None, None),
    ],
)
def test_the_term_of_a_day_and_the_next(day, on, near):
    assert term_on(day, TERMS) == on
    assert term_near(day, TERMS) == near


@pytest.mark.parametrize(
    ("day", "window"),
    [
        (date(2026, 10, 1), (AUTUMN.first, AUTUMN.last)),
        (date(2026, 11, 25), (date(2026, 11, 21), date(2026, 11, 29))),
        (date(2026, 12, 31), (WINTER.first, WINTER.last)),
        (date(2027, 3, 1), (date(2027, 2, 20), date(2027, 12, 31))),
        (date(2026, 3, 1), (date(2026, 1, 1), date(2026, 8, 30))),
    ],
)
@pytest.mark.parametrize("terms", [TERMS, TERMS[::-1]])
def test_numbering_runs_over_the_term_or_what_is_between_terms(day, window, terms):
    assert numbering_window(day, terms) == window


def test_the_week_is_told_of_the_term_the_day_lies_in():
    assert week_of_terms(date(2026, 11, 18), TERMS) == (12, 12)
    assert week_of_terms(date(2026, 11, 22), TERMS) == (12, 12)
    assert week_of_terms(date(2026, 11, 24), TERMS) is None
    assert week_of_terms(date(2026, 11, 30), TERMS) == (1, 12)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 20), date(2026, 12, 1), "overlap with the term “Autumn”"),
        (date(2026, 9, 1), date(2026, 9, 2), "overlap"),
        (date(2026, 1, 1), date(2027, 12, 31), "overlap"),
        (date(2026, 11, 29), date(2026, 11, 21), "before it starts"),
        (date(2030, 1, 1), date(2033, 1, 1), "two years"),
        (date(1, 1, 1), date(1, 2, 1), "year from"),
    ],
)
def test_a_term_that_does_not_fit_is_refused(first, last, words):
    with pytest.raises(UserError, match=words):
        put_term(TERMS, Term("X", first, last))


def test_a_changed_term_does_not_overlap_with_itself():
    changed = Term("Autumn", AUTUMN.first, date(2026, 11, 27))
    assert put_term(TERMS, changed, AUTUMN) == (changed, WINTER)
    assert put_term(TERMS, Term(" A \n B ", date(2026, 11, 23), date(2026, 11, 27)))[1].name == "A B"


def test_there_is_an_end_of_terms():
    many = tuple(Term("T", date(2000 + n, 1, 1), date(2000 + n, 1, 2)) for n in range(MOST_TERMS))
    with pytest.raises(UserError, match="at most"):
        put_term(many, Term("one more", date(1999, 1, 1), date(1999, 1, 2)))


@pytest.mark.parametrize("typed", ["x", "@", "a@b", "a b@c.de", "a@b@c.de", "a@b.de\nB: c"])
def test_what_is_no_address_is_refused(typed):
    with pytest.raises(UserError, match="e-mail"):
        clean_email(typed)


def test_addresses_are_kept():
    assert clean_email(" hallo@kiefernbogen.example ") == "hallo@kiefernbogen.example"
    assert clean_email("  ") == ""


def test_hours_are_checked_and_read_again():
    hours = {4: (time(9), time(13, 30)), 0: (time(9), time(16))}
    stored = check_hours(hours)
    assert stored == {"0": ["09:00", "16:00"], "4": ["09:00", "13:30"]}
    assert hours_of(stored) == hours
    assert open_minutes(hours) == 11 * 60 + 30
    with pytest.raises(UserError, match="before it opens"):
        check_hours({0: (time(9), time(9))})


@pytest.mark.parametrize(
    "stored", [None, [], {"9": ["09:00", "10:00"]}, {"0": ["x", "y"]}, {"0": "a"}, {"0": ["10:00", "09:00"]}]
)
def test_damaged_hours_are_left_out(stored):
    assert hours_of(stored) == {}


def test_reasons_are_cleaned_and_none_is_there_twice():
    assert check_reasons([" Fire  drill ", "", "Ausflug"]) == ["Fire drill", "Ausflug"]
    with pytest.raises(UserError, match="in the list already"):
        check_reasons(["Fire drill", "fire  DRILL"])
    with pytest.raises(UserError, match="at most"):
        check_reasons(str(n) for n in range(31))
    with pytest.raises(UserError, match="too long"):
        check_reasons(["x" * 121])
