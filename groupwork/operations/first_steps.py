"""What a new centre still needs before its first week can be planned."""

from __future__ import annotations

from enum import Enum

from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store.tables import Group, Participant


class FirstStep(Enum):
    """What comes next in a new centre."""

    PEOPLE = "people"
    GROUPS = "groups"


@allowed(Right.READ)
def next_step(desk: Desk) -> FirstStep | None:
    """People first, then groups; None once there are both. At most two SELECTs."""
    if not Participant.select(Participant.id).limit(1).exists(desk.store.db):
        return FirstStep.PEOPLE
    if not Group.select(Group.id).limit(1).exists(desk.store.db):
        return FirstStep.GROUPS
    return None
