"""Which columns the register has, and how wide they are (LOOK.md section 5 and 7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from groupwork.domain.register import Register


class Kind(StrEnum):
    """What a column holds."""

    NAME = "name"
    LAST = "last"
    MARK = "mark"
    MINUTES = "minutes"
    PART = "part"
    BEFORE = "before"
    AFTER = "after"
    TASK = "task"
    ADD = "add"
    """The rest of the row: its header adds a task, its cells are empty."""


@dataclass(frozen=True)
class Column:
    """One column; `task` is the index in `Register.tasks` for a task column, else -1."""

    kind: Kind
    task: int = -1

    @property
    def typed(self) -> bool:
        """True when keys record something here."""
        return self.kind not in (Kind.NAME, Kind.LAST, Kind.ADD)


FROZEN = (Kind.NAME, Kind.MARK)
"""Columns that stay when the grid scrolls sideways."""

_LEAST = {
    Kind.NAME: 206,
    Kind.LAST: 92,
    Kind.MARK: 72,
    Kind.MINUTES: 50,
    Kind.PART: 82,
    Kind.BEFORE: 44,
    Kind.AFTER: 44,
    Kind.TASK: 81,
    Kind.ADD: 44,
}
_TIGHT = {Kind.LAST: 88, Kind.MINUTES: 46, Kind.PART: 78, Kind.TASK: 78, Kind.ADD: 24}
"""What these may shrink to when everything then stands beside the panel without scrolling."""
_MOST = {
    Kind.NAME: 270,
    Kind.LAST: 112,
    Kind.MARK: 96,
    Kind.MINUTES: 72,
    Kind.PART: 110,
    Kind.BEFORE: 60,
    Kind.AFTER: 60,
    Kind.TASK: 176,
}


def columns(register: Register) -> tuple[Column, ...]:
    """The columns of a register from left to right: five fixed, mood when recorded, its tasks, the rest."""
    kinds = [Kind.NAME, Kind.LAST, Kind.MARK, Kind.MINUTES, Kind.PART]
    if register.records_mood:
        kinds += [Kind.BEFORE, Kind.AFTER]
    fixed = [Column(kind) for kind in kinds]
    tasks = [Column(Kind.TASK, n) for n in range(len(register.tasks))]
    return (*fixed, *tasks, Column(Kind.ADD))


def widths(
    shown: Sequence[Column],
    available: int,
    size: Callable[[float], int],
    words: Mapping[Kind, int] | None = None,
) -> tuple[int, ...]:
    """Widths in device-independent pixels that fill `available`, or overflow it when it is too narrow.

    The tasks take most of what is left, the names a little, never the names alone; what nobody needs
    goes to the last column, so that the row's line reaches the edge of the card. `words` says how wide the
    heads of some kinds are: two columns that both read "Stim…" cannot be told apart.
    """
    heads = words or {}
    least = [max(size(_LEAST[column.kind]), heads.get(column.kind, 0)) for column in shown]
    rest = available - sum(least)
    if rest <= 0:
        return _tight(shown, least, available, size)
    tasks = [n for n, column in enumerate(shown) if column.kind is Kind.TASK]
    grown = list(least)
    share = rest * 7 // 10 if tasks else 0
    for n in tasks:
        grown[n] += min(share // len(tasks), size(_MOST[Kind.TASK]) - least[n])
    others = [n for n, column in enumerate(shown) if column.kind not in (Kind.TASK, Kind.ADD)]
    left = available - sum(grown)
    room = sum(max(0, size(_MOST[shown[n].kind]) - least[n]) for n in others)
    for n in others:
        grown[n] += min(left, room) * max(0, size(_MOST[shown[n].kind]) - least[n]) // room
    grown[-1] += available - sum(grown)
    return tuple(grown)


def _tight(
    shown: Sequence[Column], least: Sequence[int], available: int, size: Callable[[float], int]
) -> tuple[int, ...]:
    """The least widths, or a little less where that saves the sideways bar."""
    tight = [
        size(_TIGHT[column.kind]) if column.kind in _TIGHT else width
        for column, width in zip(shown, least, strict=True)
    ]
    left = available - sum(tight)
    if left < 0:
        return tuple(least)
    tight[-1] += left
    return tuple(tight)
