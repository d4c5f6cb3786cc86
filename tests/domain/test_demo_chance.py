"""Chance that repeats, and the words of the description."""

import unicodedata

import pytest

from groupwork.domain.demo.chance import Chance
from groupwork.domain.demo.names import invented
from groupwork.domain.people import AlertKind
from groupwork.domain.sessions import Category
from tests.drawn_demo import Drawn, description


def test_the_same_name_gives_the_same_numbers_for_ever():
    """Pinned values: another Python must draw the same demo."""
    chance = Chance("kiefernbogen", "day", "P05", 3, 1)
    assert [chance.between(1, 100) for _ in range(6)] == [5, 63, 96, 62, 7, 90]
    assert Chance("a").share() != Chance("b").share()


def test_between_reaches_both_ends_and_no_further():
    chance = Chance("ends")
    assert {chance.between(3, 5) for _ in range(200)} == {3, 4, 5}


def test_one_of_follows_the_weights():
    chance = Chance("weights")
    drawn = [chance.one_of((("a", 3), ("b", 1), ("never", 0))) for _ in range(2000)]
    assert 0.70 < drawn.count("a") / 2000 < 0.80
    assert "never" not in drawn


def test_invented_names_do_not_repeat():
    assert len({invented(n) for n in range(25, 20_000)}) == 19_975


def texts(value):
    """Every { en, de } of the description."""
    if isinstance(value, dict):
        if set(value) == {"en", "de"}:
            yield value
        else:
            for each in value.values():
                yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def test_every_text_is_there_in_both_languages_and_composed():
    found = list(texts([part for name, part in description().items() if name != "library"]))
    assert len(found) > 120
    for text in found:
        if text == {"en": "", "de": ""}:  # nothing was said: in neither language
            continue
        for words in text.values():
            assert words
            assert words.strip() == words == unicodedata.normalize("NFC", words)


@pytest.mark.parametrize("language", ["en", "de"])
def test_short_names_have_at_most_9_letters_a_line(language):
    for activity in Drawn(language=language).script.activities:
        for line in activity.short.replace("\u00ad", " ").split(" "):
            assert 0 < len(line) <= 9, activity.short


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_part_of_a_task_is_longer_than_14_letters(language):
    """The longest that fits a task head on the sheet (look/SHEETS.md)."""
    for activity in Drawn(language=language).script.activities:
        for task in activity.tasks:
            for part in task.name.replace("\u00ad", " ").replace("-", " ").split():
                assert len(part) <= 14, task.name


def test_each_activity_but_the_project_has_3_to_5_tasks_and_the_project_27():
    for activity in Drawn().script.activities:
        if activity.code == "A05":
            assert [t.code for t in activity.tasks] == [f"T{n:02}" for n in range(1, 28)]
        else:
            assert 3 <= len(activity.tasks) <= 5


def test_every_kind_of_alert_and_category_occurs():
    script = Drawn().script
    kinds = {kind for person in script.people for kind, _words, _printed in person.alerts}
    assert kinds == {kind.value for kind in AlertKind}
    assert {a.category for a in script.activities} == {c.value for c in Category}
    alerts = {p.code: [(kind, words) for kind, words, _printed in p.alerts] for p in script.people}
    assert ("safety", "dust allergy: mask") in alerts["P13"]
    assert [kind for kind, _words in alerts["P06"]] == ["language"]


def test_names_are_the_same_in_both_languages():
    names = [
        [(p.code, p.full, p.called, p.native) for p in Drawn(language=language).script.people]
        for language in ("en", "de")
    ]
    assert names[0] == names[1]


def test_ages_are_as_written_on_the_first_day_of_the_term():
    script = Drawn().script
    written = {p["code"]: p["age"] for p in description()["people"]["people"]}
    first = script.weeks.first
    for person in script.people:
        born = person.birth_date
        age = first.year - born.year - ((first.month, first.day) < (born.month, born.day))
        assert age == written[person.code]
