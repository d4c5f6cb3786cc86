"""Profiles: name parts of every kind of name, languages as typed, ages, dates."""

from datetime import date

import pytest

from groupwork.domain.ids import ParticipantId
from groupwork.domain.languages import LANGUAGE_WORDS, read_spoken, spoken
from groupwork.domain.participants import Profile, age_on, parts_of, read_birth, renamed, sort_name
from groupwork.domain.people import PersonName, build_name
from groupwork.errors import UserError


def profile(given, family, called="", *, first=False):
    name = build_name(given, family, called=called, family_first=first)
    return Profile(ParticipantId(1), "P01", name, given, family, first)


@pytest.mark.parametrize(
    ("full", "called", "expected"),
    [
        ("Annegret Vossbeck", "Annegret", ("Annegret", "Vossbeck", False)),
        ("Lin Meihua", "Meihua", ("Meihua", "Lin", True)),
        ("Nguyễn Thị Bích Lụa", "Lụa", ("Thị Bích Lụa", "Nguyễn", True)),
        ("Ivo", "Ivo", ("Ivo", "", False)),
        ("Yousef al-Kharrat", "Yousef", ("Yousef", "al-Kharrat", False)),
    ],
)
def test_parts_of_a_name_that_was_stored_whole(full, called, expected):
    assert parts_of("", "", full, called, family_first=False) == expected


@pytest.mark.parametrize(
    ("before", "fields", "expected"),
    [
        (profile("Anna", "Kühn"), {"family": "Kuhn-Otte"}, ("Anna", "Anna Kuhn-Otte", "Kuhn-Otte, Anna")),
        (profile("Anna", "Kühn"), {"given": "Anne"}, ("Anne", "Anne Kühn", "Kühn, Anne")),
        (profile("Anna", "Kühn", "Anni"), {"given": "Anne"}, ("Anni", "Anne Kühn", "Kühn, Anne")),
        (profile("Anna", "Kühn", "Anni"), {"called": ""}, ("Anna", "Anna Kühn", "Kühn, Anna")),
        (profile("Meihua", "Lin"), {"family_first": True}, ("Meihua", "Lin Meihua", "Lin, Meihua")),
        (profile("Ivo", ""), {"family": "Kaya"}, ("Ivo", "Ivo Kaya", "Kaya, Ivo")),
        (profile("Ivo", "Kaya"), {"given": ""}, ("Kaya", "Kaya", "Kaya")),
    ],
)
def test_what_follows_from_other_parts(before, fields, expected):
    after = renamed(before, fields)
    assert (after.name.called, after.name.full, sort_name(after)) == expected


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"given": " ", "family": "\t"}, "type a name"),
        ({"given": "x" * 201}, "too long"),
        ({"family": "a\x00"}, "cannot be stored"),
        ({"native": "\ud800"}, "half a character"),
    ],
)
def test_names_that_cannot_be(fields, words):
    with pytest.raises(UserError, match=words):
        renamed(profile("Anna", "Kühn"), fields)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("German", "de"),
        ("Deutsch, etwas Englisch", "de, etwas Englisch"),
        ("polski und russisch", "pl, ru"),
        ("de, de", "de"),
        ("Romanes; arabic", "Romanes, ar"),
        ("", ""),
        (" , ", ""),
    ],
)
def test_languages_as_typed(typed, stored):
    assert read_spoken(typed) == stored
    assert read_spoken(stored) == stored


def test_languages_are_said_in_words():
    assert spoken("de, some English", lambda text: text.upper()) == ("GERMAN", "some English")
    for code, words in LANGUAGE_WORDS.items():
        assert read_spoken(words) in (code, words)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("1974-10-12", "2026-10-12", 52),
        ("1974-10-13", "2026-10-12", 51),
        ("2000-02-29", "2026-02-28", 25),
        ("2000-02-29", "2026-03-01", 26),
        ("2026-10-12", "2026-10-12", 0),
    ],
)
def test_ages(born, day, age):
    assert age_on(date.fromisoformat(born), date.fromisoformat(day)) == age


@pytest.mark.parametrize("typed", ["8.2.1974", "08/02/1974", "1974-02-08", " 08.02.1974 "])
def test_birth_dates_as_typed(typed):
    assert read_birth(typed) == date(1974, 2, 8)
    assert read_birth("  ") is None


@pytest.mark.parametrize("typed", ["31.2.1974", "8.2.74", "spring", "1" * 100_000])
def test_what_is_no_date_is_refused_in_words(typed):
    with pytest.raises(UserError):
        read_birth(typed)


def test_what_people_say_apart_is_told():
    assert profile("Anna", "Kühn").called_apart == ""
    assert profile("Anna", "Kühn", "Anni").called_apart == "Anni"
    assert PersonName("Ivo", "Ivo").rest == ""
