"""How a name may stand in a text: folded, in its parts, with ae for ä, and with the s of "whose"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from groupwork.domain.people import PersonName
from groupwork.domain.text import fold

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.UNICODE)
SHORTEST_NAME = 2
"""Names of one letter would be found everywhere."""
SHORTEST_STEM = 3
"""A name must have so many letters for an s after it to be the s of "whose"."""
PARTICLES = frozenset(
    [
        *("al", "el", "von", "van", "de", "der", "den", "del", "da", "das", "dos", "di", "du", "la", "le"),
        *("lo", "bin", "ibn", "zu", "zur", "zum", "ten", "ter", "st"),
    ]
)
"""Small words of surnames that stand in every text."""
_TYPED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
"""How these letters are typed where a keyboard has none."""


def forms(name: PersonName) -> Iterator[str]:
    """Every word of every form of a name that is long enough to be one, folded."""
    for part in (name.called, name.full, name.rest, name.native):
        for match in WORD.finditer(part):
            for form in _parts(match[0]):
                if len(form) >= SHORTEST_NAME and form not in PARTICLES:
                    yield form


class Spelled:
    """A word of a text, compared with folded forms of names."""

    def __init__(self, word: str) -> None:
        self._word = word.replace("’", "'")

    def names(self, known: Collection[str]) -> bool:
        """Whether it is one of these names, in any spelling."""
        return any(form in known for form in _parts(self._word)) or self.possessive(known)

    def possessive(self, known: Collection[str]) -> bool:
        """Whether it is one of them with the s of "whose", and not a name by itself ("Hans")."""
        if any(form in known for form in _parts(self._word)):
            return False
        stem = self._stem()
        return bool(stem) and any(form in known for form in _parts(stem))

    def _stem(self) -> str:
        """The word without its s: "Moira's", "MOIRA'S", and with a capital "Jürgens"."""
        word = self._word
        if word.lower().endswith("'s"):
            return word[:-2]
        plain = word.lower().endswith("s") and word[0].isupper() and len(word) > SHORTEST_STEM
        return word[:-1] if plain else ""


def _parts(word: str) -> Iterator[str]:
    """A word whole and in its parts at hyphens, folded, each as it is and as it is typed without dots."""
    bare = word.replace("’", "'")
    pieces = [bare, *(bare.split("-") if "-" in bare else ())]
    for piece in pieces:
        if len(piece) >= SHORTEST_NAME:
            yield fold(piece)
            yield fold(piece.casefold().translate(_TYPED))
