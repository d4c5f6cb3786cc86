"""Every way of writing on a locked register: it asks for the reason, or is free by design, in words."""

import inspect
from dataclasses import replace
from datetime import time

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import StepId
from groupwork.errors import NotAllowed, Refused, UserError
from groupwork.operations import (
    attendance,
    changes,
    history,
    late_changes,
    planning,
    sessions,
    settings,
    tasks,
)
from groupwork.operations.late_changes import change_late
from groupwork.operations.locked_changes import RECORD
from groupwork.operations.register import take_registers
from groupwork.operations.register_lock import NeedsReason
from groupwork.store import tables
from tests.builders import a_group, a_session, an_activity
from tests.lock_table import ASKS, FREE, NEAR, NEXT, OLD, locked_centre
from tests.test_rights import OPERATIONS

P = Mark(Status.PRESENT)
TABLES = (
    *(tables.Attendance, tables.Result, tables.SessionTask, tables.Session, tables.LateChange),
    *(tables.PlannedAbsence, tables.Closure, tables.Participant, tables.Group, tables.Setting),
)


@pytest.fixture
def old(desk):
    return locked_centre(desk)


def everything(rows=TABLES):
    return {table: sorted(map(repr, table.select().dicts())) for table in rows}


def records(old):
    """What is recorded on the locked registers; whose record it is does not matter."""
    found = {}
    for table in (tables.Attendance, tables.SessionTask, tables.Session):
        mine = table.id if table is tables.Session else table.session
        for row in table.select().where(mine.in_([old.held, old.open, old.lost])).dicts():
            found[table, row["id"]] = [row[name] for name in RECORD[table._meta.table_name]]
    return found


def writes(operation):
    """Whether an operation writes: it opens a step, or gives back what one did."""
    source = inspect.getsource(inspect.unwrap(operation))
    told = str(inspect.signature(operation).return_annotation)
    return "Done" in told or any(sign in source for sign in (".step(", ".final(", "system_step"))


def save(opened, rows):
    """Save rows in a step."""
    with opened as step:
        for row in rows:
            step.save(row)


def say_why_for(desk, *sessions):
    """Give a reason for these registers, so that what follows needs none."""
    with desk.step("test.built") as step:
        late_changes.say_why(step, desk, sessions, "From paper")


def test_every_operation_that_writes_is_in_the_table():
    free = {name for names in FREE.values() for name in names}
    asks = {name.partition(",")[0] for name in ASKS}
    found = {name for name, operation in OPERATIONS.items() if writes(operation)}
    assert found - asks - free == set()
    assert (free & asks, (free | asks) - set(OPERATIONS)) == (set(), set())


@pytest.mark.parametrize("way", sorted(ASKS))
def test_it_asks_and_nothing_is_written(desk, old, way):
    before = everything()
    with pytest.raises(NeedsReason) as said:
        ASKS[way](desk, old)
    assert everything() == before
    assert said.value.sessions
    assert set(said.value.sessions) <= {old.held, old.open, old.lost}
    assert list(said.value.days) == sorted(said.value.days, key=lambda each: said.value.days[each])


@pytest.mark.parametrize("way", sorted(ASKS))
def test_with_a_reason_it_is_done_in_one_step_and_one_undo_takes_it_back(desk, old, way):
    before = everything()
    with pytest.raises(NeedsReason) as said:
        ASKS[way](desk, old)
    done = change_late(desk, said.value.sessions, "From paper", lambda at: ASKS[way](at, old))
    stored = [(row.session_id, row.by, row.reason) for row in tables.LateChange.select()]
    assert stored == [(number, desk.actor_name, "From paper") for number in said.value.sessions]
    assert "lock date" in history.sentence(desk, done)
    line = history.history(desk)[0]
    assert (line.step, line.who, line.undoable) == (done.step, "hanna", True)
    history.undo(desk)
    assert everything() == before
    history.redo(desk)
    assert tables.LateChange.select().count() == len(stored)


@pytest.mark.parametrize("way", sorted(NEAR))
def test_what_is_close_by_is_free_and_changes_no_record(desk, old, way):
    before = records(old)
    NEAR[way](desk, old)
    assert records(old) == before
    assert not tables.LateChange.select().exists()


@pytest.mark.parametrize("way", sorted(ASKS))
def test_before_the_lock_date_nothing_asks(desk, old, way):
    settings.set_setting(desk, "lock_days", 60)
    ASKS[way](desk, old)
    assert not tables.LateChange.select().exists()


def test_a_locked_register_stays_on_the_calendar(desk, old):
    before = everything()
    with pytest.raises(Refused, match="Mark it as not held instead"):
        changes.remove_session(desk, old.open)
    assert everything() == before


@pytest.mark.parametrize("usual", [(), ("Sand",)], ids=["bare", "with its usual tasks"])
def test_one_that_was_planned_by_mistake_goes_while_nobody_is_on_it(desk, old, usual):
    mistake = a_session(desk, a_group(desk, with_people=0, tasks=usual), day=OLD)
    take_registers(desk)
    tasks_of = tables.SessionTask.select().where(tables.SessionTask.session == mistake)
    assert [task.name for task in tasks_of] == list(usual)
    changes.remove_session(desk, mistake)
    assert not tables.Session.select().where(tables.Session.id == mistake).exists()


def test_looking_for_the_lock_is_one_select_and_one_more_behind_it_however_many(desk, old, selects):
    def cost(*rows):
        """How many SELECTs the same change costs more at a desk than past it."""
        counts = []
        for n, opened in enumerate((desk.store.journal.step("test.built"), desk.step("test.built"))):
            for row in rows:
                row.name = row.reason = ("unwell", "no_time")[n]
            counts.append(selects(lambda opened=opened: save(opened, rows)))
        return counts[1] - counts[0]

    marks = list(tables.Attendance.select().where(tables.Attendance.session.in_([old.held, old.open])))
    activity, result = tables.Activity.get(), tables.Result.get()
    say_why_for(desk, old.held, old.open)
    assert (cost(activity), cost(marks[0]), cost(*marks), cost(result)) == (0, 2, 2, 2)
    settings.set_setting(desk, "lock_days", 60)
    assert (cost(activity), cost(marks[0]), cost(*marks), cost(result)) == (0, 1, 1, 1)


def test_a_composed_step_names_all_of_its_registers_at_once(desk, old):
    with pytest.raises(NeedsReason) as said:
        ASKS["absences.add_absence"](desk, old)
    assert said.value.days == {old.held: OLD, old.open: NEXT}


def test_the_volunteer_who_ran_it_may_say_that_it_was_not_held_and_says_why_so_late(desk, old):
    stand_in = replace(desk, role="volunteer")
    with pytest.raises(NeedsReason):
        sessions.mark_not_held(stand_in, old.open, "Nobody came")
    change_late(
        stand_in, [old.open], "told later", lambda at: sessions.mark_not_held(at, old.open, "Nobody came")
    )
    assert tables.Session.get_by_id(old.open).status == "not_held"
    with pytest.raises(NotAllowed):
        change_late(stand_in, [old.held], "x", lambda at: changes.move(at, old.held, date=NEXT))


class TestUndo:
    """Undoing is a change like any other, but for what one did oneself just now."""

    def marked(self, desk, old):
        settings.set_setting(desk, "lock_days", 0)
        done = attendance.record_mark(desk, old.held, old.blank, P)
        settings.set_setting(desk, "lock_days", 14)
        return done.step

    def test_ones_own_of_this_sitting_goes_back_without_a_word(self, desk, old):
        history.undo(desk, self.marked(desk, old))
        assert not tables.LateChange.select().exists()
        assert "Undone" in history.history(desk)[0].sentence

    def test_of_another_sitting_it_asks(self, desk, old):
        step = self.marked(desk, old)
        desk.store.journal.opened_after = StepId(step)
        before = everything()
        with pytest.raises(NeedsReason) as said:
            history.undo(desk, step)
        assert (everything(), said.value.days) == (before, {old.held: OLD})

    def test_somebody_elses_asks_and_is_done_with_the_reason_in_one_step(self, desk, old):
        step, other = self.marked(desk, old), replace(desk, actor=99, actor_name="Tomasz")
        with pytest.raises(NeedsReason):
            history.undo(other, step)
        with pytest.raises(UserError):
            history.undo(other, step, reason="x" * 1_000)
        done = history.undo(other, step, reason="marked wrongly")
        row = tables.LateChange.get()
        assert (row.session_id, row.by, row.reason) == (old.held, "Tomasz", "marked wrongly")
        history.undo(other, done.step)
        assert not tables.LateChange.select().exists()

    def test_what_touches_no_locked_register_asks_nothing(self, desk, old):
        step = tasks.add_task(desk, a_session(desk), "Sand").step
        desk.store.journal.opened_after = StepId(step)
        history.undo(desk, step)
        assert not tables.LateChange.select().exists()

    def test_what_was_planned_by_mistake_goes_without_a_reason_that_nothing_could_keep(self, desk, old):
        talk = an_activity(desk, "Talk", tasks=("Ask",))
        done = planning.plan_session(desk, activity=talk, date=OLD, start=time(15), end=time(16)).done
        history.undo(replace(desk, actor=99, actor_name="Tomasz"), done.step)
        assert not tables.SessionTask.select().where(tables.SessionTask.name == "Ask").exists()

    def test_a_reason_does_not_go_from_under_the_changes_made_after_it(self, desk, old):
        late = change_late(
            desk, [old.held], "From paper", lambda at: attendance.record_mark(at, old.held, old.blank, P)
        )
        attendance.record_mark(desk, old.held, old.came, Mark(Status.ABSENT))
        before = everything()
        with pytest.raises(NeedsReason):
            history.undo(desk, late.step)
        assert everything() == before
        undone = history.undo(desk, late.step, reason="marked wrongly")
        assert [row.reason for row in tables.LateChange.select()] == ["marked wrongly"]
        history.undo(desk, undone.step)
        assert everything() == before

    def test_the_newest_goes_back_by_its_number_too(self, desk, old):
        before = everything()
        late = change_late(
            desk, [old.held], "From paper", lambda at: attendance.record_mark(at, old.held, old.blank, P)
        )
        history.undo(desk, late.step)
        assert everything() == before
