"""Whatever is done with a group, in any order: the past stays, no day is planned twice, all goes back."""

import random
from collections import Counter
from datetime import time, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.errors import UserError
from groupwork.operations import attendance, closures, group_ahead, group_plan, series, sessions
from groupwork.operations import register as registers
from groupwork.store import tables
from tests.builders import MONDAY, a_person, on

WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
TURNS = 14


def dump():
    return {t: list(t.select().order_by(t.id).tuples()) for t in tables.ALL}


def rows_of(group):
    mine = tables.Session.select().where(tables.Session.group == group)
    return list(mine.order_by(tables.Session.date, tables.Session.id))


def past(group):
    """What was before today, in full."""
    before = (tables.Session.group == group) & (tables.Session.date < MONDAY)
    return list(tables.Session.select().where(before).order_by(tables.Session.id).tuples())


@pytest.fixture
def choir(desk):
    """A group that met three times already, the last time with a mark."""
    ivo, early = a_person(desk, "Ivo"), on(desk, MONDAY - 3 * WEEK, time(8))
    made = group_plan.make_group(
        early,
        title="Choir",
        date=early.today,
        start=time(13),
        end=time(14),
        people=[ivo],
        until=MONDAY + 8 * WEEK,
    )
    registers.take_registers(desk)
    attendance.record_mark(desk, rows_of(made.group)[2].id, ivo, Mark(Status.PRESENT))
    return made.group


def a_change(desk, drawn, group):
    """One random change of the group, its sessions or the calendar."""
    coming = [row for row in rows_of(group) if row.date >= MONDAY]
    if not coming:
        return lambda: group_ahead.extend(desk)
    one, day = drawn.choice(coming), MONDAY + DAY * drawn.randint(0, 60)
    hour = drawn.randint(8, 20)
    at = {"start": time(hour), "end": time(hour + 1)}
    since = drawn.choice([None, day])
    return drawn.choice(
        [
            lambda: group_plan.change_group(desk, group, since, weekday=drawn.randint(0, 6)),
            lambda: group_plan.change_group(desk, group, since, every_weeks=drawn.randint(1, 3)),
            lambda: group_plan.change_group(desk, group, since, nth=drawn.choice([None, 1, 4, -1])),
            lambda: group_plan.change_group(desk, group, since, until=drawn.choice([None, day])),
            lambda: group_plan.change_group(desk, group, since, **at),
            lambda: group_plan.end_group(desk, group, day),
            lambda: group_ahead.extend(desk),
            lambda: sessions.move(desk, one.id, date=day),
            lambda: sessions.remove_session(desk, one.id),
            lambda: sessions.mark_not_held(desk, one.id, "Outing"),
            lambda: series.change_following(desk, one.id, date=day),
            lambda: series.change_following(desk, one.id, **at),
            lambda: closures.add_closure(desk, "Storm", day, day + 3 * DAY),
            lambda: closures.remove_closure(desk, drawn.randint(1, 4)),
        ]
    )


def consistent(group):
    """No day of the series twice, none that was taken out, and what is lost says why."""
    rows = rows_of(group)
    places = Counter(row.series_date for row in rows if row.series_date is not None)
    assert max(places.values(), default=0) <= 1, places
    gaps = {gap.date for gap in tables.GroupGap.select().where(tables.GroupGap.group == group)}
    assert not gaps & set(places)
    for row in rows:
        assert row.start < row.end
        assert (row.status == "not_held") == bool(row.reason)


@pytest.mark.parametrize("seed", [0, 1, 3, 5, 115, 163, 234, 245])
def test_the_past_stays_and_no_day_is_planned_twice(desk, choir, seed):
    drawn, before, whole, steps = random.Random(seed), past(choir), dump(), []
    for _turn in range(TURNS):
        try:
            done = a_change(desk, drawn, choir)()
        except UserError:
            continue
        steps.append(getattr(done, "done", done).step)
        consistent(choir)
        assert past(choir) == before
    for step in reversed([step for step in steps if step is not None]):
        desk.store.journal.undo(step, desk.actor)
    assert dump() == whole
