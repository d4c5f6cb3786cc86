"""Blanks filled as in the group's last session: what is carried over, one step, one undo."""

from datetime import timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.errors import Refused
from groupwork.operations import attendance, history
from groupwork.operations.like_last import fill_like_last, like_last
from groupwork.operations.register import register
from tests.builders import MONDAY, a_group, a_session, an_absence

WEEK = timedelta(days=7)
THEN = (
    Mark(Status.PRESENT, late_min=10),
    Mark(Status.HOSPITAL),
    Mark(Status.ABSENT),
    Mark(Status.UNWELL),
    Mark(Status.LEAVE),
)


@pytest.fixture
def group(desk):
    return a_group(desk, with_people=6)


@pytest.fixture
def before(desk, group):
    session = a_session(desk, group, day=MONDAY - WEEK)
    attendance.record_marks(desk, session, dict(zip(group.people, THEN, strict=False)))
    return session


@pytest.fixture
def today(desk, group, before):
    return a_session(desk, group)


def marks(desk, session):
    found = {row.participant: row.mark for row in register(desk, session).rows}
    return [found[person] for person in sorted(found)]


def test_what_is_likely_again_is_carried_and_the_rest_stays_blank(desk, today, group, before):
    found = like_last(desk, today)
    assert (found.session, found.date, found.present) == (before, MONDAY - WEEK, 1)
    assert found.blank == (group.people[2], group.people[3], group.people[5])
    assert [mark.status for mark in marks(desk, today)] == [None] * 6
    fill_like_last(desk, today)
    shown = [Mark(Status.PRESENT), Mark(Status.HOSPITAL), Mark(), Mark(), Mark(Status.LEAVE), Mark()]
    assert marks(desk, today) == shown


def test_it_is_one_step_and_one_undo(desk, today):
    steps = len(desk.store.journal.undoable(1))
    done = fill_like_last(desk, today)
    assert len(desk.store.journal.undoable(1)) == steps + 1
    assert history.sentence(desk, done) == "Marks taken over from Mon 5 Oct 2026: 3"
    history.undo(desk)
    assert all(mark.status is None for mark in marks(desk, today))


def test_marks_and_planned_absences_stay(desk, today, group):
    an_absence(desk, group.people[0])
    attendance.record_mark(desk, today, group.people[1], Mark(Status.PRESENT))
    fill_like_last(desk, today)
    found = marks(desk, today)
    assert (found[0].status, found[0].planned) == (Status.HOSPITAL, True)
    assert found[1].status is Status.PRESENT


def test_a_first_session_and_a_coming_one_are_refused(desk, group, before):
    with pytest.raises(Refused, match="no earlier session"):
        fill_like_last(desk, before)
    with pytest.raises(Refused, match="still ahead"):
        fill_like_last(desk, a_session(desk, group, day=MONDAY + WEEK))
