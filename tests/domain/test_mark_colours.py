"""The colours of the marks: ours for each code, a centre's own, what is refused, what old files say."""

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.mark_colours import COLOUR_WORDS, OWN_COLOURS, Colour
from groupwork.domain.signs import CODES, Signs, checked_statuses, plain_signs, signs_of
from groupwork.errors import Refused

LATE = Mark(Status.PRESENT, late_min=5)
EARLY = Mark(Status.PRESENT, early_min=0)
BOTH = Mark(Status.PRESENT, late_min=0, early_min=5)


def own(code, colour, **more):
    return signs_of(checked_statuses({"en": {code: {"colour": colour, **more}}}), "en")


def test_every_code_has_a_colour_of_ours_and_every_colour_a_word():
    assert tuple(OWN_COLOURS) == CODES
    assert set(COLOUR_WORDS) == set(Colour) == set(OWN_COLOURS.values())


@pytest.mark.parametrize(
    ("colour", "codes"),
    {"green": "PW", "ochre": "RLE", "red": "A", "slate": "XUODT", "violet": "HV", "grey": "NC"}.items(),
)
def test_the_colours_mean_what_the_look_says(colour, codes):
    assert {code for code in CODES if plain_signs("de").colour(code) == colour} == set(codes)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("colour", Colour)
def test_any_code_may_have_any_colour_and_only_another_one_is_kept(code, colour):
    kept = checked_statuses({"en": {code: {"colour": colour.value}}})
    assert kept == ({} if OWN_COLOURS[code] is colour else {"en": {code: {"colour": colour.value}}})
    assert own(code, colour.value).colour(code) is colour


def test_a_mark_has_the_colour_of_its_code_in_its_language_only():
    mine = own("U", "red", label="poorly")
    assert mine.colour_of(Mark(Status.UNWELL)) == "red"
    assert mine.colour_of(Mark(Status.CANCELLED)) == "slate"
    assert mine.colour_of(Mark()) is None
    assert signs_of({"en": {"U": {"colour": "red"}}}, "de").colour("U") == "slate"
    assert mine.without_labels().colour("U") == "red"


def test_late_and_left_early_together_take_late_s():
    mine = signs_of({"en": {"L": {"colour": "grey"}, "E": {"colour": "violet"}}}, "en")
    assert [mine.colour_of(mark) for mark in (LATE, EARLY, BOTH)] == ["grey", "violet", "grey"]
    assert mine.colour_of(Mark(Status.PRESENT)) == "green"


def test_a_late_walk_in_keeps_the_walk_in_s():
    mine = own("W", "violet")
    assert mine.colour_of(Mark(Status.WALK_IN, late_min=5)) == "violet"
    assert own("L", "grey").colour_of(Mark(Status.WALK_IN, late_min=5)) == "green"


@pytest.mark.parametrize(
    "bad", ["pink", "Green", "good", "#00ff00", " ", "a\0b", 7, 0, True, ["red"], {}], ids=str
)
def test_what_is_no_colour_is_refused_in_words(bad):
    with pytest.raises(Refused) as refused:
        checked_statuses({"en": {"U": {"colour": bad}}})
    assert "green, ochre, red, slate, violet, grey" in str(refused.value)
    assert "\0" not in str(refused.value)


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_colour_said_is_ours(nothing):
    assert checked_statuses({"en": {"U": {"colour": nothing}}}) == {}


@pytest.mark.parametrize("stored", [{}, {"colour": "pink"}, {"colour": 7}, {"colour": ["red"]}], ids=str)
def test_a_setting_without_colours_and_one_of_another_version_read_as_ours(stored):
    old = signs_of({"en": {"U": {"label": "poorly", "key": "Q", **stored}}}, "en")
    assert all(old.colour(code) is OWN_COLOURS[code] for code in CODES)
    assert (old.own_label("U"), old.key("U")) == ("poorly", "Q")


def test_colours_make_other_signs():
    assert Signs("en", {"U": {"colour": "red"}}) != plain_signs("en")
    assert not own("U", "red").plain
    assert own("U", "slate") == plain_signs("en")
