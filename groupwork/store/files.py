"""Names and places beside a centre's file: taken, left over, held."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from groupwork.errors import WrongPlace
from groupwork.i18n import N_
from groupwork.store import durable, folders, recognise, sidecar
from groupwork.store.lock import WriterLock

TAKEN = N_("There is already a file “{file}” here. Choose another name; nothing was replaced.")


@contextmanager
def held(path: Path, *, read_only: bool, probe: folders.Probe | None) -> Iterator[WriterLock | None]:
    """The writer's lock after the checks of the place; given back when the block fails, kept otherwise."""
    if read_only:
        yield None
        return
    if not path.exists():
        recognise.file_id_of(path)  # says whether the folder is missing or the file
    folders.require_own_folder(path, probe)
    folders.require_writable(path)
    lock = WriterLock(path)
    lock.acquire()
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def require_free_name(path: Path) -> None:
    """Raises WrongPlace when the name, or that of its key file or log, is taken."""
    for taken in (path, sidecar.keys_path(path), *logs_of(path)):
        if taken.exists():
            raise WrongPlace(TAKEN, file=taken.name)


def logs_of(path: Path) -> tuple[Path, ...]:
    """SQLite's own files beside a database."""
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


def remove_database(path: Path) -> None:
    """Remove a database that was never finished, with its logs."""
    for each in (path, *logs_of(path)):
        with suppress(OSError):
            each.unlink(missing_ok=True)


@contextmanager
def free_target(path: Path, probe: folders.Probe | None) -> Iterator[WriterLock]:
    """The writer's lock on a name where a new file may be put; given back afterwards.

    Raises WrongPlace when the name is taken or the folder no place for it, Missing, ReadOnly or Busy.
    """
    folders.require_own_folder(path, probe)
    folders.require_writable(path)
    if path.exists():
        raise WrongPlace(TAKEN, file=path.name)
    lock = WriterLock(path)
    lock.acquire()
    try:
        yield lock
    finally:
        lock.release()


def remove_restored(path: Path) -> None:
    """Remove a restored file that could not be opened afterwards: the backup it came from is there."""
    remove_database(path)
    sidecar.remove(path)


def set_aside(target: Path) -> None:
    """Rename what another file of this name left behind, so that nothing of it is taken for ours."""
    ends = ("-wal", "-shm", "-journal", ".keys", ".tries")
    for leftover in (target.with_name(target.name + end) for end in ends):
        number = 1
        while leftover.exists():
            aside = leftover.with_name(f"{leftover.name}.old-{number}")
            if not aside.exists():
                with durable.in_words(target.parent):
                    leftover.rename(aside)
            number += 1
