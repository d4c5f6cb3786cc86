"""What the keyboard does in the grid: moves, ranges, fills; letters and digits go to the column's keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from groupwork.ui.models.register import RegisterModel
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.preferences import preferences
from groupwork.ui.register.block_edit import BlockEdit
from groupwork.ui.register.grid_keys import GridKeys, value_of
from groupwork.ui.register.key_names import HELD, NAMED
from groupwork.ui.register.key_strip import DETAILS, QUANTITY
from groupwork.ui.register.table import RegisterTable

Key = Qt.Key
Act = Callable[[], object]
_ARROWS: dict[int, tuple[int, int]] = {
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
}
BLANKS = ("+", "=")
"""Mark blanks present; = is the same key without Shift on English keyboards."""


class KeyEvents(QObject):
    """Turns key presses of the table into moves, fills and marks; everything else is left alone."""

    def __init__(
        self,
        model: RegisterModel,
        table: RegisterTable,
        keys: GridKeys,
        blocks: BlockEdit,
        *,
        blanks: Act,
        open_menu: Act,
        details: Act | None = None,
        quantity: Act | None = None,
    ) -> None:
        super().__init__(table)
        self._model, self._table, self._keys, self._blocks = model, table, keys, blocks
        self._open_menu = open_menu
        self._signs: dict[str, Act | None] = {
            **dict.fromkeys(BLANKS, blanks),
            DETAILS: details,
            QUANTITY: quantity,
        }
        table.key.connect(self.handle)
        table.left.connect(keys.leave)

    def handle(self, event: QKeyEvent) -> None:
        """Accept the event when it meant something here."""
        held = event.modifiers() & HELD
        if held == Qt.KeyboardModifier.ShiftModifier and event.key() in _ARROWS:
            self._keys.leave()
            return
        if self._sequence(event) or self._jump(event, held) or self._plain(event, held):
            event.accept()

    def _sequence(self, event: QKeyEvent) -> bool:
        does: Act | None = None
        if event.matches(QKeySequence.StandardKey.Copy):
            does = self._blocks.copy
        elif event.matches(QKeySequence.StandardKey.Paste):
            does = self._blocks.paste
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            does = self._table.selectAll
        elif event.modifiers() & HELD == Qt.KeyboardModifier.ControlModifier:
            fills: dict[int, Act] = {Key.Key_D: self._blocks.fill_down, Key.Key_R: self._blocks.fill_right}
            does = fills.get(event.key())
        if does is None:
            return False
        self._keys.leave()
        does()
        return True

    def _jump(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        at = self._table.standing()
        control = held == Qt.KeyboardModifier.ControlModifier
        if at is None or (held and not control and event.key() not in (Key.Key_Backtab, Key.Key_Tab)):
            return False
        key, goal = event.key(), None
        if key in (Key.Key_Home, Key.Key_End):
            first = self._model.place(Kind.MARK)
            column = first if key == Key.Key_Home else self._table.last_column()
            row = at[0] if not control else (0 if key == Key.Key_Home else self._model.rowCount() - 1)
            goal = (row, column)
        elif control and key in _ARROWS:
            goal = self._edge(at, *_ARROWS[key])
        elif key in (Key.Key_PageUp, Key.Key_PageDown) and not control:
            page = max(1, self._table.viewport().height() // max(1, self._table.rowHeight(0)) - 1)
            goal = (at[0] + (page if key == Key.Key_PageDown else -page), at[1])
        elif key in (Key.Key_Tab, Key.Key_Backtab) and not control:
            goal = self._tab(at, back=key == Key.Key_Backtab)
        if goal is None:
            return False
        self._keys.leave()
        self._table.go(*goal)
        return True

    def _edge(self, at: tuple[int, int], down: int, right: int) -> tuple[int, int]:
        """The end of a run of filled cells or the next filled one, as in any spreadsheet."""
        rows, columns = self._model.rowCount(), self._table.last_column() + 1

        def inside(row: int, column: int) -> bool:
            return 0 <= row < rows and 0 <= column < columns

        def full(row: int, column: int) -> bool:
            value = value_of(self._model.columns[column], self._model.row(row))
            return getattr(value, "status", value) is not None

        row, column = at[0] + down, at[1] + right
        if not inside(row, column):
            return at
        running = full(*at) and full(row, column)
        while inside(row + down, column + right):
            if running and not full(row + down, column + right):
                break
            if not running and full(row, column):
                break
            row, column = row + down, column + right
        return row, column

    def _tab(self, at: tuple[int, int], *, back: bool) -> tuple[int, int] | None:
        """The next cell that can be typed in; None leaves the grid at its ends."""
        first, last = self._model.place(Kind.MARK), self._table.last_column()
        row, column = at[0], at[1] + (-1 if back else 1)
        if column > last:
            row, column = row + 1, first
        elif column < first:
            row, column = row - 1, last
        if not 0 <= row < self._model.rowCount():
            self._keys.leave()
            self._table.focusNextPrevChild(not back)
            return at
        return row, column

    def _plain(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if event.key() in (Key.Key_Space, Key.Key_F2):
            self._keys.leave()
            self._open_menu()
            return True
        name = NAMED.get(event.key())
        if name == "Enter" and held:
            name = "Up"
        if name is not None:
            return self._named(name)
        text = event.text()
        if len(text) != 1 or not text.isprintable():
            return False
        does = self._signs.get(text)
        if does is not None:
            self._keys.leave()
            does()
            return True
        return self.letter(text)

    def _named(self, name: str) -> bool:
        if name == "Escape" and self._table.places.chosen:
            at = self._table.standing()
            if at is not None:
                self._table.go(*at)
            return True
        return self._keys.press(name)

    def letter(self, text: str) -> bool:
        """A typed character; letters do nothing while they are switched off."""
        if text.isalpha() and not preferences.single_letter_keys:
            return False
        return self._keys.press(text)
