"""Groups read: the list, and how far one group has come."""

from __future__ import annotations

from datetime import date, time

from groupwork.domain.ids import ActivityId, GroupId, SessionId
from groupwork.domain.numbering import Counted, GroupCount, group_count
from groupwork.domain.schedule import GroupBrief, numbering_window
from groupwork.domain.sessions import SessionStatus
from groupwork.operations.changes import existing
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.settings import read_centre
from groupwork.store import reads_sessions as reads


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
def count_in_group(desk: Desk, session: SessionId) -> GroupCount | None:
    """ "5 of 11, 1 lost to Teamtag" for the session's own group in its term; None for a one-off."""
    row = existing(session)
    if row.group_id is None:
        return None
    window = numbering_window(row.date, read_centre(desk.store).term)
    run = [_counted(found) for found in reads.group_run(desk.store.db, row.group_id, *window)]
    return group_count(run, next(found for found in run if found.id == session))


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
