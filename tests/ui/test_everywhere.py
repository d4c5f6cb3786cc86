"""Every place of the window with something in it: names, Tab, targets, and no word cut off in German."""

import pytest
from PySide6.QtWidgets import QApplication

from groupwork.operations.examples import add_examples
from groupwork.store import tables
from groupwork.ui.accessibility import nameless
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.settings.parts import CODES
from groupwork.ui.theme import theme
from tests.foreign_lists import foreign
from tests.ui.day_centre import MONDAY
from tests.ui.test_accessibility import alike, small_targets, unreached
from tests.ui.test_clipping import clipped, outside, settle
from tests.ui.test_person_tabs_room import filled

__all__ = ["filled"]

TABS = ("overview", "profile", "groups", "attendance", "tasks")
PARTS = ("members", "plan", "sessions")
PLACES = {
    **{f"person {tab}": Place("participant", participant=1, part=tab) for tab in TABS},
    **{f"group {part}": Place("group", group=1, part=part) for part in PARTS},
    **{f"settings {code}": Place("settings", part=code) for code in CODES},
    "new group": Place("group", MONDAY, part="new"),
    "new person": Place("participants", part="new"),
    "join": Place("group", group=1),
    "example": Place("activity", activity=4),
    "plan": Place("plan", MONDAY),
    "merge": Place("merge", part="1+2"),
    "day pack": Place("preview", MONDAY),
    "week pack": Place("preview", MONDAY, part="week"),
    "no week": Place("preview", MONDAY.replace(year=2030), part="week"),
    "fire list": Place("preview", MONDAY, part="fire_list"),
    "import": Place("import"),
    "closure": Place("settings", part="terms"),
    "holidays": Place("settings", part="terms"),
}
BEGIN = {
    "join": lambda view: view.members.begin(),
    "closure": lambda view: view.part("terms").closures.begin(),
    "holidays": lambda view: view.part("terms").closures.begin_holidays(),
}
"""What is opened at a place, by name."""


@pytest.fixture
def there(filled, centre, tmp_path):
    """Go to a place by its name, with a group, a whole example and a list to import."""
    add_examples(centre.desk, ["birdbox"])
    assert tables.Activity.get_by_id(4).example == "birdbox"

    def go(name):
        filled.go(PLACES[name])
        if name in BEGIN:
            BEGIN[name](filled.view)
        if name == "import":
            filled.view.take_file(foreign(tmp_path / "list.xlsx"))
        settle()

    return go


@pytest.mark.parametrize("name", PLACES)
def test_all_is_named_large_enough_and_told_apart(window, shell, there, name):
    there(name)
    assert nameless(window) == []
    assert alike(shell) == []
    assert small_targets(window) == []


@pytest.mark.parametrize("name", PLACES)
def test_tab_reaches_all_of_it_and_never_traps(qtbot, window, there, name):
    there(name)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not unreached(window)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", PLACES)
def test_no_german_word_is_cut_off(window, there, name, percent):
    preferences.set_language("de")
    theme.set_percent(percent)
    there(name)
    assert (window.width(), window.height()) == (1366, 768)
    assert clipped(window) == []
    assert outside(window) == []
    QApplication.processEvents()
