"""What stands beside a session of the week: its clashes, the rooms that are free, its room's places."""

from __future__ import annotations

from groupwork.domain.clashes import ClashKind
from groupwork.domain.schedule import RoomBrief
from groupwork.domain.sessions import SessionInfo
from groupwork.operations.free_rooms import free_rooms
from groupwork.ui.day.detail import Beside
from groupwork.ui.gate import Gate
from groupwork.ui.week.reading import Week

WANT_A_ROOM = (ClashKind.ROOM, ClashKind.CAPACITY)


def beside(
    week: Week, session: SessionInfo | None, rooms: tuple[RoomBrief, ...], *, may_plan: bool
) -> Beside:
    """For the panel."""
    if session is None:
        return Beside(week.now)
    limits = week.judged.limits.get(session.id)
    return Beside(
        now=week.now,
        clashes=week.clashes.get(session.id, ()),
        rooms=rooms,
        room_places=limits.room_places if limits is not None else None,
        may_plan=may_plan,
        closable=True,
        reasons=week.centre.not_held_reasons if week.centre is not None else (),
    )


def free_for(gate: Gate, week: Week, session: SessionInfo) -> tuple[RoomBrief, ...]:
    """Free rooms for a session whose room is the trouble; asked only then. One SELECT."""
    if not any(clash.kind in WANT_A_ROOM for clash in week.clashes.get(session.id, ())):
        return ()
    return gate.ask(free_rooms, session.id, session.expected) or ()
