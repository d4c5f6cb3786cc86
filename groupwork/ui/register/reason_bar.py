"""Why a session did not take place: asked in the page, with the usual reasons one click away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from groupwork.domain.sessions import NOT_HELD_REASONS
from groupwork.i18n import _
from groupwork.ui import fonts
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row

MAX_WORDS = 200


class ReasonBar(QWidget):
    """A line to type in, suggestions to press; `given` carries the reason, Escape gives up."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._question = Label("", "text", 14, 600)
        self.edit = QLineEdit()
        self.edit.setMaxLength(MAX_WORDS)
        self.edit.setClearButtonEnabled(False)
        self.suggestions = [Button("", "secondary", small=True) for _text in NOT_HELD_REASONS]
        self.save_button = Button("", "primary", small=True)
        self.cancel_button = Button("", "ghost", small=True)
        line = row(self._question, (self.edit, 1), self.save_button, self.cancel_button, gap=8)
        quick = row(*self.suggestions, None, gap=2)
        card = Card(line, quick, pad=(16, 12, 12, 8), gap=6)
        self.setLayout(column(card, gap=0))
        for n, button in enumerate(self.suggestions):
            button.clicked.connect(partial(self._suggested, n))
        self.edit.returnPressed.connect(self._save)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.given_up)
        self.edit.textChanged.connect(lambda text: self.save_button.setEnabled(bool(text.strip())))
        self.retranslate()
        self.restyle()
        self.hide()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._question.set_words(_("Why did it not take place?"))
        self.edit.setPlaceholderText(_("a few words"))
        self.edit.setAccessibleName(_("Reason"))
        self.save_button.set_words(_("Save"))
        self.cancel_button.set_words(_("Cancel"))
        for button, text in zip(self.suggestions, NOT_HELD_REASONS, strict=True):
            button.set_words(_(text))

    def restyle(self) -> None:
        """Font at the present text size."""
        self.edit.setFont(fonts.font(14))
        self.edit.setMinimumWidth(theme.size(160))
        self.edit.setTextMargins(theme.size(8), 0, theme.size(8), 0)

    def ask(self, reason: str = "") -> None:
        """Appear with a reason to change, or empty, ready for typing."""
        self.edit.setText(reason)
        self.edit.selectAll()
        self.save_button.setEnabled(bool(reason))
        self.show()
        self.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _suggested(self, n: int) -> None:
        self.given.emit(_(NOT_HELD_REASONS[n]))

    def _save(self) -> None:
        words = self.edit.text().strip()
        if words:
            self.given.emit(words)
