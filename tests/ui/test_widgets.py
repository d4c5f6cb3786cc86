"""The small parts: they fit their words, speak their names, and work from the keyboard."""

from datetime import date, time

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from groupwork.ui import background
from groupwork.ui.accessibility import nameless
from groupwork.ui.theme import theme
from groupwork.ui.widgets import toast as toasts
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.chip import Avatar, Chip, initials
from groupwork.ui.widgets.controls import NavItem, PaintedButton, Progress, Segments
from groupwork.ui.widgets.fields import Choice, DateField, PassphraseField, TimeField
from groupwork.ui.widgets.label import Elided, IconLabel, Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import EmptyState, Refusal
from groupwork.ui.widgets.toast import Toast
from groupwork.ui.widgets.typed_time import read_time


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    with qtbot.waitExposed(widget):
        widget.activateWindow()
    return widget


@pytest.mark.parametrize("percent", [90, 100, 200])
def test_a_button_is_as_wide_as_its_words(qtbot, percent):
    theme.set_percent(percent)
    button = Button("Tagesmappe drucken", "secondary", "printer", after="chevron-right")
    qtbot.addWidget(button)
    assert button.sizeHint().width() > button.fontMetrics().horizontalAdvance(button.text())
    assert button.sizeHint().height() == theme.size(38) + 2 * theme.size(3)


def test_an_icon_button_has_a_name_and_a_tooltip(qtbot):
    button = Button("", "secondary", "printer", small=True, name="Print")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Print"
    assert button.sizeHint().height() >= 24


def test_a_click_leaves_the_focus_where_it_was(qtbot):
    field, button = PassphraseField(), Button("Open")
    frame = shown(qtbot, box(column(field, button)))
    field.setFocus()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert frame.focusWidget() is field


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("945", time(9, 45)),
        ("9:45", time(9, 45)),
        ("09.45", time(9, 45)),
        ("9", time(9)),
        ("1430", time(14, 30)),
        ("14h30", time(14, 30)),
        ("9 Uhr", time(9)),
        ("24", None),
        ("1260", None),
        ("half past", None),
        ("", None),
    ],
)
def test_typed_times_are_read(typed, expected):
    assert read_time(typed) == expected


def test_digits_typed_into_a_time_field(qtbot):
    field = shown(qtbot, TimeField(time(13, 0)))
    field.setFocus()
    qtbot.keyClicks(field, "945")
    assert field.value() == time(9, 45)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == time(9, 50)
    qtbot.keyClick(field, Qt.Key.Key_PageUp)
    assert field.value() == time(10, 50)


def test_keys_of_a_date_field(qtbot):
    field = shown(qtbot, DateField(date(2026, 10, 12)))
    field.setFocus()
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == date(2026, 10, 13)
    qtbot.keyClick(field, Qt.Key.Key_PageUp)
    assert field.value() == date(2026, 11, 13)


def test_segments_are_real_buttons(qtbot):
    segments = shown(qtbot, Segments(["Day", "Week", "Month"], "View", current=1))
    assert segments.current() == 1
    first, second, third = segments.findChildren(QWidget)[:3]
    second.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(segments.chosen) as heard:
        qtbot.keyClick(second, Qt.Key.Key_Right)
        qtbot.keyClick(segments.focusWidget(), Qt.Key.Key_Space)
    assert heard.args == [2]
    segments.select(None)
    assert segments.current() is None
    assert [b.accessibleName() for b in (first, second, third)] == ["View: Day", "View: Week", "View: Month"]


def test_the_badge_is_spoken(qtbot):
    item = NavItem("sun")
    qtbot.addWidget(item)
    item.set_words("Today", "Ctrl+1")
    item.set_badge(2, "2 registers still open")
    assert item.accessibleName() == "Today, 2 registers still open"
    item.set_badge(0)
    assert item.accessibleName() == "Today"


def test_elided_words_never_widen_a_window(qtbot):
    label = Elided("Hassenpflug-Maier " * 20)
    qtbot.addWidget(label)
    label.resize(80, 20)
    assert label.minimumSizeHint().width() < 80
    QTest.qWait(0)
    assert label.accessibleName() == label.text()


def test_initials():
    assert [initials(n) for n in ("Jürgen Hassenpflug-Maier", "Zbigniew Łąckorzyński", "Muna", "", "–")] == [
        "JH",
        "ZŁ",
        "Mu",
        "",
        "",
    ]


def test_words_of_every_script_get_the_font_that_has_them(qtbot):
    families = [
        Label(name, typed=True).font().families()[0] for name in ("Trần Quốc Kha", "João Valdevez", "林美华")
    ]
    assert families == ["Noto Sans", "Atkinson Hyperlegible Next", "Noto Sans SC"]


class _Row(PaintedButton):
    def paint_content(self, painter, rect):
        painter.drawText(rect, "row")


def test_a_painted_row_is_pressed_with_enter_and_space(qtbot):
    line = shown(qtbot, _Row(54, "Ceramics"))
    presses = []
    line.clicked.connect(lambda: presses.append(1))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(line, key)
    assert len(presses) == 2
    line.grab()


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_everything_paints_in_every_theme(qtbot, mode):
    theme.set_mode(mode)
    parts = [Chip("2 alerts", tone, "triangle-alert") for tone in ("neutral", "accent", "warn", "craft")]
    parts += [Avatar("Hanna Brückner", staff=True), Progress("hours", 0.5), IconLabel("users", "5 expected")]
    parts += [EmptyState("sofa", "Nothing yet", "Begin here."), Card(Label("x"), category="art")]
    frame = box(column(*parts))
    qtbot.addWidget(frame)
    assert not frame.grab().isNull()


def test_clear_empties_a_layout(qtbot):
    layout = column(Label("a"), row(Label("b"), Label("c")), 8)
    frame = box(layout)
    qtbot.addWidget(frame)
    clear(layout)
    assert layout.count() == 0
    qtbot.waitUntil(lambda: not frame.findChildren(Label))


def test_a_refusal_stands_in_place(qtbot):
    refusal = shown(qtbot, Refusal())
    refusal.say("This is not a passphrase.")
    assert refusal.isVisible()
    assert refusal.accessibleName() == "This is not a passphrase."
    refusal.say("")
    assert refusal.isHidden()


@pytest.fixture
def toast(qtbot, monkeypatch):
    frame = QWidget()
    frame.resize(900, 400)
    found = Toast(frame)
    shown(qtbot, frame)
    monkeypatch.setattr(toasts, "reader_active", lambda: False)
    found.frame = frame
    return found


def test_a_notice_offers_undo_and_goes_by_itself(qtbot, toast):
    toast._timer.setInterval(30)
    toast.say("Walter Kümmelbein: late 10 min", undo=True)
    assert toast.isVisible()
    assert abs(toast.geometry().center().x() - 450) <= 1
    qtbot.waitUntil(toast.isHidden, timeout=1000)


def test_a_notice_stops_under_the_mouse(qtbot, toast):
    toast.say("Saved", undo=True)
    point = QPointF(5, 5)
    toast.enterEvent(QEnterEvent(point, point, point))
    assert not toast._timer.isActive()
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()


def test_undo_of_a_notice_by_keyboard(qtbot, toast):
    toast.say("Saved", undo=True)
    undo = toast._undo
    undo.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(undo.hasFocus)
    assert not toast._timer.isActive()
    with qtbot.waitSignal(toast.undo):
        qtbot.keyClick(undo, Qt.Key.Key_Return)
    assert toast.isHidden()
    assert nameless(toast.frame) == []


def test_a_notice_stays_while_a_screen_reader_listens(toast, monkeypatch):
    monkeypatch.setattr(toasts, "reader_active", lambda: True)
    toast.say("Saved")
    assert not toast._timer.isActive()


def test_a_warning_stays_until_closed(qtbot, toast):
    toast.say("The disk is full.", tone="warn")
    assert not toast._timer.isActive()
    qtbot.mouseClick(toast._close, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_the_passphrase_can_be_shown(qtbot):
    field = shown(qtbot, PassphraseField())
    field.setText("kiefer bogen")
    assert field.displayText() != "kiefer bogen"
    qtbot.mouseClick(field._eye, Qt.MouseButton.LeftButton)
    assert field.displayText() == "kiefer bogen"
    assert field._eye.accessibleName() == "Hide passphrase"


def test_a_choice_keeps_what_was_chosen(qtbot):
    choice = Choice("Room")
    qtbot.addWidget(choice)
    choice.set_options([(1, "Workshop"), (2, "Studio")])
    choice.choose(2)
    choice.set_options([(1, "Werkstatt"), (2, "Kreativraum")])
    assert choice.value() == 2


def test_a_job_comes_back_to_the_window(qtbot, monkeypatch):
    monkeypatch.setattr(background.pool, "inline", False)
    answers, counts = [], []

    def work(report):
        report.progress(1, 2)
        return "answer"

    background.run(work, answers.append, answers.append, lambda n, of: counts.append((n, of)))
    qtbot.waitUntil(lambda: answers == ["answer"])
    assert counts == [(1, 2)]


def test_a_job_can_be_stopped(qtbot, monkeypatch):
    from groupwork.errors import Cancelled

    monkeypatch.setattr(background.pool, "inline", False)
    ends = []

    def work(report):
        while not report.cancelled():
            QTest.qSleep(5)
        raise Cancelled("stopped")

    job = background.run(work, ends.append, ends.append)
    job.cancel()
    qtbot.waitUntil(lambda: len(ends) == 1)
    assert isinstance(ends[0], Cancelled)
