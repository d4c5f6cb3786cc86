"""Stays written: what ends with them, who is active, undo and refusals."""

from datetime import timedelta

import pytest

from groupwork.errors import Refused
from groupwork.operations import episodes, history, participants
from groupwork.operations.people import find_people
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, put

FRIDAY = MONDAY - timedelta(days=3)


@pytest.fixture
def group(desk):
    return a_group(desk, with_people=3)


def ends(desk):
    return [m.to_date for m in tables.Membership.select().order_by(tables.Membership.id)]


def stays(desk, person):
    return participants.record(desk, person).stays


def test_ending_a_stay_ends_all_that_goes_with_it_in_one_step(desk, group):
    person = group.people[0]
    put(desk, tables.Membership(group=group.id, participant=person, from_date=MONDAY + timedelta(days=30)))
    put(desk, tables.AgreedDay(participant=person, weekday=0, from_date=MONDAY - timedelta(days=60)))
    put(desk, tables.Waiting(group=group.id, participant=person, since=MONDAY - timedelta(days=9)))
    done = episodes.end_stays(desk, [person], FRIDAY, "own_wish", planned=False)
    assert history.sentence(desk, done) == "Jürgen Hassenpflug-Maier: stay ended"
    assert ends(desk) == [FRIDAY, None, None]
    assert tables.AgreedDay.get().to_date == FRIDAY
    assert (tables.Waiting.get().ended, tables.Waiting.get().outcome) == (FRIDAY, "given_up")
    assert not tables.Participant.get_by_id(person).active
    assert find_people(desk, "Jürgen") == ()
    history.undo(desk)
    assert ends(desk) == [None] * 4
    assert tables.Participant.get_by_id(person).active
    assert stays(desk, person)[0].end is None


def test_a_stay_that_ends_later_leaves_the_person_active(desk, group):
    later = MONDAY + timedelta(days=20)
    episodes.end_stays(desk, group.people[:1], later, "goal_reached", planned=True)
    assert tables.Participant.get_by_id(group.people[0]).active
    assert (stays(desk, group.people[0])[0].reason, ends(desk)[0]) == ("goal_reached", later)


def test_several_end_in_one_step_or_none(desk, group):
    late = a_person(desk, "Late Comer", since=MONDAY)
    with pytest.raises(Refused, match="before it begins"):
        episodes.end_stays(desk, [*group.people, late], FRIDAY)
    assert ends(desk) == [None] * 3
    done = episodes.end_stays(desk, group.people, FRIDAY, "other")
    assert history.sentence(desk, done) == "Stay ended for 3 people"
    assert ends(desk) == [FRIDAY] * 3
    history.undo(desk)
    assert ends(desk) == [None] * 3


def test_nobody_ends_twice(desk):
    person = a_person(desk, "Gone Away", until=FRIDAY)
    with pytest.raises(Refused, match="P01 has no stay"):
        episodes.end_stays(desk, [person], MONDAY)


def test_a_new_stay_follows_the_last_and_the_person_is_found_again(desk):
    person = a_person(desk, "Gone Away", until=FRIDAY)
    put(desk, *[])
    with pytest.raises(Refused, match="overlaps"):
        episodes.begin_stay(desk, person, FRIDAY)
    row = tables.Participant.get_by_id(person)
    row.active = False
    put(desk, row)
    episodes.begin_stay(desk, person, stage="trial", referred_by="Clinic")
    assert tables.Participant.get_by_id(person).active
    assert [(s.start, s.stage) for s in stays(desk, person)][-1] == (MONDAY, "trial")
    with pytest.raises(Refused, match="has no end yet"):
        episodes.begin_stay(desk, person, MONDAY + timedelta(days=1))
    history.undo(desk)
    assert len(stays(desk, person)) == 1


def test_a_stay_is_changed_and_its_end_ends_the_groups(desk, group):
    stay = stays(desk, group.people[0])[0]
    episodes.change_stay(desk, stay.id, stage="paused", referred_by="Clinic")
    episodes.change_stay(desk, stay.id, end=FRIDAY, reason="moved_away", planned=True)
    changed = stays(desk, group.people[0])[0]
    assert (changed.stage, changed.referred_by, changed.reason) == ("paused", "Clinic", "moved_away")
    assert ends(desk)[0] == FRIDAY
    episodes.change_stay(desk, stay.id, end=None)
    assert (stays(desk, group.people[0])[0].reason, ends(desk)[0]) == ("", FRIDAY)
    with pytest.raises(Refused, match="before it begins"):
        episodes.change_stay(desk, stay.id, end=stay.start - timedelta(days=1))


def test_only_a_second_stay_can_be_removed(desk):
    person = a_person(desk, "Gone Away", until=FRIDAY)
    with pytest.raises(Refused, match="only stay"):
        episodes.remove_stay(desk, stays(desk, person)[0].id)
    episodes.begin_stay(desk, person)
    episodes.remove_stay(desk, stays(desk, person)[1].id)
    assert len(stays(desk, person)) == 1
    assert not tables.Participant.get_by_id(person).active
