from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from groupwork import i18n
from groupwork.domain.attendance import Mark, Status
from groupwork.operations import attendance, sessions, settings
from groupwork.ui.day.now_card import NowCard
from groupwork.ui.day.session_row import SessionRow
from groupwork.ui.day.side_list import TaskRow
from groupwork.ui.place import Place
from groupwork.ui.views.today import TodayView
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.page import EmptyState
from tests.ui.day_centre import MONDAY


def words(view):
    return [label.text() for label in view.findChildren(Label)]


def test_the_running_session_stands_on_top_with_the_register_one_click_away(show, centre, places, qtbot):
    view = show(TodayView)
    card = view.findChild(NowCard)
    assert "Wood workshop" in words(view)
    assert "Started 7 min ago" in words(view)
    qtbot.mouseClick(card.open_button, Qt.MouseButton.LeftButton)
    assert places == [Place("register", session=centre.sessions["wood"])]


def test_enter_on_the_primary_button_opens_the_register(show, centre, places, qtbot):
    view = show(TodayView)
    qtbot.keyClick(view.findChild(NowCard).open_button, Qt.Key.Key_Return)
    assert places == [Place("register", session=centre.sessions["wood"])]


def test_the_other_sessions_open_with_enter(show, centre, places, qtbot):
    view = show(TodayView)
    rows = view.findChildren(SessionRow)
    assert [row.session.title for row in rows] == ["Ceramics", "Talk group"]
    qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    assert places == [Place("register", session=centre.sessions["clay"])]


def test_an_open_register_of_a_past_day_leads_to_it(show, centre, places, qtbot):
    view = show(TodayView)
    (task,) = view.findChildren(TaskRow)
    assert "Fri 9 Oct" in task.text()
    qtbot.mouseClick(task, Qt.MouseButton.LeftButton)
    assert places == [Place("register", session=centre.sessions["friday"])]


def test_a_recorded_register_leaves_the_list(show, centre, gate):
    view = show(TodayView)
    gate.changed.connect(view.follow)
    friday = centre.sessions["friday"]
    gate.do(attendance.record_marks, friday, {p: Mark(Status.PRESENT) for p in centre.people})
    assert not view.findChildren(TaskRow)
    assert "All registers are complete" in words(view)


def test_a_day_without_sessions_offers_to_plan_one(show, centre, gate, places, qtbot):
    for key in ("wood", "clay", "talk"):
        sessions.remove_session(centre.desk, centre.sessions[key])
    view = show(TodayView)
    state = view.findChild(EmptyState)
    assert state.title.text() == "No sessions today"
    (button,) = state.findChildren(Button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert places == [Place("plan", date=MONDAY)]


def test_the_arrows_lead_to_the_neighbour_day(show, places, qtbot):
    view = show(TodayView)
    back = next(b for b in view.findChildren(Button) if b.accessibleName() == "Day before")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert places == [Place("schedule", date=MONDAY - timedelta(days=1), part="day")]


def test_a_change_of_language_leaves_no_english_heading(show, qtbot):
    view = show(TodayView)
    i18n.use("de")
    view.retranslate()
    shown = words(view)
    assert "Heute außerdem" in shown
    assert "Also today" not in shown


def test_a_narrow_window_puts_everything_in_one_column(show, qtbot):
    view = show(TodayView, size=(700, 640))
    card, task = view.findChild(NowCard), view.findChildren(TaskRow)[0]
    qtbot.waitUntil(lambda: task.mapTo(view, task.rect().topLeft()).y() > card.height())
    assert task.mapTo(view, task.rect().topLeft()).x() < 60


def test_with_nothing_planned_enter_plans_the_first_session(show, centre, gate, places, qtbot):
    view = show(TodayView)
    for session in view._page.day.sessions:
        gate.do(sessions.remove_session, session.id)
    view.refresh()
    button = view.first_focus()
    assert button.text() == "Plan a session"
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert places == [Place("plan", date=MONDAY)]


def test_the_keyboard_stays_on_the_page_when_something_changes(show, centre, gate):
    view = show(TodayView)
    gate.changed.connect(view.follow)
    view.first_focus().setFocus()
    gate.do(settings.set_setting, "centre", "Lindenhof")
    view.refresh()
    assert view.first_focus().hasFocus()


def test_a_session_without_room_and_staff_leaves_no_dangling_dot(show, qtbot, gate):
    session = replace(show(TodayView).findChild(NowCard)._session, room_name="", staff=())
    card = NowCard(session, gate.desk().now, running=True)
    qtbot.addWidget(card)
    assert "09:45–11:45" in words(card)
    assert not [text for text in words(card) if text.rstrip().endswith("·")]
