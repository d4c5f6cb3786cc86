"""What keys mean in a task's cells, in participation and in mood (DOMAIN.md "Attendance")."""

from __future__ import annotations

from collections.abc import Callable

from groupwork.domain.keys import MOVES, NEXT, NO_LAST_TIME, Action, Cell, Move, Put, Say
from groupwork.domain.tasks import Outcome, TaskResult


class TaskKeys:
    """A task's column: 6…1 help level, 0 not done, - not offered, `.` as last time; each moves on."""

    def press(
        self, key: str, row: int, cells: Callable[[int], Cell[TaskResult | None] | None]
    ) -> tuple[Action[TaskResult | None], ...]:
        """The actions a key asks for; empty when the key means nothing here."""
        if key in MOVES:
            return (Move(*MOVES[key]),)
        cell = cells(row)
        if cell is None:
            return ()
        if key in ("Delete", "Backspace"):
            return (Put(row, None),)
        if key == ".":
            return (Say(NO_LAST_TIME),) if cell.last is None else (Put(row, cell.last), NEXT)
        result = typed_result(key)
        return () if result is None else (Put(row, result), NEXT)

    def leave(self) -> tuple[Action[TaskResult | None], ...]:
        """Nothing is ever half typed here."""
        return ()


def typed_result(key: str) -> TaskResult | None:
    """The result one key means in a task cell, or None. A level alone means done."""
    if key in ("-", "–"):
        return TaskResult(Outcome.NOT_OFFERED)
    if key == "0":
        return TaskResult(Outcome.NOT_DONE)
    return TaskResult(Outcome.DONE, int(key)) if key in ("1", "2", "3", "4", "5", "6") else None


class NumberKeys:
    """Participation (0–4) or mood (1–5): one digit, then on to the next row."""

    def __init__(self, least: int, most: int) -> None:
        self._digits = {str(n): n for n in range(least, most + 1)}

    def press(
        self, key: str, row: int, cells: Callable[[int], Cell[int | None] | None]
    ) -> tuple[Action[int | None], ...]:
        """The actions a key asks for; empty when the key means nothing here."""
        if key in MOVES:
            return (Move(*MOVES[key]),)
        cell = cells(row)
        if cell is None:
            return ()
        if key in ("Delete", "Backspace"):
            return (Put(row, None),)
        if key == ".":
            return (Say(NO_LAST_TIME),) if cell.last is None else (Put(row, cell.last), NEXT)
        return (Put(row, self._digits[key]), NEXT) if key in self._digits else ()

    def leave(self) -> tuple[Action[int | None], ...]:
        """Nothing is ever half typed here."""
        return ()


def participation_keys() -> NumberKeys:
    """Participation 0–4."""
    return NumberKeys(0, 4)


def mood_keys() -> NumberKeys:
    """Mood 1–5."""
    return NumberKeys(1, 5)
