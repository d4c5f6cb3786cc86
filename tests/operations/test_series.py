""" "This and following": the group changes from that day on; what is earlier or touched stays."""

from datetime import date, time, timedelta

import pytest

from groupwork.errors import Refused
from groupwork.operations import group_plan, groups, history, series, sessions
from groupwork.store import tables
from tests.builders import MONDAY, a_session, an_activity, on

WEEK, DAY = timedelta(weeks=1), timedelta(days=1)


def dump(desk):
    """Every row of every table."""
    return {t: list(t.select().order_by(t.id).tuples()) for t in tables.ALL}


def rows_of(group):
    return list(tables.Session.select().where(tables.Session.group == group).order_by(tables.Session.date))


@pytest.fixture
def ceramics(desk):
    """A group on six Mondays, the first today in the afternoon."""
    staff = [sessions.add_facilitator(desk, name).id for name in ("Priya Ramanathan", "Tomasz Wilk")]
    return group_plan.make_group(
        desk,
        activity=an_activity(desk, "Ceramics"),
        date=MONDAY,
        start=time(13),
        end=time(14),
        until=MONDAY + 5 * WEEK,
        staff=staff,
    ).group


def test_this_and_following_changes_the_group_from_that_day_on(desk, ceramics):
    third = rows_of(ceramics)[2]
    before = dump(desk)
    assert series.following(desk, third.id) == 3
    done = series.change_following(desk, third.id, start=time(15), end=time(16), place="Café")
    assert [row.start.hour for row in rows_of(ceramics)] == [13, 13, 15, 15, 15, 15]
    assert [row.place for row in rows_of(ceramics)] == ["", "", "Café", "Café", "Café", "Café"]
    assert groups.group(desk, ceramics).rhythm.start == time(15)
    said = history.history(desk)[0].sentence
    assert said == "Ceramics: this session and those after it changed"
    desk.store.journal.undo(done.step, desk.actor)
    assert dump(desk) == before


def test_all_coming_ones_change_too(desk, ceramics):
    third = rows_of(ceramics)[2]
    series.change_all(desk, third.id, start=time(15), end=time(16))
    assert {row.start.hour for row in rows_of(ceramics)} == {15}
    later = on(desk, MONDAY + WEEK, time(18))
    series.change_all(later, third.id, start=time(9), end=time(10))
    assert [row.start.hour for row in rows_of(ceramics)] == [15, 15, 9, 9, 9, 9]


def test_another_day_moves_this_and_following_by_as_many_days(desk, ceramics):
    second, fourth = rows_of(ceramics)[1], rows_of(ceramics)[3]
    sessions.move(desk, fourth.id, date=fourth.date + 5 * DAY)
    series.change_following(desk, second.id, date=second.date + 2 * DAY)
    assert [(row.date - MONDAY).days for row in rows_of(ceramics)] == [0, 9, 16, 26, 30]
    assert groups.group(desk, ceramics).rhythm.weekday == 2
    assert tables.Session.get_by_id(fourth.id).series_date == fourth.date + 2 * DAY


def test_one_that_was_moved_alone_takes_the_series_with_it(desk, ceramics):
    second = rows_of(ceramics)[1]
    sessions.move(desk, second.id, date=second.date + DAY)
    series.change_following(desk, second.id, date=second.date + 3 * DAY)
    assert [(row.date - MONDAY).days for row in rows_of(ceramics)] == [0, 10, 17, 24, 31]


def test_back_over_the_weekend_into_the_week_before(desk, ceramics):
    third = rows_of(ceramics)[2]
    series.change_following(desk, third.id, date=third.date - 3 * DAY)
    assert [(row.date - MONDAY).days for row in rows_of(ceramics)] == [0, 7, 11, 18, 25, 32]


def test_only_what_differs_from_the_session_counts(desk, ceramics):
    """A form passes everything: the room this one session has is not given to the others."""
    second = rows_of(ceramics)[1]
    sessions.change_session(desk, second.id, place="Café")
    series.change_following(desk, second.id, place="Café", start=time(15), end=time(16), title="")
    assert [row.place for row in rows_of(ceramics)] == ["", "Café", "", "", "", ""]
    assert [row.start.hour for row in rows_of(ceramics)] == [13, 15, 15, 15, 15, 15]


def test_staff_becomes_the_groups_and_roles_stay(desk, ceramics):
    first = rows_of(ceramics)[0]
    lead = groups.group(desk, ceramics).staff[1]
    series.change_following(desk, first.id, staff=[lead.id])
    assert [(s.id, s.role) for s in groups.group(desk, ceramics).staff] == [(lead.id, "assist")]
    assert {len(s.staff) for s in sessions.group_sessions(desk, ceramics, MONDAY, date(2027, 1, 1))} == {1}


def test_by_the_month_the_place_in_the_month_changes(desk):
    made = group_plan.make_group(
        desk, title="Choir", date=MONDAY, start=time(13), end=time(14), nth=2, until=date(2026, 12, 31)
    )
    second = rows_of(made.group)[1]  # 9 November
    series.change_following(desk, second.id, date=date(2026, 11, 26))  # the last Thursday, as the fourth
    found = [row.date for row in rows_of(made.group)]
    assert found == [MONDAY, date(2026, 11, 26), date(2026, 12, 24)]


def test_a_one_off_is_followed_by_nothing(desk):
    alone = a_session(desk, day=MONDAY + WEEK)
    assert series.following(desk, alone) == 0
    with pytest.raises(Refused, match="no group"):
        series.change_following(desk, alone, start=time(9))


def test_what_cannot_be_writes_nothing(desk, ceramics):
    second = rows_of(ceramics)[1]
    before = dump(desk)
    with pytest.raises(Refused, match="no length"):
        series.change_following(desk, second.id, start=time(14), end=time(14))
    with pytest.raises(Refused, match="no longer there"):
        series.change_following(desk, second.id, room=99)
    assert dump(desk) == before
