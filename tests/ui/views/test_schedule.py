from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.domain.sessions import SessionStatus
from groupwork.operations import history, sessions
from groupwork.ui.day.detail import SessionDetail
from groupwork.ui.day.not_held import NotHeldForm
from groupwork.ui.day.session_row import SessionRow
from groupwork.ui.day.week_strip import DayButton
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.views.schedule import ScheduleView
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from tests.ui import day_centre
from tests.ui.day_centre import MONDAY


@pytest.fixture(autouse=True)
def _as_a_day():
    preferences.values = replace(preferences.values, schedule="day")


def rows(view):
    return [row.session.title for row in view.findChildren(SessionRow)]


def buttons(view, text):
    return [b for b in view.findChildren(Button) if b.text() == text and b.isVisible()]


def press(qtbot, view, text):
    qtbot.waitUntil(lambda: bool(buttons(view, text)))
    qtbot.mouseClick(buttons(view, text)[0], Qt.MouseButton.LeftButton)


def test_the_day_lists_its_sessions_and_chooses_the_one_that_runs(show, centre):
    view = show(ScheduleView, Place("schedule", date=MONDAY))
    assert rows(view) == ["Wood workshop", "Ceramics", "Talk group"]
    chosen = [row.session.title for row in view.findChildren(SessionRow) if row.isChecked()]
    assert chosen == ["Wood workshop"]


def test_arrow_keys_in_the_week_move_the_day_and_pages_the_week(show, qtbot):
    view = show(ScheduleView, Place("schedule", date=MONDAY))

    def chosen():
        return next(b for b in view.findChildren(DayButton) if b.isChecked())

    chosen().setFocus()
    qtbot.keyClick(chosen(), Qt.Key.Key_Right)
    assert chosen().day.date == MONDAY + timedelta(days=1)
    qtbot.keyClick(chosen(), Qt.Key.Key_PageUp)
    assert chosen().day.date == MONDAY - timedelta(days=6)


def test_the_keyboard_stays_in_the_week_day_after_day(show, qtbot):
    view = show(ScheduleView, Place("schedule", date=MONDAY))
    view.findChild(DayButton).setFocus()
    for day in (1, 2, 3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        assert isinstance(QApplication.focusWidget(), DayButton)
        assert QApplication.focusWidget().day.date == MONDAY + timedelta(days=day)


def test_the_keyboard_stays_at_the_sessions_when_one_is_removed_or_the_week_changes(
    show, centre, gate, qtbot
):
    view = show(ScheduleView, Place("schedule", session=centre.sessions["talk"]))
    gate.changed.connect(view.follow)
    remove = buttons(view, "Remove")[0]
    remove.setFocus()
    qtbot.keyClick(remove, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), SessionRow))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert not rows(view)
    assert QApplication.focusWidget() is view.page.head.plan_button


def test_giving_up_the_reason_goes_back_to_its_button(show, centre, qtbot):
    view = show(ScheduleView, Place("schedule", session=centre.sessions["talk"]))
    press(qtbot, view, "Cancel session")
    qtbot.keyClick(view.findChild(NotHeldForm)._reason, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is buttons(view, "Cancel session")[0]


def test_down_and_enter_open_the_next_session(show, centre, places, qtbot):
    view = show(ScheduleView, Place("schedule", date=MONDAY))
    first, second = view.findChildren(SessionRow)[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert second.isChecked()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert places == [Place("register", session=centre.sessions["clay"])]


def test_not_held_asks_for_the_reason_in_place_and_can_be_undone(show, centre, gate, qtbot):
    view = show(ScheduleView, Place("schedule", session=centre.sessions["clay"]))
    gate.changed.connect(view.follow)
    press(qtbot, view, "Cancel session")
    form = view.findChild(NotHeldForm)
    qtbot.keyClicks(form.findChild(type(form._reason)), "Kiln broken")
    qtbot.keyClick(form._reason, Qt.Key.Key_Return)
    found = sessions.session(centre.desk, centre.sessions["clay"])
    assert (found.status, found.reason) == (SessionStatus.NOT_HELD, "Kiln broken")
    qtbot.waitUntil(lambda: bool(buttons(view, "It does take place")))
    gate.undo()
    assert sessions.session(centre.desk, centre.sessions["clay"]).status is SessionStatus.PLANNED
    qtbot.waitUntil(lambda: bool(buttons(view, "Cancel session")))


def test_a_removed_session_comes_back_with_undo(show, centre, gate, qtbot):
    view = show(ScheduleView, Place("schedule", session=centre.sessions["talk"]))
    gate.changed.connect(view.follow)
    press(qtbot, view, "Remove")
    assert rows(view) == ["Wood workshop", "Ceramics"]
    assert history.can_undo(centre.desk)
    gate.undo()
    assert rows(view) == ["Wood workshop", "Ceramics", "Talk group"]


def test_a_clash_is_named_in_words_beside_the_session(show, centre):
    plan = ("Ceramics", "Workshop", "Priya Ramanathan", MONDAY, time(10), ())
    day_centre.plan(centre, "double", *plan)
    view = show(ScheduleView, Place("schedule", session=centre.sessions["double"]))
    detail = view.findChild(SessionDetail)
    spoken = [card.accessibleName() for card in detail.findChildren(Card)]
    assert any("Room twice" in name and "Wood workshop" in name and "09:45" in name for name in spoken)


def test_an_empty_day_offers_to_plan(show, qtbot):
    view = show(ScheduleView, Place("schedule", date=MONDAY + timedelta(days=1)))
    assert not rows(view)
    qtbot.waitUntil(lambda: len(buttons(view, "Plan a session")) == 2)


def test_the_plan_place_opens_the_form_with_the_cursor_in_it(show, qtbot):
    view = show(ScheduleView, Place("plan", date=MONDAY))
    view.activateWindow()
    assert view.focusWidget() is view.page.panel.form.first_field()


def test_reading_again_leaves_the_page_where_it_was_scrolled_to(show):
    view = show(ScheduleView, Place("schedule", date=MONDAY), size=(860, 300))
    view.first_focus().setFocus()
    bar = view.page._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(5)
    view.refresh()
    assert bar.value() == 5
    assert isinstance(QApplication.focusWidget(), SessionRow)
