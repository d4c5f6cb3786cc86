"""The backups in a folder: found by their lists of contents, thinned, and what a crash left removed."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from groupwork.domain import retention
from groupwork.domain.backups import BackupInfo
from groupwork.errors import NotOurs
from groupwork.store import sidecar
from groupwork.store.backup import FILE, MANIFEST
from groupwork.store.keys import FILE_ID_BYTES
from groupwork.store.restore import Backup, find

NAMES = "groupwork-*"
LEFT_OVER_S = 3600
"""Seconds after which a backup that never got its name was left over by a crash."""


def in_folder(folder: Path, file_id: str | None = None) -> tuple[BackupInfo, ...]:
    """The complete backups in a folder, newest first; of one centre when its id is given.

    Complete is one with all three parts: it was verified before it got its name. A folder that is not there
    or cannot be read has none; `folder` may itself be a backup.
    """
    with suppress(OSError):
        inside = [folder] if (folder / MANIFEST).is_file() else sorted(folder.iterdir())
        read = (_info(each) for each in inside if not each.name.endswith(".part"))
        found = [info for info in read if info is not None and file_id in (None, info.file_id)]
        return tuple(sorted(found, key=lambda info: (info.made_at, info.folder.name), reverse=True))
    return ()


def thin(backups: Sequence[BackupInfo], keep: Path, now: datetime) -> int:
    """Delete what the retention rule gives up, never the backup in `keep`; returns how many went.

    To be called only after that one was verified. `now` in UTC. One that cannot be deleted stays.
    """
    local = [info.made_at.astimezone().replace(tzinfo=None) for info in backups]
    gone = 0
    for number in retention.surplus(local, now.astimezone().replace(tzinfo=None)):
        if backups[number].folder != keep and backups[number].folder.match(NAMES):
            gone += _remove(backups[number].folder)
    return gone


def sweep(folder: Path, file_id: str) -> None:
    """Remove this centre's backups that a crash left half-made."""
    with suppress(OSError):
        for part in folder.glob(f"{NAMES}.part"):
            with suppress(OSError):
                left = time.time() - part.stat().st_mtime > LEFT_OVER_S
                if left and _begins_as(part / FILE, file_id):
                    _remove_parts(part)


def _info(folder: Path) -> BackupInfo | None:
    try:
        found = find(folder) if folder.is_dir() else None
        return None if found is None else _read(found)
    except (NotOurs, OSError, KeyError, TypeError, ValueError, AttributeError):
        return None


def _read(found: Backup) -> BackupInfo | None:
    told = found.manifest
    if found.made_at.tzinfo is None or not sidecar.keys_path(found.file).is_file():
        return None
    return BackupInfo(
        folder=found.folder,
        made_at=found.made_at,
        size=found.file.stat().st_size,
        rows=sum(int(count) for count in told["counts"].values()),
        last_change=int(told.get("last_change", -1)),
        file_id=str(told["file"]),
    )


def _remove(folder: Path) -> bool:
    """Under another name first: half a backup is never taken for one."""
    with suppress(OSError):
        part = folder.with_name(folder.name + ".part")
        folder.rename(part)
        _remove_parts(part)
        return True
    return False


def _remove_parts(part: Path) -> None:
    """Our own files only: what somebody else put there stays, and the folder with it."""
    for name in (MANIFEST, FILE, sidecar.keys_path(Path(FILE)).name, f"{FILE}-wal", f"{FILE}-shm"):
        with suppress(OSError):
            (part / name).unlink(missing_ok=True)
    with suppress(OSError):
        part.rmdir()


def _begins_as(file: Path, file_id: str) -> bool:
    if not file.exists():
        return True
    with file.open("rb") as opened:
        return opened.read(FILE_ID_BYTES).hex() == file_id


def free_bytes(*places: Path) -> int:
    """The least room on the disks of these places, or of the nearest folder above them that is there."""
    free = []
    for place in places:
        there = next((each for each in (place, *place.parents) if each.is_dir()), None)
        with suppress(OSError):
            if there is not None:
                free.append(shutil.disk_usage(there).free)
    return min(free, default=0)
