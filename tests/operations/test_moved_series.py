"""After one session of a group was moved, the following ones move with it: one step."""

from datetime import time, timedelta

import pytest

from groupwork.errors import Refused
from groupwork.operations import history, sessions
from groupwork.operations.moved_series import move_following_too
from groupwork.store import tables
from tests.builders import MONDAY, an_activity

LAST = MONDAY + timedelta(days=40)
BEFORE = (MONDAY + timedelta(days=7), time(10), time(11))


@pytest.fixture
def second(desk):
    """The second of five Mondays at ten, moved to Tuesday at eleven."""
    made = sessions.plan_session(
        desk,
        activity=an_activity(desk, "Talk group"),
        date=MONDAY,
        start=time(10),
        end=time(11),
        weekly=True,
        until=MONDAY + timedelta(days=34),
    )
    assert made.sessions == 5
    found = sessions.sessions_between(desk, MONDAY, LAST)[1].id
    sessions.move(desk, found, date=BEFORE[0] + timedelta(days=1), start=time(11), end=time(12))
    return found


def times(desk):
    return [(s.date - MONDAY).days for s in sessions.sessions_between(desk, MONDAY, LAST)]


def dump():
    return {t: list(t.select().order_by(t.id).tuples()) for t in tables.ALL}


def test_the_following_ones_and_the_group_move_the_one_before_stays(desk, second):
    assert times(desk) == [0, 8, 14, 21, 28]
    before = dump()
    done = move_following_too(desk, second, BEFORE)
    assert times(desk) == [0, 8, 15, 22, 29]
    starts = [s.start for s in sessions.sessions_between(desk, MONDAY, LAST)]
    assert starts == [time(10), *[time(11)] * 4]
    group = tables.Group.get()
    assert (group.weekday, group.start, group.end) == (1, time(11), time(12))
    assert history.history(desk)[0].sentence
    desk.store.journal.undo(done.step, desk.actor)
    assert dump() == before


def test_one_that_was_touched_stays(desk, second):
    third = sessions.sessions_between(desk, MONDAY, LAST)[2].id
    sessions.move(desk, third, start=time(14), end=time(15))
    move_following_too(desk, second, BEFORE)
    assert sessions.session(desk, third).start == time(14)


def test_a_one_off_has_nothing_that_follows(desk):
    alone = sessions.plan_session(
        desk, activity=an_activity(desk), date=MONDAY, start=time(10), end=time(11)
    ).session
    with pytest.raises(Refused, match="no group"):
        move_following_too(desk, alone, BEFORE)
