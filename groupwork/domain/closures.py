"""Closures: days on which the centre or one room is closed (DOMAIN.md "Schedule")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from groupwork.domain.ids import ActivityId, RoomId


@dataclass(frozen=True)
class Closure:
    """Closed from a day to a day (inclusive): the whole centre, or one room; an activity may be allowed."""

    first: date
    last: date
    name: str
    room: RoomId | None = None
    allowed: ActivityId | None = None

    def covers(self, day: date) -> bool:
        """True when the closure holds on the day."""
        return self.first <= day <= self.last

    def closes(self, day: date, room: RoomId | None, activity: ActivityId | None) -> bool:
        """True when a session of that activity in that room (None: elsewhere) cannot be on that day."""
        if not self.covers(day) or (self.allowed is not None and self.allowed == activity):
            return False
        return self.room is None or self.room == room


def centre_closed(day: date, closures: Iterable[Closure]) -> str:
    """The name of what closes the whole centre to everything that day, or empty."""
    return next((c.name for c in closures if c.room is None and c.allowed is None and c.covers(day)), "")


def lost_to(day: date, activity: ActivityId | None, closures: Iterable[Closure]) -> str:
    """The name of the whole-centre closure that takes a session of the activity on that day, or empty."""
    return next((c.name for c in closures if c.room is None and c.closes(day, None, activity)), "")
