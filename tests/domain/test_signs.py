"""A centre's own labels, signs and keys for each language."""

import pytest

from groupwork.domain.attendance import TYPED, Mark, Status, key_for, sign
from groupwork.domain.signs import CODES, Signs, checked_statuses, plain_signs, signs_of
from groupwork.errors import Refused, UserError
from groupwork.i18n import words

GERMAN = {"A": {"label": "unentschuldigt", "sign": "U", "key": "U"}}
EN = words("en").text


def own(chosen=GERMAN, language="de"):
    return signs_of(checked_statuses({language: chosen}), language)


@pytest.mark.parametrize("language", ["en", "de"])
def test_where_nothing_is_set_everything_is_the_language_s_own(language):
    plain = plain_signs(language)
    for status in TYPED:
        assert plain.key_for(status) == key_for(status, language)
        assert plain.status_for_key(plain.key_for(status).lower()) is status
    for mark in (Mark(Status(code)) for code in "PRAXUODTHVNWC"):
        assert plain.sign(mark) == sign(mark, language)
    both = Mark(Status.PRESENT, late_min=1, early_min=2)
    assert plain.sign(both) == sign(both, language) == {"en": "LE", "de": "SG"}[language]
    assert plain.label(Status.ABSENT, EN) == "absent, no word"


def test_the_centre_s_own_are_shown_typed_and_said():
    mine = own()
    assert mine.sign(Mark(Status.ABSENT)) == "U"
    assert mine.status_for_key("u") is Status.ABSENT
    assert mine.status_for_key("f") is None
    assert mine.words(Mark(Status.ABSENT), EN) == "unentschuldigt"
    assert mine.words(Mark(Status.PRESENT, late_min=5), EN) == "late 5 min"
    assert mine.status_for_sign("u") is Status.ABSENT
    assert signs_of({"de": GERMAN}, "en").plain


def test_the_sign_follows_the_key_and_may_differ_from_it():
    assert own({"A": {"key": "Q"}}).sign(Mark(Status.ABSENT)) == "Q"
    mine = own({"A": {"sign": "UE"}})
    assert mine.sign(Mark(Status.ABSENT)) == "UE"
    assert mine.key_for(Status.ABSENT) == "F"


def test_late_and_early_may_be_swapped_with_a_status():
    mine = own({"L": {"key": "R"}, "R": {"key": "L"}, "P": {"label": "here"}}, "en")
    assert (mine.late, mine.status_for_key("L")) == ("R", Status.TOO_LATE)
    assert mine.sign(Mark(Status.PRESENT, late_min=5, early_min=1)) == "RE"


def test_only_what_differs_is_kept():
    same = {"A": {"label": "", "sign": "A", "key": "a"}, "W": {"sign": "W"}}
    assert checked_statuses({"en": same, "de": {}}) == {}
    assert checked_statuses({"en": {"U": {"label": " poorly  today "}}}) == {
        "en": {"U": {"label": "poorly today"}}
    }


BAD = (
    {"A": {"sign": "u"}},
    {"A": {"sign": "ABC"}},
    {"A": {"sign": "1"}},
    {"A": {"sign": "ß"}},
    {"A": {"key": "7"}},
    {"A": {"key": "AB"}},
    {"A": {"key": "S"}},
    {"A": {"key": "A"}},
    {"A": {"sign": "SG"}},
    {"A": {"sign": "W"}},
    {"W": {"key": "Q"}},
    {"Z9": {"key": "Q"}},
    {"A": {"label": "x" * 31}},
    {"A": {"label": "a\0b"}},
    {"A": "U"},
)


@pytest.mark.parametrize("chosen", BAD, ids=str)
def test_what_is_refused_in_german(chosen):
    with pytest.raises((Refused, UserError)):
        checked_statuses({"de": chosen})


@pytest.mark.parametrize("value", [None, [], {"fr": {}}, {"en": []}], ids=str)
def test_what_is_no_setting(value):
    with pytest.raises(Refused):
        checked_statuses(value)


def test_a_broken_stored_setting_means_the_language_s_own():
    assert signs_of("rubbish", "en") is plain_signs("en")
    assert signs_of({"en": 3}, "en") is plain_signs("en")


def test_signs_can_be_compared_and_kept_in_sets():
    assert Signs("de", GERMAN) == Signs("de", dict(GERMAN))
    assert len({Signs("de", GERMAN), plain_signs("en")}) == 2
    assert len(CODES) == 15
