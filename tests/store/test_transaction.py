"""Transactions: begun in one place, undone as a whole, and the machine's reason told."""

import sqlite3
import threading

import pytest

from groupwork.errors import Busy, Damaged, DiskFull, ReadOnly, Refused, Trouble
from groupwork.store import tables
from groupwork.store.connection import Mode, connect
from groupwork.store.transaction import ForeignTransaction, Transaction, trouble_in
from tests.store.dumps import dump


def sqlite3_error():
    from sqlcipher3 import dbapi2

    return dbapi2.OperationalError


def rival(db_path, data_key):
    other = connect(db_path, data_key, Mode.WRITE)
    other.execute("PRAGMA busy_timeout = 10")
    return other


def test_a_transaction_takes_the_write_lock_at_once(db, db_path, data_key):
    with Transaction(db):
        assert db.connection().in_transaction
        with pytest.raises(sqlite3_error(), match="locked"):
            rival(db_path, data_key).execute("BEGIN IMMEDIATE")
    assert not db.connection().in_transaction


def test_it_does_not_open_inside_somebody_elses(db, journal):
    with db.atomic(), pytest.raises(ForeignTransaction), journal.step("room.added"):
        pass
    db.execute_sql("BEGIN")
    with pytest.raises(ForeignTransaction), Transaction(db):
        pass
    db.execute_sql("ROLLBACK")


def fill_up(db):
    """Leave no room for another page (a portable full disk)."""
    (pages,) = db.execute_sql("PRAGMA page_count").fetchone()
    db.execute_sql(f"PRAGMA max_page_count = {pages}")


def many_rooms(step, n=400):
    for i in range(n):
        step.save(tables.Room(code=f"R{i}", name="x" * 500))


def test_a_full_disk_is_told_and_nothing_is_half_written(db, journal, centre):
    before = dump(db)
    fill_up(db)
    with pytest.raises(DiskFull), journal.step("room.added") as step:
        many_rooms(step)
    assert dump(db) == before
    db.execute_sql("PRAGMA max_page_count = 1000000")
    with journal.step("room.added") as step:
        many_rooms(step, 3)
    assert tables.Room.select().count() == 3
    assert journal.verify().ok


def test_a_full_disk_inside_nested_steps_and_savepoints_is_still_found(db, journal):
    fill_up(db)
    with pytest.raises(DiskFull), journal.step("room.added"), journal.step("room.added") as step, db.atomic():
        many_rooms(step)
    db.execute_sql("PRAGMA max_page_count = 1000000")
    assert db.transaction_depth() == 0
    with journal.step("room.added") as step:
        many_rooms(step, 1)


def test_another_writer_is_told_and_waited_out(db, journal, db_path, data_key, centre):
    other = rival(db_path, data_key)
    db.execute_sql("PRAGMA busy_timeout = 10")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy), journal.step("room.added") as step:
        many_rooms(step, 1)
    other.execute("ROLLBACK")
    other.close()
    with journal.step("room.added") as step:
        many_rooms(step, 1)


def test_a_file_that_may_only_be_read_is_told(db, journal):
    db.execute_sql("PRAGMA query_only = 1")
    with pytest.raises(ReadOnly), journal.step("room.added") as step:
        many_rooms(step, 1)


def named(code, kind=sqlite3.OperationalError):
    error = kind("hidden")
    error.sqlite_errorname = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_BUSY_SNAPSHOT", Busy),
        ("SQLITE_READONLY_DBMOVED", ReadOnly),
        ("SQLITE_CORRUPT_INDEX", Damaged),
        ("SQLITE_NOTADB", Damaged),
        ("SQLITE_IOERR_SHMSIZE", DiskFull),
        ("SQLITE_IOERR", DiskFull),
        ("SQLITE_IOERR_FSYNC", DiskFull),
        ("SQLITE_IOERR_CORRUPTFS", Damaged),
        ("SQLITE_IOERR_READ", Trouble),
    ],
)
def test_the_reason_is_found_behind_what_hides_it(code, kind):
    with pytest.raises(sqlite3.OperationalError) as caught:
        try:
            raise named(code)
        except sqlite3.Error:
            raise sqlite3.OperationalError("cannot rollback - no transaction is active")  # noqa: B904 - as peewee
    assert type(trouble_in(caught.value)) is kind


def test_a_mistake_is_not_taken_for_trouble(db, journal):
    assert trouble_in(ValueError("no")) is None
    with pytest.raises(ZeroDivisionError), journal.step("room.added"):
        1 / 0  # noqa: B018
    with pytest.raises(Refused), journal.step("room.added"):
        try:
            raise named("SQLITE_BUSY")
        except sqlite3.Error:
            raise Refused("no")  # noqa: B904 - its context is the database's, its meaning is not


def test_threads_have_their_own_step(db, journal, centre):
    errors = []

    def write():
        try:
            db.connect()
            with journal.step("room.added") as step:
                many_rooms(step, 1)
            db.close()
        except Exception as error:
            errors.append(error)

    with journal.step("room.added") as step:
        thread = threading.Thread(target=write)
        many_rooms(step, 0)
        step.save(tables.Room(code="main", name="main"))
    thread.start()
    thread.join()
    assert errors == []
    assert tables.Room.select().count() == 2
