"""Saving what a command made into a folder that the person named."""

from __future__ import annotations

from pathlib import Path

from groupwork.errors import Missing
from groupwork.i18n import N_
from groupwork.store import durable

NOT_A_FOLDER = N_("“{folder}” is a file. Choose a folder.")


def ready_folder(folder: Path) -> Path:
    """The folder, made when only it is missing. Raises Missing or ReadOnly before anything is drawn."""
    if folder.exists() and not folder.is_dir():
        raise Missing(NOT_A_FOLDER, folder=folder.name)
    with durable.in_words(folder.parent):
        folder.mkdir(exist_ok=True)
    return folder


def save(folder: Path, name: str, data: bytes) -> Path:
    """The whole file under its name, or nothing; an older one of that name is replaced.

    Raises DiskFull, ReadOnly or Missing in words.
    """
    path = folder / name
    durable.write(path, data)
    return path
