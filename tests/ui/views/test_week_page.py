"""The schedule as a week: what is shown, remembered, spoken, painted, and kept when roles forbid."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication

from groupwork.operations import closures, sessions
from groupwork.ui.accessibility import nameless
from groupwork.ui.day.day_page import DayPage
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme
from groupwork.ui.views.schedule import ScheduleView
from groupwork.ui.week.facts import Filter
from groupwork.ui.week.week_page import WeekPage
from groupwork.ui.widgets.controls import Segments
from tests.ui.day_centre import MONDAY
from tests.ui.week_centre import TUESDAY, block_of, drag, grid_of, point

SATURDAY = MONDAY + timedelta(days=5)


@pytest.fixture
def view(show, gate):
    shown = show(ScheduleView, Place("schedule", date=MONDAY))
    gate.changed.connect(shown.follow)
    return shown


def near(picture, x, y, role, reach=3):
    """Whether a colour is found around a point of a picture."""
    wanted = theme.color(role)
    return any(
        picture.pixelColor(x + dx, y + dy).rgb() == wanted.rgb()
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
    )


def test_the_week_is_shown_first_and_the_choice_is_remembered(view, qtbot):
    assert isinstance(view.page, WeekPage)
    segments = view.page.findChild(Segments)
    segments._buttons[0].click()
    assert isinstance(view.page, DayPage)
    assert preferences.values.schedule == "day"
    assert view.page.isVisible()
    assert view.page.date == MONDAY
    view.page.findChild(Segments)._buttons[1].click()
    assert isinstance(view.page, WeekPage)
    assert preferences.values.schedule == "week"


def test_in_a_narrow_window_the_day_is_shown(view):
    view.resize(880, 640)
    QApplication.processEvents()
    assert isinstance(view.page, DayPage)
    assert not view.page.findChild(Segments).isVisible()
    view.resize(1170, 640)
    QApplication.processEvents()
    assert isinstance(view.page, WeekPage)


def test_the_heads_say_date_number_and_today(view):
    heads = view.page.board.header.heads()
    assert [head.day for head in heads] == [MONDAY + timedelta(days=n) for n in range(5)]
    assert heads[0].accessibleName().startswith("today, Monday 12 October, 3 sessions")
    assert "nothing planned" in heads[1].accessibleName()
    assert view.page.head._title.text() == "12–16 October 2026"
    assert view.page.head._week.text() == "Week 42"


def test_saturday_is_there_when_something_is_planned_on_it(view, centre):
    sessions.move(centre.desk, centre.sessions["talk"], date=SATURDAY)
    view.refresh()
    assert grid_of(view).shown.days[-1] == SATURDAY
    assert view.page.head._title.text() == "12–17 October 2026"


def test_only_one_room_or_facilitator(view, centre):
    names = [action.text() for action in view.page.head.menu().actions() if action.text()]
    assert names == ["All rooms", "Art studio", "Workshop", "Priya Ramanathan", "Tomasz Wilkowski"]
    view.page.head._take(Filter(room=centre.rooms["Workshop"]))
    assert set(grid_of(view).blocks) == {centre.sessions["wood"], centre.sessions["talk"]}
    assert view.page.head.filter_button.text() == "Workshop"
    view.page.head._take(Filter(staff=centre.staff["Priya Ramanathan"]))
    assert set(grid_of(view).blocks) == {centre.sessions["clay"]}


def test_everything_is_named_and_only_one_block_is_in_the_tab_order(view, centre):
    assert nameless(view) == []
    names = [b.accessibleName() for b in grid_of(view).blocks.values()]
    assert "Monday 12 October, 13:00–14:30, Ceramics, Art studio, Priya Ramanathan, 4 expected" in names
    stops = [
        b for b in grid_of(view).findChildren(QAbstractButton) if b.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [stop for stop in stops if stop.isVisible()] == [block_of(view, centre, "wood")]


def test_now_is_a_red_line_over_today_and_a_closed_day_is_hatched(view, centre):
    closures.add_closure(centre.desk, "Staff training day", TUESDAY, TUESDAY)
    view.refresh()
    QApplication.processEvents()
    grid = grid_of(view)
    picture = grid.grab().toImage()
    right = point(view, MONDAY, 9 * 60 + 52)
    left, width = grid.frame.x(MONDAY)
    assert near(picture, round(left + width * 0.98), right.y(), "bad")
    left, width = grid.frame.x(TUESDAY)
    colours = {picture.pixelColor(round(left) + 20 + n, 20).name() for n in range(40)}
    assert theme.color("sunken").name() in colours
    assert len(colours) > 2
    assert grid._now.text_shown() == "09:52"


def test_the_minute_moves_the_line(view, centre):
    before = grid_of(view)._now.y()
    clock = centre.file.clock
    centre.file.clock = replace(clock, demo_start=clock.demo_start + timedelta(hours=1))
    view.gate.minute.emit()
    assert grid_of(view)._now.y() > before


def test_a_block_has_its_tint_and_band_and_a_lost_one_neither(view, centre):
    block = block_of(view, centre, "clay")
    picture = block.grab().toImage()
    middle = picture.pixelColor(block.width() - 12, block.height() // 2)
    assert middle == theme.color("craft:tint")
    assert near(picture, 3, block.height() // 2, "craft:strong", 0)
    sessions.mark_not_held(centre.desk, centre.sessions["clay"], "Kiln broken")
    view.refresh()
    picture = block.grab().toImage()
    assert picture.pixelColor(block.width() - 12, block.height() // 2) == QColor(theme.color("surface"))


def test_who_may_not_plan_sees_the_week_and_changes_nothing(view, centre, gate):
    centre.file.role = "viewer"
    view.refresh()
    assert not view.page.head.plan_button.isVisible()
    block = block_of(view, centre, "clay")
    drag(view, block, block.geometry().center(), TUESDAY, 800)
    assert sessions.session(centre.desk, centre.sessions["clay"]).date == MONDAY
    view.page.board.keys.plan_here()
    assert view.page.panel.form is None
    view.page.choose(centre.sessions["clay"])
    words = {b.text() for b in view.page.panel.findChildren(QAbstractButton) if not b.isHidden()}
    assert words.isdisjoint({"Edit", "Remove", "Use Workshop"})


def test_day_pack_and_registers_of_the_week_are_one_menu_away(view, places):
    page = view._pages["week"]
    day, week = page.head.print_menu().actions()
    assert [each.text().partition("\t")[0] for each in (day, week)] == [
        "Print day pack",
        "Print registers of the week",
    ]
    page.date = MONDAY + timedelta(days=2)
    week.trigger()
    assert places[-1] == Place("preview", MONDAY, part="week")


def test_who_may_not_print_has_no_button_for_it(view, centre):
    centre.file.role = "viewer"
    view.refresh()
    assert not view._pages["week"].head._print.isVisible()


def test_another_size_of_text_moves_the_blocks(view, centre):
    before = block_of(view, centre, "clay").geometry()
    theme.set_percent(120)
    QApplication.processEvents()
    assert block_of(view, centre, "clay").geometry() != before
    assert isinstance(view.page, WeekPage)
