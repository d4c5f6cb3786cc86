"""The numbers of domain_facts 3.5 through real registers; the totals of any register are the rates'."""

from datetime import time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupwork.domain.attendance import TYPED, Mark, Status, counted_minutes
from groupwork.domain.ids import TaskId
from groupwork.domain.rates import Denominator, Entry, attendance, completion
from groupwork.domain.register import Register
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.tasks import Outcome, TaskColumn, TaskResult
from groupwork.domain.totals import totals
from groupwork.operations import attendance as marks
from groupwork.operations import person_history, sessions
from groupwork.operations.block import block
from groupwork.operations.register import register, take_registers
from groupwork.ui.register.sums import mean, sums
from tests.builders import MONDAY, a_group, a_session
from tests.ui.register_values import person, session

E60 = Mark(Status.PRESENT, early_min=30)
FIXTURE = (
    *(E60, Mark(Status.PRESENT, early_min=25), Mark(Status.PRESENT), Mark(Status.ABSENT), E60),
    *(Mark(Status.CANCELLED), Mark(Status.HOSPITAL), None, Mark(Status.PRESENT, early_min=40)),
    *(Mark(Status.PRESENT, late_min=15), Mark(Status.UNWELL), Mark()),
)
"""E60, E65, P90, A, E60, X, H, C, E50, L75, U, ?: minutes in the room; C is a session not held."""


@pytest.fixture
def recorded(desk):
    """Twelve sessions of 90 minutes as in the fixture, and a walk-in of 60 minutes elsewhere."""
    group = a_group(desk, with_people=2, since=MONDAY - timedelta(weeks=20))
    one, other = group.people
    for n, mark in enumerate(FIXTURE):
        day = MONDAY - timedelta(weeks=13 - n)
        number = a_session(desk, group, day=day, end=time(11, 15))
        take_registers(desk)
        if mark is None:
            sessions.mark_not_held(desk, number, "Heating failure")
            continue
        marks.record_marks(desk, number, {one: mark, other: Mark(Status.PRESENT)})
    elsewhere = a_session(desk, day=MONDAY, end=time(10, 45))
    marks.add_drop_in(desk, elsewhere, one)
    return group, one


def test_the_worked_numbers_to_the_printed_decimals(desk, recorded):
    _group, one = recorded
    found = person_history.attendance_history(desk, one, person_history.Span.ALL).total
    assert (found.booked.n, found.booked.of, found.booked.percent) == (6, 10, Decimal("60.0"))
    assert (found.available.n, found.available.of, found.available.percent) == (6, 9, Decimal("66.7"))
    assert (found.dna.n, found.dna.of, found.dna.percent) == (1, 7, Decimal("14.3"))
    assert (found.booked_minutes, found.minutes, found.hours) == (400, 460, Decimal("7.67"))
    assert found.share(Denominator.BOOKED) == Decimal("44.4")
    assert found.share(Denominator.AVAILABLE) == Decimal("49.4")
    assert found.share_of_attended == Decimal("74.1")
    assert (found.not_recorded, found.walk_ins) == (1, 1)


def test_the_block_counts_the_same(desk, recorded):
    group, one = recorded
    found = block(desk, group.id, MONDAY - timedelta(weeks=15), MONDAY)
    row = next(row for row in found.rows if row.participant == one).sum
    assert (row.available.n, row.available.of, row.available.percent) == (6, 9, Decimal("66.7"))
    assert (row.booked_minutes, row.not_recorded) == (400, 1)


any_mark = st.one_of(
    st.just(Mark()),
    st.sampled_from(TYPED).map(Mark),
    st.builds(
        lambda late, early: Mark(Status.PRESENT, late, early),
        st.integers(0, 200),
        st.none() | st.integers(0, 90),
    ),
    st.builds(lambda minutes: Mark(Status.WALK_IN, minutes=minutes), st.none() | st.integers(0, 300)),
)


described = st.fixed_dictionaries(
    {
        "participation": st.none() | st.integers(0, 4),
        "mood_before": st.none() | st.integers(1, 5),
        "results": st.tuples(
            st.none()
            | st.sampled_from((Outcome.NOT_DONE, Outcome.NOT_OFFERED)).map(TaskResult)
            | st.builds(TaskResult, st.sampled_from((Outcome.DONE, Outcome.PARTLY)), st.integers(1, 6))
        ),
    }
)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.lists(st.tuples(any_mark, described), max_size=14), st.booleans())
def test_totals_of_any_register_are_those_of_the_rates(drawn, held):
    info = session(status=SessionStatus.HELD if held else SessionStatus.NOT_HELD)
    length = info.planned_minutes
    rows = tuple(
        person(n, f"Person {n}", mark, minutes=counted_minutes(mark, length), last_levels=(None,), **said)
        for n, (mark, said) in enumerate(drawn, 1)
    )
    found = Register(info, (TaskColumn(TaskId(1), "Saw"),), rows)
    shown, under = totals(found), sums(found)
    rates = attendance(Entry(mark, length, held) for mark, _said in drawn)
    assert (shown.came, under.present) == (rates.available.n, rates.available.n)
    assert shown.expected == under.expected == rates.available.of + rates.not_recorded
    assert shown.walk_ins == under.walk_ins == rates.walk_ins
    assert shown.minutes == under.minutes == rates.minutes
    assert under.open == rates.not_recorded
    there = [said for mark, said in drawn if held and (mark.attended or not mark.status)]
    done = completion(said["results"][0] for said in there)
    assert shown.tasks == (done,)
    assert [(task.done, task.of) for task in under.tasks] == [(done.n, done.of)]
    assert under.part == mean(said["participation"] for said in there)
    assert under.before == mean(said["mood_before"] for said in there)
    assert shown.participation_n == under.part.n
    assert (shown.participation or 0) * 10 == under.part.tenths


def test_minutes_beyond_the_session_are_kept_and_pointed_out(desk):
    group = a_group(desk)
    number = a_session(desk, group)
    marks.record_mark(desk, number, group.people[0], Mark(Status.PRESENT, minutes=500))
    row = next(row for row in register(desk, number).rows if row.participant == group.people[0])
    assert (row.mark.minutes, row.minutes, row.minutes_over) == (500, 120, True)
