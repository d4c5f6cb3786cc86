"""Today without sessions: a new centre is led to its first week, one step after the other."""

import pytest

from groupwork.domain.today import TodayPage
from groupwork.operations import today as operations
from groupwork.operations.first_steps import FirstStep
from groupwork.ui.day import nothing_today as page
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.page import EmptyState


@pytest.fixture
def shown(shell, monkeypatch, qtbot):
    """The card at a step, and where its buttons led."""

    def make(step, role="lead"):
        led = []
        shell.gate.file.role = role
        monkeypatch.setattr(page, "next_step", lambda _desk: step)
        found: TodayPage = operations.today(shell.gate.desk())
        card = page.nothing_today(shell.gate, led.append, found)
        qtbot.addWidget(card)
        for button in card.findChildren(Button):
            button.click()
        return card.findChild(EmptyState).title.text(), led

    return make


@pytest.mark.parametrize(
    ("step", "title", "led"),
    [
        (FirstStep.PEOPLE, "Begin with your people", ["import", "participants"]),
        (FirstStep.GROUPS, "Now the groups of your week", ["group", "plan"]),
        (None, "No sessions today", ["plan"]),
    ],
)
def test_each_step_leads_on(shown, step, title, led):
    told, places = shown(step)
    assert (told, [place.page for place in places]) == (title, led)


def test_who_may_not_take_the_step_is_not_led_to_it(shown):
    assert shown(FirstStep.PEOPLE, "viewer")[0] == "No sessions today"
