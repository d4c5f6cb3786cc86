"""The Schedule's hint while nobody has said when the centre works."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from groupwork.domain.centre import Region
from groupwork.operations import closures, settings, terms
from groupwork.ui.day.first_schedule import FirstScheduleHint
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def hint(shell, centre):
    """The hint of a centre that was asked nothing yet."""
    settings.set_setting(centre.desk, "hint_closed", False)
    shell.go(Place("schedule", shell.gate.today))
    found = shell.view.findChild(FirstScheduleHint)
    found.look()
    return found


def test_it_leads_to_terms_and_closures(qtbot, hint, shell):
    assert hint.isVisible()
    qtbot.mouseClick(hint.card.tell, LEFT)
    assert shell.view.code == "terms"


def test_it_goes_when_it_is_not_wanted_and_comes_back_with_undo(qtbot, hint, shell):
    qtbot.mouseClick(hint.card.later, LEFT)
    assert not hint.isVisible()
    shell.gate.undo()
    assert hint.isVisible()


@pytest.mark.parametrize("told", ["term", "region", "hours", "closure"])
def test_it_goes_once_something_is_told(hint, shell, told):
    if told == "term":
        shell.gate.do(terms.add_term, "Autumn", date(2026, 8, 31), date(2026, 11, 20))
    elif told == "closure":
        shell.gate.do(closures.add_closure, "Works outing", date(2026, 10, 19), date(2026, 10, 19))
    elif told == "hours":
        shell.gate.do(settings.set_setting, "hours", {0: (time(9), time(13))})
    else:
        shell.gate.do(settings.set_setting, "region", Region("DE", "BY"))
    assert not hint.isVisible()


def test_its_words_follow_the_language(hint):
    before = hint.card
    preferences.set_language("de")
    assert hint.card is not before


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
def test_whoever_could_not_set_it_is_not_asked(hint, centre, role):
    centre.file.role = role
    hint.look()
    assert not hint.isVisible()
