"""Today: the first page, read with few SELECTs."""

from __future__ import annotations

from datetime import date, timedelta

from groupwork.domain.closures import Closure
from groupwork.domain.ids import ActivityId, RoomId, SessionId
from groupwork.domain.sessions import DayInfo, SessionInfo
from groupwork.domain.today import Ahead, AlertLine, Slot, TodayPage, ahead, choose, places_booked
from groupwork.operations import sessions
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_people, reads_sessions

AHEAD_DAYS = 14


@allowed(Right.READ)
def today(desk: Desk) -> TodayPage:
    """Everything on Today in at most twelve SELECTs, whatever the size of the centre."""
    day, left_open = sessions.day_and_open(desk, desk.today)
    leading, running = choose(day.sessions, desk.now, desk.actor_name)
    return TodayPage(
        day=day,
        now=desk.now,
        current=leading,
        running=running,
        others=tuple(s for s in day.sessions if s is not leading),
        open_registers=left_open,
        places=places_booked(day.sessions),
        alerts=_alerts(desk, day),
        ahead=_ahead(desk),
    )


@allowed(Right.READ)
def open_registers(desk: Desk) -> tuple[SessionInfo, ...]:
    """Sessions of past days whose register is missing or has blanks, oldest first.

    Within the running term; without one the last 92 days.
    """
    return sessions.open_before(desk, desk.today)


def _alerts(desk: Desk, day: DayInfo) -> tuple[tuple[SessionId, tuple[AlertLine, ...]], ...]:
    found: dict[int, tuple[AlertLine, ...]] = {}
    for session, called, kind, words in reads_people.alerts(desk.store.db, desk.today):
        found[session] = (*found.get(session, ()), AlertLine(called, kind, words))
    return tuple((s.id, found[s.id]) for s in day.sessions if s.id in found)


def _ahead(desk: Desk) -> tuple[Ahead, ...]:
    db, first = desk.store.db, desk.today + timedelta(days=1)
    last = desk.today + timedelta(days=AHEAD_DAYS)
    closures = [
        Closure(date.fromisoformat(from_), date.fromisoformat(to), name, room, activity)
        for from_, to, name, room, activity in reads_sessions.closures(db, first, last)
    ]
    if not closures:
        return ()
    end = max(closure.last for closure in closures)
    slots = (
        Slot(date.fromisoformat(day), RoomId(room) if room else None, ActivityId(activity))
        for day, room, activity in reads_people.slots(db, first, min(end, first + timedelta(days=92)))
    )
    return ahead(closures, slots, desk.today)
