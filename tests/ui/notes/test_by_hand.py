"""What somebody met who wrote notes by hand: Tab, F4, the narrow panel, what signing says."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.notes import Template
from groupwork.operations import attendance, notes
from groupwork.store import log
from groupwork.ui.focus import SETTLED_MS
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.register.side import GROUP, PERSON
from groupwork.ui.widgets.page import InnerScroll, Scroll
from tests.ui.day_centre import MONDAY
from tests.ui.notes.conftest import settle

SIGN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def chain(stops):
    """These widgets in the order Tab meets them, from the first of them."""
    found, at = [stops[0]], stops[0].nextInFocusChain()
    while at is not stops[0]:
        if at in stops:
            found.append(at)
        at = at.nextInFocusChain()
    return found


def looks(centre):
    """Whose records the journal says were looked at."""
    centre.file.store.journal.flush_views()
    entries = centre.file.store.journal.history(50, views=True)
    return [person for entry in entries if entry.verb == log.VIEWS for person in entry.params["people"]]


def first(centre):
    """The first person's note of the wood workshop."""
    return notes.session_notes(centre.desk, centre.sessions["wood"]).people[0]


@pytest.fixture
def tab(shell, centre):
    """The notes of a person who has one of Friday."""
    friday, parts = centre.sessions["friday"], {"data": "Came"}
    notes.save_note(centre.desk, friday, centre.people[0], Template.DAP, parts, late_reason="Away")
    shell.window().activateWindow()
    shell.go(Place("participant", participant=centre.people[0], part="notes"))
    settle()
    return shell.view._tabs[5]


def test_tab_goes_down_the_note_also_after_another_kind(editor, fields):
    editor.form.template.choose(Template.THREE)
    editor.form.template.picked.emit(Template.THREE)
    fields()["measure"].setPlainText("With Jürgen and Henrike")
    editor.look()
    stops = list(editor.stops())
    assert editor.form.draft in stops
    assert chain(stops) == stops
    assert stops[2:6] == list(fields().values())


def test_f4_once_more_drafts_the_note_and_one_key_signs_it(register, centre):
    person = register.model.row(0).participant
    attendance.record_mark(centre.desk, centre.sessions["wood"], person, Mark(Status.PRESENT, late_min=10))
    for _time in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4)
        settle()
    editor = register.beside.side.editor
    assert editor.form.fields[2].area.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, SIGN)
    assert "Came 10 min late" in dict(first(centre).parts)["response"]
    assert first(centre).signed_by == "Hanna Brückner"


def test_a_draft_of_somebody_not_recorded_says_so_in_the_note(editor, fields):
    editor.first_draft.fill()
    assert "Nothing is recorded" in editor.refusal.text()
    assert not any(field.text() for field in fields().values())


@pytest.mark.parametrize("part", [GROUP, PERSON])
def test_no_state_of_a_note_is_wider_than_the_panel(register, centre, part):
    register.beside.open_side(part)
    settle()
    editor = register.beside.side.editor
    room = editor.parentWidget().parentWidget()
    editor.form.fields[1].area.setPlainText("Sawed")
    assert editor.flush()
    settle()
    assert editor.width() <= room.width()
    editor.sign()
    settle()
    editor._whole.amend("Remembered later", "And glued")
    settle()
    assert editor.width() <= room.width()


def test_a_long_note_scrolls_in_its_panel_and_makes_no_page_longer(register, side, qtbot):
    for field in side.editor.form.fields:
        field.area.setPlainText("Sawed\n" * 30)
    settle()
    scrolls = side.findChildren(QScrollArea)
    assert [type(each) for each in scrolls if each.isVisible() and isinstance(each, Scroll)] == [InnerScroll]
    content = QWidget()
    content.setMinimumHeight(1000)
    inner = InnerScroll(content)
    qtbot.addWidget(inner)
    assert inner.sizeHint().height() == inner.minimumSizeHint().height() < 200


def test_signing_with_something_pointed_out_brings_it_into_view(register, qtbot):
    register.beside.open_side(GROUP)
    settle()
    editor = register.beside.side.editor
    editor.form.fields[0].area.setFocus()
    editor.form.fields[0].area.setPlainText("With " + register.model.row(0).name.called)
    editor.form.fields[1].area.setPlainText("Sawed\n" * 40)
    settle()
    editor.sign()
    qtbot.wait(2 * SETTLED_MS)  # before, the new line has no place yet
    assert not editor.refusal.visibleRegion().isEmpty()
    assert editor.note.signed_at is None
    editor.warnings.stops()[-1].click()
    assert editor.refusal.isHidden()


def test_answered_by_keys_the_keyboard_goes_to_the_next_answer_and_then_back_to_the_words(register):
    register.beside.open_side(PERSON)
    settle()
    editor = register.beside.side.editor
    first, second = (register.model.row(number).name.called for number in (1, 2))
    area = editor.form.fields[2].area
    area.setFocus()
    QTest.keyClicks(area, f"Sat with {first} and {second}.")
    editor.look()
    settle()
    for _answer in range(2):
        editor.warnings.stops()[0].setFocus()
        QTest.keyClick(editor.warnings.stops()[0], Qt.Key.Key_Return)
        settle()
        assert QApplication.focusWidget() is (*editor.warnings.stops(), area)[0]


def test_other_fields_by_undo_or_redo_keep_the_keyboard_in_the_words(register, centre):
    register.beside.open_side(PERSON)
    settle()
    editor, person = register.beside.side.editor, register.model.row(0).participant
    editor.form.fields[0].area.setFocus()
    register.gate.do(notes.save_note, centre.sessions["wood"], person, Template.DAP, {"data": "Came"})
    settle()
    assert QApplication.focusWidget() is editor.form.fields[1].area


def test_signing_a_late_entry_leads_to_the_reason(shell, centre, register):
    shell.go(Place("register", session=centre.sessions["friday"]))
    settle()
    register.beside.open_side(PERSON)
    settle()
    editor = register.beside.side.editor
    QTest.keyClicks(editor.form.fields[2].area, "Came back")
    editor.sign()
    assert editor.form.late.reason.hasFocus()


def test_a_new_note_says_whose_it_is_shows_the_last_and_is_marked_in_the_list(tab):
    tab.new.click()
    settle()
    editor = tab.pane.editor
    assert editor._who.text() == tab.pane.rows[0].entry.subject.name != ""
    assert editor.last.isVisible()
    QTest.keyClicks(editor.form.fields[0].area, "Telephone call")
    assert editor.flush()
    settle()
    (line,) = [row for row in tab.pane.rows if row.isChecked()]
    assert line.entry.note.id == editor.note.id
    assert "09:52" in line.entry.second


def test_at_double_size_a_new_note_is_scrolled_to(tab, shell, qtbot):
    preferences.set_text_percent(200)
    shell.window().resize(1366, 768)
    settle()
    tab.new.click()
    qtbot.wait(3 * SETTLED_MS)
    field = tab.pane.editor.form.fields[0].area
    assert field.hasFocus()
    assert not field.visibleRegion().isEmpty()


def test_the_day_of_a_note_that_cannot_be_saved_yet_is_kept_too(tab, shell):
    tab.new.click()
    settle()
    editor = tab.pane.editor
    QTest.keyClicks(editor.form.fields[0].area, "Telephone call")
    editor.form.day.set_value(MONDAY - timedelta(days=2))
    assert not editor.flush()
    kept = editor.keeping.kept()
    assert (kept.contact, kept.filled) == (MONDAY - timedelta(days=2), {"goal": "Telephone call"})


def test_whose_note_was_opened_stands_in_the_journal(shell, centre, register):
    person = register.model.row(0).participant
    notes.save_note(centre.desk, centre.sessions["wood"], person, Template.DAP, {"data": "Sawed"})
    assert looks(centre) == []
    register.beside.open_side(GROUP)
    settle()
    assert looks(centre) == []
    register.beside.open_side(PERSON)
    settle()
    assert looks(centre) == [person]


def test_a_page_of_notes_that_is_printed_is_a_look_too(shell, centre):
    shell.go(Place("preview", participant=centre.people[2], part="notes"))
    settle()
    assert looks(centre) == [centre.people[2]]


def test_before_co_signing_and_signing_for_others_it_says_what_that_means(editor, fields, centre):
    QTest.keyClicks(fields()["goal"], "x")
    assert editor.flush()
    bar = editor.bar
    bar.show_note(first(centre), "Leyla Demirtaş", begun=True, may=True)
    assert bar.meaning.text().startswith("Hanna Brückner wrote this note. You sign as Leyla Demirtaş")
    notes.sign(centre.desk, first(centre).id)
    bar.show_note(first(centre), "Leyla Demirtaş", begun=True, may=True)
    assert "co-sign as Leyla Demirtaş" in bar.meaning.text()
    assert not bar.meaning.isHidden()
    bar.show_note(first(centre), "Hanna Brückner", begun=True, may=True)
    assert bar.meaning.isHidden()


def test_after_a_lock_the_notes_of_the_person_are_open_again(tab, shell, window, centre):
    shell.go(Place("participant", participant=centre.people[1]))
    shell.view.tabs.select(5)
    assert shell.view.here(shell.place).part == "notes"
    window.lock()
    assert window._locked[-1] == Place("participant", participant=centre.people[1], part="notes")


def test_back_from_print_the_cursor_is_where_it_was_once_everybody_is_recorded(register, shell, centre):
    attendance.mark_blanks_present(centre.desk, centre.sessions["wood"])
    settle()
    register.table.go(1, 2)
    place = shell.place
    shell.go(Place("today", MONDAY))
    shell.go(place)
    settle()
    assert register.table.standing()[0] == 1
