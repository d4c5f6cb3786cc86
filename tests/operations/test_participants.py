"""People: the list, one person's record, profile and bulk changes, with undo and audit."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from groupwork.domain.episodes import Standing
from groupwork.errors import NotAllowed, Refused, UserError
from groupwork.operations import history, participants, profiles
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, put


@pytest.fixture
def moira(desk):
    return a_person(desk, "Moira Tattersley", alerts=(("food", "no nuts"), ("safety", "mask")))


def entries(desk):
    return [entry.sentence for entry in history.history(desk)]


def test_the_list_has_everybody_once_with_what_is_shown(desk, moira):
    group = a_group(desk, with_people=2)
    a_person(desk, "Ina Alt", until=MONDAY - timedelta(days=3))
    found = participants.people(desk)
    assert [line.name.full for line in found.lines] == [
        "Ina Alt",
        "Jürgen Hassenpflug-Maier",
        "Zbigniew Łąckorzyński",
        "Moira Tattersley",
    ]
    line = found.lines[3]
    assert [alert.kind for alert in line.alerts] == ["safety", "food"]
    assert [line.standing for line in found.lines] == [Standing.ENDED, *[Standing.HERE] * 3]
    assert found.lines[1].groups == (group.id,)
    assert [each.name for each in found.groups] == ["Wood workshop"]


def test_a_group_that_is_joined_later_stands_in_the_list_already(desk, moira):
    group = a_group(desk, with_people=0)
    put(desk, tables.Membership(group=group.id, participant=moira, from_date=MONDAY + timedelta(days=7)))
    (line,) = (line for line in participants.people(desk).lines if line.id == moira)
    assert line.groups == (group.id,)


def test_the_list_takes_as_many_selects_for_many_people(desk, selects):
    a_group(desk, with_people=2)
    few = selects(participants.people, desk)
    for n in range(20):
        a_person(desk, f"Person Number{n}")
    assert selects(participants.people, desk) == few <= 6


def test_one_person_takes_few_selects(desk, selects, moira):
    assert selects(participants.record, desk, moira) <= 5


def test_a_record_of_nobody_is_refused_in_words(desk):
    with pytest.raises(Refused, match="no person with the number 99"):
        participants.record(desk, 99)


def test_a_new_person_gets_parts_code_stay_and_search_key(desk):
    worker = tables.Facilitator(code="F1", name="Tomasz Wilkowski")
    put(desk, worker)
    added = profiles.add_person(
        desk,
        given="Meihua",
        family="Lin",
        family_first=True,
        native="林美华",
        birth_date=date(1977, 1, 9),
        language="zh",
        speaks="German, some English",
        key_worker=worker.id,
        start=MONDAY + timedelta(days=7),
    )
    found = participants.record(desk, added.participant)
    assert (found.profile.name.full, found.profile.name.called) == ("Lin Meihua", "Meihua")
    assert found.profile.speaks == "de, some English"
    assert found.profile.key_worker.name == "Tomasz Wilkowski"
    assert found.stays[0].start == MONDAY + timedelta(days=7)
    assert participants.people(desk).lines[0].standing is Standing.WAITING
    assert "美华" in tables.Participant.get_by_id(added.participant).search
    assert entries(desk)[0] == "New person: Lin Meihua"
    history.undo(desk)
    assert participants.people(desk).lines == ()


def test_the_same_name_and_birth_date_is_pointed_out_not_blocked(desk):
    first = profiles.add_person(desk, given="Anna", family="Kühn", birth_date=date(1990, 2, 3))
    assert first.same == ()
    again = profiles.add_person(desk, given="Anna", family="Kuhn", birth_date=date(1990, 2, 3))
    assert [person.id for person in again.same] == [first.participant]
    other = profiles.add_person(desk, given="Anna", family="Kühn", birth_date=date(1980, 2, 3))
    assert other.same == ()
    same = profiles.same_people(desk, given="Kühn", family="Anna", birth_date=None)
    assert len(same) == 3


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"given": " ", "family": ""}, "type a name"),
        ({"given": "x" * 100_000}, "too long"),
        ({"given": "A\x00"}, "cannot be stored"),
        ({"given": "A", "birth_date": MONDAY + timedelta(days=1)}, "in the future"),
        ({"given": "A", "birth_date": date(1850, 1, 1)}, "before 1900"),
        ({"given": "A", "language": "xx"}, "not in the list"),
        ({"given": "A", "print_language": "pl"}, "English or German"),
        ({"given": "A", "email": "no mail"}, "e-mail"),
        ({"given": "A", "phone": "none"}, "no digits"),
        ({"given": "A", "note": "n" * 100_000}, "too long"),
        ({"given": "A", "key_worker": 77}, "no longer there"),
        ({"given": "A", "stage": "gone"}, "stages"),
    ],
)
def test_bad_input_is_refused_in_words_and_nothing_is_written(desk, fields, words):
    with pytest.raises(UserError, match=words):
        profiles.add_person(desk, **fields)
    assert participants.people(desk).lines == ()


def test_a_person_by_name_alone_gets_parts_when_one_is_changed(desk, moira):
    done = profiles.change_profile(desk, moira, family="Tattersley-Brown")
    row = tables.Participant.get_by_id(moira)
    assert (row.given, row.full, row.called, row.sort_name) == (
        "Moira",
        "Moira Tattersley-Brown",
        "Moira",
        "Tattersley-Brown, Moira",
    )
    assert "brown" in row.search
    assert history.sentence(desk, done) == "Moira Tattersley-Brown: profile changed"
    history.undo(desk)
    assert tables.Participant.get_by_id(moira).full == "Moira Tattersley"


def test_what_people_say_follows_the_given_name_unless_said_apart(desk, moira):
    profiles.change_profile(desk, moira, given="Mora")
    assert tables.Participant.get_by_id(moira).called == "Mora"
    profiles.change_profile(desk, moira, called="Mo", given="Moira")
    profiles.change_profile(desk, moira, given="Maura")
    row = tables.Participant.get_by_id(moira)
    assert (row.called, row.full, row.rest) == ("Mo", "Maura Tattersley", "Maura Tattersley")


def test_nothing_is_written_when_nothing_differs(desk, moira):
    profiles.change_profile(desk, moira, phone="0555 0101")
    assert profiles.change_profile(desk, moira, phone="0555 0101").step is None


def test_one_key_worker_for_many_is_one_step(desk):
    worker = tables.Facilitator(code="F1", name="Tomasz Wilkowski")
    put(desk, worker)
    group = a_group(desk, with_people=3)
    done = profiles.set_key_worker(desk, group.people, worker.id)
    assert history.sentence(desk, done) == "Key worker changed for 3 people"
    assert {line.key_worker.id for line in participants.people(desk).lines} == {worker.id}
    history.undo(desk)
    assert {line.key_worker for line in participants.people(desk).lines} == {None}
    with pytest.raises(Refused, match="no longer there"):
        profiles.set_key_worker(desk, [*group.people, 999], worker.id)


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
def test_only_who_may_sees_records(desk, moira, role):
    other = replace(desk, role=role)
    for operation in (participants.people, participants.key_workers):
        with pytest.raises(NotAllowed, match="may not open"):
            operation(other)
    with pytest.raises(NotAllowed):
        participants.record(other, moira)
    with pytest.raises(NotAllowed, match="may not change people"):
        profiles.change_profile(other, moira, phone="1")
