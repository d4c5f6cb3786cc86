"""Results as text: every result that may be stored is read back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupwork.domain.ids import TaskId
from groupwork.domain.task_text import format_result, parse_result, task_named
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskColumn, TaskResult
from groupwork.errors import Refused

NUMBERS = st.none() | st.integers(0, 1440)
RESULTS = st.one_of(
    st.builds(
        TaskResult,
        st.sampled_from([Outcome.DONE, Outcome.PARTLY]),
        st.none() | st.integers(1, 6),
        st.none(),
        NUMBERS,
        NUMBERS,
    ),
    st.builds(
        TaskResult,
        st.just(Outcome.NOT_DONE),
        st.none(),
        st.none() | st.sampled_from(list(NotDoneReason)),
    ),
    st.just(TaskResult(Outcome.NOT_OFFERED)),
)
TASKS = (TaskColumn(TaskId(7), "Sand\u00ading"), TaskColumn(TaskId(9), "1"), TaskColumn(TaskId(4), "Öl"))


@given(RESULTS)
def test_a_result_is_read_back_as_it_was_written(result):
    assert parse_result(format_result(result)) == result


@pytest.mark.parametrize(
    "typed", ["", "7", "done~", "5#", "5@", "0:", "0:x", "-5", "5#1#2", "5#10000", "5@1441", "٥", "5 6"]
)
def test_anything_else_is_refused(typed):
    with pytest.raises(Refused):
        parse_result(typed)


@pytest.mark.parametrize(
    ("typed", "task"), [("sanding", 7), ("SANDING ", 7), ("ol", 4), ("3", 4), ("1", 9), ("2", 9)]
)
def test_a_task_goes_by_its_name_before_its_number(typed, task):
    assert task_named(TASKS, typed) == task


@pytest.mark.parametrize("typed", ["", "0", "4", "sand", "-1", "²"])
def test_an_unknown_task_is_refused(typed):
    with pytest.raises(Refused):
        task_named(TASKS, typed)
