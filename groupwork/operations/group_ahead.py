"""Planning the running groups further ahead when a term begins or what is planned comes to its end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from groupwork.domain.series import days
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.group_horizon import enough, wanted_to
from groupwork.operations.group_rows import day_of, rhythm_of
from groupwork.operations.group_sessions import make_sessions
from groupwork.store import reads_groups as reads
from groupwork.store.tables import Group

if TYPE_CHECKING:
    from groupwork.store.journal import Done


@dataclass(frozen=True)
class Ahead:
    """What planning further would add: to which day, for how many groups, how many sessions."""

    until: dt.date
    groups: int = 0
    sessions: int = 0


@dataclass(frozen=True)
class Extended:
    """Groups planned further ahead."""

    done: Done
    sessions: int


@allowed(Right.READ)
def ahead(desk: Desk) -> Ahead:
    """What `extend` would plan now: for the term that runs or begins soon, else 26 weeks. One SELECT."""
    until = wanted_to(desk.store, desk.today)
    missing = [wanted for _group, wanted in _missing(desk, until)]
    return Ahead(until, len(missing), sum(map(len, missing)))


@allowed(Right.PLAN)
def extend(desk: Desk) -> Extended:
    """Plan every running group to the end of the term that runs or begins soon (or 26 weeks): one step."""
    until = wanted_to(desk.store, desk.today)
    missing = _missing(desk, until)
    sessions = sum(len(wanted) for _group, wanted in missing)
    with desk.step("group.extended", count=sessions, date=until.isoformat()) as step:
        for group, wanted in missing:
            make_sessions(step, desk, Group.get_by_id(group), wanted)
    return Extended(step.done, sessions)


def _missing(desk: Desk, until: dt.date) -> list[tuple[int, tuple[dt.date, ...]]]:
    """Each group that is not planned so far, with the days that are missing."""
    found = []
    for group, *rest in reads.reach(desk.store.db, desk.today):
        rhythm, (first, last, counted, planned, gap) = rhythm_of(rest[:5]), map(day_of, rest[5:])
        begins = first or desk.today
        ends = until if last is None else min(until, last)
        reached = max(day for day in (begins - dt.timedelta(days=1), planned, gap) if day is not None)
        after = max(reached, desk.today) + dt.timedelta(days=1)
        if after <= ends and not enough(desk.store, desk.today, reached):
            wanted = days(rhythm, counted or begins, after, ends)
            found += [(group, wanted)] if wanted else []
    return found
