"""Rows about follow-ups as values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from groupwork.domain.attendance import Status
from groupwork.domain.follow_ups import (
    AbsentRow,
    Call,
    CallResult,
    DayMark,
    Due,
    FollowUp,
    Outcome,
    Phone,
    Way,
    absent_row,
)
from groupwork.domain.ids import FollowUpId, ParticipantId, SignInId
from groupwork.domain.people import PersonName
from groupwork.store import reads_follow_ups as reads
from groupwork.store.reading import Rows

if TYPE_CHECKING:
    from groupwork.store.database import Store

USUAL = 3
"""Absent days in a row that make a follow-up, where the centre has set nothing else."""


def standing(store: Store, people: Collection[int], today: date) -> dict[int, AbsentRow]:
    """The rows of absent days, of these people, that are long enough for a follow-up. One SELECT."""
    return _long_enough(reads.marks_of(store.db, people, today))


def due_rows(store: Store, today: date) -> tuple[Due, ...]:
    """Who needs a follow-up now and has none. One SELECT."""
    found = _long_enough(reads.marks_of_all(store.db, today))
    return tuple(Due(ParticipantId(person), row) for person, row in found.items())


def follow_ups(store: Store, which: str, today: date, keys: Sequence[object] = ()) -> list[FollowUp]:
    """The follow-ups of a question of `reads.shown`, with calls, groups and numbers. One SELECT."""
    by_kind: dict[str, dict[int, list[tuple[Any, ...]]]] = {}
    for kind, number, _place, *columns in reads.shown(store.db, which, today, keys):
        by_kind.setdefault(kind, {}).setdefault(number, []).append(tuple(columns))
    return [_follow_up(number, by_kind) for number in by_kind.get("follow_up", {})]


def _long_enough(rows: Rows) -> dict[int, AbsentRow]:
    marks: dict[int, list[DayMark]] = {}
    known: dict[int, tuple[date | None, int]] = {}
    for person, day, status, shut, number in rows:
        marks.setdefault(person, []).append(DayMark(date.fromisoformat(day), Status(status)))
        known[person] = (_day(shut), int(number) if number else USUAL)
    found: dict[int, AbsentRow] = {}
    for person, (after, number) in known.items():
        row = absent_row(marks[person], after)
        if row is not None and row.reaches(number):
            found[person] = row
    return found


def _follow_up(number: int, by_kind: dict[str, dict[int, list[tuple[Any, ...]]]]) -> FollowUp:
    (row,) = by_kind["follow_up"][number]
    person, code, called, full, rest, native, opened, since, owner, owner_name, next_, closed, *end = row
    missed = by_kind.get("day", {}).get(number, [])
    return FollowUp(
        id=FollowUpId(number),
        participant=ParticipantId(int(person)),
        code=code,
        name=PersonName(called, full, rest, native),
        opened=date.fromisoformat(opened),
        since=date.fromisoformat(since),
        days=len({line[0] for line in missed}),
        groups=tuple(dict.fromkeys(line[1] for line in missed)),
        owner=SignInId(int(owner)) if owner else None,
        owner_name=owner_name or "",
        next_date=_day(next_),
        closed=_day(closed),
        outcome=Outcome(end[0]) if end[0] else None,
        words=end[1] or "",
        calls=tuple(map(_call, by_kind.get("call", {}).get(number, ()))),
        phones=tuple(_phones(by_kind.get("phone", {}).get(number, ()))),
    )


def _call(row: tuple[Any, ...]) -> Call:
    at, by, way, result, words = row[:5]
    local = datetime.fromisoformat(at).astimezone().replace(tzinfo=None)
    return Call(local, by, Way(way), CallResult(result), words)


def _phones(rows: Iterable[tuple[Any, ...]]) -> Iterable[Phone]:
    return (Phone(row[0], row[1] or "", row[2] or "") for row in rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
