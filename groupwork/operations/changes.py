"""Changing one session of the calendar: its fields, its day, or taking it off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict, Unpack

from groupwork.domain.closures import taken_by
from groupwork.domain.ids import ActivityId, FacilitatorId, ParticipantId, RoomId, SessionId
from groupwork.domain.schedule import check_day, check_times
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.register_lock import lock_of, require_open
from groupwork.operations.session_rows import (
    centre_closures,
    check_references,
    delete_all,
    delete_session,
    found_again,
    give_register_back,
    lose,
    other_staff,
    put_invites,
    put_tasks,
    staff_rows,
    usual_tasks,
)
from groupwork.store.tables import (
    Activity,
    Attendance,
    GroupGap,
    Print,
    Result,
    Session,
    SessionInvite,
    SessionTask,
)

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

LOCKED = N_(
    "The register of this session has been locked since {day}: it stays on the calendar. "
    "Mark it as not held instead, and say why."
)


class SessionFields(TypedDict, total=False):
    """What can be changed of a session; a field that is left out stays. `room` None: off-site or open."""

    activity: ActivityId
    title: str
    date: dt.date
    start: dt.time
    end: dt.time
    room: RoomId | None
    place: str
    staff: Sequence[FacilitatorId]
    people: Sequence[ParticipantId]
    """Whom a one-off invites, or who is invited to a group's session on top of its members."""


@allowed(Right.PLAN)
def change_session(desk: Desk, session: SessionId, **fields: Unpack[SessionFields]) -> Done:
    """Change one session: only the fields that are given; its group and the other sessions stay.

    With another day a register that nobody has written on is given back: who is expected, and who is
    away, is a matter of the new day. Refused in words: another day for a session that was held; other
    people or another activity once the register is taken.
    """
    return _change(desk, session, fields, "session.changed")


@allowed(Right.PLAN)
def move(desk: Desk, session: SessionId, **fields: Unpack[SessionFields]) -> Done:
    """Give one session another day, time or room: `change_session` under its own name in the history."""
    return _change(desk, session, fields, "session.moved")


@allowed(Right.PLAN)
def remove_session(desk: Desk, session: SessionId) -> Done:
    """Take a planned session off the calendar. Refused once anything is recorded or printed of it.

    A group's series does not plan that day again.
    """
    row = existing(session)
    if row.status == SessionStatus.HELD or _recorded(session):
        raise Refused(N_("Something is recorded for this session. Mark it as not held instead."))
    if Print.select().where(Print.session == session).exists():
        raise Refused(N_("A sheet of this session was printed. Mark it as not held instead."))
    _refuse_locked(desk, row)
    with desk.step("session.removed", activity=row.activity_id, date=row.date.isoformat()) as step:
        if row.group_id is not None and row.series_date is not None:
            _leave_gap(step, row)
        delete_session(step, row)
    return step.done


@allowed(Right.READ)
def invited(desk: Desk, session: SessionId) -> tuple[ParticipantId, ...]:
    """People invited to this one session, besides the members of its group. One SELECT."""
    rows = SessionInvite.select().where(SessionInvite.session == session).order_by(SessionInvite.id)
    return tuple(ParticipantId(row.participant_id) for row in rows)


def existing(session: SessionId) -> Session:
    """The session's row; refused in words when there is none."""
    row: Session | None = Session.get_or_none(Session.id == session)
    if row is None:
        raise Refused(N_("There is no session with the number {number}."), number=session)
    return row


def _change(desk: Desk, session: SessionId, fields: SessionFields, verb: str) -> Done:
    row = existing(session)
    anew = row.register_taken and fields.get("date", row.date) != row.date and not _recorded(session)
    _check(row, fields, settled=row.register_taken and not anew)
    _require_open(desk, row, fields)
    with desk.step(verb, session=row.id) as step:
        if anew:
            give_register_back(step, row)
        if "activity" in fields and fields["activity"] != row.activity_id:
            _other_activity(step, row, fields["activity"])
        day = row.date
        _fill(row, fields)
        if row.date != day:
            _closed_or_not(desk, row)
        step.save(row)
        if "staff" in fields:
            other_staff(step, row, fields["staff"])
        if "people" in fields:
            _other_people(step, row, fields["people"])
    return step.done


def _require_open(desk: Desk, row: Session, fields: SessionFields) -> None:
    """Raise NeedsReason for what belongs to the record of a locked register.

    Hours are counted from the times, and who ran it answers for it; both are locked with what is
    recorded: nothing recorded, no lock. Title, room and place are the calendar's and stay free.
    """
    same = all(
        fields.get(when, getattr(row, when)) == getattr(row, when) for when in ("date", "start", "end")
    )
    if same and "staff" in fields:
        before = [each.facilitator_id for each in staff_rows(row.id)]
        same = before == list(dict.fromkeys(fields["staff"]))
    if same or row.date > desk.today:
        return
    if row.status == SessionStatus.HELD or _recorded(SessionId(row.id)):
        require_open(desk, {SessionId(row.id): row.date})


def _refuse_locked(desk: Desk, row: Session) -> None:
    """A locked register that names people does not go: nothing would be left to keep the reason."""
    if Attendance.select().where(Attendance.session == row.id).exists():
        lock = lock_of(desk, SessionId(row.id), row.date)
        if lock is not None:
            raise Refused(LOCKED, day=lock.since)


def _recorded(session: SessionId) -> bool:
    """Whether anybody has written on the register: more than what a planned absence filled in."""
    said = (Attendance.status.is_null(False) & ~Attendance.planned) | (Attendance.reason != "")
    for number in (Attendance.participation, Attendance.mood_before, Attendance.mood_after):
        said |= number.is_null(False)
    if Attendance.select().where(Attendance.session == session, said).exists():
        return True
    return bool(Result.select().join(SessionTask).where(SessionTask.session == session).exists())


def _check(row: Session, fields: SessionFields, *, settled: bool) -> None:
    check_times(fields.get("start", row.start), fields.get("end", row.end))
    day = fields.get("date", row.date)
    check_day(day)
    if day != row.date and row.status == SessionStatus.HELD:
        raise Refused(N_("This session was held: its day cannot be changed any more."))
    if settled and ("people" in fields or fields.get("activity", row.activity_id) != row.activity_id):
        raise Refused(N_("The register of this session is taken. Add people on the register."))
    check_references(fields.get("room"), fields.get("staff", ()), fields.get("people", ()))


def _fill(row: Session, fields: SessionFields) -> None:
    row.date = fields.get("date", row.date)
    row.start = fields.get("start", row.start)
    row.end = fields.get("end", row.end)
    if "room" in fields:
        row.room = fields["room"]
    if "place" in fields:
        row.place = clean_line(fields["place"])
    if row.room_id is not None:
        row.place = ""
    if "title" in fields:
        row.title = clean_line(fields["title"])


def _other_activity(step: Step, row: Session, activity: ActivityId) -> None:
    if not Activity.select().where(Activity.id == activity).exists():
        raise Refused(N_("Something that was chosen is no longer there. Choose again."))
    if row.group_id is not None:
        raise Refused(N_("This session belongs to a group: its activity cannot be changed here."))
    delete_all(step, SessionTask.select().where(SessionTask.session == row.id))
    row.activity = activity
    put_tasks(step, row, usual_tasks(activity))


def _other_people(step: Step, row: Session, people: Sequence[ParticipantId]) -> None:
    invites = list(SessionInvite.select().where(SessionInvite.session == row.id))
    there = {invite.participant_id for invite in invites}
    delete_all(step, (invite for invite in invites if invite.participant_id not in people))
    put_invites(step, row, [person for person in people if person not in there])


def _leave_gap(step: Step, row: Session) -> None:
    """Its place in the series stays empty."""
    there = GroupGap.select().where(GroupGap.group == row.group_id, GroupGap.date == row.series_date)
    if not there.exists():
        step.save(GroupGap(group=row.group_id, date=row.series_date))


def _closed_or_not(desk: Desk, row: Session) -> None:
    """Lost to a closure on its old day: on the new one it takes place, unless that is closed too."""
    if row.closure_id is not None and row.status == SessionStatus.NOT_HELD:
        found_again(row)
        closing = taken_by(
            row.date, ActivityId(row.activity_id), centre_closures(desk.store, row.date, row.date)
        )
        lose(row, closing, desk.store.journal.clock())
