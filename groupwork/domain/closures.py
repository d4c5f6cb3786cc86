"""Closures: days on which the centre or one room is closed (DOMAIN.md "Schedule")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from groupwork.domain.ids import ActivityId, ClosureId, RoomId


@dataclass(frozen=True)
class Closure:
    """Closed from a day to a day (inclusive): the whole centre, or one room; an activity may be allowed."""

    first: date
    last: date
    name: str
    room: RoomId | None = None
    allowed: ActivityId | None = None
    id: ClosureId | None = None

    def covers(self, day: date) -> bool:
        """True when the closure holds on the day."""
        return self.first <= day <= self.last

    def closes(self, day: date, room: RoomId | None, activity: ActivityId | None) -> bool:
        """True when a session of that activity in that room (None: elsewhere) cannot be on that day."""
        if not self.covers(day) or (self.allowed is not None and self.allowed == activity):
            return False
        return self.room is None or self.room == room

    def takes(self, day: date, activity: ActivityId | None) -> bool:
        """True when a session of the activity on that day is lost: a closed room alone only warns."""
        return self.room is None and self.closes(day, None, activity)


@dataclass(frozen=True)
class ClosureInfo:
    """A closure as it is listed: with the names of its room and of the activity that may go on."""

    id: ClosureId
    name: str
    first: date
    last: date
    kind: str = "closure"
    """ "closure" or "holiday"."""
    room: RoomId | None = None
    room_name: str = ""
    allowed: ActivityId | None = None
    allowed_name: str = ""
    lost: int = 0
    """Sessions that do not take place because of it."""


def centre_closed(day: date, closures: Iterable[Closure]) -> str:
    """The name of what closes the whole centre to everything that day, or empty."""
    return next((c.name for c in closures if c.room is None and c.allowed is None and c.covers(day)), "")


def lost_to(day: date, activity: ActivityId | None, closures: Iterable[Closure]) -> str:
    """The name of the whole-centre closure that takes a session of the activity on that day, or empty."""
    found = taken_by(day, activity, closures)
    return found.name if found is not None else ""


def taken_by(day: date, activity: ActivityId | None, closures: Iterable[Closure]) -> Closure | None:
    """The whole-centre closure that takes a session of the activity on that day, or None."""
    return next((c for c in closures if c.takes(day, activity)), None)
