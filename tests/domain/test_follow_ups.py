"""The rule of absent days in a row, by table; what may be written on a follow-up."""

from datetime import date, timedelta

import pytest

from groupwork.domain.attendance import Status
from groupwork.domain.follow_ups import (
    AbsentRow,
    DayMark,
    absent_row,
    check_call,
    check_next,
    check_outcome,
    clean_words,
)
from groupwork.errors import Refused, UserError

FIRST = date(2026, 10, 12)


def days(written):
    """ "A XA -" are three days: one mark, two marks, one that is not recorded."""
    return [
        DayMark(FIRST + timedelta(days=n), Status(sign) if sign != "-" else None)
        for n, word in enumerate(written.split())
        for sign in word
    ]


def length(written, after=None):
    row = absent_row(days(written), after)
    return row.days if row else 0


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("", 0),
        ("-", 0),
        ("P", 0),
        ("A", 1),
        ("A A A", 3),
        ("AA A", 2),
        ("A X A U A O A", 4),
        ("A H A V A T A N A", 5),
        ("A - A C A", 3),
        ("AX A", 2),
        ("AU", 1),
        ("X X X", 0),
        ("A A P A", 1),
        ("A A P", 0),
        ("A A R A A", 2),
        ("A A D", 0),
        ("A A W A", 1),
        ("A AP A", 1),
        ("A PA A", 1),
        ("A A AR", 0),
        ("P A A A", 3),
        ("A A A X U", 3),
    ],
)
def test_absent_days_in_a_row(written, number):
    assert length(written) == number


def test_a_row_knows_its_first_and_last_day():
    assert absent_row(days("P A X A U")) == AbsentRow(FIRST + timedelta(1), FIRST + timedelta(3), 2)


def test_the_order_of_the_marks_does_not_matter():
    marks = days("A P A X A")
    assert absent_row(marks) == absent_row(list(reversed(marks)))


@pytest.mark.parametrize(("closed_on", "number"), [(-1, 4), (0, 3), (1, 2), (2, 1), (3, 0), (9, 0)])
def test_what_was_before_a_closed_follow_up_does_not_count_again(closed_on, number):
    assert length("A A A A", FIRST + timedelta(days=closed_on)) == number


def test_every_status_is_in_one_of_the_three_kinds():
    ends = {s for s in Status if length(f"A {s.value} A") == 1}
    adds = {s for s in Status if length(f"A {s.value} A") == 3}
    assert ends == {Status.PRESENT, Status.TOO_LATE, Status.DECLINED, Status.WALK_IN}
    assert adds == {Status.ABSENT}


@pytest.mark.parametrize(("number", "reached"), [(1, True), (3, True), (4, False)])
def test_the_number_is_a_setting(number, reached):
    row = absent_row(days("A A A"))
    assert row is not None
    assert row.reaches(number) is reached


def test_what_may_be_written():
    assert check_next(FIRST, FIRST) == FIRST
    assert check_next(None, FIRST) is None
    assert check_call("visit", "reached")
    assert check_outcome("agreed")
    assert clean_words(" said: tomorrow \n") == "said: tomorrow"


@pytest.mark.parametrize(
    "bad",
    [
        lambda: check_next(FIRST - timedelta(1), FIRST),
        lambda: check_call("fax", "reached"),
        lambda: check_call("phone", ""),
        lambda: check_outcome(""),
    ],
)
def test_what_may_not_be_written_is_refused_in_words(bad):
    with pytest.raises(Refused):
        bad()


@pytest.mark.parametrize("typed", ["x" * 2_001, "a\x00b", "\ud800"])
def test_words_that_cannot_be_stored_are_refused(typed):
    with pytest.raises(UserError):
        clean_words(typed)
