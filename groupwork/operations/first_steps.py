"""What a new centre still needs before its first week can be planned."""

from __future__ import annotations

from enum import Enum

from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store.row import Row
from groupwork.store.tables import Group, Participant, Session


class FirstStep(Enum):
    """What comes next in a new centre."""

    PEOPLE = "people"
    GROUPS = "groups"


@allowed(Right.READ)
def next_step(desk: Desk) -> FirstStep | None:
    """People first, then groups; None once there are both, or sessions. At most three SELECTs."""
    if _is_empty(desk, Participant):
        return FirstStep.PEOPLE
    if _is_empty(desk, Group) and _is_empty(desk, Session):
        return FirstStep.GROUPS
    return None


def _is_empty(desk: Desk, table: type[Row]) -> bool:
    return not table.select(table.id).limit(1).exists(desk.store.db)
