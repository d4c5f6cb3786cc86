"""What keys do in the block: the marks' own keys, moves, ranges; one gesture is one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from groupwork.domain.attendance import Mark
from groupwork.domain.keys import Cell, Draft, MarkKeys, Move, Put, Remove, Say, range_mark
from groupwork.i18n import N_, _
from groupwork.ui.block.table import BlockTable
from groupwork.ui.models.block import BlockModel, Place
from groupwork.ui.preferences import preferences
from groupwork.ui.register.key_names import HELD, NAMED

Key = Qt.Key
Act = Callable[[], object]
NOT_ON = N_("This person is not on that register.")
_ARROWS = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)


class BlockKeys(QObject):
    """The keys of the register, down a date; half typed minutes are stored wherever the cursor goes."""

    said = Signal(str)
    remove_wanted = Signal(int, int)
    """Take the walk-in of this cell off that register."""

    def __init__(self, model: BlockModel, table: BlockTable, acts: dict[str, Act]) -> None:
        """`acts` has what single keys ("+", ",") and sequences ("copy", "Space") do."""
        super().__init__(table)
        self._model, self._table, self._acts = model, table, acts
        self._machine: MarkKeys = MarkKeys(model.signs)
        self._at: Place | None = None
        table.key.connect(self.handle)
        table.moved.connect(self._moved)

    def renew(self) -> None:
        """The keys of the language and centre act from now on."""
        self.leave()
        self._machine = MarkKeys(self._model.signs)

    def leave(self) -> None:
        """Store what is half typed."""
        at, self._at = self._at, None
        if at is not None:
            for action in self._machine.leave():
                self._do(action, at[1])
        self._model.drop_draft()

    def _moved(self) -> None:
        if self._at is not None and (self._at != self._table.standing() or not self._table.hasFocus()):
            self.leave()

    def handle(self, event: QKeyEvent) -> None:
        """Accept the event when it meant something here."""
        held = event.modifiers() & HELD
        if held == Qt.KeyboardModifier.ShiftModifier and event.key() in _ARROWS:
            self.leave()
            return
        if self._sequence(event, held) or self._jump(event, held) or self._plain(event, held):
            event.accept()

    def _sequence(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        does: Act | None = None
        for name, sequence in (
            ("copy", QKeySequence.StandardKey.Copy),
            ("paste", QKeySequence.StandardKey.Paste),
            ("all", QKeySequence.StandardKey.SelectAll),
        ):
            if event.matches(sequence):
                does = self._acts[name]
        if held == Qt.KeyboardModifier.ControlModifier:
            fills = {Key.Key_D: "down", Key.Key_R: "right"}
            does = self._acts[fills[Key(event.key())]] if event.key() in fills else does
        if does is None:
            return False
        self.leave()
        does()
        return True

    def _jump(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        at, key = self._table.standing(), event.key()
        control = held == Qt.KeyboardModifier.ControlModifier
        if at is None or (held and not control and key != Key.Key_Backtab):
            return False
        last_row, last = self._model.rowCount() - 1, self._model.columnCount() - 1
        page = max(1, self._table.viewport().height() // max(1, self._table.rowHeight(0)) - 1)
        goals: dict[int, Place] = {
            Key.Key_Home: (0 if control else at[0], 0),
            Key.Key_End: (last_row if control else at[0], last),
        }
        if not control:
            goals |= {Key.Key_PageUp: (at[0] - page, at[1]), Key.Key_PageDown: (at[0] + page, at[1])}
        if key in (Key.Key_Tab, Key.Key_Backtab):
            return self._tab(at, back=key == Key.Key_Backtab)
        if key not in goals:
            return False
        self.leave()
        self._table.go(*goals[key])
        return True

    def _tab(self, at: Place, *, back: bool) -> bool:
        """The next date; at the ends of the row out of the grid."""
        self.leave()
        column = at[1] + (-1 if back else 1)
        if 0 <= column < self._model.columnCount():
            self._table.go(at[0], column)
        else:
            self._table.focusNextPrevChild(not back)
        return True

    def _plain(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        text = event.text()
        name = "Space" if event.key() in (Key.Key_Space, Key.Key_F2) else text
        if name in self._acts and name:
            self.leave()
            self._acts[name]()
            return True
        pressed = NAMED.get(event.key(), text)
        if len(pressed) == 1 and (
            not text.isprintable() or (text.isalpha() and not preferences.single_letter_keys)
        ):
            return False
        return bool(pressed) and self.press(pressed)

    def press(self, key: str) -> bool:
        """One key at the cursor, or for the whole range; False when it means nothing there."""
        at, chosen = self._table.standing(), self._table.places.chosen
        if at is None:
            return False
        if key == "Escape" and chosen:
            self._table.go(*at)
            return True
        if chosen and key not in ("Up", "Down", "Left", "Right", "Enter"):
            return self._press_range(key)
        if self._model.cell(*at) is None and key not in ("Up", "Down", "Left", "Right", "Enter", "Escape"):
            self.said.emit(_(NOT_ON))
            return True
        actions = self._machine.press(key, at[0], self._cells(at[1]))
        for action in actions:
            if not self._do(action, at[1]):
                break
        return bool(actions)

    def _cells(self, column: int) -> Callable[[int], Cell[Mark] | None]:
        def cell(row: int) -> Cell[Mark] | None:
            found = self._model.cell(row, column)
            if found is None:
                return None
            day = self._model.day(column)
            return Cell(found.mark, self._model.last(row, column), (day.start, day.end))

        return cell

    def _do(self, action: Any, column: int) -> bool:
        if isinstance(action, Draft):
            self._at = (action.row, column)
            self._model.set_draft(self._at, action.value)
        elif isinstance(action, Put):
            self._at = None
            return self._model.record({(action.row, column): action.value})
        elif isinstance(action, Move):
            self._at = None
            self._step(action)
        elif isinstance(action, Remove):
            self.remove_wanted.emit(action.row, column)
        elif isinstance(action, Say):
            self.said.emit(_(action.text))
        return True

    def _step(self, move: Move) -> None:
        """Down over people who are not on that register; below the last one to the next date's first."""
        at = self._table.standing()
        if at is None:
            return
        row, column = at[0] + move.rows, at[1] + move.columns
        while move.rows and 0 <= row < self._model.rowCount() and self._model.cell(row, column) is None:
            row += move.rows
        if 0 <= row < self._model.rowCount():
            self._table.go(row, column)

    def _press_range(self, key: str) -> bool:
        changes: dict[Place, Mark] = {}
        cells = self._table.block()
        for row, column in sorted(self._table.places.chosen):
            mark = self._in_range(key, row, column)
            if mark is not None:
                changes[row, column] = mark
        if changes and self._model.record(changes) and cells is not None:
            self._table.choose(cells)
        return bool(changes)

    def _in_range(self, key: str, row: int, column: int) -> Mark | None:
        cell = self._model.cell(row, column)
        if cell is None or self._model.day(column).lost:
            return None
        if key == ".":
            last = self._model.last(row, column)
            return Mark(last.status, last.late_min, last.early_min) if last is not None else None
        return range_mark("Delete" if key == "Backspace" else key, cell.mark, self._model.signs)
