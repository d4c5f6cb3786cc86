"""The only place that begins a transaction, and tells what the machine refused.

SQLite rolls back by itself on a full disk; peewee's own ROLLBACK then fails and hides the cause, which
is left in `__context__`. So the transaction here asks the driver whether there is anything to roll back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any, Self

import peewee as pw

from groupwork.errors import Busy, Damaged, DiskFull, ReadOnly, Trouble, UserError
from groupwork.i18n import N_

FULL = N_("The disk is full. Nothing was saved: make room on it, then do the last step again.")
BUSY = N_("Another program is using the file. Nothing was saved: wait a moment and do it again.")
READ_ONLY = N_(
    "The file or its folder cannot be written. Nothing was saved: ask who looks after this computer."
)
DAMAGED = N_("The file is damaged. Close Groupwork and restore the last backup.")
NO_WRITE = N_(
    "The disk did not take the change: it is full or broken. Nothing was saved: make room, then do it again."
)
NO_READ = N_("The disk did not answer. Nothing was saved: check the disk, then do it again.")
_TROUBLES: dict[str, tuple[type[Trouble], str]] = {
    "SQLITE_FULL": (DiskFull, FULL),
    "SQLITE_BUSY": (Busy, BUSY),
    "SQLITE_LOCKED": (Busy, BUSY),
    "SQLITE_READONLY": (ReadOnly, READ_ONLY),
    "SQLITE_PERM": (ReadOnly, READ_ONLY),
    "SQLITE_CANTOPEN": (ReadOnly, READ_ONLY),
    "SQLITE_CORRUPT": (Damaged, DAMAGED),
    "SQLITE_NOTADB": (Damaged, DAMAGED),
    "SQLITE_IOERR_CORRUPTFS": (Damaged, DAMAGED),
    # no room for the shared memory of the log shows as a bare SQLITE_IOERR
    "SQLITE_IOERR": (DiskFull, NO_WRITE),
    "SQLITE_IOERR_READ": (Trouble, NO_READ),
    "SQLITE_IOERR_SHORT_READ": (Trouble, NO_READ),
    "SQLITE_IOERR_ACCESS": (Trouble, NO_READ),
    "SQLITE_IOERR_LOCK": (Trouble, NO_READ),
}
"""By the beginning of the error's name: "SQLITE_BUSY_SNAPSHOT" goes with the longest that fits."""


class ForeignTransaction(RuntimeError):
    """A mistake in the program: somebody else's transaction is open on this connection."""


def trouble_in(error: BaseException | None) -> Trouble | None:
    """What the environment refused, found along `__cause__` and `__context__`; None for anything else."""
    seen: set[int] = set()
    pending = [error]
    while pending:
        link = pending.pop()
        if link is None or id(link) in seen:
            continue
        seen.add(id(link))
        code = getattr(link, "sqlite_errorname", None)
        found = _trouble(code) if code else None
        if found is not None:
            return found
        pending += [link.__context__, link.__cause__]
    return None


def _trouble(code: str) -> Trouble | None:
    fitting = [start for start in _TROUBLES if code.startswith(start)]
    if not fitting:
        return None
    kind, text = _TROUBLES[max(fitting, key=len)]
    return kind(text)


def is_database_error(error: BaseException | None) -> bool:
    """True for an error of peewee or of the driver, and nothing else."""
    return isinstance(error, pw.DatabaseError | pw.InterfaceError) or hasattr(error, "sqlite_errorname")


@contextmanager
def told() -> Iterator[None]:
    """Turn a database error that the environment caused into DiskFull, Busy, ReadOnly, Damaged."""
    try:
        yield
    except UserError:
        raise
    except Exception as error:
        trouble = trouble_in(error) if is_database_error(error) else None
        if trouble is None:
            raise
        raise trouble from error


class Transaction:
    """`with Transaction(db):` begins at once (IMMEDIATE), commits, or rolls everything back.

    Raises ForeignTransaction when one is open already; DiskFull, Busy, ReadOnly or Damaged when the
    environment refused. The connection can be used again after any of them.
    """

    def __init__(self, db: pw.Database) -> None:
        self._db: Any = db  # the stubs do not know SQLite's `begin(lock_type)`

    def __enter__(self) -> Self:
        if self._db.in_transaction() or _is_open(self._db):
            raise ForeignTransaction("a transaction that is not the journal's is open on this connection")
        with told():
            self._db.begin("IMMEDIATE")
        self._db.push_transaction(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.pop_transaction()
        if error is None:
            self._commit()
            return
        self._roll_back()
        if is_database_error(error):
            trouble = trouble_in(error)
            if trouble is not None:
                raise trouble from error

    def _commit(self) -> None:
        with told():
            try:
                self._db.commit()
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        """Give up what was done; a driver that has done so itself is not asked again."""
        if _is_open(self._db):
            with suppress(pw.DatabaseError):
                self._db.rollback()


def _is_open(db: pw.Database) -> bool:
    """Whether the driver itself sees an open transaction on this thread's connection."""
    return bool(getattr(db.connection(), "in_transaction", False))
