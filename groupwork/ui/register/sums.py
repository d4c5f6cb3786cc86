"""What stands in the totals row: counts, always with their n (DOMAIN.md "Attendance", "Tasks")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from groupwork.domain.attendance import MEANINGS, Expected, Status
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.tasks import Outcome


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
    """Counts over the rows of a register; nothing is guessed for a mark that is missing."""
    rows = register.rows
    counts = Counter(row.mark.status for row in rows)
    others = tuple(
        (status, counts[status])
        for status in Status
        if counts[status] and status not in (Status.PRESENT, Status.WALK_IN)
    )
    return Sums(
        present=counts[Status.PRESENT],
        expected=sum(1 for row in rows if _expected(row)),
        walk_ins=counts[Status.WALK_IN],
        others=others,
        open=counts[None],
        minutes=sum(row.minutes or 0 for row in rows),
        part=mean(row.participation for row in rows),
        before=mean(row.mood_before for row in rows),
        after=mean(row.mood_after for row in rows),
        tasks=tuple(_task(rows, index) for index in range(len(register.tasks))),
    )


def mean(values: Iterable[int | None]) -> Mean:
    """The mean of what is recorded, with exact fractions, rounded half up to tenths."""
    known = [value for value in values if value is not None]
    if not known:
        return Mean(0, 0)
    return Mean(int(Fraction(sum(known) * 10, len(known)) + Fraction(1, 2)), len(known))


def _expected(row: RegisterRow) -> bool:
    status = row.mark.status
    return status is None or MEANINGS[status].expected is Expected.YES


def _task(rows: Iterable[RegisterRow], index: int) -> TaskSum:
    outcomes = [row.results[index] for row in rows if index < len(row.results)]
    counted = [r.outcome for r in outcomes if r is not None and r.outcome is not Outcome.NOT_OFFERED]
    return TaskSum(done=sum(1 for o in counted if o is Outcome.DONE), of=len(counted))
