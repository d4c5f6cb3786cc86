"""Forms on a tab about a person: what is typed in them stays over the lock, and only for that person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from groupwork.domain.ids import ParticipantId
from groupwork.ui.gate import Gate
from groupwork.ui.unfinished import Words


class KeepsWords(Protocol):
    """A card with a form."""

    def begun(self) -> dict[str, Any] | None:
        """What is typed and not saved, as JSON can hold it; nothing while there is nothing."""

    def take(self, kept: Any) -> None:
        """Open the form with what `begun` gave."""


class KeptCards:
    """The cards of a tab by name; `kind` is under which their words are kept."""

    def __init__(self, gate: Gate, kind: str, cards: Mapping[str, KeepsWords]) -> None:
        self._gate, self._kind, self._cards = gate, kind, cards

    def begun(self, person: ParticipantId) -> dict[str, Words]:
        """The forms that are open with something in them, for `View.unfinished`."""
        found = {name: words for name, card in self._cards.items() if (words := card.begun())}
        return {self._kind: {"person": person, "cards": found}} if found else {}

    def take_up(self, person: ParticipantId) -> None:
        """Words that were kept about this person go back into their forms, once."""
        kept = self._gate.unfinished.of(self._kind)
        if kept is None or kept.get("person") != person or self._gate.read_only:
            return
        for name, words in kept.get("cards", {}).items():
            if name in self._cards:
                self._cards[name].take(words)
        self._gate.unfinished.drop(self._kind)
