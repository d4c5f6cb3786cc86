"""Planned absences: entered, changed, cut short, removed; and who is away.

They prefill coming registers by themselves, and registers that were taken where nothing is written yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from groupwork.domain.absences import (
    WHOLE_DAY,
    Absence,
    Hours,
    KeptMark,
    Span,
    check_hours,
    check_span,
    check_spans,
    check_status,
    check_told,
    clean_reason,
)
from groupwork.domain.attendance import Status
from groupwork.domain.ids import AbsenceId, ParticipantId
from groupwork.domain.people import PersonName
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.absence_marks import Fitted, empty, fit
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.profiles import about, existing_person
from groupwork.store import reads_absences as reads
from groupwork.store.tables import Episode, Participant, PlannedAbsence

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

AHEAD = timedelta(days=3650)
MOST_PEOPLE = 200

GONE = N_("This planned absence was removed in the meantime.")
LEFT = N_("{name} does not stay here on these days: {first} to {last}.")
BACK_LATE = N_("{name} is away until {last} anyway. For a longer absence change its last day.")
NOBODY = N_("Say who is away.")


class AbsenceFields(TypedDict, total=False):
    """What can be said of an absence; a field that is left out stays, or is empty in a new one."""

    hours: Hours
    words: str
    told_at: date | None
    """When it was told; in a new one left out: today."""
    told_by: str


class AbsenceChange(AbsenceFields, total=False):
    """What can be changed of one that is there."""

    span: Span
    status: str


@dataclass(frozen=True)
class Planned:
    """What entering or changing an absence did.

    `filled` counts marks of registers taken already, `kept` are those somebody had entered before,
    `others` the absences of the same people on the same days: the one entered first counts there.
    """

    done: Done
    absences: tuple[AbsenceId, ...]
    filled: int = 0
    kept: tuple[KeptMark, ...] = ()
    others: tuple[Absence, ...] = ()


@allowed(Right.READ)
def absences(desk: Desk, first: date | None = None, last: date | None = None) -> tuple[Absence, ...]:
    """Who is away from a day on (default today), by first day and name. One SELECT.

    What was said and by whom only for who may open records.
    """
    begin = first or desk.today
    rows = reads.between(desk.store.db, begin, last or begin + AHEAD)
    return tuple(_absence(row, desk) for row in rows)


@allowed(Right.RECORDS)
def absences_of(desk: Desk, participant: ParticipantId) -> tuple[Absence, ...]:
    """Every planned absence of one person, the past ones too, by first day. One SELECT."""
    return tuple(_absence(row, desk) for row in reads.of(desk.store.db, participant))


@allowed(Right.READ)
def absence(desk: Desk, absence: AbsenceId) -> Absence:
    """One absence; refused when it is gone."""
    rows = reads.one(desk.store.db, absence)
    if not rows:
        raise Refused(GONE)
    return _absence(rows[0], desk)


@allowed(Right.RECORD)
def add_absence(
    desk: Desk,
    people: Iterable[ParticipantId],
    spans: Sequence[Span],
    status: str,
    **said: Unpack[AbsenceFields],
) -> Planned:
    """Enter that people are away on these days, whole or in part, in one step.

    Marks that somebody entered stay; they are named in the answer. Refused in words, for all: days the
    wrong way round or too many, an unknown status, somebody who does not stay here on these days.
    """
    rows = [existing_person(person) for person in dict.fromkeys(people)][:MOST_PEOPLE]
    if not rows:
        raise Refused(NOBODY)
    days, columns = check_spans(spans), _columns({"told_at": desk.today, **said}, desk)
    columns["status"] = check_status(status).value
    for person in rows:
        for span in days:
            _require_stay(person, span)
    others = _others(desk, rows, days)
    verb = "absence.added" if len(rows) == 1 else "absences.added"
    with desk.step(verb, **about(rows)) as step:
        made = [_made(step, person, span, columns) for person in rows for span in days]
        fitted = [fit(desk.store, step, row) for row in made]
    return _planned(step, made, fitted, others)


@allowed(Right.RECORD)
def change_absence(desk: Desk, absence: AbsenceId, **fields: Unpack[AbsenceChange]) -> Planned:
    """Change what is given of an absence; registers follow as when it is entered."""
    row = _existing(absence)
    for column, value in _columns(dict(fields), desk).items():
        setattr(row, column, value)
    if "status" in fields:
        row.status = check_status(fields["status"]).value
    person = existing_person(ParticipantId(row.participant_id))
    if "span" in fields:
        span = check_span(fields["span"])
        row.from_date, row.to_date = span.first, span.last
        _require_stay(person, span)
    with desk.step("absence.changed", participant=row.participant_id) as step:
        step.save(row)
        fitted = _again(desk, step, row)
    return _planned(step, [row], [fitted], ())


@allowed(Right.RECORD)
def back_earlier(desk: Desk, absence: AbsenceId, back: date) -> Planned:
    """The person is back from a day on; with its first day the whole absence goes.

    What it had filled in from that day on is "not recorded" again.
    """
    row = _existing(absence)
    person = existing_person(ParticipantId(row.participant_id))
    if back > row.to_date:
        raise Refused(BACK_LATE, name=person.full, last=row.to_date)
    left = [row] if back > row.from_date else []
    with desk.step("absence.shortened", participant=row.participant_id, date=back) as step:
        if not left:
            _take_away(desk, step, row)
        for each in left:
            each.to_date = back - timedelta(days=1)
            step.save(each)
            _again(desk, step, each)
    return _planned(step, left, [], ())


@allowed(Right.RECORD)
def remove_absence(desk: Desk, absence: AbsenceId) -> Done:
    """Take an absence away; what it had filled in is "not recorded" again."""
    row = _existing(absence)
    with desk.step("absence.removed", participant=row.participant_id) as step:
        _take_away(desk, step, row)
    return step.done


def _take_away(desk: Desk, step: Step, row: PlannedAbsence) -> None:
    empty(desk.store, step, row, Hours(), None)
    step.delete(row)
    _refit(desk, step, row)


def _again(desk: Desk, step: Step, row: PlannedAbsence) -> Fitted:
    """Registers follow an absence that changed, then the other absences of the person."""
    empty(desk.store, step, row, Hours(row.from_time, row.to_time), Span(row.from_date, row.to_date))
    fitted = fit(desk.store, step, row)
    _refit(desk, step, row)
    return fitted


def _refit(desk: Desk, step: Step, row: PlannedAbsence) -> None:
    """Marks that became free may belong to another absence of the person."""
    table = PlannedAbsence
    same = table.select().where((table.participant == row.participant_id) & (table.id != row.id))
    for other in same.order_by(table.id):
        fit(desk.store, step, other)


def _made(step: Step, person: Participant, span: Span, columns: dict[str, Any]) -> PlannedAbsence:
    row = PlannedAbsence(participant=person.id, from_date=span.first, to_date=span.last, **columns)
    step.save(row)
    return row


def _planned(
    step: Step, rows: Sequence[PlannedAbsence], fitted: Sequence[Fitted], others: tuple[Absence, ...]
) -> Planned:
    return Planned(
        step.done,
        tuple(AbsenceId(row.id) for row in rows),
        sum(each.filled for each in fitted),
        tuple(mark for each in fitted for mark in each.kept),
        others,
    )


def _columns(said: dict[str, Any], desk: Desk) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "hours" in said:
        hours = check_hours(said["hours"])
        found |= {"from_time": hours.start, "to_time": hours.end}
    if "words" in said:
        found["words"] = clean_reason(said["words"])
    if "told_by" in said:
        found["told_by"] = clean_line(said["told_by"])
    if "told_at" in said:
        found["told_at"] = check_told(said["told_at"], desk.today)
    return found


def _require_stay(person: Participant, span: Span) -> None:
    stay = Episode.select(Episode.id).where(
        Episode.participant == person.id,
        Episode.start <= span.last,
        Episode.end.is_null() | (Episode.end >= span.first),
    )
    if not stay.exists():
        raise Refused(LEFT, name=person.full, first=span.first, last=span.last)


def _others(desk: Desk, people: Sequence[Participant], spans: Sequence[Span]) -> tuple[Absence, ...]:
    wanted = {person.id for person in people}
    rows = reads.between(desk.store.db, spans[0].first, max(span.last for span in spans))
    found = [_absence(row, desk) for row in rows if row[1] in wanted]
    return tuple(a for a in found if any(a.span.first <= s.last and a.span.last >= s.first for s in spans))


def _existing(absence: AbsenceId) -> PlannedAbsence:
    row: PlannedAbsence | None = PlannedAbsence.get_or_none(PlannedAbsence.id == absence)
    if row is None:
        raise Refused(GONE)
    return row


def _absence(row: tuple[Any, ...], desk: Desk) -> Absence:
    id_, person, code, called, full, rest, native, first, last, status, start, end, *said = row
    hours = Hours(_time(start), _time(end)) if start or end else WHOLE_DAY
    words, told_at, told_by = said if desk.may(Right.RECORDS) else ("", None, "")
    return Absence(
        id=AbsenceId(id_),
        participant=ParticipantId(person),
        code=code,
        name=PersonName(called, full, rest, native),
        span=Span(date.fromisoformat(first), date.fromisoformat(last)),
        status=Status(status),
        hours=hours,
        words=words,
        told_at=date.fromisoformat(told_at) if told_at else None,
        told_by=told_by,
    )


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None
