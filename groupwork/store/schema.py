"""What the file's schema is, and changing it without losing constraints, triggers or children."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import peewee as pw

from groupwork.store.journal_tables import JOURNAL, TRIGGERS

APPLICATION_ID = 0x47775731
"""Stands in the header of every file of ours ("GwW1")."""
HISTORY = "schema_migration"
"""The Runner's own table; not ours, so not compared."""
_SPACE = re.compile(r"\s+")


class MigrationFailed(RuntimeError):
    """A migration left the file wrong; it was rolled back."""


def written_schema(db: pw.Database) -> dict[str, str]:
    """Name → text of every table, index and trigger in the file, white space evened out."""
    rows = db.execute_sql(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {name: even(sql) for name, sql in rows if not name.startswith(HISTORY)}


def wanted_schema(db: pw.Database) -> dict[str, str]:
    """Name → text of what the tables of the program would create in this kind of database."""
    from groupwork.store.tables import ALL

    texts: list[str] = []
    for model in (*ALL, *JOURNAL):
        maker: Any = pw.SchemaManager(model, database=db)
        texts.append(maker._create_table(safe=False).query()[0])
        texts += [query.query()[0] for query in maker._create_indexes(safe=False)]
    texts += TRIGGERS.values()
    return {_name(text): even(text) for text in texts}


def even(sql: str) -> str:
    """The same SQL on one line, without blanks beside brackets."""
    return _SPACE.sub(" ", sql).strip().replace("( ", "(").replace(" )", ")")


def _name(sql: str) -> str:
    found = re.match(r'CREATE (?:UNIQUE )?(?:TABLE|INDEX|TRIGGER) "(\w+)"', sql)
    if found is None:
        raise ValueError("not a CREATE statement of ours")
    return found[1]


def run_all(db: pw.Database, script: str) -> None:
    """Run statements that are parted by ";;" one by one (a script would commit first)."""
    for statement in script.split(";;"):
        if statement.strip():
            db.execute_sql(statement.strip())


@contextmanager
def migrating(db: pw.Database, version: int, changes_rows_of: Iterable[str] = ()) -> Iterator[None]:
    """Around every migration's work, inside the Runner's transaction.

    Afterwards: every table that was there has as many rows as before (but those named), every foreign
    key holds, the journal's triggers are there, the version stands in the header. Otherwise raises
    MigrationFailed, and the Runner rolls everything back.
    """
    before = row_counts(db)
    yield
    after = row_counts(db)
    exempt = set(changes_rows_of)
    for table, count in before.items():
        if table not in exempt and after.get(table) != count:
            raise MigrationFailed(f"{table} had {count} rows and has {after.get(table)}")
    broken = db.execute_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise MigrationFailed(f"{len(broken)} foreign keys point at nothing, first in {broken[0][0]}")
    missing = missing_triggers(db)
    if missing:
        raise MigrationFailed(f"missing triggers: {', '.join(missing)}")
    db.execute_sql(f"PRAGMA user_version = {int(version)}")
    db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def row_counts(db: pw.Database) -> dict[str, int]:
    """Table → number of rows, of every table that is ours."""
    names = [
        row[0]
        for row in db.execute_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        if row[0] != HISTORY
    ]
    return {name: int(db.execute_sql(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}


def missing_triggers(db: pw.Database) -> tuple[str, ...]:
    """Names of the journal's protecting triggers that the file lacks or has with another text."""
    found = dict(db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    return tuple(name for name, sql in TRIGGERS.items() if even(found.get(name) or "") != even(sql))


def rebuild_table(
    db: pw.Database, table: str, create_sql: str, values: Mapping[str, str] | None = None
) -> None:
    """Give a table a new definition, keeping its rows, indexes, triggers and the rows pointing at it.

    `create_sql` is its new CREATE TABLE under the same name. `values` gives an SQL expression over the
    old row for each new or changed column. Only inside a migration of the Runner, which turns foreign
    keys off outside the transaction: raises MigrationFailed when they are on, because dropping the old
    table would then carry its children away.
    """
    if db.execute_sql("PRAGMA foreign_keys").fetchone()[0]:
        raise MigrationFailed("foreign keys are on: rebuild tables inside a migration only")
    around = db.execute_sql(
        "SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger') "
        "AND sql IS NOT NULL",
        (table,),
    ).fetchall()
    new = f"{table}__new"
    text = create_sql.replace(f'"{table}"', f'"{new}"', 1)
    if text == create_sql:
        raise ValueError(f'the new definition does not create "{table}"')
    db.execute_sql(text)
    _copy(db, table, new, values or {})
    sequence = db.execute_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    db.execute_sql(f'DROP TABLE "{table}"')
    # The old behaviour leaves the texts of other tables' foreign keys alone: they name `table` already.
    legacy = db.execute_sql("PRAGMA legacy_alter_table").fetchone()[0]
    db.execute_sql("PRAGMA legacy_alter_table = 1")
    try:
        db.execute_sql(f'ALTER TABLE "{new}" RENAME TO "{table}"')
    finally:
        db.execute_sql(f"PRAGMA legacy_alter_table = {int(legacy)}")
    if sequence is not None:  # ids given once are never given again, not even those already deleted
        db.execute_sql("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (sequence[0], table))
    for _kind, sql in sorted(around):
        db.execute_sql(sql)


def _copy(db: pw.Database, old: str, new: str, values: Mapping[str, str]) -> None:
    had = {row[1] for row in db.execute_sql(f'PRAGMA table_info("{old}")').fetchall()}
    wanted = [row[1] for row in db.execute_sql(f'PRAGMA table_info("{new}")').fetchall()]
    names = [name for name in wanted if name in values or name in had]
    targets = ", ".join(f'"{name}"' for name in names)
    sources = ", ".join(values.get(name, f'"{name}"') for name in names)
    db.execute_sql(f'INSERT INTO "{new}" ({targets}) SELECT {sources} FROM "{old}"')
