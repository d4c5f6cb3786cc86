"""The side of the week: its panel in a scroll area, as wide as what is shown needs."""

from __future__ import annotations

from groupwork.ui.day.session_panel import SessionPanel
from groupwork.ui.theme import theme
from groupwork.ui.widgets.page import Scroll

DETAIL, FORM = 280, 340
"""Logical px of the panel with a session, and with a form."""
BAR = 12
"""The panel's scroll bar stands in the page's margin."""
WIDE = 1180
"""From this page width on the panel gets a fifth of what is more."""
ANY_WIDTH = 16_777_215


class Side(Scroll):
    """Shown while the panel has something to show."""

    def __init__(self, panel: SessionPanel) -> None:
        super().__init__(panel)
        self._panel, self._wanted = panel, DETAIL

    def open_for(self, wanted: int) -> None:
        """Show it for a session or a form."""
        self._wanted = wanted
        self.setVisible(True)

    def fit(self, page: float, *, covers: bool) -> None:
        """As wide as wanted on a page of so many logical px, or all there is when it covers the week."""
        extra = max(0.0, page - WIDE) * 0.2 if self._wanted == DETAIL else 0
        side = max(theme.size(self._wanted + extra), self._panel.minimumSizeHint().width())
        self.setMinimumWidth(0 if covers else side + theme.size(BAR))
        self.setMaximumWidth(ANY_WIDTH if covers else side + theme.size(BAR))
        self._panel.setMaximumWidth(ANY_WIDTH if covers else side)
