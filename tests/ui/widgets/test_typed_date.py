"""Days typed into a date field."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.ui.widgets.fields import Choice, DateField, TimeField
from groupwork.ui.widgets.typed_date import read_day

NEAR = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("24", date(2026, 11, 24)),
        ("24.", date(2026, 11, 24)),
        ("24.12", date(2026, 12, 24)),
        ("24.12.", date(2026, 12, 24)),
        ("4.1.", date(2027, 1, 4)),
        ("4.1.2", date(2027, 1, 4)),
        ("4.1.20", date(2027, 1, 4)),
        ("4.1.202", date(2027, 1, 4)),
        ("4.1.2026", date(2026, 1, 4)),
        ("24.12.25", date(2025, 12, 24)),
        ("24/12/2026", date(2026, 12, 24)),
        ("24-12-2026", date(2026, 12, 24)),
        ("2026-12-24", date(2026, 12, 24)),
        ("24122026", date(2026, 12, 24)),
        ("29.2.", date(2028, 2, 29)),
        ("31.4.", None),
        ("99", None),
        ("", None),
        (".", None),
    ],
)
def test_what_was_typed_is_a_day(typed, day):
    assert read_day(typed, NEAR) == day


@pytest.fixture
def field(qtbot):
    found = DateField(NEAR)
    qtbot.addWidget(found)
    found.show()
    found.setFocus()
    return found


@pytest.mark.parametrize(
    ("keys", "day"),
    [("24.12.", date(2026, 12, 24)), ("4.1.", date(2027, 1, 4)), ("24.12.2027", date(2027, 12, 24))],
)
def test_a_day_is_typed_whole_into_the_field(field, keys, day):
    QTest.keyClicks(field, keys)
    assert field.value() == day


def test_backspace_takes_back_and_arrows_step(field):
    QTest.keyClicks(field, "24.12")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.value() == date(2027, 1, 24)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == date(2027, 1, 25)
    QTest.keyClicks(field, "3.")
    assert field.value() == date(2027, 1, 3)


def test_a_click_on_the_calendar_opens_it(field):
    QTest.mouseClick(field._open, Qt.MouseButton.LeftButton)
    assert field._calendar.isVisible()
    field._calendar.close()


@pytest.mark.parametrize("make", [lambda: DateField(NEAR), TimeField, Choice], ids=["date", "time", "choice"])
def test_the_wheel_changes_nothing(qtbot, make):
    widget = make()
    qtbot.addWidget(widget)
    if isinstance(widget, Choice):
        widget.set_options([(1, "one"), (2, "two")])
    widget.show()
    widget.setFocus()
    before = widget.value()
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    assert widget.value() == before
    assert not event.isAccepted()
