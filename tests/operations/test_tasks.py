"""Tasks of a session and their results."""

from datetime import timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult
from groupwork.errors import Refused
from groupwork.operations import tasks as ops
from groupwork.operations.attendance import record_mark
from groupwork.operations.register import register, take_registers
from tests.builders import MONDAY, a_group, a_person, a_session

DONE5 = TaskResult(Outcome.DONE, 5)
WEEK = timedelta(weeks=1)


@pytest.fixture
def group(desk):
    return a_group(desk, tasks=("Sand", "Glue"))


@pytest.fixture
def session(desk, group):
    found = a_session(desk, group)
    take_registers(desk)
    return found


def task_ids(desk, session):
    return [task.id for task in register(desk, session).tasks]


def task_names(desk, session):
    return [task.name for task in register(desk, session).tasks]


class TestResults:
    @pytest.mark.parametrize(
        "result",
        [
            DONE5,
            TaskResult(Outcome.PARTLY, 2),
            TaskResult(Outcome.NOT_DONE, reason=NotDoneReason.DECLINED),
            TaskResult(Outcome.NOT_OFFERED),
        ],
    )
    def test_stored_read_cleared_and_undone(self, desk, group, session, result):
        task, person = task_ids(desk, session)[0], group.people[0]
        ops.record_results(desk, {(task, person): result})
        assert register(desk, session).rows[0].results == (result, None)
        done = ops.record_results(desk, {(task, person): None})
        assert register(desk, session).rows[0].results == (None, None)
        desk.store.journal.undo(done.step, desk.actor)
        assert register(desk, session).rows[0].results == (result, None)

    def test_a_result_alone_holds_no_session(self, desk, group, session):
        ops.record_results(desk, {(task_ids(desk, session)[0], group.people[0]): DONE5})
        assert register(desk, session).session.status is SessionStatus.PLANNED

    def test_many_are_one_step_with_codes_only(self, desk, group, session):
        cells = {(t, p): DONE5 for t in task_ids(desk, session) for p in group.people}
        done = ops.record_results(desk, cells)
        assert done.params == {"session": session, "count": 6}
        one = ops.record_results(
            desk, {(task_ids(desk, session)[0], group.people[0]): TaskResult(Outcome.DONE, 6)}
        )
        assert one.params["level"] == 6

    def test_somebody_marked_absent_is_refused_by_name(self, desk, group, session):
        record_mark(desk, session, group.people[0], Mark(Status.DECLINED))
        with pytest.raises(Refused, match="Jürgen Hassenpflug-Maier is marked"):
            ops.record_results(desk, {(task_ids(desk, session)[0], group.people[0]): DONE5})
        ops.record_results(desk, {(task_ids(desk, session)[0], group.people[0]): None})

    def test_strangers_other_sessions_and_nothing_are_refused(self, desk, group, session):
        other = a_session(desk, group, day=MONDAY - WEEK)
        take_registers(desk)
        here, there = task_ids(desk, session)[0], task_ids(desk, other)[0]
        with pytest.raises(Refused, match="not on this register"):
            ops.record_results(desk, {(here, a_person(desk)): DONE5})
        with pytest.raises(Refused, match="one session"):
            ops.record_results(desk, {(here, group.people[0]): DONE5, (there, group.people[0]): DONE5})
        with pytest.raises(Refused):
            ops.record_results(desk, {})
        with pytest.raises(Refused, match="no longer"):
            ops.record_results(desk, {(9999, group.people[0]): DONE5})

    @pytest.mark.parametrize(
        "result",
        [
            TaskResult(Outcome.DONE, 7),
            TaskResult(Outcome.NOT_DONE, 3),
            TaskResult(Outcome.DONE, 3, NotDoneReason.UNWELL),
        ],
    )
    def test_results_that_contradict_themselves(self, desk, group, session, result):
        with pytest.raises(Refused):
            ops.record_results(desk, {(task_ids(desk, session)[0], group.people[0]): result})


class TestTasks:
    def test_added_last_renamed_and_removed_with_results(self, desk, group, session):
        ops.add_task(desk, session, "  Oil   it ")
        assert task_names(desk, session) == ["Sand", "Glue", "Oil it"]
        task = task_ids(desk, session)[2]
        ops.record_results(desk, {(task, group.people[0]): DONE5})
        ops.rename_task(desk, task, "Wax it")
        assert task_names(desk, session)[2] == "Wax it"
        assert register(desk, session).rows[0].results[2] == DONE5
        done = ops.remove_task(desk, task)
        assert task_names(desk, session) == ["Sand", "Glue"]
        desk.store.journal.undo(done.step, desk.actor)
        assert register(desk, session).rows[0].results[2] == DONE5

    def test_a_coming_session_gets_its_usual_tasks_first(self, desk, group):
        coming = a_session(desk, group, day=MONDAY + WEEK)
        ops.add_task(desk, coming, "Oil it")
        found = register(desk, coming)
        assert [task.name for task in found.tasks] == ["Sand", "Glue", "Oil it"]
        assert all(task.id > 0 for task in found.tasks)
        assert not found.stored

    @pytest.mark.parametrize(
        ("name", "says"),
        [("", "needs a name"), ("sänd", "already"), ("x" * 121, "120"), ("a\x00b", "cannot")],
    )
    def test_bad_names(self, desk, session, name, says):
        with pytest.raises(Refused, match=says):
            ops.add_task(desk, session, name)

    def test_soft_hyphens_make_no_other_name(self, desk, session):
        ops.add_task(desk, session, "Fenster\u00adrahmen")
        with pytest.raises(Refused, match="already"):
            ops.add_task(desk, session, "Fensterrahmen")
