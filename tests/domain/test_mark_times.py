"""Arrived and left as times, and the command line's facts of a mark."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.keys import Cell, Draft, MarkKeys, Put
from groupwork.domain.mark_text import parse_facts
from groupwork.domain.mark_times import arrived, left, typed_time, with_arrival, with_leaving
from groupwork.errors import UserError

SPAN = (time(9, 45), time(11, 45))
P = Mark(Status.PRESENT)


@pytest.mark.parametrize(
    ("digits", "at"),
    [
        ("1005", time(10, 5)),
        ("0000", time(0, 0)),
        ("2400", None),
        ("1060", None),
        ("105", None),
        ("١٠٠٥", None),
    ],
)
def test_four_digits_are_a_time_or_nothing(digits, at):
    assert typed_time(digits) == at


def test_arrival_and_leaving_are_late_and_early():
    assert with_arrival(P, time(10, 5), SPAN) == Mark(Status.PRESENT, late_min=20)
    assert with_leaving(P, time(11, 30), SPAN) == Mark(Status.PRESENT, early_min=15)
    assert with_arrival(Mark(Status.PRESENT, late_min=20), time(9, 45), SPAN) == P
    assert with_arrival(Mark(Status.PRESENT, minutes=50), time(10, 0), SPAN) == Mark(
        Status.PRESENT, late_min=15
    )
    assert with_arrival(Mark(Status.ABSENT, reason="x"), time(10, 0), SPAN).status is Status.PRESENT


@given(late=st.integers(1, 119), early=st.integers(1, 119))
def test_times_and_minutes_are_each_others_inverse(late, early):
    mark = Mark(Status.PRESENT, late_min=late, early_min=early)
    there = with_leaving(with_arrival(P, arrived(mark, SPAN), SPAN), left(mark, SPAN), SPAN)
    assert there == mark


def typed(text, span=SPAN):
    keys, last = MarkKeys("en"), None
    for key in text:
        for action in keys.press(key, 0, lambda _row: Cell(Mark(), span=span)):
            last = action.value if isinstance(action, Draft | Put) else last
    return last


@pytest.mark.parametrize(
    ("keys", "mark"),
    [
        ("l100", Mark(Status.PRESENT, late_min=100)),
        ("l1005", Mark(Status.PRESENT, late_min=20)),
        ("l1005e1130", Mark(Status.PRESENT, late_min=20, early_min=15)),
        ("l1200", Mark(Status.PRESENT, late_min=135)),
        ("l2999", Mark(Status.PRESENT, late_min=299)),
    ],
)
def test_keys_take_times(keys, mark):
    assert typed(keys) == mark


def test_without_the_sessions_times_a_fourth_digit_is_ignored():
    assert typed("l1005", span=None) == Mark(Status.PRESENT, late_min=100)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("A:dentist", Mark(Status.ABSENT, reason="dentist")),
        (
            "X,told=2026-11-12,reason=dentist, by bus",
            Mark(Status.CANCELLED, reason="dentist, by bus", told_at=date(2026, 11, 12)),
        ),
        ("P,arrived=10:05,left=1130", Mark(Status.PRESENT, late_min=20, early_min=15)),
        ("L10:missed the bus", Mark(Status.PRESENT, late_min=10, reason="missed the bus")),
        ("P@75", Mark(Status.PRESENT, minutes=75)),
        ("-", Mark()),
    ],
)
def test_facts_of_the_command_line(text, mark):
    assert parse_facts(text).on(SPAN) == mark


@pytest.mark.parametrize(
    "text",
    [
        "Q:x",
        "P,when=3",
        "X,told=12.11.2026",
        "P,arrived=25:00",
        "A,arrived=10:05",
        "A:" + "x" * 100_000,
        "A:\x00",
    ],
)
def test_facts_that_are_not_understood_are_refused_in_words(text):
    with pytest.raises(UserError):
        parse_facts(text)
