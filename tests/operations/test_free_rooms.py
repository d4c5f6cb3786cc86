"""Rooms that are offered beside a clash: free at the time, large enough, open, the smallest first."""

from datetime import time, timedelta

import pytest

from groupwork.operations import clashes, closures, sessions
from groupwork.operations.free_rooms import free_rooms
from groupwork.store import tables
from tests.builders import MONDAY, an_activity

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def rooms(desk):
    sizes = {"Art studio": 8, "Workshop": 6, "Hall": 30, "Shed": None}
    return {name: sessions.add_room(desk, name, size).id for name, size in sizes.items()}


def plan(desk, activity, room, start, end, day=MONDAY):
    times = {"start": time(start), "end": time(end)}
    return sessions.plan_session(desk, activity=activity, date=day, room=room, **times).session


@pytest.fixture
def session(desk, rooms):
    """In the workshop on Monday from ten to twelve."""
    return plan(desk, an_activity(desk), rooms["Workshop"], 10, 12)


def names(desk, session, people=1):
    return [room.name for room in free_rooms(desk, session, people)]


def test_the_smallest_that_is_enough_comes_first_and_its_own_is_not_offered(desk, session, selects):
    assert names(desk, session) == ["Art studio", "Hall"]
    assert names(desk, session, 9) == ["Hall"]
    assert selects(free_rooms, desk, session, 1) == 1


def test_a_room_is_taken_by_what_overlaps_and_is_not_lost(desk, session, rooms):
    activity = tables.Activity.get().id
    plan(desk, activity, rooms["Hall"], 12, 13)  # back-to-back
    assert names(desk, session) == ["Art studio", "Hall"]
    there = plan(desk, activity, rooms["Art studio"], 11, 13)
    assert names(desk, session) == ["Hall"]
    sessions.mark_not_held(desk, there, "Leader ill")
    assert names(desk, session) == ["Art studio", "Hall"]


def test_a_closed_room_or_one_not_in_use_is_not_offered(desk, session, rooms):
    closures.add_closure(desk, "Painting", MONDAY, MONDAY, room=rooms["Hall"])
    assert names(desk, session) == ["Art studio"]
    row = tables.Room.get_by_id(rooms["Art studio"])
    with desk.step("test.built") as step:
        row.active = False
        step.save(row)
    assert names(desk, session) == []


def test_limits_and_clashes_of_a_week_are_one_reading(desk, session, rooms, selects):
    other = plan(desk, tables.Activity.get().id, rooms["Workshop"], 11, 13)
    judged = clashes.judged_between(desk, MONDAY, TUESDAY)
    assert {session, other} <= judged.clashes.keys()
    assert judged.limits[session].room_places == 6
    assert selects(clashes.judged_between, desk, MONDAY, TUESDAY) == 3
