"""The Schedule stays where it was left; Today's arrows lead to a day, not to its week."""

from datetime import timedelta

import pytest

from groupwork.ui.day.day_page import DayPage
from groupwork.ui.place import BACK, Place
from groupwork.ui.preferences import preferences
from groupwork.ui.week.week_page import WeekPage
from tests.ui.day_centre import MONDAY

WEEK = timedelta(weeks=1)


@pytest.fixture
def ahead(shell):
    """The Schedule, moved a week on by hand."""
    shell.go_to("schedule")
    shell.view.page._step_days(7)
    return shell


def test_the_rail_leads_back_to_the_week_that_was_left_and_then_to_today(ahead):
    ahead.go_to("today")
    ahead.go_to("schedule")
    assert ahead.view.page.date == MONDAY + WEEK
    ahead.go_to("schedule")
    assert ahead.view.page.date == MONDAY


def test_back_leads_to_the_week_that_was_left(ahead, centre):
    ahead.go(Place("register", session=centre.sessions["wood"]))
    ahead.go(BACK)
    assert ahead.view.page.date == MONDAY + WEEK


def test_the_day_after_today_is_a_list_and_the_week_stays_the_choice(shell):
    shell.go_to("today")
    shell.view._on.click()
    assert isinstance(shell.view.page, DayPage)
    assert shell.view.page.date == MONDAY + timedelta(days=1)
    assert preferences.values.schedule != "day"
    shell.go_to("schedule")
    assert isinstance(shell.view.page, WeekPage)


def test_the_switch_of_day_and_week_leads_out_of_the_list(shell):
    shell.go(Place("schedule", MONDAY, part="day"))
    shell.view._choose_mode(1)
    assert isinstance(shell.view.page, WeekPage)
