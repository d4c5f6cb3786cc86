"""A centre's file back from a backup, before any file is open: found, put in place, opened."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from groupwork import paths
from groupwork.domain.backups import BackupInfo
from groupwork.errors import Missing, NotOurs, UserError
from groupwork.i18n import N_
from groupwork.operations import vault
from groupwork.operations.backups import in_all
from groupwork.operations.vault import IsCancelled, OpenFile, Progress
from groupwork.store import backup_list, backup_places, durable, files, folders, recognise, replace, sidecar
from groupwork.store.backup import FILE
from groupwork.store.lock import lock_path

NONE_HERE = N_("There is no backup of a centre in “{folder}”.")
NEW_NAME = "centre.groupwork"


@dataclass(frozen=True)
class Restored:
    """The restored file, open, and where the file that was there is kept (None: there was none)."""

    file: OpenFile
    kept: Path | None


def backups_for(path: Path | None) -> tuple[BackupInfo, ...]:
    """The backups of the centre whose file lies, or lay, at `path`, newest first; None: of every centre.

    Those this computer knows of. A file that was moved here is known by its id while it can be read.
    """
    known = backup_places.known()
    if path is None:
        return in_all(known)
    here = [each for each in known if each.file == str(path.absolute())]
    if not here:
        with suppress(UserError):
            here = [backup_places.read(recognise.file_id_of(path).hex())]
    return in_all(here)


def backups_in(folder: Path) -> tuple[BackupInfo, ...]:
    """The backups in a folder that somebody chose, or the one it is. Raises Missing or NotOurs."""
    folders.require_folder(folder)
    found = backup_list.in_folder(folder)
    if not found:
        raise NotOurs(NONE_HERE, folder=str(folder))
    return found


def asks_name(backup: BackupInfo) -> bool:
    """Whether several people could sign in to the file when the backup was made."""
    return vault.sign_in_hint(backup.folder / FILE)


def target_for(backup: BackupInfo, path: Path | None) -> Path:
    """Where the restored file goes: to `path` when the backup is of the file there, else a free name.

    Never to the place of another centre's file, and to this user's data folder where none can be.
    """
    if path is None or not path.parent.is_dir():
        named = paths.data_folder() / (path.name if path is not None else NEW_NAME)
        return replace.free_name(named)
    noted = backup_places.read(backup.file_id).file == str(path.absolute())
    same = noted or not path.exists()
    with suppress(UserError):
        same = same or recognise.file_id_of(path).hex() == backup.file_id
    return path if same else replace.free_name(path)


def restore(
    backup: BackupInfo,
    path: Path | None,
    passphrase: str,
    sign_in_name: str | None = None,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
    probe: folders.Probe | None = None,
) -> Restored:
    """Restore beside the file at `path`, verify, put it in its place, open it.

    The file that was there is kept untouched under its name with a suffix. Needs a passphrase the backup
    had then. Raises what `vault.restore` and `vault.open_file` raise; until the restored file is verified
    everything is as it was, and it is never removed afterwards.
    """
    target = target_for(backup, path)
    if not target.parent.is_dir() and target.parent == paths.data_folder():
        with durable.in_words(target.parent):
            target.parent.mkdir(parents=True, exist_ok=True)
    if not target.parent.is_dir():
        raise Missing(durable.GONE, folder=str(target.parent))
    beside = replace.restored_name(target)
    vault.restore(
        backup.folder, beside, passphrase, sign_in_name, progress=progress, cancelled=cancelled, probe=probe
    )
    try:
        kept = replace.swap(beside, target, datetime.now(UTC).astimezone().replace(tzinfo=None))
    except UserError:
        if not target.exists():  # the renaming stopped half-way: the restored file is all there is
            raise
        files.remove_restored(beside)
        raise
    with suppress(OSError):  # of the name it had for a moment
        sidecar.copy_path(beside, bytes.fromhex(backup.file_id)).unlink(missing_ok=True)
        lock_path(beside).unlink(missing_ok=True)
    return Restored(vault.open_file(target, sign_in_name, passphrase, probe=probe), kept)
