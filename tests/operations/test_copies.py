"""A session once more as a one-off: what it takes along, on closed days too; one undo takes it back."""

from datetime import time, timedelta

import pytest

from groupwork.domain.sessions import SessionStatus
from groupwork.errors import Refused
from groupwork.operations import closures, copies, history, sessions
from groupwork.store import tables
from tests.builders import MONDAY, a_person, an_activity

TUESDAY = MONDAY + timedelta(days=1)


def dump():
    return {t: list(t.select().order_by(t.id).tuples()) for t in tables.ALL}


@pytest.fixture
def group(desk):
    """The first session of a weekly group with two members, a room and two tasks."""
    return sessions.plan_session(
        desk,
        activity=an_activity(desk, "Ceramics", tasks=("Wedge clay", "Throw a bowl")),
        date=MONDAY,
        start=time(13),
        end=time(14, 30),
        room=sessions.add_room(desk, "Art studio", 8).id,
        staff=[sessions.add_facilitator(desk, "Priya Ramanathan").id],
        people=[a_person(desk, "Lin Meihua"), a_person(desk, "Ivo")],
        weekly=True,
        until=MONDAY + timedelta(days=14),
    ).session


def test_a_copy_takes_room_staff_tasks_and_people_along(desk, group):
    before = dump()
    copied = copies.copy_session(desk, group, TUESDAY, time(10))
    info = sessions.session(desk, copied.session)
    assert (info.date, info.start, info.end) == (TUESDAY, time(10), time(11, 30))
    assert (info.group, info.room_name, info.on_register) == (None, "Art studio", 2)
    assert [person.name for person in info.staff] == ["Priya Ramanathan"]
    tasks = tables.SessionTask.select().where(tables.SessionTask.session == copied.session)
    assert [task.name for task in tasks] == ["Wedge clay", "Throw a bowl"]
    assert history.history(desk)[0].sentence == "Session copied: Ceramics, Tue 13 Oct 2026"
    desk.store.journal.undo(copied.done.step, desk.actor)
    assert dump() == before


def test_who_is_no_member_on_that_day_is_not_invited(desk, group):
    row = tables.Membership.get()
    with desk.step("test.built") as step:
        row.to_date = MONDAY
        step.save(row)
    copied = copies.copy_session(desk, group, TUESDAY, time(10))
    assert sessions.session(desk, copied.session).on_register == 1


def test_on_a_closed_day_the_copy_is_lost_to_the_closure(desk, group):
    closures.add_closure(desk, "Staff training day", TUESDAY, TUESDAY)
    info = sessions.session(desk, copies.copy_session(desk, group, TUESDAY, time(10)).session)
    assert (info.status, info.reason) == (SessionStatus.NOT_HELD, "Staff training day")


def test_a_copy_over_midnight_is_refused(desk, group):
    before = dump()
    with pytest.raises(Refused, match="midnight"):
        copies.copy_session(desk, group, TUESDAY, time(23))
    assert dump() == before


def test_the_draft_of_a_copy_names_its_people_that_of_itself_does_not(desk, group):
    own = copies.as_draft(desk, group, MONDAY)
    copy = copies.as_draft(desk, group, TUESDAY, copy=True)
    assert (own.session, own.people, own.date) == (group, (), MONDAY)
    assert (copy.session, len(copy.people), copy.room) == (None, 2, own.room)
