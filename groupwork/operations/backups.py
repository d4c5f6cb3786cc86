"""Backups by themselves and by hand: where they go, when one is due, which may go, how they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from groupwork.domain.backups import BackupInfo, BackupState, newest_of
from groupwork.errors import Cancelled, UserError, WrongPlace
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.vault import IsCancelled, Progress, own_connection
from groupwork.store import backup_places, durable, facts, folders

if TYPE_CHECKING:
    from groupwork.store.backup_places import Places
    from groupwork.store.database import Store

SAME = N_("The backups already go to “{folder}”. Choose another folder, best on another drive.")
SYNCED = N_(
    "“{folder}” is kept in step by a cloud service: the backups will leave this computer, encrypted. Nobody "
    "reads them without a passphrase of your centre."
)
SAME_DISK = N_(
    "“{folder}” is on the same disk as the centre’s file. When that disk breaks, both are lost: a USB stick "
    "or another drive is better."
)


@dataclass(frozen=True)
class Made:
    """A backup that was made and verified, how many old ones went, and why the second copy is missing."""

    backup: BackupInfo
    removed: int
    second: bool
    """Whether one was made in the second folder too."""
    trouble: UserError | None = None


@allowed(Right.BACKUP)
def state(desk: Desk, *, now: datetime | None = None) -> BackupState:
    """How the backups stand; reads the disks, so off the window's thread. `now` in UTC."""
    from groupwork.store import backup_list

    store = desk.store
    places, at = backup_places.read(store.file_id), now or datetime.now(UTC)
    second = Path(places.second) if places.second else None
    backups = backup_list.in_folder(places.first, store.file_id)
    return BackupState(
        folder=places.first,
        folder_there=places.first.is_dir(),
        own_folder=not places.folder,
        backups=backups,
        changed=_changed(store, backups, at),
        free=backup_list.free_bytes(store.path.parent, places.first),
        second=second,
        second_there=second is not None and second.is_dir(),
        second_seen=_instant(places.second_seen),
    )


@allowed(Right.RECORD)
def due(desk: Desk, *, now: datetime | None = None) -> bool:
    """Whether something was changed since the newest backup of this file."""
    from groupwork.store import backup_list

    places = backup_places.read(desk.store.file_id)
    backups = backup_list.in_folder(places.first, desk.store.file_id)
    return _changed(desk.store, backups, now or datetime.now(UTC))


@allowed(Right.BACKUP)
def make(
    desk: Desk,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
    now: datetime | None = None,
) -> Made:
    """A verified backup in the folder chosen, and in the second when it is there; then old ones go.

    Works while the window goes on recording; for a thread of its own. Raises DiskFull, ReadOnly, Missing,
    WrongPlace, Damaged or Cancelled in words; what was begun is then removed and every older backup is
    there. Trouble with the second folder alone is told in the answer.
    """
    return _make(desk, desk.actor, progress, cancelled, now)


@allowed(Right.RECORD)
def automatic(
    desk: Desk,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
    now: datetime | None = None,
) -> Made | None:
    """As `make`, by the app itself for whoever records, when something was changed; else None."""
    with own_connection(desk.store):
        if not due(desk, now=now):
            return None
    return _make(desk, None, progress, cancelled, now)


@allowed(Right.BACKUP)
def choose_folder(desk: Desk, folder: Path | None) -> str:
    """Make the backups go to this folder; None is the app's own.

    Refused (UserError) when it is missing, full, unwritable, a file, or a backup itself. Returns words to
    tell about a folder that is allowed but has a catch (gettext source text with {folder}), or "".
    """
    places = backup_places.read(desk.store.file_id)
    if folder is not None:
        _require(desk.store, folder, Path(places.second) if places.second else None)
    backup_places.save(replace(_here(desk.store, places), folder=str(folder.absolute()) if folder else ""))
    _note(desk.store, desk.actor, "backup.folder_chosen", {})
    return SYNCED if folder is not None and folders.is_synced(folder) else ""


@allowed(Right.BACKUP)
def choose_second(desk: Desk, folder: Path | None, *, now: datetime | None = None) -> str:
    """Keep a second copy of each backup in this folder, such as a USB stick; None: no longer.

    Refused and answered as `choose_folder`.
    """
    places, seen = backup_places.read(desk.store.file_id), ""
    if folder is not None:
        _require(desk.store, folder, places.first)
        seen = _iso(now or datetime.now(UTC))
    chosen = str(folder.absolute()) if folder else ""
    backup_places.save(replace(_here(desk.store, places), second=chosen, second_seen=seen))
    _note(desk.store, desk.actor, "backup.folder_chosen", {})
    if folder is None:
        return ""
    if folders.is_synced(folder):
        return SYNCED
    return SAME_DISK if _same_disk(folder, desk.store.path.parent) else ""


def _make(
    desk: Desk,
    actor: int | None,
    progress: Progress | None,
    cancelled: IsCancelled | None,
    now: datetime | None,
) -> Made:
    store, at = desk.store, now or datetime.now(UTC)
    places = _here(store, backup_places.read(store.file_id))
    second = Path(places.second) if places.second and Path(places.second).is_dir() else None
    share = 2 if second is not None else 1
    made, removed = _into(store, places.first, _part(progress, 0, share), cancelled, at)
    trouble: UserError | None = None
    if second is not None:
        try:
            removed += _into(store, second, _part(progress, 1, share), cancelled, at)[1]
            places = replace(places, second_seen=_iso(at))
        except UserError as error:
            trouble, second = error, None
    with suppress(UserError):  # the backup is there; its note is for finding it when the file is lost
        backup_places.save(places)
    if cancelled is None or not cancelled():
        _tell(store, actor, made.rows, removed, second is not None)
    return Made(made, removed, second is not None, None if isinstance(trouble, Cancelled) else trouble)


def _into(
    store: Store, folder: Path, progress: Progress | None, cancelled: IsCancelled | None, at: datetime
) -> tuple[BackupInfo, int]:
    """One verified backup below the folder, then those that are too many go; returns it and their number."""
    from groupwork.store import backup as making
    from groupwork.store import backup_list

    if folder == backup_places.own_folder(store.file_id):
        with durable.in_words(backup_places.root()):
            folder.mkdir(parents=True, exist_ok=True)
    backup_list.sweep(folder, store.file_id)
    report = making.make(
        store.path, store.key, store.sidecar, folder, progress=progress, cancelled=cancelled, made_at=at
    )
    backups = backup_list.in_folder(folder, store.file_id)
    made = next(each for each in backups if each.folder == report.folder)
    return made, backup_list.thin(backups, report.folder, at)


def _part(progress: Progress | None, number: int, of: int) -> Callable[[int, int], None] | None:
    """Progress of one of several equal parts, in percent of the whole."""
    if progress is None:
        return None
    return lambda done, whole: progress((number * whole + done) // of, whole)


def _changed(store: Store, backups: tuple[BackupInfo, ...], now: datetime) -> bool:
    newest = newest_of(backups, now)
    with own_connection(store):
        last = int(store.db.rows(facts.LAST_CHANGE)[0][0])
    return newest is None or newest.last_change != last


def _tell(store: Store, actor: int | None, rows: int, removed: int, second: bool) -> None:
    _note(store, actor, "backup.made", {"rows": rows, "second": second})
    if removed:
        _note(store, actor, "backup.thinned", {"count": removed})


def _note(store: Store, actor: int | None, verb: str, params: dict[str, object]) -> None:
    """An entry of the journal, unless the file was opened for reading or closed meanwhile."""
    if store.read_only or store.closed:
        return
    with own_connection(store):
        store.journal.event(verb, params, actor)
        store.anchor()


def _require(store: Store, folder: Path, other: Path | None) -> None:
    """Refuse a folder that could not take a backup now."""
    from groupwork.store import backup as making

    folders.require_folder(folder)
    making.require_target(store.path, folder)
    if other is not None and folder.resolve() == other.resolve():
        raise WrongPlace(SAME, folder=str(folder))
    probe = folder / f"groupwork-{store.file_id[:8]}.part"
    durable.write(probe, b"")
    with suppress(OSError):
        probe.unlink(missing_ok=True)


def _here(store: Store, places: Places) -> Places:
    return replace(places, file=str(store.path.absolute()))


def _same_disk(folder: Path, other: Path) -> bool:
    with suppress(OSError):
        return folder.stat().st_dev == other.stat().st_dev
    return False


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _instant(text: str) -> datetime | None:
    with suppress(ValueError):
        return datetime.fromisoformat(text) if text else None
    return None


def in_all(places: Iterable[Places]) -> tuple[BackupInfo, ...]:
    """The backups in both folders of each of these, newest first."""
    from groupwork.store import backup_list

    found = {
        info.folder: info
        for each in places
        for folder in (each.first, Path(each.second) if each.second else None)
        if folder is not None
        for info in backup_list.in_folder(folder, each.file_id)
    }
    return tuple(sorted(found.values(), key=lambda info: info.made_at, reverse=True))
