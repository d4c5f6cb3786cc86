"""A check box for one line of a table of fields."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from groupwork.ui import fonts
from groupwork.ui.theme import theme


class Tick(QCheckBox):
    """A check box; with words of its own, or named by its line."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.restyle()

    def restyle(self) -> None:
        """Font and height at the present text size."""
        self.setFont(fonts.font(14))
        self.setMinimumHeight(theme.size(28))

    def set_on(self, on: bool) -> None:
        """Tick or untick without telling anyone."""
        blocked = self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(blocked)
