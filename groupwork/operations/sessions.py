"""Sessions read: one, a day, a week, any span; what can be chosen; and what became of a session.

A span costs the same few SELECTs whatever the number of sessions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from groupwork.domain.closures import Closure, centre_closed
from groupwork.domain.ids import ActivityId, FacilitatorId, GroupId, RoomId, SessionId
from groupwork.domain.people import StaffBrief
from groupwork.domain.schedule import monday
from groupwork.domain.sessions import Away, Category, DayInfo, Number, SessionInfo, SessionStatus
from groupwork.domain.terms import week_of_terms
from groupwork.domain.text import clean_line
from groupwork.errors import NotAllowed, Refused
from groupwork.i18n import N_
from groupwork.operations.changes import change_session, existing, move, remove_session
from groupwork.operations.choices import choices
from groupwork.operations.desk import REFUSALS, Desk, Right, allowed
from groupwork.operations.follow_up_watch import recounted
from groupwork.operations.library import add_activity, add_facilitator, add_room
from groupwork.operations.planning import plan_session
from groupwork.operations.register_lock import require_open
from groupwork.operations.settings import read_centre
from groupwork.store import reads_sessions as reads
from groupwork.store.reading import Rows
from groupwork.store.tables import Session

if TYPE_CHECKING:
    from groupwork.store.journal import Done

__all__ = [
    "add_activity",
    "add_facilitator",
    "add_room",
    "change_session",
    "choices",
    "day",
    "day_and_open",
    "group_sessions",
    "mark_held",
    "mark_not_held",
    "move",
    "open_before",
    "open_between",
    "plan_session",
    "remove_session",
    "reopen",
    "session",
    "sessions_between",
    "week",
]
OPEN_DAYS = 92
"""Outside a term, so many days back are searched for open registers."""


@allowed(Right.READ)
def sessions_between(desk: Desk, first: date, last: date) -> tuple[SessionInfo, ...]:
    """The sessions of these days (both inclusive), sorted by date, start, id. Four SELECTs."""
    return _infos(desk, "between", (first.isoformat(), last.isoformat()))


@allowed(Right.READ)
def group_sessions(desk: Desk, group: GroupId, first: date, last: date) -> tuple[SessionInfo, ...]:
    """The sessions of one group on these days (both inclusive), by date. Four SELECTs."""
    return _infos(desk, "group", (group, first.isoformat(), last.isoformat()))


@allowed(Right.READ)
def open_before(desk: Desk, day: date) -> tuple[SessionInfo, ...]:
    """The sessions before a day whose register is missing or has blanks, oldest first. Four SELECTs.

    Within the term of the day before; outside a term the last 92 days.
    """
    return _infos(desk, "open", _open_span(desk, day))


@allowed(Right.READ)
def day_and_open(desk: Desk, date: date) -> tuple[DayInfo, tuple[SessionInfo, ...]]:
    """A day as `day` and what was left open as `open_before`, together in four SELECTs."""
    infos = _infos(desk, "today", (date.isoformat(), *_open_span(desk, date)))
    return _days(desk, date, date, infos)[0], tuple(info for info in infos if info.date != date)


def _open_span(desk: Desk, day: date) -> tuple[str, str]:
    last = day - timedelta(days=1)
    term = read_centre(desk.store).term_on(last)
    first = term.first if term is not None else last - timedelta(days=OPEN_DAYS)
    return first.isoformat(), last.isoformat()


@allowed(Right.READ)
def open_between(desk: Desk, first: date, last: date) -> tuple[SessionInfo, ...]:
    """The same from one day to another, both inclusive. Four SELECTs."""
    return _infos(desk, "open", (first.isoformat(), last.isoformat()))


@allowed(Right.READ)
def session(desk: Desk, session: SessionId) -> SessionInfo:
    """One session. Refused in words when there is none of that id. Four SELECTs."""
    found = _infos(desk, "one", (session,))
    if not found:
        raise Refused(N_("There is no session with the number {number}."), number=session)
    return found[0]


@allowed(Right.READ)
def day(desk: Desk, date: date) -> DayInfo:
    """A day with its sessions, what closes it, and its week of the term. Five SELECTs."""
    return _days(desk, date, date)[0]


@allowed(Right.READ)
def week(desk: Desk, monday: date) -> tuple[DayInfo, ...]:
    """The seven days of the week in which the day lies, Monday first. Five SELECTs."""
    return _days(desk, *_week(monday))


@allowed(Right.RECORD)
def mark_held(desk: Desk, session: SessionId) -> Done:
    """Say that a session took place. Refused for a day that has not come."""
    row = existing(session)
    if row.date > desk.today:
        raise Refused(N_("That session is still ahead. It can be marked as held on its day."))
    return _decide(desk, row, SessionStatus.HELD, "", "session.held")


@allowed(Right.RECORD)
def mark_not_held(desk: Desk, session: SessionId, reason: str) -> Done:
    """Say that a session did not take place, and why. Marks stay and count nothing.

    Whoever records may say it: a stand-in who runs the session alone is the only one who knows that
    nobody came, and the register they were handed has to be closed by somebody. Calling a coming session
    off is planning, and needs that right.
    """
    words = clean_line(reason)
    if not words:
        raise Refused(N_("Say why the session did not take place."))
    row = existing(session)
    _may_decide(desk, row)
    return _decide(desk, row, SessionStatus.NOT_HELD, words, "session.not_held")


@allowed(Right.RECORD)
def reopen(desk: Desk, session: SessionId) -> Done:
    """Take "held" or "not held" back. Where people took part it becomes held, never planned.

    Whoever may say that a session was not held may also correct it.
    """
    row = existing(session)
    _may_decide(desk, row)
    took_part = reads.attended(desk.store.db, session)
    if took_part and row.status == SessionStatus.HELD:
        raise Refused(N_("People are marked as having taken part, so the session was held."))
    status = SessionStatus.HELD if took_part else SessionStatus.PLANNED
    return _decide(desk, row, status, "", "session.reopened")


def _may_decide(desk: Desk, row: Session) -> None:
    """A stand-in says what became of a session, never what will become of one."""
    if row.date > desk.today and not desk.may(Right.PLAN):
        raise NotAllowed(REFUSALS[Right.PLAN])


def _decide(desk: Desk, row: Session, status: SessionStatus, reason: str, verb: str) -> Done:
    """Nothing is written when it was decided so already: the first time stays."""
    other = (row.status, row.reason) != (status.value, reason)
    if other:
        require_open(desk, {SessionId(row.id): row.date})
    with desk.step(verb, session=row.id) as step:
        if other:
            row.status, row.reason = status.value, reason
            row.decided_at = None if status is SessionStatus.PLANNED else desk.store.journal.clock()
            row.closure = None  # somebody's decision: the end of a closure does not change it
            with recounted(step, desk.store, SessionId(row.id), desk.today):
                step.save(row)
    return step.done


def _week(day: date) -> tuple[date, date]:
    first = monday(day)
    return first, first + timedelta(days=6)


def _days(
    desk: Desk, first: date, last: date, known: tuple[SessionInfo, ...] | None = None
) -> tuple[DayInfo, ...]:
    """Days with their sessions, which are read when they are not known."""
    centre = read_centre(desk.store)
    infos = sessions_between(desk, first, last) if known is None else known
    closures = [_closure(row) for row in reads.closures(desk.store.db, first, last)]
    days = (first + timedelta(days=i) for i in range((last - first).days + 1))
    return tuple(
        DayInfo(
            day,
            tuple(info for info in infos if info.date == day),
            centre_closed(day, closures),
            week_of_terms(day, centre.terms),
        )
        for day in days
    )


def _infos(desk: Desk, which: str, keys: Sequence[object]) -> tuple[SessionInfo, ...]:
    db = desk.store.db
    rows = reads.sessions(db, which, keys, read_centre(desk.store).terms)
    staff = _by_session(reads.staff(db, which, keys), _staff)
    away: dict[int, dict[int, Away]] = {}
    signs = read_centre(desk.store).signs(desk.language)
    for session, person, called, status in reads.away(db, which, keys):
        away.setdefault(session, {}).setdefault(person, Away(called, status, signs.own_label(status or "")))
    return tuple(_info(row, staff.get(row[0], ()), tuple(away.get(row[0], {}).values())) for row in rows)


def _by_session(rows: Rows, build: Callable[..., StaffBrief]) -> dict[int, tuple[StaffBrief, ...]]:
    found: dict[int, tuple[StaffBrief, ...]] = {}
    for session, *rest in rows:
        found[session] = (*found.get(session, ()), build(*rest))
    return found


@lru_cache(256)
def _staff(number: int, code: str, name: str, role: str) -> StaffBrief:
    return StaffBrief(FacilitatorId(number), code, name, role)


@lru_cache(1024)
def _date(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(1024)
def _time(text: str) -> time:
    return time.fromisoformat(text)


def _info(row: tuple[Any, ...], staff: tuple[StaffBrief, ...], away: tuple[Away, ...]) -> SessionInfo:
    """A row of reads.sessions, in its order of columns."""
    (id_, day, start, end, activity, title, short, category, status, group, group_name, room) = row[:12]
    (
        room_name,
        reason,
        taken,
        attended,
        recorded,
        on_register,
        expected,
        alerts,
        n,
        of,
        lost,
        available,
        walk_ins,
    ) = row[12:]
    numbered = group is not None and status != "not_held"
    return SessionInfo(
        id=SessionId(id_),
        date=_date(day),
        start=_time(start),
        end=_time(end),
        activity=ActivityId(activity),
        title=title,
        short=short,
        category=Category(category),
        status=SessionStatus(status),
        group=None if group is None else GroupId(group),
        group_name=group_name or "",
        room=None if room is None else RoomId(room),
        room_name=room_name or "",
        off_site=room is None and bool(room_name),
        staff=staff,
        reason=reason,
        number=Number(n, of, lost) if numbered else None,
        expected=expected if taken else on_register - len(away),
        attended=0 if status == SessionStatus.NOT_HELD else attended,
        recorded=recorded,
        on_register=on_register,
        available=available,
        walk_ins=walk_ins,
        away=away,
        alerts=alerts,
        register_taken=bool(taken),
    )


def _closure(row: tuple[Any, ...]) -> Closure:
    first, last, name, room, allowed_activity = row
    return Closure(_date(first), _date(last), name, room, allowed_activity)
