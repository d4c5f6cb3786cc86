"""Newer, older and tampered files: refused in words, or brought up to date after a verified backup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from groupwork import __version__
from groupwork.errors import Damaged, NotOurs, TooNew
from groupwork.i18n import N_
from groupwork.store import migrations, recognise, schema, sidecar
from groupwork.store.connection import CipherDatabase, Mode
from groupwork.store.journal_tables import TRIGGERS
from groupwork.store.keys import DataKey
from groupwork.store.sidecar import Sidecar

BACKUPS = "backups"
"""The folder beside the file for the backup that is made before the file is brought up to date."""

NEWER = N_(
    "“{file}” was written by a newer Groupwork ({needed}); this is {here}. Install the newer one to open it. "
    "Nothing was changed."
)
OLDER = N_("“{file}” is from an older Groupwork. Open it once for writing, so that it is brought up to date.")
FOREIGN_SCHEMA = N_(
    "“{file}” contains instructions that Groupwork did not put there ({name}). It was not opened. Restore a "
    "backup."
)
UNPROTECTED = N_(
    "In “{file}” the protection of the journal was removed ({name}). It was not opened. Restore a backup."
)


def up_to_date(path: Path, db: CipherDatabase, key: DataKey, slots: Sidecar, mode: Mode) -> Sidecar:
    """Refuse a newer or foreign file; bring an older one up to date after a verified backup."""
    if pragma(db, "application_id") != schema.APPLICATION_ID:
        raise NotOurs(recognise.OTHER, file=path.name)
    _refuse_foreign(path, db)
    version = int(pragma(db, "user_version"))
    if version > migrations.LATEST:
        raise TooNew(NEWER, file=path.name, needed=slots.written_by or str(version), here=__version__)
    if version < migrations.LATEST:
        slots = _migrate(path, db, key, slots, mode)
    for name in schema.missing_triggers(db):
        raise Damaged(UNPROTECTED, file=path.name, name=name)
    return slots


def _refuse_foreign(path: Path, db: CipherDatabase) -> None:
    """Triggers and views would run at our own reads and writes: only ours may be there."""
    found = db.rows("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')")
    for name in sorted({name for (name,) in found} - set(TRIGGERS)):
        raise Damaged(FOREIGN_SCHEMA, file=path.name, name=name)


def _migrate(path: Path, db: CipherDatabase, key: DataKey, slots: Sidecar, mode: Mode) -> Sidecar:
    if mode is Mode.READ:
        raise TooNew(OLDER, file=path.name)
    from groupwork.store import backup

    backup.make(path, key, slots, path.parent / BACKUPS)
    migrations.migrate(db)
    changed = replace(slots, written_by=__version__)
    sidecar.save(path, changed)
    return changed


def pragma(db: CipherDatabase, name: str) -> Any:
    """One value of a pragma."""
    return db.rows(f"PRAGMA {name}")[0][0]
