"""Text that is read like a label and edited where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette

from groupwork.ui import fonts, paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.fields import TextField


class InPlaceField(TextField):
    """One line without an edge until it has the focus, is under the mouse or is empty.

    Esc gives the words back that were shown last. Read-only it is words and nothing else, and out of the
    Tab order.
    """

    bare = True
    """The style draws no field of its own."""

    def __init__(
        self,
        text: str = "",
        name: str = "",
        *,
        size: float = 14.5,
        weight: int = 400,
        role: str = "text",
        height: int = 32,
    ) -> None:
        self._size, self._weight, self._role, self._height = size, weight, role, height
        self._stored = text
        super().__init__(text, name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def restyle(self) -> None:
        """Font, ink and height at the present text size."""
        super().restyle()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, theme.color(self._role))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("text3"))
        self.setPalette(palette)
        self.setFixedHeight(theme.size(self._height))

    def set_editable(self, editable: bool) -> None:
        """Whether it may be changed here."""
        self.setReadOnly(not editable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if editable else Qt.FocusPolicy.NoFocus)
        self.update()

    def being_typed(self) -> bool:
        """Whether somebody is typing here: it has the focus and other words than were shown last."""
        return self.hasFocus() and self.text() != self._stored

    def set_words(self, text: str) -> None:
        """Show other words from their beginning."""
        self._stored = text
        if text != self.text():
            self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.text() if self._cut() else "")
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._stored:
            self.setText(self._stored)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.isReadOnly() and self.isEnabled():
            self._paint_edge()
        if self.hasFocus() or not self._cut():
            super().paintEvent(event)
            return
        role = self._role if self.isEnabled() else "text3"
        paint.text(QPainter(self), self._room(), self.text(), self.font(), role)

    def _room(self) -> QRect:
        """Where the words stand; Qt keeps 2 px more at each side than the margins say."""
        margins = self.textMargins()
        return self.rect().adjusted(margins.left() + 2, 0, -margins.right() - 2, 0)

    def _cut(self) -> bool:
        """Whether the words are longer than the field: then they elide while nobody types."""
        return bool(self.text()) and self.fontMetrics().horizontalAdvance(self.text()) > self._room().width()

    def _paint_edge(self) -> None:
        if self.hasFocus():
            paint.rounded(QPainter(self), self.rect(), 8, "surface", "focus", theme.sizef(2))
        elif self.underMouse() or not self.text():
            edge = "control" if self.underMouse() else "line2"
            paint.rounded(QPainter(self), self.rect(), 8, "surface", edge)

    def _follow_script(self, text: str) -> None:
        self.setFont(fonts.font(self._size, self._weight, text))
