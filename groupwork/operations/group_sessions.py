"""The sessions of a group's series: made ahead, and made again where nobody touched them.

A session is untouched in a field when it still has the group's old value. One that was moved, taken off the
calendar, called off, printed or written on stays as it is and keeps its place in the series.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from groupwork.domain.closures import taken_by
from groupwork.domain.groups import Rhythm
from groupwork.domain.ids import ActivityId
from groupwork.domain.sessions import SessionStatus
from groupwork.operations.group_rows import counted_from, rhythm_in
from groupwork.operations.session_rows import (
    centre_closures,
    lose,
    put_staff,
    put_tasks,
    usual_tasks,
)
from groupwork.store import reads_groups as reads
from groupwork.store.tables import Group, GroupFacilitator, Session

if TYPE_CHECKING:
    from groupwork.operations.desk import Desk
    from groupwork.store.journal import Step


@dataclass(frozen=True)
class Shape:
    """A group as it was before a change: what its sessions took over, and its series."""

    rhythm: Rhythm
    counted_from: dt.date
    to_date: dt.date | None
    title: str
    where: tuple[int | None, str]
    staff: tuple[int, ...]

    @property
    def times(self) -> tuple[dt.time, dt.time]:
        """Start and end."""
        return self.rhythm.start, self.rhythm.end

    @property
    def series(self) -> tuple[object, ...]:
        """Everything that decides on which days it meets."""
        rhythm = self.rhythm
        return rhythm.weekday, rhythm.every_weeks, rhythm.nth, self.counted_from, self.to_date


@dataclass(frozen=True)
class Coming:
    """A session of a group from some moment on; `free`: nobody decided or wrote anything about it."""

    row: Session
    free: bool
    printed: bool

    @property
    def place(self) -> dt.date:
        """Its day in the series."""
        day: dt.date = self.row.series_date or self.row.date
        return day

    @property
    def moved(self) -> bool:
        """Whether it was given another day than its series has."""
        return bool(self.place != self.row.date)


@dataclass
class Changed:
    """What became of the coming sessions."""

    made: int = 0
    removed: int = 0
    kept: int = 0
    """Sessions that stay although the series no longer has them: somebody did something with them."""


def regular_staff(group: int) -> tuple[int, ...]:
    """Who runs every session of the group, in order; who only stands in is not among them."""
    mine = GroupFacilitator.select().where(
        GroupFacilitator.group == group, GroupFacilitator.role != "stand_in"
    )
    rows = mine.order_by(GroupFacilitator.position, GroupFacilitator.id)
    return tuple(row.facilitator_id for row in rows)


def shape_of(row: Group) -> Shape:
    """The group as it is now. One SELECT."""
    where = (row.room_id, str(row.place))
    to_date: Any = row.to_date
    return Shape(rhythm_in(row), counted_from(row), to_date, str(row.name), where, regular_staff(row.id))


def make_sessions(step: Step, desk: Desk, row: Group, wanted: Sequence[dt.date]) -> list[Session]:
    """Make a session for each of these days; on a closed one it is lost to the closure."""
    if not wanted:
        return []
    closures = centre_closures(desk.store, min(wanted), max(wanted))
    staff, tasks, made = regular_staff(row.id), usual_tasks(row.activity_id), []
    for day in wanted:
        session = Session(
            group=row.id,
            activity=row.activity_id,
            title=row.name,
            date=day,
            series_date=day,
            start=row.start,
            end=row.end,
            room=row.room_id,
            place=row.place,
        )
        lose(session, taken_by(day, ActivityId(row.activity_id), closures), desk.store.journal.clock())
        step.save(session)
        put_staff(step, session, staff)
        put_tasks(step, session, tasks)
        made.append(session)
    return made


def coming(group: int, desk: Desk, first: dt.date) -> list[Coming]:
    """The group's sessions from a day on, by day. Two SELECTs."""
    facts = {
        id_: (bool(written), bool(printed))
        for id_, written, printed in reads.run(desk.store.db, group, first)
    }
    rows = Session.select().where(Session.group == group, Session.date >= first)
    found = []
    for row in rows.order_by(Session.date, Session.start, Session.id):
        written, printed = facts[row.id]
        found.append(Coming(row, _is_free(desk, row, written), printed))
    return found


def _is_free(desk: Desk, row: Session, written: bool) -> bool:
    """Planned or lost to a closure, not begun yet, and nobody wrote on it."""
    lost = row.status == SessionStatus.NOT_HELD and row.closure_id is not None
    undecided = row.status == SessionStatus.PLANNED or lost
    return undecided and not written and dt.datetime.combine(row.date, row.start) > desk.now
