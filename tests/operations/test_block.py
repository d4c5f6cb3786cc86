"""The registers of a group side by side: cells, sums, blanks outside a membership, one step over several."""

from datetime import timedelta
from fractions import Fraction

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.block import last_before
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import attendance, history, person_history, sessions, settings
from groupwork.operations.block import block, record
from groupwork.operations.late_changes import change_late
from groupwork.operations.register import register, take_registers
from groupwork.operations.register_lock import NeedsReason
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, an_absence, put

WEEKS = [MONDAY + timedelta(weeks=n) for n in (-3, -2, -1, 0, 1)]
P, A, H = (Mark(Status(code)) for code in "PAH")


@pytest.fixture
def group(desk):
    return a_group(desk)


@pytest.fixture
def run(desk, group):
    """Five Mondays; the second did not take place; somebody joins for the third; one is away ahead."""
    found = [a_session(desk, group, day=day) for day in WEEKS]
    new = a_person(desk, "Aaliyah Njoroge")
    put(desk, tables.Membership(group=group.id, participant=new, from_date=WEEKS[2]))
    an_absence(desk, group.people[1], days=14, words="clinic")
    take_registers(desk)
    attendance.record_marks(desk, found[0], dict(zip(group.people, (P, A, P), strict=True)))
    sessions.mark_not_held(desk, found[1], "Boiler broken")
    attendance.record_marks(desk, found[2], dict(zip((*group.people, new), (P, P, A, P), strict=True)))
    return found


def read(desk, group):
    return block(desk, group.id, WEEKS[0], WEEKS[-1])


def codes(row):
    return [None if cell is None else (cell.mark.status and cell.mark.status.value) for cell in row.cells]


def test_cells_are_marks_blanks_absences_or_outside(desk, group, run):
    found = read(desk, group)
    by = {row.participant: row for row in found.rows}
    assert [day.session for day in found.dates] == run
    assert [day.lost for day in found.dates] == [False, True, False, False, False]
    assert found.dates[1].reason == "Boiler broken"
    one, two, _three = group.people
    assert codes(by[one]) == ["P", None, "P", None, None]
    assert codes(by[two]) == ["A", None, "P", "H", "H"]
    assert by[two].cells[4].away_words == "clinic"
    new = next(row for row in found.rows if row.name.called == "Aaliyah")
    assert new.cells[:2] == (None, None)
    assert codes(new) == [None, None, "P", None, None]


def test_sums_are_those_of_the_rates(desk, group, run):
    found = read(desk, group)
    by = {row.participant: row.sum for row in found.rows}
    one, two, three = (by[person].available for person in group.people)
    assert [(r.n, r.of) for r in (one, two, three)] == [(2, 2), (1, 2), (1, 2)]
    assert [(s.available.n, s.available.of) for s in found.sums] == [(2, 3), (0, 0), (3, 4), (0, 0), (0, 0)]
    assert (found.total.available.n, found.total.available.of) == (5, 7)
    for person in group.people:
        own = person_history.attendance_history(desk, person)
        assert own.total.available == by[person].available
        assert Fraction(own.total.minutes) == by[person].minutes


def test_several_registers_are_one_step_and_one_undo(desk, group, run):
    steps = len(desk.store.journal.undoable(1))
    done = record(desk, {run[0]: {group.people[1]: P}, run[2]: {group.people[2]: P, group.people[0]: A}})
    assert len(desk.store.journal.undoable(1)) == steps + 1
    assert history.sentence(desk, done) == "Marks recorded in several registers: 3"
    assert codes(read(desk, group).rows[-1])
    history.undo(desk)
    assert [(s.available.n, s.available.of) for s in read(desk, group).sums][:3] == [(2, 3), (0, 0), (3, 4)]


def test_a_refusal_in_one_register_leaves_all_as_they_were(desk, group, run):
    before = read(desk, group)
    for marks in (
        {run[0]: {group.people[0]: A}, run[1]: {group.people[0]: P}},
        {run[0]: {group.people[0]: A}, run[4]: {group.people[0]: P}},
        {run[0]: {group.people[0]: A}, run[2]: {99: P}},
    ):
        with pytest.raises(Refused):
            record(desk, marks)
    assert read(desk, group) == before
    with pytest.raises(Refused, match="nothing to record"):
        record(desk, {run[0]: {}})


def test_future_columns_take_absences(desk, group, run):
    record(desk, {run[4]: {group.people[0]: H}})
    assert codes(next(r for r in read(desk, group).rows if r.participant == group.people[0]))[4] == "H"


def test_all_locked_registers_of_a_gesture_are_named_at_once(desk, group, run):
    settings.set_setting(desk, "lock_days", 3)
    marks = {run[0]: {group.people[0]: A}, run[2]: {group.people[0]: A}, run[3]: {group.people[0]: A}}
    with pytest.raises(NeedsReason) as said:
        record(desk, marks)
    assert said.value.sessions == (run[0], run[2])
    change_late(desk, said.value.sessions, "From paper", lambda d: record(d, marks))
    assert register(desk, run[0]).lock.reason_given
    assert [codes(r)[0] for r in read(desk, group).rows if r.participant == group.people[0]] == ["A"]


def test_last_time_is_the_last_mark_in_a_session_that_took_place(desk, group, run):
    found = read(desk, group)
    row = next(r for r in found.rows if r.participant == group.people[1])
    assert last_before(row, found.dates, 2) == A
    assert last_before(row, found.dates, 0) is None


def test_few_selects_and_a_right_of_its_own(desk, group, run, selects):
    from dataclasses import replace

    assert selects(read, desk, group) <= 5
    with pytest.raises(NotAllowed):
        read(replace(desk, role="volunteer"), group)
    with pytest.raises(Refused):
        block(desk, 999, WEEKS[0], WEEKS[1])
