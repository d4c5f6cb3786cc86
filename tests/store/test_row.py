"""Rows: nothing is written past the journal, and what the columns accept."""

import pytest
from peewee import IntegrityError, SqliteDatabase

from groupwork.store import row, tables
from groupwork.store.row import WriteOutsideStep


@pytest.mark.parametrize(
    "write",
    [
        lambda: tables.Room(code="R1", name="Holz").save(),
        lambda: tables.Room.create(code="R1", name="Holz"),
        lambda: tables.Room(id=1).delete_instance(),
        lambda: tables.Room.insert(code="R1", name="Holz").execute(),
        lambda: tables.Room.insert_many([{"code": "R1"}]).execute(),
        lambda: tables.Room.update(name="Bad").execute(),
        lambda: tables.Room.delete().execute(),
        lambda: tables.Room.replace(code="R1").execute(),
        lambda: tables.Room.get_or_create(code="R1"),
        lambda: tables.Room.bulk_create([tables.Room(code="R1", name="Holz")]),
        lambda: tables.Room.bulk_update([tables.Room(id=1)], ["name"]),
        lambda: tables.Room.truncate_table(),
    ],
)
def test_a_bare_write_is_a_clear_mistake_in_the_program(db, write):
    with pytest.raises(WriteOutsideStep, match=r"desk\.step"):
        write()
    assert tables.Room.select().count() == 0


def test_tables_are_strict_with_numbers_that_are_never_used_again(db):
    sql = dict(db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())
    for model in tables.ALL:
        text = sql[model._meta.table_name]
        assert text.endswith("STRICT")
        assert "AUTOINCREMENT" in text
        assert "ON DELETE" not in text
        assert text.count("REFERENCES") == text.count("DEFERRABLE INITIALLY DEFERRED")


def test_a_number_stays_used_after_its_row_is_gone(journal):
    with journal.step("room.added") as step:
        room = step.save(tables.Room(code="R1", name="Holz"))
    with journal.step("room.removed") as step:
        step.delete(room)
    with journal.step("room.added") as step:
        assert step.save(tables.Room(code="R1", name="Holz")).id > room.id


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (tables.Attendance, {"status": "Q"}),
        (tables.Attendance, {"late_min": -1}),
        (tables.Attendance, {"mood_before": 6}),
        (tables.Session, {"start": "12:00", "end": "12:00", "date": "2026-10-12"}),
        (tables.Room, {"code": "R", "name": "N", "capacity": 0}),
        (tables.Room, {"code": "R", "name": None}),
    ],
)
def test_what_can_never_be_right_is_not_stored(journal, centre, table, values):
    links = {
        tables.Attendance: {"session": centre.session, "participant": centre.people[0]},
        tables.Session: {"activity": centre.activity},
    }.get(table, {})
    with pytest.raises(IntegrityError), journal.step("test.wrong") as step:
        step.save(table(**links, **values))


def test_the_database_bound_last_is_read_until_it_is_unbound(db, tmp_path):
    other = SqliteDatabase(":memory:")
    row.bind(other)
    assert row.database.obj is other
    row.unbind(other)
    assert row.database.obj is db
