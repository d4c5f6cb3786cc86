"""The grid of a block: cursor, range, widths; what a key means is decided by its listener."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame

from groupwork.ui import fonts, paint
from groupwork.ui.block.delegate import ROW, BlockDelegate
from groupwork.ui.block.headers import HIGH, Corner, DateHeader, NameHeader
from groupwork.ui.models.block import BlockModel, Index, lost_words
from groupwork.ui.register.cell_table import MOVE, CellTable
from groupwork.ui.theme import theme

LEAST, MOST = 46, 74
"""Widths of a date in logical px."""
NARROW_BELOW = 820


class BlockTable(CellTable):
    """Names stand still at the left, dates above."""

    menu_wanted = Signal()
    moved = Signal()
    """The cursor stands elsewhere, or the focus went."""

    def __init__(self, model: BlockModel) -> None:
        super().__init__()
        self._model = model
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

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell and give up the range; outside the grid it goes to the edge."""
        rows, columns = self._model.rowCount(), self._model.columnCount()
        if rows and columns:
            at = self._model.index(min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
            self.selectionModel().setCurrentIndex(at, MOVE)

    def _reset(self) -> None:
        self.places.chosen = frozenset()
        self.places.row = self.places.column = -1
        self.fit_columns()
        self.updateGeometry()

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse and index.isValid()
        if by_mouse and (index.row(), index.column()) not in self.places.chosen:
            self.setCurrentIndex(index)
        self.menu_wanted.emit()

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
