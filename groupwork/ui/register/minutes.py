"""The minutes column: digits are typed and stored on leaving; they win over late and early."""

from __future__ import annotations

from collections.abc import Callable

from groupwork.domain.keys import MAX_DIGITS, MOVES, Action, Cell, Draft, Move, Put


class MinuteKeys:
    """Digits make a number that is stored by Enter, an arrow or by going elsewhere; Delete clears it."""

    def __init__(self) -> None:
        self._row = -1
        self._digits = ""

    def press(
        self, key: str, row: int, cells: Callable[[int], Cell[int | None] | None]
    ) -> tuple[Action[int | None], ...]:
        """The actions a key asks for; empty when the key means nothing here."""
        if key in MOVES:
            return (*self.leave(), Move(*MOVES[key]))
        cell = cells(row)
        if cell is None:
            return ()
        if key == "Delete" or (key == "Backspace" and not self._digits):
            self._digits = ""
            return (Put(row, None),)
        return self._typed(key, row, cell.value)

    def _typed(self, key: str, row: int, stored: int | None) -> tuple[Action[int | None], ...]:
        before = self._digits
        if key == "Escape":
            self._digits = ""
        elif key == "Backspace":
            self._digits = before[:-1]
        elif key.isascii() and key.isdigit():
            self._row, self._digits = row, (before + key)[:MAX_DIGITS]
        else:
            return ()
        if not self._digits:
            return (Draft(row, stored),) if before else ()
        return (Draft(row, int(self._digits)),)

    def leave(self) -> tuple[Action[int | None], ...]:
        """Store what was being typed; nothing when nothing was."""
        digits, self._digits = self._digits, ""
        return (Put(self._row, int(digits)),) if digits else ()
