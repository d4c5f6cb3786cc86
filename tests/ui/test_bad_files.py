"""Files that are not a centre, or not a whole one: the unlock page says which, and leaves them alone."""

import sqlite3

import pytest
from PySide6.QtCore import Qt

from groupwork import paths
from groupwork.operations import vault
from groupwork.store import database, migrations, sidecar
from tests import vaults

PNG = b"\x89PNG\r\n\x1a\n" + bytes(5000)


def plain(path):
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t(x)")
    other.close()


def damaged(path):
    data = bytearray(path.read_bytes())
    data[2000] ^= 1
    path.write_bytes(data)


def newer(path):
    with vaults.opened(path) as store:
        store.db.rows(f"PRAGMA user_version = {migrations.LATEST + 1}")
    slots = sidecar.read(sidecar.keys_path(path))
    sidecar.save(path, database.replace(slots, written_by="9.1"))


def without_keys(path):
    for file in (*path.parent.glob("*keys*"), *paths.data_folder().rglob("*")):
        if file.is_file():
            file.unlink()


FILES = {
    "plain database": (plain, "unencrypted database"),
    "damaged": (damaged, "is damaged"),
    "newer": (newer, "9.1"),
    "cut off": (lambda path: path.write_bytes(path.read_bytes()[:9000]), "is cut off"),
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "picture": (lambda path: path.write_bytes(PNG), "is a picture"),
    "gone": (lambda path: path.unlink(), "is not there"),
    "keys lost": (without_keys, "key file"),
}


def content(folder):
    return {name: data for name, data in vaults.files_in(folder).items() if not name.endswith(".lock")}


@pytest.fixture
def unlock(window, vault_file, monkeypatch):
    """The unlock page of a file that counts as local."""
    real = vault.open_file
    monkeypatch.setattr(vault, "open_file", lambda *a, **k: real(*a, **k, probe=vaults.local))

    def show():
        view = window.show_unlock(vault_file)
        view._open_file = vault.open_file
        return view

    return show


def submit(qtbot, view):
    qtbot.keyClicks(view._passphrase, vaults.PASSPHRASE)
    qtbot.keyClick(view._passphrase, Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", FILES)
def test_a_bad_file_is_told_apart_in_place_and_left_alone(qtbot, window, vault_file, unlock, kind):
    spoil, words = FILES[kind]
    spoil(vault_file)
    before = content(vault_file.parent)
    view = unlock()
    submit(qtbot, view)
    assert window.shell is None
    assert view._refusal.isVisible()
    assert words in view._refusal.text()
    assert view._refusal.text().isprintable()
    assert content(vault_file.parent) == before


def test_a_second_window_is_told_who_has_the_file(qtbot, window, vault_file, unlock):
    with vaults.opened(vault_file):
        view = unlock()
        submit(qtbot, view)
        assert window.shell is None
        assert "already open" in view._refusal.text()
    submit(qtbot, view)
    assert window.shell is not None
