"""Which session leads, and what comes."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from groupwork.domain.closures import Closure
from groupwork.domain.people import StaffBrief
from groupwork.domain.sessions import Away, Category, SessionInfo, SessionStatus
from groupwork.domain.today import Slot, ahead, choose, places_booked

DAY = date(2026, 10, 12)


def session(number, start, end, **fields):
    at = [time.fromisoformat(text) for text in (start, end)]
    made = SessionInfo(number, DAY, *at, 1, "Wood", "", Category.CRAFT, SessionStatus.PLANNED)
    return replace(made, **fields)


MORNING = session(1, "09:00", "09:30")
WOOD = session(2, "09:45", "11:45")
SKILLS = session(3, "10:00", "11:00", staff=(StaffBrief(1, "F1", "Hanna Brückner"),))
PAINT = session(4, "10:00", "11:30")
LATE = session(5, "13:00", "14:00")
ALL = (MORNING, WOOD, SKILLS, PAINT, LATE)


@pytest.mark.parametrize(
    ("at", "name", "chosen", "running"),
    [
        ("08:40", "", MORNING, False),
        ("09:00", "", MORNING, True),
        ("09:30", "", WOOD, False),
        ("09:52", "", WOOD, True),
        ("10:05", "", SKILLS, True),
        ("11:10", "", PAINT, True),
        ("11:10", "Hanna Brückner", PAINT, True),
        ("09:50", "Hanna Brückner", WOOD, True),
        ("10:05", "Hanna Brückner", SKILLS, True),
        ("12:00", "", LATE, False),
        ("14:00", "", None, False),
    ],
)
def test_now_or_next(at, name, chosen, running):
    now = datetime.combine(DAY, time.fromisoformat(at))
    assert choose(ALL, now, name) == (chosen, running)


def test_a_lost_session_never_leads():
    lost = replace(WOOD, status=SessionStatus.NOT_HELD)
    assert choose((lost, LATE), datetime.combine(DAY, time(10)))[0] == LATE
    assert (
        places_booked((replace(lost, expected=5), replace(LATE, expected=3, away=(Away("Moira", "H"),)))) == 4
    )


def test_closures_that_come():
    day = timedelta(days=1)
    closures = [
        Closure(DAY + 5 * day, DAY + 6 * day, "Teamtag"),
        Closure(DAY + day, DAY + day, "Floor", room=1),
        Closure(DAY + 2 * day, DAY + 2 * day, "Kiln", room=2),
        Closure(DAY, DAY + 9 * day, "Since today"),
        Closure(DAY + 3 * day, DAY + 3 * day, "Fair", allowed=7),
    ]
    slots = [Slot(DAY + n * day, 2, activity) for n, activity in ((2, 1), (3, 7), (3, 1), (5, 1), (6, 1))]
    found = [(item.date, item.words, item.sessions) for item in ahead(closures, slots, DAY)]
    assert found == [
        (DAY + 2 * day, "Kiln", 1),
        (DAY + 3 * day, "Fair", 1),
        (DAY + 5 * day, "Teamtag", 2),
    ]
