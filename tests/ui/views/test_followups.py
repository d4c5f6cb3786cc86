"""Follow-ups on their page and on Today: a call in a few keys, who and when, the end."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.domain.follow_ups import CallResult, Outcome
from groupwork.operations import follow_ups
from groupwork.store import tables
from groupwork.ui.place import Place
from groupwork.ui.views.followups import FollowUpsView
from groupwork.ui.views.today import TodayView
from groupwork.ui.widgets.label import Label
from tests.builders import put
from tests.journeys.keyboard import KeyCount, press, tab_to, write
from tests.ui.day_centre import MONDAY

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def away(centre):
    """Two people who are followed up; the second one has a telephone."""
    row = tables.Participant.get_by_id(centre.people[1])
    row.phone = "030 123"
    put(centre.desk, row)
    for person in centre.people[:2]:
        put(centre.desk, tables.FollowUp(participant=person, opened=MONDAY, first_day=MONDAY - timedelta(4)))
    return follow_ups.open_follow_ups(centre.desk)


@pytest.fixture
def page(away, show, gate):
    view = show(FollowUpsView)
    gate.changed.connect(view.follow)
    view.first_focus().setFocus()
    return view


def words(widget):
    return [label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget)]


def test_a_call_is_written_down_in_a_few_keys(page, centre):
    with KeyCount() as keys:
        press(page, ENTER)
        write(page, "r")
        press(page, TAB, TAB)
        write(page, "ok")
        press(page, TAB)
        write(page, "fri")
        press(page, ENTER)
    found = follow_ups.open_follow_ups(centre.desk)[-1]
    (call,) = found.calls
    assert (call.result, call.words) == (CallResult.REACHED, "ok")
    assert found.next_date == MONDAY + timedelta(days=4)
    assert keys.count == 11  # Enter, R, Tab, Tab, "ok", Tab, "fri", Enter


def test_not_reached_by_telephone_is_three_keys(page, centre):
    press(page, ENTER)
    press(page, ENTER, held=Qt.KeyboardModifier.ControlModifier)
    (call,) = follow_ups.open_follow_ups(centre.desk)[0].calls
    assert (call.result, call.way.value) == (CallResult.NOT_REACHED, "phone")
    assert QApplication.focusWidget().text() == "Log a call"


def test_a_bad_next_date_stands_in_the_form_and_loses_nothing(page, centre):
    press(page, ENTER)
    form = page.cards.first().call_form
    form.words.setText("said a lot")
    for typed in ("someday", "1.1.2020"):
        form.next.setText(typed)
        form.save.click()
        assert form.refusal.text()
    assert form.words.text() == "said a lot"
    assert follow_ups.open_follow_ups(centre.desk)[0].calls == ()


def test_who_and_when(page, centre):
    card = page.cards.first()
    card.plan.click()
    card.plan_form.owner.choose(1)
    card.plan_form.next.setText("tomorrow")
    press(card.plan_form, ENTER, held=Qt.KeyboardModifier.ControlModifier)
    found = next(f for f in follow_ups.open_follow_ups(centre.desk) if f.id == card.found.id)
    assert (found.owner, found.next_date) == (1, MONDAY + timedelta(days=1))


def test_closing_takes_the_card_away_and_the_focus_to_the_next(page, centre, gate):
    first, second = page.cards._in_order()
    first.shut.click()
    first.close_form.words.setText("comes on Monday")
    first.close_form.save.click()
    assert list(page.cards.cards.values()) == [second]
    (closed,) = follow_ups.closed_follow_ups(centre.desk)
    assert (closed.outcome, closed.words) == (Outcome.AGREED, "comes on Monday")
    (line,) = page.closed.lines()
    line.click()
    QApplication.processEvents()
    assert "comes on Monday" in words(page.closed)
    gate.undo()
    assert len(page.cards.cards) == 2


def test_a_form_stays_open_while_something_else_changes(page, centre, gate):
    card = page.cards.first()
    card.call.click()
    card.call_form.words.setText("half a sen")
    gate.do(follow_ups.set_next, page.cards._in_order()[1].found.id, MONDAY)
    assert not card.call_form.isHidden()
    assert card.call_form.words.text() == "half a sen"
    assert page.unfinished()["follow_up"]["words"]["words"] == "half a sen"


def test_words_kept_at_a_lock_come_back(page, gate):
    page.cards.first().call.click()
    page.cards.first().call_form.words.setText("half a sen")
    gate.unfinished.keep(page.unfinished())
    page.cards.first().call_form.hide()
    page.refresh()
    assert page.cards.first().call_form.words.text() == "half a sen"


def test_nobody_is_an_empty_state_and_a_volunteer_is_told_why(show, gate, centre):
    view = show(FollowUpsView)
    assert "Nobody needs to be followed up" in words(view)
    centre.file.role = "volunteer"
    view.refresh()
    assert "People's records are not open to you" in words(view)
    assert view.first_focus() is None


def test_today_shows_who_is_to_be_followed_up_with_the_number(away, show, gate, places, centre):
    view = show(TodayView)
    gate.changed.connect(view.follow)
    part = view.to_follow_up
    assert part.isVisibleTo(view)
    assert "030 123" in words(part)
    part.cards.first().call.click()
    part.cards.first().call_form.words.setText("half")
    view.refresh()
    assert part.cards.first().call_form.words.text() == "half"
    part.more.click()
    assert places == [Place("followups")]


def test_today_is_without_it_for_a_volunteer_and_when_nobody_is_away(away, show, gate, centre):
    centre.file.role = "volunteer"
    view = show(TodayView)
    assert not view.to_follow_up.isVisibleTo(view)
    centre.file.role = "lead"
    view.refresh()
    assert view.to_follow_up.isVisibleTo(view)
    for found in away:
        follow_ups.close(centre.desk, found.id, "mistake")
    view.refresh()
    assert not view.to_follow_up.isVisibleTo(view)


def test_the_telephone_on_today_leads_to_who_is_away(show, gate, places, centre):
    view = show(TodayView)
    assert view.away_button.text() == "Phone: who is away?"
    view.away_button.click()
    assert places[-1].page == "absences"


def test_every_button_is_reached_by_tab(page):
    name = page.cards.first().found.name.full
    for label in (f"Who sees to {name}, and when", f"Finish the follow-up of {name}", f"Open {name}"):
        tab_to(page, label)


def test_a_call_begun_on_today_is_a_draft_too(away, show, gate):
    view = show(TodayView)
    card = view.to_follow_up.cards.first()
    card.call.click()
    card.call_form.words.setText("half")
    gate.unfinished.keep(view.unfinished())
    card.call_form.hide()
    view.refresh()
    assert view.to_follow_up.cards.first().call_form.words.text() == "half"


def test_after_the_last_one_the_keyboard_is_on_it_among_the_finished(page, centre, gate):
    for _n in range(2):
        card = page.cards.first()
        card.shut.click()
        card.close_form.save.click()
    assert page.cards.first() is None
    assert QApplication.focusWidget() is page.closed.lines()[0]
