"""The panel beside the register: opened and closed, quick, its words kept across a lock."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.operations import drafts, notes, vault
from groupwork.operations.session_plan import plan
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.register.side import GROUP, PERSON, PLAN
from tests.ui.day_centre import PASSPHRASE
from tests.ui.notes.conftest import settle


def test_keys_lead_to_the_note_and_back(register):
    table, side = register.table, register.beside.side
    QTest.keyClick(table, Qt.Key.Key_F4)
    settle()
    assert side.part == PERSON
    assert side.has_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert side.part == GROUP
    assert side.editor.subject.group


def test_the_strip_shows_the_keys_of_the_note_while_one_writes_it(register):
    table, strip = register.table, register.strip
    of_grid = strip._keys
    QTest.keyClick(table, Qt.Key.Key_F4)
    settle()
    assert "Ctrl+Space" in dict(strip._keys)
    register.refresh()
    assert "Ctrl+Space" in dict(strip._keys)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert strip._keys == of_grid
    assert "Ctrl+Space" not in dict(of_grid)


def test_closed_it_stays_closed_and_reads_nothing(register, centre):
    QTest.keyClick(register.table, Qt.Key.Key_F9)
    side = register.beside.side
    assert side.isHidden()
    assert not preferences.values.register_side
    seen = []
    connection = centre.file.store.db.connection()
    connection.set_trace_callback(seen.append)
    register.table.go(2, 2)
    settle()
    connection.set_trace_callback(None)
    assert seen == []
    QTest.keyClick(register.table, Qt.Key.Key_F9)
    assert side.isVisible()


def test_the_note_costs_three_selects_and_another_row_one(register, centre):
    side, seen = register.beside.side, []
    connection = centre.file.store.db.connection()
    connection.set_trace_callback(seen.append)
    side.open_part(GROUP, focus=False)
    group = len(seen)
    side.open_part(PERSON, focus=False)
    first = len(seen) - group
    register.table.go(1, 2)
    side._show()
    connection.set_trace_callback(None)
    assert (group, first, len(seen) - group - first) == (2, 1, 1)


def test_a_mark_reads_nothing_for_the_panel_and_leaves_typing_alone(register, side, centre):
    field = side.editor.form.fields[0].area
    QTest.keyClicks(field, "Half a sent")
    register.table.setFocus()
    register.table.go(1, register.model.place(register.model.columns[2].kind))
    settle()
    QTest.keyClicks(register.table, "p")
    register.table.go(0, 2)
    side._show()
    assert side.editor.form.fields[0].area.text() == "Half a sent"


def test_in_a_narrow_window_it_takes_the_registers_place(register, shell):
    shell.window().resize(800, 700)
    settle()
    assert register.card.isVisible()
    assert not register.beside.side.isVisible()
    QTest.keyClick(register.table, Qt.Key.Key_F4)
    settle()
    assert register.beside.side.isVisible()
    assert not register.card.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert register.card.isVisible()
    assert register.table.hasFocus()


def test_the_line_for_next_time_is_carried(register, shell, centre):
    register.beside.open_side(GROUP)
    settle()
    fields = {field.code: field.area for field in register.beside.side.editor.form.fields}
    QTest.keyClicks(fields["done"], "Sawed")
    QTest.keyClicks(fields["next"], "Sand the edges")
    assert register.beside.side.editor.flush()
    group = notes.session_notes(centre.desk, centre.sessions["wood"]).group
    assert dict(group.parts)["next"] == "Sand the edges"
    assert plan(centre.desk, centre.sessions["wood"]).next_time == "Sand the edges"


def test_what_cannot_be_saved_yet_survives_a_lock(shell, window, centre):
    friday = Place("register", session=centre.sessions["friday"])
    shell.go(friday)
    settle()
    shell.view.beside.open_side(PERSON)
    settle()
    field = shell.view.beside.side.editor.form.fields[2].area
    QTest.keyClicks(field, "Came back after two weeks")
    window.lock()
    settle()
    file = vault.open_file(centre.file.store.path, None, PASSPHRASE)
    file.clock = centre.file.clock
    window.show_file(file)
    window.shell.go(friday)
    settle()
    window.shell.view.beside.open_side(PERSON)
    settle()
    editor = window.shell.view.beside.side.editor
    assert editor.form.fields[2].area.text() == "Came back after two weeks"
    assert editor._kept.isVisible()
    editor.form.late._usual[1].click()
    assert editor.flush()
    assert drafts.all_kept(window.shell.gate.desk()) == {}


def test_retranslated_and_in_another_palette(register, side, shell):
    preferences.set_language("de")
    settle()
    preferences.set_palette("dark")
    preferences.set_text_percent(200)
    settle()
    assert shell.grab().width() == shell.width()
    assert side.part in (PLAN, PERSON)
    preferences.set_language("en")
