"""The form for a new group: its weekday, its category, the tab order, and what is said quietly."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.domain.sessions import Category
from groupwork.operations import closures, groups, settings
from groupwork.store import tables
from groupwork.ui.place import Place
from groupwork.ui.views.group import GroupView
from tests.ui.day_centre import MONDAY

Key = Qt.Key
DAY = timedelta(days=1)


@pytest.fixture
def form(show):
    return show(GroupView, Place("group", part="new")).form


def buttons(form):
    return [button.text() for button in form.fields.rhythm.day_buttons._buttons]


def test_the_weekday_is_a_button_and_the_first_day_follows(form):
    assert buttons(form) == ["Mon", "Tue", "Wed", "Thu", "Fri"]
    form.fields.rhythm.day_buttons._buttons[2].click()
    assert form.fields.first.value() == MONDAY + 2 * DAY
    form.fields.rhythm.day_buttons._buttons[0].click()
    assert form.fields.first.value() == MONDAY


def test_a_typed_first_day_chooses_its_weekday(form):
    form.fields.first.set_value(MONDAY + 4 * DAY)
    form._on_first(MONDAY + 4 * DAY)
    assert form.fields.rhythm.day_buttons.current() == 4
    form._on_first(MONDAY + 5 * DAY)
    assert form.fields.rhythm.day_buttons.current() is None
    assert form.fields.rhythm.weekday() == 5


def test_saturday_is_offered_where_the_centre_is_open(show, centre):
    hours = settings.centre(centre.desk).hours
    span = time(9), time(13)
    settings.set_setting(centre.desk, "hours", {**hours, 5: span})
    form = show(GroupView, Place("group", part="new")).form
    assert buttons(form)[-1] == "Sat"


def test_an_own_title_has_a_category_guessed_until_one_is_chosen(qtbot, form, gate):
    field = form.fields.category
    assert field.isHidden()
    qtbot.keyClicks(form.fields.what, "Holzwerkstatt")
    assert not field.isHidden()
    assert field.category() is Category.CRAFT
    field.choice.choose(Category.WORK)
    field.choice.picked.emit(Category.WORK)
    qtbot.keyClicks(form.fields.what, " am Montag")
    form.save()
    made = tables.Activity.get(tables.Activity.name == "Holzwerkstatt am Montag")
    assert made.category == Category.WORK
    assert [g.category for g in groups.group_list(gate.desk())] == [Category.WORK]


def test_nothing_is_red_before_something_is_typed_and_a_closure_is_a_quiet_line(qtbot, show, centre, form):
    assert form._clashes.count() == 0
    closures.add_closure(centre.desk, "Works outing", MONDAY + 7 * DAY, MONDAY + 7 * DAY)
    qtbot.keyClicks(form.fields.what, "Choir")
    form.check()
    assert form.fields.lost.text() == "Is lost on 19 Oct: the centre is closed."
    said = [form._clashes.itemAt(n).widget().accessibleName() for n in range(form._clashes.count())]
    assert not any("closed" in each for each in said)


def test_the_role_of_a_new_facilitator_is_the_next_stop(qtbot, form):
    staff = form.fields.staff
    staff.picker._finder.setFocus()
    staff._add("", "Birgit Anders")
    choice = next(iter(staff.choices.values()))
    assert QApplication.focusWidget() is staff.picker._finder
    qtbot.waitUntil(choice.isVisible)
    qtbot.keyClick(staff.picker._finder, Key.Key_Tab)
    assert QApplication.focusWidget() is choice
