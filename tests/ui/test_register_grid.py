"""The grid with real keys and a mouse, over a register that lies in memory."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from groupwork import i18n
from groupwork.domain.attendance import Mark, Status
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.ui.preferences import preferences
from groupwork.ui.register.clip import Block
from tests.ui.register_grid import MARK, MINUTES, PART, TASK, shown
from tests.ui.register_values import round_of

Key = Qt.Key


def test_a_letter_marks_and_moves_on(grid):
    grid.press("p", "a", "u")
    assert [grid.mark(n).status for n in range(3)] == [Status.PRESENT, Status.ABSENT, Status.UNWELL]
    assert grid.table.standing() == (3, MARK)
    assert len(grid.gestures) == 3


def test_minutes_are_one_gesture_with_the_letter(grid):
    grid.press("l", "1", "0")
    assert grid.gestures == []
    assert grid.model.facts(0, MARK).drafted
    assert grid.model.facts(0, MINUTES).row.minutes == 110
    grid.press(Key.Key_Return)
    assert grid.gestures == [{(1, "mark", -1): Mark(Status.PRESENT, late_min=10)}]
    assert grid.table.standing() == (1, MARK)


def test_late_and_early_add_up_and_the_next_letter_goes_on(grid):
    grid.press("l", "1", "0", "e", "2", "0", "a")
    assert grid.mark(0) == Mark(Status.PRESENT, late_min=10, early_min=20)
    assert grid.mark(1).status is Status.ABSENT
    assert len(grid.gestures) == 2


@pytest.mark.parametrize("way", ["mouse", "tab", "focus", "timer", "range"])
def test_half_typed_minutes_are_stored_in_every_way_out(grid, way):
    grid.press("l", "5")
    if way == "mouse":
        middle = grid.table.visualRect(grid.model.index(4, 0)).center()
        QTest.mouseClick(grid.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    elif way == "tab":
        grid.press(Key.Key_Tab)
    elif way == "focus":
        grid.table.clearFocus()
    elif way == "timer":
        grid.keys._settle.timeout.emit()
    else:
        grid.press(Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    assert grid.mark(0).late_min == 5
    assert not grid.model.facts(0, MARK).drafted


def test_escape_gives_half_typed_minutes_up(grid):
    grid.press("l", "5", Key.Key_Escape)
    assert grid.gestures == []
    assert not grid.model.facts(0, MARK).drafted


def test_a_range_is_marked_in_one_gesture(grid):
    grid.press(*[Key.Key_Down] * 3, held=Qt.KeyboardModifier.ShiftModifier)
    grid.press("p")
    assert len(grid.gestures) == 1
    assert len(grid.gestures[0]) == 4
    assert len(grid.table.places.chosen) == 4
    grid.press(Key.Key_Delete)
    assert all(grid.mark(n).status is None for n in range(4))


def test_fill_down_takes_the_top_row(wood):
    wood.table.go(0, TASK)
    wood.press(*[Key.Key_Down] * 2, held=Qt.KeyboardModifier.ShiftModifier)
    wood.press(Key.Key_D, held=Qt.KeyboardModifier.ControlModifier)
    assert [wood.model.row(n).results[0].level for n in range(3)] == [5, 5, 5]
    assert len(wood.gestures) == 1


def test_fill_right_is_for_tasks_only(wood):
    wood.press(Key.Key_R, held=Qt.KeyboardModifier.ControlModifier)
    assert wood.gestures == []
    assert "Only tasks" in wood.said[-1]
    wood.table.go(0, TASK + 1)
    wood.press(Key.Key_R, held=Qt.KeyboardModifier.ControlModifier)
    assert wood.model.row(0).results[1].level == 5


def test_copy_and_paste_go_there_and_back(wood):
    wood.table.choose(Block(0, MARK, 2, 6))
    wood.press(Key.Key_C, held=Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text == "P\t120\t3\t5\t4\t5\nP\t120\t2\t6\t4\t3"
    QGuiApplication.clipboard().setText("A\nL10")
    wood.table.go(3, MARK)
    wood.press(Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    assert wood.mark(3).status is Status.ABSENT
    assert wood.mark(4) == Mark(Status.PRESENT, late_min=10)
    assert len(wood.gestures) == 1


@pytest.mark.parametrize("text", ["P\n" * 20, "P\tQ", "nonsense", "", "\x00\u202e"])
def test_a_wrong_paste_changes_nothing_and_says_why(grid, text):
    QGuiApplication.clipboard().setText(text)
    grid.press(Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    assert grid.gestures == []
    assert len(grid.said) == 1


def test_help_levels_and_participation_move_on(wood):
    wood.table.go(0, TASK)
    wood.press("6", "0", "-", ".")
    results = [wood.model.row(n).results[0] for n in (0, 1, 3, 5)]
    assert results == [
        TaskResult(Outcome.DONE, 6),
        TaskResult(Outcome.NOT_DONE),
        TaskResult(Outcome.NOT_OFFERED),
        TaskResult(Outcome.DONE, 6),
    ]
    assert [wood.model.row(n).results[0] for n in (2, 4)] == [None, None]  # they were not there
    wood.table.go(0, PART)
    wood.press("4", "0", "7")
    assert [wood.model.row(n).participation for n in range(2)] == [4, 0]


def test_after_the_last_person_a_level_goes_on_with_the_next_task(wood):
    last = wood.model.rowCount() - 1
    wood.table.go(last, TASK)
    wood.press("5")
    assert wood.table.standing() == (0, TASK + 1)
    wood.table.go(last, TASK)
    wood.press(Key.Key_Up)
    assert wood.table.standing() == (last - 1, TASK)


def test_typed_minutes_win(wood):
    wood.table.go(0, MINUTES)
    wood.press("7", "5", Key.Key_Return)
    assert wood.mark(0).minutes == 75


def test_german_keys(grid):
    i18n.use("de")
    grid.keys.renew()
    grid.press("a", "f", "s", "5", Key.Key_Return)
    assert [grid.mark(n).status for n in range(2)] == [Status.PRESENT, Status.ABSENT]
    assert grid.mark(2).late_min == 5


def test_letters_can_be_switched_off(grid, monkeypatch):
    monkeypatch.setattr(type(preferences), "single_letter_keys", property(lambda _self: False))
    grid.press("p", "a")
    assert grid.gestures == []
    grid.press(Key.Key_Space)
    assert grid.asked == ["menu"]


def test_plus_asks_for_blanks_and_keeps_what_is_typed(grid):
    grid.press("l", "5", "+")
    assert grid.asked == ["blanks"]
    assert grid.mark(0).late_min == 5


def test_moves(wood):
    wood.press(Key.Key_End)
    assert wood.table.standing() == (0, 8)
    wood.press(Key.Key_Home)
    assert wood.table.standing() == (0, MARK)
    wood.press(Key.Key_Tab)
    assert wood.table.standing() == (0, MINUTES)
    wood.press(Key.Key_Down, held=Qt.KeyboardModifier.ControlModifier)
    assert wood.table.standing()[0] > 0
    wood.press(Key.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
    assert wood.table.standing() == (0, MARK)


def test_tab_is_no_trap(grid):
    grid.table.go(13, PART)
    other = QMenu()
    grid.press(Key.Key_Tab)
    assert grid.table.standing() == (13, PART)
    other.deleteLater()


def test_down_from_the_last_row_leaves_for_the_drop_in(grid, qtbot):
    grid.table.go(13, MARK)
    with qtbot.waitSignal(grid.table.below):
        grid.press(Key.Key_Down)


def test_a_click_on_a_cell_asks_for_its_menu(grid, qtbot):
    middle = grid.table.visualRect(grid.model.index(2, MARK)).center()
    with qtbot.waitSignal(grid.table.clicked_cell):
        QTest.mouseClick(grid.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert grid.table.standing() == (2, MARK)


def test_a_refused_mark_is_not_shown(grid):
    grid.recorder.refuse = True
    grid.press("p")
    assert grid.mark(0).status is None
    assert not grid.model.facts(0, MARK).drafted


def test_control_end_brings_the_last_person_into_sight(qtbot):
    grid = shown(qtbot, round_of(14), size=(1120, 300))
    grid.press(Key.Key_End, held=Qt.KeyboardModifier.ControlModifier)
    last = grid.table.visualRect(grid.table.currentIndex())
    assert grid.table.currentIndex().row() == 13
    assert grid.table.viewport().rect().contains(last.center())
    bar = grid.table.verticalScrollBar()
    bar.setValue(0)
    bar.setValue(bar.maximum())
    assert bar.value() == bar.maximum()


def test_a_click_beside_the_columns_leaves_the_cursor_where_it_is(grid, qtbot):
    last = grid.table.model().index(2, grid.table.model().columnCount() - 1)
    before = grid.table.standing()
    where = grid.table.visualRect(last).center()
    qtbot.mouseClick(grid.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert grid.table.standing() == before
