"""A note that was signed while somebody still types in it: the signed words stay, the typed ones too."""

from PySide6.QtTest import QTest

from groupwork.operations import notes
from tests.ui.notes.conftest import settle


def stored(centre):
    return notes.session_notes(centre.desk, centre.sessions["wood"]).people


def test_words_typed_into_a_note_that_was_signed_meanwhile_are_not_lost(register, editor, fields, centre):
    QTest.keyClicks(fields()["goal"], "Stay an hour")
    assert editor.flush()
    QTest.keyClicks(fields()["goal"], " and a half")
    notes.sign(centre.desk, stored(centre)[0].id)
    assert not editor.flush()
    assert "Add an amendment" in editor.refusal.text()
    (note,) = stored(centre)
    assert note.parts == (("goal", "Stay an hour"),)
    assert note.signed_at
    register.refresh()
    settle()
    assert fields()["goal"].text() == "Stay an hour and a half"
    assert editor.keeping.kept().parts["goal"] == "Stay an hour and a half"
