"""Clashes of a draft, of a day, of a week: read in three SELECTs, judged by `domain.clashes.find`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from groupwork.domain.absences import Hours
from groupwork.domain.clashes import Booked, Clash, Limits, Names, SessionDraft, find
from groupwork.domain.closures import Closure
from groupwork.domain.ids import ActivityId, FacilitatorId, GroupId, ParticipantId, RoomId, SessionId
from groupwork.domain.schedule import recurrence
from groupwork.domain.sessions import SessionStatus
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_sessions as reads
from groupwork.store.tables import Activity, Facilitator, Participant, PlannedAbsence, Room, Session


@dataclass(frozen=True)
class Judged:
    """The sessions of some days: what clashes, and what each may hold."""

    clashes: dict[SessionId, tuple[Clash, ...]]
    limits: dict[SessionId, Limits]


@dataclass(frozen=True)
class _Span:
    """Everything of some days that can clash."""

    booked: tuple[Booked, ...]
    closures: tuple[Closure, ...]
    names: Names
    settled: frozenset[SessionId]
    """Sessions whose people come from a group or a taken register: a draft only adds to them."""

    def find(self, session: SessionId | None) -> Booked | None:
        """The session as it is now, if it is on these days."""
        return next((b for b in self.booked if session and b.draft.session == session), None)


@allowed(Right.READ)
def clashes_of(desk: Desk, draft: SessionDraft, *, until: date | None = None) -> tuple[Clash, ...]:
    """What a session that is being planned or changed would clash with, each said once.

    With `until` the draft repeats every week up to that day. Eight SELECTs; two more for a session that
    changes its day.
    """
    days = recurrence(draft.date, until=until) if until and until > draft.date else (draft.date,)
    span = _span(desk, days[0], days[-1])
    before, settled = _before(desk, draft, span)
    if before is not None and settled:
        draft = replace(draft, people=tuple(dict.fromkeys((*before.draft.people, *draft.people))))
    room = Room.get_or_none(Room.id == draft.room) if draft.room is not None else None
    limits = _limits(draft, before, room.capacity if room else None)
    names = _named(span.names, draft)
    if room is not None:
        names = replace(names, rooms={**names.rooms, RoomId(room.id): room.name})
    away = _away(draft, days[-1])
    found = (
        find(Booked(_present(draft, day, away), limits), span.booked, span.closures, names) for day in days
    )
    return tuple(dict.fromkeys(clash for clashes in found for clash in clashes))


@allowed(Right.READ)
def clashes_of_days(
    desk: Desk,
    draft: SessionDraft,
    days: Sequence[date],
    *,
    group: GroupId | None = None,
    limits: Limits | None = None,
) -> tuple[Clash, ...]:
    """What a group that is being planned would clash with on these days, each said once.

    `group` is the one being changed: its own sessions never clash with it. `limits` are the group's own
    numbers, else the activity's count. Ten SELECTs.
    """
    if not days:
        return ()
    first, last = min(days), max(days)
    span, away = _span(desk, first, last), _away(replace(draft, date=first), last)
    own = set(reads.group_run_ids(desk.store.db, group, first, last)) if group is not None else set()
    others = [booked for booked in span.booked if booked.draft.session not in own]
    room = Room.get_or_none(Room.id == draft.room) if draft.room is not None else None
    names, places = _named(span.names, draft), room.capacity if room else None
    if room is not None:
        names = replace(names, rooms={**names.rooms, RoomId(room.id): room.name})
    held = replace(limits, room_places=places) if limits is not None else _limits(draft, None, places)
    found = (find(Booked(_present(draft, day, away), held), others, span.closures, names) for day in days)
    return tuple(dict.fromkeys(clash for clashes in found for clash in clashes))


@allowed(Right.READ)
def clashes_on(desk: Desk, date: date) -> dict[SessionId, tuple[Clash, ...]]:
    """The clashes of each session of a day that has any. Three SELECTs."""
    return _clashes(desk, date, date)


@allowed(Right.READ)
def clashes_between(desk: Desk, first: date, last: date) -> dict[SessionId, tuple[Clash, ...]]:
    """The same for all days of a span (both inclusive). Three SELECTs."""
    return _clashes(desk, first, last)


@allowed(Right.READ)
def judged_between(desk: Desk, first: date, last: date) -> Judged:
    """The clashes and limits of all sessions of a span (both inclusive). Three SELECTs."""
    span = _span(desk, first, last)
    limits = {b.draft.session: b.limits for b in span.booked if b.draft.session is not None}
    return Judged(_found(span), limits)


def _clashes(desk: Desk, first: date, last: date) -> dict[SessionId, tuple[Clash, ...]]:
    return _found(_span(desk, first, last))


def _found(span: _Span) -> dict[SessionId, tuple[Clash, ...]]:
    days: dict[date, list[Booked]] = {}
    for booked in span.booked:
        days.setdefault(booked.draft.date, []).append(booked)
    found = {
        booked.draft.session: find(booked, days[booked.draft.date], span.closures, span.names)
        for booked in span.booked
        if booked.draft.session is not None
    }
    return {session: clashes for session, clashes in found.items() if clashes}


def _span(desk: Desk, first: date, last: date) -> _Span:
    db = desk.store.db
    rows = reads.booked(db, first, last)
    bound = reads.bound(db, first, last)
    closures = tuple(
        Closure(date.fromisoformat(c[0]), date.fromisoformat(c[1]), *c[2:])
        for c in reads.closures(db, first, last)
    )
    ids: dict[tuple[int, str], list[Any]] = {}
    for session, kind, id_, _name in bound:
        ids.setdefault((session, kind), []).append(id_)
    names = Names(
        {RoomId(row[6]): row[7] for row in rows if row[6] is not None},
        {FacilitatorId(b[2]): b[3] for b in bound if b[1] == "f"},
        {ParticipantId(b[2]): b[3] for b in bound if b[1] == "p"},
    )
    settled = frozenset(SessionId(row[0]) for row in rows if row[-1])
    return _Span(tuple(_booked(row, ids) for row in rows), closures, names, settled)


def _booked(row: tuple[Any, ...], ids: dict[tuple[int, str], list[Any]]) -> Booked:
    id_, day, start, end, activity, title, room, _room, capacity, status, most, least, staff = row[:-2]
    draft = SessionDraft(
        date=date.fromisoformat(day),
        start=time.fromisoformat(start),
        end=time.fromisoformat(end),
        activity=ActivityId(activity),
        title=title,
        room=None if room is None else RoomId(room),
        staff=tuple(ids.get((id_, "f"), ())),
        people=tuple(ids.get((id_, "p"), ())),
        session=SessionId(id_),
    )
    return Booked(draft, Limits(most, capacity, least, staff, row[-2]), status == SessionStatus.NOT_HELD)


def _limits(draft: SessionDraft, before: Booked | None, places: int | None) -> Limits:
    """The activity's numbers, a group's own where the draft changes one of its sessions."""
    activity = Activity.get_or_none(Activity.id == draft.activity) if draft.activity is not None else None
    if before is not None and before.draft.activity == draft.activity:
        return replace(before.limits, room_places=places)
    if activity is None:
        return Limits(room_places=places)
    return Limits(activity.max_people, places, activity.min_people, activity.staff, activity.people_per_staff)


def _before(desk: Desk, draft: SessionDraft, span: _Span) -> tuple[Booked | None, bool]:
    """The session that is being changed and whether its people are settled; found on any day."""
    if draft.session is not None and span.find(draft.session) is None:
        row = Session.get_or_none(Session.id == draft.session)
        span = _span(desk, row.date, row.date) if row is not None else span
    return span.find(draft.session), draft.session in span.settled


def _away(draft: SessionDraft, last: date) -> list[PlannedAbsence]:
    """The planned absences of the draft's people on its days."""
    if not draft.people:
        return []
    return list(
        PlannedAbsence.select().where(
            PlannedAbsence.participant.in_(draft.people),
            PlannedAbsence.from_date <= last,
            PlannedAbsence.to_date >= draft.date,
        )
    )


def _present(draft: SessionDraft, day: date, away: Iterable[PlannedAbsence]) -> SessionDraft:
    """The draft on a day, without people who are known to be away then."""
    gone = {
        row.participant_id
        for row in away
        if row.from_date <= day <= row.to_date
        and Hours(row.from_time, row.to_time).touch(draft.start, draft.end)
    }
    return replace(draft, date=day, people=tuple(person for person in draft.people if person not in gone))


def _named(names: Names, draft: SessionDraft) -> Names:
    """The names of the day with those of the draft's own staff and people."""
    staff = _lookup(Facilitator, Facilitator.name, draft.staff)
    people = _lookup(Participant, Participant.full, draft.people)
    return Names(names.rooms, {**names.staff, **staff}, {**names.people, **people})


def _lookup(table: Any, column: Any, ids: Sequence[int]) -> dict[Any, str]:
    return dict(table.select(table.id, column).where(table.id.in_(list(ids))).tuples()) if ids else {}
