"""One row of a session sheet being drawn: texts in its slots, lines, struck lines."""

from __future__ import annotations

from dataclasses import dataclass

from groupwork.domain.layout import Page, Row, Rule, Slot
from groupwork.domain.signs import Signs
from groupwork.i18n import Words
from groupwork.sheets.page import Paper
from groupwork.sheets.text import Room, fit

STRIKE = 0.3


@dataclass(frozen=True)
class AtRow:
    """One row being drawn."""

    paper: Paper
    page: Page
    row: Row
    words: Words
    signs: Signs
    slots: dict[str, Slot]

    def put(self, name: str, text: str, dy: float = 0.0) -> None:
        """A short text in a row slot, made smaller to its floor where needed."""
        slot = self.slots.get(name)
        if slot is None or not text:
            return
        fitted = fit(text, Room(slot.width, slot.size, slot.floor, 1, slot.weight))
        if fitted is not None:
            self.paper.text(
                slot.x, self.row.y + slot.y + dy, fitted.lines[0], fitted.size, slot.weight, align=slot.align
            )

    def line(self, rule: Rule) -> None:
        """A write-on line of this row."""
        self.paper.rule(rule.x1, self.row.y + rule.y1, rule.x2, self.row.y + rule.y2, rule.weight)

    def strike(self, x1: float, x2: float) -> None:
        """One line through what did not happen."""
        self.paper.rule(x1, self.row.y, x2, self.row.y, STRIKE)
