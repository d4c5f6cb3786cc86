"""The lock date: old registers are changed with a reason, once per sitting, in the first change's step."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.groups import PastRegister
from groupwork.domain.late_changes import locked_since
from groupwork.errors import Refused, UserError
from groupwork.operations import attendance, changes, history, memberships, sessions, settings, tasks
from groupwork.operations.late_changes import change_late
from groupwork.operations.past_registers import add_missed
from groupwork.operations.register import register, take_registers
from groupwork.operations.register_lock import NeedsReason
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, on

P, A = Mark(Status.PRESENT), Mark(Status.ABSENT)


@pytest.fixture
def old(desk):
    """A register three weeks old; registers lock after 14 days."""
    group = a_group(desk, tasks=("Saw",))
    session = a_session(desk, group, day=MONDAY - timedelta(days=21))
    settings.set_setting(desk, "lock_days", 14)
    return session, group.people[0]


@pytest.mark.parametrize(
    ("days", "age", "locked"), [(0, 900, False), (14, 14, False), (14, 15, True), (1, 2, True)]
)
def test_a_register_locks_when_its_days_are_over(days, age, locked):
    since = locked_since(MONDAY - timedelta(days=age), MONDAY, days)
    assert (since is not None) == locked
    if since is not None:
        assert since == MONDAY - timedelta(days=age - days - 1)


def test_every_way_of_changing_it_needs_a_reason(desk, old):
    session, person = old
    ways = [
        lambda: attendance.record_mark(desk, session, person, P),
        lambda: attendance.mark_blanks_present(desk, session),
        lambda: attendance.record_participation(desk, session, {person: 3}),
        lambda: attendance.record_mood(desk, session, {person: (1, 2)}),
        lambda: sessions.mark_not_held(desk, session, "Nobody came"),
        lambda: sessions.mark_held(desk, session),
        lambda: tasks.add_task(desk, session, "Sand"),
    ]
    for way in ways:
        with pytest.raises(NeedsReason) as said:
            way()
        assert said.value.sessions == (session,)
    assert not tables.LateChange.select().exists()
    assert all(row.mark.status is None for row in register(desk, session).rows)


def test_the_reason_is_stored_with_the_first_change_and_asked_once(desk, old):
    session, person = old
    done = change_late(
        desk, [session], "Entered from paper", lambda d: attendance.record_mark(d, session, person, P)
    )
    lock = register(desk, session).lock
    assert [(line.by, line.reason) for line in lock.changes] == [("Hanna Brückner", "Entered from paper")]
    assert lock.reason_given
    attendance.record_mark(desk, session, person, Mark(Status.ABSENT))
    assert tables.LateChange.select().count() == 1
    assert "after its lock date" in history.sentence(desk, done)


def test_undo_takes_mark_and_reason_back_together(desk, old):
    session, person = old
    change_late(desk, [session], "From paper", lambda d: attendance.record_mark(d, session, person, P))
    history.undo(desk)
    assert not tables.LateChange.select().exists()
    assert register(desk, session).rows[0].mark.status is None
    with pytest.raises(NeedsReason):
        attendance.record_mark(desk, session, person, P)


def test_somebody_else_and_another_sitting_say_their_own_reason(desk, old):
    session, person = old
    change_late(desk, [session], "From paper", lambda d: attendance.record_mark(d, session, person, P))
    with pytest.raises(NeedsReason):
        attendance.record_mark(replace(desk, actor_name="Tomasz Wilkowski"), session, person, P)
    desk.store.journal.opened_at += timedelta(hours=3)
    with pytest.raises(NeedsReason):
        attendance.record_mark(desk, session, person, P)
    assert len(register(desk, session).lock.changes) == 1


@pytest.mark.parametrize("reason", ["", "  ", "x" * 100_000, "a\x00b"])
def test_a_bad_reason_is_refused_and_nothing_is_written(desk, old, reason):
    session, person = old
    with pytest.raises(UserError):
        change_late(desk, [session], reason, lambda d: attendance.record_mark(d, session, person, P))
    assert not tables.LateChange.select().exists()
    assert register(desk, session).rows[0].mark.status is None


def test_a_refused_change_leaves_no_reason_behind(desk, old):
    session, _person = old
    with pytest.raises(Refused):
        change_late(desk, [session], "From paper", lambda d: attendance.record_mark(d, session, 99, P))
    assert not tables.LateChange.select().exists()


def test_nothing_is_locked_before_the_setting_or_within_its_days(desk):
    group = a_group(desk)
    session = a_session(desk, group, day=MONDAY - timedelta(days=21))
    attendance.mark_blanks_present(desk, session)
    assert register(desk, session).lock is None
    settings.set_setting(desk, "lock_days", 30)
    assert register(desk, session).lock is None
    assert register(on(desk, MONDAY + timedelta(days=30)), session).lock is not None


@pytest.mark.parametrize("days", [-1, 4_000, True, "14", 1.5])
def test_the_setting_is_a_number_of_days(desk, days):
    with pytest.raises(Refused, match="number of days"):
        settings.set_setting(desk, "lock_days", days)


def test_day_and_times_stay_where_something_is_recorded_until_a_reason_was_said(desk, old):
    session, person = old
    changes.move(desk, session, end=time(12, 15))  # nothing is recorded yet
    settings.set_setting(desk, "lock_days", 0)
    attendance.record_mark(desk, session, person, P)
    settings.set_setting(desk, "lock_days", 14)
    for fields in ({"start": time(8)}, {"end": time(12, 45)}):
        with pytest.raises(Refused) as said:
            changes.change_session(desk, session, **fields)
        assert "locked since" in str(said.value)
    changes.change_session(desk, session, room=None, title="Another title")
    change_late(desk, [session], "from paper", lambda at: attendance.record_mark(at, session, person, A))
    changes.move(desk, session, end=time(12, 45))
    assert tables.Session.get_by_id(session).end == time(12, 45)


def test_people_who_joined_late_come_on_a_locked_register_with_a_reason(desk, old):
    session, _person = old
    take_registers(desk)
    late = a_person(desk, "Late")
    past = (PastRegister(session, MONDAY - timedelta(days=21), "Workshop", (late,)),)
    with pytest.raises(NeedsReason):
        memberships.add_to_registers(desk, [late], [session])
    with pytest.raises(NeedsReason):
        add_missed(desk, past)
    assert late not in {row.participant for row in register(desk, session).rows}
    change_late(desk, [session], "came before the list", lambda at: add_missed(at, past))
    assert late in {row.participant for row in register(desk, session).rows}
    history.undo(desk)
    assert late not in {row.participant for row in register(desk, session).rows}
