"""Faces participants touch themselves: stored one by one, undone, audited, refused in words."""

from datetime import timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.mood import Guest, Moment
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.errors import Refused
from groupwork.operations import history
from groupwork.operations.attendance import record_mark, record_mood
from groupwork.operations.mood import answer_mood, guests
from groupwork.operations.register import register, take_registers
from groupwork.operations.tasks import record_results
from tests.builders import MONDAY, a_group, a_person, a_session


@pytest.fixture
def group(desk):
    return a_group(desk, tasks=("Sand",))


@pytest.fixture
def session(desk, group):
    found = a_session(desk, group)
    take_registers(desk)
    return found


def moods(desk, session, person):
    row = next(r for r in register(desk, session).rows if r.participant == person)
    return row.mood_before, row.mood_after


def test_an_answer_leaves_the_other_moment_alone_and_is_undone(desk, group, session):
    person = group.people[0]
    record_mood(desk, session, {person: (2, None)})
    done = answer_mood(desk, session, person, Moment.AFTER, 4)
    assert moods(desk, session, person) == (2, 4)
    assert history.sentence(desk, done).endswith("said how they are")
    history.undo(desk)
    assert moods(desk, session, person) == (2, None)
    history.redo(desk)
    assert moods(desk, session, person) == (2, 4)


def test_the_audit_trail_knows_who_and_when_but_no_words(desk, group, session):
    done = answer_mood(desk, session, group.people[1], Moment.BEFORE, 1)
    assert (done.verb, done.undoable) == ("mood.answered", True)
    answer_mood(desk, session, group.people[1], Moment.BEFORE, None)
    assert moods(desk, session, group.people[1]) == (None, None)


@pytest.mark.parametrize("face", [0, 6])
def test_there_are_five_faces(desk, group, session, face):
    with pytest.raises(Refused, match="1 to 5"):
        answer_mood(desk, session, group.people[0], Moment.AFTER, face)


def test_refused_for_strangers_the_absent_and_coming_days(desk, group, session):
    stranger = a_person(desk, "Ana Pereira")
    with pytest.raises(Refused, match="not on this register"):
        answer_mood(desk, session, stranger, Moment.AFTER, 3)
    record_mark(desk, session, group.people[0], Mark(Status.ABSENT))
    with pytest.raises(Refused, match="not having taken part"):
        answer_mood(desk, session, group.people[0], Moment.AFTER, 3)
    coming = a_session(desk, group, day=MONDAY + timedelta(weeks=1))
    with pytest.raises(Refused, match="still ahead"):
        answer_mood(desk, coming, group.people[1], Moment.AFTER, 3)


def test_the_page_learns_called_names_and_languages_only(desk):
    one = a_person(desk, "Moira Tattersley", print_language="de")
    two = a_person(desk, "João Valdevez")
    assert guests(desk, (two, one, 999)) == (Guest(two, "João"), Guest(one, "Moira", "de"))
    assert guests(desk, ()) == ()


class TestQuantities:
    def test_quantity_and_minutes_are_stored_read_and_undone(self, desk, group, session):
        task, person = register(desk, session).tasks[0].id, group.people[0]
        made = TaskResult(Outcome.DONE, 4, quantity=5, minutes=20)
        record_results(desk, {(task, person): TaskResult(Outcome.DONE, 4)})
        record_results(desk, {(task, person): made})
        assert made in [r.results[0] for r in register(desk, session).rows]
        history.undo(desk)
        assert TaskResult(Outcome.DONE, 4) in [r.results[0] for r in register(desk, session).rows]

    def test_refused_where_nothing_was_done(self, desk, group, session):
        task, person = register(desk, session).tasks[0].id, group.people[0]
        with pytest.raises(Refused, match="only with done or partly done"):
            record_results(desk, {(task, person): TaskResult(Outcome.NOT_DONE, quantity=2)})
