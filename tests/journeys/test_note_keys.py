"""One group note and one note about a person, written and signed with real keys; every key counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.operations import notes
from groupwork.operations.today import today
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from tests.journeys.keyboard import KeyCount, press, write

CONTROL = Qt.KeyboardModifier.ControlModifier
SIGN = CONTROL | Qt.KeyboardModifier.ShiftModifier
MOST_BESIDE_THE_WORDS = 14
GROUP, OWN = "Sawed the sides", "Worked well"


def settle():
    for _n in range(4):
        QApplication.processEvents()


@pytest.fixture
def window(demo_file, open_window, monkeypatch):
    """The window of the demo with the register of a session of today."""
    monkeypatch.setattr(preferences, "kept", False)
    found = open_window(demo_file)
    session = today(found.shell.gate.desk()).others[0].id
    found.shell.go(Place("register", session=session))
    settle()
    return found


def test_both_are_signed_with_few_keys_beside_the_words(window):
    shell, session = window.shell, window.shell.place.session
    with KeyCount() as keys:
        press(window, "p")
        press(window, Qt.Key.Key_F4, held=Qt.KeyboardModifier.ShiftModifier)
        settle()
        press(window, Qt.Key.Key_Tab)
        write(window, GROUP)
        press(window, Qt.Key.Key_Return, held=SIGN)
        settle()
        press(window, Qt.Key.Key_Escape)
        press(window, Qt.Key.Key_Up)
        press(window, Qt.Key.Key_F4)
        settle()
        press(window, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
        write(window, OWN)
        press(window, Qt.Key.Key_Return, held=SIGN)
        settle()
        press(window, Qt.Key.Key_Escape)
    found = notes.session_notes(shell.gate.desk(), session)
    assert found.group.signed_by == "Hanna Brückner"
    assert [(dict(n.parts), bool(n.signed_at)) for n in found.people] == [({"response": OWN}, True)]
    assert shell.view.table.hasFocus()
    extra = keys.count - len(GROUP) - len(OWN)
    print(f"keys beside the words: {extra}")
    assert extra <= MOST_BESIDE_THE_WORDS


def test_a_note_from_its_first_draft_takes_three_keys(window):
    """From the marked register: F4 to the note, F4 for the draft, Ctrl+Shift+Enter; the words are own."""
    shell, session = window.shell, window.shell.place.session
    press(window, "p")
    press(window, Qt.Key.Key_Up)
    with KeyCount() as keys:
        press(window, Qt.Key.Key_F4)
        settle()
        press(window, Qt.Key.Key_F4)
        write(window, OWN)
        press(window, Qt.Key.Key_Return, held=SIGN)
        settle()
    (note,) = notes.session_notes(shell.gate.desk(), session).people
    assert note.signed_by == "Hanna Brückner"
    response = dict(note.parts)["response"]
    assert response.startswith("Was there for the whole session")
    assert response.endswith(f". {OWN}")
    print(f"keys beside the own words: {keys.count - len(OWN)}")
    assert keys.count - len(OWN) <= 3
