"""Phrases of the centre."""

import pytest

from groupwork.domain.phrases import PhraseInfo, expanded
from groupwork.errors import Refused
from groupwork.operations import history, phrases


def test_added_changed_moved_removed_and_undone(desk):
    for words, short in (("Worked with care.", "care"), ("Asked for help.", "ask")):
        phrases.add_phrase(desk, words, short=short)
    first, second = phrases.phrases(desk)
    phrases.change_phrase(desk, first.id, "Worked with great care.", short="care", part="response")
    phrases.move_phrase(desk, second.id, 0)
    assert [(p.short, p.words, p.part) for p in phrases.phrases(desk)] == [
        ("ask", "Asked for help.", ""),
        ("care", "Worked with great care.", "response"),
    ]
    phrases.remove_phrase(desk, first.id)
    assert len(phrases.phrases(desk)) == 1
    for _ in range(3):
        history.undo(desk)
    assert [p.words for p in phrases.phrases(desk)] == ["Worked with care.", "Asked for help."]


@pytest.mark.parametrize(
    ("words", "more"),
    [(" ", {}), ("x", {"short": "two words"}), ("x", {"short": "care"}), ("x", {"part": "foreign"})],
)
def test_refused_in_words(desk, words, more):
    phrases.add_phrase(desk, "Worked with care.", short="care")
    with pytest.raises(Refused):
        phrases.add_phrase(desk, words, **more)
    assert len(phrases.phrases(desk)) == 1


KNOWN = (
    PhraseInfo(1, "worked with care", "care"),
    PhraseInfo(2, "always", "*"),
    PhraseInfo(3, "Quiet and busy.", "quiet"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Today care", "Today worked with care"),
        ("care", "worked with care"),
        ("Line\ncare", "Line\nworked with care"),
        ("Today scare", None),
        ("a *", None),
        ("", None),
        ("quiet", "Quiet and busy."),
        ("Came late. quiet", "Came late. Quiet and busy."),
        ("He said “no.” quiet", "He said “no.” Quiet and busy."),
        ("Told it in a quiet", None),
        ("Line,\nquiet", "Line,\nQuiet and busy."),
    ],
)
def test_a_short_form_becomes_the_words(text, found):
    assert expanded(text, KNOWN) == found
