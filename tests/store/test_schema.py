"""Rebuilding a table keeps its rows, children, STRICT, CHECKs, indexes, triggers and used numbers."""

import peewee as pw
import pytest
from playhouse.migrate import SqliteMigrator, migrate

from groupwork.store.schema import MigrationFailed, even, rebuild_table, run_all, written_schema

SCHEMA = """
CREATE TABLE "parent" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "n" INTEGER NOT NULL) STRICT;;
CREATE TABLE "child" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "parent_id" INTEGER NOT NULL REFERENCES "parent" ("id") ON DELETE CASCADE) STRICT;;
CREATE INDEX "parent_n" ON "parent" ("n");;
CREATE TRIGGER "parent_no_update" BEFORE UPDATE ON "parent" BEGIN SELECT RAISE(ABORT, 'no'); END;;
INSERT INTO "parent" ("id", "n") VALUES (1, 7), (2, 8), (9, 9);;
DELETE FROM "parent" WHERE "id" = 9;;
INSERT INTO "child" ("parent_id") VALUES (1), (2)
"""
NEW = """
CREATE TABLE "parent" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "n" TEXT NOT NULL CHECK ("n" <> ''), "m" INTEGER NOT NULL) STRICT
"""


@pytest.fixture
def old(tmp_path):
    db = pw.SqliteDatabase(tmp_path / "old.db", pragmas={"foreign_keys": 1})
    db.connect()
    run_all(db, SCHEMA)
    yield db
    db.close()


def children(db):
    return db.execute_sql("SELECT count(*) FROM child").fetchone()[0]


def rebuild(db):
    with SqliteMigrator(db).migration_context():
        rebuild_table(db, "parent", NEW.strip(), {"n": 'CAST("n" AS TEXT)', "m": '"n" * 2'})


def test_peewees_own_way_loses_children_triggers_and_strictness(old):
    """The trap this function is for; when peewee mends it, this test says so."""
    migrate(SqliteMigrator(old).alter_column_type("parent", "n", pw.TextField()))
    assert children(old) == 0
    assert "parent_no_update" not in written_schema(old)
    assert "STRICT" not in written_schema(old)["parent"]


def test_ours_keeps_them(old):
    before = written_schema(old)
    rebuild(old)
    after = written_schema(old)
    assert children(old) == 2
    assert old.execute_sql("SELECT * FROM parent ORDER BY id").fetchall() == [(1, "7", 14), (2, "8", 16)]
    assert after["parent"] == even(NEW)
    assert {name: text for name, text in after.items() if name != "parent"} == {
        name: text for name, text in before.items() if name != "parent"
    }
    assert old.execute_sql("PRAGMA foreign_key_check").fetchall() == []


def test_the_rebuilt_table_still_guards_and_still_counts_on(old):
    rebuild(old)
    with pytest.raises(pw.IntegrityError):
        old.execute_sql("UPDATE parent SET n = 'x'")
    with pytest.raises(pw.IntegrityError):
        old.execute_sql("INSERT INTO parent (n, m) VALUES ('', 1)")
    assert old.execute_sql("INSERT INTO parent (n, m) VALUES ('y', 1)").lastrowid == 10
    with pytest.raises(pw.IntegrityError):
        old.execute_sql("INSERT INTO child (parent_id) VALUES (4711)")


def test_it_refuses_where_children_would_be_lost(old):
    with pytest.raises(MigrationFailed, match="foreign keys are on"):
        rebuild_table(old, "parent", NEW.strip())
    assert children(old) == 2
