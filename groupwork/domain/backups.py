"""Backups as the pages show them, and what there is to worry about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

OLD = timedelta(days=1)
UNSEEN = timedelta(days=7)
LOW_SPACE = 200_000_000
"""Bytes free on a disk under which the pages warn: 200 MB."""


@dataclass(frozen=True)
class BackupInfo:
    """One backup that was verified when it was made. `made_at` in UTC, `size` in bytes."""

    folder: Path
    made_at: datetime
    size: int
    rows: int
    last_change: int
    """The newest journal entry in it that changed a row; -1 in backups that do not say it."""
    file_id: str


class Concern(StrEnum):
    """What there is to worry about, the worst first."""

    FOLDER_GONE = "folder_gone"
    NONE_YET = "none_yet"
    OLD = "old"
    DISK_LOW = "disk_low"
    SECOND_UNSEEN = "second_unseen"


@dataclass(frozen=True)
class BackupState:
    """How the backups of the open file stand. `free` in bytes: the smaller of both disks."""

    folder: Path
    folder_there: bool
    own_folder: bool
    """Whether it is the folder this app chose itself."""
    backups: tuple[BackupInfo, ...]
    """Newest first."""
    changed: bool
    """Whether anything was changed since the newest."""
    free: int
    second: Path | None = None
    second_there: bool = False
    second_seen: datetime | None = None
    """When a backup last got to the second folder, or it was chosen (UTC)."""

    @property
    def newest(self) -> BackupInfo | None:
        """The newest backup, or None."""
        return self.backups[0] if self.backups else None


def newest_of(backups: tuple[BackupInfo, ...], now: datetime) -> BackupInfo | None:
    """The newest that is not dated after `now`, else the newest of all, else None."""
    past = [each for each in backups if each.made_at <= now]
    return max(past or backups, key=lambda each: each.made_at, default=None)


def concerns(state: BackupState, now: datetime) -> tuple[Concern, ...]:
    """What to warn about at an instant (UTC), the worst first.

    A backup is old after a day, and only when something was changed since: after a closed week it is as
    good as new.
    """
    newest = newest_of(state.backups, now)
    found = {
        Concern.FOLDER_GONE: not state.folder_there and not state.own_folder,
        Concern.NONE_YET: newest is None,
        Concern.OLD: newest is not None and state.changed and now - newest.made_at > OLD,
        Concern.DISK_LOW: state.free < LOW_SPACE,
        Concern.SECOND_UNSEEN: state.second is not None
        and not state.second_there
        and (state.second_seen is None or now - state.second_seen > UNSEEN),
    }
    return tuple(concern for concern, so in found.items() if so)
