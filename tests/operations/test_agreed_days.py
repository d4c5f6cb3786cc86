"""Agreed weekdays: a new agreement from a day on, the past stays, one undo."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from groupwork import i18n
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import agreed_days as operations
from groupwork.operations import history, presence
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, put

WEEK = timedelta(weeks=1)


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture
def person(desk):
    return a_person(desk)


def lines(desk, person):
    return [(line.weekday, line.first, line.last) for line in operations.agreed_days(desk, person).lines]


def test_days_hold_from_the_day_they_are_agreed_on(desk, person):
    operations.set_weekdays(desk, person, [0, 2], MONDAY)
    agreed = operations.agreed_days(desk, person)
    assert agreed.on(MONDAY) == {0, 2}
    assert agreed.on(MONDAY - timedelta(days=1)) == frozenset()


def test_a_change_ends_what_goes_and_leaves_what_goes_on_in_one_piece(desk, person):
    operations.set_weekdays(desk, person, [0, 2], MONDAY)
    done = operations.set_weekdays(desk, person, [2, 4], MONDAY + WEEK)
    assert lines(desk, person) == [
        (0, MONDAY, MONDAY + WEEK - timedelta(days=1)),
        (2, MONDAY, None),
        (4, MONDAY + WEEK, None),
    ]
    assert operations.agreed_days(desk, person).turns == (MONDAY, MONDAY + WEEK)
    assert history.sentence(desk, done) == "Moira Tattersley: agreed days changed"
    history.undo(desk)
    assert lines(desk, person) == [(0, MONDAY, None), (2, MONDAY, None)]


def test_an_earlier_day_overrules_what_was_agreed_for_later(desk, person):
    operations.set_weekdays(desk, person, [0], MONDAY + 4 * WEEK)
    operations.set_weekdays(desk, person, [0, 1], MONDAY)
    assert lines(desk, person) == [(0, MONDAY, None), (1, MONDAY, None)]


def test_days_that_ended_and_come_again_the_next_day_go_on(desk, person):
    operations.set_weekdays(desk, person, [3], MONDAY)
    operations.set_weekdays(desk, person, [], MONDAY + WEEK)
    operations.set_weekdays(desk, person, [3], MONDAY + WEEK)
    assert lines(desk, person) == [(3, MONDAY, None)]
    operations.set_weekdays(desk, person, [], MONDAY + WEEK)
    operations.set_weekdays(desk, person, [3], MONDAY + 2 * WEEK)
    assert [line[1] for line in lines(desk, person)] == [MONDAY, MONDAY + 2 * WEEK]


def test_the_same_again_writes_nothing(desk, person):
    operations.set_weekdays(desk, person, [1])
    assert operations.set_weekdays(desk, person, [1], MONDAY + WEEK).step is None


@pytest.mark.parametrize(("days", "first"), [([7], MONDAY), ([-1], MONDAY), ([1], date(2999, 1, 1))])
def test_what_cannot_be_meant_is_refused(desk, person, days, first):
    with pytest.raises(Refused):
        operations.set_weekdays(desk, person, days, first)
    assert not lines(desk, person)


def test_nobody_and_no_right(desk, person, selects):
    with pytest.raises(Refused):
        operations.set_weekdays(desk, 999, [1])
    with pytest.raises(NotAllowed):
        operations.set_weekdays(replace(desk, role="volunteer"), person, [1])
    assert selects(operations.agreed_days, desk, person) == 1


def test_one_persons_month_is_their_line_of_the_funders_list(desk, person, selects):
    group = a_group(desk, with_people=2)
    for n, status in enumerate(("P", "U", "W")):
        day = MONDAY - timedelta(days=n)
        session = a_session(desk, group, day=day, status="held", register_taken=True)
        put(desk, tables.Attendance(session=session, participant=person, status=status))
    operations.set_weekdays(desk, person, [0, 6], date(2026, 10, 1))
    listed = {line.participant: line for line in presence.month(desk, MONDAY)}
    line = presence.month_of(desk, person, MONDAY)
    assert (line.due, line.present, line.absent, line.unknown, line.extra) == (
        listed[person].due,
        listed[person].present,
        listed[person].absent,
        listed[person].unknown,
        listed[person].extra,
    )
    assert (len(line.present), line.days_absent, len(line.extra)) == (1, 1, 1)
    assert selects(presence.month_of, desk, person, MONDAY) == 1
