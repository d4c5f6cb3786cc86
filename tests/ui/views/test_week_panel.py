"""Beside the week: clashes with their offers, the sessions that follow, closing a day, the form."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.domain.sessions import SessionStatus
from groupwork.operations import history, sessions
from groupwork.ui.day.plan_form import PlanForm
from groupwork.ui.place import Place
from groupwork.ui.views.schedule import ScheduleView
from groupwork.ui.week.close_day import CloseDay
from groupwork.ui.week.frame import Slot
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from tests.ui import day_centre
from tests.ui.day_centre import MONDAY
from tests.ui.week_centre import TUESDAY, block_of, grid_of

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(show, gate):
    shown = show(ScheduleView, Place("schedule", date=MONDAY))
    gate.changed.connect(shown.follow)
    return shown


def button(view, words):
    return next(b for b in view.page.panel.findChildren(Button) if b.text() == words and not b.isHidden())


def said(view):
    return [card.accessibleName() for card in view.page.panel.findChildren(Card) if card.accessibleName()]


@pytest.fixture
def clashing(centre, view):
    """A second session in the workshop on Monday at ten, and the studio free."""
    plan = ("Ceramics", "Workshop", "Priya Ramanathan", MONDAY, time(10), ())
    day_centre.plan(centre, "double", *plan)
    view.refresh()
    view.page.choose(centre.sessions["double"])
    return centre.sessions["double"]


def test_a_clash_is_named_in_block_head_and_panel(view, centre, clashing):
    assert block_of(view, centre, "double").facts.clash_word() == "Room"
    assert "Room twice" in block_of(view, centre, "wood").accessibleName()
    assert any("Room twice: Workshop: Wood workshop, 09:45–11:45" in words for words in said(view))
    heads = {head.day: head.accessibleName() for head in view.page.board.header.heads()}
    assert "4 sessions, 1 clash" in heads[MONDAY]


def test_a_free_room_takes_the_clash_away(view, centre, clashing, qtbot):
    qtbot.mouseClick(button(view, "Use Art studio"), Qt.MouseButton.LeftButton)
    assert sessions.session(centre.desk, clashing).room_name == "Art studio"
    assert not any("Room twice" in words for words in said(view))


def test_kept_it_is_not_named_again_at_either_session(view, centre, clashing, qtbot):
    before = len(history.history(centre.desk))
    qtbot.mouseClick(button(view, "Keep"), Qt.MouseButton.LeftButton)
    assert block_of(view, centre, "double").facts.clashes == ()
    assert block_of(view, centre, "wood").facts.clashes == ()
    assert len(history.history(centre.desk)) == before


def test_after_a_move_the_following_sessions_can_move_too(view, centre, gate, group_session, qtbot):
    view.refresh()
    grid_of(view).go_to(grid_of(view).walk().of(group_session))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(QApplication.focusWidget(), key, ALT)
    after = sessions.sessions_between(centre.desk, TUESDAY + timedelta(days=3), MONDAY + timedelta(days=30))
    assert {(s.date.weekday(), s.start) for s in after if s.group} == {(1, time(10))}
    qtbot.mouseClick(button(view, "Move the following too (4)"), Qt.MouseButton.LeftButton)
    after = sessions.sessions_between(centre.desk, TUESDAY, MONDAY + timedelta(days=30))
    assert {(s.date.weekday(), s.start) for s in after if s.group} == {(2, time(10, 15))}
    gate.undo()
    after = sessions.sessions_between(centre.desk, TUESDAY, MONDAY + timedelta(days=30))
    assert [s.date.weekday() for s in after if s.group] == [2, 1, 1, 1, 1]


def test_without_a_group_nothing_is_offered(view, centre, qtbot):
    block = block_of(view, centre, "talk")
    block.setFocus()
    qtbot.keyClick(block, Qt.Key.Key_Down, ALT)
    assert view.page.panel.empty


def test_a_day_is_closed_from_its_head_with_what_is_lost_in_words(view, centre, gate, qtbot):
    view.page.deeds.close_day(MONDAY)
    form = view.page.panel.findChild(CloseDay)
    assert "2 sessions would be lost" in form.lost_words() or "3 sessions" in form.lost_words()
    assert "Ceramics" in form.lost_words()
    qtbot.keyClicks(form.first_field(), "Staff training day")
    qtbot.keyClick(form.first_field(), Qt.Key.Key_Return)
    assert grid_of(view).shown.closed == {MONDAY}
    assert block_of(view, centre, "clay").facts.lost
    assert view.page.panel.empty
    view.page.deeds.reopen_day(MONDAY)
    assert not block_of(view, centre, "clay").facts.lost
    gate.undo()
    assert grid_of(view).shown.closed == {MONDAY}


def test_a_closure_without_a_name_is_refused_in_the_form(view, qtbot):
    view.page.deeds.close_day(TUESDAY)
    form = view.page.panel.findChild(CloseDay)
    assert "Nothing is planned" in form.lost_words()
    form.save()
    assert form._refusal.text()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert view.page.panel.empty


def test_the_form_changes_this_and_following(gate, centre, group_session, qtbot):
    form = PlanForm(gate, TUESDAY, sessions.session(centre.desk, group_session))
    qtbot.addWidget(form)
    form.show()
    assert form.fields.reach.isVisible()
    form.fields.start.set_value(time(11))
    form.fields.end.set_value(time(12))
    form.fields.reach._buttons[1].click()
    form.save()
    later = sessions.sessions_between(centre.desk, TUESDAY, MONDAY + timedelta(days=30))
    assert {(s.start, s.end) for s in later if s.group} == {(time(11), time(12))}


@pytest.mark.parametrize(
    ("often", "days"),
    [
        (1, [12, 19, 26, 2, 9]),
        (2, [12, 26, 9]),
        (3, [12, 9]),
    ],
)
def test_a_group_repeats_as_often_as_chosen(gate, centre, qtbot, often, days):
    form = PlanForm(gate, MONDAY, None, (time(8), time(8, 30)))
    qtbot.addWidget(form)
    form.show()
    form.fields.what.setText("Choir")
    form.fields.repeat.setCurrentIndex(often)
    form.fields.repeat.activated.emit(often)
    assert form.fields.until_box.isVisible()
    form.fields.until.set_value(date(2026, 11, 10))
    form.save()
    found = sessions.sessions_between(centre.desk, MONDAY, date(2026, 12, 30))
    assert [s.date.day for s in found if s.title == "Choir"] == days


def test_called_off_it_stays_as_a_dashed_block(view, centre):
    sessions.mark_not_held(centre.desk, centre.sessions["talk"], "Leader ill")
    view.refresh()
    facts = block_of(view, centre, "talk").facts
    assert (facts.lost, facts.count()) == (True, "")
    assert "not held: Leader ill" in facts.spoken()
    assert sessions.session(centre.desk, centre.sessions["talk"]).status is SessionStatus.NOT_HELD


def test_a_form_with_words_waits_while_one_looks_around(view, centre, places, qtbot):
    view.page.plan_at(Slot(TUESDAY, 600, 660))
    form = view.page.panel.form
    qtbot.keyClicks(form.fields.what, "Family meeting")
    view.page.show_date(MONDAY + timedelta(days=7))
    view.page.show_date(MONDAY)
    with qtbot.waitSignal(view.gate.notice) as notice:
        view.page.choose(centre.sessions["clay"])
    assert "Save the form" in notice.args[0].sentence
    assert view.page.panel.form is form
    view.page.plan_at(Slot(MONDAY, 960, 1000))
    draft = form.draft()
    assert (draft.title, draft.date, draft.start) == ("Family meeting", MONDAY, time(16))
    form.save()
    assert any(facts.name() == "Family meeting" for facts in grid_of(view).shown.facts)


def test_an_untouched_form_gives_way(view, centre):
    view.page.plan_at(Slot(TUESDAY, 600, 660))
    view.page.choose(centre.sessions["clay"])
    assert view.page.panel.form is None
    assert view.page.panel.detail.session == centre.sessions["clay"]
