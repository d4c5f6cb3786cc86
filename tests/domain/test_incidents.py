"""What an incident must say, and in which order entries stand."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from groupwork.domain.ids import IncidentId, ParticipantId
from groupwork.domain.incidents import (
    Incident,
    IncidentKind,
    IncidentPerson,
    IncidentText,
    PersonPart,
    clean_incident,
    clean_people,
    in_order,
    kind_of,
    part_of,
)
from groupwork.errors import UserError

TODAY = date(2026, 10, 12)
DAY = timedelta(days=1)
TEXT = IncidentText(IncidentKind.OTHER, TODAY, "A window broke.")
HURT = PersonPart.HURT


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"what": " \n\t"}, "one sentence"),
        ({"date": TODAY + DAY}, "lies ahead"),
        ({"date": date(1999, 12, 31)}, "1999"),
        ({"to_do_by": TODAY - DAY, "to_do": "x"}, "before the day"),
        ({"to_do_by": TODAY, "to_do": "  "}, "Say what"),
        ({"what": "x" * 20_001}, "20001"),
        ({"told": "\x00"}, "cannot be stored"),
        ({"place": "p" * 201}, "201"),
    ],
)
def test_refused_in_words_that_say_why(change, words):
    with pytest.raises(UserError) as refused:
        clean_incident(replace(TEXT, **change), TODAY)
    assert words in str(refused.value).format(**refused.value.values)


def test_the_words_are_cleaned_and_the_lines_stay():
    clean = clean_incident(replace(TEXT, what=" first\r\nsecond ", place=" the \n yard "), TODAY)
    assert (clean.what, clean.place) == ("first\nsecond", "the yard")


@pytest.mark.parametrize(
    "people",
    [
        [IncidentPerson(HURT)],
        [IncidentPerson(HURT, name="  ")],
        [IncidentPerson(HURT, name="Ida"), IncidentPerson(PersonPart.WITNESS, name="Ida ")],
        [IncidentPerson(HURT, ParticipantId(3)), IncidentPerson(PersonPart.WITNESS, ParticipantId(3))],
    ],
)
def test_each_person_once_and_by_name(people):
    with pytest.raises(UserError):
        clean_people(people)


def test_a_participants_typed_name_is_not_kept_and_only_the_hurt_have_an_injury():
    person, witness = clean_people(
        [
            IncidentPerson(HURT, ParticipantId(3), "Moira", "thumb"),
            IncidentPerson(PersonPart.WITNESS, None, " Ida  Quast ", "none"),
        ]
    )
    assert (person.name, person.injury) == ("", "thumb")
    assert (witness.name, witness.injury) == ("Ida Quast", "")


def test_codes():
    assert kind_of("near_miss") is IncidentKind.NEAR_MISS
    assert part_of("witness") is PersonPart.WITNESS
    for read in (kind_of, part_of):
        with pytest.raises(UserError):
            read("explosion")


def entry(number, day, *, due=None, closed=None):
    text = replace(TEXT, date=day, to_do="x" if due else "", to_do_by=due)
    return Incident(IncidentId(number), text, datetime.combine(TODAY, time(9)), closed)


def test_open_before_closed_due_before_the_others_then_the_newest():
    found = in_order(
        [
            entry(1, TODAY - 9 * DAY),
            entry(2, TODAY, closed=TODAY),
            entry(3, TODAY - DAY, due=TODAY + 5 * DAY),
            entry(4, TODAY - 2 * DAY, due=TODAY + DAY),
            entry(5, TODAY),
            entry(6, TODAY - 3 * DAY, due=TODAY - 2 * DAY, closed=TODAY),
        ]
    )
    assert [each.id for each in found] == [4, 3, 5, 1, 2, 6]
