"""A grid of cells with one cursor and a range: what the register and the block view share.

What a key means is decided by whoever listens to `key`.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QTableView

from groupwork.ui.register.clip import Block
from groupwork.ui.register.delegate import Places

MOVE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class CellTable(QTableView):
    """Cursor, range, clicks and keys; the delegate reads where they stand from `places`."""

    key = Signal(QKeyEvent)
    """A key press with the focus in the grid; accept the event when it meant something."""
    clicked_cell = Signal(QModelIndex)
    """A mouse click on one cell (not a drag)."""

    def __init__(self) -> None:
        super().__init__()
        self.places = Places()
        self._press: QModelIndex = QModelIndex()

    def standing(self) -> tuple[int, int] | None:
        """Row and column of the cursor, or None."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def block(self) -> Block | None:
        """The chosen rectangle: the range, or the one cell under the cursor."""
        at = self.standing()
        if at is None:
            return None
        cells = self.places.chosen or frozenset({at})
        rows, columns = [r for r, _c in cells], [c for _r, c in cells]
        top, left = min(rows), min(columns)
        return Block(top, left, max(rows) - top + 1, max(columns) - left + 1)

    def choose(self, block: Block) -> None:
        """Make a rectangle the range; the cursor stays where it is."""
        model = self.model()
        first = model.index(block.row, block.column)
        last = model.index(block.row + block.rows - 1, block.column + block.columns - 1)
        self.selectionModel().select(QItemSelection(first, last), MOVE)

    def menu_point(self) -> QPoint:
        """Below the cell under the cursor, in global coordinates."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def _chosen(self) -> None:
        cells = frozenset((i.row(), i.column()) for i in self.selectedIndexes())
        self.places.chosen = cells if len(cells) > 1 else frozenset()

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
