"""After one session of a group was moved by hand: the ones that follow move with it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from groupwork.domain.ids import SessionId
from groupwork.operations.changes import SessionFields, change_session, existing
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.series import change_following

if TYPE_CHECKING:
    from groupwork.store.journal import Done


@allowed(Right.PLAN)
def move_following_too(desk: Desk, session: SessionId, before: tuple[dt.date, dt.time, dt.time]) -> Done:
    """Give the untouched sessions that follow, and the group, the day and time this one was moved to.

    `before` is the day, start and end it had. One step: taking it back leaves this session where it was
    moved. Refused as changing the following sessions is.
    """
    row = existing(session)
    now = SessionFields(date=row.date, start=row.start, end=row.end)
    day, start, end = before
    with desk.step("series.changed", group=row.group_id, session=session) as step:
        change_session(desk, session, date=day, start=start, end=end)
        change_following(desk, session, **now)
    return step.done
