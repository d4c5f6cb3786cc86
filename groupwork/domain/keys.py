"""What keys mean in the register's cells, as small machines without a screen (DOMAIN.md "Attendance").

The grid feeds each key with the row it stands on and gets actions back: show a draft, store a value,
move, say something. One stored value is one gesture: while minutes are typed there is only a draft.

    keys = MarkKeys("en")
    for action in keys.press("L", row, cells): ...

`cells(row)` gives what the cell holds and what it held last time, or None past the last person.
Keys are single characters or the names in `NAMED`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from groupwork.domain.attendance import NOT_RECORDED, Mark, Status
from groupwork.domain.mark_times import Span, typed_time, with_arrival, with_leaving
from groupwork.domain.signs import Signs, signs_in
from groupwork.i18n import N_

V = TypeVar("V")
NAMED = ("Enter", "Up", "Down", "Left", "Right", "Delete", "Backspace", "Escape")
"""Keys that are not characters."""
MOVES = {"Enter": (1, 0), "Down": (1, 0), "Up": (-1, 0), "Left": (0, -1), "Right": (0, 1)}
MAX_DIGITS = 3
TIME_DIGITS = 4
"""As many make a time of day: "1005" is 10:05."""
NO_LAST_TIME = N_("There is no last time to repeat here.")
STAYS_WALK_IN = N_("A walk-in stays a walk-in: late, left early, or Delete to take the row off.")


@dataclass(frozen=True)
class Cell(Generic[V]):
    """What a cell holds now and what it held last time (None: there was no last time).

    `span` is when the session begins and ends: with it four digits after L or E are a time of day.
    """

    value: V
    last: V | None = None
    span: Span | None = None


@dataclass(frozen=True)
class Draft(Generic[V]):
    """Show this value in the row as being typed; it is not stored yet."""

    row: int
    value: V


@dataclass(frozen=True)
class Put(Generic[V]):
    """Store this value in the row: one gesture, one step."""

    row: int
    value: V


@dataclass(frozen=True)
class Remove:
    """Take the walk-in's row off the register."""

    row: int


@dataclass(frozen=True)
class Move:
    """Move the cell cursor."""

    rows: int = 0
    columns: int = 0


@dataclass(frozen=True)
class Say:
    """Point something out in place; `text` is a gettext source text."""

    text: str


Action = Draft[V] | Put[V] | Remove | Move | Say
NEXT = Move(rows=1)


class KeyInput(Protocol[V]):
    """What the grid needs from the machine of a column."""

    def press(self, key: str, row: int, cells: Callable[[int], Cell[V] | None]) -> tuple[Action[V], ...]:
        """The actions a key asks for; empty when the key means nothing here."""
        ...

    def leave(self) -> tuple[Action[V], ...]:
        """What is still to be stored when the focus goes elsewhere."""
        ...


class MarkKeys:
    """The mark column. Letters set a status and move on; L and E stay for their minutes."""

    def __init__(self, signs: Signs | str, *, letters: bool = True) -> None:
        self._signs = signs_in(signs)
        self._letters = letters
        self._sides = _side_keys(self._signs)
        self._typing: _Typing | None = None

    @property
    def typing(self) -> bool:
        """True while minutes may follow."""
        return self._typing is not None

    def press(
        self, key: str, row: int, cells: Callable[[int], Cell[Mark] | None]
    ) -> tuple[Action[Mark], ...]:
        """The actions a key asks for; empty when the key means nothing here."""
        if self._typing is not None and self._typing.row != row:
            return (*self.leave(), *self.press(key, row, cells))
        if key in MOVES:
            return (*self.leave(), Move(*MOVES[key]))
        if self._typing is not None:
            return self._while_typing(self._typing, key, cells)
        return self._fresh(key, row, cells)

    def leave(self) -> tuple[Action[Mark], ...]:
        """Store what was being typed; nothing when nothing was."""
        typing, self._typing = self._typing, None
        if typing is None or typing.mark == typing.stored:
            return ()
        return (Put(typing.row, typing.mark),)

    def _while_typing(
        self, typing: _Typing, key: str, cells: Callable[[int], Cell[Mark] | None]
    ) -> tuple[Action[Mark], ...]:
        if key in ("Escape", "Delete"):
            self._typing = None
            escaped = (Draft(typing.row, typing.stored),)
            return escaped if key == "Escape" else self._fresh(key, typing.row, cells)
        longer = typing.after(key, self._side(key))
        if longer is not None:
            return self._go_on(longer)
        if key != "." and self._side(key) is None and self._status(key) is None:
            return ()
        return (*self.leave(), NEXT, *self._fresh(key, typing.row + 1, cells))

    def _fresh(
        self, key: str, row: int, cells: Callable[[int], Cell[Mark] | None]
    ) -> tuple[Action[Mark], ...]:
        cell = cells(row)
        if cell is None:
            return ()
        if key in ("Delete", "Backspace"):
            return _cleared(row, cell.value)
        if key == ".":
            return _as_last_time(row, cell)
        side = self._side(key)
        if side is not None:
            started = _sided(cell.value, side)
            return self._go_on(_Typing(row, cell.value, started, side, (side,), span=cell.span))
        status = self._status(key)
        return () if status is None else _set(row, cell.value, status)

    def _go_on(self, typing: _Typing) -> tuple[Action[Mark], ...]:
        self._typing = typing
        return (Draft(typing.row, typing.mark),)

    def _side(self, key: str) -> str | None:
        return self._sides.get(key.upper()) if self._letters else None

    def _status(self, key: str) -> Status | None:
        return self._signs.status_for_key(key) if self._letters else None


@dataclass(frozen=True)
class _Typing:
    """Minutes being typed: which row, the stored mark, the mark as it would be, which side."""

    row: int
    stored: Mark
    mark: Mark
    side: str
    sides: tuple[str, ...]
    digits: str = ""
    span: Span | None = None

    def after(self, key: str, side: str | None) -> _Typing | None:
        """One digit more or less, or the other side; None for any other key.

        A fourth digit makes a time of day of them, and is ignored where that is none.
        """
        if key == "Backspace":
            return self._with_digits(self.digits[:-1])
        if key == ":" and self.digits:
            return self
        if key.isascii() and key.isdigit():
            longer = self._with_time(self.digits + key)
            return longer or self._with_digits((self.digits + key)[:MAX_DIGITS])
        if side is not None and side not in self.sides:
            mark = _sided(self.mark, side)
            return replace(self, mark=mark, side=side, sides=(*self.sides, side), digits="")
        return None

    def _with_time(self, digits: str) -> _Typing | None:
        at = typed_time(digits)
        if at is None or self.span is None:
            return None
        there = with_arrival if self.side == "late" else with_leaving
        return replace(self, mark=there(self.mark, at, self.span), digits=digits)

    def _with_digits(self, digits: str) -> _Typing:
        minutes = int(digits[:MAX_DIGITS] or 0)
        mark = self.mark.late(minutes) if self.side == "late" else self.mark.early(minutes)
        return replace(self, mark=mark, digits=digits)


def _sided(mark: Mark, side: str) -> Mark:
    """The mark as late or early, minutes said before kept; minutes typed for the whole mark go."""
    mark = mark.late(mark.late_min or 0) if side == "late" else mark.early(mark.early_min or 0)
    return replace(mark, minutes=None)


def _side_keys(signs: Signs) -> dict[str, str]:
    return {signs.late: "late", signs.early: "early"}


def _cleared(row: int, mark: Mark) -> tuple[Action[Mark], ...]:
    if mark.status is not Status.WALK_IN:
        return (Put(row, NOT_RECORDED),)
    plain = Mark(status=Status.WALK_IN)
    return (Remove(row),) if mark == plain else (Put(row, plain),)


def _as_last_time(row: int, cell: Cell[Mark]) -> tuple[Action[Mark], ...]:
    last = cell.last
    if last is None or last.status is None:
        return (Say(NO_LAST_TIME),)
    if cell.value.status is Status.WALK_IN:
        if not last.attended:
            return (Say(STAYS_WALK_IN),)
        status = Status.WALK_IN
    else:
        status = Status.PRESENT if last.status is Status.WALK_IN else last.status
    return (Put(row, Mark(status=status, late_min=last.late_min, early_min=last.early_min)), NEXT)


def _set(row: int, mark: Mark, status: Status) -> tuple[Action[Mark], ...]:
    if mark.status is Status.WALK_IN:
        if status is not Status.PRESENT:
            return (Say(STAYS_WALK_IN),)
        status = Status.WALK_IN
    return (Put(row, mark.with_status(status)), NEXT)


def range_mark(key: str, mark: Mark, signs: Signs | str) -> Mark | None:
    """The mark one letter makes of a mark in a selected range; None leaves that row as it is.

    Walk-ins stay: only P (DE A), L and E mean something to them.
    """
    known = signs_in(signs)
    side = _side_keys(known).get(key.upper())
    if side is not None:
        return _sided(mark, side)
    if mark.status is Status.WALK_IN:
        present = key.upper() == known.key_for(Status.PRESENT)
        return Mark(status=Status.WALK_IN) if present else None
    if key == "Delete":
        return NOT_RECORDED
    status = known.status_for_key(key)
    return None if status is None else mark.with_status(status)
