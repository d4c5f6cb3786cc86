"""Changes of the schema, one frozen file each, applied by peewee's Runner."""

from __future__ import annotations

from pathlib import Path

import peewee as pw

FOLDER = Path(__file__).resolve().parent
LATEST = max(int(path.name[:4]) for path in FOLDER.glob("[0-9][0-9][0-9][0-9]_*.py"))
"""The schema version this program writes; a file with a higher `user_version` is refused."""


def version(db: pw.Database) -> int:
    """The file's schema version: 0 for an empty file."""
    return int(db.execute_sql("PRAGMA user_version").fetchone()[0])


def migrate(db: pw.Database) -> tuple[str, ...]:
    """Bring the file to LATEST; returns the names of what was applied.

    Each migration is one transaction with its own checks and its version (`schema.migrating`): a
    failing one leaves the file as it was before it. The caller has made a verified backup first, and
    refuses a file that is newer.
    """
    from playhouse.migrations import Runner

    return tuple(Runner(db, str(FOLDER)).up())
