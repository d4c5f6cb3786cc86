"""The same session once more on another day: a one-off with the same people, room and tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from groupwork.domain.clashes import SessionDraft
from groupwork.domain.closures import taken_by
from groupwork.domain.ids import ActivityId, FacilitatorId, ParticipantId, RoomId, SessionId
from groupwork.domain.schedule import check_day, check_times
from groupwork.operations.changes import existing
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.session_rows import centre_closures, lose, put_invites, put_staff, staff_rows
from groupwork.store.tables import Membership, Session, SessionInvite, SessionTask

if TYPE_CHECKING:
    from groupwork.store.journal import Done


@dataclass(frozen=True)
class Copied:
    """The copy that was made."""

    done: Done
    session: SessionId


@allowed(Right.READ)
def as_draft(desk: Desk, session: SessionId, day: date, *, copy: bool = False) -> SessionDraft:
    """A session as a draft on a day, for asking what clashes: itself, or a copy of it with its people."""
    row = existing(session)
    return SessionDraft(
        date=day,
        start=row.start,
        end=row.end,
        activity=ActivityId(row.activity_id),
        title=row.title,
        room=RoomId(row.room_id) if row.room_id is not None else None,
        staff=tuple(FacilitatorId(staff.facilitator_id) for staff in staff_rows(row.id)),
        people=_people(row, day) if copy else _invited(row),
        session=None if copy else session,
    )


@allowed(Right.PLAN)
def copy_session(desk: Desk, session: SessionId, day: date, start: time) -> Copied:
    """Plan the session once more as a one-off: same length, room, staff, tasks; its guests, and whoever is
    a member of its group on that day, are invited. On a closed day the copy is lost to the closure. One step.

    Refused in words: a day that cannot be planned, an end after midnight.
    """
    row = existing(session)
    length = datetime.combine(day, row.end) - datetime.combine(day, row.start)
    end = datetime.combine(day, start) + length
    check_day(day)
    check_times(start, end.time() if end.date() == day else time(0))
    closures = centre_closures(desk.store, day, day)
    closure = taken_by(day, ActivityId(row.activity_id), closures)
    with desk.step("session.copied", activity=row.activity_id, date=day.isoformat()) as step:
        made = Session(
            activity=row.activity_id,
            title=row.title,
            date=day,
            start=start,
            end=end.time(),
            room=row.room_id,
            place=row.place,
        )
        lose(made, closure, desk.store.journal.clock())
        step.save(made)
        put_staff(step, made, [staff.facilitator_id for staff in staff_rows(row.id)])
        for task in SessionTask.select().where(SessionTask.session == row.id).order_by(SessionTask.position):
            step.save(
                SessionTask(
                    session=made.id,
                    position=task.position,
                    name=task.name,
                    activity_task=task.activity_task_id,
                )
            )
        put_invites(step, made, _people(row, day))
    return Copied(step.done, SessionId(made.id))


def _people(row: Session, day: date) -> tuple[ParticipantId, ...]:
    """Whom a copy invites: members of the group on that day, then the guests."""
    if row.group_id is None:
        return _invited(row)
    members = Membership.select().where(
        Membership.group == row.group_id,
        Membership.from_date <= day,
        Membership.to_date.is_null() | (Membership.to_date >= day),
    )
    there = [ParticipantId(m.participant_id) for m in members.order_by(Membership.id)]
    return tuple(dict.fromkeys([*there, *_invited(row)]))


def _invited(row: Session) -> tuple[ParticipantId, ...]:
    invites = SessionInvite.select().where(SessionInvite.session == row.id).order_by(SessionInvite.id)
    return tuple(ParticipantId(invite.participant_id) for invite in invites)
