"""Tab goes through the lists of the settings as one sees them: every line before what makes a new one."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from groupwork.operations import closures, terms
from groupwork.ui.place import Place


@pytest.fixture
def part(shell, centre):
    """Shows a part of the settings, with two terms and two closures to come."""
    first, weeks = centre.desk.today + timedelta(days=400), timedelta(weeks=1)
    for n, name in enumerate(("One", "Two")):
        terms.add_term(centre.desk, name, first + 10 * n * weeks, first + (10 * n + 9) * weeks)
        closures.add_closure(centre.desk, name, date(2029, 1, 2 + n), date(2029, 1, 2 + n))

    def show(code):
        shell.go(Place("settings", part=code))
        QApplication.processEvents()
        return shell.view.part(code)

    return show


def stops(part):
    """What Tab reaches in the part, in its order, from the top of the window."""
    found, each = [], part.window().nextInFocusChain()
    while each is not part.window():
        takes_tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isEnabled()
        if takes_tab and part.isAncestorOf(each) and each.isVisible():
            found.append(each)
        each = each.nextInFocusChain()
    return found


def heights(part):
    return [each.mapTo(part, QPoint(0, each.height())).y() for each in stops(part)]


@pytest.mark.parametrize("code", ["terms", "staff", "rooms", "reasons", "notes"])
def test_tab_goes_down_the_page(part, code):
    tops = heights(part(code))
    assert len(tops) > 1
    assert [one - other for one, other in pairwise(tops) if other < one - 12] == []


def test_a_list_that_was_read_again_keeps_its_order(part, centre):
    shown = part("terms")
    closures.add_closure(centre.desk, "Three", date(2029, 1, 8), date(2029, 1, 8))
    shown.refresh()
    QApplication.processEvents()
    last = list(shown.closures.lines.values())[-1][1]
    assert heights(shown) == sorted(heights(shown))
    assert stops(shown)[-3:] == [last, shown.closures.new, shown.closures.holidays]


def test_a_form_in_its_line_comes_before_the_next_line(part):
    shown = part("terms")
    first, second = list(shown.terms.lines.values())[-2:]
    first[0].click()
    QApplication.processEvents()
    order = stops(shown)
    assert order.index(first[1]) < order.index(shown.terms.form.save) < order.index(second[0])


def test_the_fields_of_a_new_entry_come_before_its_buttons(part):
    shown = part("rooms")
    shown.add.click()
    QApplication.processEvents()
    fields = list(shown.form.fields.values())
    assert stops(shown)[-len(fields) - 2 :] == [*fields, shown.form.save, shown.form.stop]
