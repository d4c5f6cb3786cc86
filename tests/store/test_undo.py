"""Undo: exact, out of order, and refused in words when it would overwrite or break something."""

import pytest

from groupwork.errors import Refused
from groupwork.store import tables
from groupwork.store.entries import Kind
from groupwork.store.journal import Journal
from tests.store.dumps import dump


def test_undo_puts_every_column_back_and_redo_does_it_again(db, journal, mark):
    before = dump(db)
    done = mark(0, "P", late_min=10, reason="bus")
    after = dump(db)
    undone = journal.undo(done.step, 1)
    assert dump(db) == before
    redone = journal.undo(undone.step, 1)
    assert dump(db) == after
    journal.undo(redone.step, 1)
    assert dump(db) == before
    assert journal.verify().ok


def test_undo_works_out_of_order(db, journal, mark):
    first, second = mark(0, "P"), mark(1, "A")
    journal.undo(first.step, 1)
    assert [a.status for a in tables.Attendance.select().order_by(tables.Attendance.id)] == [None, "A", None]
    journal.undo(second.step, 1)


def test_the_counts_of_a_session_are_no_reason_to_refuse(journal, mark, centre):
    first = mark(0, "P")
    mark(1, "P")
    journal.undo(first.step, 1)
    assert tables.Session.get_by_id(centre.session.id).attended_count == 1


def test_a_row_made_and_pointed_at_in_one_step_goes_again(db, journal, centre):
    before = dump(db)
    with journal.step("session.changed", {}, 1) as step:
        room = step.save(tables.Room(code="R", name="N"))
        step.save(tables.Session(__no_default__=1, id=centre.session.id, room=room))
    undone = journal.undo(step.done.step, 1)
    assert dump(db) == before
    journal.undo(undone.step, 1)
    assert tables.Session.get_by_id(centre.session.id).room_id == room.id


def test_a_removed_row_comes_back_under_its_own_number(db, journal, centre):
    before = dump(db)
    with journal.step("test.removed", {}, 1) as step:
        for entry in centre.marks:
            step.delete(entry)
        step.delete(centre.session)
    journal.undo(step.done.step, 1)
    assert dump(db) == before


def test_undoing_what_made_rows_removes_them(db, journal, centre):
    undone = journal.undo(centre.built.step, 1)
    assert not any(dump(db).values())
    journal.undo(undone.step, 1)
    assert tables.Attendance.select().count() == 3


def refusal(journal, step):
    with pytest.raises(Refused) as caught:
        journal.undo(step, 1)
    return str(caught.value)


def test_refused_when_a_row_was_changed_since_naming_it(db, journal, mark):
    first = mark(0, "P")
    later = mark(0, "A")
    before = dump(db)
    assert refusal(journal, first.step).startswith("Walter Kümmelbein’s mark was changed since")
    assert dump(db) == before
    journal.undo(later.step, 1)
    journal.undo(first.step, 1)


def test_a_session_is_named_by_its_day_in_words(journal, centre):
    steps = []
    for day in ("2026-10-13", "2026-10-14"):
        with journal.step("session.moved", {}, 1) as step:
            step.save(tables.Session(__no_default__=1, id=centre.session.id, date=day))
        steps.append(step.done.step)
    assert refusal(journal, steps[0]).startswith("The session of Tue 13 Oct 2026 was changed since")


def test_refused_when_something_now_points_at_what_would_go(db, journal, centre):
    with journal.step("participant.added", {}, 1) as added:
        person = added.save(tables.Participant(code="P09", called="Moira", full="Moira Tattersley"))
    with journal.step("attendance.drop_in_added", {}, 1) as dropped:
        dropped.save(tables.Attendance(session=centre.session, participant=person, status="W"))
    before = dump(db)
    assert "Moira Tattersley is in use by now" in refusal(journal, added.done.step)
    assert dump(db) == before
    journal.undo(dropped.done.step, 1)
    journal.undo(added.done.step, 1)


def test_refused_when_what_it_belonged_to_is_gone(journal, centre):
    with journal.step("test.removed", {}, 1) as first:
        first.delete(centre.marks[0])
    with journal.step("test.removed", {}, 1) as second:
        second.delete(centre.people[0])
    assert "belongs to was removed" in refusal(journal, first.done.step)
    journal.undo(second.done.step, 1)
    journal.undo(first.done.step, 1)


def test_refused_when_the_same_was_entered_again(db, journal, centre):
    with journal.step("test.removed", {}, 1) as removed:
        removed.delete(centre.marks[0])
    with journal.step("test.added", {}, 1) as step:
        step.save(tables.Attendance(session=centre.session, participant=centre.people[0]))
    before = dump(db)
    assert "entered again" in refusal(journal, removed.done.step)
    assert dump(db) == before


def test_refused_twice(journal, mark):
    done = mark(0, "P")
    journal.undo(done.step, 1)
    assert "undone already" in refusal(journal, done.step)


@pytest.mark.parametrize("kind", [Kind.SYSTEM, Kind.FINAL])
def test_never_for_what_the_app_did_or_what_is_final(journal, centre, kind):
    with journal.step("test.final", {}, 1, kind=kind) as step:
        step.save(tables.Room(code="R", name="N"))
    assert not step.done.undoable
    assert "cannot be undone" in refusal(journal, step.done.step)
    assert step.done.step not in journal.undoable(1)


def test_never_for_events_and_steps_that_are_not_there(journal, centre):
    journal.event("sheet.printed", {}, 1)
    assert "cannot be undone" in refusal(journal, journal.history(1)[0].step)
    assert "not in the journal" in refusal(journal, 4711)


def test_a_row_saved_twice_in_a_step_goes_back_to_the_beginning(db, journal, centre):
    before = dump(db)
    with journal.step("test.changed", {}, 1) as step:
        room = step.save(tables.Room(code="R", name="N"))
        room.name = "M"
        step.save(room)
        for status in ("P", "A"):
            centre.marks[0].status = status
            step.save(centre.marks[0])
        gone = step.save(tables.Room(code="S", name="N"))
        step.delete(gone)
    journal.undo(step.done.step, 1)
    assert dump(db) == before


def test_only_ones_own_steps_since_the_file_was_opened_are_offered(db, journal, mark):
    mine, theirs = mark(0, "P", actor=1), mark(1, "P", actor=2)
    assert journal.undoable(1) == (mine.step, journal.opened_after + 1)
    assert journal.undoable(2) == (theirs.step,)
    assert Journal(db, "desk-1").undoable(1) == ()
    Journal(db, "desk-1").undo(mine.step, 1)


def test_redo_is_offered_until_something_new_is_done(journal, mark):
    first, second = mark(0, "P"), mark(1, "P")
    undo_second = journal.undo(second.step, 1)
    undo_first = journal.undo(first.step, 1)
    assert journal.redoable(1) == (undo_first.step, undo_second.step)
    journal.undo(undo_first.step, 1)
    assert journal.redoable(1) == (undo_second.step,)
    assert journal.undoable(1)[0] == first.step
    mark(2, "P")
    assert journal.redoable(1) == ()


def test_history_shows_what_is_undone(journal, mark):
    done = mark(0, "P")
    undone = journal.undo(done.step, 1)
    state = {entry.step: (entry.undone, entry.undoable) for entry in journal.history(2)}
    assert state == {done.step: (True, False), undone.step: (False, True)}
    journal.undo(undone.step, 1)
    state = {entry.step: (entry.undone, entry.undoable) for entry in journal.history(3)}
    assert state[done.step] == (False, True)
    assert state[undone.step] == (True, False)


def test_an_undo_is_never_part_of_another_step(journal, mark):
    done = mark(0, "P")
    with pytest.raises(RuntimeError, match="of its own"), journal.step("test.wrong"):
        journal.undo(done.step, 1)


def test_a_column_younger_than_the_image_stays_as_it_is(db, journal, mark, centre):
    """As after a migration that added a column: the old image does not know it."""
    done = mark(0, "P")
    db.execute_sql("DROP TRIGGER journal_image_no_update")
    db.execute_sql(
        "UPDATE journal_image SET before = json_remove(before, '$.reason'), "
        "after = json_remove(after, '$.reason')"
    )
    db.execute_sql("UPDATE attendance SET reason = 'new' WHERE id = ?", (centre.marks[0].id,))
    journal.undo(done.step, 1)
    row = tables.Attendance.get_by_id(centre.marks[0].id)
    assert (row.status, row.reason) == (None, "new")
