"""A late entry: when it was, when it is written, and why so late."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.notes import NoteInfo, is_late
from groupwork.i18n import N_, _, current
from groupwork.ui.notes import words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column

USUAL = (N_("No time on the day"), N_("I was away"), N_("Learned of it later"))
"""Reasons to click; any other can be typed."""


class LateEntry(QWidget):
    """Appears by itself when the day has passed."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[date, datetime] | None = None
        self._label, self._why = Label("", "warn_ink", 13, 500, wrap=True), Label("", "text2", 13, 600)
        self.reason = TextField()
        self._usual = [Button("", "ghost", small=True) for _each in USUAL]
        self._offers = Flow(*self._usual, gap=0)
        card = Card(self._label, self._why, self.reason, self._offers, fill="warn_soft", line="", radius=10)
        card.body.set_margins((12, 9, 12, 8))
        card.body.set_gap(5)
        self.setLayout(column(card, gap=0))
        self.reason.textEdited.connect(lambda _text: self._typed())
        for button, source in zip(self._usual, USUAL, strict=True):
            button.clicked.connect(lambda _on=False, text=source: self._take(_(text)))
        self.retranslate()
        self.hide()

    def show_times(self, day: date, note: NoteInfo | None, now: datetime, *, begun: bool, may: bool) -> None:
        """Shown for a note that is late, or is `begun` and would be when it is written now."""
        at = note.written_at if note is not None else now
        self._said = (day, at)
        self.setVisible(begun and is_late(day, at.date()))
        self.reason.setReadOnly(not may)
        self._words()

    def ask(self) -> None:
        """The keyboard goes to the reason while it is missing."""
        if not self.isHidden() and not self.reason.text().strip():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes."""
        return (self.reason, *self._usual)

    def text(self) -> str:
        """The reason as it is typed; empty for a note that is not late."""
        return "" if self.isHidden() else self.reason.text()

    def set_text(self, reason: str) -> None:
        """Show a reason, from its beginning."""
        if reason != self.reason.text():
            self.reason.setText(reason)
            self.reason.setCursorPosition(0)
        self._typed(tell=False)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._why.set_words(_("Why so late?"))
        self.reason.setAccessibleName(_("Why the note is written late"))
        for button, source in zip(self._usual, USUAL, strict=True):
            button.set_words(_(source), _("Reason: {reason}").format(reason=_(source)))
        self._words()

    def _words(self) -> None:
        if self._said is None:
            return
        day, at = self._said
        text = _("Late entry: it was on {day}, this is written {when}.")
        self._label.set_words(text.format(day=current().day(day), when=words.moment(at)))

    def _take(self, reason: str) -> None:
        self.reason.setText(reason)
        self._typed()

    def _typed(self, *, tell: bool = True) -> None:
        self._offers.setVisible(not self.reason.text() and not self.reason.isReadOnly())
        if tell:
            self.edited.emit()
