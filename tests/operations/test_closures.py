"""Closures take planned sessions and give exactly those back; what was held or written on stays."""

from datetime import timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.sessions import SessionStatus
from groupwork.errors import Refused, UserError
from groupwork.operations import attendance, closures, history, sessions
from groupwork.operations import register as registers
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_session, an_activity

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
LAST = MONDAY + 3 * DAY


def dump(desk):
    """Every row of every table."""
    return {t: list(t.select().order_by(t.id).tuples()) for t in tables.ALL}


def state(session):
    row = tables.Session.get_by_id(session)
    return row.status, row.reason


def test_a_closure_takes_planned_sessions_and_removing_it_brings_exactly_those_back(desk):
    group = a_group(desk)
    inside, outside = a_session(desk, group), a_session(desk, group, day=MONDAY + WEEK)
    off = a_session(desk, group, day=MONDAY + DAY)
    sessions.mark_not_held(desk, off, "Facilitator ill")
    before = dump(desk)
    assert [s.id for s in closures.what_would_be_lost(desk, MONDAY, LAST)] == [inside]
    closed = closures.add_closure(desk, " Team  day ", MONDAY, LAST)
    assert (closed.lost, closed.kept) == (1, ())
    assert [state(s) for s in (inside, outside, off)] == [
        ("not_held", "Team day"),
        ("planned", ""),
        ("not_held", "Facilitator ill"),
    ]
    assert history.history(desk)[0].sentence == "Closure added"
    listed = closures.closures(desk, MONDAY, MONDAY)
    assert [(c.name, c.lost, c.kind) for c in listed] == [("Team day", 1, "closure")]
    done = closures.remove_closure(desk, closed.id)
    assert [state(s)[0] for s in (inside, outside, off)] == ["planned", "planned", "not_held"]
    desk.store.journal.undo(done.step, desk.actor)
    desk.store.journal.undo(closed.done.step, desk.actor)
    assert dump(desk) == before


def test_what_was_held_or_written_on_stays_and_is_named(desk):
    group = a_group(desk)
    held, said = a_session(desk, group), a_session(desk, group, day=MONDAY + DAY)
    registers.take_registers(desk)
    attendance.record_mark(desk, held, group.people[0], Mark(Status.PRESENT))
    attendance.record_mark(desk, said, group.people[0], Mark(Status.CANCELLED))
    closed = closures.add_closure(desk, "Storm", MONDAY, LAST)
    assert closed.lost == 0
    assert [s.id for s in closed.kept] == [held, said]
    assert state(held)[0] == "held"


def test_a_register_without_marks_is_no_reason_to_stay(desk):
    group = a_group(desk)
    session = a_session(desk, group)
    registers.take_registers(desk)
    closed = closures.add_closure(desk, "Storm", MONDAY, MONDAY)
    closures.remove_closure(desk, closed.id)
    assert state(session) == ("planned", "")
    assert tables.Attendance.select().count() == 3


def test_other_days_and_another_name(desk):
    group = a_group(desk)
    first, second, third = (a_session(desk, group, day=MONDAY + n * DAY) for n in range(3))
    closed = closures.add_closure(desk, "Storm", MONDAY, MONDAY + DAY)
    before = dump(desk)
    changed = closures.change_closure(desk, closed.id, "Heating", MONDAY + DAY, MONDAY + 2 * DAY)
    assert changed.lost == 1
    assert [state(s) for s in (first, second, third)] == [
        ("planned", ""),
        ("not_held", "Heating"),
        ("not_held", "Heating"),
    ]
    desk.store.journal.undo(changed.done.step, desk.actor)
    assert dump(desk) == before


def test_somebodys_decision_outlives_the_closure(desk):
    group = a_group(desk)
    opened, off = a_session(desk, group), a_session(desk, group, day=MONDAY + DAY)
    closed = closures.add_closure(desk, "Storm", MONDAY, LAST)
    sessions.reopen(desk, opened)
    sessions.mark_not_held(desk, off, "Outing instead")
    closures.change_closure(desk, closed.id, "Storm", MONDAY, LAST + DAY)
    assert (state(opened)[0], state(off)) == ("planned", ("not_held", "Outing instead"))
    closures.remove_closure(desk, closed.id)
    assert (state(opened)[0], state(off)) == ("planned", ("not_held", "Outing instead"))


def test_of_two_closures_the_other_one_still_holds(desk):
    session = a_session(desk, a_group(desk))
    first = closures.add_closure(desk, "Storm", MONDAY, MONDAY)
    closures.add_closure(desk, "Teamtag", MONDAY, LAST)
    closures.remove_closure(desk, first.id)
    assert state(session) == ("not_held", "Teamtag")


def test_a_closed_room_only_warns_and_an_activity_may_go_on(desk):
    room = sessions.add_room(desk, "Workshop").id
    party = an_activity(desk, "Party")
    session = a_session(desk, activity=party, room=room)
    assert closures.what_would_be_lost(desk, MONDAY, LAST, room) == ()
    assert closures.add_closure(desk, "Paint", MONDAY, LAST, room=room).lost == 0
    assert closures.add_closure(desk, "Summer party", MONDAY, LAST, allowed=party).lost == 0
    assert state(session)[0] == "planned"
    assert [(c.room_name, c.allowed_name) for c in closures.closures(desk, MONDAY, LAST)] == [
        ("Workshop", ""),
        ("", "Party"),
    ]


def test_a_lost_session_that_is_moved_to_an_open_day_takes_place(desk):
    session = a_session(desk, a_group(desk))
    closures.add_closure(desk, "Storm", MONDAY, MONDAY + DAY)
    sessions.move(desk, session, date=MONDAY + DAY)
    assert state(session) == ("not_held", "Storm")
    sessions.move(desk, session, date=MONDAY + 2 * DAY)
    assert state(session) == ("planned", "")
    assert sessions.session(desk, session).status is SessionStatus.PLANNED


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"last": MONDAY - DAY}, "before the first"),
        ({"name": " "}, "type a name"),
        ({"room": 77}, "no longer there"),
        ({"allowed": 77}, "no longer there"),
        ({"kind": "strike"}, "Choose one of"),
        ({"last": MONDAY + 800 * DAY}, "two years"),
    ],
)
def test_what_cannot_be_a_closure_is_refused(desk, wrong, words):
    with pytest.raises(UserError, match=words):
        closures.add_closure(desk, **{"name": "Storm", "first": MONDAY, "last": LAST} | wrong)
    with pytest.raises(Refused, match="no longer there"):
        closures.remove_closure(desk, 5)
