"""Planning: a one-off, or a weekly group with its members and its sessions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Required, TypedDict, Unpack

from groupwork.domain.closures import taken_by
from groupwork.domain.ids import ActivityId, FacilitatorId, ParticipantId, RoomId, SessionId
from groupwork.domain.schedule import check_day, check_times
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.text import clean_name
from groupwork.errors import Refused
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.group_plan import NAMELESS, make_group
from groupwork.operations.session_rows import (
    activity_for,
    centre_closures,
    check_activity,
    check_references,
    lose,
    put_invites,
    put_staff,
    put_tasks,
    usual_tasks,
)
from groupwork.store.tables import Session

if TYPE_CHECKING:
    from groupwork.store.journal import Done


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
    if fields.get("weekly"):
        return _weekly(desk, fields, title, place)
    day = fields["date"]
    about = {"activity": fields.get("activity"), "date": day.isoformat(), "sessions": 1}
    with desk.step("session.planned", **about) as step:
        minutes = _minutes(fields["start"], fields["end"])
        activity, title = activity_for(step, fields.get("activity"), title, minutes, listed=False)
        row = Session(
            activity=activity.id,
            title=title,
            date=day,
            start=fields["start"],
            end=fields["end"],
            room=fields.get("room"),
            place=place,
        )
        closing = taken_by(day, ActivityId(activity.id), centre_closures(desk.store, day, day))
        lose(row, closing, desk.store.journal.clock())
        step.save(row)
        put_staff(step, row, fields.get("staff", ()))
        put_tasks(step, row, usual_tasks(activity.id))
        put_invites(step, row, fields.get("people", ()))
    return Planned(step.done, SessionId(row.id), 1, int(row.status == SessionStatus.NOT_HELD))


def _weekly(desk: Desk, fields: PlanFields, title: str, place: str) -> Planned:
    made = make_group(
        desk,
        activity=fields.get("activity"),
        title=title,
        date=fields["date"],
        start=fields["start"],
        end=fields["end"],
        every_weeks=fields.get("every_weeks", 1),
        until=fields.get("until"),
        room=fields.get("room"),
        place=place,
        staff=fields.get("staff", ()),
        people=fields.get("people", ()),
    )
    return Planned(made.done, made.session, made.sessions, made.lost)


def _checked(fields: PlanFields) -> tuple[str, str]:
    """The cleaned title and place, after everything that can be refused was looked at."""
    check_times(fields["start"], fields["end"])
    check_day(fields["date"])
    title = clean_name(fields["title"]) if fields.get("title", "").strip() else ""
    place = clean_name(fields["place"]) if fields.get("place", "").strip() else ""
    if fields.get("activity") is None and not title:
        raise Refused(NAMELESS)
    check_activity(fields.get("activity"))
    check_references(fields.get("room"), fields.get("staff", ()), fields.get("people", ()))
    return title, "" if fields.get("room") else place


def _minutes(start: dt.time, end: dt.time) -> int:
    return (end.hour - start.hour) * 60 + end.minute - start.minute
