"""The example library as data, and putting it into a centre."""

import unicodedata
from dataclasses import replace

import pytest

from groupwork import i18n
from groupwork.domain.activities import Method, minutes_left
from groupwork.domain.sessions import Category
from groupwork.errors import Refused
from groupwork.operations import activities, examples, history
from groupwork.store import tables
from tests.builders import an_activity

LANGUAGES = ("en", "de")
ALL = [(language, each) for language in LANGUAGES for each in examples.examples(language)]
BOTH = list(zip(examples.examples("en"), examples.examples("de"), strict=True))


def named(pair):
    return pair.key if hasattr(pair, "key") else str(pair)


def texts(each):
    """Every text of an example, by what it is."""
    yield from (each.name, each.short, each.aims)
    yield from (words for p in each.phases for words in (p.name, p.words))
    yield from (words for t in each.tasks for words in (t.name, t.easier, t.harder))
    yield from (m.name for m in each.materials)
    yield from (words for h in each.hazards for words in (h.hazard, h.control))


def test_there_are_enough_of_every_category():
    for language in LANGUAGES:
        found = examples.examples(language)
        assert len(found) >= 14
        assert {each.category for each in found} == set(Category)
        assert len({each.key for each in found}) == len({each.name for each in found}) == len(found)


@pytest.mark.parametrize(("language", "each"), ALL, ids=named)
def test_an_example_is_complete(language, each):
    assert minutes_left(each.minutes, each.phases) == 0
    assert 3 <= len(each.tasks) <= 6
    assert len(each.phases) >= 3
    assert len(each.materials) >= 3
    assert len(each.hazards) >= 2
    assert 1 <= each.min_people <= each.max_people
    assert each.staff >= 1
    assert each.people_per_staff >= 1
    assert Method(each.method) is not Method.NONE
    for words in texts(each):
        assert words == words.strip() == unicodedata.normalize("NFC", words) != ""


@pytest.mark.parametrize(("english", "german"), BOTH, ids=named)
def test_both_languages_say_the_same_and_neither_is_left_over(english, german):
    for part in ("phases", "tasks", "materials", "hazards"):
        assert len(getattr(english, part)) == len(getattr(german, part))
    same = {"Computer", "Com\u00adputer"}
    for one, other in zip(texts(english), texts(german), strict=True):
        assert one != other or one in same, one


@pytest.mark.parametrize(("language", "each"), ALL, ids=named)
def test_short_names_have_at_most_nine_letters_a_line(language, each):
    for line in each.short.replace("\u00ad", " ").split(" "):
        assert len(line) <= 9


def test_all_come_in_one_step_that_can_be_undone(desk):
    left = examples.examples_left(desk)
    done = examples.add_examples(desk)
    lines = activities.activities(desk)
    assert {line.example for line in lines} == {each.key for each in left}
    assert history.sentence(desk, done) == f"Activities added from the examples: {len(left)}"
    assert examples.examples_left(desk) == ()
    history.undo(desk)
    assert activities.activities(desk) == ()
    assert not tables.ActivityTask.select().exists()
    assert len(examples.examples_left(desk)) == len(left)


def test_chosen_ones_come_in_full_and_in_the_language_of_the_desk(desk):
    german = replace(desk, language="de")
    i18n.use("de")
    examples.add_examples(german, ["birdbox", "painting"])
    i18n.use("en")
    lines = {line.example: line for line in activities.activities(desk)}
    assert set(lines) == {"birdbox", "painting"}
    wanted = next(each for each in examples.examples("de") if each.key == "birdbox")
    found = activities.activity(desk, lines["birdbox"].id)
    assert (found.line.name, found.aims, found.line.people_per_staff) == (wanted.name, wanted.aims, 3)
    assert [replace(p, id=0) for p in found.phases] == list(wanted.phases)
    assert [replace(t, id=0) for t in found.tasks] == list(wanted.tasks)
    assert [replace(m, id=0) for m in found.materials] == list(wanted.materials)
    assert [replace(h, id=0) for h in found.hazards] == list(wanted.hazards)


def test_what_is_there_is_not_offered_again_even_when_archived(desk):
    examples.add_examples(desk, ["birdbox"])
    activities.archive_activity(desk, activities.activities(desk)[0].id)
    assert "birdbox" not in {each.key for each in examples.examples_left(desk)}
    with pytest.raises(Refused):
        examples.add_examples(desk, ["birdbox", "no such"])


def test_a_name_that_is_taken_gets_a_word_behind_it(desk):
    an_activity(desk, "painting AND drawing")
    examples.add_examples(desk, ["painting"])
    assert "Painting and drawing (example)" in {line.name for line in activities.activities(desk)}


def test_an_unknown_language_gets_english(desk):
    assert examples.examples("fr") == examples.examples("en")
