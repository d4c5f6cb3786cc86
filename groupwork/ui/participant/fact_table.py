"""A plain table of facts: words, numbers, marks and help levels in rows; arrows move, Enter opens a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from groupwork.ui import fonts, paint
from groupwork.ui.participant.facts import Cell, Column, Facts, Index, Line
from groupwork.ui.theme import theme

HEADER, ROW = 34, 40
PAD = 8


class _Head(QHeaderView):
    """Quiet headings over a line."""

    def __init__(self, table: QTableView, columns: Sequence[Column]) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._columns = tuple(columns)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(super().sizeHint().width(), theme.size(HEADER))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One heading."""
        paint.fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), "line2")
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        align = paint.RIGHT if self._columns[section].right else paint.LEFT
        area = QRectF(rect).adjusted(theme.size(PAD), 0, -theme.size(PAD), -theme.size(2))
        paint.text(painter, area, words, fonts.font(12.5, 600), "text2", align)


class _Drawer(QStyledItemDelegate):
    """Paints a cell: plate under the mouse and the cursor, a thin line, then what the cell says."""

    def __init__(self, table: FactTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        rect = QRectF(option.rect)
        model, row = self._table.facts, index.row()
        if self._table.opens and row == self._table.hover:
            paint.fill(painter, rect, "hover")
        if row:
            paint.fill(painter, QRectF(rect.left(), rect.top(), rect.width(), 1), "line")
        cell, column = model.lines[row][index.column()], model.columns[index.column()]
        area = rect.adjusted(theme.size(PAD), 0, -theme.size(PAD), 0)
        if cell.draw is not None:
            cell.draw(painter, area)
            return
        self._words(painter, area, cell, paint.RIGHT if column.right else paint.LEFT)

    def _words(self, painter: QPainter, area: QRectF, cell: Cell, align: Qt.AlignmentFlag) -> None:
        font = fonts.font(13.5, cell.weight, cell.words)
        if not cell.after:
            paint.text(painter, area, cell.words, font, cell.role, align)
            return
        after = fonts.font(12.5, 400, cell.after)
        wide, gap = fonts.width(cell.words, 13.5, cell.weight), theme.sizef(7)
        rest = fonts.width(cell.after, 12.5)
        if align == paint.RIGHT:
            area = area.adjusted(max(0.0, area.width() - wide - gap - rest), 0, 0, 0)
        paint.text(painter, area, cell.words, font, cell.role)
        paint.text(painter, area.adjusted(wide + gap, 0, 0, 0), cell.after, after, "text2")


class FactTable(QTableView):
    """As high as its rows, at most `most` of them. `opened` with a row's number by Enter or a click."""

    opened = Signal(int)

    def __init__(
        self, columns: Sequence[Column], *, opens: bool = False, most: int = 0, row: int = ROW
    ) -> None:
        super().__init__()
        self.facts, self.opens, self.hover = Facts(columns), opens, -1
        self._most, self._row = most, row
        self._drawer, self._head = _Drawer(self), _Head(self, columns)
        self.setModel(self.facts)
        self.setItemDelegate(self._drawer)
        self.setHorizontalHeader(self._head)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(opens)
        self.setCornerButtonEnabled(False)
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)
        self.restyle()

    def tell(self, lines: Sequence[Line], name: str = "") -> None:
        """Show these rows under this accessible name."""
        self.facts.tell(lines)
        self.setAccessibleName(name or self.accessibleName())
        self.restyle()

    def restyle(self) -> None:
        """Rows and columns at the present text size."""
        self._head.setFixedHeight(theme.size(HEADER))
        self.verticalHeader().setMinimumSectionSize(theme.size(24))
        self.verticalHeader().setDefaultSectionSize(theme.size(self._row))
        rows = len(self.facts.lines)
        shown = min(rows, self._most) if self._most else rows
        self.setFixedHeight(theme.size(HEADER) + shown * theme.size(self._row) + 2)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if shown < rows else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self._fit()

    def _fit(self) -> None:
        room, columns = self.viewport().width(), self.facts.columns
        narrow = room / theme.scale < 700
        for number, column in enumerate(columns):
            self.setColumnHidden(number, narrow and not column.narrow)
        shown = [(n, c) for n, c in enumerate(columns) if not (narrow and not c.narrow)]
        left = room - sum(theme.size(c.width) for _n, c in shown if not c.share)
        shares = sum(c.share for _n, c in shown) or 1
        taken = 0
        for number, column in shown:
            wide = left * column.share // shares if column.share else theme.size(column.width)
            last = number == shown[-1][0]  # takes what rounding left, or the header paints its own end there
            self.setColumnWidth(number, max(room - taken if last else wide, theme.size(30)))
            taken += wide

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._begin()
        self.viewport().update()

    def _begin(self) -> None:
        if not self.currentIndex().isValid() and self.facts.lines:
            self.setCurrentIndex(self.facts.index(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._begin()
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and row >= 0:
            if self.opens:
                self.opened.emit(row)
            return
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home)
        if event.key() in (*moves, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
            self.viewport().update()
            return
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.rowAt(int(event.position().y()))
        if self.opens and event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.opened.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hover = self.rowAt(int(event.position().y()))
        shape = Qt.CursorShape.PointingHandCursor if self.hover >= 0 else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self.hover = -1
        self.viewport().update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            event.ignore()  # the page scrolls
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self.currentIndex().row()
        if self.hasFocus() and row >= 0:
            area = QRectF(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
            paint.ring(QPainter(self.viewport()), area.adjusted(1, 1, -1, -1), 8, 2)
