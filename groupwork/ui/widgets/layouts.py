"""Rows and columns with logical margins and gaps that follow the text size.

    column(title, 12, row(button, None, other, gap=8), gap=10, margins=(24, 8, 20, 8))

A number is a space, `None` a stretch, a pair `(item, stretch)` gives an item a share of the room.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from groupwork.ui.theme import theme

Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
Margins = tuple[int, int, int, int]


class Box(QBoxLayout):
    """A row or column that keeps its logical sizes and asks for them again in `restyle`."""

    def __init__(self, direction: QBoxLayout.Direction, gap: int, margins: Margins) -> None:
        super().__init__(direction)
        self._gap, self._margins = gap, margins
        self.restyle()

    def restyle(self) -> None:
        """Gaps, margins and fixed spaces at the present text size."""
        self.setSpacing(theme.size(self._gap))
        left, top, right, bottom = (theme.size(max(0, m)) for m in self._margins)
        self.setContentsMargins(left, top, right, bottom)
        for n in range(self.count()):
            item = self.itemAt(n)
            space = item.widget() if item is not None else None
            if isinstance(space, Gap):
                space.restyle()
        self.invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Negative margins reach outside: Qt would take the style's default for them."""
        left, top, right, bottom = (theme.size(min(0, m)) for m in self._margins)
        super().setGeometry(rect.adjusted(left, top, -right, -bottom))

    def set_margins(self, margins: Margins) -> None:
        """Other logical margins: left, top, right, bottom."""
        self._margins = margins
        self.restyle()

    def set_gap(self, gap: int) -> None:
        """Another logical gap."""
        self._gap = gap
        self.restyle()

    def add(self, *items: Item, align: Qt.AlignmentFlag | None = None) -> Box:
        """Append widgets, layouts, spaces (int), stretches (None), or (item, stretch) pairs."""
        for item in items:
            if item is None:
                self.addStretch(1)
            elif isinstance(item, int):
                self._add_space(item)
            elif isinstance(item, tuple):
                self._add(item[0], item[1], align)
            else:
                self._add(item, 0, align)
        return self

    def _add(self, item: QWidget | QLayout, stretch: int, align: Qt.AlignmentFlag | None) -> None:
        if isinstance(item, QLayout):
            self.addLayout(item, stretch)
        else:
            self.addWidget(item, stretch, align if align is not None else Qt.AlignmentFlag(0))

    def _add_space(self, px: int) -> None:
        down = self.direction() in (QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop)
        self.addWidget(Gap(px, down=down))


class Gap(QWidget):
    """A fixed empty space along one direction."""

    def __init__(self, px: int, *, down: bool) -> None:
        super().__init__()
        self._px, self._down = px, down
        self.restyle()

    def restyle(self) -> None:
        """As wide or high as said, at the present text size."""
        if self._down:
            self.setFixedHeight(theme.size(self._px))
        else:
            self.setFixedWidth(theme.size(self._px))


def row(
    *items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0), align: Qt.AlignmentFlag | None = None
) -> Box:
    """Items from left to right; widgets are centred vertically unless `align` says otherwise."""
    return Box(QBoxLayout.Direction.LeftToRight, gap, margins).add(*items, align=align)


def column(
    *items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0), align: Qt.AlignmentFlag | None = None
) -> Box:
    """Items from top to bottom."""
    return Box(QBoxLayout.Direction.TopToBottom, gap, margins).add(*items, align=align)


def box(layout: QLayout) -> QWidget:
    """A plain transparent widget around a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            break
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
            inner.deleteLater()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
