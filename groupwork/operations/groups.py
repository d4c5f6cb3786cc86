"""Groups read: the list, one group with its sessions, and how far one has come."""

from __future__ import annotations

from datetime import date, time, timedelta

from groupwork.domain.clashes import Clash
from groupwork.domain.groups import GroupInfo, GroupPage
from groupwork.domain.ids import ActivityId, GroupId, SessionId
from groupwork.domain.numbering import Counted, GroupCount, group_count
from groupwork.domain.schedule import GroupBrief, numbering_window
from groupwork.domain.sessions import SessionInfo, SessionStatus
from groupwork.errors import Refused
from groupwork.operations.changes import existing
from groupwork.operations.clashes import clashes_between
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.group_rows import NO_GROUP, info_of, staff_of
from groupwork.operations.sessions import group_sessions
from groupwork.operations.settings import read_centre
from groupwork.store import reads_groups as group_reads
from groupwork.store import reads_sessions as reads

AHEAD = timedelta(weeks=26)


@allowed(Right.READ)
def groups(desk: Desk, on: date | None = None) -> tuple[GroupBrief, ...]:
    """The groups that run on or after a day (default today), by weekday and start. One SELECT."""
    rows = reads.groups(desk.store.db, on or desk.today)
    return tuple(
        GroupBrief(
            GroupId(id_),
            ActivityId(activity),
            name,
            weekday,
            time.fromisoformat(start),
            time.fromisoformat(end),
            room or "",
            members,
            most,
        )
        for id_, activity, name, weekday, start, end, room, members, most in rows
    )


@allowed(Right.READ)
def group_list(desk: Desk, on: date | None = None, *, ended: bool = False) -> tuple[GroupInfo, ...]:
    """The groups that run on or after a day (today), or that ended before it, by weekday and start.

    Two SELECTs.
    """
    which, day = "ended" if ended else "running", on or desk.today
    staff = staff_of(group_reads.staff(desk.store.db, which, day))
    rows = group_reads.groups(desk.store.db, which, day)
    return tuple(info_of(row, staff.get(row[0], ())) for row in rows)


@allowed(Right.READ)
def group(desk: Desk, group: GroupId) -> GroupInfo:
    """One group with today's members. Refused in words when there is none of that number. Two SELECTs."""
    return _one(desk, group)


@allowed(Right.READ)
def page(desk: Desk, group: GroupId) -> GroupPage:
    """One group with its sessions of today's term (or year) and those ahead, and its count. Six SELECTs."""
    info = _one(desk, group)
    first, last = numbering_window(desk.today, read_centre(desk.store).terms)
    found = group_sessions(desk, group, first, max(last, desk.today + AHEAD))
    run = [session for session in found if session.date <= last]
    ahead = (s for s in found if s.ends > desk.now and s.status is not SessionStatus.NOT_HELD)
    coming = next(ahead, None)
    at = coming if coming in run else next(iter(reversed(run)), None)
    count = group_count(map(_seen, run), _seen(at)) if at is not None else None
    return GroupPage(info, found, count, coming)


@allowed(Right.READ)
def clashes_ahead(desk: Desk) -> dict[GroupId, tuple[Clash, ...]]:
    """What each group clashes with within two weeks, each said once. Four SELECTs."""
    first, last = desk.today, desk.today + timedelta(days=13)
    groups_of = {row[0]: row[1] for row in group_reads.group_of_sessions(desk.store.db, first, last)}
    found: dict[GroupId, tuple[Clash, ...]] = {}
    for session, clashes in clashes_between(desk, first, last).items():
        if session in groups_of:
            number = GroupId(groups_of[session])
            found[number] = tuple(dict.fromkeys((*found.get(number, ()), *clashes)))
    return found


@allowed(Right.READ)
def count_in_group(desk: Desk, session: SessionId) -> GroupCount | None:
    """ "5 of 11, 1 lost to Teamtag" for the session's own group in its term; None for a one-off."""
    row = existing(session)
    if row.group_id is None:
        return None
    window = numbering_window(row.date, read_centre(desk.store).terms)
    run = [_counted(found) for found in reads.group_run(desk.store.db, row.group_id, *window)]
    return group_count(run, next(found for found in run if found.id == session))


def _one(desk: Desk, group: GroupId) -> GroupInfo:
    rows = group_reads.groups(desk.store.db, "one", desk.today, group)
    if not rows:
        raise Refused(NO_GROUP, number=group)
    staff = staff_of(group_reads.staff(desk.store.db, "one", desk.today, group))
    return info_of(rows[0], staff.get(rows[0][0], ()))


def _seen(info: SessionInfo) -> Counted:
    return Counted(info.id, info.date, info.start, info.activity, info.group, info.status, info.reason)


def _counted(row: tuple[int, str, str, int, int, str, str]) -> Counted:
    id_, day, start, activity, group, status, reason = row
    return Counted(
        SessionId(id_),
        date.fromisoformat(day),
        time.fromisoformat(start),
        ActivityId(activity),
        GroupId(group),
        SessionStatus(status),
        reason,
    )
