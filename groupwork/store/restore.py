"""Finding a backup, making sure that it is whole, restoring it to a name that is free."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from groupwork.errors import Damaged, NotOurs
from groupwork.i18n import N_
from groupwork.store import durable, facts, files, recognise, sidecar
from groupwork.store.backup import (
    FILE,
    FORMAT,
    MANIFEST,
    IsCancelled,
    Progress,
    Steps,
    digest,
    in_words,
)
from groupwork.store.connection import Mode, connect
from groupwork.store.keys import DataKey
from groupwork.store.sidecar import Unlock

HALF = 50
"""Percent."""

NOT_A_BACKUP = N_("“{folder}” is not a Groupwork backup, or its list of contents is missing.")
BROKEN = N_("The backup “{folder}” is damaged. Use another one; nothing was restored.")


@dataclass(frozen=True)
class Backup:
    """A backup as found on a disk: its parts, and what its manifest promises."""

    folder: Path
    manifest: Mapping[str, Any]

    @property
    def file(self) -> Path:
        """The encrypted database."""
        return self.folder / FILE

    @property
    def made_at(self) -> datetime:
        """When it was made, UTC."""
        made = datetime.fromisoformat(self.manifest["made_at"])
        return made.astimezone(UTC) if made.tzinfo else made.replace(tzinfo=UTC)


def find(path: Path) -> Backup:
    """The backup in this folder, or around this file of it. Raises NotOurs or Damaged."""
    folder = path if path.is_dir() else path.parent
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest["format"] != FORMAT or not isinstance(manifest["files"], dict):
            raise ValueError(FORMAT)
        datetime.fromisoformat(manifest["made_at"])
        if not isinstance(manifest["counts"], dict) or not isinstance(manifest["schema_version"], int):
            raise ValueError(FORMAT)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotOurs(NOT_A_BACKUP, folder=folder.name) from error
    return Backup(folder, manifest)


def require_whole(found: Backup) -> None:
    """Raises Damaged unless both files are, to the last byte, those that were backed up."""
    for name in (FILE, sidecar.keys_path(found.file).name):
        wanted = found.manifest["files"].get(name)
        try:
            whole = digest(found.folder / name) == wanted
        except OSError:
            whole = False
        if not whole:
            raise Damaged(BROKEN, folder=found.folder.name)


def restore(
    found: Backup,
    unlock: Unlock,
    target: Path,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> None:
    """Restore to a name that is free; a leftover log or key file of that name is set aside, not used.

    The copy gets its name only when it is verified. Raises as `make`, and WrongPassphrase from `unlock`.
    """
    step = Steps(progress, cancelled)
    require_whole(found)
    step.at(20)
    slots = sidecar.read(sidecar.keys_path(found.file))
    if slots is None or slots.file_id != recognise.file_id_of(found.file):
        raise Damaged(BROKEN, folder=found.folder.name)
    key, _slot = unlock(slots)
    part = target.with_name(target.name + ".part")
    try:
        with durable.in_words(target.parent):
            shutil.copyfile(found.file, part)
            durable.sync_file(part)
        step.at(HALF)
        _verify_restored(part, key, found, step)
        files.set_aside(target)
        durable.write(sidecar.keys_path(target), sidecar.to_bytes(slots))
        with durable.in_words(target.parent):
            part.rename(target)
            durable.sync_folder(target.parent)
    except BaseException as error:
        files.remove_database(part)
        told_as = in_words(error, target.parent)
        if told_as is error:
            raise
        raise told_as from error
    step.finished()


def _verify_restored(part: Path, key: DataKey, found: Backup, step: Steps) -> None:
    with closing(connect(part, key, Mode.READ)) as copy:
        for number, problem in enumerate(facts.damage(copy), start=1):
            step.at(HALF + 10 * number)
            if problem:
                raise Damaged(BROKEN, folder=found.folder.name)
        now = facts.of(copy)
    same = now.counts == found.manifest["counts"] and now.schema_version == found.manifest["schema_version"]
    if not same:
        raise Damaged(BROKEN, folder=found.folder.name)
