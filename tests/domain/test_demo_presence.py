"""Day presence in the demo: it follows from the marks, the same on every machine."""

from datetime import date

import pytest

from groupwork.domain.demo.generate import demo_rows, play_for, script_for
from groupwork.domain.demo.presence import CORNER_PEOPLE, DayPresence
from groupwork.domain.demo.rows import Attendance, Session
from groupwork.operations.demo import description

DAY = date(2026, 10, 28)


def drawn(language="en", until=None, **wish):
    script = script_for(description(), language, DAY, until)
    staff = {each.code: n for n, each in enumerate(script.staff, start=1)}
    return list(demo_rows(script, play_for(script, until), staff, **wish))


@pytest.fixture(scope="module")
def rows():
    return drawn()


def days(rows):
    return [row for row in rows if isinstance(row, DayPresence)]


def test_it_is_the_same_each_time_and_in_both_languages(rows):
    assert days(rows) == days(drawn()) == days(drawn("de"))


def test_whoever_came_to_a_session_was_at_the_centre_then(rows):
    found = {(row.participant_id, row.date): row for row in days(rows)}
    sessions = {row.id: row for row in rows if isinstance(row, Session)}
    for mark in (row for row in rows if isinstance(row, Attendance)):
        session = sessions[mark.session_id]
        if mark.status in ("P", "W") and session.status == "held":
            day = found[mark.participant_id, session.date]
            assert day.arrived <= session.end, day
            assert day.left is None or day.left >= session.start, day


def test_there_is_one_row_a_person_and_day_and_a_corner_without_groups(rows):
    keys = [(row.participant_id, row.date) for row in days(rows)]
    assert len(keys) == len(set(keys))
    sessions = {row.id: row.date for row in rows if isinstance(row, Session)}
    marked = {(r.participant_id, sessions[r.session_id]) for r in rows if isinstance(r, Attendance)}
    corner = {person for person, day in keys if (person, day) not in marked and day < DAY.isoformat()}
    assert len(corner) == CORNER_PEOPLE


def test_today_has_only_begun_and_an_evening_has_not(rows):
    this_morning = [row for row in days(rows) if row.date == DAY.isoformat()]
    assert len(this_morning) == 4
    assert all(row.arrived < "08:40" and row.left is None for row in this_morning)
    evening = days(drawn(until=date(2026, 10, 30)))
    assert all(row.left is not None for row in evening if row.arrived is not None)


def test_years_before_the_term_have_none():
    assert len(days(drawn(years=2, people=30))) == len(days(drawn()))
