"""Fields of a form by keyboard, and the focus while pages are built anew."""

from datetime import date, time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from groupwork.ui.focus import focus_now
from groupwork.ui.theme import theme
from groupwork.ui.widgets.fields import DateField, TimeField
from groupwork.ui.widgets.layouts import box, clear, column


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0930", time(9, 30)),
        ("0905", time(9, 5)),
        ("1030", time(10, 30)),
        ("08:15", time(8, 15)),
        ("14", time(14)),
    ],
)
def test_a_whole_time_typed_key_by_key(qtbot, typed, expected):
    field = shown(qtbot, TimeField(time(13, 0)))
    field.setFocus()
    qtbot.keyClicks(field, typed)
    assert field.value() == expected


def test_tab_leaves_a_date_or_time_at_once_and_digits_are_the_day(qtbot):
    day, start, other = DateField(date(2026, 11, 18)), TimeField(time(10, 0)), QPushButton()
    holder = QWidget()
    layout = QVBoxLayout(holder)
    for each in (day, start, other):
        layout.addWidget(each)
    shown(qtbot, holder)
    holder.activateWindow()
    day.setFocus()
    qtbot.keyClicks(day, "23")
    assert day.value() == date(2026, 11, 23)
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert start.hasFocus()
    qtbot.keyClicks(start, "0930")
    qtbot.keyClick(start, Qt.Key.Key_Tab)
    assert start.value() == time(9, 30)
    assert other.hasFocus()
    qtbot.keyClick(other, Qt.Key.Key_Backtab)
    assert start.hasFocus()


def test_a_cleared_row_with_a_space_in_it_follows_the_theme(qtbot):
    lines = column(QLabel("one"), 12, QLabel("two"))
    holder = shown(qtbot, box(lines))
    clear(lines)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    lines.add(QLabel("three"), 8)
    theme.set_percent(200)
    lines.restyle()
    assert lines.itemAt(1).widget().height() == theme.size(8)
    theme.set_percent(100)
    assert holder.isVisible()


def test_the_focus_never_brings_up_a_page_that_is_put_away(qtbot):
    stack, inner = QStackedWidget(), QPushButton()
    away = box(column(QLabel("schedule")))
    stack.addWidget(away)
    stack.addWidget(QPushButton())
    shown(qtbot, stack)
    stack.setCurrentIndex(1)
    away.layout().add(inner)
    focus_now(inner)
    assert not away.isVisible()
    stack.setCurrentIndex(0)
    fresh = QPushButton()
    away.layout().add(box(column(fresh)))
    focus_now(fresh)
    assert fresh.hasFocus()
