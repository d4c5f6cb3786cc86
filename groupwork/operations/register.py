"""The register of a session as it is shown and printed, and the snapshot of who was expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from groupwork.domain.attendance import Mark, Status, counted_minutes, minutes_over
from groupwork.domain.ids import ParticipantId, SessionId, TaskId
from groupwork.domain.people import Alert, AlertKind, PersonName
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskColumn, TaskResult
from groupwork.domain.text import fold
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.on_register import Page, page, session_row
from groupwork.operations.register_lock import lock_of, require_open
from groupwork.operations.sessions import session as session_info
from groupwork.operations.settings import read_centre
from groupwork.store import reads_register as reads
from groupwork.store.reading import Rows
from groupwork.store.tables import Attendance, SessionTask

if TYPE_CHECKING:
    from groupwork.store.database import Store
    from groupwork.store.journal import Done, Step

URGENCY = {kind: i for i, kind in enumerate(AlertKind)}


@allowed(Right.READ)
def register(desk: Desk, session: SessionId) -> Register:
    """The register page of a session; at most eight SELECTs whatever its size.

    Before the snapshot the rows are who would be expected as known now (`stored` False, and the
    activity's usual tasks have negative ids). Expected people by name, then walk-ins as they came.
    """
    info = session_info(desk, session)
    db = desk.store.db
    people = _people(reads.rows(db, session))
    columns, results = _tasks(reads.tasks(db, session))
    last_four = _last_four(reads.last_marks(db, session))
    levels = {(task, person): level for task, person, level in reads.last_levels(db, session)}
    rows = [
        _row(
            lines,
            info.planned_minutes,
            last_four.get(person, ()),
            tuple(results.get((column.id, person)) for column in columns),
            tuple(levels.get((column.id, person)) for column in columns),
        )
        for person, lines in people.items()
    ]
    first = next(iter(people.values()))[0] if people else None
    shown = tuple(row for _order, row in sorted(rows, key=lambda pair: pair[0]))
    if not desk.may(Right.RECORDS):  # until when somebody is away one has to know, what they said not
        shown = tuple(replace(row, absence_words="") for row in shown)
    return Register(
        session=info,
        tasks=columns,
        rows=shown,
        records_mood=bool(first and first[29]),
        all_present=bool(first and (first[27] or first[28])),
        stored=info.register_taken,
        signs=read_centre(desk.store).signs(desk.language),
        lock=lock_of(desk, session, info.date),
    )


@allowed(Right.READ)
def take_registers(desk: Desk) -> Done | None:
    """Write who is expected in all sessions up to today that have no snapshot yet: one system step.

    From the memberships valid on each day and the invitations, inside an episode; planned absences
    prefill their mark, usual tasks are copied where a session has none. "All present" records
    nothing by itself. None when there is nothing to do or the file is open for reading only.
    Any sign-in's opening does it: it says nothing that was not known.
    """
    db = desk.store.db
    if desk.store.read_only:
        return None
    sessions = reads.to_take(db, desk.today)
    if not sessions:
        return None
    expected, tasks = reads.to_expect(db, desk.today), reads.to_do(db, desk.today)
    params = {"until": desk.today, "count": len(sessions)}
    with desk.store.journal.system_step("register.taken", params) as step:
        _write(step, sessions, expected, tasks)
    done: Done = step.done
    return done


@allowed(Right.RECORD)
def page_to_write(desk: Desk, session: SessionId) -> Page:
    """The register to write on, its snapshot taken first when its day has come and nobody did so yet."""
    on = page(desk.store, session)
    if on.day > desk.today:
        return on
    require_open(desk, {session: on.day})
    if on.taken:
        return on
    take_registers(desk)
    return page(desk.store, session)


def copy_usual_tasks(store: Store, step: Step, session: SessionId) -> None:
    """Copy the activity's usual tasks to a session that has none, inside an open step."""
    for column in _tasks(reads.tasks(store.db, session))[0]:
        if column.id < 0:
            step.save(_task(session, column.activity_task, -column.id, column.name))


def _write(step: Step, sessions: Rows, expected: Rows, tasks: Rows) -> None:
    seen: set[tuple[int, int]] = set()
    for session, person, absence, status, told_at in expected:
        if (session, person) in seen:  # two planned absences over one day: the first one counts
            continue
        seen.add((session, person))
        row = Attendance(session=session, participant=person)
        if absence is not None:
            row.absence, row.status, row.planned, row.told_at = absence, status, True, told_at
        step.save(row)
    for session, task, position, name in tasks:
        step.save(_task(session, task, position, name))
    for session, _day, _start in sessions:
        taken = session_row(session)
        taken.register_taken = True
        step.save(taken)


def _task(session: int, task: int | None, position: int, name: str) -> SessionTask:
    return SessionTask(session=session, activity_task=task, position=position, name=name)


def _people(rows: Rows) -> dict[int, Rows]:
    people: dict[int, Rows] = {}
    for row in rows:
        people.setdefault(row[0], []).append(row)
    return people


def _row(
    lines: Rows,
    length: int,
    last_four: tuple[Mark, ...],
    results: tuple[TaskResult | None, ...],
    levels: tuple[int | None, ...],
) -> tuple[tuple[bool, int, str, int], RegisterRow]:
    """A person's row and where it stands, from the lines of reads.rows (one for each alert)."""
    person, code, called, full, rest, native, sort_name, stored, *marked = lines[0][:15]
    participation, before, after, absence, planned_status, told_at, words, until = lines[0][15:23]
    if stored is None and absence is not None:
        mark = Mark(Status(planned_status), told_at=_day(told_at), planned=True)
    else:
        mark = mark_of(*marked)
    said = absence is not None and not mark.attended
    walk_in = mark.status is Status.WALK_IN
    order = (walk_in, stored if walk_in else 0, fold(sort_name or full), person)
    return order, RegisterRow(
        participant=ParticipantId(person),
        code=code,
        name=PersonName(called, full, rest, native),
        mark=mark,
        alerts=_alerts(lines),
        minutes=counted_minutes(mark, length),
        minutes_over=minutes_over(mark, length),
        participation=participation,
        mood_before=before,
        mood_after=after,
        last_four=last_four,
        results=results,
        last_levels=levels,
        absence_words=words if said else "",
        absence_until=until if said else "",
        sort_name=sort_name or full,
    )


def mark_of(
    status: str | None,
    late: int | None,
    early: int | None,
    minutes: int | None,
    reason: str | None,
    told_at: str | None,
    planned: int | None,
) -> Mark:
    """A mark from the columns of an attendance row, in their order."""
    code = Status(status) if status is not None else None
    return Mark(code, late, early, minutes, reason or "", _day(told_at), bool(planned))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _alerts(lines: Rows) -> tuple[Alert, ...]:
    """Most urgent first."""
    found = {line[23]: Alert(AlertKind(line[24]), line[25], bool(line[26])) for line in lines if line[23]}
    return tuple(found[key] for key in sorted(found, key=lambda key: (URGENCY[found[key].kind], key)))


def _tasks(rows: Rows) -> tuple[tuple[TaskColumn, ...], dict[tuple[int, int], TaskResult]]:
    columns: dict[int, TaskColumn] = {}
    results: dict[tuple[int, int], TaskResult] = {}
    for task, name, library, person, outcome, level, reason, quantity, minutes in rows:
        columns.setdefault(task, TaskColumn(TaskId(task), name, library))
        if person is not None:
            why = NotDoneReason(reason) if reason else None
            results[task, person] = TaskResult(Outcome(outcome), level, why, quantity, minutes)
    return tuple(columns.values()), results


def _last_four(rows: Rows) -> dict[int, tuple[Mark, ...]]:
    found: dict[int, tuple[Mark, ...]] = {}
    for person, mark in _marks(rows):
        found[person] = (*found.get(person, ()), mark)
    return found


def _marks(rows: Rows) -> Iterator[tuple[int, Mark]]:
    for row in rows:
        columns: tuple[Any, ...] = row[1:8]
        yield row[0], mark_of(*columns)
