"""The library: activities read, changed, copied, put away and brought back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any, Unpack

from groupwork.domain.activities import (
    ActivityInfo,
    ActivityLine,
    GroupUse,
    Hazard,
    HazardLevel,
    LibraryTask,
    Material,
    Part,
    PartKind,
    Permission,
    Phase,
    SessionUse,
)
from groupwork.domain.activity_fields import ActivityFields, checked_activity
from groupwork.domain.ids import ActivityId, GroupId, SessionId
from groupwork.domain.people import next_code
from groupwork.domain.sessions import Category, SessionStatus
from groupwork.domain.text import fold
from groupwork.errors import Refused
from groupwork.i18n import N_, _
from groupwork.operations.coming_tasks import sessions_behind
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_activities as reads
from groupwork.store.tables import (
    Activity,
    ActivityHazard,
    ActivityMaterial,
    ActivityPhase,
    ActivityTask,
)

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

GONE = N_("This activity is no longer in the library.")
THERE = N_("There is already an activity {name}.")
PART_TABLES: tuple[type[Any], ...] = (ActivityPhase, ActivityTask, ActivityMaterial, ActivityHazard)


@dataclass(frozen=True)
class Made:
    """What was done and the activity it made."""

    done: Done
    id: ActivityId


@allowed(Right.READ)
def activities(desk: Desk, *, archived: bool = False) -> tuple[ActivityLine, ...]:
    """The library by name; `archived` ones, which are offered nowhere, only when asked for. One SELECT."""
    found = (_line(row) for row in reads.lines(desk.store.db, desk.today))
    return tuple(line for line in found if line.active or archived)


@allowed(Right.READ)
def activity(desk: Desk, activity: ActivityId) -> ActivityInfo:
    """One activity in full, with the groups that run it and its last sessions. Five SELECTs."""
    db = desk.store.db
    rows = reads.one(db, activity, desk.today)
    if not rows:
        raise Refused(GONE)
    kinds = _parts(reads.parts(db, activity))
    tasks: Any = kinds[PartKind.TASK]
    row = rows[0]
    return ActivityInfo(
        _line(row),
        row[14],
        row[15],
        bool(row[16]),
        bool(row[17]),
        phases=kinds[PartKind.PHASE],
        tasks=tasks,
        materials=kinds[PartKind.MATERIAL],
        hazards=kinds[PartKind.HAZARD],
        groups=tuple(_group(found) for found in reads.groups(db, activity, desk.today)),
        last=tuple(_session(found) for found in reads.last(db, activity, desk.today)),
        behind=sessions_behind(reads.coming(db, activity, desk.today), tasks),
    )


@allowed(Right.PLAN)
def change_activity(desk: Desk, activity: ActivityId, **fields: Unpack[ActivityFields]) -> Done:
    """Change some of an activity's own fields in one step; sessions and their tasks stay as they are.

    Refused in words: an empty name or one that is there already, a length or a number outside of what
    can be, fewer people at most than at least, a text that is too long.
    """
    row = existing_activity(activity)
    clean = checked_activity(fields, row.min_people, row.max_people)
    if "name" in clean:
        _free(clean["name"], activity)
    with desk.step("activity.changed", activity=activity) as step:
        for field, value in clean.items():
            setattr(row, field, getattr(value, "value", value))
        step.save(row)
    return step.done


@allowed(Right.PLAN)
def duplicate_activity(desk: Desk, activity: ActivityId) -> Made:
    """A copy with all its parts under a name of its own ("Ceramics, copy"); no group runs it yet."""
    row = existing_activity(activity)
    with desk.step("activity.duplicated", activity=activity) as step:
        copy = step.save(_copied(row, code=_next_code(), name=_copy_name(row.name), active=True, example=""))
        for table in PART_TABLES:
            for part in table.select().where(table.activity == row.id).order_by(table.position, table.id):
                if getattr(part, "active", True):
                    step.save(_copied(part, activity_id=copy.id))
    return Made(step.done, ActivityId(copy.id))


@allowed(Right.PLAN)
def archive_activity(desk: Desk, activity: ActivityId) -> Done:
    """Offer an activity nowhere any more; its groups and sessions stay as they are."""
    with desk.step("activity.archived", activity=activity) as step:
        _set_active(step, activity, active=False)
    return step.done


@allowed(Right.PLAN)
def bring_back_activity(desk: Desk, activity: ActivityId) -> Done:
    """Offer an archived activity again. Refused when another one has its name by now."""
    _free(existing_activity(activity).name, activity)
    with desk.step("activity.brought_back", activity=activity) as step:
        _set_active(step, activity, active=True)
    return step.done


def existing_activity(activity: ActivityId) -> Activity:
    """The row of an activity; Refused when it is gone."""
    row: Activity | None = Activity.get_or_none(Activity.id == activity)
    if row is None:
        raise Refused(GONE)
    return row


def _set_active(step: Step, activity: ActivityId, *, active: bool) -> None:
    row = existing_activity(activity)
    row.active = active
    step.save(row)


def _free(name: str, activity: ActivityId) -> None:
    others = (
        said
        for id_, said, active in _read(Activity.id, Activity.name, Activity.active)
        if active and id_ != activity
    )
    if fold(name) in {fold(said) for said in others}:
        raise Refused(THERE, name=name)


def _next_code() -> str:
    return next_code("A", (code for (code,) in _read(Activity.code)), 2)


def _read(*columns: Any) -> list[tuple[Any, ...]]:
    selected: Any = Activity.select(*columns).tuples()  # peewee is typed as if it gave rows
    return list(selected)


def _copy_name(name: str) -> str:
    """The name with "copy" behind it, numbered when that is there too."""
    taken = {fold(said) for (said,) in _read(Activity.name)}
    wanted, number = _("{name}, copy").format(name=name), 2
    while fold(wanted) in taken:
        wanted, number = _("{name}, copy {n}").format(name=name, n=number), number + 1
    return wanted


def _copied(row: Any, **other: object) -> Any:
    """A new row with the same values but those given."""
    values = {**row.__data__, **other}
    del values["id"]
    if "activity_id" in values:
        values["activity"] = values.pop("activity_id")
    return type(row)(**values)


def _line(row: tuple[Any, ...]) -> ActivityLine:
    id_, code, name, short, category, minutes, least, most, staff, share, hazard, active, example, groups = (
        row[:14]
    )
    return ActivityLine(
        ActivityId(id_),
        code,
        name,
        short,
        Category(category),
        minutes,
        least,
        most,
        staff,
        share,
        HazardLevel(hazard),
        bool(active),
        example,
        groups,
    )


def _parts(rows: list[tuple[Any, ...]]) -> dict[PartKind, Any]:
    found: dict[PartKind, list[Part]] = {kind: [] for kind in PartKind}
    for kind, id_, name, first, second, minutes, flag in rows:
        found[PartKind(kind)].append(_part(PartKind(kind), id_, name, (first, second), minutes, bool(flag)))
    return {kind: tuple(parts) for kind, parts in found.items()}


def _part(kind: PartKind, id_: int, name: str, words: tuple[str, str], minutes: int, flag: bool) -> Part:
    if kind is PartKind.PHASE:
        return Phase(id_, name, minutes, words[0])
    if kind is PartKind.TASK:
        return LibraryTask(id_, name, *words, usual=flag)
    if kind is PartKind.MATERIAL:
        return Material(id_, name, words[0], flag, Permission(words[1]))
    return Hazard(id_, name, words[0])


def _group(row: tuple[Any, ...]) -> GroupUse:
    id_, name, weekday, start, end, place, ended = row
    times = time.fromisoformat(start), time.fromisoformat(end)
    return GroupUse(GroupId(id_), name, weekday, *times, place or "", bool(ended))


def _session(row: tuple[Any, ...]) -> SessionUse:
    id_, day, start, end, title, status, attended = row
    times = time.fromisoformat(start), time.fromisoformat(end)
    return SessionUse(SessionId(id_), date.fromisoformat(day), *times, title, SessionStatus(status), attended)
