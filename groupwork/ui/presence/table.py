"""The grid of a day's presence: cursor, widths, mouse; what a key means is decided by its listener."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from groupwork.ui import fonts, paint
from groupwork.ui.models.presence import TYPED, Column, Index, PresenceModel, titles
from groupwork.ui.presence.delegate import ROW, Places, PresenceDelegate
from groupwork.ui.theme import theme

HEAD = 36
_MOVE = QItemSelectionModel.SelectionFlag.ClearAndSelect
_SHARES = {Column.NAME: 0.27, Column.EXPECTED: 0.27, Column.AWAY: 0.22}
_TIME, _NARROW_TIME = 126, 92
EXPECTED_FROM = 700
"""Logical width from which there is room for what is expected."""


class _Header(QHeaderView):
    """Quiet headings over their columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(super().sizeHint().width(), theme.size(HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one heading and the line under it."""
        paint.fill(painter, rect, "surface")
        line = theme.size(1)
        paint.fill(painter, QRect(rect.left(), rect.bottom() + 1 - line, rect.width(), line), "line2")
        column = Column(section)
        left = {Column.NAME: 42, Column.AWAY: 12}.get(column, 6)
        centred = column in (Column.ARRIVED, Column.LEFT)
        box = rect.adjusted(0 if centred else theme.size(left), 0, 0, -theme.size(4))
        words = titles()[section]
        paint.text(
            painter, box, words, fonts.font(12.5, 600), "text2", paint.CENTRE if centred else paint.LEFT
        )


class PresenceTable(QTableView):
    """One row a person. The cursor stands in Arrived, Left or Away."""

    key = Signal(QKeyEvent)
    """A key press with the focus in the grid; accept the event when it meant something."""
    pressed_cell = Signal(QModelIndex)
    """A mouse click on a cell."""
    left = Signal()
    """The focus or the cursor went elsewhere."""

    def __init__(self, model: PresenceModel) -> None:
        super().__init__()
        self._model = model
        self.places = Places()
        self._delegate = PresenceDelegate(self.places, self)
        self._header = _Header(self)
        self.setHorizontalHeader(self._header)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.restyle()

    def restyle(self) -> None:
        """Rows and columns at the present text size."""
        self._header.setFixedHeight(theme.size(HEAD))
        self.verticalHeader().setDefaultSectionSize(theme.size(ROW))
        self.fit_columns()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A few rows: the card gives it all the room there is."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A heading and up to four rows."""
        rows = min(4, max(1, self._model.rowCount()))
        return QSize(theme.size(260), theme.size(HEAD + rows * ROW))

    def fit_columns(self) -> None:
        """Shares of the present width; what is expected needs room."""
        width = self.viewport().width()
        wide = width / theme.scale >= EXPECTED_FROM
        self.setColumnHidden(Column.EXPECTED, not wide)
        time = theme.size(_TIME if wide else _NARROW_TIME)
        rest = width - 2 * time
        shares = dict(_SHARES) if wide else {Column.NAME: 0.57, Column.AWAY: 0.43}
        whole = sum(shares.values())
        for column, share in shares.items():
            self.setColumnWidth(column, int(rest * share / whole))
        for column in (Column.ARRIVED, Column.LEFT):
            self.setColumnWidth(column, time)

    def standing(self) -> tuple[int, Column] | None:
        """Row and column of the cursor, or None."""
        index = self.currentIndex()
        return (index.row(), Column(index.column())) if index.isValid() else None

    def go(self, row: int, column: Column) -> None:
        """Put the cursor on a cell; outside the grid it goes to the edge."""
        if rows := self._model.rowCount():
            at = self._model.index(min(max(row, 0), rows - 1), min(max(column, TYPED[0]), TYPED[-1]))
            self.selectionModel().setCurrentIndex(at, _MOVE)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Follow the cursor: its row is lit up."""
        super().currentChanged(current, previous)
        self.places.row, self.places.column = current.row(), current.column()
        self.viewport().update()
        self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go(0, Column.ARRIVED)
        self.places.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.places.focused = False
        self.viewport().update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key.emit(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters mean something else here."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and index.isValid() and index == self.currentIndex():
            self.pressed_cell.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._hover(self.rowAt(at.y()), self.columnAt(at.x()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1, -1)
        super().leaveEvent(event)

    def _hover(self, row: int, column: int) -> None:
        if (row, column) != (self.places.hover_row, self.places.hover_column):
            self.places.hover_row, self.places.hover_column = row, column
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
