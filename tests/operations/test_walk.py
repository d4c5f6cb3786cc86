"""A random walk over what people really do: record, plan, call off, import, settings; undo in any order.

After each gesture the whole content is remembered to the last column. Undoing the newest gives back the
content before it, exactly; an older one is undone or refused in words, and a refusal changes nothing.
"""

import secrets
import shutil
from datetime import datetime, time, timedelta

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
from groupwork.domain.sessions import Category
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult
from groupwork.errors import UserError
from groupwork.operations import attendance, history, imports, people, sessions, tasks
from groupwork.operations import settings as centre_settings
from groupwork.operations.desk import Desk
from groupwork.operations.register import register, take_registers
from groupwork.store import tables
from groupwork.store.database import open_store
from groupwork.store.sidecar import keys_path
from tests.builders import MONDAY, PASSPHRASE, a_group, a_session
from tests.store.dumps import dump

PICK = st.integers(min_value=0, max_value=9)
MARKS = st.sampled_from(
    [
        Mark(),
        Mark(Status.PRESENT),
        Mark(Status.PRESENT, late_min=10),
        Mark(Status.PRESENT, early_min=15, minutes=40),
        Mark(Status.ABSENT),
        Mark(Status.UNWELL),
        Mark(Status.HOSPITAL),
        Mark(Status.WALK_IN),
    ]
)
RESULTS = st.sampled_from(
    [
        None,
        TaskResult(Outcome.DONE, 4),
        TaskResult(Outcome.PARTLY, 2),
        TaskResult(Outcome.NOT_DONE, reason=NotDoneReason.DECLINED),
        TaskResult(Outcome.NOT_OFFERED),
    ]
)
NAMES = st.sampled_from(["Ivo", "Zbigniew Łąckorzyński", "अंजलि देशवाल", "Nguyễn Thị Bích Lụa"])


class Walk(RuleBasedStateMachine):
    template = folder = None

    @initialize()
    def begin(self):
        self.path = self.folder / f"{secrets.token_hex(6)}.groupwork"
        shutil.copy(self.template, self.path)
        shutil.copy(keys_path(self.template), keys_path(self.path))
        self.log = []  # (step, content before, content after)
        self.open()
        self.seed()

    def open(self):
        self.store = open_store(self.path, "hanna", PASSPHRASE)
        now = datetime.combine(MONDAY, time(9, 52))
        self.desk = Desk(self.store, 1, "Hanna", "lead", MONDAY, now, "en")

    def seed(self):
        group = a_group(self.desk, tasks=("Saw", "Sand"))
        a_session(self.desk, group, day=MONDAY - timedelta(days=7))
        a_session(self.desk, group)
        a_session(self.desk, group, day=MONDAY + timedelta(days=7))

    def do(self, operation, *args, **fields):
        """One gesture: exactly one step to undo; a refusal writes nothing."""
        if take_registers(self.desk) is not None:  # the app's own step, never undone
            self.log.clear()
        before, steps = dump(self.store.db), len(self.undoable())
        try:
            operation(self.desk, *args, **fields)
        except UserError:
            assert dump(self.store.db) == before
            return
        now = self.undoable()
        if len(now) == steps:
            assert dump(self.store.db) == before
            return
        assert len(now) == steps + 1
        self.log.append((now[0], before, dump(self.store.db)))

    def undoable(self):
        return self.store.journal.undoable(1)

    def session(self, pick):
        found = sessions.sessions_between(self.desk, MONDAY - timedelta(days=30), MONDAY + timedelta(days=60))
        return found[pick % len(found)].id if found else None

    def row(self, session, pick):
        rows = register(self.desk, session).rows
        return rows[pick % len(rows)].participant if rows else 1

    @rule(session=PICK, person=PICK, mark=MARKS)
    def record(self, session, person, mark):
        if (found := self.session(session)) is not None:
            self.do(attendance.record_mark, found, self.row(found, person), mark)

    @rule(session=PICK, which=st.sampled_from(["blanks", "held", "reopen", "not_held"]))
    def decide(self, session, which):
        found = self.session(session)
        if found is None:
            return
        if which == "not_held":
            self.do(sessions.mark_not_held, found, "Heating failure")
            return
        ways = {
            "blanks": attendance.mark_blanks_present,
            "held": sessions.mark_held,
            "reopen": sessions.reopen,
        }
        self.do(ways[which], found)

    @rule(session=PICK, person=PICK, level=st.sampled_from([None, 0, 4]), mood=st.sampled_from([None, 1, 5]))
    def describe(self, session, person, level, mood):
        if (found := self.session(session)) is not None:
            who = self.row(found, person)
            self.do(attendance.record_participation, found, {who: level})
            self.do(attendance.record_mood, found, {who: (mood, level or None)})

    @rule(session=PICK, person=PICK, result=RESULTS)
    def task(self, session, person, result):
        found = self.session(session)
        columns = register(self.desk, found).tasks if found is not None else ()
        if columns:
            self.do(tasks.record_results, {(columns[0].id, self.row(found, person)): result})

    @rule(session=PICK, name=NAMES, way=st.sampled_from(["add", "rename", "remove"]))
    def change_tasks(self, session, name, way):
        found = self.session(session)
        columns = register(self.desk, found).tasks if found is not None else ()
        if found is not None and way == "add":
            self.do(tasks.add_task, found, name)
        elif columns and way == "rename":
            self.do(tasks.rename_task, columns[-1].id, name)
        elif columns:
            self.do(tasks.remove_task, columns[-1].id)

    @rule(session=PICK, person=PICK, name=NAMES, way=st.sampled_from(["new", "known", "off"]))
    def drop_in(self, session, person, name, way):
        found = self.session(session)
        if found is None:
            return
        if way == "new":
            self.do(people.add_new_drop_in, found, name)
        elif way == "known":
            self.do(attendance.add_drop_in, found, 1 + person % 4)
        else:
            self.do(attendance.remove_drop_in, found, self.row(found, person))

    @rule(day=st.integers(-2, 9), weekly=st.booleans(), title=NAMES)
    def plan(self, day, weekly, title):
        start = MONDAY + timedelta(days=day)
        self.do(
            sessions.plan_session,
            activity=None,
            title=title,
            date=start,
            start=time(13),
            end=time(14),
            room=None,
            place="",
            staff=[],
            people=[1, 2],
            weekly=weekly,
            until=start + timedelta(days=21) if weekly else None,
        )

    @rule(session=PICK, hour=st.integers(8, 16), remove=st.booleans())
    def move_or_remove(self, session, hour, remove):
        found = self.session(session)
        if found is not None and remove:
            self.do(sessions.remove_session, found)
        elif found is not None:
            self.do(sessions.change_session, found, start=time(hour), end=time(hour + 1))

    @rule(name=NAMES, paper=st.sampled_from(["A4", "Letter"]), minutes=st.integers(1, 90))
    def centre(self, name, paper, minutes):
        self.do(centre_settings.set_setting, "centre", name)
        self.do(centre_settings.set_setting, "paper", paper)
        self.do(sessions.add_activity, f"{name} {minutes}", Category.CRAFT, minutes)
        self.do(sessions.add_room, f"{name} {minutes}", minutes)

    @rule(n=st.integers(1, 3))
    def take_in(self, n):
        csv = self.folder / "people.csv"
        lines = [f"Anna{secrets.token_hex(3)};Łuk{k};03.04.197{k}" for k in range(n)]
        csv.write_text("\n".join(("Vorname;Nachname;Geburtsdatum", *lines)), encoding="utf-8")
        self.do(imports.import_people, imports.read_people(csv))

    @rule(back=st.integers(0, 6))
    def undo(self, back):
        if back >= len(self.log):
            return
        step, before, _after = self.log[-1 - back]
        now = dump(self.store.db)
        try:
            done = history.undo(self.desk, step)
        except UserError:
            assert back > 0, "the newest step can always be undone"
            assert dump(self.store.db) == now
            return
        if back == 0:
            assert dump(self.store.db) == before
        self.log.append((done.step, now, dump(self.store.db)))

    @rule()
    def redo(self):
        now = dump(self.store.db)
        try:
            done = history.redo(self.desk)
        except UserError:
            assert dump(self.store.db) == now
            return
        if done.step is not None:
            self.log.append((done.step, now, dump(self.store.db)))

    @rule()
    def there_and_back(self):
        """All of the log that still can be, newest first, back to its beginning and again to its end."""
        content = dump(self.store.db)
        if not self.log:
            return
        step, before, _after = self.log[-1]
        done = history.undo(self.desk, step)
        assert dump(self.store.db) == before
        again = history.undo(self.desk, done.step)
        assert dump(self.store.db) == content
        self.log += [(done.step, content, before), (again.step, before, content)]

    @rule()
    def reopen(self):
        content = dump(self.store.db)
        self.store.close()
        self.open()
        assert dump(self.store.db) == content
        assert self.store.journal.verify().ok

    @invariant()
    def nobody_was_there_while_it_is_only_planned(self):
        if hasattr(self, "store"):
            there = tables.Attendance.status.in_(("P", "W"))
            planned = tables.Session.select().where(tables.Session.status == "planned")
            assert not planned.join(tables.Attendance).where(there).exists()

    def teardown(self):
        if hasattr(self, "store"):
            assert self.store.journal.verify().ok
            assert self.store.db.execute_sql("PRAGMA foreign_key_check").fetchall() == []
            self.store.close()


@pytest.mark.slow
def test_any_walk_over_the_operations_comes_back_exactly(template, tmp_path):
    walk = type("OwnWalk", (Walk,), {"template": template, "folder": tmp_path})
    run_state_machine_as_test(
        walk,
        settings=settings(
            max_examples=16,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],  # a failure says its steps; shrinking them takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
