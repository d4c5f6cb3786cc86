"""Tasks of coming sessions after the library changed: which are behind, and bringing them up to date.

A session's tasks are a copy of the library's words. The library never changes a copy by itself; this is
asked for, and only where nothing was recorded yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from groupwork.domain.activities import LibraryTask
from groupwork.domain.ids import ActivityId, SessionId
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_activities as reads
from groupwork.store.tables import ActivityTask, SessionTask

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step


@dataclass(frozen=True)
class Kept:
    """A task as a session has it, or should have it; `id` None: it is new there."""

    id: int | None
    name: str
    position: int
    library: int | None


@allowed(Right.PLAN)
def renew_coming_tasks(desk: Desk, activity: ActivityId) -> Done:
    """Give the coming sessions without results the tasks as the library has them now, in one step.

    Usual tasks that are missing are added, others that came from the library are renamed, tasks that the
    library has no more are taken off; tasks that only a session has stay, behind them.
    """
    library = _library(activity)
    behind = 0
    changes = []
    for session, has in _by_session(reads.coming(desk.store.db, activity, desk.today)).items():
        wanted = wanted_tasks(has, library)
        if wanted != has:
            behind += 1
            changes.append((session, has, wanted))
    if not behind:
        raise Refused(N_("All coming sessions have these tasks already."))
    with desk.step("activity.sessions_renewed", activity=activity, count=behind) as step:
        for session, has, wanted in changes:
            _renew(step, session, has, wanted)
    return step.done


def sessions_behind(
    coming: Iterable[tuple[Any, ...]], library: Sequence[LibraryTask]
) -> tuple[SessionId, ...]:
    """The sessions of `reads_activities.coming` whose tasks are not what they would be now."""
    return tuple(session for session, has in _by_session(coming).items() if wanted_tasks(has, library) != has)


def wanted_tasks(has: Sequence[Kept], library: Sequence[LibraryTask]) -> tuple[Kept, ...]:
    """What a session's tasks would be now, in order and with positions from 0."""
    of_library = {kept.library: kept for kept in has if kept.library is not None}
    wanted: list[Kept] = []
    for task in library:
        kept = of_library.get(task.id)
        if kept is not None or task.usual:
            wanted.append(Kept(kept.id if kept is not None else None, task.name, len(wanted), task.id))
    for kept in has:
        if kept.library is None:
            wanted.append(Kept(kept.id, kept.name, len(wanted), None))
    same = [(k.id, k.name) for k in wanted] == [(k.id, k.name) for k in has]
    return tuple(has) if same else tuple(wanted)  # positions with gaps are no difference


def _by_session(coming: Iterable[tuple[Any, ...]]) -> dict[SessionId, tuple[Kept, ...]]:
    found: dict[SessionId, list[Kept]] = {}
    for session, id_, name, position, library in coming:
        found.setdefault(SessionId(session), []).append(Kept(id_, name, position, library))
    return {session: tuple(kept) for session, kept in found.items()}


def _library(activity: ActivityId) -> tuple[LibraryTask, ...]:
    rows = (
        ActivityTask.select()
        .where(ActivityTask.activity == activity, ActivityTask.active)
        .order_by(ActivityTask.position, ActivityTask.id)
    )
    return tuple(LibraryTask(row.id, row.name, usual=row.usual) for row in rows)


def _renew(step: Step, session: SessionId, has: Sequence[Kept], wanted: Sequence[Kept]) -> None:
    stay = {kept.id for kept in wanted}
    for kept in has:
        if kept.id not in stay:
            step.delete(SessionTask.get_by_id(kept.id))
    for kept in wanted:
        if kept.id is None:
            row = SessionTask(session=session, activity_task=kept.library)
        else:
            row = SessionTask.get_by_id(kept.id)
        row.name, row.position = kept.name, kept.position
        step.save(row)
