"""Folding names so that they are found however they are typed."""

import pytest

from groupwork.domain.search import folded_words, rank, search_key, typed_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Łąckorzyński", ("lackorzynski",)),
        ("O'Farrelly", ("ofarrelly",)),
        ("O’Farrelly", ("ofarrelly",)),
        ("al-Kharrat", ("al", "kharrat")),
        ("Nguyễn Thị Bích Lụa", ("nguyen", "thi", "bich", "lua")),
        ("Đỗ", ("do",)),
        ("الخرّاط", ("الخراط",)),
        ("Παπαδήμου", ("παπαδημου",)),
        ("林美华", ("林美华",)),
        ("Straße", ("strasse",)),
        ("Fenster\u00adrahmen", ("fensterrahmen",)),
        ("%_*", ()),
    ],
)
def test_words(text, words):
    assert folded_words(text) == words


def test_a_key_has_each_word_once_and_umlauts_both_ways():
    assert search_key(["Jürgen", "Jürgen Maier"]) == " jurgen juergen maier "
    assert search_key([]) == search_key(["", "!"]) == ""


def test_umlauts_typed_apart_are_the_same():
    assert search_key(["Ju\u0308rgen"]) == search_key(["Jürgen"])


def test_the_start_of_a_word_ranks_before_its_middle():
    assert rank(" anna zander ", ("an",)) == 0
    assert rank(" joanna ", ("an",)) == 1


def test_endless_typing_is_cut():
    assert typed_words("x" * 10_000) == ("x" * 80,)
