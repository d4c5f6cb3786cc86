"""The preview's switches for packs and notes, by keys: what they change and when they are there."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from groupwork import i18n
from groupwork.domain.notes import Template
from groupwork.operations import history, notes
from groupwork.operations.register import take_registers
from groupwork.store.tables import Participant, Print
from groupwork.ui import messages
from groupwork.ui.place import Place
from groupwork.ui.views.preview import PreviewView
from tests.ui.day_centre import MONDAY

RIGHT = Qt.Key.Key_Right


@pytest.fixture
def person(centre):
    """Somebody with a signed note of Friday and an unsigned one of Monday."""
    desk, who = centre.desk, centre.people[3]
    take_registers(desk)
    for session, words in (("friday", "Sanded boards"), ("clay", "Rolled clay")):
        about, parts = centre.sessions[session], {"data": words}
        number = notes.save_note(desk, about, who, Template.DAP, parts, late_reason="Ill").note
        if session == "friday":
            notes.sign(desk, number)
    return who


@pytest.fixture
def page(show, person):
    return show(PreviewView, Place("preview", participant=person, part="notes"))


def shown(view):
    """The labels of the switches that can be seen."""
    return [o.label.text() for o in view._options._options if o.isVisible()]


def press(qtbot, segments, key=RIGHT):
    """An arrow on a segmented control."""
    button = segments._buttons[segments.current() or 0]
    button.setFocus()
    qtbot.keyClick(button, key)


PLAIN = ["Paper", "Language of the sheet", "Size", "Show"]


def test_each_kind_of_sheet_has_its_own_switches(show, centre, page, person):
    assert shown(page) == ["Notes about", "Name in the head", "Earlier versions", *PLAIN]
    page.show_place(Place("preview", MONDAY))
    assert shown(page) == ["For", "What", "Session plans", *PLAIN]
    page.show_place(Place("preview", MONDAY, part="fire_list"))
    assert shown(page) == PLAIN
    page.show_place(Place("preview", session=centre.sessions["wood"]))
    assert shown(page) == ["What", *PLAIN]


def test_the_span_by_keys(page, qtbot):
    assert all(words in page._sheet.text[0] for words in ("Sanded boards", "Rolled clay"))
    press(qtbot, page._options.days)
    assert shown(page)[:3] == ["Notes about", "First day", "Last day"]
    assert "Rolled clay" in page._sheet.text[0]  # the last three months
    page._options.last.setFocus()
    qtbot.keyClick(page._options.last, Qt.Key.Key_Down)
    assert "Sanded boards" in page._sheet.text[0]
    assert "Rolled clay" not in page._sheet.text[0]
    page._options.first.set_value(MONDAY)
    qtbot.keyClick(page._options.first, Qt.Key.Key_Up)
    assert page._sheet is None
    assert not page._print.isEnabled()
    assert "no notes on these days" in page._pages.refusal.sentence.text()


def test_the_name_by_keys(page, person, qtbot):
    who = Participant.get_by_id(person)
    assert who.full in page._sheet.text[0]
    press(qtbot, page._options.name)
    assert who.called in page._sheet.text[0]
    assert who.full not in page._sheet.text[0]
    press(qtbot, page._options.name)
    assert who.called not in page._sheet.text[0]
    assert who.code in page._sheet.text[0]


def test_versions_by_key_and_from_the_note_itself(page, centre, person, qtbot):
    assert "Versions of this note" not in page._sheet.text[0]
    press(qtbot, page._options.versions)
    assert "Versions of this note" in page._sheet.text[0]
    number = notes.notes_of(centre.desk, person)[0].id
    page.show_place(Place("preview", part=f"note.{number}.versions"))
    assert "Versions of this note" in page._sheet.text[0]
    assert shown(page)[:2] == ["Name in the head", "Earlier versions"]
    page.show_place(Place("preview", part=f"note.{number}"))
    assert "Versions of this note" not in page._sheet.text[0]


def test_a_group_note_has_nobody_in_its_head(show, centre):
    number = notes.save_group_note(centre.desk, centre.sessions["wood"], {"done": "Sawed"}).note
    view = show(PreviewView, Place("preview", part=f"note.{number}"))
    assert shown(view) == ["Earlier versions", *PLAIN]


def test_what_is_saved_is_what_was_chosen_and_is_told_to_the_history(
    page, centre, monkeypatch, tmp_path, qtbot
):
    offered = []

    def choose(_parent, _title, path, _pattern):
        offered.append(path.name)
        return tmp_path / "notes.pdf"

    monkeypatch.setattr(messages, "choose_save", choose)
    press(qtbot, page._options.days)
    page._options.last.setFocus()
    qtbot.keyClick(page._options.last, Qt.Key.Key_Down)
    undoable = centre.desk.store.journal.undoable(centre.desk.actor)
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    friday = MONDAY - timedelta(days=3)
    assert offered == [f"notes-P04-{friday.isoformat()}.pdf"]
    assert "notes printed or saved (1)" in history.history(centre.desk)[0].sentence
    assert centre.desk.store.journal.undoable(centre.desk.actor) == undoable


def test_plans_in_the_pack_by_key_off_until_asked(show, centre, monkeypatch, tmp_path, qtbot):
    monkeypatch.setattr(messages, "choose_save", lambda *_args: tmp_path / "pack.pdf")
    view = show(PreviewView, Place("preview", MONDAY))
    plain = view._sheet.pages
    assert not any("Session plan" in text for text in view._sheet.text)
    press(qtbot, view._options.plans)
    assert view._sheet.pages >= plain + 3
    qtbot.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert Print.select().count() == 3
    assert history.history(centre.desk)[0].sentence.startswith("Sheets of")
    press(qtbot, view._options.span)
    assert sum("Session plan" in text for text in view._sheet.text) == 3


def test_words_follow_the_language(page):
    i18n.use("de")
    page.retranslate()
    assert shown(page)[:3] == ["Notizen über", "Name im Kopf", "Frühere Fassungen"]
    assert page._options.name._buttons[2].text() == "Kürzel"
    assert page._options.first.accessibleName() == "Erster Tag"
