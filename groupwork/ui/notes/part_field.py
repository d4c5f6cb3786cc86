"""One part of a note: its word and a field that knows the phrases and shows what is pointed out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from groupwork.domain.phrases import PhraseInfo, expanded
from groupwork.ui.notes import words
from groupwork.ui.theme import theme
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column
from groupwork.ui.widgets.text_area import TextArea

Known = Callable[[], Sequence[PhraseInfo]]


class NoteArea(TextArea):
    """A short form before Space or Tab becomes its phrase; Ctrl+Space asks for the list."""

    entered = Signal()
    """It got the focus."""
    phrases_wanted = Signal()

    def __init__(self, known: Known, name: str, *, lines: int) -> None:
        self._known = known
        super().__init__("", name, lines=lines, most=40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A short form is expanded; everything else is typing."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Space and control:
            self.phrases_wanted.emit()
            return
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Tab) and not event.modifiers() and self._expand():
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes on, unless it just expanded a short form."""
        if on and self._expand():
            return True
        return super().focusNextPrevChild(on)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def insert(self, phrase: str) -> None:
        """Put a phrase where the cursor is, with a blank to the words beside it."""
        cursor = self.textCursor()
        before = self.text()[: cursor.selectionStart()]
        blank = " " if before and not before[-1].isspace() else ""
        cursor.insertText(f"{blank}{phrase} ")
        self.setTextCursor(cursor)

    def point_out(self, found: Sequence[str]) -> None:
        """Underline these words wherever they stand whole."""
        marks, look = [], QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.color("warn"))
        look.setBackground(theme.color("warn_soft"))
        for word in found:
            cursor = self._find(word, QTextCursor(self.document()))
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, look
                marks.append(mark)
                cursor = self._find(word, cursor)
        self.setExtraSelections(marks)

    def _find(self, word: str, after: QTextCursor) -> QTextCursor:
        from PySide6.QtGui import QTextDocument

        return self.document().find(word, after, QTextDocument.FindFlag.FindWholeWords)

    def _expand(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection() or self.isReadOnly():
            return False
        at = cursor.position()
        whole = self.text()
        longer = expanded(whole[:at], self._known())
        if longer is None:
            return False
        short = whole[:at].replace("\n", " ").rpartition(" ")[2]
        cursor.setPosition(at - len(short), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{longer[at - len(short) :]} ")
        self.setTextCursor(cursor)
        return True


class PartField(QWidget):
    """The part's word above its field."""

    def __init__(self, code: str, known: Known, *, lines: int = 2) -> None:
        super().__init__()
        self.code = code
        self._label = Label("", "text2", 13, 600, wrap=True)
        self.area = NoteArea(known, "", lines=lines)
        self._label.setBuddy(self.area)
        self.setLayout(column(self._label, self.area, gap=3))
        self.retranslate()

    def retranslate(self) -> None:
        """The part's word in the language in use."""
        said = words.part(self.code)
        self._label.set_words(said)
        self.area.setAccessibleName(said)
