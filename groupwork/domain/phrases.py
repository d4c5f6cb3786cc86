"""Phrases: sentences used again and again in notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from groupwork.domain.ids import PhraseId

BEGINS = "*"
"""The short form of a phrase that begins every first draft."""
_ENDS = (".", "!", "?", "…")


@dataclass(frozen=True)
class PhraseInfo:
    """A phrase: typed as `short` it becomes `words`; with a part it is offered there first."""

    id: PhraseId
    words: str
    short: str = ""
    part: str = ""


def expanded(text: str, known: Iterable[PhraseInfo]) -> str | None:
    """The text with the short form it ends in replaced by its words; None when it ends in none.

    A phrase that is a whole sentence is put only where a sentence may begin: its short form is often a
    word of its own ("quiet"), which must stay one in "told in a quiet voice".
    """
    last = text.replace("\n", " ").rpartition(" ")[2]
    found = next((p for p in known if p.short and p.short != BEGINS and p.short == last), None)
    before = text[: len(text) - len(last)]
    if found is None or (_is_sentence(found.words) and not _sentence_may_begin(before)):
        return None
    return before + found.words


def _is_sentence(words: str) -> bool:
    return words[:1].isupper() and words.rstrip().endswith(_ENDS)


def _sentence_may_begin(before: str) -> bool:
    line = before.rpartition("\n")[2].rstrip()
    return not line or line.rstrip("\"'”“»«’)").endswith((*_ENDS, ":", ";", "–"))
