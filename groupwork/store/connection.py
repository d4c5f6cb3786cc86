"""Connections to an encrypted file, never silently to a plain one."""

from __future__ import annotations

import logging
import sys
from enum import StrEnum
from pathlib import Path
from typing import Any

import peewee as pw

from groupwork.errors import Busy, Trouble
from groupwork.i18n import N_
from groupwork.store.keys import DataKey

RAW_KEY_LENGTH = 99
"""x'…' around 64 digits of key and 32 of salt: anything else SQLCipher would take for a passphrase."""

NO_DRIVER = N_(
    "The encryption library is missing on this computer, so no file is opened. Install Groupwork again."
)
NOT_ENCRYPTING = N_(
    "The database library on this computer does not encrypt. Nothing was written. Install Groupwork again."
)
LOG_IN_USE = N_("Another program is using the file. Wait a moment and try again.")


class Mode(StrEnum):
    """How a file is opened. A reader never writes a page of it."""

    CREATE = "rwc"
    WRITE = "rw"
    READ = "read"


logging.getLogger("peewee").setLevel(logging.WARNING)  # at DEBUG it writes statements with names in them


class CipherDatabase(pw.SqliteDatabase):
    """A peewee database on SQLCipher with a raw key. Each thread gets its own connection, each is checked.

    Raises Trouble when the driver is missing or does not encrypt, before anything was written.
    """

    def __init__(self, path: Path, key: DataKey, mode: Mode) -> None:
        self._path, self._key, self._mode = path, key, mode
        self._elsewhere = 0
        super().__init__(str(path), autoconnect=False)

    def written(self) -> int:
        """How much this thread's connection and others have changed; what was undone counts too."""
        own: Any = self
        return int(own.connection().total_changes) + self._elsewhere

    def other_thread_wrote(self) -> None:
        """Another thread gives up its connection: what it changed is not in this one's count."""
        self._elsewhere += 1

    @property
    def mode(self) -> Mode:
        """How the file was opened."""
        return self._mode

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows of a plain statement on this thread's connection. Raises the driver's own errors."""
        own: Any = self  # peewee leaves the method untyped
        return list(own.connection().execute(sql, values))

    def settle(self) -> None:
        """Bring the log into the file itself; see the function of the same name."""
        own: Any = self
        settle(own.connection())

    def _connect(self) -> Any:
        return connect(self._path, self._key, self._mode)


def driver() -> Any:
    """The DB-API module. Raises Trouble when it is not installed."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise Trouble(NO_DRIVER) from error
    return dbapi2


def connect(path: Path, key: DataKey, mode: Mode) -> Any:
    """A connection of the driver, keyed and checked.

    Raises Trouble before anything is written when the driver does not encrypt, and the driver's own
    errors ("file is not a database") for a file it cannot read with this key.
    """
    connection = driver().connect(_uri(path, mode), uri=True, isolation_level=None, timeout=5.0)
    try:
        _unlock(connection, key)
        _settings(connection, mode)
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path, mode: Mode) -> str:
    """Readers open for writing when no log is there: only then does the log they need vanish again.

    `query_only` keeps them from writing. Where a log is there it may be another process's, so they open
    it read-only and leave it as it is. Where the folder cannot be written and no log is there, nobody
    else can be writing either: the file is read as it stands.
    """
    if mode is not Mode.READ:
        return f"{path.absolute().as_uri()}?mode={mode.value}"
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        return f"{path.absolute().as_uri()}?mode=ro"
    if can_write(path):
        return f"{path.absolute().as_uri()}?mode=rw"
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


def can_write(path: Path) -> bool:
    """Whether the file and its folder may be written by this user."""
    import os

    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _unlock(connection: Any, key: DataKey) -> None:
    raw = key.raw()
    if len(raw) != RAW_KEY_LENGTH:
        raise Trouble(NOT_ENCRYPTING)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f'PRAGMA key = "{raw}"')
    version = _ask(connection, "cipher_version")
    if not isinstance(version, str) or not version.startswith("4."):
        raise Trouble(NOT_ENCRYPTING)
    if str(_ask(connection, "cipher_status")) != "1":
        raise Trouble(NOT_ENCRYPTING)


def _settings(connection: Any, mode: Mode) -> None:
    """The connection's settings, those that matter read back."""
    connection.execute("PRAGMA trusted_schema = 0")
    connection.execute("PRAGMA cell_size_check = 1")
    connection.execute("PRAGMA foreign_keys = 1")
    connection.execute("PRAGMA synchronous = FULL")
    if sys.platform == "darwin":  # elsewhere fsync already reaches the disk
        connection.execute("PRAGMA fullfsync = 1")
        connection.execute("PRAGMA checkpoint_fullfsync = 1")
    if mode is Mode.READ:
        connection.execute("PRAGMA query_only = 1")
    else:
        _require(connection, "journal_mode", "wal", _ask(connection, "journal_mode = wal"))
    _require(connection, "synchronous", 2)
    _require(connection, "foreign_keys", 1)
    _require(connection, "trusted_schema", 0)
    _require(connection, "query_only", int(mode is Mode.READ))


def _require(connection: Any, name: str, wanted: object, got: object = None) -> None:
    value = _ask(connection, name) if got is None else got
    if value != wanted:
        raise RuntimeError(f"PRAGMA {name} is {value!r}, not {wanted!r}")


def _ask(connection: Any, pragma: str) -> object:
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return row[0] if row else None


def settle(connection: Any) -> None:
    """Bring the log into the file itself, so that the file may be renamed or copied alone once it is closed.

    Closing does the same but keeps quiet when it fails. Raises the driver's errors (disk full).
    """
    busy, *_pages = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise Busy(LOG_IN_USE)
