"""Settings: each control acts at once, shows what is so, and refuses in place."""

import pytest
from PySide6.QtCore import Qt

from groupwork.operations import settings as operations
from groupwork.ui.machine_settings import load
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme


@pytest.fixture
def view(shell):
    """The part about this computer, which is shown first."""
    shell.go(Place("settings"))
    assert shell.view.code == "computer"
    return shell.view.part("computer")


@pytest.fixture
def part(shell):
    """The part about the centre."""
    shell.go(Place("settings", part="centre"))
    return shell.view.part("centre")


def press(qtbot, segments, index):
    qtbot.mouseClick(segments._buttons[index], Qt.MouseButton.LeftButton)


def test_palette_and_text_size_act_at_once_and_stay(qtbot, view):
    press(qtbot, view._palette, 2)
    assert theme.name == "dark"
    qtbot.mouseClick(view._size._larger, Qt.MouseButton.LeftButton)
    assert theme.percent == 110
    assert view._size._words.text() == "110 %"
    assert (load().palette, load().text_percent) == ("dark", 110)


def test_the_ends_of_the_text_size_switch_off(view):
    preferences.set_text_percent(200)
    assert not view._size._larger.isEnabled()
    preferences.set_text_percent(90)
    assert not view._size._smaller.isEnabled()


def test_single_letters_can_be_switched_off(qtbot, view):
    view._letters.click()
    assert not preferences.single_letter_keys
    assert not load().single_letter_keys


def test_the_centre_is_renamed_when_the_field_is_left(qtbot, part, centre):
    part.lines["centre"].setText("Werkhof")
    qtbot.keyClick(part.lines["centre"], Qt.Key.Key_Return)
    assert operations.centre(centre.desk).name == "Werkhof"


def test_an_empty_name_is_refused_in_place(qtbot, part, centre):
    part.lines["centre"].setText("   ")
    qtbot.keyClick(part.lines["centre"], Qt.Key.Key_Return)
    assert part.refusal.isVisible()
    assert operations.centre(centre.desk).name == "Kiefernbogen"


def test_paper_and_language_of_the_sheets(qtbot, part, centre):
    press(qtbot, part.paper, 1)
    press(qtbot, part.sheets, 1)
    found = operations.centre(centre.desk)
    assert (found.paper, found.language) == ("Letter", "de")


def test_a_reader_cannot_change_the_centre(shell, centre):
    centre.file.role = "volunteer"
    shell.go(Place("settings", part="centre"))
    assert not shell.view.part("centre").lines["centre"].isEnabled()
    shell.go(Place("settings", part="computer"))
    assert shell.view.part("computer")._palette.isEnabled()


def test_history_is_one_click_away(qtbot, shell):
    shell.go(Place("settings", part="history"))
    qtbot.mouseClick(shell.view.part("history").history, Qt.MouseButton.LeftButton)
    assert shell.place.page == "history"


def test_a_locked_page_no_longer_listens(qtbot, view, window):
    window.lock()
    qtbot.wait(10)
    preferences.set_palette("dark")
    preferences.set_text_percent(120)
    preferences.set_language("de")
    assert window.shell is None
