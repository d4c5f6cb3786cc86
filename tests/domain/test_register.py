"""The totals row, always agreeing with the rates."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupwork.domain.attendance import MEANINGS, Mark, Status
from groupwork.domain.people import PersonName
from groupwork.domain.rates import Entry, attendance
from groupwork.domain.register import Register, RegisterRow, letters
from groupwork.domain.sessions import Category, SessionInfo, SessionStatus
from groupwork.domain.tasks import Outcome, TaskColumn, TaskResult
from groupwork.domain.totals import totals

SESSION = SessionInfo(
    1, date(2026, 10, 12), time(9, 45), time(11, 45), 1, "Wood", "", Category.CRAFT, SessionStatus.HELD
)
MARKS = [Mark(s) for s in [*Status, None] if s is not Status.CENTRE_CANCELLED]


def row(mark, participation=None, results=()):
    return RegisterRow(
        1, "P01", PersonName("Moira", "Moira"), mark, participation=participation, results=results
    )


def sheet(*rows, tasks=0, session=SESSION):
    return Register(session, tuple(TaskColumn(i, f"T{i}") for i in range(tasks)), rows)


def level(n):
    return TaskResult(Outcome.DONE, n)


DECLINED = TaskResult(Outcome.NOT_DONE)


def test_the_register_of_the_picture():
    found = totals(
        sheet(
            row(Mark(Status.PRESENT), 3, (level(5), level(4), level(5), None)),
            row(Mark(Status.PRESENT), 2, (level(6), level(4), level(3), None)),
            row(Mark(Status.ABSENT), None, (None,) * 4),
            row(Mark(), None, (None,) * 4),
            row(Mark(Status.OTHER, planned=True), None, (None,) * 4),
            row(Mark(Status.PRESENT, late_min=10), 4, (level(6), DECLINED, level(6), None)),
            row(Mark(Status.WALK_IN), 4, (None, level(5), level(4), None)),
            tasks=4,
        )
    )
    assert (found.came, found.expected, found.walk_ins) == (3, 6, 1)
    assert found.others == ((Status.ABSENT, 1), (Status.OTHER, 1), (None, 1))
    assert (found.minutes, found.hours) == (470, Decimal("7.8"))
    assert (found.participation, found.participation_n) == (Decimal("3.3"), 4)
    assert [(rate.n, rate.of) for rate in found.tasks] == [(3, 3), (3, 4), (4, 4), (0, 0)]


def test_an_empty_register():
    found = totals(sheet(tasks=1))
    assert (found.came, found.expected, found.minutes, found.participation) == (0, 0, 0, None)
    assert found.rates.available.percent is None


@pytest.mark.parametrize("code", "HVNT")
def test_paused_and_not_booked_people_are_not_expected(code):
    found = totals(sheet(row(Mark(Status.PRESENT)), row(Mark(Status(code)))))
    assert (found.came, found.expected) == (1, 1)


def test_a_session_that_was_not_held_counts_nothing():
    lost = replace(SESSION, status=SessionStatus.NOT_HELD)
    found = totals(sheet(row(Mark(Status.PRESENT), 4, (level(6),)), row(Mark()), tasks=1, session=lost))
    assert (found.came, found.expected, found.minutes, found.participation_n) == (0, 0, 0, 0)
    assert found.others == ((Status.CENTRE_CANCELLED, 2),)
    assert found.tasks[0].of == 0


def test_what_was_typed_before_somebody_was_marked_absent_counts_no_more():
    found = totals(sheet(row(Mark(Status.ABSENT), 4, (level(6),)), tasks=1))
    assert (found.participation_n, found.tasks[0].of) == (0, 0)


@given(st.lists(st.sampled_from(MARKS), max_size=20))
def test_always_the_rates_numbers(marks):
    found = totals(sheet(*map(row, marks)))
    rates = attendance(Entry(mark, 120) for mark in marks)
    assert (found.came, found.minutes) == (rates.available.n, rates.minutes)
    assert found.expected - rates.not_recorded == rates.available.of
    listed = sum(n for _status, n in found.others)
    assert found.came + found.walk_ins + listed == len(marks)
    attended = sum(MEANINGS[m.status].attended for m in marks if m.status)
    assert found.came + found.walk_ins == attended


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("al-Kharrat, Yousef", "Deshwal, Anjali", "Hrytsenko, Olena"), "A–H"),
        (("Łąckorzyński, Zbigniew", "Öztürk, Ayla"), "L–O"),
        (("Maier, Jürgen", "Müller, Ida"), "M"),
        (("Гриценко, Олена", "Папа, Ірина"), "Г–П"),
        (("2nd, Moira", ""), "N–M"),
        ((), ""),
    ],
)
def test_the_letters_of_some_rows(names, told):
    rows = [replace(row(Mark()), sort_name=name) for name in names]
    assert letters(rows) == told


def test_walk_ins_at_the_end_are_not_in_the_letters():
    rows = [
        replace(row(Mark()), sort_name="Vossbeck, Annegret"),
        replace(row(Mark(Status.WALK_IN)), sort_name="Ivo"),
    ]
    assert letters(rows) == "V"
    assert letters(rows[1:]) == ""
