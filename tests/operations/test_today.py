"""Today, read with few SELECTs."""

from datetime import time, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.today import AlertLine
from groupwork.operations.attendance import record_mark, record_marks
from groupwork.operations.register import take_registers
from groupwork.operations.sessions import mark_not_held
from groupwork.operations.settings import set_setting
from groupwork.operations.today import open_registers, today
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, an_absence, on, put

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def test_an_empty_centre(desk):
    page = today(desk)
    assert (page.current, page.others, page.open_registers, page.places) == (None, (), (), 0)
    assert page.day.date == MONDAY


def test_the_running_session_leads(desk):
    group = a_group(desk)
    early = a_session(desk, group, start=time(9), end=time(9, 30))
    running = a_session(desk, group)
    later = a_session(desk, group, start=time(13), end=time(14))
    page = today(desk)
    assert (page.current.id, page.running) == (running, True)
    assert [s.id for s in page.others] == [early, later]
    assert page.places == 9


def test_places_count_people_away_and_no_lost_session(desk):
    group = a_group(desk)
    an_absence(desk, group.people[0])
    a_session(desk, group)
    mark_not_held(desk, a_session(desk, group, start=time(13), end=time(14)), "heating")
    take_registers(desk)
    page = today(desk)
    assert (page.places, page.current.expected, len(page.current.away)) == (3, 2, 1)


class TestOpenRegisters:
    def test_missing_and_with_blanks_of_past_days_only(self, desk):
        group = a_group(desk)
        missing = a_session(desk, group, day=MONDAY - 3 * DAY)
        blanks = a_session(desk, group, day=MONDAY - 2 * DAY)
        done = a_session(desk, group, day=MONDAY - DAY)
        lost = a_session(desk, group, day=MONDAY - 4 * DAY)
        a_session(desk, group, start=time(8), end=time(9))
        take_registers(desk)
        record_mark(desk, blanks, group.people[0], Mark(Status.PRESENT))
        record_marks(desk, done, dict.fromkeys(group.people, Mark(Status.PRESENT)))
        mark_not_held(desk, lost, "heating")
        assert [s.id for s in open_registers(desk)] == [missing, blanks]
        assert all(s.is_open(desk.now) for s in open_registers(desk))

    def test_within_the_term(self, desk):
        group = a_group(desk, since=MONDAY - 20 * WEEK)
        before = a_session(desk, group, day=MONDAY - 7 * WEEK)
        within = a_session(desk, group, day=MONDAY - 6 * WEEK)
        take_registers(desk)
        assert [s.id for s in open_registers(desk)] == [before, within]
        first, last = MONDAY - 6 * WEEK, MONDAY + 5 * WEEK
        set_setting(desk, "term", {"name": "Autumn", "from": first.isoformat(), "to": last.isoformat()})
        assert [s.id for s in open_registers(desk)] == [within]


def test_alerts_in_words_per_session_with_and_without_snapshot(desk):
    group = a_group(desk, with_people=0)
    person = a_person(desk, "Trần Kha", alerts=(("safety", "dust allergy: mask"),))
    put(desk, tables.Membership(group=group.id, participant=person, from_date=MONDAY))
    session = a_session(desk, group)
    expected = ((session, (AlertLine("Trần", "safety", "dust allergy: mask"),)),)
    assert today(desk).alerts == expected
    take_registers(desk)
    assert today(desk).alerts == expected


def test_closures_ahead_with_the_sessions_they_cost(desk):
    group = a_group(desk)
    a_session(desk, group, day=MONDAY + 2 * DAY)
    room = tables.Room(code="R1", name="Workshop")
    put(desk, room)
    put(
        desk,
        tables.Closure(from_date=MONDAY + 2 * DAY, to_date=MONDAY + 2 * DAY, name="Teamtag"),
        tables.Closure(from_date=MONDAY + 15 * DAY, to_date=MONDAY + 15 * DAY, name="Too far"),
        tables.Closure(from_date=MONDAY - DAY, to_date=MONDAY + 9 * DAY, name="Running", room=room.id),
        tables.Closure(from_date=MONDAY + 3 * DAY, to_date=MONDAY + 3 * DAY, name="Floor", room=room.id),
    )
    assert [(a.date, a.words, a.sessions) for a in today(desk).ahead] == [(MONDAY + 2 * DAY, "Teamtag", 1)]


@pytest.mark.parametrize(("sessions", "weeks"), [(1, 1), (9, 12)])
def test_at_most_twelve_selects_whatever_the_size(desk, selects, sessions, weeks):
    group = a_group(desk, with_people=6)
    for week in range(weeks):
        for hour in range(sessions):
            a_session(desk, group, day=MONDAY - week * WEEK, start=time(8 + hour), end=time(9 + hour))
    put(desk, tables.Closure(from_date=MONDAY + DAY, to_date=MONDAY + DAY, name="Teamtag"))
    take_registers(desk)
    assert selects(today, desk) <= 12
    assert selects(today, on(desk, MONDAY + WEEK)) <= 12
