"""The journal: what a step stores, what it refuses, and what follows from it."""

from datetime import date

import pytest
from peewee import IntegrityError

from groupwork.domain.attendance import Status
from groupwork.errors import ReadOnly, Refused
from groupwork.store import tables
from groupwork.store.entries import Kind, TypedWords
from groupwork.store.journal import Journal
from tests.store.dumps import dump


def entries(db):
    return db.execute_sql("SELECT count(*) FROM journal_step").fetchone()[0]


def test_a_step_says_what_it_did(mark, centre):
    done = mark(0, "P", late_min=10)
    assert done.step == centre.built.step + 1
    assert done.tables == {"attendance", "session"}
    assert done.rows == {("attendance", centre.marks[0].id), ("session", centre.session.id)}
    assert done.verb == "attendance.recorded"
    assert done.undoable


def test_only_what_differs_is_written(db, mark):
    mark(0, "P")
    before = entries(db)
    done = mark(0, "P")
    assert done.step is None
    assert not done.rows
    assert entries(db) == before


def test_an_enums_member_is_its_stored_code(db, mark):
    mark(0, Status.PRESENT)
    assert mark(0, "P").step is None
    assert mark(0, Status.PRESENT).step is None
    assert type(tables.Attendance.get_by_id(1).status) is str


def test_images_hold_the_row_before_and_after_without_derived_columns(db, mark):
    step = mark(0, "A").step
    before, after = db.execute_sql(
        "SELECT before, after FROM journal_image WHERE step = ?", (step,)
    ).fetchone()
    assert '"status":null' in before
    assert '"status":"A"' in after
    assert '"start"' not in after


def test_a_failing_step_writes_nothing_and_gives_its_rows_no_number(db, journal, centre):
    before, count = dump(db), entries(db)
    room = tables.Room(code="R", name="N")
    with pytest.raises(ZeroDivisionError), journal.step("room.added") as step:
        step.save(room)
        raise ZeroDivisionError
    assert (dump(db), entries(db), room.id) == (before, count, None)
    with journal.step("room.added") as step:
        assert step.save(room).id


def test_nested_steps_join_the_outer_one(db, journal, centre):
    count = entries(db)
    with journal.step("session.held", {}, 1) as outer:
        with journal.step("room.added", {}, 2) as inner:
            inner.save(tables.Room(code="R", name="N"))
            assert inner.done.step is None
            assert inner.done.tables == {"room"}
        outer.save(tables.Room(code="S", name="N"))
    assert entries(db) == count + 1
    assert journal.history(1)[0].verb == "session.held"
    assert journal.history(1)[0].changes == 2


def test_a_nested_step_that_is_refused_leaves_nothing_of_itself(journal, centre):
    with journal.step("session.held", {}, 1) as outer:
        outer.save(tables.Room(code="S", name="N"))
        with pytest.raises(Refused), journal.step("room.added") as inner:
            inner.save(tables.Room(code="R", name="N"))
            raise Refused("no")
    assert [r.code for r in tables.Room.select()] == ["S"]
    assert journal.verify().ok
    journal.undo(outer.done.step, 1)
    assert tables.Room.select().count() == 0


def test_a_nested_step_that_is_refused_takes_what_it_held_along(db, journal, centre):
    """What the app did inside the refused step, its row numbers, its events and its erasures."""
    room = tables.Room(code="R", name="N")
    with journal.step("session.held", {}, 1) as outer:
        outer.save(tables.Room(code="S", name="N"))
        with pytest.raises(Refused), journal.step("room.added") as inner:
            with journal.system_step("register.taken", {"count": 1}) as system:
                system.save(room)
            journal.event("sheet.printed", {}, 1)
            journal.erase_images([("room", 1)], 1)
            inner.save(tables.Room(code="T", name="N"))
            raise Refused("no")
    assert room.id is None
    assert [entry.verb for entry in journal.history(2)] == ["session.held", "test.built"]
    assert [r.code for r in tables.Room.select()] == ["S"]


def test_what_the_app_does_by_itself_inside_a_step_stays_when_the_step_is_undone(journal, centre):
    with journal.step("session.held", {}, 1) as outer:
        with journal.system_step("register.taken", {"count": 1}) as inner:
            inner.save(tables.Room(code="R", name="N"))
        outer.save(tables.Room(code="S", name="N"))
    kinds = [(entry.verb, entry.kind) for entry in journal.history(2)]
    assert kinds == [("session.held", Kind.STEP), ("register.taken", Kind.SYSTEM)]
    journal.undo(outer.done.step, 1)
    assert [r.code for r in tables.Room.select()] == ["R"]


def test_a_unique_value_taken_can_be_caught_in_a_nested_step(journal, centre):
    with journal.step("room.added") as step:
        step.save(tables.Room(code="R", name="N"))
        with pytest.raises(IntegrityError), journal.step("room.added") as inner:
            inner.save(tables.Room(code="R", name="N"))
        step.save(tables.Room(code="S", name="N"))
    assert tables.Room.select().count() == 2


def test_removing_what_is_still_used_is_refused_in_words(db, journal, centre):
    before = dump(db)
    with pytest.raises(Refused, match="still refers to it"), journal.step("test.removed") as step:
        step.delete(centre.people[0])
    assert dump(db) == before
    with journal.step("test.removed") as step:
        step.delete(centre.people[0])  # parents may go first
        step.delete(centre.marks[0])


def test_saving_what_somebody_removed_is_refused(journal, centre):
    with journal.step("test.removed") as step:
        step.delete(centre.marks[0])
    with pytest.raises(Refused, match="removed in the meantime"), journal.step("test.changed") as step:
        centre.marks[0].status = "P"
        step.save(centre.marks[0])


def test_a_row_loaded_with_some_columns_changes_only_those(journal, centre):
    with journal.step("test.changed") as step:
        step.save(tables.Participant(__no_default__=1, id=centre.people[0].id, called="Walt"))
    row = tables.Participant.get_by_id(centre.people[0].id)
    assert (row.called, row.full, row.active) == ("Walt", "Walter Kümmelbein", True)


def test_a_step_that_is_over_saves_nothing(journal, centre):
    with journal.step("test.done") as step:
        pass
    with pytest.raises(RuntimeError, match="over"):
        step.save(tables.Room(code="R", name="N"))


@pytest.mark.parametrize("value", ["Walter Kümmelbein", "two words", object(), ["ok", "not ok"], "x" * 65])
def test_parameters_never_hold_what_somebody_typed(journal, value):
    with pytest.raises(TypedWords), journal.step("room.added", {"name": value}):
        pass


def test_parameters_hold_codes_numbers_and_dates(journal, centre):
    params = {"until": date(2026, 10, 12), "codes": ["P05", "L10"], "n": 3, "none": None}
    with journal.step("room.added", params) as step:
        step.save(tables.Room(code="R", name="N"))
    stored = journal.history(1)[0].params
    assert stored == {"until": "2026-10-12", "codes": ["P05", "L10"], "n": 3, "none": None}


def test_events_are_entries_without_images(db, journal, centre):
    journal.event("sheet.printed", {"session": 1}, 1)
    entry = journal.history(1)[0]
    assert (entry.kind, entry.changes, entry.undoable) == (Kind.EVENT, 0, False)


def test_an_event_inside_a_step_shares_its_fate(db, journal, centre):
    count = entries(db)
    with pytest.raises(ZeroDivisionError), journal.step("print.stored") as step:
        journal.event("sheet.printed", {"session": 1}, 1)
        raise ZeroDivisionError
    assert entries(db) == count
    with journal.step("print.stored") as step:
        step.save(tables.Room(code="R", name="N"))
        journal.event("sheet.printed", {"session": 1}, 1)
    assert entries(db) == count + 2


def test_a_file_open_for_reading_takes_no_step_and_no_event(db, centre):
    reader = Journal(db, "desk-1", read_only=True)
    with pytest.raises(ReadOnly), reader.step("room.added"):
        pass
    with pytest.raises(ReadOnly):
        reader.event("sheet.printed")
    reader.viewed([1], 1)
    reader.flush_views()


def views(journal):
    return [entry.params["people"] for entry in journal.history(50, views=True) if "viewed" in entry.verb]


def test_views_of_a_person_are_one_entry_in_five_minutes(journal, clock, centre):
    for _ in range(3):
        journal.viewed([1, 2], 1)
        clock.pass_by(seconds=90)
    journal.flush_views()
    journal.flush_views()
    assert views(journal) == [[1, 2]]
    clock.pass_by(seconds=60)
    journal.viewed([1], 1)
    journal.flush_views()
    assert views(journal) == [[1], [1, 2]]


def test_a_step_in_which_nothing_differed_loses_no_views(journal, centre, mark):
    mark(0, "P")
    journal.viewed([1], 1)
    assert mark(0, "P").step is None
    journal.flush_views()
    assert views(journal) == [[1]]


def test_views_are_written_with_the_next_step_and_left_out_of_the_page(journal, centre, mark):
    journal.viewed([1], 1)
    journal.viewed([1], 2)
    mark(0, "P")
    assert views(journal) == [[1], [1]]
    assert {entry.actor for entry in journal.history(2, views=True)} == {1, 2}
    assert journal.history(1)[0].verb == "attendance.recorded"


def test_history_names_who_and_pages_on(journal, centre, mark):
    with journal.step("sign_in.added") as step:
        staff = step.save(tables.Facilitator(code="HB", name="Hanna Brückner"))
        who = step.save(tables.SignIn(name="hanna", role="lead", facilitator=staff))
    mark(0, "P", actor=who.id)
    first = journal.history(1)
    assert first[0].actor_name == "Hanna Brückner"
    rest = journal.history(10, first[0].step)
    assert [entry.verb for entry in rest] == ["sign_in.added", "test.built"]


def test_one_gesture_is_one_commit(db, journal, centre):
    seen = []
    db.connection().set_trace_callback(seen.append)
    with journal.step("attendance.recorded", {"count": 3}) as step:
        for entry in centre.marks:
            entry.status = "P"
            step.save(entry)
    db.connection().set_trace_callback(None)
    assert sum(sql.startswith("COMMIT") for sql in seen) == 1
    assert sum(sql.startswith('UPDATE "session"') for sql in seen) == 1


def test_a_mark_costs_ten_statements_and_each_further_one_four(db, journal, centre, mark):
    """Time cannot be asserted, statements can."""

    def statements(people):
        seen = []
        db.connection().set_trace_callback(seen.append)
        with journal.step("attendance.recorded", {"count": people}) as step:
            for entry in centre.marks[:people]:
                entry.status = "A" if entry.status == "P" else "P"
                step.save(entry)
        db.connection().set_trace_callback(None)
        return len(seen)

    assert statements(1) == 10
    assert statements(3) == 18
