"""A term that ends later offers to plan the groups up to its new end, in one step."""

from datetime import time, timedelta

from PySide6.QtCore import Qt

from groupwork.operations import group_plan, terms
from groupwork.operations.groups import page
from groupwork.ui.place import Place
from tests.builders import MONDAY

WEEK = timedelta(weeks=1)


def test_a_longer_term_offers_its_new_weeks(qtbot, shell, centre):
    for term in terms.terms(centre.desk):
        terms.remove_term(centre.desk, term)
    terms.add_term(centre.desk, "Autumn", MONDAY, MONDAY + 3 * WEEK)
    made = group_plan.make_group(centre.desk, title="Choir", date=MONDAY, start=time(15), end=time(16))
    shell.go(Place("settings", part="terms"))
    part = shell.view.part("terms")
    assert part.ahead.isHidden()
    [term] = terms.terms(centre.desk)
    shell.gate.do(terms.change_term, term, "Autumn", MONDAY, MONDAY + 5 * WEEK)
    assert part.ahead.plan.text() == "Plan 2 sessions"
    qtbot.mouseClick(part.ahead.plan, Qt.MouseButton.LeftButton)
    assert page(centre.desk, made.group).sessions[-1].date == MONDAY + 5 * WEEK
    assert part.ahead.isHidden()
    shell.gate.undo()
    assert part.ahead.isVisible()


def test_a_volunteer_is_offered_nothing(shell, centre):
    centre.file.role = "volunteer"
    shell.go(Place("settings", part="terms"))
    assert shell.view.part("terms").ahead.isHidden()
