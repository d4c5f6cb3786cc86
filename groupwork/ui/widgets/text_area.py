"""Several lines of text: as high as its words, Tab leaves it, Ctrl+Enter submits."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from groupwork.ui import fonts, paint
from groupwork.ui.theme import theme

PAD_ACROSS, PAD_DOWN, PAD_DOWN_QUIET = 8, 8, 3
"""Logical px between edge and words, beside the document's own margin."""
DOCUMENT_MARGIN = 2


class TextArea(QPlainTextEdit):
    """A field of several lines that grows with its words from `lines` to `most`, then scrolls.

    Tab goes on to the next field, Ctrl+Z with nothing of its own to take back and Ctrl+K are left to the
    window. `quiet`: without an edge until it has the focus, is under the mouse or is empty, and Esc gives
    the words back that were shown last; otherwise Esc is left to the form.
    """

    finished = Signal()
    """The focus left; compare with what is stored, the words may be the same."""
    submitted = Signal()
    """Ctrl+Enter."""

    def __init__(
        self,
        text: str = "",
        name: str = "",
        *,
        lines: int = 3,
        most: int = 12,
        quiet: bool = False,
        size: float = 14.5,
        role: str = "text",
    ) -> None:
        super().__init__()
        self._lines, self._most, self._quiet, self._size = lines, most, quiet, size
        self._role, self._pad = role, PAD_DOWN_QUIET if quiet else PAD_DOWN
        self._stored = text
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)
        self.set_words(text)
        self.textChanged.connect(self._follow)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """What is typed, with plain line ends."""
        return self.toPlainText()

    def being_typed(self) -> bool:
        """Whether somebody is typing here: it has the focus and other words than were shown last."""
        return self.hasFocus() and self.text() != self._stored

    def set_words(self, text: str) -> None:
        """Show other words; nothing stays to take back. Tells nobody."""
        self._stored = text
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        self.blockSignals(blocked)
        self.restyle()

    def restyle(self) -> None:
        """Font, margins and height at the present text size."""
        document, typed = self.document(), self.document().isUndoAvailable()
        self.setFont(fonts.font(self._size, 400, self.toPlainText()))
        document.setDocumentMargin(theme.size(DOCUMENT_MARGIN))
        if not typed:
            document.clearUndoRedoStacks()  # to Qt the margin is something to take back
        across, down = theme.size(PAD_ACROSS), theme.size(self._pad)
        self.setViewportMargins(across, down, across, down)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("text3"))
        palette.setColor(QPalette.ColorRole.Text, theme.color(self._role if self.isEnabled() else "text2"))
        self.setPalette(palette)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the layout likes."""
        return QSize(theme.size(240), self.height())

    def minimumSizeHint(self) -> QSize:
        """It may get narrow: the words wrap."""
        return QSize(theme.size(80), self.height())

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._leaves(event):
            event.ignore()
            return False
        if kind == QEvent.Type.Paint:
            self._paint_edge()
            return True
        if kind in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave, QEvent.Type.EnabledChange):
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        if self._quiet and event.key() == Qt.Key.Key_Escape and self.text() != self._stored:
            self.set_words(self._stored)
            return
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and not event.text().strip()
        if event.key() == Qt.Key.Key_Escape or alt or self._leaves(event):
            event.ignore()  # its form's keys
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu is not leaving
            self.finished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()  # the page scrolls
            return
        super().wheelEvent(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Keys that are the window's: the search, and undo where there is no typing to take back."""
        if event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return True
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo)
        document = self.document()
        return (undo and not document.isUndoAvailable()) or (redo and not document.isRedoAvailable())

    def _follow(self) -> None:
        wanted = fonts.font(self._size, 400, self.toPlainText())
        if wanted != self.font():
            self.setFont(wanted)
        self._fit()

    def _fit(self) -> None:
        """As high as the words, between the two bounds."""
        wanted = math.ceil(self.document().size().height())
        lines = max(self._lines, min(self._most, wanted))
        inside = lines * math.ceil(QFontMetricsF(self.font()).lineSpacing()) + 2 * theme.size(DOCUMENT_MARGIN)
        height = inside + 2 * theme.size(self._pad) + 1
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(
            needed if wanted > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()

    def _paint_edge(self) -> None:
        painter, focus = QPainter(self), self.hasFocus()
        if not self.isEnabled() or self.isReadOnly():
            if not self._quiet:
                paint.rounded(painter, self.rect(), 8, "sunken", "line2")
            return
        plain = self._quiet and not focus and not self.underMouse() and bool(self.toPlainText())
        if plain:
            return
        rest = "line2" if self._quiet and not self.underMouse() else "control"
        edge, width = ("focus", theme.sizef(2)) if focus else (rest, 1.0)
        paint.rounded(painter, self.rect(), 8, "surface", edge, width)
