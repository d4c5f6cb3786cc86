"""Why: asked in the page, with the usual reasons one click away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from groupwork.domain.sessions import NOT_HELD_REASONS
from groupwork.domain.text import clean_line
from groupwork.errors import UserError
from groupwork.i18n import N_, _, say
from groupwork.ui import fonts
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import Refusal

MAX_WORDS = 200
MAX_TYPED = 200_000
"""What is too long is said, not cut off."""
ONE_LINE_FROM = 640
"""Logical width from which question and field stand in one line."""
BESIDE_FROM = 380
"""Narrower than this the buttons stand below the field."""
NOT_HELD = N_("Why did it not take place?")


class ReasonBar(QWidget):
    """A line to type in, suggestions to press; `given` carries the reason, Escape gives up.

    `read` gives the centre's own reasons; none: the usual ones are offered. `question` and `usual` are
    gettext source texts. `about` stands under the question, hidden while it is not wanted.
    """

    given = Signal(str)
    given_up = Signal()

    def __init__(
        self,
        read: Callable[[], Sequence[str] | None] = tuple,
        *,
        question: str = NOT_HELD,
        usual: Sequence[str] = NOT_HELD_REASONS,
    ) -> None:
        super().__init__()
        self._read, self._asked, self._usual = read, question, tuple(usual)
        self.refusal = Refusal()
        self._question = Label("", "text", 14, 600)
        self.about = Label("", "text2", 13, wrap=True, typed=True)
        self.about.hide()
        self.edit = QLineEdit()
        self.edit.setMaxLength(MAX_TYPED)
        self.edit.setClearButtonEnabled(False)
        self.suggestions: list[Button] = []
        self._own: tuple[str, ...] = ()
        self.save_button = Button("", "primary", small=True)
        self.cancel_button = Button("", "ghost", small=True)
        buttons = box(row(self.save_button, self.cancel_button, None, gap=8))
        self._answer = row((self.edit, 1), buttons, gap=8)
        line = self._line = row(self._question, (box(self._answer), 1), gap=8)
        self._quick = Flow(gap=2)
        card = Card(line, self.about, self.refusal, self._quick, pad=(16, 12, 12, 8), gap=6)
        self.setLayout(column(card, gap=0))
        self.edit.returnPressed.connect(self._save)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.given_up)
        self.edit.textChanged.connect(lambda text: self.save_button.setEnabled(bool(text.strip())))
        self.retranslate()
        self.restyle()
        self.hide()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._question.set_words(_(self._asked))
        self.edit.setPlaceholderText(_("a few words"))
        self.edit.setAccessibleName(_("Reason"))
        self.save_button.set_words(_("Save"))
        self.cancel_button.set_words(_("Cancel"))
        self._offer()

    def restyle(self) -> None:
        """Font at the present text size."""
        self.edit.setFont(fonts.font(14))
        self.edit.setMinimumWidth(theme.size(160))
        self.edit.setTextMargins(theme.size(8), 0, theme.size(8), 0)
        width, ways = self.width() / theme.scale, Box.Direction
        for line, least in ((self._line, ONE_LINE_FROM), (self._answer, BESIDE_FROM)):
            line.setDirection(ways.TopToBottom if width < least else ways.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def ask(self, reason: str = "") -> None:
        """Appear with a reason to change, or empty, ready for typing, with the centre's reasons."""
        own = tuple(self._read() or ())
        if own != self._own:
            self._own = own
            self._offer()
        self.edit.setText(reason)
        self.edit.selectAll()
        self.save_button.setEnabled(bool(reason))
        self.refusal.say("")
        self.show()
        self.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # a form around it must not save too
            super().keyPressEvent(event)

    def _offer(self) -> None:
        """A button for each reason: the centre's own, or the usual ones in the language in use."""
        self._quick.clear()
        self.suggestions = []
        for reason in self._own or [_(each) for each in self._usual]:
            button = Button(reason, "secondary", small=True)
            button.clicked.connect(partial(self.given.emit, reason))
            self.suggestions.append(button)
        self._quick.add(*self.suggestions)

    def _save(self) -> None:
        try:
            words = clean_line(self.edit.text(), MAX_WORDS)
        except UserError as error:
            self.refusal.say(say(error))
            return
        if words:
            self.given.emit(words)
