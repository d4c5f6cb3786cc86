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
    with CipherDatabase(tmp_path / "new.groupwork", data_key, Mode.CREATE) as db:
        assert version(db) == 0
        for name in sorted(path.stem for path in migrations.FOLDER.glob("0*.py")):
            Runner(db, str(migrations.FOLDER)).up(target=name)
            assert version(db) == int(name[:4])
        assert version(db) == LATEST
        assert missing_triggers(db) == ()


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
    (folder / "0002_bad.py").write_text(
        "from groupwork.store.schema import migrating\n"
        f"def up(migrator, db):\n    with migrating(db, 2):\n        {body}\n",
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
