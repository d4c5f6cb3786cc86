"""The demo's activities in full, in both languages, from the example library."""

import pytest

from groupwork.domain.activities import needed_staff
from groupwork.domain.demo import rows
from tests.drawn_demo import Drawn

UNGRADED = {"T03", "T27"}
"""Done by staff alone, and cancelled."""


@pytest.fixture(scope="module", params=["en", "de"])
def demo(request):
    return Drawn(language=request.param)


def of(demo, kind):
    found = {}
    for row in demo.tables[kind]:
        found.setdefault(row.activity_id, []).append(row)
    return found


def test_every_activity_has_aims_and_a_plan_that_adds_up(demo):
    phases = of(demo, rows.ActivityPhase)
    for activity in demo.tables[rows.Activity]:
        assert activity.aims
        assert activity.example
        assert sum(phase.minutes for phase in phases[activity.id]) == activity.minutes
        assert [phase.position for phase in phases[activity.id]] == list(range(len(phases[activity.id])))


def test_every_activity_has_materials_and_hazards_with_controls(demo):
    materials, hazards = of(demo, rows.ActivityMaterial), of(demo, rows.ActivityHazard)
    for activity in demo.tables[rows.Activity]:
        assert len(materials[activity.id]) >= 3
        assert len(hazards[activity.id]) >= 2
        assert all(each.hazard and each.control for each in hazards[activity.id])


def test_every_task_is_graded_but_those_nobody_does(demo):
    codes = [task.code for activity in demo.script.activities for task in activity.tasks]
    for code, task in zip(codes, demo.tables[rows.ActivityTask], strict=True):
        assert bool(task.easier and task.harder) is (code not in UNGRADED), code


def test_each_activity_can_be_staffed(demo):
    for activity in demo.tables[rows.Activity]:
        needed = needed_staff(activity.staff, activity.people_per_staff, activity.max_people)
        assert 1 <= needed <= activity.staff + 1


def test_the_demo_is_the_same_each_time():
    one, other = Drawn(), Drawn()
    for kind in (rows.ActivityPhase, rows.ActivityMaterial, rows.ActivityHazard, rows.ActivityTask):
        assert one.tables[kind] == other.tables[kind]
