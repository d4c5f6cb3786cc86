"""Who is asked how they are, and what may be stored."""

from dataclasses import replace

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import ParticipantId
from groupwork.domain.mood import (
    GREETINGS,
    MOOD_LABELS,
    PART_LABELS,
    Moment,
    checked_face,
    may_be_asked,
    to_ask,
)
from groupwork.errors import Refused
from tests.ui.register_values import person, workshop


def test_everyone_who_came_and_has_not_said_is_asked_in_the_registers_order():
    rows = (
        person(1, "Anna Berg", Mark(Status.PRESENT), mood_after=3),
        person(2, "Bela Kun", Mark(Status.PRESENT, late_min=5)),
        person(3, "Carl Orff", Mark(Status.ABSENT)),
        person(4, "Dora Maar", Mark()),
        person(5, "Eva Zeisel", Mark(Status.WALK_IN)),
    )
    register = replace(workshop(), rows=rows)
    assert to_ask(register, Moment.AFTER) == (ParticipantId(2), ParticipantId(5))
    assert to_ask(register, Moment.BEFORE) == (ParticipantId(1), ParticipantId(2), ParticipantId(5))


@pytest.mark.parametrize(
    ("mark", "asked"),
    [
        (Mark(), True),
        (Mark(Status.PRESENT), True),
        (Mark(Status.WALK_IN), True),
        (Mark(Status.UNWELL), False),
    ],
)
def test_one_person_may_be_asked_unless_they_stayed_away(mark, asked):
    assert may_be_asked(mark) is asked


@pytest.mark.parametrize("face", [1, 5, None])
def test_five_faces_and_none(face):
    assert checked_face(face) == face


@pytest.mark.parametrize("face", [0, 6, -1])
def test_there_is_no_sixth_face(face):
    with pytest.raises(Refused):
        checked_face(face)


def test_every_number_has_a_word_of_its_own():
    for labels, numbers in ((MOOD_LABELS, range(1, 6)), (PART_LABELS, range(5))):
        assert sorted(labels) == list(numbers)
        assert len(set(labels.values())) == len(labels)
    assert all("{name}" in greeting for greeting in GREETINGS.values())
