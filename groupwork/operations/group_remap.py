"""After a group changed: what its coming sessions take over, and which day each of them now has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from groupwork.domain.closures import taken_by
from groupwork.domain.ids import ActivityId
from groupwork.domain.series import days, is_day
from groupwork.domain.sessions import SessionStatus
from groupwork.operations.group_horizon import horizon_of
from groupwork.operations.group_rows import counted_from, rhythm_in
from groupwork.operations.group_sessions import Changed, Coming, Shape, coming, make_sessions, shape_of
from groupwork.operations.session_rows import (
    centre_closures,
    delete_all,
    delete_session,
    found_again,
    give_register_back,
    lose,
    other_staff,
    staff_rows,
)
from groupwork.store.tables import Group, GroupGap, Session

if TYPE_CHECKING:
    from groupwork.operations.desk import Desk
    from groupwork.store.journal import Step


def follow(
    step: Step, desk: Desk, row: Group, before: Shape, first: dt.date, shift: dt.timedelta | None = None
) -> Changed:
    """After the group's row was saved: give its coming sessions from a day on what changed of it.

    `shift` says by how much the weekly days move when that is not within each week.
    """
    now, ahead = shape_of(row), coming(row.id, desk, first)
    if now.series == before.series:
        _take_over(step, ahead, before, now)
        return Changed()
    changed = _Remap(desk, step, row, before, first, shift).run(ahead)
    _take_over(step, coming(row.id, desk, first), before, now)
    return changed


@dataclass
class _Remap:
    """Moves the places of a series that changed; see `follow`."""

    desk: Desk
    step: Step
    group: Group
    before: Shape
    first: dt.date
    shift: dt.timedelta | None
    changed: Changed = field(default_factory=Changed)
    taken: set[dt.date] = field(default_factory=set)

    def run(self, ahead: Sequence[Coming]) -> Changed:
        """Give each session its new day, remove what the series no longer has, make what is missing."""
        self.rhythm, self.counted = rhythm_in(self.group), counted_from(self.group)
        begins = max(self.first, self.group.from_date)
        self.new = days(self.rhythm, self.counted, begins, _last_planned(self.desk, self.group, ahead))
        self.closures = centre_closures(self.desk.store, self.first, dt.date.max)
        self._occupy_past()
        self._move_gaps()
        for session in sorted(ahead, key=lambda s: (s.free and not s.moved, s.place)):
            self._place(session)
        standing = {session.row.date for session in coming(self.group.id, self.desk, self.first)}
        made = [day for day in self.new if day not in self.taken | standing]
        make_sessions(self.step, self.desk, self.group, made)
        self.changed.made += len(made)
        self._drop_filled_gaps()
        return self.changed

    def _place(self, session: Coming) -> None:
        if session.row.series_date is None:  # an extra one: the series neither has nor needs it
            return
        target = self._target(session.place)
        fits = target is not None and target in self.new and target not in self.taken
        known = is_day(self.before.rhythm, self.before.counted_from, session.place)
        if not session.free or session.moved or not known:
            self._stay(session, target if fits else None)
        elif target is not None and fits:
            self._move(session.row, target)
        elif self._too_late(target) or session.printed:
            self._stay(session, None)
        else:
            delete_session(self.step, session.row)
            self.changed.removed += 1

    def _too_late(self, target: dt.date | None) -> bool:
        """Its new day in the week of the change is over already: this once the old one stays."""
        return (
            self._by_days() is not None
            and target is not None
            and (self.group.from_date <= target < self.first)
        )

    def _stay(self, session: Coming, target: dt.date | None) -> None:
        """It keeps its own day and, where the series still has one for it, a place; else it is an extra."""
        if target is None:
            self.changed.kept += 1
        else:
            self.taken.add(target)
        if session.row.status != SessionStatus.HELD and session.row.series_date != target:
            session.row.series_date = target
            self.step.save(session.row)

    def _move(self, row: Session, day: dt.date) -> None:
        self.taken.add(day)
        if row.date == day:
            return
        give_register_back(self.step, row)
        row.date = row.series_date = day
        found_again(row)
        closure = taken_by(day, ActivityId(row.activity_id), self.closures)
        lose(row, closure, self.desk.store.journal.clock())
        self.step.save(row)

    def _move_gaps(self) -> None:
        """A day that was taken out stays out, on whatever day the series now has it."""
        mine = GroupGap.select().where(GroupGap.group == self.group.id, GroupGap.date >= self.first)
        gaps = {gap: self._target(gap.date) for gap in mine}
        moved = {gap: day for gap, day in gaps.items() if day in self.new}
        self.taken |= {day for day in moved.values() if day is not None}
        delete_all(self.step, (gap for gap, day in moved.items() if day != gap.date))
        kept = {gap.date for gap, day in gaps.items() if gap not in moved or day == gap.date}
        for day in sorted({day for day in moved.values() if day is not None} - kept):
            self.step.save(GroupGap(group=self.group.id, date=day))

    def _drop_filled_gaps(self) -> None:
        """Where another place of the series has come to lie on a gap's day, there is no gap any more."""
        places = {session.place for session in coming(self.group.id, self.desk, self.first)}
        mine = GroupGap.select().where(GroupGap.group == self.group.id, GroupGap.date >= self.first)
        delete_all(self.step, (gap for gap in mine if gap.date in places))

    def _occupy_past(self) -> None:
        """The week in which the change begins may have had its session already."""
        back = self.first - dt.timedelta(weeks=6)
        past = Session.select().where(
            Session.group == self.group.id, Session.date < self.first, Session.date >= back
        )
        for row in past:
            target = self._target(row.series_date or row.date)
            if target is not None:
                self.taken.add(target)

    def _by_days(self) -> dt.timedelta | None:
        """By how much every day of the series moves; None when it becomes another kind of series."""
        old, new = self.before.rhythm, self.rhythm
        if self.shift is not None:
            return self.shift
        if (old.nth, new.nth) == (None, None) and old.every_weeks == new.every_weeks:
            return dt.timedelta(days=new.weekday - old.weekday)
        return None

    def _target(self, day: dt.date) -> dt.date | None:
        """The day of the new series that stands in for a day of the old one, or None."""
        moves = self._by_days()
        if moves is not None:
            return day + moves
        if self.rhythm.nth is not None:
            begins = day.replace(day=1)
            ends = (begins + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        else:
            begins = day - dt.timedelta(days=day.weekday())
            ends = begins + dt.timedelta(days=6)
        return next(iter(days(self.rhythm, self.counted, begins, ends)), None)


def _last_planned(desk: Desk, row: Group, ahead: Iterable[Coming]) -> dt.date:
    """How far the group is planned: to its end, else as far as it is and at least to the horizon."""
    if row.to_date is not None:
        last: dt.date = row.to_date
        return last
    return max([horizon_of(desk.store, desk.today), *(session.place for session in ahead)])


def _take_over(step: Step, ahead: Iterable[Coming], before: Shape, now: Shape) -> None:
    """Each field that still has the group's old value gets its new one."""
    for session in ahead:
        if session.free:
            _fill(session.row, before, now)
            step.save(session.row)
            if before.staff != now.staff:
                present = tuple(old.facilitator_id for old in staff_rows(session.row.id))
                if present == before.staff:
                    other_staff(step, session.row, now.staff)


def _fill(row: Session, before: Shape, now: Shape) -> None:
    if (row.start, row.end) == before.times:
        row.start, row.end = now.times
    if (row.room_id, row.place) == before.where:
        row.room, row.place = now.where
    if row.title == before.title:
        row.title = now.title
