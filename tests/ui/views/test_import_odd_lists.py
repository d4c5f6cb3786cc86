"""The import page with lists as people keep them: odd cells, notes at the end, groups not made yet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from groupwork.store import tables
from groupwork.ui.place import Place
from tests.foreign_lists import workbook
from tests.ui.views.test_people_import import cells, chips, click, drop, words

HEADER = ("Nachname", "Vorname", "geb.", "seit", "Gruppe", "Bezugsbetreuung")
ROWS = (
    ("Albers", "Günter", "12.3.1951", "2019", "Kutschfahrt", "Frau Unbekannt"),
    ("Ebert", "Rosi", "1.1.1950", "unbefr.", "Kutschfahrt", ""),
    ("Jahn", "Elfriede", "2.1.1950", "unbefr.", "", ""),
    ("24 Besucher", "", "", "", "", ""),
    ("Ausgeschieden: siehe Blatt 2", "", "", "", "", ""),
)


@pytest.fixture
def view(shell, tmp_path):
    path = tmp_path / "Besucherliste.xlsx"
    path.write_bytes(workbook(("Liste", [HEADER, *ROWS])))
    shell.go(Place("import"))
    drop(shell.view, path)
    return shell.view


def test_odd_cells_refuse_nobody_and_the_same_remark_is_said_once(view):
    assert chips(view)[:2] == ["3 will be added", "2 look like no person"]
    assert cells(view, 0)[1:4] == ["new", "Günter Albers", "12 Mar 1951"]
    shown = words(view.body)
    assert "Rows 3, 4, seit: “unbefr.” is not a date and was left out." in shown
    assert "cannot be read" not in shown


def test_rows_below_the_list_are_named_and_can_be_ticked_in(view):
    assert cells(view, 3)[1] == "no person?"
    assert "Row 5 (24 Besucher): This does not look like a person. Not imported." in words(view.body)
    QTest.keyClick(view.body.notes.ticks[5], Qt.Key.Key_Space)
    assert chips(view)[:2] == ["4 will be added", "1 looks like no person"]
    assert view.body.notes.ticks[5].isChecked()
    before = tables.Participant.select().count()
    click(view.act)
    assert tables.Participant.select().count() == before + 4


def test_groups_that_are_missing_are_spoken_of_in_the_future_and_then_in_the_past(view):
    shown = words(view)
    assert "There is no group “Kutschfahrt”: nobody will be put into it." in shown
    assert "“Frau Unbekannt”: no key worker will be set." in shown
    assert "can be made first, or later." in view._about.text()
    click(view.act)
    assert "There is no group “Kutschfahrt”: nobody was put into it." in words(view.finished)
