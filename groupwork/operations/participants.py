"""People read: the list with its facts, and everything about one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from groupwork.domain.alerts import KnownAlert
from groupwork.domain.consents import Consent, Purpose
from groupwork.domain.contacts import Contact
from groupwork.domain.episodes import Episode, Stage, current, standing
from groupwork.domain.ids import (
    AlertId,
    ConsentId,
    ContactId,
    EpisodeId,
    FacilitatorId,
    GroupId,
    ParticipantId,
    TraitId,
)
from groupwork.domain.participants import PersonGroup, PersonLine, Profile, Record, parts_of
from groupwork.domain.people import Alert, AlertKind, PersonName, StaffBrief
from groupwork.domain.rates import Denominator, Rate
from groupwork.domain.schedule import numbering_window
from groupwork.domain.text import fold
from groupwork.domain.traits import Trait, TraitKind
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.settings import read_centre
from groupwork.store import reads_participants as reads

NOBODY = N_("There is no person with the number {number}.")
SOFT = "\u00ad"
URGENT = {kind: place for place, kind in enumerate(AlertKind)}


@dataclass(frozen=True)
class GroupName:
    """A group to filter by."""

    id: GroupId
    name: str
    weekday: int
    start: str


@dataclass(frozen=True)
class People:
    """The list of people, by sort name, with what it can be filtered by."""

    lines: tuple[PersonLine, ...]
    groups: tuple[GroupName, ...]
    staff: tuple[StaffBrief, ...]
    """Those who are somebody's key worker."""


@allowed(Right.RECORDS)
def people(desk: Desk) -> People:
    """Everybody, by sort name, with rate over the term so far. Five SELECTs, however many people."""
    db = desk.store.db
    stays = _by_person(reads.stays(db))
    alerts, members = _by_person(reads.alerts(db)), _by_person(reads.members(db, desk.today))
    first, last = numbering_window(desk.today, read_centre(desk.store).terms)
    rates = {row[0]: (row[1], row[2]) for row in reads.rates(db, first, min(last, desk.today))}
    lines = [
        _line(row, stays[row[0]], alerts[row[0]], members[row[0]], rates.get(row[0], (0, 0)), desk.today)
        for row in reads.people(db)
    ]
    staff = {line.key_worker.id: line.key_worker for line in lines if line.key_worker is not None}
    names = {m[0]: GroupName(GroupId(m[0]), *m[1:4]) for found in members.values() for m in found}
    groups = sorted(names.values(), key=lambda g: (fold(g.name), g.weekday, g.start))
    return People(
        tuple(sorted(lines, key=lambda line: (fold(line.sort_name or line.name.full), line.id))),
        tuple(groups),
        tuple(sorted(staff.values(), key=lambda worker: worker.code)),
    )


@allowed(Right.RECORDS)
def record(desk: Desk, participant: ParticipantId, *, whole: bool = True) -> Record:
    """Everything of one person's Overview and Profile. Refused in words for a number that is nobody's.

    Four SELECTs; two without `whole`, which leaves lists and groups empty: enough for the page's head.
    """
    db = desk.store.db
    rows = reads.profile(db, participant)
    if not rows:
        raise Refused(NOBODY, number=participant)
    lists: dict[str, list[Sequence[Any]]] = defaultdict(list)
    for name, *rest in reads.lists(db, participant) if whole else ():
        lists[name].append(rest)
    return Record(
        profile=_profile(rows[0]),
        stays=tuple(stay(row[1:]) for row in reads.stays(db, participant)),
        alerts=tuple(sorted(map(_alert, lists["alert"]), key=lambda a: (URGENT[a.kind], a.id))),
        traits=tuple(map(_trait, lists["trait"])),
        contacts=tuple(sorted(map(_contact, lists["contact"]), key=lambda c: not c.emergency)),
        consents=tuple(sorted(map(_consent, lists["consent"]), key=lambda c: (c.date, c.id))),
        groups=tuple(map(_group, reads.groups(db, participant, desk.today))) if whole else (),
    )


@allowed(Right.RECORDS)
def key_workers(desk: Desk) -> tuple[StaffBrief, ...]:
    """Who can be a key worker: active facilitators, and those who are one already. One SELECT."""
    return staff_of(reads.staff(desk.store.db))


def staff_of(rows: Iterable[Sequence[Any]]) -> tuple[StaffBrief, ...]:
    """Facilitators of rows."""
    return tuple(StaffBrief(FacilitatorId(row[0]), row[1], row[2], row[3]) for row in rows)


def stay(row: Sequence[Any]) -> Episode:
    """A stay of a row: id, start, end, stage, reason, planned, referred on, referred by."""
    id_, start, end, stage, reason, planned, referred_on, referred_by = row
    return Episode(
        EpisodeId(id_),
        date.fromisoformat(start),
        _day(end),
        Stage(stage),
        reason,
        None if planned is None else bool(planned),
        _day(referred_on),
        referred_by,
    )


def _by_person(rows: Iterable[Sequence[Any]]) -> dict[int, list[Sequence[Any]]]:
    found: dict[int, list[Sequence[Any]]] = defaultdict(list)
    for person, *rest in rows:
        found[person].append(rest)
    return found


def _line(
    row: Sequence[Any],
    stays: Iterable[Sequence[Any]],
    alerts: Iterable[Sequence[Any]],
    members: Sequence[Sequence[Any]],
    rate: tuple[int, int],
    today: date,
) -> PersonLine:
    id_, code, called, full, rest, native, sort_name, key, born, *worker = row
    now = current([stay(each) for each in stays], today)
    said = [Alert(AlertKind(kind), words, bool(printed)) for kind, words, printed in alerts]
    return PersonLine(
        id=ParticipantId(id_),
        code=code,
        name=PersonName(called, full, rest, native),
        sort_name=sort_name,
        key=key,
        birth_date=_day(born),
        standing=standing(now, today),
        stay=now,
        alerts=tuple(sorted(said, key=lambda alert: URGENT[alert.kind])),
        groups=tuple(GroupId(m[0]) for m in members),
        group_names=tuple(dict.fromkeys(m[1] for m in members)),
        group_shorts=tuple(dict.fromkeys(m[4].replace(SOFT, "") for m in members)),
        key_worker=_worker(worker),
        rate=Rate(rate[0], rate[1], Denominator.AVAILABLE),
    )


def _profile(row: Sequence[Any]) -> Profile:
    id_, code, called, full, rest, native, given, family, family_first, *more = row
    pronounced, born, language, speaks, interpreter, print_language, phone, mail, *more = more
    address, note, merged, *worker = more
    given, family, family_first = parts_of(given, family, full, called, family_first=bool(family_first))
    return Profile(
        id=ParticipantId(id_),
        code=code,
        name=PersonName(called, full, rest, native),
        given=given,
        family=family,
        family_first=family_first,
        pronunciation=pronounced,
        birth_date=_day(born),
        language=language,
        speaks=speaks,
        interpreter=bool(interpreter),
        print_language=print_language,
        phone=phone,
        email=mail,
        address=address,
        note=note,
        key_worker=_worker(worker),
        merged_into=ParticipantId(merged) if merged is not None else None,
    )


def _worker(row: Sequence[Any]) -> StaffBrief | None:
    return staff_of([row])[0] if row[0] is not None else None


def _alert(row: Sequence[Any]) -> KnownAlert:
    return KnownAlert(AlertKind(row[2]), row[3], bool(row[4]), AlertId(row[0]))


def _trait(row: Sequence[Any]) -> Trait:
    return Trait(TraitId(row[0]), TraitKind(row[2]), row[3])


def _contact(row: Sequence[Any]) -> Contact:
    id_, _place, name, relation, phone, mail, note, emergency = row
    return Contact(ContactId(id_), name, relation, phone, mail, note, bool(emergency))


def _consent(row: Sequence[Any]) -> Consent:
    id_, given, purpose, words, day, said_by, withdrawn, withdrawn_by = row
    return Consent(
        ConsentId(id_),
        Purpose(purpose),
        bool(given),
        date.fromisoformat(day),
        words,
        said_by,
        _day(withdrawn),
        withdrawn_by,
    )


def _group(row: Sequence[Any]) -> PersonGroup:
    id_, name, category, weekday, start, end, first, last, room, next_day = row
    return PersonGroup(
        GroupId(id_),
        name,
        category,
        weekday,
        start,
        end,
        date.fromisoformat(first),
        _day(last),
        _day(next_day),
        room or "",
    )


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
