"""What was changed in an incident's entry: read out of the journal, by whom, what stood there before."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from groupwork.domain.incident_changes import Act, Line
from groupwork.domain.incidents import IncidentKind, IncidentPerson, IncidentText, PersonPart
from groupwork.errors import NotAllowed, UserError
from groupwork.operations import history, incidents
from groupwork.operations.incident_changes import changes_of
from tests.builders import MONDAY, a_group

DAY = timedelta(days=1)


@pytest.fixture
def wood(desk):
    return a_group(desk)


@pytest.fixture
def cut(wood):
    people = (
        IncidentPerson(PersonPart.HURT, wood.people[0], injury="thumb"),
        IncidentPerson(PersonPart.WITNESS, name="Frau Öztürk"),
    )
    said = IncidentText(IncidentKind.INJURY, MONDAY, "Slipped.", time(10, 20), people=people)
    return replace(said, reported_by="Hanna")


def changes(desk, number):
    return [(each.act, each.by, each.lines) for each in changes_of(desk, number)]


def test_the_list_begins_with_the_writing_and_tells_each_field_before_and_after(desk, cut):
    number = incidents.write(desk, cut).incident
    incidents.change(desk, number, replace(cut, what="Slipped twice.", to_do="Rule", to_do_by=MONDAY + DAY))
    assert changes(desk, number) == [
        (Act.WRITTEN, "hanna", ()),
        (
            Act.CHANGED,
            "hanna",
            (
                Line("what", "Slipped.", "Slipped twice."),
                Line("to_do", "", "Rule"),
                Line("to_do_by", "", (MONDAY + DAY).isoformat()),
            ),
        ),
    ]


def test_people_of_the_entry_are_told_by_name_before_and_after(desk, cut):
    number = incidents.write(desk, cut).incident
    people = (
        replace(cut.people[0], part=PersonPart.WITNESS),
        IncidentPerson(PersonPart.INVOLVED, name="Herr Quast"),
    )
    incidents.change(desk, number, replace(cut, people=people))
    assert set(changes(desk, number)[1][2]) == {
        Line("people", "hurt:thumb", "witness", "Jürgen Hassenpflug-Maier"),
        Line("people", "", "involved", "Herr Quast"),
        Line("people", "witness", "", "Frau Öztürk"),
    }


def test_closing_opening_and_undo_stand_in_the_list_with_what_they_changed_back(desk, cut):
    number = incidents.write(desk, cut).incident
    incidents.close(desk, number)
    incidents.reopen(desk, number)
    incidents.change(desk, number, replace(cut, place="Yard"))
    history.undo(desk)
    history.redo(desk)
    acts = [(act, lines) for act, _by, lines in changes(desk, number)]
    yard = Line("place", "", "Yard")
    assert acts == [
        (Act.WRITTEN, ()),
        (Act.CLOSED, ()),
        (Act.REOPENED, ()),
        (Act.CHANGED, (yard,)),
        (Act.TAKEN_BACK, (Line("place", "Yard", ""),)),
        (Act.TAKEN_BACK, (yard,)),
    ]


def test_a_closing_that_is_taken_back_is_told_too(desk, cut):
    number = incidents.write(desk, cut).incident
    incidents.close(desk, number)
    history.undo(desk)
    assert [act for act, _by, _lines in changes(desk, number)] == [Act.WRITTEN, Act.CLOSED, Act.REOPENED]


def test_other_entries_do_not_stand_in_the_list(desk, cut):
    first, second = (incidents.write(desk, cut).incident for _n in range(2))
    incidents.change(desk, second, replace(cut, people=()))
    assert changes(desk, first) == [(Act.WRITTEN, "hanna", ())]


def test_an_entry_without_any_trace_in_the_journal_says_when_it_was_written(desk, cut, monkeypatch):
    number = incidents.write(desk, cut).incident
    monkeypatch.setattr("groupwork.operations.incident_changes.reads.changes", lambda _db: [])
    (only,) = changes_of(desk, number)
    assert (only.act, only.by, only.at.date()) == (Act.WRITTEN, "Hanna", desk.now.date())


def test_who_may_not_read_incidents_may_not_read_what_was_changed(desk, cut):
    number = incidents.write(desk, cut).incident
    with pytest.raises(NotAllowed):
        changes_of(replace(desk, role="volunteer"), number)


def test_a_number_that_is_none_is_refused(desk):
    with pytest.raises(UserError):
        changes_of(desk, 99)


def test_after_an_erasure_the_list_says_that_the_words_are_gone(desk, cut):
    number = incidents.write(desk, cut).incident
    incidents.change(desk, number, replace(cut, place="Yard"))
    desk.store.journal.erase_images([("incident", number)], desk.actor)
    written, changed = changes_of(desk, number)
    assert (written.lost, changed.lost, changed.lines) == (True, True, ())
