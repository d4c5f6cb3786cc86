"""Rooms that are free for a session as it stands: for the offer beside a clash."""

from __future__ import annotations

from groupwork.domain.ids import RoomId, SessionId
from groupwork.domain.schedule import RoomBrief
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_rooms as reads


@allowed(Right.READ)
def free_rooms(desk: Desk, session: SessionId, people: int) -> tuple[RoomBrief, ...]:
    """Rooms in use with places for so many people that nothing has booked and nothing closes at the
    session's time, the smallest that is enough first. One SELECT.
    """
    rows = reads.free_rooms(desk.store.db, session, people)
    return tuple(RoomBrief(RoomId(row[0]), row[1], row[2], row[3]) for row in rows)
