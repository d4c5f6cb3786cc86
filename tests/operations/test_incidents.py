"""Incidents: written, changed, closed; one step each; nobody's record names anybody else."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from groupwork.domain.ids import IncidentId, ParticipantId
from groupwork.domain.incidents import IncidentKind, IncidentPerson, IncidentText, PersonPart
from groupwork.errors import NotAllowed, UserError
from groupwork.operations import history, incidents
from groupwork.operations.desk import Right
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_session, on

DAY = timedelta(days=1)


def dump():
    """Every row of the two tables."""
    return [list(t.select().order_by(t.id).tuples()) for t in (tables.Incident, tables.IncidentPerson)]


@pytest.fixture
def wood(desk):
    return a_group(desk)


@pytest.fixture
def cut(desk, wood):
    """A cut finger: one hurt, another participant and a visitor as witnesses."""
    moira, jurgen = wood.people[0], wood.people[1]
    return IncidentText(
        IncidentKind.INJURY,
        MONDAY,
        "Slipped with the knife.",
        time(10, 20),
        "Workshop",
        first_aid="plaster",
        first_aider="Hanna Brückner",
        to_do="Order cut-proof gloves",
        to_do_by=MONDAY + 3 * DAY,
        session=a_session(desk, wood),
        people=(
            IncidentPerson(PersonPart.HURT, moira, injury="left thumb, small cut"),
            IncidentPerson(PersonPart.WITNESS, jurgen, injury="is not kept for a witness"),
            IncidentPerson(PersonPart.WITNESS, name="Frau Öztürk, visitor"),
        ),
    )


def test_an_incident_is_one_step_with_its_people_and_can_be_taken_back(desk, cut):
    before = dump()
    written = incidents.write(desk, cut)
    found = incidents.incident(desk, written.incident)
    assert (found.text.what, found.text.time, found.open) == (cut.what, time(10, 20), True)
    assert found.text.reported_by == "Hanna Brückner"
    assert [(p.part, p.injury, p.code) for p in found.text.people] == [
        (PersonPart.HURT, "left thumb, small cut", "P01"),
        (PersonPart.WITNESS, "", "P02"),
        (PersonPart.WITNESS, "", ""),
    ]
    line = history.history(desk)[0]
    assert line.sentence == "Incident written down"
    assert "Öztürk" not in str(line)
    assert "knife" not in str(line)
    desk.store.journal.undo(written.done.step, desk.actor)
    assert dump() == before


def test_changing_keeps_the_rows_that_stay(desk, cut):
    number = incidents.write(desk, cut).incident
    rows = {r.id for r in tables.IncidentPerson.select()}
    other = replace(cut, what="Slipped with the chisel.", people=cut.people[:2])
    before = dump()
    changed = incidents.change(desk, number, other)
    assert incidents.incident(desk, number).text.what == "Slipped with the chisel."
    assert {r.id for r in tables.IncidentPerson.select()} < rows
    assert history.history(desk)[0].sentence == "Incident: entry changed"
    desk.store.journal.undo(changed.done.step, desk.actor)
    assert dump() == before


def test_open_ones_come_first_and_the_nearest_day_before_the_others(desk, cut):
    plain = replace(cut, kind=IncidentKind.NEAR_MISS, to_do="", to_do_by=None, people=(), session=None)
    old = incidents.write(desk, replace(plain, date=MONDAY - 5 * DAY)).incident
    later = incidents.write(desk, plain).incident
    urgent = incidents.write(desk, cut).incident
    done = incidents.write(desk, replace(plain, date=MONDAY - DAY)).incident
    incidents.close(desk, done)
    assert [each.id for each in incidents.incidents(desk)] == [urgent, later, old, done]
    assert [each.incident for each in incidents.due(desk)] == [urgent, old, later]


def test_closing_and_opening_again(desk, cut, selects):
    number = incidents.write(desk, cut).incident
    assert incidents.incident(desk, number).overdue(MONDAY + 4 * DAY)
    closed = incidents.close(desk, number)
    assert incidents.incident(desk, number).closed == MONDAY
    assert not incidents.due(desk)
    assert history.history(desk)[0].sentence == "Incident: closed"
    desk.store.journal.undo(closed.step, desk.actor)
    assert incidents.incident(desk, number).open
    incidents.close(desk, number)
    incidents.reopen(desk, number)
    assert incidents.incident(desk, number).open
    assert selects(incidents.incidents, desk) == 2
    assert selects(incidents.due, desk) == 1


def test_a_persons_record_holds_their_own_part_and_nobody_elses_name(desk, cut, wood, selects):
    incidents.write(desk, replace(cut, what="Moira pushed past Jürgen, who cut himself."))
    own = incidents.incidents_of(desk, wood.people[0])
    assert [(each.part, each.injury, each.session_title) for each in own] == [
        (PersonPart.HURT, "left thumb, small cut", "Wood workshop")
    ]
    assert "Zbigniew" not in str(own)
    assert "pushed" not in str(own)
    assert "Öztürk" not in str(own)
    assert selects(incidents.incidents_of, desk, wood.people[0]) == 1
    assert not incidents.incidents_of(desk, wood.people[2])


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": "  \n "},
        {"what": "a\x00b"},
        {"what": "x" * 100_000},
        {"date": MONDAY + DAY},
        {"date": date(1026, 10, 12)},
        {"to_do_by": MONDAY - DAY},
        {"to_do": "", "to_do_by": MONDAY + DAY},
        {"people": (IncidentPerson(PersonPart.HURT, ParticipantId(999)),)},
        {"people": (IncidentPerson(PersonPart.HURT),)},
        {"people": (IncidentPerson(PersonPart.HURT, name="A"), IncidentPerson(PersonPart.WITNESS, name="A"))},
        {"session": 999},
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_written(desk, cut, wrong):
    before = dump()
    with pytest.raises(UserError) as refused:
        incidents.write(desk, replace(cut, **wrong))
    assert "Moira" not in str(refused.value)
    assert dump() == before


def test_an_unknown_number_is_refused(desk, cut):
    for operation in (incidents.incident, incidents.close, incidents.reopen):
        with pytest.raises(UserError):
            operation(desk, IncidentId(77))
    with pytest.raises(UserError):
        incidents.change(desk, IncidentId(77), cut)


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
def test_incidents_are_for_those_who_may_read_notes(desk, cut, role):
    stranger = replace(desk, role=role)
    assert not stranger.may(Right.NOTES)
    for ask in (incidents.incidents, incidents.due):
        with pytest.raises(NotAllowed):
            ask(stranger)
    with pytest.raises(NotAllowed):
        incidents.write(stranger, cut)


def test_a_facilitator_writes_the_day_after(desk, cut):
    later = on(replace(desk, role="facilitator"), MONDAY + DAY)
    number = incidents.write(later, cut).incident
    assert incidents.incident(later, number).written_at.date() == MONDAY + DAY
