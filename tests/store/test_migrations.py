"""Migrations: the file ends up as the tables say, and a failing one leaves it as it was."""

import re

import pytest
from playhouse.migrations import Runner

from groupwork.store import migrations
from groupwork.store.connection import CipherDatabase, Mode
from groupwork.store.migrations import LATEST, migrate, version
from groupwork.store.schema import (
    APPLICATION_ID,
    HISTORY,
    MigrationFailed,
    missing_triggers,
    run_all,
    wanted_schema,
    written_schema,
)


def test_the_migrated_file_is_what_the_tables_would_create(db):
    """To the letter: peewee's own comparison sees neither STRICT nor CHECKs nor triggers."""
    written, wanted = written_schema(db), wanted_schema(db)
    assert written.keys() == wanted.keys()
    for name, text in wanted.items():
        assert written[name] == text


def test_the_header_says_whose_file_it_is_and_which_version(db):
    assert version(db) == LATEST
    assert db.execute_sql("PRAGMA application_id").fetchone()[0] == APPLICATION_ID


def test_migrating_again_does_nothing(db):
    assert migrate(db) == ()


def test_every_migration_sets_its_own_number(tmp_path, data_key):
    db = CipherDatabase(tmp_path / "new.groupwork", data_key, Mode.CREATE)
    db.connect()
    assert version(db) == 0
    for name in sorted(path.stem for path in migrations.FOLDER.glob("0*.py")):
        Runner(db, str(migrations.FOLDER)).up(target=name)
        assert version(db) == int(name[:4])
    assert version(db) == LATEST
    assert missing_triggers(db) == ()
    db.close()


def test_migrations_are_frozen_and_import_no_tables():
    for path in migrations.FOLDER.glob("0*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"store\.(tables|journal_tables|journal)\b", text), path.name


BODIES = {
    "rows lost": "db.execute_sql('DELETE FROM attendance')",
    "dangling": "db.execute_sql('UPDATE attendance SET session_id = 4711')",
    "trigger lost": "db.execute_sql('DROP TRIGGER journal_step_no_delete')",
    "broken": "db.execute_sql('ALTER TABLE room ADD COLUMN colour TEXT'); 1 / 0",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_migration_that_goes_wrong_leaves_everything_as_it_was(db, centre, tmp_path, body):
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0099_bad.py").write_text(
        "from groupwork.store.schema import migrating\n"
        f"def up(migrator, db):\n    with migrating(db, 99):\n        {body}\n",
        encoding="utf-8",
    )

    def state():
        tables = [name for name in written_schema(db) if " " not in name and "_no_" not in name]
        rows = [db.execute_sql(f"SELECT * FROM {HISTORY}").fetchall()]
        rows += [db.execute_sql("SELECT * FROM attendance ORDER BY id").fetchall()]
        return tables, rows, written_schema(db), version(db)

    before = state()
    with pytest.raises((MigrationFailed, ZeroDivisionError)):
        Runner(db, str(folder)).up()
    assert state() == before
    assert db.execute_sql("PRAGMA foreign_keys").fetchone()[0] == 1
    assert not db.in_transaction()


OLD_ROWS = """
INSERT INTO facilitator (id, code, name, role, active) VALUES (1, 'F1', 'Hanna Brückner', '', 1);;
INSERT INTO room (id, code, name, capacity, note) VALUES (1, 'R1', 'Workshop', 8, '');;
INSERT INTO activity VALUES (1, 'A1', 'Wood', '', 'craft', 90, NULL, 6, 2, '', 'high', 0, 0, 1);;
INSERT INTO group_ VALUES (1, 1, '', 0, '09:00', '10:00', 1, '2026-08-31', NULL, 1, '', NULL, NULL, 0);;
INSERT INTO group_facilitator VALUES (1, 1, 1, 0);;
INSERT INTO participant VALUES
  (1, 'P1', 'Jürgen', 'Jürgen Maier', 'Maier', '', 'Maier, Jürgen', NULL, 'de', 0, '', 1, ' jurgen maier '),
  (2, 'P2', 'Meihua', 'Lin Meihua', 'Lin Meihua', '', 'Lin, Meihua', NULL, 'zh', 0, '', 1, ' lin meihua '),
  (3, 'P3', 'Ivo', 'Ivo', '', '', 'Ivo', NULL, 'de', 0, '', 1, ' ivo ');;
INSERT INTO episode VALUES (1, 1, '2026-08-31', NULL, '', NULL);;
INSERT INTO closure VALUES (1, '2026-10-14', '2026-10-14', 'Teamtag', NULL, NULL);;
INSERT INTO session VALUES
  (1, 1, 1, '', '2026-10-12', '09:00', '10:00', 1, '', 'held', '', NULL, 1, 0, 0, 0, 0, 1);;
INSERT INTO attendance VALUES
  (1, 1, 1, 'P', NULL, NULL, NULL, '', NULL, 0, NULL, NULL, NULL, NULL, '2026-10-12T09:00')
"""


def test_a_file_of_the_first_version_keeps_every_row_and_gets_the_new_columns(tmp_path, data_key):
    db = CipherDatabase(tmp_path / "old.groupwork", data_key, Mode.CREATE)
    db.connect()
    Runner(db, str(migrations.FOLDER)).up(target="0001_initial")
    run_all(db, OLD_ROWS)
    migrate(db)
    names = db.execute_sql("SELECT given, family, family_first FROM participant ORDER BY id").fetchall()
    assert names == [("Jürgen", "Maier", 0), ("Meihua", "Lin", 1), ("Ivo", "", 0)]
    assert db.execute_sql("SELECT stage FROM episode").fetchone() == ("active",)
    assert db.execute_sql("SELECT series_date, closure_id FROM session").fetchone() == ("2026-10-12", None)
    assert db.execute_sql("SELECT role FROM group_facilitator").fetchone() == ("lead",)
    assert db.execute_sql("SELECT count(*) FROM attendance").fetchone() == (1,)
    assert version(db) == LATEST
    assert written_schema(db) == wanted_schema(db)
    db.close()
