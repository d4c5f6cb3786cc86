"""Many different facts of one register at once: one step, one undo, and refused whole in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import ParticipantId, SessionId, TaskId
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.register_changes import (
    NEW_PERSON,
    NEW_TASK,
    NEXT_TIME,
    NOT_HELD,
    Changes,
    Decision,
    Fact,
    Setting,
    shown,
)
from groupwork.domain.task_text import task_named
from groupwork.domain.tasks import TaskResult
from groupwork.errors import NotAllowed, Refused, Trouble, UserError
from groupwork.i18n import N_
from groupwork.operations import attendance, people, session_plan, sessions, tasks
from groupwork.operations import register as registers
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.on_register import Page
from groupwork.operations.register_lock import NeedsReason

if TYPE_CHECKING:
    from groupwork.store.journal import Done

VERBS = {
    Fact.MARK: "attendance.recorded",
    Fact.PARTICIPATION: "participation.recorded",
    Fact.MOOD_BEFORE: "mood.recorded",
    Fact.MOOD_AFTER: "mood.recorded",
    Fact.TASK: "task.recorded",
}
"""What the journal calls facts of one kind."""
DECIDED = {
    Decision.HELD: "session.held",
    Decision.NOT_HELD: "session.not_held",
    Decision.REOPEN: "session.reopened",
}
PASSED_ON = (NeedsReason, NotAllowed, Trouble)
"""They are about the file, the sign-in or the whole register, not about one fact."""
TWICE = N_("This is said twice.")
NOT_ON_IT = N_(
    "{name} is not on this register. Somebody who came all the same is added as a drop-in or with the mark W."
)


@allowed(Right.RECORD)
def record_changes(desk: Desk, session: SessionId, changes: Changes) -> Done:
    """Store everything in one step, or nothing: raises Refused naming person, fact and what was typed.

    Order: held or opened again, tasks and people added or taken off, marks, then everything else. What
    is there already is not written again. Raises NeedsReason for a locked register.
    """
    found = registers.register(desk, session)
    marks: dict[ParticipantId, Mark] = {}
    fresh = replace(changes, settings=tuple(_differing(desk, found, changes.settings, marks)))
    verb, params = _journal_words(session, fresh, marks)
    with desk.step(verb, **params) as step:
        _session(desk, session, fresh)
        _lists(desk, session, fresh)
        if fresh.settings:
            on = registers.page_to_write(desk, session)  # the snapshot gives the usual tasks their numbers
            _marks(desk, registers.register(desk, session), fresh.of(Fact.MARK))
            _rest(desk, on, registers.register(desk, session), fresh)
    return step.done


def _journal_words(
    session: SessionId, changes: Changes, marks: Mapping[ParticipantId, Mark]
) -> tuple[str, dict[str, object]]:
    """The step's verb and parameters: as exact as one kind of change allows, else how many entries."""
    if changes.only_marks:
        return "attendance.recorded", attendance.journal_words(session, marks)
    verbs = {VERBS[each.fact] for each in changes.settings}
    if changes.count == len(changes.settings) and len(verbs) == 1:
        results = verbs == {VERBS[Fact.TASK]}
        count = len(changes.settings) if results else len({each.code for each in changes.settings})
        return verbs.pop(), {"session": session, "count": count}
    if changes.count == 1:
        return _alone(session, changes)
    return "register.recorded", {"session": session, "count": changes.count}


def _alone(session: SessionId, changes: Changes) -> tuple[str, dict[str, object]]:
    """One thing that is about the session or about who is on its register."""
    if changes.decision is not None:
        return DECIDED[changes.decision], {"session": session}
    if changes.drop_ins:
        return "attendance.drop_in_added", {"session": session, "participant": changes.drop_ins[0]}
    if changes.taken_off:
        return "attendance.drop_in_removed", {"session": session, "participant": changes.taken_off[0]}
    if changes.new_people:
        return "register.recorded", {"session": session, "count": 1}
    verb = "task.added" if changes.new_tasks else "session.next_time_set"
    return verb, {"session": session}


def _session(desk: Desk, session: SessionId, changes: Changes) -> None:
    """What is said about the session itself."""
    if changes.decision is Decision.REOPEN:
        sessions.reopen(desk, session)
    elif changes.decision is Decision.HELD:
        sessions.mark_held(desk, session)
    elif changes.decision is Decision.NOT_HELD:
        with _about(NOT_HELD, changes.reason):
            sessions.mark_not_held(desk, session, changes.reason)
    if changes.next_time is not None:
        with _about(NEXT_TIME, changes.next_time):
            session_plan.set_next_time(desk, session, changes.next_time)


def _lists(desk: Desk, session: SessionId, changes: Changes) -> None:
    """New tasks, and people who come onto the register or leave it."""
    for name in changes.new_tasks:
        with _about(NEW_TASK, name):
            tasks.add_task(desk, session, name)
    for person in changes.taken_off:
        attendance.remove_drop_in(desk, session, person)
    for person in changes.drop_ins:
        attendance.add_drop_in(desk, session, person)
    for name in changes.new_people:
        with _about(NEW_PERSON, name):
            people.add_new_drop_in(desk, session, name)


def _differing(
    desk: Desk, found: Register, settings: Sequence[Setting], marks: dict[ParticipantId, Mark]
) -> Iterator[Setting]:
    """The settings that say something new; the marks among them are put into `marks`.

    Refuses, before a step begins, people nobody knows, marks that cannot be and what is said twice.
    """
    rows = {row.participant: row for row in found.rows}
    seen: set[tuple[ParticipantId, Fact, TaskId | str]] = set()
    for each in settings:
        with _named(each):
            person = _person(desk, found, each)
            task = _task(found, each) if each.fact is Fact.TASK else None
            key = person, each.fact, each.task.casefold() if task is None else task
            if key in seen:
                raise Refused(TWICE)
            seen.add(key)
            if each.fact is Fact.MARK:
                now = rows[person].mark if person in rows else Mark()
                mark = each.mark(now, (found.session.start, found.session.end))
                if person not in rows or mark != now:
                    marks[person] = mark
                    yield each
            elif person not in rows or _value_in(rows[person], found, each, task) != each.value:
                yield each


def _value_in(row: RegisterRow, found: Register, each: Setting, task: TaskId | None) -> object:
    """What stands there now: a number, a result or None. A task that is still to be added has nothing."""
    if each.fact is Fact.PARTICIPATION:
        return row.participation
    if each.fact is Fact.MOOD_BEFORE:
        return row.mood_before
    if each.fact is Fact.MOOD_AFTER:
        return row.mood_after
    places = [column.id for column in found.tasks]
    return row.results[places.index(task)] if task in places else None


def _task(found: Register, each: Setting) -> TaskId | None:
    """The task that is meant; None when it is not there yet: it may be one that is added."""
    try:
        return task_named(found.tasks, each.task)
    except Refused:
        return None


def _marks(desk: Desk, found: Register, settings: Sequence[Setting]) -> None:
    """Marks come first: they say who was there, and W adds somebody."""
    rows = {row.participant: row for row in found.rows}
    for each in settings:
        with _named(each):
            person = _person(desk, found, each)
            now = rows[person].mark if person in rows else Mark()
            mark = each.mark(now, (found.session.start, found.session.end))
            if person not in rows and mark.status is not Status.WALK_IN:
                raise Refused(NOT_ON_IT, name=people.participant(desk, person).name.full)
            attendance.record_mark(desk, found.session.id, person, mark)


def _rest(desk: Desk, on: Page, found: Register, changes: Changes) -> None:
    """How people took part, their faces and their results."""
    rows = {row.participant: row for row in found.rows}
    for each in changes.of(Fact.PARTICIPATION, Fact.MOOD_BEFORE, Fact.MOOD_AFTER, Fact.TASK):
        with _named(each):
            person = _person(desk, found, each)
            if person not in rows:
                raise Refused(NOT_ON_IT, name=people.participant(desk, person).name.full)
            if each.fact is Fact.TASK:
                on.require_day(desk.today)
                result = each.value if isinstance(each.value, TaskResult) else None
                tasks.record_results(desk, {(task_named(found.tasks, each.task), person): result})
            else:
                rows[person] = _record_number(desk, found.session.id, rows[person], each)


def _record_number(desk: Desk, session: SessionId, row: RegisterRow, each: Setting) -> RegisterRow:
    """Store how somebody took part, or one face while the other stays; returns the row as it is then."""
    number = each.value if isinstance(each.value, int) else None
    if each.fact is Fact.PARTICIPATION:
        attendance.record_participation(desk, session, {row.participant: number})
        return replace(row, participation=number)
    before = each.fact is Fact.MOOD_BEFORE
    fresh = replace(row, mood_before=number) if before else replace(row, mood_after=number)
    attendance.record_mood(desk, session, {row.participant: (fresh.mood_before, fresh.mood_after)})
    return fresh


def _person(desk: Desk, found: Register, each: Setting) -> ParticipantId:
    """The person of a code, on the register or not; refused when there is nobody."""
    on_it = {row.code.upper(): row.participant for row in found.rows}
    code = each.code.upper()
    return on_it[code] if code in on_it else people.participant(desk, each.code).id


@contextmanager
def _named(each: Setting) -> Iterator[None]:
    """A refusal inside says which person, fact and text it is about."""
    try:
        yield
    except UserError as why:
        if isinstance(why, PASSED_ON):
            raise
        raise each.refusal(why) from None


@contextmanager
def _about(text: str, typed: str) -> Iterator[None]:
    """A refusal inside says what it is about and what was typed."""
    try:
        yield
    except UserError as why:
        if isinstance(why, PASSED_ON) or not typed:
            raise
        raise Refused(text, typed=shown(typed), why=why) from None
