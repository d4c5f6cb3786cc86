"""Where the arrows lead: blocks in the order of time, and the empty hours between."""

from datetime import date, timedelta

import pytest

from groupwork.ui.week.frame import Slot
from groupwork.ui.week.walk import Standing, Stop, Walk

MONDAY = date(2026, 10, 12)
DAYS = tuple(MONDAY + timedelta(days=n) for n in range(5))
TUESDAY, FRIDAY = DAYS[1], DAYS[4]


def block(id_, day, start, end, column=0):
    return Standing(id_, Slot(day, start, end), column)


WALK = Walk(
    (
        block(1, MONDAY, 540, 570),
        block(2, MONDAY, 585, 705),
        block(3, MONDAY, 600, 690, 1),
        block(4, MONDAY, 780, 870),
        block(5, TUESDAY, 600, 660),
    ),
    DAYS,
    525,
    970,
)


def down_from(stop, walk=WALK):
    seen = []
    while walk.down(stop) != stop:
        stop = walk.down(stop)
        seen.append((stop.session, stop.minute))
    return seen


def up_from(stop, walk=WALK):
    seen = []
    while walk.up(stop) != stop:
        stop = walk.up(stop)
        seen.append((stop.session, stop.minute))
    return seen


def test_down_goes_through_the_day_and_stops_in_gaps_of_an_hour():
    assert down_from(WALK.of(1)) == [(2, 585), (3, 600), (None, 705), (4, 780), (None, 870), (None, 930)]


def test_up_comes_back():
    assert up_from(Stop(MONDAY, 930)) == [(None, 870), (4, 780), (None, 720), (3, 600), (2, 585), (1, 540)]


def test_an_empty_day_is_walked_by_the_hour():
    start = WALK.edge(Stop(FRIDAY, 700), end=False)
    assert start == Stop(FRIDAY, 540)
    assert [minute for _none, minute in down_from(start)] == [600, 660, 720, 780, 840, 900]
    assert up_from(start) == []


@pytest.mark.parametrize(
    ("stop", "step", "wanted"),
    [
        (Stop(MONDAY, 585, 2), 1, Stop(TUESDAY, 585, 5)),  # begins within half an hour
        (Stop(MONDAY, 540, 1), 1, Stop(TUESDAY, 540)),
        (Stop(TUESDAY, 630, 5), -1, Stop(MONDAY, 630, 2)),
        (Stop(FRIDAY, 600), 1, Stop(MONDAY + timedelta(days=7), 600)),
        (Stop(MONDAY, 600, 2), -1, Stop(MONDAY - timedelta(days=3), 600)),
    ],
)
def test_sideways_keeps_the_hour_and_goes_on_in_the_next_week(stop, step, wanted):
    assert WALK.sideways(stop, step) == wanted


def test_home_and_end_are_the_days_first_and_last():
    assert WALK.edge(Stop(MONDAY, 700), end=False).session == 1
    assert WALK.edge(Stop(MONDAY, 700), end=True).session == 4


@pytest.mark.parametrize(
    ("day", "now", "session"), [(MONDAY, (MONDAY, 592), 2), (MONDAY, (TUESDAY, 592), 1), (MONDAY, None, 1)]
)
def test_one_begins_at_what_runs_or_comes_next(day, now, session):
    assert WALK.begin(day, now).session == session


def test_a_long_block_beside_others_is_over_before_the_gap_counts():
    walk = Walk((block(1, MONDAY, 540, 900), block(2, MONDAY, 600, 630, 1)), DAYS, 525, 970)
    assert down_from(walk.of(1), walk) == [(2, 600), (None, 900)]
