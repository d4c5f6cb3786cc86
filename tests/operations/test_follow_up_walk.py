"""Any order of marks, calls, closing, undo and redo: never two open follow-ups for one person."""

import shutil
from datetime import datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from groupwork.domain.attendance import Mark, Status
from groupwork.errors import Refused
from groupwork.operations import attendance, follow_ups, history
from groupwork.operations.desk import Desk
from groupwork.operations.follow_up_watch import look_over
from groupwork.operations.register import take_registers
from groupwork.store import tables
from groupwork.store.database import open_store
from groupwork.store.sidecar import keys_path
from tests.builders import MONDAY, PASSPHRASE, a_group, a_session

SESSIONS, PEOPLE = 6, 2
STATUSES = st.sampled_from([Status.ABSENT] * 4 + [Status.PRESENT, Status.CANCELLED, Status.TOO_LATE, None])
GESTURES = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), st.integers(0, SESSIONS - 1), st.integers(0, PEOPLE - 1), STATUSES),
        st.tuples(st.sampled_from(["undo", "undo_older", "redo", "close", "call", "look"])),
    ),
    max_size=22,
)


@pytest.fixture(scope="module")
def started(template, tmp_path_factory):
    """A closed file with a group, its registers taken."""
    path = tmp_path_factory.mktemp("walk") / "centre.groupwork"
    shutil.copy(template, path)
    shutil.copy(keys_path(template), keys_path(path))
    with open_store(path, "hanna", PASSPHRASE) as store:
        desk = _desk(store)
        group = a_group(desk, with_people=PEOPLE)
        for n in range(SESSIONS):
            a_session(desk, group, day=MONDAY - timedelta(weeks=n % 4), start=time(9 + n // 4), end=time(15))
        take_registers(desk)
    return path


def _desk(store):
    return Desk(store, 1, "Hanna", "lead", MONDAY, datetime.combine(MONDAY, time(16)), "en")


@given(gestures=GESTURES)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
def test_there_are_never_two(started, tmp_path_factory, gestures):
    path = tmp_path_factory.mktemp("run") / "centre.groupwork"
    shutil.copy(started, path)
    shutil.copy(keys_path(started), keys_path(path))
    with open_store(path, "hanna", PASSPHRASE) as store:
        desk = _desk(store)
        for gesture, *what in gestures:
            before = tables.FollowUp.select().count()
            _do(desk, gesture, *what)
            there = [f.participant for f in follow_ups.open_follow_ups(desk)]
            assert len(there) == len(set(there))
            assert tables.FollowUp.select().count() <= before + PEOPLE
        assert store.journal.verify().ok


def _do(desk, gesture, *what):
    if gesture == "mark":
        session, person, status = what
        attendance.record_mark(desk, session + 1, person + 1, Mark(status))
        return
    newest = next(iter(follow_ups.open_follow_ups(desk)), None)
    steps = desk.store.journal.undoable(desk.actor)
    try:
        if gesture == "undo_older" and len(steps) > 2:
            history.undo(desk, steps[2])
        elif gesture in ("undo", "redo"):
            getattr(history, gesture)(desk)
        elif gesture == "look":
            look_over(desk)
        elif newest is not None and gesture == "close":
            follow_ups.close(desk, newest.id, "agreed")
        elif newest is not None and gesture == "call":
            follow_ups.log_call(desk, newest.id, "phone", "reached")
    except Refused:
        pass


def test_an_undo_that_would_open_a_second_one_is_refused(started, tmp_path):
    path = tmp_path / "centre.groupwork"
    shutil.copy(started, path)
    shutil.copy(keys_path(started), keys_path(path))
    with open_store(path, "hanna", PASSPHRASE) as store:
        desk = _desk(store)
        for session in (4, 3, 2):
            attendance.record_mark(desk, session, 1, Mark(Status.ABSENT))
        number = follow_ups.open_follow_ups(desk)[0].id
        closed = follow_ups.close(desk, number, "mistake")
        with desk.step("test.built") as step:
            row = tables.FollowUp.get_by_id(number)
            step.save(tables.FollowUp(participant=1, opened=MONDAY, first_day=row.first_day))
        with pytest.raises(Refused):
            history.undo(desk, closed.step)
        assert len(follow_ups.open_follow_ups(desk)) == 1
