"""The pages before a file is open: welcome, unlock, lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from groupwork import paths
from groupwork.errors import WrongPassphrase
from groupwork.operations import vault
from groupwork.ui import messages
from groupwork.ui.background import Report
from groupwork.ui.preferences import preferences
from groupwork.ui.views.unlock import UnlockView
from groupwork.ui.views.welcome import WelcomeView
from tests import vaults


@pytest.fixture
def unlock(window, vault_file, monkeypatch):
    """The unlock page of a closed centre; folders of the tests count as local."""
    real = vault.open_file
    monkeypatch.setattr(vault, "open_file", lambda *a, **k: real(*a, **k, probe=vaults.local))
    view = window.show_unlock(vault_file)
    view._open_file = vault.open_file
    return view


def words_on(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_right_passphrase_opens_today(qtbot, window, unlock):
    qtbot.waitUntil(unlock._passphrase.hasFocus)
    qtbot.keyClicks(unlock._passphrase, vaults.PASSPHRASE)
    qtbot.keyClick(unlock._passphrase, Qt.Key.Key_Return)
    assert window.shell is not None
    assert window.shell.place.page == "today"
    assert vaults.CENTRE in window.windowTitle()


def test_a_wrong_passphrase_is_refused_in_place(qtbot, window, unlock):
    qtbot.keyClicks(unlock._passphrase, "not this one at all")
    qtbot.mouseClick(unlock._go, Qt.MouseButton.LeftButton)
    assert window.shell is None
    assert unlock._refusal.isVisible()
    assert unlock._refusal.text()
    assert unlock._passphrase.selectedText()
    assert unlock._go.isEnabled()


def test_while_argon2_works_the_page_says_so(qtbot, window, unlock, monkeypatch):
    from groupwork.ui import background

    jobs = []
    monkeypatch.setattr(background.pool, "start", jobs.append)
    unlock.submit()
    assert not unlock._go.isEnabled()
    assert unlock._go.text() == "Opening …"
    assert unlock._passphrase.isReadOnly()
    unlock.submit()
    assert len(jobs) == 1


def test_nothing_of_anybody_is_on_the_page(window, unlock):
    assert window.windowTitle() == "Groupwork"
    seen = words_on(window)
    assert vaults.NAME not in seen
    assert "Hanna" not in seen
    assert vaults.CENTRE not in seen


def test_the_language_is_switched_on_the_page(qtbot, window, unlock):
    unlock._failed(WrongPassphrase("The sign-in name or the passphrase is not right."))
    unlock.languages.chosen.emit(1)
    assert preferences.values.language == "de"
    assert unlock.languages.current() == 1
    assert unlock._refusal.isVisible()


def test_another_file_is_asked_for(qtbot, window, unlock, monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(messages, "choose_centre", lambda parent, start: asked.append(start))
    qtbot.mouseClick(unlock._other, Qt.MouseButton.LeftButton)
    assert len(asked) == 1
    assert isinstance(window.page(), UnlockView)


def test_lock_closes_the_file_and_asks_again(qtbot, window, shell, centre):
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.shell is None
    assert centre.file.store.closed
    assert isinstance(window.page(), UnlockView)
    assert window.windowTitle() == "Groupwork"


def test_welcome_offers_open_and_the_demo(qtbot, window, monkeypatch, tmp_path):
    view = window.show_welcome()
    assert isinstance(view, WelcomeView)
    made, wanted = [], []

    def make(language, report):
        made.append(language)
        report.progress(1, 2)
        return tmp_path / "demo.groupwork"

    view._make_demo = make
    view.wanted.disconnect()
    view.wanted.connect(wanted.append)
    qtbot.mouseClick(view._demos["de"], Qt.MouseButton.LeftButton)
    assert made == ["de"]
    assert wanted == [tmp_path / "demo.groupwork"]


def test_a_failed_demo_says_why_in_place(window):
    from groupwork.errors import DiskFull

    view = window.show_welcome()

    def make(language: str, report: Report):
        raise DiskFull("There is no room left.")

    view._make_demo = make
    view.start_demo("en")
    assert view._refusal.text() == "There is no room left."
    assert view._busy.isHidden()


def test_the_last_file_is_offered_again(qtbot, window, vault_file):
    preferences.remember_file(vault_file)
    view = window.show_welcome()
    with qtbot.waitSignal(view.wanted) as heard:
        qtbot.keyClick(view._again, Qt.Key.Key_Return)
    assert heard.args == [vault_file]


def test_locked_and_opened_again_with_real_threads(qtbot, window, unlock, monkeypatch):
    from groupwork.ui import background

    monkeypatch.setattr(background.pool, "inline", False)
    for _ in range(2):
        page = window.page()
        page._open_file = vault.open_file
        page._passphrase.setText(vaults.PASSPHRASE)
        page.submit()
        assert not page._go.isEnabled()
        qtbot.waitUntil(lambda: window.shell is not None)
        window.lock()


def test_unlocking_comes_back_to_where_it_was_locked(qtbot, window, unlock):
    def open_it(view):
        view._open_file = vault.open_file
        qtbot.waitUntil(view._passphrase.hasFocus)
        qtbot.keyClicks(view._passphrase, vaults.PASSPHRASE)
        qtbot.keyClick(view._passphrase, Qt.Key.Key_Return)

    open_it(unlock)
    window.shell.go_to("schedule")
    window.lock()
    open_it(window.page())
    assert window.shell.place.page == "schedule"


def test_the_name_of_the_one_file_in_the_usual_folder_is_not_shown(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path)
    path, other = tmp_path / "centre.groupwork", tmp_path / "second.groupwork"
    path.touch()
    assert unlock_view(qtbot, path)._file.isHidden()
    other.touch()
    assert not unlock_view(qtbot, path)._file.isHidden()


def unlock_view(qtbot, path):
    made = UnlockView(path)
    qtbot.addWidget(made)
    return made


def test_a_passphrase_typed_as_the_name_is_covered_at_its_second_word(qtbot, window, unlock, monkeypatch):
    monkeypatch.setattr(vault, "sign_in_hint", lambda _path: True)
    page = window.show_unlock(unlock._path)
    page._open_file = vault.open_file
    qtbot.waitUntil(page._name.hasFocus)
    first, rest = vaults.PASSPHRASE.split(" ", 1)
    qtbot.keyClicks(page._name, f"{first} ")
    assert page._name.hasFocus(), "a blank behind a name is no second word"
    qtbot.keyClicks(page._name, rest[0])
    assert page._passphrase.hasFocus()
    assert not page._name.text()
    assert "one word" in page._refusal.text()
    qtbot.keyClicks(page._passphrase, rest[1:])
    qtbot.keyClick(page._passphrase, Qt.Key.Key_Return)
    assert window.shell is not None
