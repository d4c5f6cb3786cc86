"""What a new centre is told to do next."""

from groupwork.operations.first_steps import FirstStep, next_step
from tests.builders import a_group, a_person, a_session


def test_people_first_then_groups_then_nothing(desk, selects):
    assert next_step(desk) is FirstStep.PEOPLE
    a_person(desk)
    assert next_step(desk) is FirstStep.GROUPS
    a_group(desk)
    assert next_step(desk) is None
    assert selects(next_step, desk) <= 2


def test_whoever_plans_without_groups_is_not_asked_for_them(desk):
    a_person(desk)
    a_session(desk)
    assert next_step(desk) is None
