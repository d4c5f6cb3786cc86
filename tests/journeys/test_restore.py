"""The centre's file is deleted, or damaged: back from a backup through the window, with clicks and keys."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from groupwork import app
from groupwork.operations import settings, vault
from groupwork.store import backup, sidecar
from groupwork.ui import background, messages
from groupwork.ui.preferences import preferences
from groupwork.ui.views.restore import RestoreView
from groupwork.ui.views.unlock import UnlockView
from groupwork.ui.views.welcome import WelcomeView
from tests import vaults

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def worked(main_window, vault_file, local_folders, monkeypatch):
    """A day's work, then the window closed: it backed up by itself. Jobs run on their own threads."""
    monkeypatch.setattr(background.pool, "inline", False)
    return vault_file


def work(qtbot, window, path, paper="Letter"):
    """Open the centre, change something, close the window and wait until it is gone."""
    shell = window.show_file(vault.open_file(path, None, vaults.PASSPHRASE))
    shell.gate.do(settings.set_setting, "paper", paper)
    window.close()
    qtbot.waitUntil(window.isHidden, timeout=10_000)


def press(qtbot, window, words):
    button = next(b for b in window.findChildren(QPushButton) if b.text() == words and b.isVisible())
    qtbot.mouseClick(button, LEFT)


def said(window):
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def restore(qtbot, window, secret=vaults.PASSPHRASE):
    page = window.page()
    assert isinstance(page, RestoreView)
    qtbot.waitUntil(page._passphrase.hasFocus)
    qtbot.keyClicks(page._passphrase, secret)
    qtbot.keyClick(page._passphrase, Qt.Key.Key_Return)


def opened(qtbot, window):
    qtbot.waitUntil(lambda: window.shell is not None, timeout=10_000)
    return settings.centre(window.shell.gate.desk())


def test_after_the_file_was_deleted(qtbot, main_window, worked):
    work(qtbot, main_window, worked)
    for each in worked.parent.iterdir():
        each.unlink()
    main_window.show()
    app.begin(main_window, None, None)
    assert isinstance(main_window.page(), WelcomeView)
    assert "is not there" in said(main_window)
    press(qtbot, main_window, "Restore from a backup")
    restore(qtbot, main_window)
    assert opened(qtbot, main_window).paper == "Letter"
    assert main_window.shell.place.page == "today"
    assert main_window.shell.gate.file.store.path == worked


def test_after_it_was_damaged_the_damaged_one_is_kept(qtbot, main_window, worked):
    work(qtbot, main_window, worked)
    content = bytearray(worked.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 200] = bytes(200)
    worked.write_bytes(content)
    main_window.show()
    app.begin(main_window, None, None)
    page = main_window.page()
    assert isinstance(page, UnlockView)
    assert not page._restore.isVisible()
    qtbot.keyClicks(page._passphrase, vaults.PASSPHRASE)
    qtbot.keyClick(page._passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(page._restore.isVisible, timeout=10_000)
    press(qtbot, main_window, "Restore from a backup")
    restore(qtbot, main_window)
    assert opened(qtbot, main_window).paper == "Letter"
    kept = next(worked.parent.glob("centre-before-restore-*.groupwork"))
    assert kept.read_bytes() == bytes(content)
    assert kept.name in main_window.shell.toast.text()


def test_an_older_one_is_chosen_and_a_mistype_changes_nothing(qtbot, main_window, worked):
    work(qtbot, main_window, worked, "Letter")
    main_window._closing._over = False
    main_window.show()
    work(qtbot, main_window, worked, "A4")
    main_window.show()
    before = worked.read_bytes()
    page = main_window.show_restore(worked)
    rows = page.pick._group.buttons()
    assert [row.isChecked() for row in rows] == [True, False]
    qtbot.mouseClick(rows[1], LEFT)
    restore(qtbot, main_window, "not this one")
    qtbot.waitUntil(page._refusal.isVisible, timeout=10_000)
    assert worked.read_bytes() == before
    page._passphrase.clear()
    restore(qtbot, main_window)
    assert opened(qtbot, main_window).paper == "Letter"


def test_a_stick_in_a_new_computer(qtbot, main_window, worked, monkeypatch, tmp_path):
    from groupwork import paths

    work(qtbot, main_window, worked)
    stick = tmp_path / "stick"
    shutil.copytree(next((paths.data_folder() / "backups").glob("*/groupwork-*")).parent, stick)
    fresh = tmp_path / "fresh"
    monkeypatch.setattr(paths, "data_folder", lambda: fresh)
    preferences.remember_file(tmp_path / "never.groupwork")
    main_window.show()
    main_window.show_welcome()
    press(qtbot, main_window, "Restore from a backup")
    page = main_window.page()
    assert "No backup is known" in said(main_window)
    assert not page._go.isEnabled()
    monkeypatch.setattr(messages, "choose_folder", lambda *_a: tmp_path)
    press(qtbot, main_window, "Backups in another folder …")
    assert "no backup of a centre" in page._refusal.text()
    monkeypatch.setattr(messages, "choose_folder", lambda *_a: stick)
    press(qtbot, main_window, "Backups in another folder …")
    restore(qtbot, main_window)
    assert opened(qtbot, main_window).paper == "Letter"


def test_a_damaged_backup_is_refused_in_place(qtbot, main_window, worked):
    from groupwork.operations import restoring

    work(qtbot, main_window, worked)
    found = restoring.backups_for(worked)[0].folder / backup.FILE
    found.write_bytes(found.read_bytes()[:-4096])
    main_window.show()
    page = main_window.show_restore(worked)
    restore(qtbot, main_window)
    qtbot.waitUntil(page._refusal.isVisible, timeout=10_000)
    assert "is damaged" in page._refusal.text()
    assert sidecar.keys_path(worked).exists()
    press(qtbot, main_window, "Back")
    assert isinstance(main_window.page(), UnlockView)
