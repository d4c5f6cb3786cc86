"""Results of tasks: words, what may be stored."""

import pytest

from groupwork.domain.tasks import (
    HELP_LABELS,
    PAPER_LEVELS,
    NotDoneReason,
    Outcome,
    TaskResult,
    checked,
    checked_task_name,
    words,
)
from groupwork.errors import Refused

RESULTS = [
    (None, "not recorded"),
    (TaskResult(Outcome.DONE, 6), "on own"),
    (TaskResult(Outcome.DONE, 4), "prompting"),
    (TaskResult(Outcome.PARTLY, 3), "partly done, some help"),
    (TaskResult(Outcome.PARTLY), "partly done"),
    (TaskResult(Outcome.NOT_DONE), "not done"),
    (TaskResult(Outcome.NOT_OFFERED), "not offered"),
]


@pytest.mark.parametrize(("result", "said"), RESULTS)
def test_results_in_words(result, said):
    assert words(result, str) == said


def test_a_reason_is_said():
    assert words(TaskResult(Outcome.NOT_DONE, reason=NotDoneReason.NO_TIME), str) == "not done: no time"


@pytest.mark.parametrize(
    "result",
    [
        TaskResult(Outcome.DONE, 0),
        TaskResult(Outcome.PARTLY, 7),
        TaskResult(Outcome.NOT_DONE, 1),
        TaskResult(Outcome.NOT_OFFERED, 1),
        TaskResult(Outcome.NOT_OFFERED, reason=NotDoneReason.UNWELL),
        TaskResult(Outcome.DONE, 4, NotDoneReason.UNWELL),
    ],
)
def test_contradictions_are_refused(result):
    with pytest.raises(Refused):
        checked(result)


@pytest.mark.parametrize("result", [result for result, _said in RESULTS if result])
def test_what_may_be_stored(result):
    assert checked(result) is result


def test_names_are_tidied():
    assert checked_task_name("  Sand\n the  edges ") == "Sand the edges"
    assert checked_task_name("Fenster\u00adrahmen") == "Fenster\u00adrahmen"


@pytest.mark.parametrize("name", ["", " \n", "x" * 121, "a\x07b", "\u202eabc"])
def test_names_that_cannot_be(name):
    with pytest.raises(Refused):
        checked_task_name(name)


def test_paper_has_four_of_the_levels():
    assert PAPER_LEVELS == (6, 4, 3, 0)
    assert set(HELP_LABELS) == set(range(1, 7))
