"""The recovery sheet's page: said before, asked once, confirmed by one group, refused in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from groupwork.errors import DiskFull
from groupwork.operations import recovery, vault
from groupwork.store import keys
from groupwork.ui import messages
from groupwork.ui.day.recovery_card import RecoveryCard
from groupwork.ui.place import Place
from tests.vaults import QUICK, as_role


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    real = keys.seal
    monkeypatch.setattr(
        keys, "seal", lambda key, kind, who, secret, _kdf=None: real(key, kind, who, secret, QUICK)
    )


@pytest.fixture
def saved(tmp_path, monkeypatch):
    """Where the PDF goes."""
    out = tmp_path / "sheet.pdf"
    monkeypatch.setattr(messages, "choose_save", lambda *_words: out)
    return out


@pytest.fixture
def view(shell):
    shell.go(Place("recovery"))
    return shell.view


def asked(monkeypatch, answer):
    questions = []

    def ask(_parent, _title, question, _yes):
        questions.append(question)
        return answer

    monkeypatch.setattr(messages, "ask", ask)
    return questions


def group(view):
    return view._made.code.split("-")[view._state.group - 1]


def test_looking_at_the_page_makes_nothing(shell, view):
    assert view._state.made is None
    assert "Preview" in view._pages.words.toPlainText()
    assert not view._confirm.isVisible()


def test_a_cancelled_dialog_makes_nothing(view, monkeypatch):
    monkeypatch.setattr(messages, "choose_printer", lambda _parent: None)
    monkeypatch.setattr(messages, "choose_save", lambda *_words: None)
    view._print.click()
    view._save.click()
    assert view._made is None
    assert view._state.made is None


def test_saved_confirmed_and_not_reminded_any_more(qtbot, shell, view, saved):
    view._save.click()
    assert saved.read_bytes().startswith(b"%PDF")
    assert view._made.code not in view._pages.words.toPlainText()
    qtbot.keyClicks(view._group, group(view).lower())
    qtbot.keyClick(view._group, Qt.Key.Key_Return)
    assert shell.place.page == "today"
    assert not shell.view.findChildren(RecoveryCard)


def test_another_group_is_refused_in_place(view, saved):
    view._save.click()
    view._group.setText("22222")
    view._printed.click()
    assert "This is not group" in view._refusal.text()


def test_printed_twice_in_one_visit_it_is_the_same_sheet(view, saved, monkeypatch):
    view._save.click()
    first = view._made
    view._save.click()  # would ask through `messages.ask`, which fails the test
    assert view._made is first


def test_before_an_old_sheet_becomes_useless_one_is_asked(shell, view, saved, monkeypatch):
    view._save.click()
    first = view._made
    shell.go(Place("today", shell.gate.today))
    (card,) = shell.view.findChildren(RecoveryCard)
    card.button.click()
    assert "makes that one useless" in view._summary.text()
    questions = asked(monkeypatch, False)
    view._save.click()
    assert "useless" in questions[0]
    assert view._made is None
    asked(monkeypatch, True)
    view._save.click()
    assert view._made.code != first.code


def test_a_full_disk_is_said_in_place(view, saved, monkeypatch):
    def full(_desk):
        raise DiskFull("There is no room left.")

    monkeypatch.setattr(recovery, "new_recovery", full)
    view._save.click()
    assert view._refusal.text() == "There is no room left."
    assert not saved.exists()


def test_printing_sends_one_page_and_waits_for_the_group(qtbot, window, view, tmp_path, monkeypatch):
    def choose(_parent):
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    monkeypatch.setattr(messages, "choose_printer", choose)
    window.activateWindow()
    qtbot.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "printed.pdf").exists()
    qtbot.waitUntil(view._group.hasFocus)


def test_another_role_sees_why_not_and_no_reminder(shell, monkeypatch):
    file = shell.gate.file
    monkeypatch.setattr(
        shell.gate, "desk", lambda: vault.desk_at(file.store, as_role(file, "facilitator"), file.clock, "en")
    )
    shell.go(Place("today", shell.gate.today))
    assert not shell.view.findChildren(RecoveryCard)
    shell.go(Place("settings", part="backups"))
    assert not shell.view.part("backups").recovery.isEnabled()
    shell.go(Place("recovery"))
    assert not shell.view._print.isEnabled()
    assert "may not manage keys" in shell.view._pages.refusal.sentence.text()


def test_settings_lead_to_it(qtbot, shell):
    shell.go(Place("settings", part="backups"))
    qtbot.mouseClick(shell.view.part("backups").recovery, Qt.MouseButton.LeftButton)
    assert shell.place.page == "recovery"
