"""Widgets in a line that wraps: chips and small buttons at any text size."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from groupwork.ui.theme import theme


class FlowLayout(QLayout):
    """Lays items out like words: left to right, then on the next line. `gap` in logical px.

    `centred`: lower items stand in the middle of their line, else at its top.
    """

    def __init__(self, gap: int = 8, *, centred: bool = False) -> None:
        super().__init__()
        self._gap, self._centred = gap, centred
        self.one_line = False
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Append an item."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take an item out, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Never grows by itself."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        gap = theme.size(self._gap)
        shown = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in shown) + gap * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The widest item alone, or all of them while they must stay in one line."""
        if self.one_line:
            return self.sizeHint()
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        gap, x, y, line = theme.size(self._gap), rect.x(), rect.y(), 0
        placed: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():  # hidden: no gap either
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                if move:
                    self._put(placed, line)
                x, y, line, placed = rect.x(), y + line + gap, 0, []
            placed.append((item, QRect(x, y, size.width(), size.height())))
            x += size.width() + gap
            line = max(line, size.height())
        if move:
            self._put(placed, line)
        return y + line - rect.y()

    def _put(self, placed: list[tuple[QLayoutItem, QRect]], line: int) -> None:
        """Put the items of one line, which is so high, where they belong."""
        for item, area in placed:
            down = (line - area.height()) // 2 if self._centred else 0
            item.setGeometry(area.translated(0, down))


class Flow(QWidget):
    """A widget around a FlowLayout."""

    def __init__(self, *widgets: QWidget, gap: int = 8, centred: bool = False) -> None:
        super().__init__()
        self._flow = FlowLayout(gap, centred=centred)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add(*widgets)

    def add(self, *widgets: QWidget) -> None:
        """Append widgets."""
        for widget in widgets:
            self._flow.addWidget(widget)
        self.updateGeometry()

    def keep_line(self, on: bool) -> None:
        """While on, everything stays in one line, as beside a title."""
        if on != self._flow.one_line:
            self._flow.one_line = on
            self._flow.invalidate()
            self.updateGeometry()

    def clear(self) -> None:
        """Take all widgets out and delete them."""
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.updateGeometry()

    def restyle(self) -> None:
        """Gaps follow the text size."""
        self._flow.invalidate()
