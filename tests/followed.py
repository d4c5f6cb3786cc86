"""A workshop in which people stay away, for the tests of follow-ups."""

from datetime import timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.operations import attendance, follow_ups
from tests.builders import MONDAY, a_group, a_session

WEEK = timedelta(weeks=1)
A, P, X = Mark(Status.ABSENT), Mark(Status.PRESENT), Mark(Status.CANCELLED)


@pytest.fixture
def workshop(desk):
    """A Monday group with sessions from three weeks ago to today; its first person is marked."""
    group = a_group(desk, with_people=3)
    found = [a_session(desk, group, day=MONDAY + n * WEEK) for n in (-3, -2, -1, 0)]
    return group, found


def mark(desk, workshop, n, what, who=0):
    group, sessions = workshop
    return attendance.record_mark(desk, sessions[n], group.people[who], what)


def stay_away(desk, workshop, *numbers):
    return [mark(desk, workshop, n, A) for n in numbers][-1]


def only(desk):
    (found,) = follow_ups.open_follow_ups(desk)
    return found
