"""The demo's own Monday round, left open: from Today with real keys, every one counted."""

import pytest
from PySide6.QtCore import Qt

from groupwork.domain.attendance import Status
from groupwork.operations.register import register
from groupwork.ui.views.register import RegisterView
from tests.journeys.keyboard import KeyCount, press

ROUND, PEOPLE, ALLOWED = 217, 14, 18
EXCEPTIONS = {
    "early in the list": {1: "l10", 4: "a", 6: "u"},
    "spread over the list": {2: "l5", 6: "a", 9: "u"},
    "one after the other": {3: "a", 4: "u", 5: "l15"},
}
SAID = {"l": Status.PRESENT, "a": Status.ABSENT, "u": Status.UNWELL}


@pytest.fixture
def window(demo_file, open_window):
    return open_window(demo_file)


def walk(window, rows):
    at = 0
    for row, typed in sorted(rows.items()):
        press(window, *[Qt.Key.Key_Down] * (row - at), *typed)
        at = row + (not typed.startswith("l"))  # minutes stay on the row


@pytest.mark.parametrize("rows", EXCEPTIONS.values(), ids=EXCEPTIONS)
def test_the_open_round_of_monday_is_taken_in_at_most_18_keys(window, rows):
    with KeyCount() as keys:
        press(window, Qt.Key.Key_Right, Qt.Key.Key_Space)
        assert isinstance(window.shell.view, RegisterView)
        walk(window, rows)
        press(window, "+")
    assert keys.count <= ALLOWED
    found = register(window.shell.gate.desk(), ROUND).rows
    assert len(found) == PEOPLE
    for n, row in enumerate(found):
        typed = rows.get(n, "p")
        late = int(typed[1:]) if typed.startswith("l") else None
        assert (row.mark.status, row.mark.late_min) == (SAID.get(typed[0], Status.PRESENT), late)


def test_nothing_is_recorded_by_looking(window):
    press(window, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    found = register(window.shell.gate.desk(), ROUND)
    assert {row.mark.status for row in found.rows} == {None}
    assert found.session.recorded == 0


def test_left_leads_back_to_the_session_now(window):
    first = window.focusWidget()
    press(window, Qt.Key.Key_Right)
    assert window.focusWidget() is not first
    press(window, Qt.Key.Key_Left)
    assert window.focusWidget() is first
