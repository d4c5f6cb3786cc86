"""The rows that a person of an import becomes, saved in the open step of the import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from groupwork.domain.ids import FacilitatorId, GroupId
from groupwork.domain.import_headers import Column
from groupwork.domain.import_matches import BEFORE, GroupName, Match, StaffName, match_group, match_staff
from groupwork.domain.imports import ImportPreview, ImportRow, RowNote
from groupwork.store.tables import (
    Activity,
    AgreedDay,
    Alert,
    Consent,
    Contact,
    Episode,
    Facilitator,
    Group,
    Membership,
    Participant,
    Trait,
)

if TYPE_CHECKING:
    from groupwork.store.journal import Step


@dataclass(frozen=True)
class Found:
    """What the words of one row mean at this centre."""

    key_worker: FacilitatorId | None = None
    groups: tuple[GroupId, ...] = ()


@dataclass(frozen=True)
class Matches:
    """The same by line, what was not found, and the names of what was."""

    by_line: Mapping[int, Found] = field(default_factory=dict)
    notes: tuple[RowNote, ...] = ()
    staff: Mapping[FacilitatorId, str] = field(default_factory=dict)
    groups: Mapping[GroupId, str] = field(default_factory=dict)


NO_MATCHES = Matches()


def matches(preview: ImportPreview, rows: Iterable[ImportRow], today: date) -> Matches:
    """Key workers and groups of these rows; two SELECTs when the file names any, else none."""
    named = [row for row in rows if row.details.key_worker or row.details.groups]
    if not named:
        return NO_MATCHES
    staff, groups = _staff(), _groups(today)
    looked = _Lookup(staff, groups)
    by_line: dict[int, Found] = {}
    notes: list[RowNote] = []
    for row in named:
        by_line[row.line] = looked.row(row, preview, notes)
    return Matches(
        by_line,
        tuple(notes),
        {each.id: each.name for each in staff},
        {each.id: each.words for each in groups},
    )


def ahead(found: Matches) -> Matches:
    """The same in words for something that is still to be done."""
    notes = tuple(replace(note, text=BEFORE.get(note.text, note.text)) for note in found.notes)
    return replace(found, notes=notes)


def save(step: Step, row: ImportRow, code: str, found: Found, today: date) -> None:
    """The participant with a stay and everything else the row says."""
    details = row.details
    participant = Participant(
        code=code,
        given=row.given,
        family=row.family,
        family_first=row.family_first,
        called=row.name.called,
        full=row.name.full,
        rest=row.name.rest,
        native=row.name.native,
        sort_name=row.sort_name,
        pronunciation=details.pronunciation,
        birth_date=row.birth_date,
        language=row.language,
        speaks=details.speaks,
        interpreter=row.interpreter,
        phone=details.phone,
        email=details.email,
        address=details.address,
        note=details.note,
        key_worker=found.key_worker,
        active=row.end is None or row.end >= today,
    )
    step.save(participant)
    start = row.start or min(today, row.end or today)
    step.save(Episode(participant=participant.id, start=start, end=row.end))
    for extra in (*_about(participant.id, row, today), *_stay(participant.id, row, found, start, today)):
        step.save(extra)


def _about(person: int, row: ImportRow, today: date) -> Iterator[Alert | Trait | Contact | Consent]:
    """Alerts stay off paper until somebody has read them: a list was not written for our sheets."""
    details = row.details
    for kind, words in details.alerts:
        yield Alert(participant=person, kind=kind.value, words=words, printed=False)
    for position, (trait, words) in enumerate(details.traits):
        yield Trait(participant=person, position=position, kind=trait.value, words=words)
    if details.contact is not None:
        contact = details.contact
        yield Contact(
            participant=person,
            name=contact.name,
            relation=contact.relation,
            phone=contact.phone,
            emergency=True,
        )
    if details.photos is not None:
        yield Consent(participant=person, purpose="photos", given=details.photos, date=today)


def _stay(
    person: int, row: ImportRow, found: Found, start: date, today: date
) -> Iterator[AgreedDay | Membership]:
    """Agreed days from the first day on; groups from today on, so that no register of the past is wrong."""
    for weekday in row.details.days:
        yield AgreedDay(participant=person, weekday=weekday, from_date=start, to_date=row.end)
    begin = max(start, today)
    if row.end is not None and row.end < begin:
        return
    for group in found.groups:
        yield Membership(participant=person, group=group, from_date=begin, to_date=row.end)


class _Lookup:
    """The same words mean the same in every row."""

    def __init__(self, staff: Sequence[StaffName], groups: Sequence[GroupName]) -> None:
        self._staff, self._groups = staff, groups
        self._known: dict[tuple[Column, str], Match] = {}

    def row(self, row: ImportRow, preview: ImportPreview, notes: list[RowNote]) -> Found:
        """What one row means; what it does not mean is noted."""
        words = row.details.key_worker
        worker = self._look(row, Column.KEY_WORKER, words, preview, notes) if words else None
        found = [self._look(row, Column.GROUPS, each, preview, notes) for each in row.details.groups]
        groups = dict.fromkeys(GroupId(each) for each in found if each is not None)
        return Found(FacilitatorId(worker) if worker is not None else None, tuple(groups))

    def _look(
        self, row: ImportRow, column: Column, words: str, preview: ImportPreview, notes: list[RowNote]
    ) -> int | None:
        match = self._known.get((column, words))
        if match is None:
            group = column is Column.GROUPS
            match = match_group(words, self._groups) if group else match_staff(words, self._staff)
            self._known[column, words] = match
        if match.problem:
            notes.append(RowNote(row.line, preview.title(column), match.problem, (("words", words),)))
        return match.id


def _staff() -> list[StaffName]:
    rows = Facilitator.select(Facilitator.id, Facilitator.code, Facilitator.name).where(Facilitator.active)
    return [StaffName(FacilitatorId(row.id), row.code, row.name) for row in rows]


def _groups(today: date) -> list[GroupName]:
    running = Group.to_date.is_null() | (Group.to_date >= today)
    rows: Any = (
        Group.select(Group.id, Group.name, Group.weekday, Group.start, Activity.name)
        .join(Activity, on=(Group.activity == Activity.id))
        .where(running)
        .tuples()
    )
    return [
        GroupName(GroupId(id_), name or activity, weekday, f"{start:%H:%M}")
        for id_, name, weekday, start, activity in rows
    ]
