"""A restored file in the place of the one it replaces, which is kept under another name."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from groupwork.errors import Busy
from groupwork.i18n import N_
from groupwork.store import durable, files, folders, sidecar
from groupwork.store.lock import WriterLock

LOG_LEFT = N_("The restored file is still in use. Close Groupwork and open it again.")


def restored_name(path: Path) -> Path:
    """A free name beside the file for the restored one until it is verified."""
    return _free(path, "restored")


def kept_name(path: Path, now: datetime) -> Path:
    """A free name beside the file for the one that is replaced: its own with a suffix."""
    return _free(path, f"before-restore-{now:%Y-%m-%d-%H%M%S}")


def free_name(path: Path) -> Path:
    """The name itself, or with a number when it is taken."""
    name, number = path, 1
    while _taken(name):
        number += 1
        name = path.with_stem(f"{path.stem}-{number}")
    return name


def swap(restored: Path, path: Path, now: datetime) -> Path | None:
    """Rename what is at `path` aside with its key file and logs, then `restored` to `path`.

    Both must be closed; nothing is overwritten. Returns where the old file is, None when there was none.
    Raises Busy while another process has the file, ReadOnly, DiskFull or Missing; the restored file is
    then still there under its own name.
    """
    if any(log.exists() for log in files.logs_of(restored)):
        raise Busy(LOG_LEFT)
    folders.require_folder(path.parent)
    lock = WriterLock(path)
    lock.acquire()
    try:
        kept = kept_name(path, now) if path.exists() else None
        with durable.in_words(path.parent):
            if kept is not None:
                _rename(path, kept)
            files.set_aside(path)
            sidecar.keys_path(restored).rename(sidecar.keys_path(path))
            restored.rename(path)
            durable.sync_folder(path.parent)
    finally:
        lock.release()
    return kept


def _rename(path: Path, kept: Path) -> None:
    """The file first: stopped half-way nobody opens it without its log and takes it for whole."""
    moves = [(path, kept), (sidecar.keys_path(path), sidecar.keys_path(kept))]
    moves += [(log, kept.with_name(kept.name + log.name[len(path.name) :])) for log in files.logs_of(path)]
    done: list[tuple[Path, Path]] = []
    try:
        for old, new in moves:
            if old.exists():
                old.rename(new)
                done.append((old, new))
    except OSError:
        for old, new in reversed(done):
            new.rename(old)
        raise


def _free(path: Path, words: str) -> Path:
    return free_name(path.with_stem(f"{path.stem}-{words}"))


def _taken(path: Path) -> bool:
    return any(each.exists() for each in (path, sidecar.keys_path(path), *files.logs_of(path)))
