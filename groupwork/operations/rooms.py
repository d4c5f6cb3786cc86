"""The rooms of the centre: how much they are used, changed in place, archived when they go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from groupwork.domain.activity_fields import MOST_PLACES
from groupwork.domain.ids import RoomId
from groupwork.domain.schedule import monday
from groupwork.domain.sessions import SessionInfo, SessionStatus
from groupwork.domain.text import clean_name, clean_text, fold
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.named_rows import NamedRows
from groupwork.operations.sessions import sessions_between
from groupwork.store.tables import Closure, Group, Room, Session

if TYPE_CHECKING:
    from groupwork.store.journal import Done

LONGEST_NOTE = 2000

PLACES = N_("Type a number of places from {least} to {most}.")
ROOMS = NamedRows[Room](
    Room,
    "room",
    links=((Session, Session.room), (Group, Group.room), (Closure, Closure.room)),
    gone=N_("This room is no longer there."),
    taken=N_("There is already a room {name}."),
    used=N_(
        "Sessions, groups or closures name {name}, and they stay in the history. Archive the room instead."
    ),
)


@dataclass(frozen=True)
class RoomInfo:
    """A room with what happens in it in the week of the desk's day.

    `people` are the expected ones over its `sessions`, `places` what these sessions had room for (0 while
    the room is not limited).
    """

    id: RoomId
    code: str
    name: str
    capacity: int | None
    note: str
    active: bool
    sessions: int
    minutes: int
    people: int
    places: int


class RoomFields(TypedDict, total=False):
    """What can be changed; a field that is left out stays. `capacity` None: not limited."""

    name: str
    capacity: int | None
    note: str


@allowed(Right.READ)
def rooms(desk: Desk) -> tuple[RoomInfo, ...]:
    """All rooms, those in use first, by name, with their week. Five SELECTs."""
    first = monday(desk.today)
    week = [
        session
        for session in sessions_between(desk, first, first + timedelta(days=6))
        if session.status is not SessionStatus.NOT_HELD
    ]
    found = (_info(row, [each for each in week if each.room == row.id]) for row in Room.select())
    return tuple(sorted(found, key=lambda each: (not each.active, fold(each.name), each.id)))


@allowed(Right.PLAN)
def change_room(desk: Desk, room: RoomId, **fields: Unpack[RoomFields]) -> Done:
    """Another name, number of places or note. Refused in words for a name that is taken. Undoable."""
    row = ROOMS.existing(room)
    if "name" in fields:
        row.name = ROOMS.free(clean_name(fields["name"]), room)
    if "capacity" in fields:
        row.capacity = _places(fields["capacity"])
    if "note" in fields:
        row.note = clean_text(fields["note"], LONGEST_NOTE).strip()
    return ROOMS.save(desk, row, "room.changed")


@allowed(Right.PLAN)
def archive_room(desk: Desk, room: RoomId) -> Done:
    """Offer the room no longer when sessions are planned; what is planned in it stays. Undoable."""
    return ROOMS.archive(desk, room, "room.archived")


@allowed(Right.PLAN)
def bring_back_room(desk: Desk, room: RoomId) -> Done:
    """Offer the room again. Refused while another one has the name. Undoable."""
    return ROOMS.bring_back(desk, room, "room.brought_back")


@allowed(Right.PLAN)
def is_removable(desk: Desk, room: RoomId) -> bool:
    """Whether nothing in the file names it: entered by mistake. Up to three SELECTs."""
    return not ROOMS.is_used(room)


@allowed(Right.PLAN)
def remove_room(desk: Desk, room: RoomId) -> Done:
    """Take a room off the list that was entered by mistake. Refused for one that was used. Undoable."""
    return ROOMS.remove(desk, room, "room.removed")


def _info(row: Room, week: list[SessionInfo]) -> RoomInfo:
    capacity: Any = row.capacity
    return RoomInfo(
        RoomId(row.id),
        str(row.code),
        str(row.name),
        capacity,
        str(row.note),
        bool(row.active),
        len(week),
        sum(_minutes(session) for session in week),
        sum(session.expected for session in week),
        (capacity or 0) * len(week),
    )


def _minutes(session: SessionInfo) -> int:
    return (session.end.hour - session.start.hour) * 60 + session.end.minute - session.start.minute


def _places(value: int | None) -> int | None:
    if value is not None and not 1 <= value <= MOST_PLACES:
        raise Refused(PLACES, least=1, most=MOST_PLACES)
    return value
