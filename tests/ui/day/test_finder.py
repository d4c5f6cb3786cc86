import pytest
from PySide6.QtCore import Qt

from groupwork.ui.day.finder import Extra, Finder, Option, Picker, half_typed

PEOPLE = (
    Option(1, "Zbigniew Łąckorzyński", "P05"),
    Option(2, "Nguyễn Thị Bích Lụa", "P12 Lụa"),
    Option(3, "Lin Meihua", "P10 林美华"),
    Option(4, "Jürgen O’Farrelly", "P07"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lack", [1]),
        ("zbi lac", [1]),
        ("lua", [2]),
        ("nguyen bich", [2]),
        ("林", [3]),
        ("p1", [2, 3]),
        ("xx", []),
        ("juergen ofarr", [4]),
        ("o'farrelly", [4]),
    ],
)
def test_accents_scripts_and_codes_find(typed, found):
    assert [option.id for option in PEOPLE if option.matches(typed)] == found


@pytest.fixture
def finder(qtbot):
    made = Finder("Who", (Extra("new", "New: {word}"),))
    made.set_options(PEOPLE)
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_takes_the_first_match(finder, qtbot):
    qtbot.keyClicks(finder, "mei")
    with qtbot.waitSignal(finder.taken) as signal:
        qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert signal.args == [PEOPLE[2]]


def test_a_word_that_is_not_there_is_offered_as_new(finder, qtbot):
    qtbot.keyClicks(finder, "Ivo")
    with qtbot.waitSignal(finder.extra) as signal:
        qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert signal.args == ["new", "Ivo"]


def test_enter_on_nothing_does_nothing(finder, qtbot):
    with qtbot.assertNotEmitted(finder.taken), qtbot.assertNotEmitted(finder.extra):
        qtbot.keyClick(finder, Qt.Key.Key_Return)


def test_a_picker_takes_each_once_and_gives_it_back(qtbot):
    picker = Picker("People", "Type a name")
    picker.set_options(PEOPLE, [2])
    qtbot.addWidget(picker)
    picker.add(PEOPLE[0])
    picker.add(PEOPLE[0])
    assert picker.ids() == (2, 1)
    picker._remove(PEOPLE[1])
    assert picker.ids() == (1,)


def test_a_new_name_handed_on_does_not_stay_in_the_field(qtbot):
    picker = Picker("Facilitators", "Type a name", (Extra("new", "New: {word}"),))
    qtbot.addWidget(picker)
    picker.show()
    qtbot.keyClicks(picker._finder, "Uschi")
    with qtbot.waitSignal(picker.extra) as heard:
        qtbot.keyClick(picker._finder, Qt.Key.Key_Return)
    assert heard.args == ["new", "Uschi"]
    assert picker._finder.text() == ""


def test_a_click_into_the_empty_field_shows_the_whole_list(qtbot):
    """Nobody needs to know how a name begins; what is typed shows the nearest eight."""
    finder = Finder("Who")
    finder.set_options([Option(number, f"Person {number}") for number in range(20)])
    qtbot.addWidget(finder)
    finder.show()
    qtbot.mouseClick(finder, Qt.MouseButton.LeftButton)
    popup = finder._completer.popup()
    assert popup.isVisible()
    assert popup.model().rowCount() == 20
    popup.hide()
    qtbot.keyClicks(finder, "per")
    assert popup.model().rowCount() == 8
    popup.hide()
    qtbot.mouseClick(finder, Qt.MouseButton.LeftButton)
    assert not popup.isVisible()


def test_a_name_without_a_person_is_told(qtbot):
    """Enter on a name that is not found leaves it there; the form must not go on without it."""
    picker = Picker("People", "Type a name")
    picker.set_options(PEOPLE)
    qtbot.addWidget(picker)
    qtbot.keyClicks(picker._finder, "Lin")
    qtbot.keyClick(picker._finder, Qt.Key.Key_Return)
    assert half_typed(picker) == ""
    qtbot.keyClicks(picker._finder, "Ivo")
    qtbot.keyClick(picker._finder, Qt.Key.Key_Return)
    assert "“Ivo” is nobody yet" in half_typed(picker)
    assert picker.ids() == (3,)
