"""The library: read, changed, copied, archived, each step undone and in the journal."""

from datetime import timedelta

import pytest

from groupwork import i18n
from groupwork.domain.activities import HazardLevel, PartKind
from groupwork.domain.ids import ActivityId
from groupwork.domain.sessions import Category
from groupwork.errors import Refused, UserError
from groupwork.operations import activities, activity_parts, history
from groupwork.store import reads_sessions, tables
from tests.builders import MONDAY, a_group, a_session, an_activity


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")


def names(desk, **asked):
    return [line.name for line in activities.activities(desk, **asked)]


def said(desk):
    return history.history(desk)[0].sentence


def test_one_is_read_in_full(desk, selects):
    group = a_group(desk, tasks=("Saw", "Sand"))
    past = a_session(desk, group, day=MONDAY - timedelta(days=7), status="held")
    a_session(desk, group, day=MONDAY + timedelta(days=7))
    activity_parts.add_part(desk, group.activity, PartKind.PHASE, name="Begin", minutes=20)
    found = activities.activity(desk, group.activity)
    assert [task.name for task in found.tasks] == ["Saw", "Sand"]
    assert [(p.name, p.minutes) for p in found.phases] == [("Begin", 20)]
    assert [use.id for use in found.groups] == [group.id]
    assert [use.id for use in found.last] == [past]
    assert found.line.groups == 1
    assert selects(activities.activity, desk, group.activity) <= 5
    assert selects(activities.activities, desk) == 1


def test_fields_are_changed_and_undone_and_said(desk):
    wood = an_activity(desk)
    done = activities.change_activity(
        desk, wood, name="Bird boxes", category=Category.ART, people_per_staff=3, hazard=HazardLevel.HIGH
    )
    assert history.sentence(desk, done) == "Bird boxes: changed"
    line = activities.activity(desk, wood).line
    assert (line.name, line.category, line.people_per_staff, line.hazard) == (
        "Bird boxes",
        Category.ART,
        3,
        HazardLevel.HIGH,
    )
    history.undo(desk)
    assert activities.activity(desk, wood).line.name == "Wood workshop"


def test_a_name_may_be_there_only_once(desk):
    wood, _clay = an_activity(desk), an_activity(desk, "Ceramics")
    with pytest.raises(Refused, match="CERAMICS"):
        activities.change_activity(desk, wood, name=" CERAMICS ")
    assert activities.change_activity(desk, wood, name="wood workshop").step is not None


def test_an_archived_one_is_offered_nowhere_and_its_sessions_stay(desk):
    group = a_group(desk)
    session = a_session(desk, group)
    done = activities.archive_activity(desk, group.activity)
    assert history.sentence(desk, done) == "Wood workshop: archived"
    assert names(desk) == []
    assert names(desk, archived=True) == ["Wood workshop"]
    assert reads_sessions.activities(desk.store.db) == []
    assert tables.Session.get_by_id(session).activity_id == group.activity
    activities.bring_back_activity(desk, group.activity)
    assert names(desk) == ["Wood workshop"]
    assert said(desk) == "Wood workshop: brought back from the archive"


def test_it_does_not_come_back_beside_another_of_its_name(desk):
    wood = an_activity(desk)
    activities.archive_activity(desk, wood)
    an_activity(desk, "wood Workshop")
    with pytest.raises(Refused):
        activities.bring_back_activity(desk, wood)


def test_a_one_off_of_its_own_is_not_in_the_library(desk):
    tables_before = names(desk, archived=True)
    an_activity(desk, "Family meeting", active=False)
    row = tables.Activity.get(tables.Activity.name == "Family meeting")
    with desk.step("test.built") as step:
        row.code = "Z01"
        step.save(row)
    assert names(desk, archived=True) == tables_before


def test_a_copy_has_everything_but_groups(desk):
    group = a_group(desk, tasks=("Saw", "Sand"))
    activity_parts.add_part(desk, group.activity, PartKind.HAZARD, hazard="Noise")
    made = activities.duplicate_activity(desk, group.activity)
    assert history.sentence(desk, made.done) == "Wood workshop: copied"
    copy = activities.activity(desk, made.id)
    assert (copy.line.name, copy.line.groups) == ("Wood workshop, copy", 0)
    assert [t.name for t in copy.tasks] == ["Saw", "Sand"]
    assert [h.hazard for h in copy.hazards] == ["Noise"]
    again = activities.duplicate_activity(desk, group.activity)
    assert activities.activity(desk, again.id).line.name == "Wood workshop, copy 2"
    history.undo(desk)
    history.undo(desk)
    assert names(desk) == ["Wood workshop"]


@pytest.mark.parametrize("operation", [activities.activity, activities.archive_activity])
def test_one_that_is_gone_is_refused_in_words(desk, operation):
    with pytest.raises(Refused, match="no longer"):
        operation(desk, ActivityId(99))


@pytest.mark.parametrize(
    "fields", [{"name": ""}, {"minutes": 0}, {"aims": "\x00"}, {"min_people": 5, "max_people": 4}]
)
def test_bad_input_writes_nothing(desk, fields):
    wood = an_activity(desk)
    before = len(history.history(desk))
    with pytest.raises(UserError):
        activities.change_activity(desk, wood, **fields)
    assert len(history.history(desk)) == before
