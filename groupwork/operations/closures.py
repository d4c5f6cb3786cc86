"""Closures: days on which the centre, or one room, is closed, and the sessions that are lost to them.

A closed room only warns. What was held, or written on, stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from groupwork.domain import closures as rules
from groupwork.domain.closures import ClosureInfo
from groupwork.domain.groups import check_span
from groupwork.domain.ids import ActivityId, ClosureId, RoomId, SessionId
from groupwork.domain.schedule import LONGEST_TERM_DAYS, check_day
from groupwork.domain.sessions import SessionInfo, SessionStatus
from groupwork.domain.text import clean_name
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.group_rows import day_of
from groupwork.operations.session_rows import centre_closures, check_activity, check_references, lose
from groupwork.operations.sessions import sessions_between
from groupwork.store import reads_groups as reads
from groupwork.store.tables import Closure, Session

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

KINDS = ("closure", "holiday")
GONE = N_("This closure is no longer there.")
LONG = N_("A closure is at most two years long.")


@dataclass(frozen=True)
class Closed:
    """A closure that was entered or changed: how many sessions it took, and which stay all the same."""

    done: Done
    lost: int
    id: ClosureId
    kept: tuple[SessionInfo, ...] = ()
    """Sessions of these days that were held or written on already."""


@dataclass(frozen=True)
class _Met:
    """A session on the days of a closure, as far as the closure needs it."""

    id: SessionId
    day: date
    activity: ActivityId
    status: SessionStatus
    written: bool
    closure: ClosureId | None

    @property
    def free(self) -> bool:
        """Planned, and nobody wrote on it."""
        return self.status is SessionStatus.PLANNED and not self.written


@allowed(Right.READ)
def any_closure(desk: Desk) -> bool:
    """Whether somebody ever said that the centre, or a room, is closed. One SELECT."""
    return Closure.select().exists()


@allowed(Right.READ)
def closures(desk: Desk, first: date, last: date) -> tuple[ClosureInfo, ...]:
    """The closures that touch these days (both inclusive), by date. One SELECT."""
    return tuple(_info(row) for row in reads.closures(desk.store.db, first, last))


@allowed(Right.READ)
def what_would_be_lost(
    desk: Desk, first: date, last: date, room: RoomId | None = None, allowed: ActivityId | None = None
) -> tuple[SessionInfo, ...]:
    """The planned sessions that a closure of these days would take; none for a room. Five SELECTs."""
    check_span(first, last)
    wanted = rules.Closure(first, last, "", room, allowed)
    lost = {met.id for met in _met(desk, first, last) if met.free and wanted.takes(met.day, met.activity)}
    return tuple(info for info in sessions_between(desk, first, last) if info.id in lost)


@allowed(Right.PLAN)
def add_closure(
    desk: Desk,
    name: str,
    first: date,
    last: date,
    *,
    room: RoomId | None = None,
    allowed: ActivityId | None = None,
    kind: str = "closure",
) -> Closed:
    """Close the centre (or one room) from a day to a day; an activity may go on all the same. One step.

    Planned sessions nobody wrote on become not held with the closure's name, unless only a room closes.
    """
    row = Closure()
    _fill(row, name, (first, last), room, allowed, kind)
    with desk.step("closure.added", date=first.isoformat()) as step:
        step.save(row)
        lost = _take(desk, step, row, None)
    return Closed(step.done, lost, ClosureId(row.id), _kept(desk, row))


@allowed(Right.PLAN)
def change_closure(
    desk: Desk,
    closure: ClosureId,
    name: str,
    first: date,
    last: date,
    *,
    room: RoomId | None = None,
    allowed: ActivityId | None = None,
    kind: str = "closure",
) -> Closed:
    """Give a closure other days or another name: sessions it no longer takes come back, new ones are lost.

    A session that somebody opened again on a closed day stays open. One step.
    """
    row = _existing(closure)
    before, old_name = _rule(row), str(row.name)
    _fill(row, name, (first, last), room, allowed, kind)
    with desk.step("closure.changed", date=first.isoformat()) as step:
        step.save(row)
        for session in _lost_to(closure):
            if _rule(row).takes(session.date, ActivityId(session.activity_id)):
                session.reason = row.name if session.reason == old_name else session.reason
                step.save(session)
            else:
                _give_back(desk, step, session, closure)
        lost = _take(desk, step, row, before)
    return Closed(step.done, lost, closure, _kept(desk, row))


@allowed(Right.PLAN)
def remove_closure(desk: Desk, closure: ClosureId) -> Done:
    """Take a closure away: exactly the sessions that were lost to it are planned again. One step."""
    row = _existing(closure)
    with desk.step("closure.removed", date=row.from_date.isoformat()) as step:
        for session in _lost_to(closure):
            _give_back(desk, step, session, closure)
        step.delete(row)
    return step.done


def _fill(
    row: Closure,
    name: str,
    days: tuple[date, date],
    room: RoomId | None,
    allowed: ActivityId | None,
    kind: str,
) -> None:
    """Put checked values into the row."""
    first, last = days
    check_day(first)
    check_day(last)
    check_span(first, last)
    if (last - first).days > LONGEST_TERM_DAYS:
        raise Refused(LONG)
    if kind not in KINDS:
        raise Refused(N_("Choose one of: {choices}."), choices=", ".join(KINDS))
    check_references(room, (), ())
    check_activity(allowed)
    row.name, row.kind = clean_name(name), kind
    row.from_date, row.to_date, row.room, row.allowed_activity = first, last, room, allowed


def _take(desk: Desk, step: Step, row: Closure, before: rules.Closure | None) -> int:
    """Lose what the closure takes and did not take before; how many sessions."""
    rule, lost = _rule(row), 0
    for met in _met(desk, rule.first, rule.last):
        known = before is not None and before.takes(met.day, met.activity)
        if met.free and not known and rule.takes(met.day, met.activity):
            session = Session.get_by_id(met.id)
            lose(session, rule, desk.store.journal.clock())
            step.save(session)
            lost += 1
    return lost


def _give_back(desk: Desk, step: Step, session: Session, closure: ClosureId) -> None:
    """The session is planned again, or lost to another closure of its day."""
    others = [c for c in centre_closures(desk.store, session.date, session.date) if c.id != closure]
    other = rules.taken_by(session.date, ActivityId(session.activity_id), others)
    if session.status != SessionStatus.NOT_HELD:
        session.closure = None
    elif other is not None:
        session.closure, session.reason = other.id, other.name
    else:
        session.status, session.reason = SessionStatus.PLANNED.value, ""
        session.decided_at = session.closure = None
    step.save(session)


def _kept(desk: Desk, row: Closure) -> tuple[SessionInfo, ...]:
    """Sessions the closure would have taken, had they not been held or written on."""
    rule = _rule(row)
    kept = {
        met.id
        for met in _met(desk, rule.first, rule.last)
        if rule.takes(met.day, met.activity) and (met.written or met.status is SessionStatus.HELD)
    }
    if not kept:
        return ()
    return tuple(info for info in sessions_between(desk, rule.first, rule.last) if info.id in kept)


def _lost_to(closure: ClosureId) -> Iterable[Session]:
    return list(Session.select().where(Session.closure == closure).order_by(Session.id))


def _met(desk: Desk, first: date, last: date) -> list[_Met]:
    return [
        _Met(
            SessionId(id_),
            date.fromisoformat(day),
            ActivityId(activity),
            SessionStatus(status),
            bool(written),
            None if closure is None else ClosureId(closure),
        )
        for id_, day, activity, status, written, closure in reads.in_the_way(desk.store.db, first, last)
    ]


def _rule(row: Closure) -> rules.Closure:
    room = None if row.room_id is None else RoomId(row.room_id)
    spared = None if row.allowed_activity_id is None else ActivityId(row.allowed_activity_id)
    first: Any = row.from_date
    last: Any = row.to_date
    return rules.Closure(first, last, str(row.name), room, spared, ClosureId(row.id))


def _existing(closure: ClosureId) -> Closure:
    row: Closure | None = Closure.get_or_none(Closure.id == closure)
    if row is None:
        raise Refused(GONE)
    return row


def _info(row: tuple[Any, ...]) -> ClosureInfo:
    id_, name, first, last, kind, room, room_name, spared, spared_name, lost = row
    return ClosureInfo(
        ClosureId(id_),
        name,
        date.fromisoformat(first),
        day_of(last) or date.fromisoformat(first),
        kind,
        None if room is None else RoomId(room),
        room_name or "",
        None if spared is None else ActivityId(spared),
        spared_name or "",
        lost,
    )
