"""Marks: codes, signs, words, minutes, and as text for the command line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupwork.domain import attendance
from groupwork.domain.attendance import (
    MEANINGS,
    NOT_RECORDED,
    Expected,
    Mark,
    Status,
    checked,
    counted_minutes,
    minutes_over,
    sign,
    status_for_key,
    words,
)
from groupwork.domain.mark_text import format_mark, parse_mark
from groupwork.errors import Refused

P = Status.PRESENT
W = Status.WALK_IN

# DOMAIN.md's table, written out again: code, expected, attended, key EN, key DE.
TABLE = [
    ("P", "yes", True, "P", "A"),
    ("R", "yes", False, "R", "Z"),
    ("A", "yes", False, "A", "F"),
    ("X", "yes", False, "X", "X"),
    ("U", "yes", False, "U", "K"),
    ("O", "yes", False, "O", "T"),
    ("D", "yes", False, "D", "D"),
    ("T", "no", False, "T", "B"),
    ("H", "paused", False, "H", "H"),
    ("V", "paused", False, "V", "V"),
    ("N", "no", False, "N", "N"),
    ("W", "no", True, "", ""),
    ("C", "no", False, "", ""),
]


@pytest.mark.parametrize(("code", "expected", "attended", "english", "german"), TABLE)
def test_each_status_means_what_the_table_says(code, expected, attended, english, german):
    meaning = MEANINGS[Status(code)]
    assert (meaning.expected, meaning.attended) == (Expected(expected), attended)
    assert (meaning.key_en, meaning.key_de) == (english, german)
    for language, key in (("en", english), ("de", german)):
        if key:
            assert status_for_key(key.lower(), language) is Status(code)
        assert sign(Mark(Status(code)), language) == (key or code)


def test_the_table_is_complete_and_keys_are_unique():
    assert [row[0] for row in TABLE] == [status.value for status in Status]
    for language, late, early in (("en", "L", "E"), ("de", "S", "G")):
        assert status_for_key(late, language) is status_for_key(early, language) is None
    assert status_for_key("", "en") is None


@pytest.mark.parametrize(
    ("mark", "english", "german"),
    [
        (NOT_RECORDED, "", ""),
        (Mark(P, late_min=10), "L", "S"),
        (Mark(P, early_min=0), "E", "G"),
        (Mark(P, late_min=10, early_min=20), "LE", "SG"),
        (Mark(W, late_min=10), "W", "W"),
        (Mark(P, minutes=75), "P", "A"),
    ],
)
def test_signs_of_late_and_early(mark, english, german):
    assert (sign(mark, "en"), sign(mark, "de")) == (english, german)


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (NOT_RECORDED, "not recorded"),
        (Mark(P), "present"),
        (Mark(P, late_min=10, early_min=20), "late 10 min, left early 20 min"),
        (Mark(P, late_min=0), "late"),
        (Mark(P, early_min=0), "left early"),
        (Mark(P, minutes=75), "present, 75 min"),
        (Mark(W, late_min=5), "walk-in, late 5 min"),
        (Mark(Status.ABSENT), "absent, no word"),
    ],
)
def test_words(mark, said):
    assert words(mark, str) == said


def test_words_translate_before_they_are_filled():
    asked = []
    words(Mark(P, late_min=10), lambda text: asked.append(text) or text)
    assert asked == ["late {minutes} min"]


@pytest.mark.parametrize(
    ("mark", "length", "counted", "over"),
    [
        (Mark(P), 90, 90, False),
        (Mark(P, late_min=10), 90, 80, False),
        (Mark(P, late_min=10, early_min=20), 90, 60, False),
        (Mark(P, late_min=60, early_min=60), 90, 0, True),
        (Mark(P, late_min=0), 90, 90, False),
        (Mark(P, late_min=10, minutes=75), 90, 75, False),
        (Mark(P, minutes=91), 90, 90, True),
        (Mark(P, minutes=0), 90, 0, False),
        (Mark(W, early_min=15), 60, 45, False),
        (Mark(Status.ABSENT), 90, None, False),
        (Mark(Status.TOO_LATE), 90, None, False),
        (NOT_RECORDED, 90, None, False),
    ],
)
def test_minutes_that_count(mark, length, counted, over):
    assert (counted_minutes(mark, length), minutes_over(mark, length)) == (counted, over)


class TestChanging:
    def test_late_and_early_add_up_and_keep_a_walk_in(self):
        assert Mark().late(10).early(20) == Mark(P, 10, 20)
        assert Mark(W).early(5) == Mark(W, early_min=5)

    def test_coming_after_all_forgets_what_was_said_with_the_absence(self):
        planned = Mark(Status.OTHER, reason="dentist", planned=True)
        assert planned.late(5) == Mark(P, late_min=5)
        assert planned.with_status(P) == Mark(P)
        assert planned.with_status(Status.OTHER).reason == "dentist"


@pytest.mark.parametrize(
    "mark",
    [
        Mark(Status.CENTRE_CANCELLED),
        Mark(Status.ABSENT, late_min=1),
        Mark(None, minutes=3),
        Mark(P, late_min=-1),
        Mark(P, minutes=1441),
        Mark(P, reason="a\x00"),
        Mark(P, reason="x" * 201),
    ],
)
def test_marks_that_cannot_be(mark):
    with pytest.raises(Refused):
        checked(mark)


TYPED = [
    ("P", Mark(P)),
    ("p", Mark(P)),
    ("L10", Mark(P, late_min=10)),
    ("L", Mark(P, late_min=0)),
    ("E20", Mark(P, early_min=20)),
    ("LE", Mark(P, late_min=0, early_min=0)),
    ("L10E20", Mark(P, 10, 20)),
    ("E20L10", Mark(P, 10, 20)),
    ("P@75", Mark(P, minutes=75)),
    ("W", Mark(W)),
    ("WL5", Mark(W, late_min=5)),
    ("-", NOT_RECORDED),
    *((code, Mark(Status(code))) for code in "RAXUODTHVN"),
]


@pytest.mark.parametrize(("text", "mark"), TYPED)
def test_typed_marks(text, mark):
    assert parse_mark(text) == mark
    assert parse_mark(format_mark(mark)) == mark


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (Mark(P), "P"),
        (Mark(P, 10, 20), "L10E20"),
        (Mark(P, late_min=0), "L"),
        (Mark(P, minutes=75), "P@75"),
        (Mark(P, late_min=5, minutes=75), "L5@75"),
        (Mark(W, early_min=5), "WE5"),
        (NOT_RECORDED, "-"),
    ],
)
def test_written_marks(mark, text):
    assert format_mark(mark) == text


@pytest.mark.parametrize(
    "text", ["", "Q", "L10L5", "@75", "P@", "A5", "L-3", "L1.5", "10", "present", "L99999"]
)
def test_other_texts_are_refused_by_name(text):
    with pytest.raises(Refused, match="is not a mark") as refused:
        parse_mark(text)
    assert f"“{text}”" in str(refused.value)


@pytest.mark.parametrize("text", ["C", "A@75", "L2000"])
def test_marks_that_are_understood_and_refused(text):
    with pytest.raises(Refused):
        parse_mark(text)


def test_a_long_or_broken_text_is_shown_shortened():
    with pytest.raises(Refused) as refused:
        parse_mark("\x00" + "y" * 10_000)
    assert len(str(refused.value)) < 200
    assert "\x00" not in str(refused.value)


def test_every_label_is_a_source_text():
    assert all(meaning.label == meaning.label.strip() for meaning in attendance.MEANINGS.values())


MINUTES = st.none() | st.integers(0, 999)


@given(st.sampled_from([P, W]), MINUTES, MINUTES, MINUTES)
def test_whatever_is_written_is_read_back(status, late, early, minutes):
    mark = Mark(status, late, early, minutes)
    assert parse_mark(format_mark(mark)) == mark


@given(st.text(max_size=12))
def test_any_text_is_a_mark_or_refused_in_words(text):
    try:
        mark = parse_mark(text)
    except Refused:
        return
    assert checked(mark) is mark
