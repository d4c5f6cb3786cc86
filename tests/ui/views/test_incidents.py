"""Incidents by clicks and keys: written, changed, closed, printed; what is typed survives a lock."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork import i18n
from groupwork.domain.incidents import IncidentKind, IncidentPerson, IncidentText, PersonPart
from groupwork.operations import incidents
from groupwork.ui.accessibility import nameless
from groupwork.ui.day.incidents_card import incidents_card
from groupwork.ui.day.side_list import TaskRow
from groupwork.ui.participant.incidents_card import IncidentsCard
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.views.incidents import IncidentsView
from groupwork.ui.widgets.label import Label
from tests.ui.day_centre import MONDAY

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL = Mod.ControlModifier


@pytest.fixture
def page(show, gate):
    view = show(IncidentsView, Place("incidents"))
    gate.changed.connect(view.follow)
    return view


@pytest.fixture
def cut(centre):
    """One entry with two people, open."""
    moira, bjorn = centre.people[3], centre.people[2]
    people = (
        IncidentPerson(PersonPart.HURT, moira, injury="left thumb"),
        IncidentPerson(PersonPart.WITNESS, bjorn),
    )
    text = IncidentText(IncidentKind.INJURY, MONDAY, "Cut with the chisel.", time(9, 50), people=people)
    return incidents.write(centre.desk, text).incident


def name_somebody(qtbot, page, typed):
    qtbot.keyClicks(page.form.people.finder, typed)
    qtbot.keyClick(page.form.people.finder, Key.Key_Return)


def test_by_keys_alone_an_incident_is_written_and_can_be_taken_back(page, qtbot, gate, centre):
    assert page._nothing.title.text() == "Nothing has happened yet"
    qtbot.keyClick(page, Key.Key_N, CTRL)
    assert QApplication.focusWidget() is page.form.what
    qtbot.keyClicks(page.form.what, "Slipped on the wet floor.")
    name_somebody(qtbot, page, "moira")
    qtbot.keyClicks(QApplication.focusWidget(), "left knee")
    name_somebody(qtbot, page, "Frau Quast")
    assert [line.injury.isHidden() for line in page.form.people.lines] == [False, True]
    qtbot.keyClicks(page.form.time, "9.40")
    qtbot.keyClick(page.form.time, Key.Key_Return, CTRL)
    (found,) = incidents.incidents(centre.desk)
    assert (found.text.what, found.text.time) == ("Slipped on the wet floor.", time(9, 40))
    named = [(p.code, p.name, p.part.value, p.injury) for p in found.text.people]
    assert named == [("P04", "Moira Tattersley", "hurt", "left knee"), ("", "Frau Quast", "witness", "")]
    assert page.rows[0].isChecked()
    gate.undo()
    assert not page.rows
    assert page.form.isHidden()


def test_from_a_session_day_and_room_are_filled_in(show, gate, centre):
    page = show(IncidentsView, Place("incidents", session=centre.sessions["friday"], part="new"))
    assert page.form.date.value() == MONDAY - timedelta(days=3)
    assert page.form.place.text() == "Workshop"
    page.form.what.set_words("x")
    page.form.save.click()
    assert incidents.incidents(centre.desk)[0].text.session == centre.sessions["friday"]
    assert incidents.incidents(centre.desk)[0].session_title == "Wood workshop"


def test_an_entry_is_changed_closed_and_opened_again(page, qtbot, gate, centre, cut):
    page.refresh()
    page.rows[0].click()
    assert page.form.people.people()[0].injury == "left thumb"
    page.form.to_do.setPlainText("Order gloves")
    page.form.to_do_by.setText("15/10/2026")
    page.form.kind.choose(IncidentKind.NEAR_MISS)
    page.form.save.click()
    found = incidents.incident(centre.desk, cut)
    assert (found.text.kind, found.text.to_do_by) == (IncidentKind.NEAR_MISS, MONDAY + timedelta(days=3))
    assert "by Thu 15 Oct: Order gloves" in page.rows[0].accessibleName()
    page.form.close_button.click()
    assert not incidents.incident(centre.desk, cut).open
    assert page.form.reopen_button.isVisible()
    page.form.reopen_button.click()
    assert incidents.incident(centre.desk, cut).open


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("time", "quarter past", "no time of day"),
        ("to_do_by", "soon", ""),
        ("what", "", "one sentence"),
        ("what", "x" * 100_000, "100000"),
    ],
)
def test_bad_input_is_refused_in_the_form_and_nothing_is_lost(page, cut, centre, field, typed, words):
    page.refresh()
    page.rows[0].click()
    page.form.told.setPlainText("the lead")
    control = page.form.control(field)
    (control.setText if hasattr(control, "setText") else control.setPlainText)(typed)
    page.form.save.click()
    assert page.form.refusal.isVisible()
    assert words in page.form.refusal.text()
    assert page.form.told.text() == "the lead"
    assert incidents.incident(centre.desk, cut).text.told == ""


def test_a_form_with_something_typed_does_not_give_way(page, qtbot, gate, cut, centre):
    page.refresh()
    page.rows[0].click()
    page.form.done.setPlainText("half typed")
    said = []
    gate.notice.connect(said.append)
    page.new.click()
    assert page.form.done.text() == "half typed"
    assert "Save the entry first" in said[-1].sentence
    qtbot.keyClick(page.form.place, Key.Key_Escape)
    assert page.form.isHidden()
    assert incidents.incident(centre.desk, cut).text.done == ""


def test_what_is_typed_survives_the_lock(page, show, gate, centre, cut):
    page.refresh()
    page.rows[0].click()
    page.form.done.setPlainText("half typed")
    page.form.people.retype([{"name": "Frau Quast", "part": "witness"}])
    gate.unfinished.keep(page.unfinished())
    again = show(IncidentsView, Place("incidents"))
    assert again.form.done.text() == "half typed"
    assert [p.name for p in again.form.people.people()] == ["Frau Quast"]
    again.form.save.click()
    assert incidents.incident(centre.desk, cut).text.done == "half typed"
    assert not again.unfinished()
    assert gate.unfinished.of("incident") is None


def test_everything_in_the_open_form_has_a_name_of_its_own_and_fits_at_200_percent(page, cut, qtbot):
    page.refresh()
    page.rows[0].click()
    assert nameless(page) == []
    assert page.form.people.lines[0].injury.accessibleName() == "Moira Tattersley: what was hurt, and how"
    theme.set_percent(200)
    page.restyle()
    page.resize(1170, 640)
    qtbot.wait(1)
    assert page.form.width() <= page.width()
    assert not page.list.isVisible()
    qtbot.keyClick(page.form.place, Key.Key_Escape)
    assert page.list.isVisible()
    theme.set_percent(100)


def test_printing_leads_to_the_preview(page, qtbot, places, cut):
    page.refresh()
    page.blank.click()
    page.rows[0].click()
    page.form.print_button.click()
    assert places == [Place("preview", part="incident"), Place("preview", part=f"incident.{cut}")]


def test_today_shows_open_ones_without_a_name(gate, places, centre, cut, qtbot):
    card = incidents_card(gate, places.append)
    qtbot.addWidget(card)
    (line,) = card.findChildren(TaskRow)
    assert line.accessibleName() == "Injury, Mon 12 Oct, open: look at it and close it"
    line.click()
    assert places == [Place("incidents", part=str(cut))]
    incidents.close(centre.desk, cut)
    assert incidents_card(gate, places.append) is None


def test_a_persons_page_shows_their_own_part_only(gate, places, centre, cut, qtbot):
    card = IncidentsCard(gate, places.append)
    qtbot.addWidget(card)
    card.show_person(centre.people[3])
    (line,) = card.rows
    assert line.accessibleName() == "Injury · hurt: left thumb, Mon 12 Oct 2026, 09:50"
    assert "Björn" not in line.accessibleName()
    card.show_person(centre.people[0])
    assert card.isHidden()


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
def test_whoever_may_not_read_notes_sees_why_and_nothing_else(show, gate, centre, cut, places, role):
    centre.file.role = role
    page = show(IncidentsView, Place("incidents", part=str(cut)))
    assert page._nothing.title.text() == "Not for this sign-in"
    assert not page.rows
    assert not page.new.isVisible()
    assert page.form.isHidden()
    assert incidents_card(gate, places.append) is None


def test_the_language_can_be_switched_while_an_entry_is_open(page, cut, gate):
    page.refresh()
    page.rows[0].click()
    page.form.done.setPlainText("half typed")
    i18n.use("de")
    page.retranslate()
    assert page.form.done.text() == "half typed"
    assert page.form.save.text() == "Speichern"
    assert page.form.people.people()[0].injury == "left thumb"


def said_in(changes):
    """Every word of the list, from above."""
    return [label.text() for label in changes.list.findChildren(Label) if label.isVisibleTo(changes)]


def test_what_was_changed_is_shown_when_asked_for_and_goes_on_paper(page, qtbot, places, cut):
    page.show_place(Place("incidents", part=str(cut)))
    assert not page.changes.shown
    page.form.place.setText("Yard")
    qtbot.keyClick(page.form.place, Key.Key_Return, CTRL)
    page.changes.button.click()
    assert page.changes.shown
    qtbot.waitUntil(lambda: {"Where", "Yard", "before: nothing"} <= set(said_in(page.changes)))
    page.form.print_button.click()
    assert places[-1] == Place("preview", part=f"incident.{cut}.changes")
    page.form.place.setText("Gate")
    qtbot.keyClick(page.form.place, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "Gate" in said_in(page.changes))
    said = said_in(page.changes)
    assert said.index("Gate") < said.index("Yard")
    page.form.cancel.click()
    assert page.changes.isHidden()
    page.rows[0].click()
    assert (page.changes.shown, page.changes.button.text()) == (False, "What was changed")


def test_the_row_of_the_open_entry_pressed_again_keeps_the_keyboard(page, qtbot, cut):
    page.show_place(Place("incidents", part=str(cut)))
    for _n in range(2):
        qtbot.keyClick(page.rows[0], Key.Key_Space)
        assert QApplication.focusWidget() is page.rows[0]
        assert page.rows[0].isChecked()
