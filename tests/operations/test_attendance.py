"""Marks: one gesture, one step."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from groupwork.domain.attendance import NOT_RECORDED, Mark, Status
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import attendance as ops
from groupwork.operations.register import register, take_registers
from groupwork.operations.sessions import mark_not_held
from groupwork.operations.tasks import record_results
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, an_absence, on

P, A = Mark(Status.PRESENT), Mark(Status.ABSENT)
WEEK = timedelta(weeks=1)


@pytest.fixture
def group(desk):
    return a_group(desk, tasks=("Sand",))


@pytest.fixture
def session(desk, group):
    found = a_session(desk, group)
    take_registers(desk)
    return found


def marks(desk, session):
    return {row.participant: row.mark for row in register(desk, session).rows}


def status(desk, session):
    return register(desk, session).session.status


class TestMarks:
    def test_first_attended_mark_makes_it_held_in_the_same_step(self, desk, group, session):
        ops.record_mark(desk, session, group.people[0], A)
        assert status(desk, session) is SessionStatus.PLANNED
        done = ops.record_mark(desk, session, group.people[1], P)
        assert status(desk, session) is SessionStatus.HELD
        desk.store.journal.undo(done.step, desk.actor)
        assert status(desk, session) is SessionStatus.PLANNED
        assert marks(desk, session)[group.people[1]] == NOT_RECORDED

    def test_one_gesture_is_one_step(self, desk, group, session):
        done = ops.record_marks(desk, session, dict.fromkeys(group.people, P))
        assert done.params == {"session": session, "count": 3, "status": "P"}
        desk.store.journal.undo(done.step, desk.actor)
        assert set(marks(desk, session).values()) == {NOT_RECORDED}

    def test_what_is_stored_comes_back(self, desk, group, session):
        mark = Mark(Status.PRESENT, 10, 20, 75, "school run")
        done = ops.record_mark(desk, session, group.people[0], mark)
        assert marks(desk, session)[group.people[0]] == mark
        assert "school run" not in str(done.params)
        assert done.params["late_min"] == 10

    def test_the_same_mark_again_writes_nothing(self, desk, group, session):
        ops.record_mark(desk, session, group.people[0], P)
        assert ops.record_mark(desk, session, group.people[0], P).step is None

    def test_somebody_else_is_refused_by_name_and_nothing_is_written(self, desk, group, session):
        stranger = a_person(desk, "Rima Haddadin")
        with pytest.raises(Refused, match="Rima Haddadin is not on this register"):
            ops.record_marks(desk, session, {group.people[0]: P, stranger: P})
        assert marks(desk, session)[group.people[0]] == NOT_RECORDED

    @pytest.mark.parametrize(
        "mark",
        [Mark(Status.CENTRE_CANCELLED), Mark(Status.ABSENT, late_min=3), Mark(Status.PRESENT, minutes=-1)],
    )
    def test_impossible_marks_are_refused(self, desk, group, session, mark):
        with pytest.raises(Refused):
            ops.record_mark(desk, session, group.people[0], mark)

    def test_not_held_takes_no_marks(self, desk, group, session):
        ops.record_mark(desk, session, group.people[0], A)
        mark_not_held(desk, session, "heating failure")
        with pytest.raises(Refused, match="did not take place"):
            ops.record_mark(desk, session, group.people[0], P)
        assert marks(desk, session)[group.people[0]] == A

    def test_a_viewer_may_not(self, desk, group, session):
        with pytest.raises(NotAllowed):
            ops.record_mark(replace(desk, role="viewer"), session, group.people[0], P)

    def test_a_missing_snapshot_is_taken_first(self, desk, group):
        late = a_session(desk, group, day=MONDAY - WEEK)
        ops.record_mark(desk, late, group.people[0], P)
        found = register(desk, late)
        assert (found.stored, len(found.rows)) == (True, 3)


class TestComingSessions:
    def test_absences_yes_attendance_no(self, desk, group):
        coming = a_session(desk, group, day=MONDAY + WEEK)
        with pytest.raises(Refused, match="still ahead"):
            ops.record_mark(desk, coming, group.people[0], P)
        ops.record_mark(desk, coming, group.people[0], Mark(Status.OTHER, told_at=MONDAY))
        found = register(desk, coming)
        assert (found.stored, len(found.rows)) == (False, 3)
        assert marks(desk, coming)[group.people[0]].status is Status.OTHER

    def test_the_snapshot_keeps_what_was_entered_ahead(self, desk, group):
        coming = a_session(desk, group, day=MONDAY + WEEK)
        ops.record_mark(desk, coming, group.people[0], Mark(Status.OTHER))
        later = on(desk, MONDAY + WEEK)
        take_registers(later)
        found = marks(later, coming)
        assert (len(found), found[group.people[0]].status) == (3, Status.OTHER)


class TestBlanks:
    def test_only_not_recorded_is_filled(self, desk, group):
        an_absence(desk, group.people[0])
        session = a_session(desk, group)
        ops.record_mark(desk, session, group.people[1], A)
        done = ops.mark_blanks_present(desk, session)
        found = marks(desk, session)
        assert [found[p].status for p in group.people] == [Status.HOSPITAL, Status.ABSENT, Status.PRESENT]
        assert found[group.people[0]].planned
        assert done.params["count"] == 1
        assert status(desk, session) is SessionStatus.HELD

    def test_nothing_to_fill_is_no_mistake(self, desk, group, session):
        ops.record_marks(desk, session, dict.fromkeys(group.people, A))
        assert ops.mark_blanks_present(desk, session).step is None
        assert status(desk, session) is SessionStatus.PLANNED


class TestWalkIns:
    def test_added_counted_and_removed_with_results(self, desk, group, session):
        ivo = a_person(desk, "Ivo")
        ops.add_drop_in(desk, session, ivo)
        found = register(desk, session)
        assert (found.session.status, found.session.expected) == (SessionStatus.HELD, 3)
        task = found.tasks[0].id
        level = TaskResult(Outcome.DONE, 5)
        record_results(desk, {(task, ivo): level, (task, group.people[0]): level})
        done = ops.remove_drop_in(desk, session, ivo)
        assert ivo not in marks(desk, session)
        assert [row.participant_id for row in tables.Result.select()] == [group.people[0]]
        desk.store.journal.undo(done.step, desk.actor)
        assert register(desk, session).rows[-1].results == (TaskResult(Outcome.DONE, 5),)

    def test_w_typed_for_somebody_else_adds_them(self, desk, session):
        ivo = a_person(desk, "Ivo")
        ops.record_mark(desk, session, ivo, Mark(Status.WALK_IN, late_min=5))
        assert marks(desk, session)[ivo] == Mark(Status.WALK_IN, late_min=5)

    def test_stays_a_walk_in(self, desk, session):
        ivo = a_person(desk, "Ivo")
        ops.add_drop_in(desk, session, ivo)
        ops.record_mark(desk, session, ivo, Mark(Status.PRESENT, early_min=15))
        assert marks(desk, session)[ivo] == Mark(Status.WALK_IN, early_min=15)
        for mark in (A, NOT_RECORDED):
            with pytest.raises(Refused, match="Ivo is a walk-in"):
                ops.record_mark(desk, session, ivo, mark)

    def test_expected_people_never_become_one_and_are_not_removed(self, desk, group, session):
        with pytest.raises(Refused, match="was expected here"):
            ops.record_mark(desk, session, group.people[0], Mark(Status.WALK_IN))
        with pytest.raises(Refused, match="was expected here"):
            ops.remove_drop_in(desk, session, group.people[0])
        with pytest.raises(Refused, match="already on this register"):
            ops.add_drop_in(desk, session, group.people[0])


class TestParticipationAndMood:
    def test_recorded_and_cleared(self, desk, group, session):
        first, second, _ = group.people
        ops.record_participation(desk, session, {first: 4, second: 0})
        ops.record_mood(desk, session, {first: (2, 5)})
        row = {r.participant: r for r in register(desk, session).rows}
        assert (row[first].participation, row[second].participation) == (4, 0)
        assert (row[first].mood_before, row[first].mood_after) == (2, 5)
        ops.record_participation(desk, session, {first: None})
        assert register(desk, session).rows[0].participation is None
        assert status(desk, session) is SessionStatus.PLANNED

    @pytest.mark.parametrize("level", [-1, 5])
    def test_out_of_range(self, desk, group, session, level):
        with pytest.raises(Refused, match="0 to 4"):
            ops.record_participation(desk, session, {group.people[0]: level})

    def test_of_somebody_absent_is_refused_but_can_be_cleared(self, desk, group, session):
        ops.record_mark(desk, session, group.people[0], A)
        with pytest.raises(Refused, match="Jürgen Hassenpflug-Maier is marked"):
            ops.record_participation(desk, session, {group.people[0]: 3})
        with pytest.raises(Refused, match="1 to 5"):
            ops.record_mood(desk, session, {group.people[0]: (0, None)})
        ops.record_participation(desk, session, {group.people[0]: None})


def test_told_at_survives(desk, group):
    an_absence(desk, group.people[0], "V", told_at=date(2026, 10, 1))
    session = a_session(desk, group)
    take_registers(desk)
    assert marks(desk, session)[group.people[0]].told_at == date(2026, 10, 1)
