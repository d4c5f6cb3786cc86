"""Phases, tasks, materials and hazards: added, changed, moved, removed, undone."""

import pytest

from groupwork import i18n
from groupwork.domain.activities import PartKind, Permission
from groupwork.domain.activity_fields import MOST_PARTS
from groupwork.errors import Refused, UserError
from groupwork.operations import activities, history
from groupwork.operations.activity_parts import add_part, change_part, move_part, remove_part
from groupwork.store import tables
from tests.builders import a_group, a_session, an_activity, put

NAMED = [
    (PartKind.PHASE, "name", "phase"),
    (PartKind.TASK, "name", "task"),
    (PartKind.MATERIAL, "name", "material"),
    (PartKind.HAZARD, "hazard", "hazard"),
]
VALUES = {
    PartKind.PHASE: {"minutes": 25, "words": "Saw\nand sand"},
    PartKind.TASK: {"easier": "with a jig", "harder": "alone", "usual": False},
    PartKind.MATERIAL: {"quantity": "6", "tool": True, "permission": Permission.WATCHED},
    PartKind.HAZARD: {"control": "Gloves"},
}


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")


@pytest.fixture
def wood(desk):
    return an_activity(desk)


def parts(desk, activity, kind):
    return activities.activity(desk, activity).parts(kind)


def order(desk, activity, kind, column):
    return [getattr(part, column) for part in parts(desk, activity, kind)]


@pytest.mark.parametrize(("kind", "column", "word"), NAMED)
def test_a_part_is_added_changed_and_removed_and_each_is_said(desk, wood, kind, column, word):
    made = add_part(desk, wood, kind, **{column: " First "})
    assert history.sentence(desk, made.done) == f"Wood workshop: {word} added"
    done = change_part(desk, kind, made.id, **{column: "Second"}, **VALUES[kind])
    assert history.sentence(desk, done) == f"Wood workshop: {word} changed"
    (part,) = parts(desk, wood, kind)
    assert {c: getattr(part, c) for c in VALUES[kind]} == VALUES[kind]
    assert getattr(part, column) == "Second"
    done = remove_part(desk, kind, made.id)
    assert history.sentence(desk, done) == f"Wood workshop: {word} removed"
    assert parts(desk, wood, kind) == ()
    for _step in range(2):
        history.undo(desk)
    assert order(desk, wood, kind, column) == ["First"]


@pytest.mark.parametrize(("kind", "column", "word"), NAMED)
def test_parts_change_their_places(desk, wood, kind, column, word):
    ids = [add_part(desk, wood, kind, **{column: name}).id for name in "abc"]
    done = move_part(desk, kind, ids[2], -2)
    assert history.sentence(desk, done) == f"Wood workshop: {word}s in another order"
    assert order(desk, wood, kind, column) == ["c", "a", "b"]
    assert move_part(desk, kind, ids[2], -1).step is None
    move_part(desk, kind, ids[0], 99)
    assert order(desk, wood, kind, column) == ["c", "b", "a"]
    history.undo(desk)
    assert order(desk, wood, kind, column) == ["c", "a", "b"]


def test_a_task_that_sessions_have_stays_for_them_and_leaves_the_library(desk):
    group = a_group(desk, tasks=("Saw", "Sand"))
    session = a_session(desk, group)
    saw, _sand = parts(desk, group.activity, PartKind.TASK)
    put(desk, tables.SessionTask(session=session, position=0, name="Saw", activity_task=saw.id))
    remove_part(desk, PartKind.TASK, saw.id)
    assert order(desk, group.activity, PartKind.TASK, "name") == ["Sand"]
    assert tables.SessionTask.get().activity_task_id == saw.id
    with pytest.raises(Refused):
        change_part(desk, PartKind.TASK, saw.id, name="Cut")
    history.undo(desk)
    assert order(desk, group.activity, PartKind.TASK, "name") == ["Saw", "Sand"]
    assert all(task.usual for task in parts(desk, group.activity, PartKind.TASK))


@pytest.mark.parametrize(("kind", "column", "word"), NAMED)
@pytest.mark.parametrize("name", ["", "  ", "\x00", "x" * 500])
def test_bad_names_write_nothing(desk, wood, kind, column, word, name):
    with pytest.raises(UserError):
        add_part(desk, wood, kind, **{column: name})
    assert parts(desk, wood, kind) == ()


@pytest.mark.parametrize("minutes", [0, -5, 721])
def test_a_phase_of_no_length_is_refused(desk, wood, minutes):
    with pytest.raises(Refused, match="minutes"):
        add_part(desk, wood, PartKind.PHASE, name="Begin", minutes=minutes)


def test_phases_longer_than_the_activity_are_not_refused(desk, wood):
    add_part(desk, wood, PartKind.PHASE, name="All day", minutes=700)
    assert parts(desk, wood, PartKind.PHASE)[0].minutes == 700


def test_there_is_an_end_to_it(desk, wood):
    put(desk, *(tables.ActivityHazard(activity=wood, position=n, hazard="x") for n in range(MOST_PARTS)))
    with pytest.raises(Refused, match=str(MOST_PARTS)):
        add_part(desk, wood, PartKind.HAZARD, hazard="one more")


def test_what_is_gone_is_refused_in_words(desk):
    with pytest.raises(Refused, match="meantime"):
        change_part(desk, PartKind.PHASE, 99, name="x")
