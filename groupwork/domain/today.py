"""Today: what the first page shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from groupwork.domain.closures import Closure
from groupwork.domain.ids import ActivityId, RoomId, SessionId
from groupwork.domain.sessions import DayInfo, SessionInfo, SessionStatus


@dataclass(frozen=True)
class AlertLine:
    """One person's alert in a session of the day, in words."""

    name: str
    kind: str
    words: str


@dataclass(frozen=True)
class Ahead:
    """Something that comes: a closure or public holiday with the sessions it costs."""

    date: date
    words: str
    sessions: int


@dataclass(frozen=True)
class TodayPage:
    """Everything on Today, read with few SELECTs."""

    day: DayInfo
    now: datetime
    current: SessionInfo | None
    """The session running now, else the next one today, else None."""
    running: bool
    others: tuple[SessionInfo, ...]
    open_registers: tuple[SessionInfo, ...]
    places: int
    alerts: tuple[tuple[SessionId, tuple[AlertLine, ...]], ...] = ()
    ahead: tuple[Ahead, ...] = ()


def choose(
    sessions: tuple[SessionInfo, ...], now: datetime, staff_name: str = ""
) -> tuple[SessionInfo | None, bool]:
    """The session the page leads with, and whether it is running.

    Running sessions come first (those `staff_name` runs, then the one that began last), then the next
    one of the day; sessions that do not take place are never chosen.
    """
    takes_place = [s for s in sessions if s.status is not SessionStatus.NOT_HELD]
    running = [s for s in takes_place if s.starts <= now < s.ends]
    if running:
        return max(running, key=lambda s: (_runs(s, staff_name), s.starts, -s.id)), True
    coming = [s for s in takes_place if s.starts > now]
    if coming:
        return min(coming, key=lambda s: (s.starts, not _runs(s, staff_name), s.id)), False
    return None, False


def places_booked(sessions: tuple[SessionInfo, ...]) -> int:
    """People booked over the day, those known to be away included, walk-ins not."""
    return sum(s.expected + len(s.away) for s in sessions if s.status is not SessionStatus.NOT_HELD)


@dataclass(frozen=True)
class Slot:
    """A coming session as far as a closure concerns it."""

    date: date
    room: RoomId | None
    activity: ActivityId


def ahead(closures: Iterable[Closure], slots: Iterable[Slot], today: date) -> tuple[Ahead, ...]:
    """The closures that begin after today, with the sessions they cost.

    A closed room that costs no session is left out; a closed centre is always said.
    """
    planned = list(slots)
    found: list[Ahead] = []
    for closure in closures:
        if closure.first <= today:
            continue
        lost = sum(closure.closes(slot.date, slot.room, slot.activity) for slot in planned)
        if lost or closure.room is None:
            found.append(Ahead(closure.first, closure.name, lost))
    return tuple(sorted(found, key=lambda a: (a.date, a.words)))


def _runs(session: SessionInfo, staff_name: str) -> bool:
    return any(staff.name == staff_name for staff in session.staff)
