"""What a session's rows are made of: its activity, staff, tasks and guests, and whether its day is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from groupwork.domain.closures import Closure
from groupwork.domain.ids import ActivityId, ClosureId, FacilitatorId, ParticipantId, RoomId
from groupwork.domain.sessions import Category, SessionStatus
from groupwork.domain.text import fold
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.library import new_activity
from groupwork.store import reads_groups as reads
from groupwork.store.tables import (
    Activity,
    ActivityTask,
    Attendance,
    Facilitator,
    Participant,
    Room,
    Session,
    SessionFacilitator,
    SessionInvite,
    SessionTask,
)

if TYPE_CHECKING:
    from groupwork.store.database import Store
    from groupwork.store.journal import Step

GONE = N_("Something that was chosen is no longer there. Choose again.")


def check_references(
    room: RoomId | None, staff: Sequence[FacilitatorId], people: Sequence[ParticipantId]
) -> None:
    """Refuse a room, facilitator or participant that is not in the file."""
    _known(Room, [] if room is None else [room])
    _known(Facilitator, staff)
    _known(Participant, people)


def check_activity(activity: ActivityId | None) -> None:
    """Refuse an activity that is not in the file."""
    _known(Activity, [] if activity is None else [activity])


def activity_for(
    step: Step,
    activity: ActivityId | None,
    title: str,
    minutes: int,
    *,
    listed: bool,
    category: Category = Category.COMMUNITY,
) -> tuple[Activity, str]:
    """The activity and what is left of the title (empty when it only repeats the activity's name).

    Without an activity the title finds one or becomes one of that category: in the library when `listed`.
    """
    if activity is not None:
        row = Activity.get_by_id(activity)
        return row, "" if fold(title) == fold(row.name) else title
    named = (a for a in Activity.select().order_by(Activity.active.desc(), Activity.id))
    found = next((a for a in named if fold(a.name) == fold(title) and (a.active or not listed)), None)
    if found is not None:
        return found, ""
    made = new_activity(title, category, minutes, listed=listed)
    step.save(made)
    return made, ""


def centre_closures(store: Store, first: dt.date, last: dt.date) -> tuple[Closure, ...]:
    """The closures that touch these days, as the rules see them. One SELECT."""
    return tuple(
        Closure(
            dt.date.fromisoformat(begins), dt.date.fromisoformat(ends), name, room, spared, ClosureId(id_)
        )
        for id_, name, begins, ends, _kind, room, _room, spared, *_rest in reads.closures(
            store.db, first, last
        )
    )


def lose(row: Session, closure: Closure | None, now: dt.datetime) -> None:
    """A session on a day the centre is closed does not take place; without a closure nothing changes."""
    if closure is not None:
        row.status, row.reason, row.decided_at = SessionStatus.NOT_HELD.value, closure.name, now
        row.closure = closure.id


def found_again(row: Session) -> None:
    """A session that was lost to a closure is planned again."""
    if row.closure_id is not None and row.status == SessionStatus.NOT_HELD:
        row.status, row.reason = SessionStatus.PLANNED.value, ""
        row.decided_at = row.closure = None


def usual_tasks(activity: int) -> tuple[ActivityTask, ...]:
    """The tasks that every session of an activity starts with, in order."""
    usual = ActivityTask.select().where(ActivityTask.activity == activity, ActivityTask.usual)
    return tuple(usual.order_by(ActivityTask.position, ActivityTask.id))


def put_staff(step: Step, session: Session, staff: Sequence[int]) -> None:
    """Enter who runs a session, in this order."""
    for position, person in enumerate(dict.fromkeys(staff)):
        step.save(SessionFacilitator(session=session.id, facilitator=person, position=position))


def staff_rows(session: int) -> list[SessionFacilitator]:
    """Who runs a session, in order."""
    mine = SessionFacilitator.select().where(SessionFacilitator.session == session)
    return list(mine.order_by(SessionFacilitator.position, SessionFacilitator.id))


def other_staff(step: Step, session: Session, staff: Sequence[int]) -> None:
    """Enter other people who run a session; nothing is written when they are the same."""
    before = staff_rows(session.id)
    if [old.facilitator_id for old in before] != list(dict.fromkeys(staff)):
        delete_all(step, before)
        put_staff(step, session, staff)


def put_tasks(step: Step, session: Session, tasks: Sequence[ActivityTask]) -> None:
    """Enter a session's tasks: a copy of the activity's words as they are now."""
    for position, task in enumerate(tasks):
        step.save(SessionTask(session=session.id, position=position, name=task.name, activity_task=task.id))


def put_invites(step: Step, session: Session, people: Sequence[ParticipantId]) -> None:
    """Invite people to one session."""
    for person in dict.fromkeys(people):
        step.save(SessionInvite(session=session.id, participant=person))


def give_register_back(step: Step, session: Session) -> None:
    """Nobody wrote on its register: on another day other people are expected."""
    if session.register_taken:
        delete_all(step, Attendance.select().where(Attendance.session == session.id))
        session.register_taken = False


def delete_session(step: Step, session: Session) -> None:
    """Remove a session that nobody wrote on, with everything that hangs on it."""
    for table in (SessionFacilitator, SessionInvite, SessionTask, Attendance):
        rows: Any = table
        delete_all(step, rows.select().where(rows.session == session.id))
    step.delete(session)


def delete_all(step: Step, rows: Iterable[Any]) -> None:
    """Remove these rows."""
    for row in list(rows):
        step.delete(row)


def _known(table: Any, ids: Iterable[Any]) -> None:
    wanted = set(ids)
    if wanted and table.select().where(table.id.in_(wanted)).count() != len(wanted):
        raise Refused(GONE)
