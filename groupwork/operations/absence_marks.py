"""What planned absences do to registers that are stored: only where nobody has written anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

from groupwork.domain.absences import Hours, KeptMark, Span
from groupwork.domain.attendance import Status
from groupwork.domain.ids import SessionId
from groupwork.store import reads_absences as reads
from groupwork.store.tables import Attendance

if TYPE_CHECKING:
    from groupwork.store.database import Store
    from groupwork.store.journal import Step
    from groupwork.store.tables import PlannedAbsence


@dataclass(frozen=True)
class Fitted:
    """How many marks an absence filled in, and which were there before and stay as they are."""

    filled: int
    kept: tuple[KeptMark, ...]


def fit(store: Store, step: Step, row: PlannedAbsence) -> Fitted:
    """Fill the absence in on the stored registers of its days, inside an open step.

    A blank becomes the planned mark, one that this absence filled in follows it; a mark that somebody
    entered, or another absence filled in, stays.
    """
    filled, kept, hours = 0, [], Hours(row.from_time, row.to_time)
    for mark in reads.marks(store.db, row.participant_id, row.from_date, row.to_date):
        number, session, day, start, end, title, called, status, planned, absence = mark
        if not hours.touch(time.fromisoformat(start), time.fromisoformat(end)):
            continue
        if status is None or (planned and absence == row.id):
            filled += status is None
            step.save(_filled(number, row))
        elif not planned:
            when = date.fromisoformat(day)
            kept.append(KeptMark(SessionId(session), when, title, called, Status(status)))
    return Fitted(filled, tuple(kept))


def empty(store: Store, step: Step, row: PlannedAbsence, hours: Hours, span: Span | None) -> None:
    """Let go of the marks that point at the absence outside of these days and hours; None: of all.

    What it filled in is "not recorded" again; a mark that somebody entered over it stays.
    """
    for mark in reads.filled(store.db, row.id):
        number, _session, day, start, end, _title, _called, _status, planned, _absence = mark
        inside = span is not None and span.first <= date.fromisoformat(day) <= span.last
        if inside and hours.touch(time.fromisoformat(start), time.fromisoformat(end)):
            continue
        free: Any = _only_id(number)
        free.absence = None
        if planned:
            free.status, free.planned, free.told_at = None, False, None
        step.save(free)


def _filled(number: int, row: PlannedAbsence) -> Attendance:
    mark: Any = _only_id(number)
    mark.absence, mark.status, mark.planned, mark.told_at = row.id, row.status, True, row.told_at
    filled: Attendance = mark
    return filled


def _only_id(number: int) -> Attendance:
    row = Attendance(__no_default__=1)
    row.id = number
    return row
