"""Marks and task results of two records of one person, where both stand on one register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.merging import joined_mark
from groupwork.store.tables import Attendance, Result, SessionTask

if TYPE_CHECKING:
    from groupwork.store.journal import Step

_DESCRIBED = ("participation", "mood_before", "mood_after")


@dataclass(frozen=True)
class Both:
    """One register with two rows of one person; `take_drop`: the duplicate's mark counts."""

    keep: Attendance
    drop: Attendance
    take_drop: bool

    @property
    def mark(self) -> Mark:
        """The one mark."""
        return joined_mark(mark_in(self.keep), mark_in(self.drop), take_drop=self.take_drop)


def mark_in(row: Any) -> Mark:
    """The mark of a stored row."""
    status = Status(row.status) if row.status else None
    return Mark(
        status, row.late_min, row.early_min, row.minutes, row.reason, row.told_at, planned=bool(row.planned)
    )


def move_marks(step: Step, pairs: Sequence[Both]) -> None:
    """Put the mark that counts on the kept row; what was said beside it fills up from the other."""
    for pair in pairs:
        row, mark = pair.keep, pair.mark
        other: Any = pair.drop
        row.status = mark.status.value if mark.status is not None else None
        row.late_min, row.early_min, row.minutes = mark.late_min, mark.early_min, mark.minutes
        row.reason, row.told_at, row.planned = mark.reason, mark.told_at, mark.planned
        if pair.take_drop:
            row.absence = other.absence_id
        first, second = (other, row) if pair.take_drop else (row, other)
        for name in _DESCRIBED:
            said = getattr(first, name)
            filled = getattr(second, name) if said is None else said
            setattr(row, name, filled if mark.attended else None)
        step.delete(other)
        step.save(row)


def move_results(step: Step, keep: int, drop: int, pairs: Sequence[Both]) -> None:
    """Results follow the marks: of two for one task the counting record's stays, of one its own.

    Where the mark that counts says that the person was not there, what the other record did goes with its
    mark.
    """
    sessions = {pair.keep.session_id: pair for pair in pairs}
    ours, theirs = _results(keep), _results(drop)
    for task, (session, row) in ours.items():
        pair = sessions.get(session)
        if pair is not None and pair.take_drop and not pair.mark.attended and task not in theirs:
            step.delete(row)
    for task, (session, row) in theirs.items():
        _one_result(step, keep, row, ours[task][1] if task in ours else None, sessions.get(session))


def _one_result(step: Step, keep: int, row: Any, same: Any, pair: Both | None) -> None:
    lost = pair is not None and not pair.take_drop and not pair.mark.attended
    if lost or (same is not None and not (pair is not None and pair.take_drop)):
        step.delete(row)
        return
    if same is not None:
        same.outcome, same.level, same.reason = row.outcome, row.level, row.reason
        step.delete(row)
        step.save(same)
        return
    row.participant = keep
    step.save(row)


def _results(person: int) -> dict[int, tuple[int, Any]]:
    """By task: its session and the result."""
    rows = (
        Result.select(Result, SessionTask.id, SessionTask.session)
        .join(SessionTask)
        .where(Result.participant == person)
        .order_by(Result.id)
    )
    return {row.task_id: (row.task.session_id, row) for row in rows}
