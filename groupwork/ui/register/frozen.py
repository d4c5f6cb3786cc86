"""Name and mark stand still while the rest of the register scrolls sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from groupwork.ui.models.register import RegisterModel
from groupwork.ui.models.register_columns import FROZEN
from groupwork.ui.register.delegate import RegisterDelegate, row_height
from groupwork.ui.register.header import RegisterHeader
from groupwork.ui.widgets.card import Ground


def dress(view: QTableView, model: RegisterModel, delegate: RegisterDelegate) -> RegisterHeader:
    """Dress a view as the register: own header and delegate, no grid, no frame, fixed rows."""
    header = RegisterHeader(view)
    view.setHorizontalHeader(header)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.verticalHeader().hide()
    view.setShowGrid(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setCornerButtonEnabled(False)
    view.setTabKeyNavigation(False)
    view.setMouseTracking(True)
    return header


class FrozenColumns(QTableView):
    """A second view on the same model, cursor and range, laid over the first columns of a table."""

    clicked_cell = Signal(QModelIndex)
    hovered = Signal(int)
    """The row under the mouse, -1 for none."""

    def __init__(self, table: QTableView, model: RegisterModel, delegate: RegisterDelegate) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self.on = False
        self.header = dress(self, model, delegate)
        self.setSelectionModel(table.selectionModel())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._edge: QWidget = Ground("line2")
        self._edge.setParent(table)
        table.verticalScrollBar().valueChanged.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._lead)
        # a new row: the table may have scrolled to it before this view knew that it may
        self.verticalScrollBar().rangeChanged.connect(
            lambda *_range: self._follow(table.verticalScrollBar().value())
        )
        self._edge.hide()
        self.hide()

    def show_columns(self, on: bool) -> None:
        """Lay the frozen columns over the table, or take them away; widths are the table's."""
        self.on = on
        if on:
            self.header.restyle()
            self.verticalHeader().setDefaultSectionSize(row_height())
            for n, column in enumerate(self._model.columns):
                self.setColumnHidden(n, column.kind not in FROZEN)
                self.setColumnWidth(n, self._table.columnWidth(n))
        self.setVisible(on)
        self._edge.setVisible(on)
        self.place()
        self._follow(self._table.verticalScrollBar().value())

    def _follow(self, value: int) -> None:
        """Scroll as the table does."""
        if self.on:
            self.verticalScrollBar().setValue(value)

    def _lead(self, value: int) -> None:
        """The wheel turned over these columns: the table comes along. Hidden, the range here is stale."""
        if self.on:
            self._table.verticalScrollBar().setValue(value)

    def place(self) -> None:
        """Over the left edge of the table's header and viewport."""
        if not self.on:
            return
        header = self._table.horizontalHeader()
        high = header.height() + self._table.viewport().height()
        self.setGeometry(QRect(0, header.y(), self.covered(), high))
        self._edge.setGeometry(QRect(self.covered(), header.y(), 1, high))
        self.raise_()
        self._edge.raise_()

    def covered(self) -> int:
        """How many px at the left are covered, 0 while nothing scrolls."""
        if not self.on:
            return 0
        shown = (n for n, column in enumerate(self._model.columns) if column.kind in FROZEN)
        return sum(self._table.columnWidth(n) for n in shown)

    def has(self, column: int) -> bool:
        """True when the column stands still."""
        return self.on and not self.isColumnHidden(column)

    def update_row(self, top: int, high: int) -> None:
        """Repaint one row, given in the table's viewport."""
        if self.on:
            self.viewport().update(QRect(0, top, self.viewport().width(), high))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers() and index.isValid():
            self.clicked_cell.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered.emit(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(-1)
        super().leaveEvent(event)
