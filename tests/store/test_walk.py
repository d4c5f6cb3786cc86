"""A random walk over do, undo out of order, redo, remove parents, reopen: dumps match to the last column.

The model remembers the whole content after each step. Undoing the newest step must give back the content
before it; undoing an older one must change exactly that step's rows back, or be refused and change nothing.
"""

import secrets
import shutil

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from groupwork.errors import Refused
from groupwork.store import row, tables
from groupwork.store.connection import CipherDatabase, Mode
from groupwork.store.journal import Journal
from tests.store.dumps import dump

PICK = st.integers(min_value=0, max_value=50)
STATUS = st.sampled_from(["P", "A", "H", "W", "U", None])
DERIVED = {"session": 4, "attendance": 1, "participant": 1}


def by_row(content):
    """(table, id) → its own columns, without the derived ones at the end."""
    return {
        (table, values[0]): values[: len(values) - DERIVED.get(table, 0)]
        for table, rows in content.items()
        for values in rows
    }


class Walk(RuleBasedStateMachine):
    path = key = folder = None

    @initialize()
    def begin(self):
        self.file = shutil.copy(self.path, self.folder / f"{secrets.token_hex(6)}.groupwork")
        self.open()
        self.log = []  # (step, content before, content after), in order
        self.seed()

    def open(self):
        self.db = CipherDatabase(self.file, self.key, Mode.WRITE)
        self.db.connect()
        row.bind(self.db)
        self.journal = Journal(self.db, "walk")

    def close(self):
        row.unbind(self.db)
        self.db.close()

    def do(self, change, verb="test.changed"):
        """Run one step; remember it when it wrote something, and that a refused one wrote nothing."""
        before = dump(self.db)
        try:
            with self.journal.step(verb, {}, 1) as step:
                change(step)
        except Refused:
            assert dump(self.db) == before
            return
        self.remember(step.done, before)

    def remember(self, done, before):
        if done.step is not None:
            self.log.append((done.step, before, dump(self.db)))

    def any(self, table, pick):
        ids = [one for (one,) in table.select(table.id).tuples().order_by(table.id)]
        return table.get_by_id(ids[pick % len(ids)]) if ids else None

    def seed(self):
        def change(step):
            activity = step.save(tables.Activity(code="A", name="Holz", category="craft", minutes=60))
            for n in range(2):
                step.save(tables.Session(activity=activity, date=f"2026-10-1{n}", start="09:00", end="10:00"))
            for n in range(3):
                step.save(tables.Participant(code=f"P{n}", called=f"Ä{n}", full=f"Ä{n} Ö"))

        self.do(change)

    @rule(session=PICK, person=PICK, status=STATUS)
    def record(self, session, person, status):
        found, who = self.any(tables.Session, session), self.any(tables.Participant, person)
        if found is None or who is None:
            return
        entry = tables.Attendance.get_or_none(
            tables.Attendance.session == found, tables.Attendance.participant == who
        ) or tables.Attendance(session=found, participant=who)
        entry.status = status
        self.do(lambda step: step.save(entry))

    @rule(name=st.text(alphabet="aäßł好 ", min_size=1, max_size=5))
    def add_person(self, name):
        code = f"N{secrets.token_hex(4)}"
        self.do(lambda step: step.save(tables.Participant(code=code, called=name, full=name)))

    @rule(pick=PICK, day=st.integers(min_value=10, max_value=28))
    def move_session(self, pick, day):
        found = self.any(tables.Session, pick)
        if found is not None:
            found.date = f"2026-11-{day}"
            self.do(lambda step: step.save(found))

    @rule(pick=PICK, table=st.sampled_from([tables.Participant, tables.Session, tables.Activity]))
    def remove_parent_alone(self, pick, table):
        found = self.any(table, pick)
        if found is not None:
            self.do(lambda step: step.delete(found))

    @rule(pick=PICK)
    def remove_session_with_its_register(self, pick):
        found = self.any(tables.Session, pick)
        if found is None:
            return
        entries = list(tables.Attendance.select().where(tables.Attendance.session == found))

        def change(step):
            step.delete(found)
            for entry in entries:
                step.delete(entry)

        self.do(change)

    @rule(back=st.integers(min_value=0, max_value=8))
    def undo(self, back):
        """The newest step when `back` is 0 (a redo when that was an undo), else an older one."""
        if back >= len(self.log):
            return
        step, before, after = self.log[-1 - back]
        now = dump(self.db)
        try:
            done = self.journal.undo(step, 1)
        except Refused:
            assert dump(self.db) == now
            assert back > 0, "the newest step can always be undone"
            return
        self.remember(done, now)
        self.check_undone(back, before, after, now)

    def check_undone(self, back, before, after, now):
        content = dump(self.db)
        if back == 0:
            assert content == before
            return
        own, left, was, has = by_row(before), by_row(after), by_row(now), by_row(content)
        changed = {key for key in own.keys() | left.keys() if own.get(key) != left.get(key)}
        for key in has.keys() | was.keys():
            assert has.get(key) == (own.get(key) if key in changed else was.get(key)), key

    @precondition(lambda self: len(self.log) > 1)
    @rule()
    def redo(self):
        newest = self.journal.redoable(1)
        if newest:
            before = dump(self.db)
            try:
                self.remember(self.journal.undo(newest[0], 1), before)
            except Refused:
                assert dump(self.db) == before

    @rule()
    def reopen(self):
        content, anchor = dump(self.db), self.journal.anchor()
        self.close()
        self.open()
        assert dump(self.db) == content
        assert self.journal.verify(anchor).ok

    @invariant()
    def derived_columns_are_true(self):
        if not hasattr(self, "db"):
            return
        for session in tables.Session.select():
            statuses = [
                a.status for a in tables.Attendance.select().where(tables.Attendance.session == session)
            ]
            assert session.register_count == len(statuses)
            assert session.attended_count == sum(s in ("P", "W") for s in statuses)
        for entry in tables.Attendance.select():
            assert entry.start == f"{entry.session.date}T{entry.session.start:%H:%M}"

    def teardown(self):
        if hasattr(self, "db"):
            assert self.journal.verify(self.journal.anchor()).ok
            assert self.db.execute_sql("PRAGMA foreign_key_check").fetchall() == []
            self.close()


@pytest.mark.slow
def test_any_walk_comes_back_exactly(migrated, data_key, tmp_path):
    walk = type("OwnWalk", (Walk,), {"path": migrated, "key": data_key, "folder": tmp_path})
    run_state_machine_as_test(
        walk,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
