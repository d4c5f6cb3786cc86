"""A person's profile written: a new person by the form, one field or several, the key worker of many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Unpack

from groupwork.domain.episodes import check_stage, check_stay
from groupwork.domain.ids import FacilitatorId, ParticipantId
from groupwork.domain.participants import (
    NAME_FIELDS,
    Profile,
    ProfileFields,
    clean_fields,
    renamed,
    sort_name,
)
from groupwork.domain.people import PersonBrief, PersonName, build_name, next_code
from groupwork.domain.search import folded_words
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.participants import record
from groupwork.store import reads_participants as reads
from groupwork.store import reads_people
from groupwork.store.tables import Episode, Facilitator, Participant

if TYPE_CHECKING:
    from groupwork.store.journal import Done

NO_KEY_WORKER = N_("This key worker is no longer there. Choose again.")
NOBODY = N_("Somebody of the chosen people is no longer there. Choose again.")


@dataclass(frozen=True)
class Added:
    """A new person. `same` are people of the same name and birth date who were there already."""

    done: Done
    participant: ParticipantId
    same: tuple[PersonBrief, ...]


@allowed(Right.PEOPLE)
def add_person(
    desk: Desk, *, start: date | None = None, stage: str = "active", **fields: Unpack[ProfileFields]
) -> Added:
    """A new person with the next free code and a stay from `start` (default today), in one step.

    People of the same name and birth date are pointed out, not refused: there are such people.
    """
    named = renamed(_NOBODY, fields)
    values = clean_fields(fields, desk.today)
    begins, how = start or desk.today, check_stage(stage)
    check_stay(begins, None, ())
    same = _same(desk, named.name, values.get("birth_date"), but=None)
    code = next_code("P", reads_people.codes(desk.store.db))
    row = Participant(code=code, **_name_columns(named), **values)
    row.key_worker = _key_worker(fields.get("key_worker"))
    with desk.step("participant.added", code=code) as step:
        step.save(row)
        step.save(Episode(participant=row.id, start=begins, stage=how))
    return Added(step.done, ParticipantId(row.id), same)


@allowed(Right.PEOPLE)
def change_profile(desk: Desk, participant: ParticipantId, **fields: Unpack[ProfileFields]) -> Done:
    """Change one field of a profile or several, in one step; what people say and sort by follows the name."""
    row = existing_person(participant)
    values = clean_fields(fields, desk.today)
    if NAME_FIELDS & fields.keys():
        values |= _name_columns(renamed(record(desk, participant).profile, fields))
    for column, value in values.items():
        setattr(row, column, value)
    if "key_worker" in fields:
        row.key_worker = _key_worker(fields["key_worker"])
    with desk.step("participant.changed", participant=participant) as step:
        step.save(row)
    return step.done


@allowed(Right.PEOPLE)
def set_key_worker(
    desk: Desk, participants: Iterable[ParticipantId], facilitator: FacilitatorId | None
) -> Done:
    """Give several people one key worker, or none, in one step."""
    rows = people_rows(participants)
    worker = _key_worker(facilitator)
    verb = "participant.key_worker_set" if len(rows) == 1 else "participants.key_worker_set"
    with desk.step(verb, **about(rows)) as step:
        for row in rows:
            row.key_worker = worker
            step.save(row)
    return step.done


@allowed(Right.PEOPLE)
def same_people(
    desk: Desk,
    *,
    given: str,
    family: str,
    birth_date: date | None,
    family_first: bool = False,
    but: ParticipantId | None = None,
) -> tuple[PersonBrief, ...]:
    """People of this name, in any order of its words, whose birth date is the same or missing. One SELECT."""
    if not (given.strip() or family.strip()):
        return ()
    name = build_name(given.strip(), family.strip(), family_first=family_first)
    return _same(desk, name, birth_date, but=but)


def existing_person(participant: ParticipantId) -> Participant:
    """The person's row; refused in words when there is none."""
    row: Participant | None = Participant.get_or_none(Participant.id == participant)
    if row is None:
        raise Refused(N_("There is no person with the number {number}."), number=participant)
    return row


def people_rows(participants: Iterable[ParticipantId]) -> list[Participant]:
    """The rows of several people; refused when one is gone or none is named."""
    wanted = list(dict.fromkeys(participants))
    rows = list(Participant.select().where(Participant.id.in_(wanted)).order_by(Participant.id))
    if not rows or len(rows) != len(wanted):
        raise Refused(NOBODY)
    return rows


def about(rows: list[Participant]) -> dict[str, int]:
    """The journal's parameters of a step about one person or several."""
    return {"participant": rows[0].id} if len(rows) == 1 else {"count": len(rows)}


_NOBODY = Profile(ParticipantId(0), "", PersonName("", ""), "", "", False)


def _name_columns(named: Profile) -> dict[str, object]:
    name = named.name
    return {
        "given": named.given,
        "family": named.family,
        "family_first": named.family_first,
        "called": name.called,
        "full": name.full,
        "rest": name.rest,
        "native": name.native,
        "sort_name": sort_name(named),
    }


def _key_worker(facilitator: FacilitatorId | None) -> int | None:
    if facilitator is None:
        return None
    if not Facilitator.select().where(Facilitator.id == facilitator).exists():
        raise Refused(NO_KEY_WORKER)
    return int(facilitator)


def _same(
    desk: Desk, name: PersonName, born: date | None, *, but: ParticipantId | None
) -> tuple[PersonBrief, ...]:
    wanted = {frozenset(folded_words(form)) for form in (name.full, name.native)} - {frozenset()}
    found = []
    for id_, code, called, full, rest, native, birth in reads.names(desk.store.db):
        there = {frozenset(folded_words(form)) for form in (full, native)}
        other = date.fromisoformat(birth) if birth else None
        if id_ == but or not wanted & there or (born and other and born != other):
            continue
        found.append(PersonBrief(ParticipantId(id_), code, PersonName(called, full, rest, native), other))
    return tuple(found)
