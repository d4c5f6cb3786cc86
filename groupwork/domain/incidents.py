"""Incidents and near misses: what happened, to whom, what was done and what is still to be done.

An entry names several people, so it is a record of its own: in a person's record stands their own part only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from groupwork.domain.ids import IncidentId, ParticipantId, SessionId
from groupwork.domain.text import clean_line, clean_name, clean_text
from groupwork.errors import Refused
from groupwork.i18n import N_

MOST_TEXT = 20_000
MOST_LINE = 500
EARLIEST = dt.date(2000, 1, 1)

NO_KIND = N_("Choose what kind of incident it is.")
NO_PART = N_("Say whether the person was hurt, involved or a witness.")
NO_WORDS = N_("Say what happened: one sentence is enough to begin with.")
AHEAD = N_("The day lies ahead: {day}. An incident is written down when it has happened.")
LONG_AGO = N_("The year {year} is too long ago: is it mistyped?")
DUE_BEFORE = N_("What is still to be done cannot be due before the day of the incident.")
DUE_WITHOUT = N_("A day is set by which something is to be done. Say what.")
TWICE = N_("The same person is named twice.")
NOBODY = N_("Choose a person or type a name.")


class IncidentKind(StrEnum):
    """What it was."""

    INJURY = "injury"
    NEAR_MISS = "near_miss"
    CONFLICT = "conflict"
    HEALTH = "health"
    DAMAGE = "damage"
    MISSING = "missing"
    OTHER = "other"


KIND_LABELS: dict[IncidentKind, str] = {
    IncidentKind.INJURY: N_("injury"),
    IncidentKind.NEAR_MISS: N_("near miss"),
    IncidentKind.CONFLICT: N_("conflict"),
    IncidentKind.HEALTH: N_("sudden illness"),
    IncidentKind.DAMAGE: N_("damage to things"),
    IncidentKind.MISSING: N_("somebody missing"),
    IncidentKind.OTHER: N_("something else"),
}


class PersonPart(StrEnum):
    """What somebody has to do with it."""

    HURT = "hurt"
    INVOLVED = "involved"
    WITNESS = "witness"


PART_LABELS: dict[PersonPart, str] = {
    PersonPart.HURT: N_("hurt"),
    PersonPart.INVOLVED: N_("involved"),
    PersonPart.WITNESS: N_("witness"),
}


@dataclass(frozen=True)
class IncidentPerson:
    """Somebody it is about: a participant, or another person by name. `code` is a participant's."""

    part: PersonPart
    participant: ParticipantId | None = None
    name: str = ""
    injury: str = ""
    code: str = ""


@dataclass(frozen=True)
class IncidentText:
    """What is written on the form. `time` None: not known; `to_do_by` None: no day set."""

    kind: IncidentKind
    date: dt.date
    what: str
    time: dt.time | None = None
    place: str = ""
    done: str = ""
    """What was done at once."""
    first_aid: str = ""
    first_aider: str = ""
    told: str = ""
    """Who was told, and when."""
    to_do: str = ""
    to_do_by: dt.date | None = None
    reported_by: str = ""
    session: SessionId | None = None
    people: tuple[IncidentPerson, ...] = ()


@dataclass(frozen=True)
class Incident:
    """An entry of the accident book. Open until somebody closes it."""

    id: IncidentId
    text: IncidentText
    written_at: dt.datetime
    """Local wall time."""
    closed: dt.date | None = None
    session_title: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody still has to look at it."""
        return self.closed is None

    def overdue(self, today: dt.date) -> bool:
        """Whether something should have been done by now."""
        due = self.text.to_do_by
        return self.open and due is not None and due < today


@dataclass(frozen=True)
class OwnPart:
    """What stands in a person's own record: nothing that could name anybody else."""

    incident: IncidentId
    date: dt.date
    kind: IncidentKind
    part: PersonPart
    injury: str
    time: dt.time | None = None
    session_title: str = ""
    closed: dt.date | None = None


@dataclass(frozen=True)
class DueIncident:
    """An open entry in a word or two: no name, no text of what happened."""

    incident: IncidentId
    date: dt.date
    kind: IncidentKind
    to_do: str = ""
    to_do_by: dt.date | None = None


def clean_incident(text: IncidentText, today: dt.date) -> IncidentText:
    """The entry as it is stored; refused in words when something is missing or impossible."""
    _check_day(text.date, today)
    what = clean_text(text.what, MOST_TEXT).strip()
    if not what:
        raise Refused(NO_WORDS)
    to_do = clean_text(text.to_do, MOST_TEXT).strip()
    _check_due(text, to_do)
    return IncidentText(
        kind=text.kind,
        date=text.date,
        what=what,
        time=text.time,
        place=clean_line(text.place),
        done=clean_text(text.done, MOST_TEXT).strip(),
        first_aid=clean_text(text.first_aid, MOST_TEXT).strip(),
        first_aider=clean_line(text.first_aider),
        told=clean_text(text.told, MOST_TEXT).strip(),
        to_do=to_do,
        to_do_by=text.to_do_by,
        reported_by=clean_line(text.reported_by),
        session=text.session,
        people=clean_people(text.people),
    )


def clean_people(people: Iterable[IncidentPerson]) -> tuple[IncidentPerson, ...]:
    """Each named once, in the order of the form; an injury only of somebody who was hurt."""
    found: list[IncidentPerson] = []
    for person in people:
        name = "" if person.participant is not None else clean_line(person.name)
        if person.participant is None and not name:
            raise Refused(NOBODY)
        name = clean_name(name) if name else ""
        injury = clean_line(person.injury, MOST_LINE) if person.part is PersonPart.HURT else ""
        fresh = IncidentPerson(person.part, person.participant, name, injury)
        if any((f.participant, f.name) == (fresh.participant, fresh.name) for f in found):
            raise Refused(TWICE)
        found.append(fresh)
    return tuple(found)


def kind_of(code: str) -> IncidentKind:
    """The kind of a code; refused when there is none."""
    try:
        return IncidentKind(code)
    except ValueError as error:
        raise Refused(NO_KIND) from error


def part_of(code: str) -> PersonPart:
    """What somebody has to do with it, by its code; refused when there is none."""
    try:
        return PersonPart(code)
    except ValueError as error:
        raise Refused(NO_PART) from error


def in_order(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Open ones first, those with the nearest day to act on before the others; then the newest."""
    newest = sorted(incidents, key=lambda each: (each.text.date, each.id), reverse=True)
    return tuple(sorted(newest, key=lambda each: (not each.open, _due(each))))


def _due(each: Incident) -> dt.date:
    due = each.text.to_do_by
    return due if each.open and due is not None else dt.date.max


def _check_day(day: dt.date, today: dt.date) -> None:
    if day > today:
        raise Refused(AHEAD, day=day)
    if day < EARLIEST:
        raise Refused(LONG_AGO, year=day.year)


def _check_due(text: IncidentText, to_do: str) -> None:
    if text.to_do_by is not None and text.to_do_by < text.date:
        raise Refused(DUE_BEFORE)
    if text.to_do_by is not None and not to_do:
        raise Refused(DUE_WITHOUT)
