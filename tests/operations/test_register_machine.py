"""A machine over one register against a plain dict: mark, fill, undo, redo, lock, close, kill, reopen."""

import secrets
import shutil
from collections import Counter
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from groupwork.domain.attendance import Mark, Status
from groupwork.errors import Refused
from groupwork.operations import attendance, history
from groupwork.operations import settings as centre
from groupwork.operations.block import block
from groupwork.operations.desk import Desk
from groupwork.operations.late_changes import change_late
from groupwork.operations.register import register, take_registers
from groupwork.operations.register_lock import NeedsReason
from groupwork.store import tables
from groupwork.store.database import open_store
from groupwork.store.sidecar import keys_path
from tests.builders import MONDAY, PASSPHRASE, a_group, a_session

WHO = st.integers(0, 3)
MARKS = st.sampled_from(
    [
        Mark(),
        Mark(Status.PRESENT),
        Mark(Status.PRESENT, late_min=10, early_min=5),
        Mark(Status.PRESENT, minutes=500),
        Mark(Status.ABSENT, reason="dentist"),
        Mark(Status.CANCELLED, reason="Łukasz said so", told_at=MONDAY - timedelta(days=3)),
        Mark(Status.HOSPITAL),
    ]
)
TIMES = st.integers(0, 3)
VERBS = (
    *("mark", "mark", "mark", "everybody", "blanks", "undo_and_redo", "undo_and_redo", "lock"),
    *("close", "kill", "killed_in_a_gesture", "somebody_who_is_not_on_it"),
)
"""One rule chooses among them: rules of their own are switched off in most of a few short runs."""
DID = ("mark", "everybody", "blanks", "undo", "redo", "locked", "close", "kill", "torn")


class Cut(Exception):
    """The power is gone in the middle of a gesture."""


class Machine(RuleBasedStateMachine):
    template = folder = None
    did = Counter()
    sittings = 0

    @initialize()
    def begin(self):
        self.path = self.folder / f"{secrets.token_hex(6)}.groupwork"
        shutil.copy(self.template, self.path)
        shutil.copy(keys_path(self.template), keys_path(self.path))
        self.open()
        group = a_group(self.desk, with_people=4)
        self.group, self.people = group.id, group.people
        self.session = a_session(self.desk, group, day=MONDAY - timedelta(days=10))
        take_registers(self.desk)
        self.marks = dict.fromkeys(self.people, Mark())
        self.lock_days = 0

    def open(self):
        self.store = open_store(self.path, "hanna", PASSPHRASE)
        now = datetime.combine(MONDAY, time(9, 52))
        self.desk = Desk(self.store, 1, "Hanna", "lead", MONDAY, now, "en")
        self.sittings += 1  # a reason for the lock holds for one of them: each has an hour of its own
        began = datetime.combine(MONDAY, time(8), UTC) + timedelta(hours=self.sittings)
        self.store.journal.clock = lambda: began
        self.store.journal.opened_at = began
        self.done, self.undone = [], []  # undo reaches back to the opening; the history page goes further
        self.reason_said = False

    @rule(verb=st.sampled_from(VERBS), data=st.data())
    def act(self, verb, data):
        getattr(self, verb)(data.draw)

    def write(self, verb, work, after):
        """Do it, with a reason where the lock wants one, and remember it as one thing to undo."""
        if after == self.marks:
            return
        before, said = dict(self.marks), self.reason_said
        try:
            work(self.desk)
        except NeedsReason as closed:
            assert self.lock_days
            assert not self.reason_said
            assert self.read() == before
            change_late(self.desk, closed.sessions, "From paper", work)
            self.reason_said = True
            self.did["locked"] += 1
        assert self.reason_said or not self.lock_days
        self.marks = after
        self.done.append((before, said))
        self.undone.clear()
        self.did[verb] += 1

    def read(self):
        return {row.participant: row.mark for row in register(self.desk, self.session).rows}

    def mark(self, draw):
        who, mark = draw(WHO), draw(MARKS)
        person = self.people[who]
        after = self.marks | {person: mark}
        self.write("mark", lambda desk: attendance.record_mark(desk, self.session, person, mark), after)

    def everybody(self, draw):
        after = dict.fromkeys(self.people, draw(MARKS))
        self.write("everybody", lambda desk: attendance.record_marks(desk, self.session, after), after)

    def blanks(self, _draw):
        filled = {p: m if m.status else Mark(Status.PRESENT) for p, m in self.marks.items()}
        self.write("blanks", lambda desk: attendance.mark_blanks_present(desk, self.session), filled)

    def undo_and_redo(self, draw):
        for _time in range(min(draw(TIMES), len(self.done))):
            history.undo(self.desk)
            self.swap("undo", self.done, self.undone)
        for _time in range(min(draw(TIMES), len(self.undone))):
            history.redo(self.desk)
            self.swap("redo", self.undone, self.done)

    def swap(self, verb, taken, given):
        """What comes back is what the model says now, and what was there can come back too."""
        given.append((dict(self.marks), self.reason_said))
        self.marks, self.reason_said = taken.pop()
        assert self.read() == self.marks
        self.did[verb] += 1

    def lock(self, draw):
        days = draw(st.sampled_from([0, 5]))
        if days != self.lock_days:
            centre.set_setting(self.desk, "lock_days", days)
            self.lock_days = days
            self.done.clear()  # the setting is the newest step now
            self.undone.clear()

    def somebody_who_is_not_on_it(self, draw):
        person, before = draw(st.sampled_from([99, 1000])), self.read()
        with pytest.raises(Refused):
            attendance.record_mark(self.desk, self.session, person, Mark(Status.PRESENT))
        assert self.read() == before

    def close(self, _draw):
        """As the window's lock does: the file is closed, and opened again with the passphrase."""
        self.store.close()
        self.open()
        self.did["close"] += 1

    def kill(self, _draw):
        """The process is gone: what is on the disk is opened elsewhere, nothing was closed."""
        self.go_on_with(self.copied())
        self.did["kill"] += 1

    def killed_in_a_gesture(self, draw):
        """It goes while the gesture is being written: nothing of it is there afterwards."""
        status = draw(MARKS).status
        with pytest.raises(Cut), self.desk.step("attendance.recorded", session=self.session) as step:
            for row in tables.Attendance.select().where(tables.Attendance.session == self.session):
                row.status, row.reason = status, "half"
                step.save(row)
            left = self.copied()
            raise Cut
        self.go_on_with(left)
        self.did["torn"] += 1

    def copied(self):
        """The file and what SQLite keeps beside it, as they are on the disk now."""
        copy = self.folder / f"{secrets.token_hex(6)}.groupwork"
        for end in ("", "-wal"):
            there = self.path.with_name(self.path.name + end)
            if there.exists():
                shutil.copy(there, copy.with_name(copy.name + end))
        shutil.copy(keys_path(self.path), keys_path(copy))
        return copy

    def go_on_with(self, path):
        self.store.close()
        self.path = path
        self.open()

    @invariant()
    def the_register_says_what_was_typed(self):
        if hasattr(self, "marks"):
            assert self.read() == self.marks

    def teardown(self):
        if hasattr(self, "marks"):
            day = MONDAY - timedelta(days=10)
            shown = {
                row.participant: row.cells[0].mark for row in block(self.desk, self.group, day, day).rows
            }
            assert shown == self.marks
            assert self.store.journal.verify().ok
            self.store.close()


@pytest.mark.slow
def test_the_register_is_a_plain_dict_through_everything(template, tmp_path):
    did = Counter()
    machine = type("OwnMachine", (Machine,), {"template": template, "folder": tmp_path, "did": did})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=15,
            stateful_step_count=50,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert all(did[verb] >= 10 for verb in DID), f"hardly tried: {did}"
