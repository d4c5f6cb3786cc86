"""A small field that appears where a task is added or renamed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from groupwork.i18n import _
from groupwork.ui import fonts
from groupwork.ui.register.popup import CellPopup
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row

MAX_TYPED = 200_000
"""What is too long is said, not cut off: names from the library are longer than one line here."""


class NamePopup(CellPopup):
    """Enter or the button gives the name to `give`; when that says no, the field stays with the words."""

    def __init__(self, parent: QWidget, question: str, name: str, give: Callable[[str], bool]) -> None:
        super().__init__(parent)
        self._give = give
        self.edit = QLineEdit(name)
        self.edit.setFont(fonts.font(14))
        self.edit.setMaxLength(MAX_TYPED)
        self.edit.setMinimumWidth(theme.size(250))
        self.edit.setTextMargins(theme.size(8), 0, theme.size(8), 0)
        self.edit.setAccessibleName(question)
        self.edit.selectAll()
        save = Button(_("Save"), "primary", small=True)
        save.clicked.connect(self._save)
        self.edit.returnPressed.connect(self._save)
        label = Label(question, "text", 13.5, 600)
        self.setLayout(column(label, row((self.edit, 1), save, gap=6), gap=6, margins=(14, 10, 10, 10)))

    def first_field(self) -> QLineEdit:
        """The name."""
        return self.edit

    def _save(self) -> None:
        words = self.edit.text().strip()
        if words and self._give(words):
            self.close()
