"""A note to be read: its parts, signatures and amendments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from groupwork.domain.notes import Amendment, NoteInfo
from groupwork.i18n import _
from groupwork.ui.notes import words
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import clear, column, row


class Parts(QWidget):
    """Each part under its word."""

    def __init__(self, size: float = 14.5) -> None:
        super().__init__()
        self._size = size
        self._parts: tuple[tuple[str, str], ...] = ()
        self._column = column(gap=8)
        self.setLayout(self._column)

    def show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Show these (part code, words)."""
        self._parts = tuple(parts)
        clear(self._column)
        for code, text in self._parts:
            said = Label(text, "text", self._size, wrap=True, typed=True, selectable=True)
            said.setAccessibleName(f"{words.part(code)}: {text}")
            self._column.add(column(Label(words.part(code), "text2", 12.5, 600, wrap=True), said, gap=1))

    def retranslate(self) -> None:
        """The parts' words in the language in use."""
        self.show_parts(self._parts)


class SignedNote(QWidget):
    """A signed note with what was added later; the original stays above it."""

    def __init__(self) -> None:
        super().__init__()
        self._note: NoteInfo | None = None
        self._late = Label("", "warn_ink", 13, 500, wrap=True, typed=True)
        self._parts = Parts()
        self._below = column(gap=4)
        self._added = column(gap=8)
        self.setLayout(column(self._late, self._parts, self._below, self._added, gap=10))

    def show_note(self, note: NoteInfo) -> None:
        """Show this one."""
        self._note = note
        late = words.late(note)
        self._late.setVisible(bool(late))
        self._late.set_words(late)
        self._parts.show_parts(note.parts)
        clear(self._below)
        self._below.add(Separator("line"))
        self._below.add(Label(words.written(note), "text2", 13, wrap=True, typed=True))
        for line in words.signatures(note):
            said = Label(line, "good_ink", 13, 600, wrap=True, typed=True)
            sign = Icon("check", "good_ink", 16)
            self._below.add(row(sign, (said, 1), gap=6, align=Qt.AlignmentFlag.AlignTop))
        clear(self._added)
        for each in note.amendments:
            self._added.add(_amendment(each))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        if self._note is not None:
            self.show_note(self._note)


def _amendment(added: Amendment) -> Card:
    head = _("Amended by {name}, {when}").format(name=added.by, when=words.moment(added.at))
    reason = _("Reason: {reason}").format(reason=added.reason)
    return Card(
        Label(head, "text", 13, 600, wrap=True, typed=True),
        Label(added.words, "text", 14.5, wrap=True, typed=True, selectable=True),
        Label(reason, "text2", 13, wrap=True, typed=True),
        fill="sunken",
        line="",
        radius=10,
        pad=(12, 9, 12, 10),
        gap=3,
    )
