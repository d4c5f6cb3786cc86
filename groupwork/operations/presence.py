"""Who is at the centre: a day on one page, recorded with one step a gesture; the month for the funder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from groupwork.domain.ids import ParticipantId
from groupwork.domain.people import PersonName
from groupwork.domain.presence import Away, Entry, Times, checked, suggest
from groupwork.domain.presence_day import MonthLine, PresenceDay, PresenceRow, month_line
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.presence_facts import Facts, read
from groupwork.store import reads_register
from groupwork.store.tables import DayPresence

if TYPE_CHECKING:
    from groupwork.store.journal import Done


@allowed(Right.READ)
def day(desk: Desk, date: date) -> PresenceDay:
    """Everybody of a day with what is recorded and what the registers suggest. One SELECT."""
    facts = read(desk.store.db, date, date)
    rows = [_row(desk, facts, person, date) for person in facts.people]
    shown = tuple(row for row in rows if row.expected or row.known is not None)
    return PresenceDay(
        date,
        desk.now,
        shown,
        tuple(row for row in rows if not row.expected and row.known is None),
        facts.closed.get(date, ""),
    )


@allowed(Right.READ)
def here_now(desk: Desk) -> PresenceDay:
    """Today as it is at this moment; `here()` and `counts` of it say who is in the house."""
    return day(desk, desk.today)


@allowed(Right.READ)
def month(desk: Desk, month: date) -> tuple[MonthLine, ...]:
    """Each person's days in the month in which the day lies, up to today: for the funder's list.

    People without a due day and without a day present are left out. One SELECT.
    """
    first, last = _days_of(month)
    facts = read(desk.store.db, first, last)
    lines = (_month(desk, facts, person, first, last) for person in facts.people)
    return tuple(line for line in lines if line.due or line.extra)


@allowed(Right.RECORDS)
def month_of(desk: Desk, participant: ParticipantId, month: date) -> MonthLine:
    """One person's line of the same list, also an empty one. One SELECT."""
    first, last = _days_of(month)
    facts = read(desk.store.db, first, last)
    nobody = PresenceRow(participant, "", PersonName("", ""), "")
    person = next((row for row in facts.people if row.participant == participant), nobody)
    return _month(desk, facts, person, first, last)


@allowed(Right.RECORD)
def record(desk: Desk, date: date, entries: Mapping[ParticipantId, Entry | None]) -> Done:
    """Set people's times or absence for a day, None to clear them; one step for the gesture.

    Refused in words: an unknown person, times ahead, leaving before arriving.
    """
    wanted = {person: e if e is None else checked(e, date, desk.now) for person, e in entries.items()}
    _require(desk, wanted)
    with desk.step("presence.recorded", **_said(date, wanted)) as step:
        stored = _stored(date, wanted)
        for person, entry in wanted.items():
            row = stored.get(person)
            if entry is not None:
                step.save(_put(row or DayPresence(participant=person, date=date), entry))
            elif row is not None:
                step.delete(row)
    return step.done


@allowed(Right.RECORD)
def arrived_now(desk: Desk, participants: Iterable[ParticipantId]) -> Done:
    """They came this minute; a leaving that was recorded before stays away: they are here again.

    Somebody whose arrival is recorded and who has not left keeps the first time.
    """
    known, now = _known(desk), _minute(desk)
    entries: dict[ParticipantId, Entry | None] = {}
    for person in participants:
        had = known.get(person)
        here = isinstance(had, Times) and had.arrived is not None
        entries[person] = Times(had.arrived if here and isinstance(had, Times) else now)
    return record(desk, desk.today, entries)


@allowed(Right.RECORD)
def left_now(desk: Desk, participants: Iterable[ParticipantId]) -> Done:
    """They left this minute; an arrival that was only suggested is taken over with it."""
    return _left(desk, participants, _minute(desk))


@allowed(Right.RECORD)
def all_left(desk: Desk, at: time | None = None) -> Done:
    """Everybody who still counts as here left at that time today (now when not given): one step.

    Somebody who arrived later than that stays here.
    """
    leaving = at or _minute(desk)
    today = day(desk, desk.today)
    gone = [
        row.participant
        for row in today.here()
        if not (isinstance(row.known, Times) and row.known.arrived and row.known.arrived > leaving)
    ]
    return _left(desk, gone, leaving)


@allowed(Right.RECORD)
def confirm(desk: Desk, date: date, participants: Iterable[ParticipantId] | None = None) -> Done:
    """Record what is suggested for these people (None: for everybody) as it is shown: one step."""
    wanted = None if participants is None else set(participants)
    entries: dict[ParticipantId, Entry | None] = {
        row.participant: row.known
        for row in day(desk, date).rows
        if row.prefilled and (wanted is None or row.participant in wanted)
    }
    if not entries:
        raise Refused(N_("Nothing is waiting to be confirmed on this day."))
    return record(desk, date, entries)


def _left(desk: Desk, participants: Iterable[ParticipantId], at: time) -> Done:
    known = _known(desk)
    entries: dict[ParticipantId, Entry | None] = {}
    for person in participants:
        had = known.get(person)
        arrived = had.arrived if isinstance(had, Times) else None
        entries[person] = Times(arrived, at)
    if not entries:
        raise Refused(N_("Nobody is here any more."))
    return record(desk, desk.today, entries)


def _known(desk: Desk) -> dict[ParticipantId, Entry | None]:
    return {row.participant: row.known for row in day(desk, desk.today).rows}


def _minute(desk: Desk) -> time:
    return desk.now.time().replace(second=0, microsecond=0)


def _require(desk: Desk, people: Iterable[ParticipantId]) -> None:
    for person in people:
        if reads_register.names(desk.store.db, person) is None:
            raise Refused(N_("There is no person with the number {number}."), number=person)


def _stored(date: date, people: Iterable[ParticipantId]) -> dict[int, DayPresence]:
    query = DayPresence.select().where(DayPresence.date == date, DayPresence.participant.in_(list(people)))
    return {row.participant_id: row for row in query}


def _put(row: DayPresence, entry: Entry) -> DayPresence:
    if isinstance(entry, Away):
        row.arrived = row.left = None
        row.away, row.reason = entry.status.value, entry.reason
    else:
        row.arrived, row.left, row.away, row.reason = entry.arrived, entry.left, "", ""
    return row


def _said(date: date, entries: Mapping[ParticipantId, Entry | None]) -> dict[str, object]:
    """What the journal's sentence needs: the times when it is about one person, else only how many."""
    if len(entries) != 1:
        return {"date": date, "count": len(entries)}
    person, entry = next(iter(entries.items()))
    said: dict[str, object] = {"date": date, "participant": person}
    if isinstance(entry, Away):
        said["away"] = entry.status.value
    elif entry is not None:
        times = {"arrived": entry.arrived, "left": entry.left}
        said |= {name: at.hour * 60 + at.minute for name, at in times.items() if at is not None}
    else:
        said["cleared"] = True
    return said


def _row(desk: Desk, facts: Facts, person: PresenceRow, day: date) -> PresenceRow:
    slots = tuple(facts.slots.get((person.participant, day), ()))
    now = desk.now if day >= desk.today else None
    ahead = day > desk.today
    said = suggest(slots, _planned(desk, facts, person, day), now)
    return replace(
        person,
        agreed=facts.agreed_on(person.participant, day),
        slots=slots,
        recorded=facts.recorded.get((person.participant, day)),
        suggested=None if ahead and isinstance(said, Times) else said,
    )


def _planned(desk: Desk, facts: Facts, person: PresenceRow, day: date) -> Away | None:
    """The planned absence of a day; what was said with it only for who may open records."""
    away = facts.absence(person.participant, day)
    return away if away is None or desk.may(Right.RECORDS) else replace(away, reason="")


def _month(desk: Desk, facts: Facts, person: PresenceRow, first: date, last: date) -> MonthLine:
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    rows = {day: _row(desk, facts, person, day) for day in days}
    agreed = [day for day, row in rows.items() if row.agreed]
    return month_line(person, agreed, rows, min(last, desk.today))


def _days_of(month: date) -> tuple[date, date]:
    """First and last day of a month."""
    first = month.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
