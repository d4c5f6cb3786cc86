"""Centres for the tests of the vault: cheap keys, one lead, folders of their own."""

import shutil
from pathlib import Path
from types import SimpleNamespace

from groupwork.operations import vault
from groupwork.store import database, sidecar
from groupwork.store.keys import Kdf
from groupwork.store.tables import Setting

PASSPHRASE = "kiefer bogen gruppe heute"
QUICK = Kdf(memory_kib=19 * 1024, passes=1, lanes=1)
"""The cheapest that the range check lets through."""
CENTRE, NAME, CANARY = "Tagesstätte Kiefernbogen", "Hanna Brückner", "Zbigniew Kanarienvogel"
LOCAL = "ext4"


def local(_folder: Path) -> str:
    """A probe for a folder of this computer."""
    return LOCAL


def make(path: Path) -> Path:
    """A closed centre with one lead."""
    vault.new_file(path, CENTRE, NAME, PASSPHRASE, "de", kdf=QUICK, probe=local).close()
    return path


def copy(template: Path, folder: Path, name: str = "centre.groupwork") -> Path:
    """A closed centre, copied with its key file."""
    path = folder / name
    shutil.copy(template, path)
    shutil.copy(sidecar.keys_path(template), sidecar.keys_path(path))
    return path


def opened(path: Path, **options) -> database.Store:
    """The store of a centre, opened with its passphrase."""
    return database.open_store(path, "Hanna", PASSPHRASE, probe=local, **options)


def mark(store: database.Store, key: str, value: object) -> None:
    """One step that writes two rows which belong together."""
    with store.journal.step("test.marked", {}) as step:
        step.save(Setting(key=f"{key}.a", value=value))
        step.save(Setting(key=f"{key}.b", value=value))


def value_of(store: database.Store, key: str) -> object:
    """What `mark` wrote, None when it is not there."""
    row = Setting.get_or_none(Setting.key == f"{key}.a")
    return None if row is None else row.value


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def as_role(file, role: str):
    """The same person with another role."""
    return SimpleNamespace(sign_in=file.sign_in, actor_name=file.actor_name, role=role)
