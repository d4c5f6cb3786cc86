"""The week in the whole window: its keys beside the window's own, Undo, and few SELECTs with a clash open."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.operations import sessions
from groupwork.ui.place import Place
from tests.ui import day_centre
from tests.ui.day_centre import MONDAY

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def week(window, shell, qtbot):
    """The schedule as a week, with the keyboard in it."""
    shell.go(Place("schedule", MONDAY))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    return shell.view.page


def day_of(centre, key):
    return sessions.session(centre.desk, centre.sessions[key]).date


def test_alt_left_moves_the_block_and_does_not_go_back(qtbot, window, shell, centre, week):
    week.grid.go_to(week.grid.walk().of(centre.sessions["talk"]))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, ALT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    assert shell.place.page == "schedule"
    assert day_of(centre, "talk") == MONDAY
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert day_of(centre, "talk") == MONDAY + timedelta(days=1)
    assert shell.toast.text()
    assert week.grid.blocks[centre.sessions["talk"]].hasFocus()


def test_on_a_head_of_a_day_alt_left_still_goes_back(qtbot, shell, week):
    week.board.header.heads()[0].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, ALT)
    assert shell.place.page == "today"


def test_a_clash_beside_the_week_costs_one_select_more(shell, centre, week):
    day_centre.plan(centre, "double", "Ceramics", "Workshop", "Priya Ramanathan", MONDAY, time(10), ())
    seen = []
    connection = shell.gate.file.store.db.connection()
    shell.go(Place("today", MONDAY))
    QApplication.processEvents()
    connection.set_trace_callback(seen.append)
    shell.go(Place("schedule", session=centre.sessions["double"]))
    connection.set_trace_callback(None)
    reads = [sql for sql in seen if sql.lstrip().upper().startswith(("SELECT", "WITH"))]
    assert week.panel.detail.session == centre.sessions["double"]
    assert week.grid.blocks[centre.sessions["double"]].isChecked()
    assert week.grid.blocks[centre.sessions["double"]].hasFocus()
    assert len(reads) <= 8 + 1, "\n".join(reads)  # one to find the day of the session
