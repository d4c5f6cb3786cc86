"""The page of notes to sign: read, sign, next; and a person's notes."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.notes import Template
from groupwork.operations import attendance, notes
from groupwork.ui.day.side_list import TaskRow
from groupwork.ui.place import Place
from tests.ui.day_centre import MONDAY
from tests.ui.notes.conftest import settle

SIGN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def written(centre):
    """Two people's drafts of Monday, and Friday held without a group note."""
    for person, words in zip(centre.people, ("Sanded two boards", "Sawed"), strict=False):
        parts = {"response": words}
        notes.save_note(centre.desk, centre.sessions["wood"], person, Template.GIRP, parts)
    attendance.record_mark(centre.desk, centre.sessions["friday"], centre.people[0], Mark(Status.PRESENT))
    return centre


@pytest.fixture
def page(shell, written):
    shell.window().activateWindow()
    shell.go(Place("notes"))
    settle()
    return shell.view


def test_today_counts_them_and_leads_there(shell, written):
    shell.go(Place("today", MONDAY))
    rows = {row.text(): row for row in shell.view.findChildren(TaskRow)}
    assert {"2 notes to sign", "1 group note missing"} <= set(rows)
    rows["2 notes to sign"].click()
    assert shell.place.page == "notes"


def test_read_sign_next_with_one_key_each(page, written):
    assert [row.entry.look[0] for row in page.pane.rows] == ["Draft", "Draft", "Missing"]
    page.pane.rows[0].setFocus()
    QTest.keyClick(page.pane.rows[0], Qt.Key.Key_Return, SIGN)
    settle()
    assert len(page.pane.rows) == 2
    assert page.pane.editor.note.signed_at is None
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, SIGN)
    settle()
    assert [row.entry.look[0] for row in page.pane.rows] == ["Missing"]
    people = notes.session_notes(written.desk, written.sessions["wood"]).people
    assert all(note.signed_by == "Hanna Brückner" for note in people)


def test_a_missing_group_note_is_written_there(page, written):
    page.pane.open(2, into=True)
    settle()
    editor = page.pane.editor
    assert editor.subject.group
    assert editor.subject.session == written.sessions["friday"]
    QTest.keyClicks(editor.form.fields[1].area, "Sawed and sanded")
    editor.form.late._usual[1].click()
    assert editor.flush()
    assert [row.entry.look[0] for row in page.pane.rows].count("Missing") == 0


def test_all_signed_is_designed(shell, centre):
    shell.go(Place("notes"))
    settle()
    assert shell.view.pane._nothing.isVisible()
    assert not shell.view.pane._sheet.isVisible()


def test_a_narrow_window_shows_list_or_note(page, shell):
    shell.window().resize(760, 700)
    settle()
    assert page.pane._left.isVisible()
    assert not page.pane._sheet.isVisible()
    page.pane.rows[0].click()
    settle()
    assert page.pane._sheet.isVisible()
    assert not page.pane._left.isVisible()
    page.pane.to_list.click()
    assert page.pane._left.isVisible()


def test_a_persons_notes_newest_first_and_a_new_one_without_a_session(shell, written):
    notes.save_note(
        written.desk,
        written.sessions["friday"],
        written.people[0],
        Template.DAP,
        {"data": "Late one"},
        late_reason="Away",
    )
    shell.go(Place("participant", participant=written.people[0], part="notes"))
    settle()
    tab = shell.view._tabs[5]
    assert [row.entry.note.contact for row in tab.pane.rows] == [MONDAY, MONDAY - timedelta(days=3)]
    tab.new.click()
    settle()
    field = tab.pane.editor.form.fields[0].area
    assert field.hasFocus()
    QTest.keyClicks(field, "Talk on the way home")
    assert tab.pane.editor.flush()
    assert len(tab.pane.rows) == 3
    QTest.keyClicks(field, " and more")
    assert tab.pane.editor.flush()
    assert len(notes.notes_of(written.desk, written.people[0])) == 3


def test_a_viewer_sees_no_note(shell, written):
    written.file.role = "viewer"
    shell.go(Place("notes"))
    settle()
    assert shell.view.pane.rows == []
    assert shell.view.pane._nothing.isVisible()
    shell.go(Place("today", MONDAY))
    assert not [row for row in shell.view.findChildren(TaskRow) if "note" in row.text()]
