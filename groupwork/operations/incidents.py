"""Incidents and near misses: written down, changed, followed up, closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from groupwork.domain.ids import IncidentId, ParticipantId, SessionId
from groupwork.domain.incidents import (
    DueIncident,
    Incident,
    IncidentKind,
    IncidentPerson,
    IncidentText,
    OwnPart,
    PersonPart,
    clean_incident,
    in_order,
)
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.changes import existing
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.profiles import existing_person
from groupwork.store import reads_incidents as reads
from groupwork.store.tables import Incident as IncidentRow
from groupwork.store.tables import IncidentPerson as PersonRow

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

NOT_THERE = N_("There is no incident with the number {number}.")


@dataclass(frozen=True)
class Written:
    """What was kept and under which number."""

    done: Done
    incident: IncidentId


@allowed(Right.NOTES)
def incidents(desk: Desk) -> tuple[Incident, ...]:
    """Every entry, open ones first. Two SELECTs."""
    return in_order(_read(desk, None))


@allowed(Right.NOTES)
def incident(desk: Desk, incident: IncidentId) -> Incident:
    """One entry. Refused in words when there is none of that number."""
    found = _read(desk, incident)
    if not found:
        raise Refused(NOT_THERE, number=incident)
    return found[0]


@allowed(Right.NOTES)
def incidents_of(desk: Desk, participant: ParticipantId) -> tuple[OwnPart, ...]:
    """One person's own part in incidents, newest first; nothing about anybody else. One SELECT."""
    return tuple(
        OwnPart(
            IncidentId(id_),
            date.fromisoformat(day),
            IncidentKind(kind),
            PersonPart(part),
            injury,
            _time(at),
            title,
            _date(closed),
        )
        for id_, day, kind, part, injury, at, title, closed in reads.own(desk.store.db, participant)
    )


@allowed(Right.NOTES)
def due(desk: Desk) -> tuple[DueIncident, ...]:
    """Open entries, the nearest day to act on first. One SELECT."""
    return tuple(
        DueIncident(IncidentId(id_), date.fromisoformat(day), IncidentKind(kind), to_do, _date(by))
        for id_, day, kind, to_do, by in reads.due(desk.store.db)
    )


@allowed(Right.NOTES)
def write(desk: Desk, text: IncidentText) -> Written:
    """Write an incident down, with the people it is about. Refused in words for what cannot be."""
    clean = _checked(desk, text)
    row = IncidentRow(written_at=desk.now.astimezone(UTC))
    _fill(row, clean)
    row.reported_by = clean.reported_by or desk.actor_name
    with desk.step("incident.written", session=clean.session) as step:
        step.save(row)
        _put_people(step, row.id, clean.people)
    return Written(step.done, IncidentId(row.id))


@allowed(Right.NOTES)
def change(desk: Desk, incident: IncidentId, text: IncidentText) -> Written:
    """Change an entry and who it is about: one step, the earlier words stay in the history."""
    clean = _checked(desk, text)
    row = _row(incident)
    _fill(row, clean)
    with desk.step("incident.changed", session=clean.session, incident=incident) as step:
        step.save(row)
        _other_people(step, incident, clean.people)
    return Written(step.done, incident)


@allowed(Right.NOTES)
def close(desk: Desk, incident: IncidentId) -> Done:
    """Everything is done: the entry stands among the closed ones from today on."""
    return _close(desk, incident, desk.today, "incident.closed")


@allowed(Right.NOTES)
def reopen(desk: Desk, incident: IncidentId) -> Done:
    """Something is still to be done after all."""
    return _close(desk, incident, None, "incident.reopened")


def _close(desk: Desk, incident: IncidentId, day: date | None, verb: str) -> Done:
    row = _row(incident)
    row.closed = day
    with desk.step(verb, session=row.session_id, incident=incident) as step:
        step.save(row)
    return step.done


def _checked(desk: Desk, text: IncidentText) -> IncidentText:
    clean = clean_incident(text, desk.today)
    if clean.session is not None:
        existing(clean.session)
    for person in clean.people:
        if person.participant is not None:
            existing_person(person.participant)
    return clean


def _fill(row: IncidentRow, text: IncidentText) -> None:
    row.kind, row.session, row.date, row.time = text.kind.value, text.session, text.date, text.time
    row.place, row.what, row.done = text.place, text.what, text.done
    row.first_aid, row.first_aider, row.told = text.first_aid, text.first_aider, text.told
    row.to_do, row.to_do_by = text.to_do, text.to_do_by
    row.reported_by = text.reported_by


def _put_people(step: Step, incident: int, people: tuple[IncidentPerson, ...]) -> None:
    for person in people:
        step.save(_person_row(incident, person))


def _other_people(step: Step, incident: int, people: tuple[IncidentPerson, ...]) -> None:
    """Rows that stay are kept, so that the history says what was changed and no more."""
    stored = list(PersonRow.select().where(PersonRow.incident == incident).order_by(PersonRow.id))
    kept = {(row.participant_id, row.name): row for row in stored}
    for person in people:
        row = kept.pop((person.participant, person.name), None) or _person_row(incident, person)
        row.part, row.injury = person.part.value, person.injury
        step.save(row)
    for row in kept.values():
        step.delete(row)


def _person_row(incident: int, person: IncidentPerson) -> PersonRow:
    return PersonRow(
        incident=incident,
        participant=person.participant,
        name=person.name,
        part=person.part.value,
        injury=person.injury,
    )


def _row(incident: IncidentId) -> IncidentRow:
    row: IncidentRow | None = IncidentRow.get_or_none(IncidentRow.id == incident)
    if row is None:
        raise Refused(NOT_THERE, number=incident)
    return row


def _read(desk: Desk, number: IncidentId | None) -> tuple[Incident, ...]:
    people: dict[int, list[IncidentPerson]] = {}
    for id_, participant, name, part, injury, code in reads.people(desk.store.db, number):
        person = None if participant is None else ParticipantId(participant)
        people.setdefault(id_, []).append(IncidentPerson(PersonPart(part), person, name, injury, code))
    return tuple(_info(row, tuple(people.get(row[0], ()))) for row in reads.incidents(desk.store.db, number))


def _info(row: tuple[Any, ...], people: tuple[IncidentPerson, ...]) -> Incident:
    """One row of `reads_incidents.incidents`, in its order of columns."""
    id_, kind, session, day, at, place, what, done, first_aid, first_aider = row[:10]
    told, to_do, to_do_by, closed, reported_by, written, title = row[10:]
    text = IncidentText(
        kind=IncidentKind(kind),
        date=date.fromisoformat(day),
        what=what,
        time=_time(at),
        place=place,
        done=done,
        first_aid=first_aid,
        first_aider=first_aider,
        told=told,
        to_do=to_do,
        to_do_by=_date(to_do_by),
        reported_by=reported_by,
        session=None if session is None else SessionId(session),
        people=people,
    )
    at_desk = datetime.fromisoformat(written).astimezone().replace(tzinfo=None)
    return Incident(IncidentId(id_), text, at_desk, _date(closed), title)


def _date(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


def _time(stored: str | None) -> time | None:
    return time.fromisoformat(stored) if stored else None
