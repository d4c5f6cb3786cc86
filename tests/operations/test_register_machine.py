"""A machine over one register against a plain dict: mark, fill, undo, redo, lock, close, kill, reopen."""

import secrets
import shutil
from datetime import datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from groupwork.domain.attendance import Mark, Status
from groupwork.errors import Refused
from groupwork.operations import attendance, history
from groupwork.operations import settings as centre
from groupwork.operations.block import block
from groupwork.operations.desk import Desk
from groupwork.operations.late_changes import change_late
from groupwork.operations.register import register, take_registers
from groupwork.operations.register_lock import NeedsReason
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


class Machine(RuleBasedStateMachine):
    template = folder = None

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
        self.done, self.undone, self.lock_days = [], [], 0

    def open(self):
        self.store = open_store(self.path, "hanna", PASSPHRASE)
        now = datetime.combine(MONDAY, time(9, 52))
        self.desk = Desk(self.store, 1, "Hanna", "lead", MONDAY, now, "en")

    def write(self, work, after):
        """Do it, with a reason where the lock wants one, and remember it as one thing to undo."""
        before = dict(self.marks)
        try:
            work(self.desk)
        except NeedsReason as closed:
            assert self.lock_days
            assert self.read() == before
            change_late(self.desk, closed.sessions, "From paper", work)
        self.marks = after
        self.done.append(before)
        self.undone.clear()

    def read(self):
        return {row.participant: row.mark for row in register(self.desk, self.session).rows}

    @rule(who=WHO, mark=MARKS)
    def mark(self, who, mark):
        person = self.people[who]
        after = self.marks | {person: mark}
        if after != self.marks:
            self.write(lambda desk: attendance.record_mark(desk, self.session, person, mark), after)

    @rule(mark=MARKS)
    def everybody(self, mark):
        after = dict.fromkeys(self.people, mark)
        if after != self.marks:
            self.write(lambda desk: attendance.record_marks(desk, self.session, after), after)

    @rule()
    def blanks(self):
        filled = {p: m if m.status else Mark(Status.PRESENT) for p, m in self.marks.items()}
        if filled != self.marks:
            self.write(lambda desk: attendance.mark_blanks_present(desk, self.session), filled)

    @rule()
    def undo(self):
        if self.done:
            history.undo(self.desk)
            self.undone.append(dict(self.marks))
            self.marks = self.done.pop()

    @rule()
    def redo(self):
        if self.undone:
            history.redo(self.desk)
            self.done.append(dict(self.marks))
            self.marks = self.undone.pop()

    @rule(days=st.sampled_from([0, 5]))
    def lock(self, days):
        if days != self.lock_days:
            centre.set_setting(self.desk, "lock_days", days)
            self.lock_days = days
            self.done.clear()  # the setting is the newest step now
            self.undone.clear()

    @rule(person=st.sampled_from([99, 1000]))
    def somebody_who_is_not_on_it(self, person):
        before = self.read()
        with pytest.raises(Refused):
            attendance.record_mark(self.desk, self.session, person, Mark(Status.PRESENT))
        assert self.read() == before

    @rule()
    def close(self):
        self.store.close()
        self.open()
        self.done.clear()  # undo reaches back to the opening; the history page goes further
        self.undone.clear()

    @rule()
    def kill(self):
        """The process is gone: what is on the disk is opened elsewhere, nothing was closed."""
        copy = self.folder / f"{secrets.token_hex(6)}.groupwork"
        for end in ("", "-wal"):
            there = self.path.with_name(self.path.name + end)
            if there.exists():
                shutil.copy(there, copy.with_name(copy.name + end))
        shutil.copy(keys_path(self.path), keys_path(copy))
        self.store.close()
        self.path = copy
        self.open()
        self.done.clear()  # undo reaches back to the opening; the history page goes further
        self.undone.clear()

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
    machine = type("OwnMachine", (Machine,), {"template": template, "folder": tmp_path})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=14,
            stateful_step_count=22,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
