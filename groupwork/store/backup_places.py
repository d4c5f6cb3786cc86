"""Where a centre's backups go on this computer: a small file per centre in this user's data folder.

Outside the centre's file, because it is needed when that one is lost. It holds folders, no names of people.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from groupwork import paths
from groupwork.store import durable


@dataclass(frozen=True)
class Places:
    """Of one centre: where its file lies, its folders of backups ("": the app's own, none)."""

    file_id: str
    file: str = ""
    folder: str = ""
    second: str = ""
    second_seen: str = ""
    """UTC, ISO."""

    @property
    def first(self) -> Path:
        """The folder in use."""
        return Path(self.folder) if self.folder else own_folder(self.file_id)


def root() -> Path:
    """The folder of the small files and of the app's own backups."""
    return paths.data_folder() / "backups"


def own_folder(file_id: str) -> Path:
    """The folder used when nobody chose another: named by the file's id."""
    return root() / file_id


def read(file_id: str) -> Places:
    """What is noted for a file; anything unreadable counts as not set."""
    return _read(_note(file_id)) or Places(file_id)


def known() -> tuple[Places, ...]:
    """Every centre this user has backed up from here."""
    notes = sorted(root().glob("*.json")) if root().is_dir() else []
    return tuple(found for found in map(_read, notes) if found is not None)


def save(places: Places) -> None:
    """Note them. Raises DiskFull, ReadOnly or Missing."""
    with durable.in_words(root()):
        root().mkdir(parents=True, exist_ok=True)
    data = json.dumps(asdict(places), indent=1, sort_keys=True).encode("utf-8", "surrogateescape")
    durable.write(_note(places.file_id), data + b"\n")


def _note(file_id: str) -> Path:
    return root() / f"{file_id}.json"


def _read(note: Path) -> Places | None:
    with suppress(OSError, ValueError):
        told = json.loads(note.read_bytes().decode("utf-8", "surrogateescape"))
        if isinstance(told, dict):
            names = {each.name for each in fields(Places)}
            strings = {k: v for k, v in told.items() if k in names and isinstance(v, str)}
            return replace(Places(note.stem), **{**strings, "file_id": note.stem})
    return None
