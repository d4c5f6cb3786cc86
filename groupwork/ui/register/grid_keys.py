"""From keys to changes: feeds the column's key machine and does what it asks for, one gesture, one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from groupwork.domain.attendance import Mark
from groupwork.domain.keys import Cell, Draft, KeyInput, MarkKeys, Move, Put, Remove, Say, range_mark
from groupwork.domain.register import RegisterRow
from groupwork.domain.task_keys import TaskKeys, mood_keys, participation_keys, typed_result
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.i18n import N_, _
from groupwork.ui.models.register import Place, RegisterModel
from groupwork.ui.models.register_columns import Column, Kind
from groupwork.ui.models.register_words import quiet
from groupwork.ui.register.minutes import MinuteKeys
from groupwork.ui.register.table import RegisterTable

SETTLE_MS = 4000
"""Typed minutes nobody finishes are stored after this long."""
ONE_AT_A_TIME = N_("Minutes are typed for one person at a time. Esc gives the range up.")
_NUMBERS = {Kind.PART: range(5), Kind.BEFORE: range(1, 6), Kind.AFTER: range(1, 6)}


def value_of(column: Column, row: RegisterRow) -> Any:
    """What a cell holds: a Mark, typed minutes, a number, a TaskResult or None."""
    if column.kind is Kind.TASK:
        return row.results[column.task]
    return {
        Kind.MARK: row.mark,
        Kind.MINUTES: row.mark.minutes,
        Kind.PART: row.participation,
        Kind.BEFORE: row.mood_before,
        Kind.AFTER: row.mood_after,
    }.get(column.kind)


def last_of(column: Column, row: RegisterRow) -> Any:
    """What the cell held last time, or None."""
    if column.kind is Kind.MARK:
        return row.last_four[-1] if row.last_four else None
    if column.kind is Kind.TASK and row.last_levels[column.task] is not None:
        return TaskResult(Outcome.DONE, row.last_levels[column.task])
    return None


class GridKeys(QObject):
    """The keys of all columns. Nothing half typed is ever lost: leaving a cell in any way stores it."""

    said = Signal(str)
    """A sentence to show in place."""
    remove_wanted = Signal(int)
    """Take the walk-in of this row off the register."""
    not_done = Signal(int, int)
    """Row and column where "not done" was just stored: a reason may follow."""

    def __init__(self, model: RegisterModel, table: RegisterTable) -> None:
        super().__init__(table)
        self._model, self._table = model, table
        self._machines: dict[Kind, KeyInput[Any]] = {}
        self._at: Place | None = None
        self._just: tuple[int, Place | None] | None = None
        self._typed = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.leave)
        table.moved.connect(self._moved)
        self.renew()

    def _moved(self) -> None:
        """The cursor went elsewhere, by mouse too: what is half typed stays where it was typed."""
        if self._at is not None and self._at != self._table.standing():
            self.leave()

    def renew(self) -> None:
        """New machines, after a change of language."""
        self.leave()
        self._machines = {
            Kind.MARK: MarkKeys(self._model.signs),
            Kind.MINUTES: MinuteKeys(),
            Kind.PART: participation_keys(),
            Kind.BEFORE: mood_keys(),
            Kind.AFTER: mood_keys(),
            Kind.TASK: TaskKeys(),
        }

    def press(self, key: str) -> bool:
        """One key at the cursor (or for the whole range); False when it means nothing there."""
        at = self._table.standing()
        if at is None:
            return False
        if self._table.places.chosen and key not in ("Up", "Down", "Left", "Right", "Enter", "Escape"):
            return self._press_range(key)
        column = self._model.columns[at[1]]
        machine = self._machines.get(column.kind)
        if machine is None:
            return self._only_move(key)
        actions = machine.press(key, at[0], self._cells(column))
        self._just, self._typed = None, any(isinstance(action, Put) for action in actions)
        for action in actions:
            if not self._do(action, at[1]):
                return True  # refused: the cursor stays where the words belong
        stored = [action.row for action in actions if isinstance(action, Put)]
        if stored and column.kind is Kind.MARK:
            self._just = (stored[-1], self._table.standing())
        return bool(actions)

    @property
    def just_marked(self) -> int | None:
        """The row that was marked by the last key, while the cursor stands where that left it."""
        if self._just is None or self._just[1] != self._table.standing():
            return None
        return self._just[0]

    def leave(self) -> None:
        """Store what is half typed, wherever the cursor goes."""
        self._settle.stop()
        column, self._at = self._at, None
        if column is None or column[1] >= len(self._model.columns):
            return
        machine = self._machines.get(self._model.columns[column[1]].kind)
        for action in machine.leave() if machine else ():
            self._do(action, column[1])
        self._model.drop_draft()

    def _only_move(self, key: str) -> bool:
        moves = {"Enter": (1, 0), "Down": (1, 0), "Up": (-1, 0), "Left": (0, -1), "Right": (0, 1)}
        if key not in moves:
            return False
        self._table.step(*moves[key])
        return True

    def _cells(self, column: Column) -> Callable[[int], Cell[Any] | None]:
        def cell(row: int) -> Cell[Any] | None:
            if not 0 <= row < self._model.rowCount():
                return None
            facts = self._model.row(row)
            return Cell(value_of(column, facts), last_of(column, facts), self._model.times)

        return cell

    def _do(self, action: object, column: int) -> bool:
        if isinstance(action, Draft):
            self._draft(action.row, column, action.value)
        elif isinstance(action, Put):
            return self._put(action.row, column, action.value)
        elif isinstance(action, Move):
            self._settle.stop()
            self._at = None
            self._move(action, column)
        elif isinstance(action, Remove):
            self.remove_wanted.emit(action.row)
        elif isinstance(action, Say):
            self.said.emit(_(action.text))
        return True

    def _move(self, move: Move, column: int) -> None:
        """A typed value goes to the next person who was there; after the last, to the next task's first."""
        at = self._table.standing()
        if at is None or not self._typed or self._model.columns[column].kind is not Kind.TASK:
            self._table.step(move.rows, move.columns)
            return
        there = [n for n in range(self._model.rowCount()) if not quiet(self._model.row(n))]
        below = [n for n in there if n > at[0]]
        if below:
            self._table.go(below[0], column)
        elif there and column < self._table.last_column():
            self._table.go(there[0], column + 1)
        else:
            self._table.step(move.rows, move.columns)

    def _draft(self, row: int, column: int, value: Any) -> None:
        self._at = (row, column)
        if value == value_of(self._model.columns[column], self._model.row(row)):
            self._settle.stop()
            self._model.drop_draft()
            return
        self._settle.start()
        if isinstance(value, Mark):
            self._model.draft_mark((row, column), value)
        else:
            self._model.draft_minutes((row, column), str(value))

    def _put(self, row: int, column: int, value: Any) -> bool:
        self._at = None
        self._settle.stop()
        if isinstance(value, TaskResult):
            value = value.keeping(value_of(self._model.columns[column], self._model.row(row)))
        stored = self._model.record({(row, column): value})
        if stored and isinstance(value, TaskResult) and value.outcome is Outcome.NOT_DONE:
            self.not_done.emit(row, column)
        return stored

    def _press_range(self, key: str) -> bool:
        changes: dict[Place, Any] = {}
        known = False
        for row, column in sorted(self._table.places.chosen):
            means, value = self._in_range(key, self._model.columns[column], self._model.row(row))
            known = known or means
            if means:
                changes[row, column] = value
        if changes:
            block = self._table.block()
            self._model.record(changes)
            if block is not None and self._model.rowCount() >= block.row + block.rows:
                self._table.choose(block)
        elif key.isdigit() and not known:
            self.said.emit(_(ONE_AT_A_TIME))
            return True
        return known

    def _in_range(self, key: str, column: Column, row: RegisterRow) -> tuple[bool, Any]:
        """Whether the key means something in this cell of a range, and the value it makes there."""
        if key in ("Delete", "Backspace"):
            return (
                column.typed,
                range_mark("Delete", row.mark, self._model.signs) if column.kind is Kind.MARK else None,
            )
        if key == ".":
            last = last_of(column, row)
            return (last is not None, last)
        if column.kind is Kind.MARK:
            mark = range_mark(key, row.mark, self._model.signs)
            return (mark is not None, mark)
        if column.kind is Kind.TASK:
            result = typed_result(key)
            return (result is not None, result and result.keeping(value_of(column, row)))
        allowed = _NUMBERS.get(column.kind, range(0))
        number = int(key) if key.isascii() and key.isdigit() else -1
        return (number in allowed, number)
