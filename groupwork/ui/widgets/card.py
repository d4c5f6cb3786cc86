"""Cards, separators and coloured grounds."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from groupwork.ui import paint
from groupwork.ui.band import band
from groupwork.ui.theme import theme
from groupwork.ui.widgets.layouts import Box, Item, Margins, column, row


class Card(QFrame):
    """One rounded rectangle: fill, 1 px line, radius 12, no shadow; optionally a category's band at the left.

    `card.body` is its layout; `card.add(...)` appends as `layouts.column` does.
    """

    def __init__(
        self,
        *items: Item,
        fill: str = "surface",
        line: str = "line",
        radius: int = 12,
        pad: int | Margins = 16,
        gap: int = 10,
        across: bool = False,
        category: str = "",
    ) -> None:
        super().__init__()
        self._fill, self._line, self._radius, self._category = fill, line, radius, category
        margins = (pad, pad, pad, pad) if isinstance(pad, int) else pad
        self.body: Box = (row if across else column)(*items, gap=gap, margins=margins)
        self.setLayout(self.body)

    def add(self, *items: Item) -> Card:
        """Append to the body."""
        self.body.add(*items)
        return self

    def set_look(self, fill: str | None = None, line: str | None = None, category: str | None = None) -> None:
        """Change fill, line or band."""
        self._fill = self._fill if fill is None else fill
        self._line = self._line if line is None else line
        self._category = self._category if category is None else category
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self._line or ("text" if theme.on("contrast") else None)
        paint.rounded(painter, self.rect(), self._radius, self._fill, line)
        if self._category:
            paint.clip_rounded(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._radius)
            band(painter, QRectF(0, 0, theme.size(8), self.height()), self._category)


class Separator(QWidget):
    """A 1 px line across, inset by logical px at the left and right."""

    def __init__(self, role: str = "line", left: int = 0, right: int = 0) -> None:
        super().__init__()
        self._role, self._left, self._right = role, left, right
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.rect().adjusted(theme.size(self._left), 0, -theme.size(self._right), 0)
        paint.fill(QPainter(self), area, self._role)


class Ground(QWidget):
    """A plain area filled with one role; `line_right` draws the 1 px edge of the rail."""

    def __init__(self, role: str = "canvas", *, line_right: bool = False) -> None:
        super().__init__()
        self._role, self._line_right = role, line_right
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.fill(painter, self.rect(), self._role)
        if self._line_right:
            paint.fill(painter, self.rect().adjusted(self.width() - 1, 0, 0, 0), "line")
