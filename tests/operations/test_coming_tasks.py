"""Tasks of coming sessions follow the library only when asked, and never where something was recorded."""

from datetime import timedelta

import pytest

from groupwork import i18n
from groupwork.domain.activities import PartKind
from groupwork.errors import Refused
from groupwork.operations import activities, history
from groupwork.operations.activity_parts import add_part, change_part, move_part, remove_part
from groupwork.operations.coming_tasks import renew_coming_tasks
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_session, put

WEEK = timedelta(weeks=1)


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")


@pytest.fixture
def wood(desk):
    """A group with tasks Saw and Sand, one session gone, two coming; each has the tasks."""
    group = a_group(desk, tasks=("Saw", "Sand"))
    sessions = [a_session(desk, group, day=MONDAY + n * WEEK) for n in (-1, 0, 1)]
    library = activities.activity(desk, group.activity).tasks
    for session in sessions:
        for n, task in enumerate(library):
            put(desk, tables.SessionTask(session=session, position=n, name=task.name, activity_task=task.id))
    return group.activity, sessions, library


def has(session):
    rows = tables.SessionTask.select().where(tables.SessionTask.session == session)
    return [row.name for row in rows.order_by(tables.SessionTask.position, tables.SessionTask.id)]


def behind(desk, activity):
    return activities.activity(desk, activity).behind


def test_the_library_changes_no_session_by_itself(desk, wood):
    activity, sessions, (saw, sand) = wood
    assert behind(desk, activity) == ()
    change_part(desk, PartKind.TASK, saw.id, name="Cut")
    remove_part(desk, PartKind.TASK, sand.id)
    assert [has(session) for session in sessions] == [["Saw", "Sand"]] * 3
    assert behind(desk, activity) == tuple(sessions[1:])


def test_on_request_coming_sessions_follow_in_one_step(desk, wood):
    activity, sessions, (saw, sand) = wood
    change_part(desk, PartKind.TASK, saw.id, name="Cut")
    remove_part(desk, PartKind.TASK, sand.id)
    add_part(desk, activity, PartKind.TASK, name="Oil")
    done = renew_coming_tasks(desk, activity)
    assert history.sentence(desk, done) == "Wood workshop: tasks renewed in coming sessions: 2"
    assert [has(session) for session in sessions] == [["Saw", "Sand"], ["Cut", "Oil"], ["Cut", "Oil"]]
    assert behind(desk, activity) == ()
    with pytest.raises(Refused, match="already"):
        renew_coming_tasks(desk, activity)
    history.undo(desk)
    assert [has(session) for session in sessions] == [["Saw", "Sand"]] * 3


def test_sessions_with_results_and_tasks_of_their_own_stay(desk, wood):
    activity, sessions, (saw, _sand) = wood
    person = tables.Participant.select().first()
    task = tables.SessionTask.get(tables.SessionTask.session == sessions[1])
    put(desk, tables.Result(task=task, participant=person, outcome="done", level=6))
    put(desk, tables.SessionTask(session=sessions[2], position=9, name="Sweep"))
    move_part(desk, PartKind.TASK, saw.id, 1)
    assert behind(desk, activity) == (sessions[2],)
    renew_coming_tasks(desk, activity)
    assert has(sessions[1]) == ["Saw", "Sand"]
    assert has(sessions[2]) == ["Sand", "Saw", "Sweep"]


def test_a_task_that_is_not_usual_stays_where_it_was_chosen_and_comes_nowhere_else(desk, wood):
    activity, sessions, (saw, _sand) = wood
    change_part(desk, PartKind.TASK, saw.id, usual=False)
    assert behind(desk, activity) == ()
    add_part(desk, activity, PartKind.TASK, name="Oil")
    renew_coming_tasks(desk, activity)
    assert has(sessions[2]) == ["Saw", "Sand", "Oil"]
