"""The real register page: what a mark paints; an import, a merge, an undo, a wrong paste meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.domain.attendance import Mark, Status
from groupwork.operations import attendance, imports, merging
from groupwork.operations.register import register
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.place import Place
from tests.builders import a_person
from tests.ui.day_centre import MONDAY
from tests.ui.test_register_paint import Painted

Key = Qt.Key


@pytest.fixture
def view(shell, centre):
    """Monday's wood workshop: six people, nothing recorded, the cursor on the first mark."""
    shell.window().activateWindow()
    shell.go(Place("register", MONDAY, centre.sessions["wood"]))
    shell.view.table.setFocus()
    QApplication.processEvents()
    return shell.view


def press(view, *keys, held=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(view.table, key, held)
    QApplication.processEvents()


def cells(view, row, *kinds):
    """Where the cells of these kinds are painted in a row."""
    found = QRegion()
    for kind in kinds:
        found += view.table.visualRect(view.model.index(row, view.model.place(kind)))
    return found


def test_a_mark_stored_by_the_page_paints_its_cell_and_its_minutes_only(view):
    press(view, "p")  # the first one makes the session held
    painted = Painted(view.table.viewport())
    view.model.record({(4, view.model.place(Kind.MARK)): Mark(Status.PRESENT, late_min=5)})
    QApplication.processEvents()
    assert not painted.region.isEmpty()
    assert (painted.region - cells(view, 4, Kind.MARK, Kind.MINUTES)).isEmpty()


def test_a_mark_by_key_paints_the_row_the_cursor_leaves_and_the_next_one(view):
    press(view, "p")
    painted = Painted(view.table.viewport())
    press(view, "p")
    rows = QRegion(0, view.table.rowViewportPosition(1), 5000, view.table.rowHeight(1) * 2)
    assert not painted.region.isEmpty()
    assert (painted.region - rows).isEmpty()


CSV = "Name;Born;Alert\nMoira Tattersley;3.2.1990;nuts\nAna Pereira;;\n"


def import_list(view, folder):
    """A list that knows one of the people already and brings somebody new."""
    path = folder / "people.csv"
    path.write_text(CSV, encoding="utf-8")
    report = view.gate.write(imports.import_people, imports.read_people(path))
    assert report.added


def test_an_import_meanwhile_keeps_what_is_marked_and_what_is_half_typed(view, centre, tmp_path):
    people = [row.participant for row in view.model.register.rows]
    press(view, "a", "l", "5")
    view.card.drop_in.edit.setText("Zbi")
    import_list(view, tmp_path)
    QApplication.processEvents()
    press(view, "5", Key.Key_Return)
    rows = view.model.register.rows
    assert [row.participant for row in rows] == people
    assert (rows[0].mark.status, rows[1].mark.status) == (Status.ABSENT, Status.PRESENT)
    assert rows[1].mark.late_min == 5
    assert view.card.drop_in.edit.text() == "Zbi"
    assert register(centre.desk, centre.sessions["wood"]).rows == rows
    view.gate.undo()
    view.gate.undo()
    assert [row.participant for row in view.model.register.rows] == people
    assert view.model.register.rows[0].mark.status is Status.ABSENT


def test_two_records_merged_meanwhile_leave_one_row_with_the_mark(view, centre):
    press(view, "u")
    twice = view.model.row(0).participant
    keep = a_person(centre.desk, "Kept Record")
    view.gate.do(merging.merge, keep, twice)
    QApplication.processEvents()
    rows = {row.participant: row.mark for row in view.model.register.rows}
    assert twice not in rows
    assert rows[keep].status is Status.UNWELL
    view.gate.undo()
    assert view.model.row(0).participant == twice


def test_an_undo_of_what_was_done_on_another_page_shows_and_the_next_mark_is_stored(view, centre):
    session = centre.sessions["wood"]
    last = view.model.row(5).participant
    view.gate.do(attendance.record_mark, session, last, Mark(Status.UNWELL))
    press(view, "l", "1", "0")
    view.gate.undo()
    press(view, Key.Key_Return, "a")
    found = {row.participant: row.mark for row in register(centre.desk, session).rows}
    assert found[last].status is None
    assert [row.mark for row in view.model.register.rows] == list(found.values())


def test_wrong_pastes_change_nothing_and_the_half_typed_minutes_stay(view):
    press(view, "p", "l", "7")
    before = [row.mark for row in view.model.register.rows]
    for text in ("P\tA\nL", "P\n" * 40, "x" * 100_000, "P\t" * 400, "A\tB\tC\tD\tE\tF\tG\tH"):
        QGuiApplication.clipboard().setText(text)
        press(view, Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
        assert view.strip.sentence()
    now = [row.mark for row in view.model.register.rows]
    assert now[0] == before[0]
    assert all(mark.status is None for mark in now[2:])
    assert now[1].late_min == 7
    assert len(QGuiApplication.clipboard().text()) > 10


@pytest.mark.parametrize("pasted", [False, True])
def test_minutes_beyond_the_session_are_kept_and_pointed_out_in_the_grid(view, centre, pasted):
    press(view, "p")
    press(view, "p")
    view.table.go(1, view.model.place(Kind.MARK if pasted else Kind.MINUTES))
    if pasted:
        QGuiApplication.clipboard().setText("P@500")
        press(view, Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    else:
        press(view, "5", "0", "0", Key.Key_Return)
    row = register(centre.desk, centre.sessions["wood"]).rows[1]
    assert (row.mark.minutes, row.minutes) == (500, 120)
    cell = view.model.index(1, view.model.place(Kind.MINUTES))
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        assert "500 minutes were typed, longer than the session" in cell.data(role)
