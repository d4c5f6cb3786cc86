"""Phrases: sentences used again and again in notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from groupwork.domain.ids import PhraseId

BEGINS = "*"
"""The short form of a phrase that begins every first draft."""


@dataclass(frozen=True)
class PhraseInfo:
    """A phrase: typed as `short` it becomes `words`; with a part it is offered there first."""

    id: PhraseId
    words: str
    short: str = ""
    part: str = ""


def expanded(text: str, known: Iterable[PhraseInfo]) -> str | None:
    """The text with the short form it ends in replaced by its words; None when it ends in none."""
    last = text.replace("\n", " ").rpartition(" ")[2]
    found = next((p for p in known if p.short and p.short != BEGINS and p.short == last), None)
    return None if found is None else text[: len(text) - len(last)] + found.words
