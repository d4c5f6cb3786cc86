"""What keys mean in a task's cells, in participation and in mood (DOMAIN.md "Attendance")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from groupwork.domain.keys import MOVES, NEXT, NO_LAST_TIME, Action, Cell, Move, Put, Say
from groupwork.domain.tasks import Outcome, TaskResult

T = TypeVar("T")


class OneKey(Generic[T]):
    """A column whose cells one key fills; each key moves on, `.` does as last time."""

    def typed(self, key: str) -> T | None:
        """What the key puts into a cell, or None when it means nothing here."""
        raise NotImplementedError

    def press(
        self, key: str, row: int, cells: Callable[[int], Cell[T | None] | None]
    ) -> tuple[Action[T | None], ...]:
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
        value = self.typed(key)
        return () if value is None else (Put(row, value), NEXT)

    def leave(self) -> tuple[Action[T | None], ...]:
        """Nothing is ever half typed here."""
        return ()


class TaskKeys(OneKey[TaskResult]):
    """A task's column: 6…1 help level, 0 not done, - not offered."""

    def typed(self, key: str) -> TaskResult | None:
        """See `typed_result`."""
        return typed_result(key)


class NumberKeys(OneKey[int]):
    """Participation (0–4) or mood (1–5)."""

    def __init__(self, least: int, most: int) -> None:
        self._digits = {str(n): n for n in range(least, most + 1)}

    def typed(self, key: str) -> int | None:
        """The digit's number when it is in the range."""
        return self._digits.get(key)


def typed_result(key: str) -> TaskResult | None:
    """The result one key means in a task cell, or None. A level alone means done."""
    if key in ("-", "–"):
        return TaskResult(Outcome.NOT_OFFERED)
    if key == "0":
        return TaskResult(Outcome.NOT_DONE)
    return TaskResult(Outcome.DONE, int(key)) if key in ("1", "2", "3", "4", "5", "6") else None


def participation_keys() -> NumberKeys:
    """Participation 0–4."""
    return NumberKeys(0, 4)


def mood_keys() -> NumberKeys:
    """Mood 1–5."""
    return NumberKeys(1, 5)
