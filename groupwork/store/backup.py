"""Backups: one folder each, verified by opening it, restored to a new name.

    groupwork-2026-11-21-210412/
        centre.groupwork         the encrypted database
        centre.groupwork.keys    its key file as it was then
        manifest.json            checksums, counts, version, the journal's anchors; no name

The copy is made in the driver's own online way inside one read transaction, so it shows one moment
while others go on writing, and is not begun anew at each of their commits.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from groupwork import __version__
from groupwork.errors import Cancelled, Damaged, DiskFull, Missing, UserError, WrongPlace
from groupwork.i18n import N_
from groupwork.store import durable, facts, folders, sidecar
from groupwork.store.connection import Mode, connect, settle
from groupwork.store.facts import Facts
from groupwork.store.keys import DataKey
from groupwork.store.sidecar import Anchor, Sidecar
from groupwork.store.transaction import DAMAGED, is_database_error, trouble_in

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

FILE, MANIFEST = "centre.groupwork", "manifest.json"
FORMAT, VERSION = "groupwork-backup", 1
STEP_PAGES = 1024
"""4 MiB between two looks at Cancel."""
_COPIED, _WHOLE = 50, 100
_FULL_TEXTS = frozenset({"disk I/O error", "database or disk is full"})

INSIDE = N_("“{folder}” is itself a backup or the centre’s file. Choose another folder for the backup.")
NO_ROOM = N_("There is not enough room for the backup in “{folder}”. Make room, or choose another folder.")
NOT_A_FOLDER = N_("“{folder}” is a file. Choose a folder for the backup.")
STOPPED = N_("The backup was stopped. What it had begun was removed.")
NOT_VERIFIED = N_("The backup did not come out as the file is. It was removed. Try another folder or drive.")


@dataclass(frozen=True)
class BackupReport:
    """A backup that was made and verified: where, how large, how many rows of each table."""

    folder: Path
    made_at: datetime
    size: int
    counts: Mapping[str, int]
    schema_version: int


def make(
    path: Path,
    key: DataKey,
    slots: Sidecar,
    folder: Path,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
    made_at: datetime | None = None,
) -> BackupReport:
    """Back the file up into a new folder below `folder`, which is made when its parent is there.

    Works while others write. Raises DiskFull, ReadOnly, Missing, WrongPlace, Damaged or Cancelled; what was
    begun is then gone. `made_at` in UTC, default now. Progress in percent.
    """
    require_target(path, folder)
    at = made_at or datetime.now(UTC)
    final = _free_folder(folder, at)
    part = final.with_name(final.name + ".part")
    step = Steps(progress, cancelled)
    try:
        with durable.in_words(folder):
            part.mkdir()
            copied = _copy(path, key, part / FILE, step)
            _verify_copy(path, part / FILE, key, copied, step)
            manifest = _manifest(part / FILE, key, slots, copied, at)
            _finish(part, final, manifest)
    except BaseException as error:
        shutil.rmtree(part, ignore_errors=True)
        told_as = in_words(error, folder)
        if told_as is error:
            raise
        raise told_as from error
    step.finished()
    return BackupReport(final, at, (final / FILE).stat().st_size, copied.counts, copied.schema_version)


class Steps:
    """Progress in percent, and Cancel looked at in between."""

    def __init__(self, progress: Progress | None, cancelled: IsCancelled | None) -> None:
        self._progress = progress
        self._cancelled = cancelled

    def at(self, percent: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled(STOPPED)
        if self._progress is not None:
            self._progress(percent, _WHOLE)

    def finished(self) -> None:
        """Too late for Cancel."""
        if self._progress is not None:
            self._progress(_WHOLE, _WHOLE)


def require_target(path: Path, folder: Path) -> None:
    """Refuse a folder that cannot take a backup of the file: WrongPlace, Missing, ReadOnly or DiskFull.

    The folder is made when its parent is there.
    """
    where = folder.resolve()
    if where == path.resolve() or any((place / MANIFEST).is_file() for place in (where, *where.parents)):
        raise WrongPlace(INSIDE, folder=folder.name)
    if folder.exists() and not folder.is_dir():
        raise WrongPlace(NOT_A_FOLDER, folder=folder.name)
    if not folder.exists():
        folders.require_folder(folder.parent)
        with durable.in_words(folder.parent):
            folder.mkdir()
    with durable.in_words(folder):
        free = shutil.disk_usage(folder).free
    if free < path.stat().st_size + 64 * 1024:
        raise DiskFull(NO_ROOM, folder=str(folder))


def _free_folder(folder: Path, at: datetime) -> Path:
    """Named by the local time, never by the centre; a second one in the same second gets a number."""
    name = at.astimezone().strftime("groupwork-%Y-%m-%d-%H%M%S")
    final, number = folder / name, 1
    while final.exists() or final.with_name(final.name + ".part").exists():
        number += 1
        final = folder / f"{name}-{number}"
    return final


def _copy(path: Path, key: DataKey, target: Path, step: Steps) -> Facts:
    """Copy inside one read transaction; returns what the file was at that moment."""

    def copied(_status: int, remaining: int, total: int) -> None:
        step.at(_COPIED * (total - remaining) // max(total, 1))

    with closing(connect(path, key, Mode.READ)) as source:
        source.execute("BEGIN")
        before = facts.of(source)  # the first read fixes the moment
        with closing(connect(target, key, Mode.CREATE)) as copy:
            source.backup(copy, pages=STEP_PAGES, progress=copied, sleep=0)
            settle(copy)
        source.execute("COMMIT")
    with durable.in_words(target.parent):
        durable.sync_file(target)
    return before


def _verify_copy(path: Path, target: Path, key: DataKey, before: Facts, step: Steps) -> None:
    with closing(connect(target, key, Mode.READ)) as copy:
        for number, problem in enumerate(facts.damage(copy), start=1):
            step.at(_COPIED + 10 * number)
            if problem:
                raise Damaged(_at_fault(path, key))
        if facts.of(copy) != before:
            raise Damaged(NOT_VERIFIED)


def _at_fault(path: Path, key: DataKey) -> str:
    """The sentence for a copy that is damaged: the file was so before, or the drive wrote it wrong."""
    with closing(connect(path, key, Mode.READ)) as source:
        return DAMAGED if next(facts.damage(source)) else NOT_VERIFIED


def _manifest(target: Path, key: DataKey, slots: Sidecar, copied: Facts, at: datetime) -> dict[str, Any]:
    """Write the key file as it is now, with the journal's anchors; list everything."""
    anchors = {name: Anchor(count, head) for name, (count, head) in copied.chains.items()}
    beside = sidecar.keys_path(target)
    durable.write(beside, sidecar.to_bytes(replace(slots, anchors={**slots.anchors, **anchors})))
    return {
        "format": FORMAT,
        "version": VERSION,
        "app": __version__,
        "made_at": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "file": key.file_id.hex(),
        "schema_version": copied.schema_version,
        "files": {each.name: digest(each) for each in (target, beside)},
        "counts": dict(copied.counts),
        "last_change": copied.last_change,
        "journal": [{"count": count, "head": head} for count, head in copied.chains.values()],
    }


def _finish(part: Path, final: Path, manifest: dict[str, Any]) -> None:
    durable.write(part / MANIFEST, json.dumps(manifest, indent=1, sort_keys=True).encode("utf-8") + b"\n")
    with durable.in_words(final.parent):
        part.rename(final)
        durable.sync_folder(final.parent)


def digest(path: Path) -> str:
    """The SHA-256 of a file that no connection of this process has open."""
    seen = sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            seen.update(chunk)
    return seen.hexdigest()


def in_words(error: BaseException, folder: Path) -> BaseException:
    """Where a disk is full, it is the backup's; the driver's online copy names its errors in words only.

    A folder that is gone by now was unplugged, whatever the system said about it.
    """
    if not isinstance(error, UserError) and isinstance(error, Exception) and not folder.is_dir():
        return Missing(durable.GONE, folder=str(folder))
    found = trouble_in(error) if is_database_error(error) else None
    told = type(error).__module__.startswith("sqlcipher3") and str(error) in _FULL_TEXTS
    if told or isinstance(error, DiskFull) or isinstance(found, DiskFull):
        return DiskFull(NO_ROOM, folder=str(folder))
    return found or error
