"""Planning: a one-off, or a weekly group with its members and its sessions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Required, TypedDict, Unpack

from groupwork.domain.closures import Closure, lost_to
from groupwork.domain.ids import ActivityId, FacilitatorId, ParticipantId, RoomId, SessionId
from groupwork.domain.schedule import check_day, check_times, horizon, recurrence
from groupwork.domain.sessions import Category, SessionStatus
from groupwork.domain.text import clean_name, fold
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.library import new_activity
from groupwork.operations.settings import read_centre
from groupwork.store import reads_sessions as reads
from groupwork.store.tables import (
    Activity,
    ActivityTask,
    Facilitator,
    Group,
    GroupFacilitator,
    Membership,
    Participant,
    Room,
    Session,
    SessionFacilitator,
    SessionInvite,
    SessionTask,
)

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step


class PlanFields(TypedDict, total=False):
    """What a new session or weekly group consists of; `until` is the last day of a weekly one."""

    activity: ActivityId | None
    title: str
    date: Required[dt.date]
    start: Required[dt.time]
    end: Required[dt.time]
    room: RoomId | None
    place: str
    staff: Sequence[FacilitatorId]
    people: Sequence[ParticipantId]
    weekly: bool
    until: dt.date | None
    every_weeks: int


@dataclass(frozen=True)
class Planned:
    """What was planned: the first session, how many in all, and how many of them fall on closed days."""

    done: Done
    session: SessionId
    sessions: int
    lost: int = 0


@allowed(Right.PLAN)
def plan_session(desk: Desk, **fields: Unpack[PlanFields]) -> Planned:
    """Plan a one-off, or a weekly group with members and its sessions to the term's end (or 26 weeks).

    Without an activity the title becomes one: in the library when weekly, only for this session
    otherwise. Sessions on a day the centre is closed are made as not held, with the closure's name.
    One step. Refused in words: no or negative length, over midnight, neither activity nor title, unknown
    room or people, more than 400 sessions. Clashes do not refuse: ask `clashes_of` first.
    """
    title, place = _checked(fields)
    days = _days(desk, fields)
    closures = [_closure(c) for c in reads.closures(desk.store.db, days[0], days[-1])]
    about = {"activity": fields.get("activity"), "date": days[0].isoformat(), "sessions": len(days)}
    with desk.step("session.planned", **about) as step:
        activity, title = _activity(step, fields, title)
        group = _group(step, fields, activity, title, place) if fields.get("weekly") else None
        tasks = usual_tasks(activity.id)
        made = [_session(fields, day, (activity, group, title, place)) for day in days]
        for row in made:
            _lose(row, lost_to(row.date, activity.id, closures), desk.store.journal.clock())
            step.save(row)
            put_staff(step, row, fields.get("staff", ()))
            put_tasks(step, row, tasks)
            if group is None:
                put_invites(step, row, fields.get("people", ()))
    lost = sum(row.status == SessionStatus.NOT_HELD for row in made)
    return Planned(step.done, SessionId(made[0].id), len(made), lost)


def _checked(fields: PlanFields) -> tuple[str, str]:
    """The cleaned title and place, after everything that can be refused was looked at."""
    check_times(fields["start"], fields["end"])
    check_day(fields["date"])
    title = clean_name(fields["title"]) if fields.get("title", "").strip() else ""
    place = clean_name(fields["place"]) if fields.get("place", "").strip() else ""
    if fields.get("activity") is None and not title:
        raise Refused(N_("Choose an activity or type a title."))
    _known(Activity, [fields["activity"]] if fields.get("activity") else [])
    check_references(fields.get("room"), fields.get("staff", ()), fields.get("people", ()))
    return title, "" if fields.get("room") else place


def check_references(
    room: RoomId | None, staff: Sequence[FacilitatorId], people: Sequence[ParticipantId]
) -> None:
    """Refuse a room, facilitator or participant that is not in the file."""
    _known(Room, [] if room is None else [room])
    _known(Facilitator, staff)
    _known(Participant, people)


def _known(table: Any, ids: Iterable[Any]) -> None:
    wanted = set(ids)
    if wanted and table.select().where(table.id.in_(wanted)).count() != len(wanted):
        raise Refused(N_("Something that was chosen is no longer there. Choose again."))


def _days(desk: Desk, fields: PlanFields) -> tuple[dt.date, ...]:
    if not fields.get("weekly"):
        return (fields["date"],)
    until = fields.get("until")
    if until is not None:
        check_day(until)
    last = until or horizon(fields["date"], read_centre(desk.store).term)
    return recurrence(fields["date"], every_weeks=fields.get("every_weeks", 1), until=last)


def _closure(row: tuple[Any, ...]) -> Closure:
    return Closure(dt.date.fromisoformat(row[0]), dt.date.fromisoformat(row[1]), *row[2:])


def _activity(step: Step, fields: PlanFields, title: str) -> tuple[Activity, str]:
    """The activity and the session's own title (empty when it would only repeat the activity's name)."""
    if fields.get("activity") is not None:
        activity = Activity.get_by_id(fields["activity"])
        return activity, "" if fold(title) == fold(activity.name) else title
    weekly = bool(fields.get("weekly"))
    named = (a for a in Activity.select().order_by(Activity.active.desc(), Activity.id))
    found = next((a for a in named if fold(a.name) == fold(title) and (a.active or not weekly)), None)
    if found is not None:
        return found, ""
    start, end = fields["start"], fields["end"]
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    made = new_activity(title, Category.COMMUNITY, minutes, listed=weekly)
    step.save(made)
    return made, ""


def _group(step: Step, fields: PlanFields, activity: Activity, title: str, place: str) -> Group:
    group = Group(
        activity=activity.id,
        name=title,
        weekday=fields["date"].weekday(),
        start=fields["start"],
        end=fields["end"],
        every_weeks=fields.get("every_weeks", 1),
        from_date=fields["date"],
        to_date=fields.get("until"),
        room=fields.get("room"),
        place=place,
    )
    step.save(group)
    for position, person in enumerate(dict.fromkeys(fields.get("staff", ()))):
        step.save(GroupFacilitator(group=group.id, facilitator=person, position=position))
    for member in dict.fromkeys(fields.get("people", ())):
        step.save(Membership(group=group.id, participant=member, from_date=fields["date"]))
    return group


def _session(fields: PlanFields, day: dt.date, of: tuple[Activity, Group | None, str, str]) -> Session:
    activity, group, title, place = of
    return Session(
        group=group.id if group else None,
        activity=activity.id,
        title=title,
        date=day,
        start=fields["start"],
        end=fields["end"],
        room=fields.get("room"),
        place=place,
    )


def _lose(row: Session, closure: str, now: dt.datetime) -> None:
    """A session on a day the centre is closed does not take place."""
    if closure:
        row.status, row.reason, row.decided_at = SessionStatus.NOT_HELD.value, closure, now


def usual_tasks(activity: int) -> tuple[ActivityTask, ...]:
    """The tasks that every session of an activity starts with, in order."""
    usual = ActivityTask.select().where(ActivityTask.activity == activity, ActivityTask.usual)
    return tuple(usual.order_by(ActivityTask.position, ActivityTask.id))


def put_staff(step: Step, session: Session, staff: Sequence[FacilitatorId]) -> None:
    """Enter who runs a session, in this order."""
    for position, person in enumerate(dict.fromkeys(staff)):
        step.save(SessionFacilitator(session=session.id, facilitator=person, position=position))


def put_tasks(step: Step, session: Session, tasks: Sequence[ActivityTask]) -> None:
    """Enter a session's tasks: a copy of the activity's words as they are now."""
    for position, task in enumerate(tasks):
        step.save(SessionTask(session=session.id, position=position, name=task.name, activity_task=task.id))


def put_invites(step: Step, session: Session, people: Sequence[ParticipantId]) -> None:
    """Invite people to one session."""
    for person in dict.fromkeys(people):
        step.save(SessionInvite(session=session.id, participant=person))
