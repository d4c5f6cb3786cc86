"""Every kind of clash, and what is none."""

from dataclasses import replace
from datetime import date, time

import pytest

from groupwork.domain.clashes import Booked, ClashKind, Limits, Names, SessionDraft, find
from groupwork.domain.closures import Closure

DAY = date(2026, 11, 3)
NAMES = Names({2: "Art studio", 5: "Garden room"}, {3: "Priya Ramanathan"}, {2: "Jürgen Hassenpflug-Maier"})
TEXTILE = Booked(SessionDraft(DAY, time(13), time(14, 30), 4, "Textile craft", 2, (6,), (1, 4), session=40))


def draft(**changes):
    plain = SessionDraft(DAY, time(13, 30), time(14, 30), 12, "Making music", 2, (3, 4), (6, 16), session=12)
    return replace(plain, **changes)


def words(booked, *others, closures=()):
    clashes = find(booked, others, closures, NAMES)
    return [(c.kind, c.text.format(**dict(c.values))) for c in clashes]


def test_a_room_twice_names_what_and_when():
    assert words(Booked(draft()), TEXTILE) == [(ClashKind.ROOM, "Art studio: Textile craft, 13:00–14:30")]


@pytest.mark.parametrize(
    "harmless",
    [
        {"start": time(14, 30), "end": time(15, 30)},
        {"start": time(12), "end": time(13)},
        {"room": None},
        {"room": 4},
        {"date": date(2026, 11, 4)},
        {"session": 40},
    ],
    ids=["back-to-back after", "back-to-back before", "off-site", "another room", "another day", "itself"],
)
def test_what_is_no_clash(harmless):
    assert words(Booked(draft(**harmless)), TEXTILE) == []


def test_a_session_that_does_not_take_place_clashes_with_nothing_in_either_direction():
    lost = replace(TEXTILE, lost=True)
    assert words(Booked(draft()), lost) == []
    assert words(Booked(draft(), lost=True), TEXTILE, closures=[Closure(DAY, DAY, "Teamtag")]) == []


def test_a_facilitator_and_a_person_in_two_places_are_named():
    other = Booked(draft(room=4, staff=(3,), people=(2,), title="Painting", session=9))
    assert words(Booked(draft(people=(2, 6))), other) == [
        (ClashKind.FACILITATOR, "Priya Ramanathan: Painting, 13:30–14:30"),
        (ClashKind.PARTICIPANT, "Jürgen Hassenpflug-Maier: Painting, 13:30–14:30"),
    ]


def test_an_off_site_session_still_needs_its_people_there():
    shop = Booked(draft(room=None, staff=(3,), people=(), title="Shop shift", session=9))
    assert [kind for kind, _ in words(Booked(draft()), shop)] == [ClashKind.FACILITATOR]


def test_closures_of_the_centre_and_of_a_room_with_its_allowed_activity():
    site = Closure(DAY, DAY, "Building site", room=5, allowed=12)
    assert words(Booked(draft()), closures=[Closure(DAY, DAY, "Teamtag")]) == [
        (ClashKind.CLOSURE, "Centre closed: Teamtag")
    ]
    assert words(Booked(draft(room=5)), closures=[site]) == []
    assert words(Booked(draft(room=5, activity=3)), closures=[site]) == [
        (ClashKind.CLOSURE, "Garden room closed: Building site")
    ]


@pytest.mark.parametrize(
    ("limits", "people", "expected"),
    [
        (Limits(places=2), 2, []),
        (Limits(places=2), 3, ["3 expected, room for 2"]),
        (Limits(places=8, room_places=2), 3, ["3 expected, room for 2"]),
        (Limits(least=3), 2, ["2 expected, at least 3 needed"]),
        (Limits(least=3), 3, []),
        (Limits(least=3), 0, []),
        (Limits(staff=2), 1, []),
        (Limits(staff=3), 1, ["Staff: 2 of 3 needed"]),
        (Limits(staff=1, people_per_staff=3), 6, []),
        (Limits(staff=1, people_per_staff=3), 7, ["Staff: 2 of 3 needed for 7 people"]),
        (Limits(staff=3, people_per_staff=3), 7, ["Staff: 2 of 3 needed"]),
        (Limits(staff=0, people_per_staff=1), 0, []),
    ],
)
def test_capacity_minimum_and_staff(limits, people, expected):
    found = words(Booked(draft(people=tuple(range(100, 100 + people))), limits))
    assert [text for _kind, text in found] == expected


def test_capacity_counts_participants_only():
    full = Booked(draft(people=(1, 2), staff=(3, 4)), Limits(places=2, room_places=2))
    assert words(full) == []
