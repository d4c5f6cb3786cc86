"""The open follow-ups under one another. Cards stay while they are shown again, and so do open forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.follow_ups import FollowUp
from groupwork.domain.ids import FollowUpId
from groupwork.ui.focus import focused
from groupwork.ui.follow_ups.card import FollowUpCard
from groupwork.ui.gate import Gate
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.layouts import Box, column

DRAFT = "follow_up"


class FollowUpCards(QWidget):
    """`opened` with a person's id. At most `limit` cards when it is given; `own` on the person's page."""

    opened = Signal(object)

    def __init__(
        self, gate: Gate, *, limit: int | None = None, short: bool = False, own: bool = False
    ) -> None:
        super().__init__()
        self._gate, self._limit, self._short, self._own = gate, limit, short, own
        self.cards: dict[FollowUpId, FollowUpCard] = {}
        self._column: Box = column(gap=8)
        self.setLayout(self._column)

    def show_follow_ups(self, found: Sequence[FollowUp]) -> None:
        """Show these in their order; a card with an open form is shown in any case."""
        typing = {number for number, card in self.cards.items() if card.begun()}
        wanted = [f for n, f in enumerate(found) if self._limit is None or n < self._limit or f.id in typing]
        left = [self._remove(number) for number in set(self.cards) - {each.id for each in wanted}]
        for place, each in enumerate(wanted):
            card = self.cards.get(each.id) or self._new(each.id)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            card.show_follow_up(each)
        first = self.first()
        if any(left) and first is not None:
            first.call.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for card in self.cards.values():
            card.retranslate()

    def unfinished(self) -> dict[str, Words]:
        """The open form for `View.unfinished`."""
        words = self.begun()
        return {DRAFT: words} if words else {}

    def take_up(self) -> None:
        """Words that were kept when the window was locked go back into their form, once."""
        kept = self._gate.unfinished.of(DRAFT) if self.cards else None
        if kept is not None:
            self.take(kept)
            self._gate.unfinished.drop(DRAFT)

    def begun(self) -> dict[str, Any]:
        """The form that is open, for a draft; empty while none is."""
        return next((words for card in self.cards.values() if (words := card.begun())), {})

    def take(self, kept: Mapping[str, Any]) -> None:
        """Open the form that was kept, when its follow-up is still open."""
        card = self.cards.get(FollowUpId(int(kept.get("follow_up", 0))))
        if card is not None and not card.begun():
            card.take(kept)

    def first(self) -> FollowUpCard | None:
        """The first card, or None."""
        return next(iter(self._in_order()), None)

    def _remove(self, number: FollowUpId) -> bool:
        """Take a card away; whether the focus was on it."""
        gone = self.cards.pop(number)
        had = focused(gone) is not None
        self._column.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        return had

    def _in_order(self) -> list[FollowUpCard]:
        return sorted(self.cards.values(), key=self._column.indexOf)

    def _new(self, number: FollowUpId) -> FollowUpCard:
        card = FollowUpCard(self._gate, short=self._short, own=self._own)
        card.opened.connect(self.opened)
        self.cards[number] = card
        return card
