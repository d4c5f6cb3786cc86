"""Derived columns follow what they are derived from, in the same step and through undo."""

import pytest

from groupwork.store import derived, tables
from groupwork.store.transaction import Transaction
from tests.store.dumps import dump


def counts(session):
    row = tables.Session.get_by_id(session.id)
    return row.register_count, row.recorded_count, row.attended_count, row.expected_count


def test_counts_follow_each_mark(centre, mark):
    assert counts(centre.session) == (3, 0, 0, 3)
    mark(0, "P", late_min=5)
    assert counts(centre.session) == (3, 1, 1, 3)
    mark(1, "A")
    assert counts(centre.session) == (3, 2, 1, 3)
    mark(0, None)
    assert counts(centre.session) == (3, 1, 0, 3)


@pytest.mark.parametrize(
    ("status", "attended", "expected"),
    [("P", 1, 3), ("R", 0, 3), ("A", 0, 3), ("X", 0, 3), ("T", 0, 3), ("H", 0, 2), ("N", 0, 2), ("W", 1, 2)],
)
def test_which_statuses_count(centre, mark, status, attended, expected):
    mark(0, status)
    assert counts(centre.session) == (3, 1, attended, expected)


def test_counts_follow_people_coming_and_going(journal, centre):
    with journal.step("test.removed") as step:
        step.delete(centre.marks[0])
    assert counts(centre.session)[0] == 2
    journal.undo(step.done.step, None)
    assert counts(centre.session)[0] == 3


def test_the_start_on_the_register_follows_the_session(journal, centre):
    starts = {a.start for a in tables.Attendance.select()}
    assert starts == {"2026-10-12T09:45"}
    with journal.step("session.moved") as step:
        step.save(tables.Session(__no_default__=1, id=centre.session.id, date="2026-10-13", start="10:00"))
    assert step.done.tables == {"session", "attendance"}
    assert {a.start for a in tables.Attendance.select()} == {"2026-10-13T10:00"}
    journal.undo(step.done.step, None)
    assert {a.start for a in tables.Attendance.select()} == starts


def test_a_mark_moved_to_another_session_takes_its_start_and_both_are_counted(journal, centre):
    with journal.step("test.moved") as step:
        other = step.save(
            tables.Session(activity=centre.activity, date="2026-11-02", start="08:00", end="09:00")
        )
        centre.marks[0].session = other
        step.save(centre.marks[0])
    assert tables.Attendance.get_by_id(centre.marks[0].id).start == "2026-11-02T08:00"
    assert (counts(other)[0], counts(centre.session)[0]) == (1, 2)


def test_a_person_is_found_by_every_form_of_the_name(journal, centre):
    key = tables.Participant.get_by_id(centre.people[1].id).search
    assert "lackorzynski" in key
    with journal.step("participant.changed") as step:
        step.save(tables.Participant(__no_default__=1, id=centre.people[1].id, native="Лонцкожинский"))
    key = tables.Participant.get_by_id(centre.people[1].id).search
    assert "лонцкожинскии" in key
    assert "lackorzynski" in key


def test_rebuilding_everything_changes_nothing(db, journal, centre, mark):
    for n, status in enumerate("PHW"):
        mark(n, status)
    before = dump(db)
    db.execute_sql("UPDATE session SET attended_count = 9")
    db.execute_sql("UPDATE attendance SET start = ''")
    db.execute_sql("UPDATE participant SET search = ''")
    assert dump(db) != before
    with Transaction(db):
        derived.rebuild(db)
    assert dump(db) == before
