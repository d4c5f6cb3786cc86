"""On low windows the whole register page scrolls: it follows the cursor, and the card from its top."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget

from groupwork.ui.register.grid_card import GridCard
from groupwork.ui.theme import theme
from groupwork.ui.widgets.page import Scroll

SCROLLS_BELOW = 430
"""Logical height under which the whole page scrolls."""
NOTICE = 60
"""Logical height at the foot of the page over which a notice may lie: the cursor stays above it."""


class PageScroll(Scroll):
    """The page of a register in its scroll area."""

    def __init__(self, page: QWidget, card: GridCard) -> None:
        super().__init__(page)
        self._page, self._card = page, card
        row = card.drop_in
        row.edit.installEventFilter(self)
        row.edit.textEdited.connect(lambda _text: self._show_names())
        for added in (row.chosen, row.wanted_new):  # the row moves down by the one who was added
            added.connect(lambda _who: QTimer.singleShot(0, self, self._show_names))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever types a name sees it."""
        if event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self._show_names)  # after the cards, if it comes from there
        return super().eventFilter(watched, event)

    def _show_names(self) -> None:
        if self._card.drop_in.edit.hasFocus():
            self.ensureWidgetVisible(self._card.drop_in, 0, theme.size(NOTICE))

    def fit(self, height: int) -> None:
        """On a page so high (in px) the page scrolls, or the grid does."""
        self._card.let_page_scroll(height / theme.scale < SCROLLS_BELOW)

    def from_top(self) -> None:
        """Another register: its head first, where no row was scrolled to."""
        if self._card.deck.isVisible():
            self.verticalScrollBar().setValue(0)

    def follow(self) -> None:
        """The cursor moved: its row stays in sight, or the next card is shown from its top."""
        if self._card.deck.isVisible():
            top = self._card.deck.mapTo(self._page, QPoint(0, 0)).y()
            bar = self.verticalScrollBar()
            bar.setValue(min(bar.value(), top))
            return
        table = self._card.table
        area = table.visualRect(table.currentIndex())
        corner = table.viewport().mapTo(self._page, area.center())
        room = area.height() + theme.size(NOTICE)
        self.ensureVisible(corner.x(), corner.y(), 0, min(room, self.height() // 2 - 1))
