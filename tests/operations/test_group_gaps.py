"""A day of a group that was taken off the calendar: named, planned again in one step, undone."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from groupwork.domain.sessions import SessionStatus
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import closures, group_gaps, group_plan, groups, history, sessions
from groupwork.store import tables
from tests.builders import MONDAY

WEEK = timedelta(weeks=1)


def dump():
    return {t: list(t.select().order_by(t.id).tuples()) for t in tables.ALL}


@pytest.fixture
def group(desk):
    """Its session of next week is off the calendar."""
    made = group_plan.make_group(
        desk, title="Wood workshop", date=MONDAY, start=time(9, 45), end=time(11), until=MONDAY + 3 * WEEK
    ).group
    sessions.remove_session(desk, at(desk, made, MONDAY + WEEK).id)
    return made


def at(desk, group, day):
    found = groups.page(desk, group).sessions
    return next((session for session in found if session.date == day), None)


def test_a_day_that_was_taken_out_is_named_and_planned_again_in_one_step(desk, group):
    assert group_gaps.left_out(desk, group) == (MONDAY + WEEK,)
    before = dump()
    done = group_gaps.plan_again(desk, group, MONDAY + WEEK)
    assert at(desk, group, MONDAY + WEEK).start == at(desk, group, MONDAY).start
    assert group_gaps.left_out(desk, group) == ()
    assert history.history(desk)[0].sentence == "Wood workshop: Mon 19 Oct 2026 planned again"
    desk.store.journal.undo(done.step, desk.actor)
    assert dump() == before


def test_on_a_closed_day_it_is_lost_to_the_closure(desk, group):
    closures.add_closure(desk, "Team day", MONDAY + WEEK, MONDAY + WEEK)
    group_gaps.plan_again(desk, group, MONDAY + WEEK)
    assert at(desk, group, MONDAY + WEEK).status is SessionStatus.NOT_HELD


def test_refused_twice_after_the_end_and_for_a_volunteer(desk, group):
    with pytest.raises(NotAllowed):
        group_gaps.plan_again(replace(desk, role="volunteer"), group, MONDAY + WEEK)
    with pytest.raises(Refused, match="not left out"):
        group_gaps.plan_again(desk, group, MONDAY)
    group_plan.end_group(desk, group, MONDAY)
    with pytest.raises(Refused, match=r"not (left out|meet)"):
        group_gaps.plan_again(desk, group, MONDAY + WEEK)
