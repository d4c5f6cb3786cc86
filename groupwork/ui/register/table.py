"""The register's grid: a QTableView with its own cursor, range, widths and frozen columns."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from groupwork.i18n import _
from groupwork.ui.models.register import Index, RegisterModel
from groupwork.ui.models.register_columns import Kind, widths
from groupwork.ui.models.register_words import TITLES
from groupwork.ui.register.cell_table import MOVE, CellTable
from groupwork.ui.register.delegate import RegisterDelegate, mark_width, row_height
from groupwork.ui.register.frozen import FrozenColumns, dress
from groupwork.ui.register.header import HIGH, head_width
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Ground


class RegisterTable(CellTable):
    """Cursor, range, mouse and keys; what a key means is decided by whoever listens to `key`."""

    menu_wanted = Signal(QPoint)
    """The global point for the context menu, asked for by key or mouse."""
    below = Signal()
    """The cursor wants to go below the last row."""
    moved = Signal()
    """The cursor stands elsewhere."""
    resized = Signal()
    left = Signal()
    """The focus went elsewhere."""

    def __init__(self, model: RegisterModel) -> None:
        super().__init__()
        self._register_model = model
        self._fitted = 0
        self._delegate = RegisterDelegate(self.places, self)
        self.header = dress(self, model, self._delegate)
        self.frozen = FrozenColumns(self, model, self._delegate)
        self.frozen.clicked_cell.connect(self.clicked_cell)
        self.frozen.hovered.connect(self.hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCornerWidget(Ground("surface"))
        model.modelReset.connect(self._reset)
        model.headerDataChanged.connect(lambda *_sections: self.fit_columns())
        self.selectionModel().selectionChanged.connect(self._chosen)
        self.restyle()

    def restyle(self) -> None:
        """Rows, header and columns at the present text size."""
        self.header.restyle()
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.verticalHeader().setMinimumSectionSize(theme.size(24))
        self.fit_columns()

    def content_height(self) -> int:
        """Header and all rows, in px."""
        bar = self.horizontalScrollBar().sizeHint().height() if self.frozen.on else 0
        return theme.size(HIGH) + self._register_model.rowCount() * row_height() + bar

    def sizeHint(self) -> QSize:
        """As high as the people on it."""
        return QSize(theme.size(600), self.content_height())

    def minimumSizeHint(self) -> QSize:
        """A header and two rows."""
        return QSize(theme.size(200), theme.size(HIGH) + 2 * row_height())

    def fit_columns(self) -> None:
        """Column widths for the present room; too narrow: name and mark stand still, the rest scrolls."""
        shown = self._register_model.columns
        if not shown:
            return
        self._fitted = self.viewport().width()
        wanted = widths(shown, self._fitted, theme.finger, self._needed())
        for n, width in enumerate(wanted):
            self.setColumnWidth(n, width)
        scrolls = sum(wanted) > self._fitted
        self._order(mark_second=scrolls)
        self.frozen.show_columns(scrolls)

    @staticmethod
    def _needed() -> dict[Kind, int]:
        """What a mark with its minutes and the longest word of each mood column's head need."""
        heads = {kind: head_width(_(TITLES[kind])) for kind in (Kind.BEFORE, Kind.AFTER)}
        return heads | {Kind.MARK: mark_width()}

    def _order(self, *, mark_second: bool) -> None:
        mark = self._register_model.place(Kind.MARK)
        wanted = 1 if mark_second else mark
        if mark >= 0 and self.header.visualIndex(mark) != wanted:
            self.header.moveSection(self.header.visualIndex(mark), wanted)

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell and give up the range; outside the grid it goes to the edge."""
        rows, last = self.model().rowCount(), self.last_column()
        if rows == 0:
            return
        row, column = min(max(row, 0), rows - 1), min(max(column, 0), last)
        self.selectionModel().setCurrentIndex(self.model().index(row, column), MOVE)

    def last_column(self) -> int:
        """The last column a cursor can stand in."""
        return max(0, self.model().columnCount() - 2)

    def step(self, rows: int, columns: int) -> None:
        """Move the cursor by rows and, in the order they are seen, columns; down from the last row leaves."""
        at = self.standing()
        if at is None:
            self.go(0, self._register_model.place(Kind.MARK))
            return
        if rows > 0 and at[0] + rows >= self.model().rowCount():
            self.below.emit()
            return
        seen = self.header.visualIndex(at[1]) + columns
        seen = min(max(seen, 0), self.last_column())
        self.go(at[0] + rows, self.header.logicalIndex(seen))

    def _reset(self) -> None:
        self.places.chosen = frozenset()
        self.fit_columns()
        self.updateGeometry()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Follow the cursor: its row is lit up, the others are not."""
        super().currentChanged(current, previous)
        self.places.row, self.places.column = current.row(), current.column()
        rows = {previous.row(), current.row()} if current.row() != previous.row() else set()
        for row in rows - {-1}:
            self.update_row(row)
        self.update(current)
        self.update(previous)
        self.moved.emit()

    def update_row(self, row: int) -> None:
        """Repaint one row."""
        top, high = self.rowViewportPosition(row), self.rowHeight(row)
        self.viewport().update(QRect(0, top, self.viewport().width(), high))
        self.frozen.update_row(top, high)

    def _focus_changed(self, *, focused: bool) -> None:
        self.places.focused = focused
        if self.currentIndex().isValid():
            self.update(self.currentIndex())
            self.frozen.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go(0, self._register_model.place(Kind.MARK))
        self._focus_changed(focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus_changed(focused=False)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = self.indexAt(event.position().toPoint())
        if self._press.isValid() and not self._press.flags() & Qt.ItemFlag.ItemIsSelectable:
            return  # the rest of the row holds nothing: the cursor stays where it is
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hover(-1)
        super().leaveEvent(event)

    def hover(self, row: int) -> None:
        """The mouse is over a row (-1: over none)."""
        old, self.places.hover_row = self.places.hover_row, row
        if old != row:
            for each in (old, row):
                if each >= 0:
                    self.update_row(each)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid() and (index.row(), index.column()) not in self.places.chosen:
                self.setCurrentIndex(index)
            self.menu_wanted.emit(event.globalPos())
            return
        self.menu_wanted.emit(self.menu_point())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar that went away after the last resize gives its room back to the columns."""
        if self.viewport().width() != self._fitted:
            self.fit_columns()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
        self.frozen.place()
        self.resized.emit()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, not under the frozen columns."""
        super().scrollTo(index, hint)
        if not index.isValid() or not hasattr(self, "frozen"):  # Qt scrolls while it is being set up
            return
        hidden = self.frozen.covered() - self.columnViewportPosition(index.column())
        if hidden > 0 and not self.frozen.has(index.column()):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)
