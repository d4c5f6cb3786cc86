"""The plan of a session as values: clock times of its phases, the order of what to know."""

from datetime import date, time

import pytest

from groupwork.domain.activities import Phase
from groupwork.domain.people import AlertKind, PersonName
from groupwork.domain.session_plan import KnowLine, clean_next_time, ordered, running, timed
from groupwork.errors import UserError

DAY = date(2026, 10, 12)


def phases(*minutes):
    return [Phase(n, f"part {n}", m) for n, m in enumerate(minutes, start=1)]


@pytest.mark.parametrize(
    ("minutes", "clock", "late"),
    [
        ((10, 35, 15), ["09:45", "09:55", "10:30"], [False, False, False]),
        ((60, 60, 1), ["09:45", "10:45", "11:45"], [False, False, True]),
        ((), [], []),
        ((900,), ["09:45"], [True]),
        ((900, 30), ["09:45", "23:59"], [True, True]),
    ],
)
def test_phases_follow_one_another_from_the_start(minutes, clock, late):
    found = timed(phases(*minutes), DAY, time(9, 45), time(11, 45))
    assert [f"{each.start:%H:%M}" for each in found] == clock
    assert [each.late for each in found] == late


@pytest.mark.parametrize(
    ("now", "name"), [(time(9, 44), None), (time(9, 45), "part 1"), (time(9, 55), "part 2"), (time(12), None)]
)
def test_the_phase_of_this_moment(now, name):
    at = running(timed(phases(10, 30), DAY, time(9, 45), time(11, 45)), now)
    assert (at.phase.name if at else None) == name


def know(called, kind, *, away=False):
    return KnowLine(1, PersonName(called, called), kind, "", away=away)


def test_the_most_urgent_kind_comes_first_and_people_who_are_away_last():
    lines = [
        know("Zbigniew", AlertKind.NO_PHOTOS),
        know("Moira", AlertKind.SAFETY, away=True),
        know("Björn", AlertKind.FOOD),
        know("jürgen", AlertKind.SAFETY),
        know("Declan", AlertKind.SAFETY),
    ]
    assert [line.name.called for line in ordered(lines)] == ["Declan", "jürgen", "Björn", "Zbigniew", "Moira"]


@pytest.mark.parametrize("typed", ["x" * 301, "a\x00b", "\ud800"])
def test_a_line_that_cannot_be_kept_is_refused(typed):
    with pytest.raises(UserError):
        clean_next_time(typed)


def test_the_line_for_next_time_is_one_line():
    assert clean_next_time("  Oil the\n stools ") == "Oil the stools"
