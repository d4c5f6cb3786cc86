"""Duplicates: who may be there twice, what a merge would do, and the merge in one step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.likely_twice import Person, likely
from groupwork.domain.merging import (
    NAME_FIELDS,
    OTHER_FIELDS,
    Fate,
    Likely,
    MarkPair,
    MergeChoices,
    MergeField,
    MergePreview,
    field_fate,
    mark_fate,
    others_first,
)
from groupwork.domain.people import PersonBrief, PersonName
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.merge_rows import RULES, Move, move_everything
from groupwork.store import reads_person as reads
from groupwork.store.tables import Participant

if TYPE_CHECKING:
    from groupwork.store.journal import Done

_CLEARED = ("pronunciation", "speaks", "phone", "email", "address", "note")
_NONE = MergeChoices()
Record = dict[str, Any]


@allowed(Right.RECORDS)
def likely_duplicates(desk: Desk) -> tuple[Likely, ...]:
    """Pairs of records that may be one person, the surest first; merged ones are out. One SELECT."""
    rows = (_record(row) for row in reads.everybody(desk.store.db))
    return likely([Person(_brief(row), row["given"], row["family"]) for row in rows])


@allowed(Right.RECORDS)
def compare(desk: Desk, keep: ParticipantId, drop: ParticipantId) -> MergePreview:
    """What a merge of the second record into the first would do; nothing is written. Three SELECTs."""
    ours, theirs = _two(desk, keep, drop)
    marks = _pairs(desk, keep, drop)
    tables = [table._meta.table_name for table in RULES if table is not Participant]
    owned = reads.owned(desk.store.db, drop, tables)
    return MergePreview(
        keep=_brief(ours),
        drop=_brief(theirs),
        fields=_fields(ours, theirs),
        marks=marks,
        sessions=owned.get("attendance", 0) - len(marks),
        moved=owned,
    )


@allowed(Right.PEOPLE)
def merge(desk: Desk, keep: ParticipantId, drop: ParticipantId, choices: MergeChoices = _NONE) -> Done:
    """Give everything of the second record to the first, in one step that one undo takes back.

    Where both have something different the kept record's stays, but for the fields and sessions in
    `choices`. The second record stays behind empty, found nowhere, its code leading to the kept one.
    """
    fields = _fields(*_two(desk, keep, drop))
    sessions = others_first(_pairs(desk, keep, drop), choices)
    ours, theirs = Participant.get_by_id(keep), Participant.get_by_id(drop)
    with desk.step("participant.merged", participant=keep, duplicate=drop) as step:
        move_everything(Move(step, keep, drop, sessions))
        for each in fields:
            if each.fate is Fate.TAKEN or (each.fate is Fate.CONFLICT and each.field in choices.fields):
                _take_over(ours, theirs, each.field)
        ours.active = ours.active or theirs.active
        _empty(theirs, keep)
        step.save(ours)
        step.save(theirs)
    return step.done


def _two(desk: Desk, keep: ParticipantId, drop: ParticipantId) -> tuple[Record, Record]:
    if keep == drop:
        raise Refused(N_("Choose two different records to merge."))
    found = {row[0]: _record(row) for row in reads.records(desk.store.db, keep, drop)}
    for number in (keep, drop):
        if number not in found:
            raise Refused(N_("There is no person with the number {number}."), number=number)
        if found[number]["merged_into"] is not None:
            text = N_("The record of {name} ({code}) was merged before.")
            raise Refused(text, name=found[number]["full"], code=found[number]["code"])
    return found[keep], found[drop]


def _record(row: tuple[Any, ...]) -> Record:
    record = dict(zip(reads.RECORD, row, strict=True))
    born = record["birth_date"]
    return record | {
        "birth_date": date.fromisoformat(born) if born else None,
        "interpreter": bool(record["interpreter"]),
    }


def _brief(record: Record) -> PersonBrief:
    name = PersonName(record["called"], record["full"], record["rest"], record["native"])
    return PersonBrief(ParticipantId(record["id"]), record["code"], name, record["birth_date"])


def _fields(ours: Record, theirs: Record) -> tuple[MergeField, ...]:
    """The name as a whole, then field by field; what neither has is left out."""
    same = all(ours[part] == theirs[part] for part in ("full", "called"))
    said = [MergeField("name", ours["full"], theirs["full"], Fate.SAME if same else Fate.CONFLICT)]
    for name in OTHER_FIELDS:
        keep, drop = ours[name], theirs[name]
        if keep or drop:
            said.append(MergeField(name, keep, drop, field_fate(keep, drop)))
    return tuple(said)


def _take_over(ours: Any, theirs: Any, name: str) -> None:
    columns = NAME_FIELDS if name == "name" else (name,)
    for column in columns:
        stored = f"{column}_id" if column == "key_worker" else column
        setattr(ours, column, getattr(theirs, stored))


def _empty(row: Participant, keep: ParticipantId) -> None:
    """Only name, date of birth and code stay: by them an import and an old sheet find the kept record."""
    for column in _CLEARED:
        setattr(row, column, "")
    row.key_worker, row.interpreter = None, False
    row.active, row.merged_into = False, keep


def _pairs(desk: Desk, keep: ParticipantId, drop: ParticipantId) -> tuple[MarkPair, ...]:
    found = []
    for row in reads.pairs(desk.store.db, keep, drop):
        ours, theirs = _mark(row[4:11]), _mark(row[11:18])
        fate = mark_fate(ours, theirs)
        found.append(MarkPair(SessionId(row[0]), date.fromisoformat(row[1]), row[3], ours, theirs, fate))
    return tuple(found)


def _mark(row: tuple[Any, ...]) -> Mark:
    status, late, early, minutes, reason, told, planned = row
    told_at = date.fromisoformat(told) if told else None
    return Mark(Status(status) if status else None, late, early, minutes, reason, told_at, bool(planned))
