"""What stands in the totals row: counts, always with their n (DOMAIN.md "Attendance", "Tasks")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from groupwork.domain.attendance import Status
from groupwork.domain.register import Register
from groupwork.domain.sessions import SessionStatus
from groupwork.domain.totals import took_part, totals


@dataclass(frozen=True)
class TaskSum:
    """`done` of `of` (done, partly and not done); not offered and not recorded never enter."""

    done: int
    of: int


@dataclass(frozen=True)
class Mean:
    """A mean over `n` recorded numbers, in tenths, rounded half up; `tenths` is 0 when n is 0."""

    tenths: int
    n: int


@dataclass(frozen=True)
class Sums:
    """The totals of one register.

    `present` of `expected`: people on the register who came, of those who count as expected or are not
    recorded yet; walk-ins stand beside. `others` are the remaining statuses with their number, in the
    order of DOMAIN.md; `open` is how many are not recorded.
    """

    present: int
    expected: int
    walk_ins: int
    others: tuple[tuple[Status, int], ...]
    open: int
    minutes: int
    part: Mean
    before: Mean
    after: Mean
    tasks: tuple[TaskSum, ...]


def sums(register: Register) -> Sums:
    """Counts as `domain/totals.py` has them; nothing is guessed for a mark that is missing."""
    found = totals(register)
    held = register.session.status is not SessionStatus.NOT_HELD
    there = [row for row in register.rows if held and took_part(row)]
    return Sums(
        present=found.came,
        expected=found.expected,
        walk_ins=found.walk_ins,
        others=tuple((status, n) for status, n in found.others if status is not None),
        open=found.rates.not_recorded,
        minutes=found.minutes,
        part=mean(row.participation for row in there),
        before=mean(row.mood_before for row in there),
        after=mean(row.mood_after for row in there),
        tasks=tuple(TaskSum(task.n, task.of) for task in found.tasks),
    )


def mean(values: Iterable[int | None]) -> Mean:
    """The mean of what is recorded, with exact fractions, rounded half up to tenths."""
    known = [value for value in values if value is not None]
    if not known:
        return Mean(0, 0)
    return Mean(int(Fraction(sum(known) * 10, len(known)) + Fraction(1, 2)), len(known))
