"""What sessions are made of: activities, rooms and facilitators, so that an empty centre can plan a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from groupwork.domain.activity_fields import MOST_PLACES, MOST_STAFF, check_minutes, within
from groupwork.domain.people import next_code
from groupwork.domain.sessions import Category
from groupwork.domain.text import clean_name, fold
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store.tables import Activity, Facilitator, Room

if TYPE_CHECKING:
    from groupwork.store.journal import Done


@dataclass(frozen=True)
class Added:
    """What was added and its id: an ActivityId, RoomId or FacilitatorId."""

    done: Done
    id: Any


@allowed(Right.PLAN)
def add_activity(
    desk: Desk, name: str, category: Category, minutes: int, *, staff: int = 1, most: int | None = None
) -> Added:
    """Put an activity into the library. Refused when one of that name is there. `most`: people it takes."""
    words = clean_name(name)
    _new(
        words,
        Activity.select(Activity.name).where(Activity.active),
        N_("There is already an activity {name}."),
    )
    check_minutes(minutes)
    within(staff, 0, MOST_STAFF, N_("Type a number of facilitators from {least} to {most}."))
    if most is not None:
        within(most, 1, MOST_PLACES, N_("Type a number of places from {least} to {most}."))
    with desk.step("activity.added") as step:
        row = step.save(new_activity(words, category, minutes, staff=staff, most=most))
    return Added(step.done, row.id)


@allowed(Right.PLAN)
def add_room(desk: Desk, name: str, capacity: int | None = None) -> Added:
    """Add a room; `capacity` counts participants, None: not limited."""
    words = clean_name(name)
    _new(words, Room.select(Room.name).where(Room.active), N_("There is already a room {name}."))
    if capacity is not None:
        within(capacity, 1, MOST_PLACES, N_("Type a number of places from {least} to {most}."))
    with desk.step("room.added") as step:
        row = step.save(Room(code=_code(Room, "R", 1), name=words, capacity=capacity))
    return Added(step.done, row.id)


@allowed(Right.PLAN)
def add_facilitator(desk: Desk, name: str, role: str = "") -> Added:
    """Add somebody who runs groups; `role` in the centre's own words."""
    words = clean_name(name)
    present = Facilitator.select(Facilitator.name).where(Facilitator.active)
    _new(words, present, N_("There is already a facilitator {name}."))
    said = clean_name(role) if role.strip() else ""
    with desk.step("facilitator.added") as step:
        row = step.save(Facilitator(code=_code(Facilitator, "F", 1), name=words, role=said))
    return Added(step.done, row.id)


def new_activity(
    name: str,
    category: Category,
    minutes: int,
    *,
    staff: int = 1,
    most: int | None = None,
    listed: bool = True,
) -> Activity:
    """An activity with the next free code, not yet saved; not `listed`: a one-off's own, never offered."""
    return Activity(
        code=_code(Activity, "A" if listed else "Z", 2),
        name=name,
        category=category.value,
        minutes=minutes,
        staff=staff,
        max_people=most,
        active=listed,
    )


def _code(table: Any, prefix: str, width: int) -> str:
    return next_code(prefix, (row[0] for row in table.select(table.code).tuples()), width)


def _new(name: str, present: Any, refusal: str) -> None:
    if fold(name) in {fold(row[0]) for row in present.tuples()}:
        raise Refused(refusal, name=name)
