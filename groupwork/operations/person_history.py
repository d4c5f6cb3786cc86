"""One person over time: attendance with its rates, tasks with their levels, the last marks of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import GroupId, ParticipantId, SessionId
from groupwork.domain.person_history import (
    LAST_MARKS,
    AttendanceHistory,
    GroupName,
    Span,
    TaskHistory,
    TaskLine,
    TaskVisit,
    Visit,
    history_of,
    months_back,
    shown_mark,
)
from groupwork.domain.schedule import numbering_window
from groupwork.domain.sessions import Category, SessionStatus
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.settings import read_centre
from groupwork.store import reads_person as reads


@allowed(Right.RECORDS)
def attendance_history(
    desk: Desk, participant: ParticipantId, span: Span = Span.TERM, group: GroupId | None = None
) -> AttendanceHistory:
    """A person's sessions up to now with their marks, and the rates of the span; one SELECT.

    With a group visits, total and months are that group's; `groups` has all of them.
    """
    first = _first_day(desk, span)
    rows = reads.visits(desk.store.db, participant, first, desk.now)
    return history_of([_visit(row) for row in rows], span, first, group)


@allowed(Right.RECORDS)
def task_history(desk: Desk, participant: ParticipantId, span: Span = Span.TERM) -> TaskHistory:
    """A person's results by task: the library's task, else the activity and the name; one SELECT."""
    first = _first_day(desk, span)
    rows = reads.tasks(desk.store.db, participant, first, desk.today)
    return TaskHistory(span, first, tuple(_lines(rows)))


@allowed(Right.RECORDS)
def sparklines(desk: Desk, ids: Sequence[ParticipantId]) -> dict[ParticipantId, tuple[Mark, ...]]:
    """The last 12 marks of each of these people in held sessions, newest last; one SELECT for all."""
    found: dict[ParticipantId, list[Mark]] = {person: [] for person in ids}
    for person, status, late, early, minutes, planned in reads.last_marks(
        desk.store.db, list(found), desk.now, LAST_MARKS
    ):
        found[ParticipantId(person)].append(
            Mark(Status(status) if status else None, late, early, minutes, planned=bool(planned))
        )
    return {person: tuple(marks) for person, marks in found.items()}


@allowed(Right.RECORDS)
def looked_at(desk: Desk, participant: ParticipantId) -> None:
    """Remember in the journal that this person's record was looked at; see `Journal.viewed`.

    Looking again within five minutes is the same look. A file opened for reading remembers nothing.
    """
    desk.store.journal.viewed([participant], desk.actor)


@allowed(Right.RECORDS)
def write_looks(desk: Desk) -> None:
    """Write what `looked_at` remembered now; nothing is written when nothing is waiting."""
    if not desk.store.read_only:
        desk.store.journal.flush_views()


def _visit(row: tuple[Any, ...]) -> Visit:
    session, day, start, end, state, lost, title, category = row[:8]
    group, name, weekday, at = row[8:12]
    status = SessionStatus(state)
    begins, ends = time.fromisoformat(start), time.fromisoformat(end)
    weekly = time.fromisoformat(at) if at else None
    return Visit(
        session=SessionId(session),
        date=date.fromisoformat(day),
        start=begins,
        end=ends,
        status=status,
        title=title,
        category=Category(category),
        group=GroupName(GroupId(group), name, weekday, weekly) if group is not None else GroupName(None),
        mark=shown_mark(status, _mark(row[12:19])),
        minutes=_minutes(begins, ends),
        participation=row[19],
        reason=lost,
        in_stay=bool(row[20]),
    )


def _mark(row: tuple[Any, ...]) -> Mark:
    status, late, early, minutes, reason, told, planned = row
    return Mark(
        Status(status) if status else None,
        late,
        early,
        minutes,
        reason,
        date.fromisoformat(told) if told else None,
        bool(planned),
    )


def _minutes(start: time, end: time) -> int:
    day = date(2000, 1, 1)
    return int((datetime.combine(day, end) - datetime.combine(day, start)).total_seconds() // 60)


def _lines(rows: Iterable[tuple[Any, ...]]) -> list[TaskLine]:
    """One line a task; its latest name, activities by name, tasks where they last stood."""
    found: dict[tuple[object, ...], tuple[tuple[Any, ...], list[TaskVisit]]] = {}
    for row in rows:
        session, day, name, task, _position, activity = row[:6]
        key = ("task", task) if task is not None else ("name", activity, name)
        visits = found[key][1] if key in found else []
        visits.append(TaskVisit(SessionId(session), date.fromisoformat(day), _result(row[8:])))
        found[key] = (row, visits)
    ordered = sorted(found.values(), key=lambda kept: (kept[0][6].casefold(), kept[0][4], kept[0][2]))
    return [TaskLine(row[2], row[6], Category(row[7]), tuple(visits)) for row, visits in ordered]


def _result(row: tuple[Any, ...]) -> TaskResult:
    outcome, level, reason, quantity, minutes = row
    return TaskResult(Outcome(outcome), level, NotDoneReason(reason) if reason else None, quantity, minutes)


def _first_day(desk: Desk, span: Span) -> date | None:
    """The first day of a span as seen today; None: from the beginning."""
    if span is Span.ALL:
        return None
    if span is Span.MONTHS:
        return months_back(desk.today)
    return numbering_window(desk.today, read_centre(desk.store).terms)[0]
