"""Tasks in the real grid: 0 asks why, by one key; half done is said from the cell's menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult
from groupwork.operations import attendance
from groupwork.operations.register import register
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.register.menus import ReasonMenu
from tests.journeys.keyboard import press

WOOD = 230
"""The wood workshop of the demo's own Wednesday, not yet recorded."""


@pytest.fixture
def window(demo_file, open_window):
    """The register of the workshop, everybody there, the cursor on the first person's first task."""
    opened = open_window(demo_file)
    desk = opened.shell.gate.desk()
    rows = register(desk, WOOD).rows
    attendance.record_marks(desk, WOOD, {row.participant: Mark(Status.PRESENT) for row in rows})
    opened.shell.go(Place("register", session=WOOD))
    opened.shell.view.table.setFocus()
    opened.shell.view.table.go(0, opened.shell.view.model.place(Kind.TASK, 0))
    return opened


def result(window, row=0):
    """What is stored for the first task of a row."""
    return register(window.shell.gate.desk(), WOOD).rows[row].results[0]


@pytest.mark.parametrize(
    ("language", "key", "reason"),
    [
        ("en", "d", NotDoneReason.DECLINED),
        ("en", "n", NotDoneReason.NO_TIME),
        ("en", "f", NotDoneReason.UNWELL),
        ("de", "a", NotDoneReason.DECLINED),
    ],
)
def test_the_reason_follows_by_one_key(window, language, key, reason):
    preferences.set_language(language)
    window.shell.view.table.go(0, window.shell.view.model.place(Kind.TASK, 0))
    press(window, "0")
    assert isinstance(QApplication.activePopupWidget(), ReasonMenu)
    press(window, key)
    assert result(window) == TaskResult(Outcome.NOT_DONE, reason=reason)
    assert QApplication.activePopupWidget() is None
    assert window.shell.view.table.standing()[0] == 1


def test_enter_gives_no_reason_and_a_digit_goes_on_with_the_next_person(window):
    press(window, "0", Qt.Key.Key_Return)
    assert result(window) == TaskResult(Outcome.NOT_DONE)
    press(window, "0", "4")
    assert result(window, 1) == TaskResult(Outcome.NOT_DONE)
    assert result(window, 2) == TaskResult(Outcome.DONE, 4)


def test_the_reason_is_one_more_step_to_undo(window):
    press(window, "0", "d")
    press(window, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert result(window) == TaskResult(Outcome.NOT_DONE)
    press(window, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert result(window) is None


def test_partly_done_is_in_the_cells_menu(window):
    press(window, "3", Qt.Key.Key_Up, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (partly,) = [action for action in menu.actions() if action.text() == "partly done"]
    menu.setActiveAction(partly)
    press(window, Qt.Key.Key_Return)
    assert result(window) == TaskResult(Outcome.PARTLY, 3)
    window.shell.view.table.menu_wanted.emit(QPoint(0, 0))
    assert "wholly done" in [action.text() for action in QApplication.activePopupWidget().actions()]
    press(window, Qt.Key.Key_Escape)
