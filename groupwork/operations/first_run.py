"""Before there is a centre: whether one is there already, and where its file would lie."""

from __future__ import annotations

from pathlib import Path

from groupwork import paths
from groupwork.domain.text import clean_name
from groupwork.operations import vault
from groupwork.operations.demo_place import demo_path
from groupwork.operations.vault import OpenFile
from groupwork.store import durable, files, folders
from groupwork.store.keys import Kdf

SUFFIX = ".groupwork"
FIRST_NAME = "centre"
"""The file is called so whatever the centre's name is: file names hold no names."""


def centre_is_there() -> bool:
    """Whether this user's data folder holds a centre's file other than a demo."""
    folder = paths.data_folder()
    return any(path != demo_path(path.stem.removeprefix("demo-")) for path in folder.glob(f"*{SUFFIX}"))


def suggested_path() -> Path:
    """A free name in this user's data folder, which need not be there yet."""
    folder, number = paths.data_folder(), 1
    while (path := folder / f"{FIRST_NAME}{'' if number == 1 else f'-{number}'}{SUFFIX}").exists():
        number += 1
    return path


def require_place(path: Path) -> Path:
    """The path with our ending, where a new file may lie. Asks the system, writes nothing.

    Raises Missing, WrongPlace (name taken, network, synchronised) or ReadOnly in words.
    """
    path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
    folders.require_own_folder(path)
    folders.require_writable(path)
    files.require_free_name(path)
    return path


def make_centre(
    path: Path,
    centre: str,
    your_name: str,
    passphrase: str,
    language: str,
    *,
    examples: bool = False,
    kdf: Kdf | None = None,
) -> OpenFile:
    """A centre at a place, open: empty, or with the example library in its language.

    The suggested folder is made when it is missing. Raises what `vault.new_file` raises.
    """
    clean_name(centre), clean_name(your_name)
    if path.parent == paths.data_folder():
        with durable.in_words(path.parent.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
    made = vault.new_file(path, centre, your_name, passphrase, language, kdf=kdf)
    if examples:
        with_examples(made, language)
    return made


def with_examples(file: OpenFile, language: str) -> None:
    """Put the example library into a new centre; when that fails the centre is closed, and stays empty."""
    from groupwork.operations.examples import add_examples

    try:
        add_examples(file.desk(language))
    except BaseException:
        file.close()
        raise
