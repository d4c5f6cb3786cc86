"""The week's groups as a list: filtered, opened, offered to be planned further, and a new one begun."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.domain.clashes import Clash, ClashKind
from groupwork.operations import group_plan, memberships
from groupwork.ui.group import words
from groupwork.ui.place import Place
from groupwork.ui.views.groups import GroupsView
from tests.ui.day_centre import MONDAY

Key = Qt.Key
WEEK = timedelta(weeks=1)


@pytest.fixture
def groups(centre):
    """A full talk group on Tuesdays, ceramics every other Monday, a walk on the last Friday."""
    at = {"date": MONDAY + timedelta(days=1), "start": time(10), "end": time(11), "until": MONDAY + 4 * WEEK}
    talk = group_plan.make_group(
        centre.desk,
        activity=centre.activities["Talk group"],
        room=centre.rooms["Art studio"],
        staff=[centre.staff["Priya Ramanathan"]],
        people=list(centre.people[:3]),
        most=3,
        **at,
    ).group
    memberships.wait(centre.desk, talk, centre.people[4])
    clay = {"activity": centre.activities["Ceramics"], "every_weeks": 2, "room": centre.rooms["Workshop"]}
    clay = group_plan.make_group(centre.desk, **at | {"date": MONDAY} | clay).group
    walk = {"title": "Walk", "nth": -1, "place": "Park", "least": 4, "until": MONDAY + 20 * WEEK}
    walk |= {"date": MONDAY + timedelta(days=4), "people": list(centre.people[:2])}
    return {"talk": talk, "clay": clay, "walk": group_plan.make_group(centre.desk, **at | walk).group}


@pytest.fixture
def page(show, groups, gate):
    view = show(GroupsView, Place("groups"))
    gate.changed.connect(view.follow)
    return view


def titles(page):
    return [line.info.title for line in page.rows]


def test_the_groups_stand_by_weekday_and_time_with_what_is_worth_a_glance(page):
    assert titles(page) == ["Ceramics", "Talk group", "Walk"]
    assert page._about.text() == "3 groups  ·  5 places booked"
    clay, talk, walk = (line.accessibleName() for line in page.rows)
    assert clay.startswith("Ceramics, every 2 weeks on Monday 10:00–11:00, every 2 weeks on Monday  ·  Work")
    assert talk.endswith("P. Ramanathan, 3 of 3 places, full, 1 waiting")
    assert "every last Friday of the month" in walk
    assert walk.endswith("2 people, too few")


def test_a_clash_comes_first(page):
    info = replace(page.rows[0].info, members=9, most=8)
    clashes = [Clash(ClashKind.ROOM, "Room"), Clash(ClashKind.CLOSURE, "Closed")]
    assert [sign.words for sign in words.signs(info, clashes)] == ["Room twice", "Over capacity"]


def test_choosing_leaves_the_others_out(qtbot, page):
    page.filters.room.setCurrentIndex(page.filters.room.findText("Art studio"))
    page.filters.changed.emit()
    assert titles(page) == ["Talk group"]
    page.filters.staff.setCurrentIndex(1)
    page.filters.activity.setCurrentIndex(page.filters.activity.findText("Walk"))
    page.filters.changed.emit()
    assert titles(page) == []
    page._all_again()
    assert len(titles(page)) == 3


def test_enter_opens_and_arrows_move(qtbot, page, places, groups):
    first = page.first_focus()
    assert first.info.title == "Ceramics"
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert places == [Place("group", group=groups["talk"])]


def test_ctrl_n_begins_a_new_one(qtbot, page, places):
    qtbot.keyClick(page.rows[0], Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert places == [Place("group", part="new")]


def test_what_ended_is_shown_on_demand(qtbot, page, gate, groups):
    gate.do(group_plan.end_group, groups["clay"], MONDAY)
    gate.file.clock = type(gate.file.clock)(gate.file.clock.demo_start + timedelta(days=1))
    page.refresh()
    assert titles(page) == ["Talk group", "Walk"]
    qtbot.mouseClick(page.ended, Qt.MouseButton.LeftButton)
    assert titles(page) == ["Talk group", "Walk", "Ceramics"]


def test_groups_that_run_out_are_planned_further_with_one_click(qtbot, page, gate, centre):
    open_ = group_plan.make_group(
        centre.desk, title="Choir", date=MONDAY, start=time(8), end=time(9), until=MONDAY + WEEK
    )
    assert page.ahead.isHidden()
    row = group_plan.change_group(centre.desk, open_.group, until=None)
    assert row.made > 0
    gate.file.clock = type(gate.file.clock)(gate.file.clock.demo_start + 22 * WEEK)
    page.refresh()
    assert "1 group is not planned up to" in page.ahead._words.text()
    qtbot.mouseClick(page.ahead.plan, Qt.MouseButton.LeftButton)
    assert page.ahead.isHidden()


def test_nothing_yet_offers_to_make_one(show, places):
    page = show(GroupsView, Place("groups"))
    assert titles(page) == []
    assert page.first_focus() is page.new


def test_a_volunteer_looks_only(show, gate, groups):
    gate.file.role = "volunteer"
    page = show(GroupsView, Place("groups"))
    assert page.new.isHidden()
    page._begin_new()
    assert titles(page) == ["Ceramics", "Talk group", "Walk"]
