"""One writer: an operating system's lock beside the file, held for the life of the process."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from groupwork.errors import Busy, Trouble
from groupwork.i18n import N_
from groupwork.store import durable, folders

HELD = N_(
    "This file is already open in Groupwork on “{workstation}” since {since}. Close it there first, or use "
    "the window that is open."
)
HELD_UNKNOWN = N_("This file is already open in another Groupwork. Close it there first.")


@dataclass(frozen=True)
class Holder:
    """Which computer holds the file and since when (UTC); never a person."""

    workstation: str
    since: datetime


def workstation() -> str:
    """This computer's name, as its network knows it."""
    return socket.gethostname() or "computer"


def lock_path(path: Path) -> Path:
    """The file the lock is on: empty, left behind on purpose (removing a lock file splits it in two)."""
    return path.with_name(path.name + ".lock")


def holder_path(path: Path) -> Path:
    """The small file that says who holds the lock."""
    return path.with_name(path.name + ".lock.json")


class WriterLock:
    """The right to write to one file. The system frees it when the process ends, however it ends."""

    def __init__(self, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._path = path
        self._now = now
        # the window opens a file in a thread of its own and closes it on another
        self._lock = FileLock(lock_path(path), is_singleton=False, thread_local=False)

    def acquire(self) -> None:
        """Take the lock at once. Raises Busy (with the computer and since when), ReadOnly or Missing."""
        folders.require_folder(self._path.parent)  # the lock would make it
        with durable.in_words(self._path.parent):
            try:
                self._lock.acquire(blocking=False)
            except Timeout as taken:
                raise _held(self._path) from taken
        told = {"workstation": workstation(), "since": self._now().strftime("%Y-%m-%dT%H:%M:%SZ")}
        try:
            durable.write(holder_path(self._path), json.dumps(told).encode())
        except Trouble:
            self._lock.release()
            raise

    def release(self) -> None:
        """Give the lock back; never fails because the note beside it cannot be removed."""
        if not self._lock.is_locked:
            return
        with suppress(OSError):
            holder_path(self._path).unlink(missing_ok=True)
        self._lock.release()

    @property
    def held(self) -> bool:
        """Whether this object holds the lock now."""
        return bool(self._lock.is_locked)


def holder(path: Path) -> Holder | None:
    """What the note beside the lock says; None when there is none or it cannot be read.

    It is a note only: whether the file is held is asked of the lock.
    """
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads(holder_path(path).read_text(encoding="utf-8"))
        return Holder(str(told["workstation"]), datetime.fromisoformat(told["since"]))
    return None


def _held(path: Path) -> Busy:
    by = holder(path)
    if by is None:
        return Busy(HELD_UNKNOWN)
    return Busy(HELD, workstation=by.workstation, since=by.since)
