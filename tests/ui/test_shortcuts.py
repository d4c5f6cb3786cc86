"""Keys: none means two things on one page, and none of the window's own is taken by a page."""

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from groupwork.ui import pages
from groupwork.ui.actions import COMMANDS
from groupwork.ui.place import Place

CODES = [page.code for page in pages.PAGES]
OWN = {QKeySequence(keys).toString() for command in COMMANDS for keys in command.keys}
PARTS = {"settings": ("computer", "centre", "terms", "staff"), "group": ("members", "plan", "sessions")}


def keys_of(view):
    """The shortcuts that are in force while the page is shown."""
    return [
        each.key().toString()
        for each in view.findChildren(QShortcut)
        if each.isEnabled() and (each.parent() is view or each.parent().isVisible())
    ]


def test_the_windows_own_keys_are_each_one_command():
    found = [QKeySequence(keys).toString() for command in COMMANDS for keys in command.keys]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("code", CODES)
def test_no_key_means_two_things_on_a_page(shell, centre, code):
    session = centre.sessions["wood"] if code in ("register", "preview") else None
    person = centre.people[0] if code == "participant" else None
    for part in PARTS.get(code, ("",)):
        shell.go(Place(code, shell.gate.today, session, participant=person, part=part))
        QApplication.processEvents()
        found = keys_of(shell.view)
        assert sorted(found) == sorted(set(found))
        assert OWN & set(found) == set()


@pytest.mark.parametrize("code", CODES)
def test_each_page_can_say_its_keys_and_says_none_twice(shell, centre, code):
    shell.go(Place(code, shell.gate.today))
    lines = shell.view.keys()
    said = [line.keys for line in lines]
    assert len(said) == len(set(said))
    assert all(line.does for line in lines)
