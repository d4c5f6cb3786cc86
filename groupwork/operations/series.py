"""Changing a session together with those after it: the group's own values change from that day on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

from groupwork.domain.groups import StaffRole
from groupwork.domain.ids import FacilitatorId, GroupId, RoomId, SessionId
from groupwork.domain.series import nth_of
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.changes import SessionFields, change_session, existing
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.group_fields import GroupFields
from groupwork.operations.group_plan import change, group_staff
from groupwork.operations.group_rows import existing_group
from groupwork.operations.group_sessions import coming
from groupwork.operations.session_rows import staff_rows

if TYPE_CHECKING:
    from groupwork.store.journal import Done
    from groupwork.store.tables import Group, Session

ALONE = N_("This session belongs to no group: there is nothing that follows it.")


@allowed(Right.READ)
def following(desk: Desk, session: SessionId) -> int:
    """How many sessions of the group after this one nobody touched; 0 for a one-off."""
    row = existing(session)
    if row.group_id is None:
        return 0
    ahead = coming(row.group_id, desk, row.date)
    return sum(s.free and not s.moved and (s.row.date, s.row.start) > (row.date, row.start) for s in ahead)


@allowed(Right.PLAN)
def change_following(desk: Desk, session: SessionId, **fields: Unpack[SessionFields]) -> Done:
    """Change this session and those after it ("this and following"): one step.

    Only fields that differ from the session's own count. The group gets its new values, the coming
    sessions nobody touched follow, earlier ones keep theirs. People stay a matter of this session.
    Refused as changing one session is, and for a session of no group.
    """
    return _change(desk, session, fields, existing(session).date)


@allowed(Right.PLAN)
def change_all(desk: Desk, session: SessionId, **fields: Unpack[SessionFields]) -> Done:
    """The same for every coming session of the group, also those before this one."""
    return _change(desk, session, fields, desk.today)


def _change(desk: Desk, session: SessionId, fields: SessionFields, since: dt.date) -> Done:
    row = existing(session)
    if row.group_id is None:
        raise Refused(ALONE)
    group = existing_group(GroupId(row.group_id))
    wanted, shift = _for_group(row, group, fields)
    first = min(since, fields.get("date", since), row.date) if shift is not None else since
    with desk.step("series.changed", group=group.id, session=session) as step:
        if wanted:
            change(step, desk, group, wanted, max(first, desk.today), shift)
        change_session(desk, session, **fields)
    return step.done


def _for_group(row: Session, group: Group, fields: SessionFields) -> tuple[GroupFields, dt.timedelta | None]:
    """What of the change concerns the group, and by how much its days move."""
    wanted, shift = GroupFields(), None
    if fields.get("start", row.start) != row.start or fields.get("end", row.end) != row.end:
        wanted["start"], wanted["end"] = fields.get("start", row.start), fields.get("end", row.end)
    if fields.get("room", row.room_id) != row.room_id or fields.get("place", row.place) != row.place:
        room = fields.get("room", row.room_id)
        wanted["room"] = None if room is None else RoomId(room)
        wanted["place"] = fields.get("place", row.place)
    if fields.get("title", row.title) != row.title:
        wanted["name"] = fields["title"]
    if "staff" in fields and list(fields["staff"]) != [s.facilitator_id for s in staff_rows(row.id)]:
        _staff(wanted, group.id, fields["staff"])
    day = fields.get("date", row.date)
    if day != row.date:
        wanted["weekday"] = day.weekday()
        if group.nth is None and row.series_date is not None:
            shift = day - row.series_date
        elif group.nth is not None:
            wanted["nth"] = nth_of(day)
    return wanted, shift


def _staff(wanted: GroupFields, group: int, staff: Sequence[FacilitatorId]) -> None:
    """The session's staff becomes the group's; who stands in goes on doing so unless named now."""
    standing = [row.facilitator_id for row in group_staff(group) if row.role == StaffRole.STAND_IN]
    wanted["staff"] = [*staff, *(FacilitatorId(id_) for id_ in standing if id_ not in staff)]
    wanted["roles"] = {person: StaffRole.ASSIST for person in staff if person in standing}
