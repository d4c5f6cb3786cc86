"""Making groups, changing and ending them, and planning them further ahead: each one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Unpack

from groupwork.domain.groups import Rhythm, StaffRole, check_span
from groupwork.domain.ids import FacilitatorId, GroupId, SessionId
from groupwork.domain.schedule import check_day
from groupwork.domain.series import days
from groupwork.domain.sessions import Category, SessionStatus
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.group_fields import GroupFields, check_fields, fill, minutes_of, rhythm_from
from groupwork.operations.group_horizon import horizon_of
from groupwork.operations.group_remap import follow
from groupwork.operations.group_rows import counted_from, existing_group, rhythm_in
from groupwork.operations.group_sessions import Changed, coming, make_sessions, shape_of
from groupwork.operations.session_rows import activity_for, delete_all, delete_session
from groupwork.store.tables import Group, GroupFacilitator, Membership, Waiting

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

NO_DAYS = N_("No session would fall into these days. Choose other ones.")
NAMELESS = N_("Choose an activity or type a title.")


@dataclass(frozen=True)
class GroupMade:
    """A new group: its first session, how many were made, and how many of them fall on closed days."""

    done: Done
    group: GroupId
    session: SessionId
    sessions: int
    lost: int = 0


@dataclass(frozen=True)
class GroupChanged:
    """A changed or ended group: sessions that were made, removed, and kept because somebody touched them."""

    done: Done
    made: int = 0
    removed: int = 0
    kept: int = 0


@allowed(Right.PLAN)
def make_group(desk: Desk, **fields: Unpack[GroupFields]) -> GroupMade:
    """Make a group with its people and its sessions to the term's end (or 26 weeks), or to its last day.

    Needs `date`, `start`, `end` and an activity or a title, which then becomes an activity of the library.
    Sessions on a closed day are made as not held. One step. Refused in words: no length, over midnight,
    unknown room or people, no day at all, more than 400 sessions.
    """
    check_fields(fields)
    first = fields["date"]
    rhythm = rhythm_from(fields, Rhythm(first.weekday(), fields["start"], fields["end"]))
    title = clean_line(fields.get("title", ""))
    if fields.get("activity") is None and not title:
        raise Refused(NAMELESS)
    last = fields.get("until") or horizon_of(desk.store, first)
    wanted = days(rhythm, first, first, last)
    if not wanted:
        raise Refused(NO_DAYS)
    minutes = minutes_of(rhythm)
    about = {"activity": fields.get("activity"), "date": first.isoformat(), "sessions": len(wanted)}
    with desk.step("group.made", **about) as step:
        kind = fields.get("category", Category.COMMUNITY)
        found = activity_for(step, fields.get("activity"), title, minutes, listed=True, category=kind)
        activity, rest = found
        row = Group(activity=activity.id, name=rest, from_date=first)
        fill(row, fields, rhythm)
        step.save(row)
        put_group_staff(step, row.id, fields.get("staff", ()), fields.get("roles", {}))
        for person in dict.fromkeys(fields.get("people", ())):
            step.save(Membership(group=row.id, participant=person, from_date=first))
        made = make_sessions(step, desk, row, wanted)
    lost = sum(session.status == SessionStatus.NOT_HELD for session in made)
    return GroupMade(step.done, GroupId(row.id), SessionId(made[0].id), len(made), lost)


@allowed(Right.PLAN)
def change_group(
    desk: Desk, group: GroupId, since: dt.date | None = None, **fields: Unpack[GroupFields]
) -> GroupChanged:
    """Change a group and its coming sessions from a day on (today): one step.

    Only sessions nobody touched follow, each in the fields that still have the group's old value; one that
    was moved, taken out, called off, printed or written on stays. With an earlier last day the sessions
    after it go, and memberships end. Refused as making a group is; the activity stays.
    """
    row = existing_group(group)
    with desk.step("group.changed", group=group) as step:
        changed = change(step, desk, row, fields, since or desk.today)
    return GroupChanged(step.done, changed.made, changed.removed, changed.kept)


@allowed(Right.PLAN)
def end_group(desk: Desk, group: GroupId, last_day: dt.date) -> GroupChanged:
    """End a group: later sessions nobody touched go, memberships end that day, nobody waits any more."""
    row = existing_group(group)
    check_day(last_day)
    check_span(row.from_date, last_day)
    with desk.step("group.ended", group=group, date=last_day.isoformat()) as step:
        row.to_date = last_day
        step.save(row)
        changed = _cut(desk, step, row)
        for waits in Waiting.select().where(Waiting.group == group, Waiting.ended.is_null()):
            waits.ended, waits.outcome = desk.today, "given_up"
            step.save(waits)
    return GroupChanged(step.done, 0, changed.removed, changed.kept)


def change(
    step: Step,
    desk: Desk,
    row: Group,
    fields: GroupFields,
    since: dt.date,
    shift: dt.timedelta | None = None,
) -> Changed:
    """The change itself within an open step; `shift` moves the weekly days by so much, also over a week."""
    check_fields(fields)
    before = shape_of(row)
    old_end: Any = row.to_date
    rhythm = rhythm_from(fields, rhythm_in(row))
    if rhythm.every_weeks != before.rhythm.every_weeks:
        places = [session.place for session in coming(row.id, desk, since)]
        row.counted_from = min(places, default=since)
    if shift is not None:
        row.counted_from = counted_from(row) + shift
    fill(row, fields, rhythm)
    check_span(row.from_date, row.to_date)
    step.save(row)
    if "staff" in fields:
        put_group_staff(step, row.id, fields["staff"], fields.get("roles", {}))
    changed = follow(step, desk, row, before, since, shift)
    if row.to_date is not None and (old_end is None or row.to_date < old_end):
        cut = _cut(desk, step, row)
        changed.removed += cut.removed
    return changed


def put_group_staff(
    step: Step, group: int, staff: Sequence[FacilitatorId], roles: Mapping[FacilitatorId, StaffRole]
) -> None:
    """Enter who runs a group, in this order; without a role somebody keeps theirs, or gets the usual one."""
    present = {row.facilitator_id: row for row in group_staff(group)}
    wanted = list(dict.fromkeys(staff))
    delete_all(step, (row for person, row in present.items() if person not in wanted))
    for position, person in enumerate(wanted):
        usual = StaffRole.LEAD if position == 0 else StaffRole.ASSIST
        row = present.get(person) or GroupFacilitator(group=group, facilitator=person, role=usual.value)
        row.position, row.role = position, StaffRole(roles.get(person, row.role)).value
        step.save(row)


def group_staff(group: int) -> list[GroupFacilitator]:
    """Who runs a group, in order, also who only stands in."""
    mine = GroupFacilitator.select().where(GroupFacilitator.group == group)
    return list(mine.order_by(GroupFacilitator.position, GroupFacilitator.id))


def _cut(desk: Desk, step: Step, row: Group) -> Changed:
    """Take away what lies after the group's last day: untouched sessions, and days of memberships."""
    cut = Changed()
    for session in coming(row.id, desk, row.to_date + dt.timedelta(days=1)):
        if session.free and not session.printed:
            delete_session(step, session.row)
            cut.removed += 1
        else:
            cut.kept += 1
    for member in Membership.select().where(Membership.group == row.id):
        if member.from_date > row.to_date:
            step.delete(member)
        elif member.to_date is None or member.to_date > row.to_date:
            member.to_date = row.to_date
            step.save(member)
    return cut
