"""Tasks of a session and what became of them for each person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from groupwork.domain.ids import ParticipantId, SessionId, TaskId
from groupwork.domain.tasks import MAX_TASKS, TaskResult, checked, checked_task_name
from groupwork.domain.text import fold
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.on_register import page
from groupwork.operations.register import copy_usual_tasks, page_to_write
from groupwork.operations.register_lock import days_of, require_open
from groupwork.store import reads_register as reads
from groupwork.store.journal import Done, Step
from groupwork.store.tables import Result, SessionTask

Results = Mapping[tuple[TaskId, ParticipantId], TaskResult | None]


@dataclass(frozen=True)
class _Tasks:
    """The tasks of one session: id to name, and the position of the last."""

    session: SessionId
    names: dict[TaskId, str]
    last: int


@allowed(Right.RECORD)
def record_results(desk: Desk, results: Results) -> Done:
    """Set or clear (None) results of one session's tasks in one step.

    Refuses a coming session, somebody who is not on the register and a result for somebody marked as
    not having taken part.
    """
    tasks = _one_session(desk, results)
    on = page_to_write(desk, tasks.session)
    on.require((person for _task, person in results))
    said = {person for (_task, person), result in results.items() if result is not None}
    if said:
        on.require_day(desk.today)
        on.require_there(said)
    stored = {(task, person): row for row, task, person in reads.results(desk.store.db, tasks.session)}
    with desk.step("task.recorded", **_said(tasks.session, results)) as step:
        for (task, person), result in results.items():
            _write(step, _result(stored.get((task, person)), task, person), result)
    return step.done


@allowed(Right.RECORD)
def add_task(desk: Desk, session: SessionId, name: str) -> Done:
    """Add a task to a session as its last. A session without tasks gets its usual ones before it.

    Refuses a name that is empty, too long or there already.
    """
    require_open(desk, {session: page(desk.store, session).day})
    tidy = checked_task_name(name)
    with desk.step("task.added", session=session) as step:
        copy_usual_tasks(desk.store, step, session)
        columns = reads.tasks(desk.store.db, session)
        names = {TaskId(row[0]): str(row[1]) for row in columns}
        _unique(names, tidy)
        if len(names) >= MAX_TASKS:
            raise Refused(N_("A session may have up to {most} tasks."), most=MAX_TASKS)
        last = _of(desk, next(iter(names))).last if names else 0
        step.save(SessionTask(session=session, position=last + 1, name=tidy))
    return step.done


@allowed(Right.RECORD)
def rename_task(desk: Desk, task: TaskId, name: str) -> Done:
    """Give a task of this session another name; its results stay."""
    tasks = _of(desk, task)
    require_open(desk, days_of(desk, [tasks.session]))
    tidy = checked_task_name(name)
    _unique({other: said for other, said in tasks.names.items() if other != task}, tidy)
    with desk.step("task.renamed", session=tasks.session, task=task) as step:
        row = _only_id(task)
        row.name = tidy
        step.save(row)
    return step.done


@allowed(Right.RECORD)
def remove_task(desk: Desk, task: TaskId) -> Done:
    """Take a task and its results off this session; undo brings both back."""
    tasks = _of(desk, task)
    require_open(desk, days_of(desk, [tasks.session]))
    with desk.step("task.removed", session=tasks.session) as step:
        for row, of_task, person in reads.results(desk.store.db, tasks.session):
            if of_task == task:
                step.delete(_result(row, task, person))
        step.delete(_only_id(task))
    return step.done


def _one_session(desk: Desk, results: Results) -> _Tasks:
    """The tasks of the session these results belong to; refuses nothing, two sessions, a bad result."""
    if not results:
        raise Refused(N_("There is nothing to record."))
    for result in results.values():
        if result is not None:
            checked(result)
    tasks = _of(desk, next(iter(results))[0])
    if any(task not in tasks.names for task, _person in results):
        raise Refused(N_("Results of one session are recorded together."))
    return tasks


def _write(step: Step, row: Result, result: TaskResult | None) -> None:
    if result is not None:
        row.outcome, row.level = result.outcome.value, result.level
        row.reason = result.reason.value if result.reason else None
        row.quantity, row.minutes = result.quantity, result.minutes
        step.save(row)
    elif row.id is not None:
        step.delete(row)


def _of(desk: Desk, task: TaskId) -> _Tasks:
    rows = reads.known_tasks(desk.store.db, task)
    if not rows:
        raise Refused(N_("This task is no longer on the register."))
    names = {TaskId(row[1]): str(row[3]) for row in rows}
    return _Tasks(SessionId(rows[0][0]), names, max(row[2] for row in rows))


def _unique(names: Mapping[TaskId, str], name: str) -> None:
    wanted = fold(name.replace("\u00ad", ""))
    if any(fold(other.replace("\u00ad", "")) == wanted for other in names.values()):
        raise Refused(N_("There is a task with this name already."))


def _result(row: int | None, task: TaskId, person: ParticipantId) -> Result:
    if row is None:
        return Result(task=task, participant=person)
    stored = Result(__no_default__=1)
    stored.id = row
    return stored


def _only_id(task: TaskId) -> SessionTask:
    row = SessionTask(__no_default__=1)
    row.id = task
    return row


def _said(session: SessionId, results: Results) -> dict[str, object]:
    """What the journal's sentence needs: one person's result, or how many."""
    if len(results) > 1:
        return {"session": session, "count": len(results)}
    ((task, person),) = results
    result = results[task, person]
    said: dict[str, object] = {"session": session, "task": task, "participant": person}
    if result is not None:
        said |= {"outcome": result.outcome.value, "level": result.level}
    return said
