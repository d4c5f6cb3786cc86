"""On which day a session is: all that is needed to find it in the calendar."""

from __future__ import annotations

from datetime import date

from groupwork.domain.ids import SessionId
from groupwork.operations.changes import existing
from groupwork.operations.desk import Desk, Right, allowed


@allowed(Right.READ)
def day_of(desk: Desk, session: SessionId) -> date:
    """The session's day. Refused in words when there is none of that id. One SELECT."""
    day: date = existing(session).date
    return day
