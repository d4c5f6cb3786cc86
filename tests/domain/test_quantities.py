"""Quantity and minutes of a task: where they may stand, and how they are said."""

import pytest

from groupwork.domain.demo.quantities import COUNTED, made
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult, checked, words
from groupwork.errors import Refused

DONE = TaskResult(Outcome.DONE, 4, quantity=5, minutes=20)


def test_a_quantity_is_said_after_the_level():
    assert words(DONE, str) == "prompting, quantity 5, 20 min"
    assert words(TaskResult(Outcome.PARTLY, 3, quantity=0), str) == "partly done, some help, quantity 0"
    assert words(TaskResult(Outcome.DONE, 6), str) == "on own"


@pytest.mark.parametrize(
    "result",
    [
        TaskResult(Outcome.NOT_DONE, reason=NotDoneReason.NO_TIME, quantity=1),
        TaskResult(Outcome.NOT_OFFERED, minutes=5),
        TaskResult(Outcome.DONE, 4, quantity=-1),
        TaskResult(Outcome.DONE, 4, quantity=10_000),
        TaskResult(Outcome.DONE, 4, minutes=1441),
    ],
)
def test_it_goes_only_with_what_was_done_and_in_bounds(result):
    with pytest.raises(Refused):
        checked(result)


def test_it_may_stand_in_every_done_cell():
    for result in (DONE, TaskResult(Outcome.PARTLY, None, quantity=0, minutes=0)):
        assert checked(result) is result


def test_another_level_keeps_it_and_not_done_does_not():
    again = TaskResult(Outcome.DONE, 6).keeping(DONE)
    assert (again.level, again.quantity, again.minutes) == (6, 5, 20)
    assert TaskResult(Outcome.NOT_DONE).keeping(DONE) == TaskResult(Outcome.NOT_DONE)
    assert TaskResult(Outcome.DONE, 6).keeping(None) == TaskResult(Outcome.DONE, 6)


def test_the_demos_quantities_are_the_same_each_time():
    drawn = [made("seed", "A01-3", f"P{n:02}", 7, "done") for n in range(40)]
    assert drawn == [made("seed", "A01-3", f"P{n:02}", 7, "done") for n in range(40)]
    said = [quantity for quantity, _minutes in drawn if quantity is not None]
    assert 5 < len(said) < 35
    assert all(COUNTED["A01-3"][0] <= quantity <= COUNTED["A01-3"][1] for quantity in said)
    assert (
        made("seed", "A01-3", "P01", 7, "not_done") == made("seed", "A01-1", "P01", 7, "done") == (None, None)
    )
