"""Parts of an activity: phases, tasks, materials and hazards, each in its own order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Unpack

from groupwork.domain.activities import PartKind
from groupwork.domain.activity_fields import MOST_PARTS, PartFields, checked_part
from groupwork.domain.ids import ActivityId
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.activities import existing_activity
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store.tables import (
    ActivityHazard,
    ActivityMaterial,
    ActivityPhase,
    ActivityTask,
    SessionTask,
)

if TYPE_CHECKING:
    from groupwork.store.journal import Done

TABLES: dict[PartKind, Any] = {
    PartKind.PHASE: ActivityPhase,
    PartKind.TASK: ActivityTask,
    PartKind.MATERIAL: ActivityMaterial,
    PartKind.HAZARD: ActivityHazard,
}
ADDED = {
    PartKind.PHASE: "activity.phase_added",
    PartKind.TASK: "activity.task_added",
    PartKind.MATERIAL: "activity.material_added",
    PartKind.HAZARD: "activity.hazard_added",
}
CHANGED = {
    PartKind.PHASE: "activity.phase_changed",
    PartKind.TASK: "activity.task_changed",
    PartKind.MATERIAL: "activity.material_changed",
    PartKind.HAZARD: "activity.hazard_changed",
}
REMOVED = {
    PartKind.PHASE: "activity.phase_removed",
    PartKind.TASK: "activity.task_removed",
    PartKind.MATERIAL: "activity.material_removed",
    PartKind.HAZARD: "activity.hazard_removed",
}
ORDERED = {
    PartKind.PHASE: "activity.phases_ordered",
    PartKind.TASK: "activity.tasks_ordered",
    PartKind.MATERIAL: "activity.materials_ordered",
    PartKind.HAZARD: "activity.hazards_ordered",
}


@dataclass(frozen=True)
class NewPart:
    """What was done and the new part's id."""

    done: Done
    id: int


@allowed(Right.PLAN)
def add_part(desk: Desk, activity: ActivityId, kind: PartKind, **fields: Unpack[PartFields]) -> NewPart:
    """Add a part as the last of its kind; `name` (for a hazard `hazard`) must be among the fields.

    A phase without minutes gets 10. Refused in words: no name, a text too long, more than 60 of a kind.
    """
    row = existing_activity(activity)
    named = "hazard" if kind is PartKind.HAZARD else "name"
    wanted: Any = {named: "", **fields}
    if kind is PartKind.PHASE:
        wanted = {"minutes": 10, **wanted}
    clean = checked_part(kind, wanted)
    others = _siblings(kind, row.id)
    if len(others) >= MOST_PARTS:
        raise Refused(N_("An activity may have up to {most} of these."), most=MOST_PARTS)
    with desk.step(ADDED[kind], activity=activity) as step:
        position = others[-1].position + 1 if others else 0
        part = step.save(TABLES[kind](activity=row.id, position=position, **_stored(clean)))
    return NewPart(step.done, part.id)


@allowed(Right.PLAN)
def change_part(desk: Desk, kind: PartKind, part: int, **fields: Unpack[PartFields]) -> Done:
    """Change some fields of a part. A task's new words stay out of sessions: see `coming_tasks`."""
    row = _part(kind, part)
    clean = checked_part(kind, fields)
    with desk.step(CHANGED[kind], activity=row.activity_id) as step:
        for field, value in _stored(clean).items():
            setattr(row, field, value)
        step.save(row)
    return step.done


@allowed(Right.PLAN)
def remove_part(desk: Desk, kind: PartKind, part: int) -> Done:
    """Take a part out. A task that sessions have is kept for them, out of sight."""
    row = _part(kind, part)
    with desk.step(REMOVED[kind], activity=row.activity_id) as step:
        if kind is PartKind.TASK and SessionTask.select().where(SessionTask.activity_task == part).exists():
            row.active = row.usual = False
            step.save(row)
        else:
            step.delete(row)
    return step.done


@allowed(Right.PLAN)
def move_part(desk: Desk, kind: PartKind, part: int, by: int) -> Done:
    """Move a part so many places down (or up, when negative); at the end it stays where it is."""
    row = _part(kind, part)
    order = _siblings(kind, row.activity_id)
    at = next(n for n, each in enumerate(order) if each.id == part)
    order.insert(max(0, min(len(order) - 1, at + by)), order.pop(at))
    with desk.step(ORDERED[kind], activity=row.activity_id) as step:
        for position, each in enumerate(order):
            each.position = position
            step.save(each)
    return step.done


def _part(kind: PartKind, part: int) -> Any:
    table = TABLES[kind]
    row = table.get_or_none(table.id == part)
    if row is None or not getattr(row, "active", True):
        raise Refused(N_("This entry was removed in the meantime."))
    return row


def _siblings(kind: PartKind, activity: int) -> list[Any]:
    """All parts of a kind in order."""
    table = TABLES[kind]
    rows = table.select().where(table.activity == activity).order_by(table.position, table.id)
    return [row for row in rows if getattr(row, "active", True)]


def _stored(fields: PartFields) -> dict[str, Any]:
    """The values as columns hold them."""
    return {field: getattr(value, "value", value) for field, value in fields.items()}
