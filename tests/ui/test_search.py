"""The search field of the top bar, with keys and clicks as a person would."""

import logging
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from groupwork.domain.attendance import Mark, Status
from groupwork.operations import attendance
from groupwork.operations.settings import centre as centre_settings
from groupwork.ui.accessibility import nameless
from groupwork.ui.actions import key_lines
from groupwork.ui.keys_help import KeysHelp
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.register.drop_in import DropInRow
from groupwork.ui.search import hit_list
from groupwork.ui.search.offers import offers
from groupwork.ui.theme import theme
from tests.builders import a_person
from tests.ui.test_clipping import clipped, outside, settle

CTRL = Qt.KeyboardModifier.ControlModifier
MONDAY = date(2026, 10, 12)


@pytest.fixture
def field(qtbot, window, shell):
    """The field in an active window."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return shell.top.search


@pytest.fixture
def type_(qtbot, field):
    def typed(words):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, CTRL)
        assert field.edit.hasFocus()
        field.edit.selectAll()
        qtbot.keyClicks(field.edit, words)

    return typed


def shown(field):
    return [line.offer.words for line in field.list.lines()]


def line_of(field, words):
    return next(line for line in field.list.lines() if line.offer.words == words)


def test_ctrl_k_comes_from_anywhere_and_esc_goes_back(qtbot, window, shell, centre, field):
    shell.go(Place("register", session=centre.sessions["wood"]))
    settle()
    before = QApplication.focusWidget()
    assert before is not None
    qtbot.keyClick(before, Qt.Key.Key_K, CTRL)
    assert field.edit.hasFocus()
    qtbot.keyClicks(field.edit, "wood")
    assert field.list.isVisible()
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    assert not field.list.isVisible()
    assert field.edit.text() == ""


@pytest.mark.parametrize("page", ["register", "settings"])
def test_ctrl_k_comes_from_a_field_with_words(qtbot, window, shell, centre, field, page):
    shell.go(Place(page, session=centre.sessions["wood"], part="centre" if page == "settings" else ""))
    settle()
    row = shell.view.findChild(DropInRow)
    edit = row.edit if row is not None else shell.view.part("centre").lines["centre"]
    edit.setFocus()
    edit.setText("Kiefernbogen")
    edit.setCursorPosition(3)
    qtbot.keyClick(edit, Qt.Key.Key_K, CTRL)
    assert field.edit.hasFocus()
    assert edit.text() == "Kiefernbogen"


def test_enter_opens_a_persons_page(qtbot, shell, field, centre, type_):
    type_("jurgen")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert shell.place == Place("participant", participant=centre.people[0])


def test_enter_takes_a_volunteer_to_a_persons_next_session(qtbot, shell, field, centre, type_):
    centre.file.role = "volunteer"
    type_("jurgen")
    line = field.list.lines()[0]
    assert line.offer.words == "Jürgen Hassenpflug-Maier"
    assert "next: Wood workshop, Mon 12 Oct" in line.offer.below
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert shell.place == Place("schedule", MONDAY, centre.sessions["wood"])
    assert not field.list.isVisible()
    assert not field.edit.hasFocus()


def test_somebody_without_a_session_says_so(shell, field, centre, type_):
    a_person(centre.desk, "Newly Arrived")
    type_("newly")
    assert field.list.lines()[0].offer.below.endswith("in no session yet")


def test_a_click_takes_a_session(qtbot, shell, field, centre, type_):
    type_("ceram")
    settle()
    line = next(each for each in field.list.lines() if "13:00–14:30" in each.offer.below)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert shell.place == Place("schedule", MONDAY, centre.sessions["clay"])


def test_a_date_in_words_opens_that_day(qtbot, shell, field, type_):
    type_("next tue")
    assert shown(field)[0] == "Tuesday 13 October 2026"
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert shell.place == Place("schedule", MONDAY + timedelta(days=1))


def test_a_date_with_numbers_stands_first(field, type_):
    type_("12.10.")
    assert shown(field)[0] == "Monday 12 October 2026"
    assert field.list.lines()[0].offer.below == "today"


@pytest.mark.parametrize(
    ("typed", "words", "page"),
    [
        ("sched", "Schedule", "schedule"),
        ("einstell", "Settings", "settings"),
        ("history", "History", "history"),
        ("backups", "Backups", "backups"),
        ("plan a", "Plan a session", "plan"),
        ("tagesmappe", "Print day pack", "preview"),
    ],
)
def test_screens_in_both_languages(qtbot, shell, field, type_, typed, words, page):
    type_(typed)
    while field.list.lit().words != words:
        qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert shell.place.page == page


def test_undo_and_redo_are_commands(qtbot, shell, centre, field, type_):
    session, person = centre.sessions["wood"], centre.people[0]
    shell.gate.do(attendance.record_mark, session, person, Mark(Status.PRESENT))
    changes = []
    shell.gate.changed.connect(changes.append)
    type_("undo")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert [done.verb for done in changes] == ["undo.done"]


def test_lock_from_the_field_leaves_nothing_behind(qtbot, window, shell, field, type_):
    type_("lock")
    while field.list.lit().command != "lock":
        qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert window.shell is None
    settle()
    assert window.findChildren(hit_list.HitList) == []


def test_text_language_and_palette(qtbot, field, type_):
    percent = theme.percent
    type_("larger")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert theme.percent == percent + 10
    type_("german")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert preferences.values.language == "de"
    type_("dark")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert theme.name == "dark"


def test_arrows_go_round_and_pages_stop(qtbot, field, type_):
    type_("wo")
    lines = field.list.lines()
    assert len(lines) > 2
    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert lines[-1].lit
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert lines[0].lit
    qtbot.keyClick(field.edit, Qt.Key.Key_PageDown)
    qtbot.keyClick(field.edit, Qt.Key.Key_PageDown)
    assert sum(line.lit for line in lines) == 1


def test_the_count_and_the_lit_line_are_said(qtbot, field, type_, monkeypatch):
    said = []
    monkeypatch.setattr(hit_list, "announce", lambda _who, sentence: said.append(sentence))
    type_("settings")
    assert said[-1] == "1 found"
    type_("wood")
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert said[-1] == field.list.lit().spoken()
    type_("zzzz")
    assert said[-1] == "Nothing found for “zzzz”."
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.hasFocus()


def test_names_for_the_screen_reader(window, field, type_):
    type_("jurgen")
    assert nameless(window) == []
    for line in field.list.lines():
        assert QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Name) == line.offer.spoken()


def test_nothing_typed_is_kept_or_logged(qtbot, shell, field, type_, caplog, tmp_path):
    with caplog.at_level(logging.DEBUG):
        type_("Hassenpflug")
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert "Hassenpflug" not in caplog.text
    assert (field.edit.text(), field.list.lines()) == ("", ())
    assert not field.edit.isUndoAvailable()
    assert "Hassenpflug" not in repr(preferences.values)
    type_("Hassenpflug")
    shell.view.first_focus().setFocus(Qt.FocusReason.MouseFocusReason)
    assert (field.edit.text(), field.list.isVisible()) == ("", False)


@pytest.mark.parametrize("role", ["viewer", "volunteer"])
def test_only_what_the_role_may_do(shell, centre, role):
    centre.file.role = role
    found = [offer.words for group in offers(shell.gate, "p") for offer in group.offers]
    assert "Plan a session" not in found
    assert ("Print day pack" in found) == (role == "volunteer")
    assert shell.gate.ask(centre_settings) is not None


def test_the_list_stays_in_the_window_and_speaks_another_language(window, shell, field, type_):
    type_("woo")
    preferences.set_language("de")
    settle()
    assert field.list.isVisible()
    assert field.list.geometry().bottom() < shell._content.height()
    assert "Mo 12. Okt." in line_of(field, "Wood workshop").offer.below


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_off_in_german(qtbot, window, shell, field, percent):
    preferences.set_language("de")
    theme.set_percent(percent)
    settle()
    shell.top.open_search()
    qtbot.keyClicks(field.edit, "wo")
    settle()
    assert field.list.isVisible()
    assert clipped(window) == []
    assert outside(window) == []
    assert field.width() >= theme.size(200)


def test_with_little_room_a_button_opens_it(qtbot, window, shell, field):
    window.resize(800, 600)
    settle()
    assert not field.isVisible()
    button = shell.top._open
    assert button.isVisible()
    assert button.accessibleName() == "Search (Ctrl+K)"
    before = QApplication.focusWidget()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.isVisible()
    assert field.edit.hasFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert button.isVisible()
    assert QApplication.focusWidget() is before


def test_it_closes_the_keys_overview(qtbot, window, shell, field):
    window.show_keys()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, CTRL)
    assert field.edit.hasFocus()
    assert window.findChildren(KeysHelp) == []


def test_the_keys_overview_names_it(shell):
    assert any(line.keys == "Ctrl+K" for line in key_lines())
