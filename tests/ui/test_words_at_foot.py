"""Sentences at the foot of a page stay readable: no notice lies over them, none is said out of sight."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.operations.people import add_new_drop_in
from groupwork.ui.machine_settings import MachineSettings
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.preferences import preferences
from groupwork.ui.register.header import head_width
from groupwork.ui.register.tile import cross_fits
from groupwork.ui.style import Style
from groupwork.ui.theme import theme
from tests.ui.faces_centre import open_register


@pytest.fixture
def view(window, shell, centre):
    found = open_register(shell, centre)[0]
    QApplication.processEvents()
    return found


def area(widget, ground):
    """A widget's rectangle in another one."""
    return QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())


def test_a_notice_does_not_lie_over_a_sentence(window, shell, view):
    shell.gate.announce("Olena: present")
    before = shell.toast.y()
    view.strip.say("6 people are here or still expected; there is room for 5.")
    assert not area(shell.toast, window).adjusted(0, 0, 0, -12).intersects(area(view.strip, window))
    shell.gate.announce("Moira: present")
    assert not area(shell.toast, window).adjusted(0, 0, 0, -12).intersects(area(view.strip, window))
    view.strip.quiet()
    assert shell.toast.y() == before


def test_a_sentence_out_of_sight_becomes_a_notice(window, shell, view):
    theme.set_percent(200)
    window.resize(1024, 749)
    QApplication.processEvents()
    assert view.strip.visibleRegion().isEmpty()
    view.strip.say("There is nothing to paste.")
    assert shell.toast.isVisible()
    assert shell.toast.text() == "There is nothing to paste."


def test_another_page_has_its_notices_at_the_foot(shell, view):
    view.strip.say("There is nothing to paste.")
    shell.go_to("today")
    shell.gate.announce("Saved")
    assert shell.toast.geometry().bottom() >= shell.toast.parentWidget().height() - theme.size(4)


@pytest.mark.parametrize("ask", [False, True])
def test_many_people_scroll_in_the_grid_and_the_row_for_names_stays(window, shell, centre, ask):
    view = open_register(shell, centre)[0]
    window.resize(1280, 781)
    for n in range(8):
        view.gate.do(add_new_drop_in, view._session, f"New Person{n}")
    if ask:
        view.head.not_held.emit()
    QApplication.processEvents()
    assert view._scroll.verticalScrollBar().maximum() == 0
    assert view.table.verticalScrollBar().maximum() > 0
    assert not view.card.drop_in.visibleRegion().isEmpty()


def test_who_types_a_name_sees_it_at_any_text_size(window, view, qtbot):
    theme.set_percent(200)
    window.resize(1024, 749)
    QApplication.processEvents()
    row = view.card.drop_in
    assert row.visibleRegion().isEmpty()
    view.table.setFocus()
    view._to_drop_in()
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty(), timeout=1000)
    QTest.keyClicks(row.edit, "Kateryna")
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert area(row, window).bottom() <= window.height()
    assert view.model.rowCount() == 5


def test_names_and_values_of_a_row_stand_in_one_line_after_a_drop_in(window, shell, centre):
    view = open_register(shell, centre, tasks=("Saw", "Sand", "Glue", "Paint", "Oil"))[0]
    window.resize(1024, 781)
    view.table.go(3, view.table.last_column())
    view._to_drop_in()
    for n in range(9):
        QTest.keyClicks(view.card.drop_in.edit, f"New Person{n}")
        QTest.keyClick(view.card.drop_in.edit, Qt.Key.Key_Return)
        QApplication.processEvents()
        table, frozen = view.table, view.table.frozen
        assert frozen.on
        assert frozen.verticalScrollBar().value() == table.verticalScrollBar().value()
        assert frozen.rowViewportPosition(3) == table.rowViewportPosition(3)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_two_mood_columns_can_be_told_apart(view, language):
    preferences.values = MachineSettings(language=language)
    preferences.set_language(language)
    QApplication.processEvents()
    for kind in (Kind.BEFORE, Kind.AFTER):
        column = view.model.place(kind)
        said = view.model.headerData(column, view.table.header.orientation())
        assert view.table.columnWidth(column) >= head_width(said)


def test_a_reason_takes_the_room_of_its_cross(qapp):
    theme.set_percent(100)
    assert cross_fits(120, "not done")
    assert not cross_fits(70, "not done")


def test_a_menu_higher_than_the_screen_scrolls(qapp):
    assert Style().styleHint(Style.StyleHint.SH_Menu_Scrollable) == 1
