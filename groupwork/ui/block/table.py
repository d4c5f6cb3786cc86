"""The grid of a block: cursor, range, widths; what a key means is decided by its listener."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from groupwork.ui import fonts, paint
from groupwork.ui.block.delegate import ROW, BlockDelegate
from groupwork.ui.block.headers import HIGH, Corner, DateHeader, NameHeader
from groupwork.ui.models.block import BlockModel, Index, lost_words
from groupwork.ui.register.clip import Block as Cells
from groupwork.ui.register.delegate import Places
from groupwork.ui.theme import theme

_MOVE = QItemSelectionModel.SelectionFlag.ClearAndSelect
LEAST, MOST = 46, 74
"""Widths of a date in logical px."""
NARROW_BELOW = 820


class BlockTable(QTableView):
    """Names stand still at the left, dates above."""

    key = Signal(QKeyEvent)
    """A key press with the focus in the grid; accept the event when it meant something."""
    clicked_cell = Signal(QModelIndex)
    menu_wanted = Signal()
    moved = Signal()
    """The cursor stands elsewhere, or the focus went."""

    def __init__(self, model: BlockModel) -> None:
        super().__init__()
        self._model = model
        self.places = Places()
        self._delegate = BlockDelegate(self.places, self)
        self.dates, self.names = DateHeader(self.places, self), NameHeader(self.places, self)
        self.setHorizontalHeader(self.dates)
        self.setVerticalHeader(self.names)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._corner = Corner(self)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._press: QModelIndex = QModelIndex()
        model.modelReset.connect(self._reset)
        self.selectionModel().selectionChanged.connect(self._chosen)
        self.restyle()

    def restyle(self) -> None:
        """Rows, headings and columns at the present text size."""
        self.dates.setFixedHeight(theme.size(HIGH))
        self.names.setDefaultSectionSize(theme.size(ROW))
        self.names.setMinimumSectionSize(theme.size(24))
        self.fit_columns()

    def sizeHint(self) -> QSize:
        """Heading and all rows."""
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(theme.size(600), theme.size(HIGH) + self._model.rowCount() * theme.size(ROW) + bar)

    def minimumSizeHint(self) -> QSize:
        """Heading and three rows."""
        return QSize(theme.size(260), theme.size(HIGH + 3 * ROW))

    def fit_columns(self) -> None:
        """Dates share the room up to a width; more of them scroll."""
        self.names.narrow = self.width() / theme.scale < NARROW_BELOW
        self.names.setFixedWidth(self.names.sizeHint().width())
        count = self._model.columnCount()
        room = self.width() - self.names.width()
        width = min(max(room // count if count else 0, theme.size(LEAST)), theme.size(MOST))
        for n in range(count):
            self.setColumnWidth(n, width)
        self._corner.setGeometry(0, 0, self.names.width(), theme.size(HIGH))

    def standing(self) -> tuple[int, int] | None:
        """Row and column of the cursor, or None."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell and give up the range; outside the grid it goes to the edge."""
        rows, columns = self._model.rowCount(), self._model.columnCount()
        if rows and columns:
            at = self._model.index(min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
            self.selectionModel().setCurrentIndex(at, _MOVE)

    def cells(self) -> Cells | None:
        """The chosen rectangle: the range, or the one cell under the cursor."""
        at = self.standing()
        if at is None:
            return None
        chosen = self.places.chosen or frozenset({at})
        rows, columns = [r for r, _c in chosen], [c for _r, c in chosen]
        top, left = min(rows), min(columns)
        return Cells(top, left, max(rows) - top + 1, max(columns) - left + 1)

    def choose(self, cells: Cells) -> None:
        """Make a rectangle the range; the cursor stays."""
        first = self._model.index(cells.row, cells.column)
        last = self._model.index(cells.row + cells.rows - 1, cells.column + cells.columns - 1)
        self.selectionModel().select(QItemSelection(first, last), _MOVE)

    def _reset(self) -> None:
        self.places.chosen = frozenset()
        self.places.row = self.places.column = -1
        self.fit_columns()
        self.updateGeometry()

    def _chosen(self) -> None:
        cells = frozenset((i.row(), i.column()) for i in self.selectedIndexes())
        self.places.chosen = cells if len(cells) > 1 else frozenset()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Follow the cursor: its row and column are lit up."""
        super().currentChanged(current, previous)
        self.places.row, self.places.column = current.row(), current.column()
        self.viewport().update()
        for header in (self.dates, self.names):
            header.viewport().update()
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go(0, 0)
        self.places.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.places.focused = False
        self.viewport().update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key.emit(event)
        if not event.isAccepted() and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)  # the range grows as in any table

    def keyboardSearch(self, search: str) -> None:
        """Letters are marks here, never a search."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and index.isValid() and index == self._press and not self.places.chosen:
            self.clicked_cell.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse and index.isValid()
        if by_mouse and (index.row(), index.column()) not in self.places.chosen:
            self.setCurrentIndex(index)
        self.menu_wanted.emit()

    def menu_point(self) -> QPoint:
        """Below the cell under the cursor, in global coordinates."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, and why a column was not held, written upwards over it."""
        super().paintEvent(event)
        block = self._model.block
        for n, day in enumerate(block.dates if block is not None else ()):
            if day.lost and self._model.rowCount() > 2:
                self._paint_reason(n, lost_words(day))

    def _paint_reason(self, column: int, words: str) -> None:
        left, width = self.columnViewportPosition(column), self.columnWidth(column)
        if left + width < 0 or left > self.viewport().width():
            return
        top = self.rowViewportPosition(0)
        high = min(self._model.rowCount() * theme.size(ROW), self.viewport().height() - max(top, 0))
        length = min(fonts.width(words, 12, 600) + theme.sizef(16), high - theme.sizef(12))
        painter = QPainter(self.viewport())
        painter.translate(left + width / 2, max(top, 0) + high / 2)
        painter.rotate(-90)
        plate = QRectF(-length / 2, -theme.sizef(11), length, theme.sizef(22))
        paint.rounded(painter, plate, 6, "surface", "line2")
        inside = plate.adjusted(theme.sizef(6), 0, -theme.sizef(6), 0)
        paint.text(painter, inside, words, fonts.font(12, 600, words), "text2", paint.CENTRE)
        painter.end()
