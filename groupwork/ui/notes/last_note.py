"""The person's last note, to be read beside a new one; it can be folded away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.domain.notes import NoteInfo
from groupwork.i18n import _, current
from groupwork.ui.notes import words
from groupwork.ui.notes.reading import Parts
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.layouts import column, row


class LastNote(QWidget):
    """A head that folds, and the words."""

    def __init__(self) -> None:
        super().__init__()
        self._note: NoteInfo | None = None
        self._open = True
        self.head = Button("", "ghost", "chevron-down", small=True)
        self._parts = Parts(13)
        self._card = Card(self._parts, fill="sunken", line="", radius=10, pad=(12, 9, 12, 10))
        self.setLayout(column(row(self.head, None, margins=(-10, 0, 0, 0)), self._card, gap=2))
        self.head.clicked.connect(self._fold)
        self.hide()

    def show_note(self, note: NoteInfo | None) -> None:
        """Show this one; None: there is none."""
        self._note = note
        if note is not None:
            self._parts.show_parts(note.parts)
        self._words()
        self.setVisible(note is not None)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._parts.retranslate()
        self._words()

    def _fold(self) -> None:
        self._open = not self._open
        self._words()

    def _words(self) -> None:
        self._card.setVisible(self._open)
        self.head.icon_name = "chevron-down" if self._open else "chevron-right"
        if self._note is None:
            return
        said = _("Last note, {day}").format(day=current().day(self._note.contact))
        act = _("fold away") if self._open else _("show")
        self.head.set_words(said, f"{said}: {act}, {words.state(self._note)}")
        self.head.update()
