"""Ways to the session plan and to an incident: from the schedule, the register's menu, and by searching."""

import pytest

from groupwork.ui.day.detail import SessionDetail
from groupwork.ui.place import Place
from groupwork.ui.register import more_menu
from groupwork.ui.register.plan_panel import PlanPanel
from groupwork.ui.register.side import PLAN
from groupwork.ui.search.offers import offers


@pytest.fixture
def entries(shell, centre, monkeypatch):
    """What the register's More menu offers to a role: words to what is done."""

    def of(role="lead"):
        centre.file.role = role
        shell.go(Place("register", session=centre.sessions["wood"]))
        filled = []
        monkeypatch.setattr(more_menu.menus, "fill", lambda menu, found: filled.append(found) or menu)
        monkeypatch.setattr(more_menu.menus, "open_at", lambda menu, _point: menu.deleteLater())
        shell.view.head.more_button.click()
        return {entry.words: entry.does for entry in filled[0] if entry is not None}

    return of


def test_the_schedule_opens_the_plan_beside_the_register(shell, centre, qtbot):
    shell.go(Place("schedule", shell.gate.today, centre.sessions["wood"]))
    detail = shell.view.findChild(SessionDetail)
    detail.plan_wanted.emit(detail.session)
    assert shell.view.beside.side.part == PLAN
    qtbot.waitUntil(lambda: any(panel.isVisible() for panel in shell.view.findChildren(PlanPanel)))


def test_the_registers_menu_prints_the_plan_and_writes_an_incident_of_this_session(shell, entries):
    found = entries()
    found["Incident …"]()
    assert shell.view.title() == "Incidents"
    assert shell.view.form.place.text() == "Workshop"
    found["Print the session plan"]()
    assert "Wood workshop: plan" in shell.view._title.text()


def test_a_volunteers_menu_has_the_plan_and_no_incident(entries):
    found = entries("volunteer")
    assert "Print the session plan" in found
    assert "Incident …" not in found


@pytest.mark.parametrize(
    ("role", "typed", "words", "there"),
    [
        ("lead", "near miss", "Incidents", True),
        ("lead", "incident", "Write down an incident", True),
        ("volunteer", "incident", "Write down an incident", False),
        ("volunteer", "accident", "Print a blank incident form", True),
        ("viewer", "accident", "Print a blank incident form", False),
    ],
)
def test_the_search_offers_what_the_role_may_do(shell, centre, role, typed, words, there):
    centre.file.role = role
    found = {offer.words for group in offers(shell.gate, typed) for offer in group.offers}
    assert (words in found) is there
