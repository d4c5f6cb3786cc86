"""Days of a group's series that were taken off the calendar: named, and planned again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from groupwork.domain.ids import GroupId
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.group_sessions import make_sessions
from groupwork.store.tables import Group, GroupGap, Session

if TYPE_CHECKING:
    from groupwork.store.journal import Done

NO_GAP = N_("This day is not left out any more.")
ENDED = N_("The group does not meet on this day any more.")


@allowed(Right.READ)
def left_out(desk: Desk, group: GroupId) -> tuple[dt.date, ...]:
    """The days from today on that were taken off the calendar. One SELECT."""
    rows = GroupGap.select().where(GroupGap.group == group, GroupGap.date >= desk.today)
    return tuple(row.date for row in rows.order_by(GroupGap.date))


@allowed(Right.PLAN)
def plan_again(desk: Desk, group: GroupId, day: dt.date) -> Done:
    """Plan a day that was left out like the others of the series; on a closed day it is lost to the closure.

    Refused when the day is not left out, or lies after the group's end.
    """
    gap: GroupGap | None = GroupGap.get_or_none(GroupGap.group == group, GroupGap.date == day)
    if gap is None:
        raise Refused(NO_GAP)
    row = Group.get_by_id(group)
    if row.to_date is not None and row.to_date < day:
        raise Refused(ENDED)
    there = Session.select().where(Session.group == group, Session.series_date == day).exists()
    with desk.step("group.day_planned", group=group, date=day.isoformat()) as step:
        step.delete(gap)
        make_sessions(step, desk, row, () if there else (day,))
    return step.done
