"""A person's page and the list with content: names for everything, no clipped word, live language, budget."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from groupwork.operations import alerts, consents, contacts, profiles, traits
from groupwork.ui.accessibility import nameless
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme
from tests.ui.test_clipping import clipped, outside, settle


@pytest.fixture
def person(centre):
    """Somebody with an entry in every list and words everywhere."""
    who, desk = centre.people[1], centre.desk
    alerts.add_alert(desk, who, "safety", "dust allergy: mask and a place near the window, every time")
    traits.add_trait(desk, who, "strength", "Skilled with hand tools, helps others when they ask for it")
    traits.add_trait(desk, who, "diet", "Vegetarian")
    contacts.add_contact(desk, who, name="Danuta Ł.", relation="Sister", phone="0555 0142", emergency=True)
    consents.record_consent(desk, who, "photos", given=False)
    consents.record_consent(desk, who, "funder", given=True)
    profiles.change_profile(
        desk, who, pronunciation="wontsko-ZHIN-ski", language="pl", speaks="German, English", native="Збігнєв"
    )
    return who


def show(shell, person, part, *, forms=False):
    shell.go(Place("participant", participant=person, part=part))
    if forms and part == "overview":
        tab = shell.view._tabs[0]
        for card in (tab.alerts, tab.traits, tab.contacts, tab.stays):
            card.rows()[0].click()
        tab.consents._fold.click()
        tab.consents.begin()
    settle()


PARTS = ("overview", "profile")


@pytest.mark.parametrize("forms", [False, True])
@pytest.mark.parametrize("part", PARTS)
def test_everything_that_takes_the_focus_has_a_name_of_its_own(window, shell, person, part, forms):
    show(shell, person, part, forms=forms)
    assert nameless(window) == []
    for widget in [shell, *shell.findChildren(QWidget)]:
        heard = []
        for child in widget.children():
            stops = isinstance(child, QWidget) and child.focusPolicy() & Qt.FocusPolicy.TabFocus
            if stops and child.isVisible():
                face = QAccessible.queryAccessibleInterface(child)
                heard.append((face.role(), face.text(QAccessible.Text.Name)))
        assert len(heard) == len(set(heard)), heard


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("part", PARTS)
def test_no_word_is_cut_off_in_german(window, shell, person, part, percent):
    preferences.set_language("de")
    theme.set_percent(percent)
    settle()
    show(shell, person, part, forms=True)
    assert clipped(window) == []
    assert outside(window) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_the_list_with_its_forms_is_not_cut_off(window, shell, centre, percent):
    preferences.set_language("de")
    theme.set_percent(percent)
    settle()
    shell.go(Place("participants"))
    view = shell.view
    view.list.model.choose([0, 1], on=True)
    view.bulk.tell()
    view.list.strip.end.click()
    view.begin_new()
    settle()
    assert clipped(window) == []
    assert nameless(window) == []


def test_a_long_name_does_not_widen_the_window(window, shell, centre):
    long = "Wolfeschlegelsteinhausenbergerdorff" * 5
    person = profiles.add_person(centre.desk, given=long, family="X").participant
    for place in (Place("participants"), Place("participant", participant=person, part="overview")):
        shell.go(place)
        settle()
        assert window.width() == 1366
        assert shell.view.minimumSizeHint().width() < 1100


def test_a_thousand_people_stay_quick(shell, centre, qtbot):
    from groupwork.store import tables

    with centre.desk.step("test.built") as step:
        for n in range(1000):
            step.save(tables.Participant(code=f"Q{n}", called=f"N{n}", full=f"N{n} M", sort_name=f"M, N{n}"))
    seen = []
    connection = shell.gate.file.store.db.connection()
    connection.set_trace_callback(seen.append)
    shell.go(Place("participants"))
    connection.set_trace_callback(None)
    assert sum(sql.lstrip().upper().startswith(("SELECT", "WITH")) for sql in seen) <= 8
    shell.view.filters.show_all()
    shell.view._show()
    assert len(shell.view.list.model.lines) == 1006


@pytest.mark.parametrize("part", PARTS)
def test_a_person_reads_within_the_budget(shell, person, part):
    seen = []
    connection = shell.gate.file.store.db.connection()
    connection.set_trace_callback(seen.append)
    shell.go(Place("participant", participant=person, part=part))
    settle()
    connection.set_trace_callback(None)
    assert sum(sql.lstrip().upper().startswith(("SELECT", "WITH")) for sql in seen) <= 8
