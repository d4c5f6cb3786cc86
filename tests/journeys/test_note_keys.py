"""One group note and one note about a person, written and signed with real keys; every key counts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.operations import notes
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.register.side import PERSON
from tests.journeys.keyboard import KeyCount, press, write

CONTROL = Qt.KeyboardModifier.ControlModifier
SIGN = CONTROL | Qt.KeyboardModifier.ShiftModifier
MOST_BESIDE_THE_WORDS = 14
GROUP, OWN = "Sawed the sides", "Worked well"


def settle():
    for _n in range(4):
        QApplication.processEvents()


def test_both_are_signed_with_few_keys_beside_the_words(demo_file, open_window, monkeypatch):
    monkeypatch.setattr(preferences, "kept", False)
    window = open_window(demo_file)
    shell = window.shell
    from groupwork.operations.today import today

    session = today(shell.gate.desk()).others[0].id
    shell.go(Place("register", session=session))
    settle()
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
    assert PERSON
