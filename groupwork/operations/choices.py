"""What a session can be planned with."""

from __future__ import annotations

from datetime import date
from typing import Any

from groupwork.domain.ids import ActivityId, FacilitatorId, ParticipantId, RoomId
from groupwork.domain.people import PersonBrief, PersonName, StaffBrief
from groupwork.domain.schedule import ActivityBrief, Choices, RoomBrief
from groupwork.domain.sessions import Category
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_sessions as reads


@allowed(Right.READ)
def choices(desk: Desk) -> Choices:
    """Activities, rooms, facilitators and people that a session can be planned with. Four SELECTs."""
    db = desk.store.db
    return Choices(
        tuple(_activity(row) for row in reads.activities(db)),
        tuple(RoomBrief(RoomId(r[0]), r[1], r[2], r[3]) for r in reads.rooms(db)),
        tuple(StaffBrief(FacilitatorId(f[0]), f[1], f[2], f[3]) for f in reads.facilitators(db)),
        tuple(_person(row) for row in reads.people(db, desk.today)),
    )


@allowed(Right.READ)
def people_here(desk: Desk) -> tuple[PersonBrief, ...]:
    """Everybody whose stay has not ended, by family name. One SELECT."""
    return tuple(_person(row) for row in reads.people(desk.store.db, desk.today))


def _activity(row: tuple[Any, ...]) -> ActivityBrief:
    id_, code, name, category, minutes, staff, least, most, off_site = row
    return ActivityBrief(
        ActivityId(id_), code, name, Category(category), minutes, staff, least, most, bool(off_site)
    )


def _person(row: tuple[Any, ...]) -> PersonBrief:
    id_, code, called, full, rest, native, born = row
    name = PersonName(called, full, rest, native)
    return PersonBrief(ParticipantId(id_), code, name, date.fromisoformat(born) if born else None)
