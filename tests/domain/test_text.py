"""Typed text: what is stored, what is refused, and folding for finding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupwork.domain.text import NAME_LIMIT, TEXT_LIMIT, clean_line, clean_name, clean_text, fold
from groupwork.errors import UserError


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Walter KÜMMELBEIN", "walter kummelbein"),
        ("Zbigniew Łąckorzyński", "zbigniew lackorzynski"),
        ("Strauß", "strauss"),
        ("Søren Đặng", "soren dang"),
        ("İlknur Işık", "ilknur isik"),
        ("Nguyễn  Thị\u00a0Hạnh", "nguyen thi hanh"),
        ("Ζωή", "ζωη"),
        ("Ёлкина", "елкина"),
        ("林美華", "林美華"),
        ("الخرّاط", "الخراط"),
        ("ﬁn", "fin"),
        ("", ""),
    ],
)
def test_folding_takes_case_and_accents_away_and_keeps_scripts(typed, folded):
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("clean", [clean_name, clean_text, clean_line])
@pytest.mark.parametrize("typed", ["Wal\x00ter", "Wal\ud800ter", "x\udfff"])
def test_what_no_database_takes_is_refused_in_words(clean, typed):
    with pytest.raises(UserError, match="Please type it again"):
        clean(typed)


def test_names_are_one_line_composed_and_bare_of_controls():
    assert clean_name("  Wal\u202eter\u2066 \n Ku\u0308mmelbein\u2069 ") == "Walter Kümmelbein"
    assert clean_name("\ufeffMoira\x07") == "Moira"


@pytest.mark.parametrize("typed", ["", "   ", "\u202e", "\n\t"])
def test_an_empty_name_is_refused(typed):
    with pytest.raises(UserError, match="type a name"):
        clean_name(typed)


def test_lengths_are_counted_after_cleaning():
    assert len(clean_name("x" * NAME_LIMIT + "   ")) == NAME_LIMIT
    with pytest.raises(UserError, match="10000 characters, at most 200"):
        clean_name("x" * 10_000)
    with pytest.raises(UserError, match="at most 100000"):
        clean_text("x" * (TEXT_LIMIT + 1))
    with pytest.raises(UserError, match="at most 5"):
        clean_line("123456", 5)


def test_texts_keep_their_lines_and_the_joiners_of_other_scripts():
    assert clean_text("one\r\ntwo\u2028three\tfour") == "one\ntwo\nthree\tfour"
    assert clean_text("می\u200cخواهم") == "می\u200cخواهم"
    assert clean_line("") == ""


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=100))
def test_cleaning_twice_changes_nothing_more(typed):
    cleaned = clean_text(typed)
    assert clean_text(cleaned) == cleaned
