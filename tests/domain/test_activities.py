"""Rules of the library: staff for people, minutes of phases, what can be typed."""

import pytest

from groupwork.domain.activities import PartKind, Phase, minutes_left, needed_staff
from groupwork.domain.activity_fields import MOST_MINUTES, WORDS_LIMIT, checked_activity, checked_part
from groupwork.errors import Refused, UserError


@pytest.mark.parametrize(
    ("least", "share", "people", "expected"),
    [
        (1, None, 20, 1),
        (2, None, 0, 2),
        (1, 6, 6, 1),
        (1, 6, 7, 2),
        (2, 6, 7, 2),
        (2, 3, 7, 3),
        (0, 4, 0, 0),
        (0, 4, 1, 1),
        (1, 1, 5, 5),
    ],
)
def test_staff_is_the_least_or_one_for_each_started_share(least, share, people, expected):
    assert needed_staff(least, share, people) == expected


@pytest.mark.parametrize(("phases", "left"), [((), 90), ((10, 20), 60), ((45, 45), 0), ((60, 45), -15)])
def test_minutes_without_a_phase_or_too_many_are_pointed_out(phases, left):
    assert minutes_left(90, [Phase(n, "x", minutes) for n, minutes in enumerate(phases)]) == left


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"minutes": 0}, "from 1 to 720 minutes"),
        ({"minutes": MOST_MINUTES + 1}, "from 1 to 720 minutes"),
        ({"staff": -1}, "facilitators"),
        ({"staff": 21}, "facilitators"),
        ({"people_per_staff": 0}, "places"),
        ({"max_people": 501}, "places"),
        ({"min_people": 9}, "must not be larger"),
        ({"max_people": 1}, "must not be larger"),
        ({"min_people": 9, "max_people": 8}, "must not be larger"),
    ],
)
def test_numbers_that_cannot_be_are_refused_in_words(fields, words):
    with pytest.raises(Refused) as refused:
        checked_activity(fields, 2, 8)
    assert words in str(refused.value)


def test_both_ends_may_be_moved_together_or_emptied():
    assert checked_activity({"min_people": 9, "max_people": 12}, 2, 8)["max_people"] == 12
    assert checked_activity({"max_people": None}, 20, 30)["max_people"] is None
    assert checked_activity({"min_people": None, "people_per_staff": None}, 2, 8)["min_people"] is None


@pytest.mark.parametrize("name", ["", "   ", "\x00", "x" * 121, "\ud800"])
def test_names_that_cannot_be_stored_are_refused(name):
    with pytest.raises(UserError):
        checked_activity({"name": name}, None, None)
    with pytest.raises(UserError):
        checked_part(PartKind.TASK, {"name": name})
    with pytest.raises(UserError):
        checked_part(PartKind.HAZARD, {"hazard": name})


def test_words_are_tidied_and_limited():
    clean = checked_part(PartKind.TASK, {"name": "  Saw\tto  length ", "easier": " a\r\nb \n"})
    assert clean == {"name": "Saw to length", "easier": "a\nb"}
    with pytest.raises(UserError):
        checked_part(PartKind.PHASE, {"words": "x" * (WORDS_LIMIT + 1)})
    with pytest.raises(UserError):
        checked_activity({"aims": "x" * (WORDS_LIMIT + 1)}, None, None)
    assert checked_activity({"aims": "  why\n"}, None, None)["aims"] == "why"


def test_a_field_that_a_part_has_not_is_a_bug():
    with pytest.raises(ValueError, match="minutes"):
        checked_part(PartKind.TASK, {"minutes": 5})
