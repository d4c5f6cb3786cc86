"""The week by mouse: choose, open, create, move, resize, copy, give up."""

from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from groupwork.operations import history, sessions
from groupwork.ui.place import Place
from groupwork.ui.views.schedule import ScheduleView
from tests.ui import day_centre
from tests.ui.day_centre import MONDAY
from tests.ui.week_centre import LEFT, TUESDAY, block_of, drag, grid_of, point, when

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(show, gate):
    shown = show(ScheduleView, Place("schedule", date=MONDAY))
    gate.changed.connect(shown.follow)
    return shown


def taken(view, block):
    """A point in the middle of a block, on the grid."""
    return block.mapTo(grid_of(view), QPoint(block.width() // 2, block.height() // 2))


def test_a_click_shows_the_session_beside_the_week(view, centre, qtbot):
    block = block_of(view, centre, "clay")
    assert view.page.panel.detail is None
    qtbot.mouseClick(block, LEFT)
    assert view.page.panel.detail.session == centre.sessions["clay"]
    assert block.isChecked()
    qtbot.keyClick(block, Qt.Key.Key_Escape)
    assert view.page.panel.empty
    assert not block.isChecked()


def test_a_double_click_opens_the_register(view, centre, places, qtbot):
    qtbot.mouseDClick(block_of(view, centre, "wood"), LEFT)
    assert places == [Place("register", session=centre.sessions["wood"])]


def test_dragging_over_an_empty_place_opens_the_form_for_that_time(view, centre):
    drag(view, grid_of(view), point(view, TUESDAY, 601), TUESDAY, 674)
    draft = view.page.panel.form.draft()
    assert (draft.date, draft.start, draft.end) == (TUESDAY, time(10), time(11, 15))
    assert len(sessions.sessions_between(centre.desk, TUESDAY, TUESDAY)) == 0


def test_a_block_is_dragged_to_another_day_and_time_in_one_step(view, centre, gate):
    block = block_of(view, centre, "clay")
    start = taken(view, block)
    minute = grid_of(view).frame.at(start.x(), start.y())[1]
    drag(view, block, start, TUESDAY, minute + 31)
    assert when(centre, "clay") == (TUESDAY, "13:30", "15:00")
    assert block_of(view, centre, "clay") is block
    gate.undo()
    assert when(centre, "clay") == (MONDAY, "13:00", "14:30")


def test_its_lower_edge_makes_it_longer(view, centre):
    block = block_of(view, centre, "clay")
    edge = block.mapTo(grid_of(view), QPoint(block.width() // 2, block.height() - 2))
    drag(view, block, edge, MONDAY, 14 * 60 + 44)
    assert when(centre, "clay") == (MONDAY, "13:00", "14:45")


def test_with_shift_it_snaps_to_five_minutes(view, centre):
    block = block_of(view, centre, "clay")
    start = taken(view, block)
    minute = grid_of(view).frame.at(start.x(), start.y())[1]
    drag(view, block, start, MONDAY, minute + 11, held=SHIFT)
    assert when(centre, "clay") == (MONDAY, "13:10", "14:40")


def test_with_ctrl_it_is_copied_as_a_one_off(view, centre):
    block = block_of(view, centre, "clay")
    start = taken(view, block)
    drag(view, block, start, TUESDAY, grid_of(view).frame.at(start.x(), start.y())[1], held=CTRL)
    assert when(centre, "clay") == (MONDAY, "13:00", "14:30")
    (copy,) = sessions.sessions_between(centre.desk, TUESDAY, TUESDAY)
    assert (copy.title, copy.room_name, copy.group, copy.expected) == ("Ceramics", "Art studio", None, 4)
    assert [person.name for person in copy.staff] == ["Priya Ramanathan"]


def test_esc_stops_a_drag_and_nothing_is_written(view, centre, qtbot):
    block = block_of(view, centre, "clay")
    before = len(history.history(centre.desk))
    block.setFocus()
    drag(view, block, taken(view, block), TUESDAY, 700, drop=False)
    assert grid_of(view).ghost.isVisible()
    qtbot.keyClick(block, Qt.Key.Key_Escape)
    assert not grid_of(view).ghost.isVisible()
    qtbot.mouseRelease(block, LEFT)
    assert when(centre, "clay") == (MONDAY, "13:00", "14:30")
    assert len(history.history(centre.desk)) == before
    assert view.page.panel.detail is None


def test_clashes_are_named_while_dragging(view, centre):
    day_centre.plan(centre, "more", "Ceramics", "Workshop", "Priya Ramanathan", TUESDAY, time(13), ())
    view.refresh()
    block = block_of(view, centre, "talk")  # in the workshop too
    start = taken(view, block)
    drag(view, block, start, TUESDAY, grid_of(view).frame.at(start.x(), start.y())[1] - 120, drop=False)
    said = grid_of(view).ghost.text_shown()
    assert said.startswith("13:00–14:00")
    assert "Workshop: Ceramics, 13:00–14:30" in said
    view.page.board.mouse.stop()


def test_a_plain_click_moves_nothing(view, centre, qtbot):
    before = len(history.history(centre.desk))
    qtbot.mouseClick(block_of(view, centre, "wood"), LEFT)
    assert len(history.history(centre.desk)) == before


def test_the_right_button_opens_a_menu_of_what_can_be_done(view, centre, qtbot):
    block = block_of(view, centre, "clay")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), block.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(block, event)
    menu = view.page.findChild(QMenu)
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words[0] == "Register"
    assert {"Edit", "Copy to the next day", "Cancel session", "Remove"} <= set(words)
    menu.close()
