"""Copy, paste and fill in the grid: one gesture, one step, refused whole or done whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QGuiApplication

from groupwork.errors import Refused
from groupwork.i18n import N_, _, ngettext, say
from groupwork.ui.models.register import Place, RegisterModel
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.register import cells, clip
from groupwork.ui.register.clip import Block
from groupwork.ui.register.grid_keys import value_of
from groupwork.ui.register.table import RegisterTable

Say = Callable[[str, str], object]
"""Shows a sentence with a tone."""


class BlockEdit:
    """The clipboard and the fills of one grid; what was refused is said in place."""

    def __init__(self, model: RegisterModel, table: RegisterTable, tell: Say) -> None:
        self._model, self._table, self._tell = model, table, tell

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as tab-separated text."""
        block = self._table.block()
        if block is None:
            return
        columns = self._model.columns[block.column : block.column + block.columns]
        rows = [self._model.row(r) for r in range(block.row, block.row + block.rows)]
        QGuiApplication.clipboard().setText(
            clip.to_text(
                [[cells.text_of(column, row, self._model.signs) for column in columns] for row in rows]
            )
        )
        count = block.rows * block.columns
        self._tell(ngettext("{n} cell copied", "{n} cells copied", count).format(n=count), "info")

    def paste(self) -> None:
        """Store tab-separated text from the clipboard; anything that does not fit changes nothing."""
        block = self._table.block()
        if block is None:
            return
        try:
            changes = self._pasted(QGuiApplication.clipboard().text(), block)
        except Refused as error:
            self._tell(say(error), "warn")
            return
        self._store(changes, block)

    def _pasted(self, text: str, block: Block) -> dict[Place, Any]:
        register = self._model.register
        if register is None:
            return {}
        rows_left = self._model.rowCount() - block.row
        columns_left = self._table.last_column() + 1 - block.column
        values = clip.fit(clip.from_text(text), block, rows_left, columns_left)
        changes: dict[Place, Any] = {}
        for r, line in enumerate(values, block.row):
            for c, each in enumerate(line, block.column):
                value = cells.value_from(self._model.columns[c], each, register)
                if value is not cells.UNTOUCHED:
                    changes[r, c] = value
        return changes

    def fill_down(self) -> None:
        """The top row of the range goes into all of it; a single cell takes the one above."""
        block = self._table.block()
        if block is None:
            return
        if block.rows == 1:
            block = Block(block.row - 1, block.column, 2, block.columns)
        if block.row < 0:
            self._tell(_("There is no row above to take from."), "info")
            return
        changes = {
            (r, c): value_of(self._model.columns[c], self._model.row(block.row))
            for c in range(block.column, block.column + block.columns)
            for r in range(block.row + 1, block.row + block.rows)
            if self._model.columns[c].typed
        }
        self._store(changes, block)

    def fill_right(self) -> None:
        """The left column of the range goes into all of it; only tasks stand beside their like."""
        block = self._table.block()
        if block is None:
            return
        if block.columns == 1:
            block = Block(block.row, block.column - 1, block.rows, 2)
        chosen = self._model.columns[max(0, block.column) : block.column + block.columns]
        if any(column.kind is not Kind.TASK for column in chosen):
            self._tell(_(ONLY_TASKS), "info")
            return
        changes = {
            (r, c): value_of(self._model.columns[block.column], self._model.row(r))
            for r in range(block.row, block.row + block.rows)
            for c in range(block.column + 1, block.column + block.columns)
        }
        self._store(changes, block)

    def _store(self, changes: dict[Place, Any], block: Block) -> None:
        if not changes:
            return
        rows = [r for r, _c in changes]
        columns = [c for _r, c in changes]
        self._model.record(changes)
        if len(changes) > 1 and max(rows) < self._model.rowCount():
            top, left = min(*rows, block.row), min(*columns, block.column)
            self._table.choose(Block(top, left, max(rows) - top + 1, max(columns) - left + 1))


ONLY_TASKS = N_("Only tasks can be filled to the right: mark, minutes and taking part are different things.")
