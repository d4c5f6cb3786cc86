"""With the mouse alone: a list is dropped, a weekly group is dragged into the week, a register is printed."""

from datetime import time, timedelta

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.operations import sessions
from groupwork.store import tables
from groupwork.ui.day.finder import Finder
from groupwork.ui.widgets.fields import Choice
from tests.foreign_lists import PEOPLE, foreign
from tests.journeys.steps import Journey, button, click, settle
from tests.journeys.test_first_run import printer
from tests.ui import day_centre
from tests.ui.day_centre import MONDAY
from tests.ui.week_centre import drag, grid_of, point

__all__ = ["printer"]

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FRIDAY = MONDAY + timedelta(days=4)
MOST = {"drop the list": 1, "drag a group": 17, "print": 3}
MOST_IN_ALL = 21
"""Clicks; a drag counts as one."""


@pytest.fixture
def shell(main_window, tmp_path):
    """A small centre at Today."""
    built = day_centre.build(tmp_path)
    yield main_window.show_file(built.file)
    built.file.close()


def drop(shell, path):
    """Let a file of this computer go over the window."""
    data, at = QMimeData(), QPoint(400, 400)
    data.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(shell, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(shell, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, NONE))
    settle()


def field(form, kind, name):
    """The visible field with this name."""
    (found,) = (
        each for each in form.findChildren(kind) if each.isVisible() and each.accessibleName() == name
    )
    return found


def choose(view, words):
    """Click the line of an open list."""
    model = view.model()
    row = next(n for n in range(model.rowCount()) if words in model.index(n, 0).data())
    view.scrollTo(model.index(row, 0))
    at = view.visualRect(model.index(row, 0)).center()
    QTest.mouseMove(view.viewport(), at)
    QTest.mouseClick(view.viewport(), LEFT, NONE, at)
    settle()


def pick(form, name, *words):
    """Click into a field, and on each of these lines of its list."""
    for each in words:
        click(field(form, Finder, name))
        choose(QApplication.activePopupWidget(), each)


def drag_a_group(shell):
    """Friday from ten to half past eleven, every week, in the art studio, with three of the new people."""
    click(button(shell.rail, "Schedule"))
    view = shell.view
    drag(view, grid_of(view), point(view, FRIDAY, 601), FRIDAY, 689)
    form = view.page.panel.form
    pick(form, "What", "Ceramics")
    often = field(form, Choice, "How often")
    click(often)
    QTest.qWait(QApplication.doubleClickInterval() + 50)  # until then Qt takes a click for the opening one
    choose(often.view(), "Every week")
    assert often.currentText() == "Every week"
    pick(form, "Where", "Art studio")
    pick(form, "Facilitators", "Priya")
    pick(form, "People", "Kümmel", "Haddad", "Jörg Hansen")
    click(button(form, "Plan session"))


def test_a_list_a_group_and_a_register_without_a_key(main_window, shell, tmp_path, printer):
    path, journey = foreign(tmp_path / "Besucherliste.xlsx"), Journey(main_window, "mouse")
    before = tables.Participant.select().count()
    with journey.step("drop the list"):
        drop(shell, path)
        click(button(shell.view, f"Import {len(PEOPLE)} people"))
    assert tables.Participant.select().count() == before + len(PEOPLE)
    with journey.step("drag a group"):
        drag_a_group(shell)
    (first,) = sessions.sessions_between(shell.gate.desk(), FRIDAY, FRIDAY)
    assert (first.title, first.start, first.end, first.expected) == ("Ceramics", time(10), time(11, 30), 3)
    assert first.group is not None
    with journey.step("print"):
        click(grid_of(shell.view).blocks[first.id])
        click(button(shell.view.page.panel, "Print"))
        click(button(shell.view, "Print …"))
    assert pages_of(printer) == 1
    journey.within(MOST, MOST_IN_ALL)
    assert journey.total().keys == 0


def pages_of(pdf):
    """How many pages were printed."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
