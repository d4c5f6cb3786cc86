"""Marks: one gesture is one step. Rules in domain/attendance.py and operations/on_register.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from groupwork.domain.attendance import Mark, Status, checked
from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.sessions import SessionStatus
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.follow_up_watch import watch
from groupwork.operations.on_register import Page, attendance_row, session_row
from groupwork.operations.register import page_to_write
from groupwork.store import reads_register as reads
from groupwork.store.tables import Attendance, Result

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

Moods = tuple[int | None, int | None]
"""Mood before and after, 1–5 each."""


@allowed(Right.RECORD)
def record_mark(desk: Desk, session: SessionId, participant: ParticipantId, mark: Mark) -> Done:
    """Set one person's mark; see `record_marks`."""
    return record_marks(desk, session, {participant: mark})


@allowed(Right.RECORD)
def record_marks(desk: Desk, session: SessionId, marks: Mapping[ParticipantId, Mark]) -> Done:
    """Set marks in one step; the first attended mark makes a planned session held.

    Minutes longer than the session are stored as typed. W for somebody who is not on the register
    adds them; P on a walk-in's row stays W. Refuses: a session that did not take place, a person not
    on the register, attendance before the session's day, a walk-in who would not have been there.
    """
    on = page_to_write(desk, session)
    wanted = {person: _fitting(on, person, checked(mark)) for person, mark in marks.items()}
    on.require((person for person, mark in wanted.items() if mark.status is not Status.WALK_IN))
    if any(mark.attended for mark in wanted.values()):
        on.require_day(desk.today)
    with desk.step("attendance.recorded", **journal_words(session, wanted)) as step:
        for person, mark in wanted.items():
            row = attendance_row(on, person)
            _put(row, mark)
            step.save(row)
        _held(desk, step, on, wanted)
        watch(step, on, wanted, desk.today)
    return step.done


@allowed(Right.RECORD)
def mark_blanks_present(desk: Desk, session: SessionId) -> Done:
    """Mark everybody present who is "not recorded"; planned absences and other marks stay.

    Nothing to fill is no mistake: the step is empty.
    """
    on = page_to_write(desk, session)
    on.require_day(desk.today)
    blank = {p: Mark(status=Status.PRESENT) for p, stored in on.people.items() if stored.status is None}
    with desk.step("attendance.blanks_filled", session=session, count=len(blank)) as step:
        for person, mark in blank.items():
            row = attendance_row(on, person)
            _put(row, mark)
            step.save(row)
        _held(desk, step, on, blank)
        watch(step, on, blank, desk.today)
    return step.done


@allowed(Right.RECORD)
def record_participation(desk: Desk, session: SessionId, levels: Mapping[ParticipantId, int | None]) -> Done:
    """Set how much people took part, 0–4 or None; refuses people marked as not having taken part."""
    for level in levels.values():
        if level is not None and not 0 <= level <= 4:
            raise Refused(N_("Taking part is a number from 0 to 4."))
    on = page_to_write(desk, session)
    _may_describe(desk, on, levels)
    with desk.step("participation.recorded", **_counted(session, levels)) as step:
        for person, level in levels.items():
            row = attendance_row(on, person)
            row.participation = level
            step.save(row)
    return step.done


@allowed(Right.RECORD)
def record_mood(desk: Desk, session: SessionId, moods: Mapping[ParticipantId, Moods]) -> Done:
    """Set mood before and after, 1–5 or None each; numbers, no claims."""
    for mood in moods.values():
        if any(face is not None and not 1 <= face <= 5 for face in mood):
            raise Refused(N_("Mood is a number from 1 to 5."))
    on = page_to_write(desk, session)
    _may_describe(desk, on, moods)
    with desk.step("mood.recorded", **_counted(session, moods)) as step:
        for person, (before, after) in moods.items():
            row = attendance_row(on, person)
            row.mood_before, row.mood_after = before, after
            step.save(row)
    return step.done


@allowed(Right.RECORD)
def add_drop_in(desk: Desk, session: SessionId, participant: ParticipantId) -> Done:
    """Put a walk-in on the register; a planned session becomes held.

    Refuses somebody already on it, a coming session and one that did not take place.
    """
    on = page_to_write(desk, session)
    on.require_day(desk.today)
    name = on.name(participant)
    if participant in on.people:
        raise Refused(N_("{name} is already on this register."), name=name)
    with desk.step("attendance.drop_in_added", session=session, participant=participant) as step:
        row = attendance_row(on, participant)
        _put(row, Mark(status=Status.WALK_IN))
        step.save(row)
        _held(desk, step, on, {participant: Mark(status=Status.WALK_IN)})
        watch(step, on, {participant: Mark(status=Status.WALK_IN)}, desk.today)
    return step.done


@allowed(Right.RECORD)
def remove_drop_in(desk: Desk, session: SessionId, participant: ParticipantId) -> Done:
    """Take a walk-in off the register, with what was recorded about their tasks; undo brings it back.

    Refuses people who were expected: they are marked, never removed.
    """
    on = page_to_write(desk, session)
    on.require([participant])
    stored = on.people[participant]
    if stored.status is not Status.WALK_IN:
        raise Refused(
            N_("{name} was expected here and stays on the register: enter a mark instead."),
            name=on.name(participant),
        )
    with desk.step("attendance.drop_in_removed", session=session, participant=participant) as step:
        for row, _task, person in reads.results(desk.store.db, session):
            if person == participant:
                step.delete(_only_id(Result, row))
        step.delete(attendance_row(on, participant))
        watch(step, on, {participant: None}, desk.today)
    return step.done


def _fitting(on: Page, person: ParticipantId, mark: Mark) -> Mark:
    """The mark as it goes on this row: walk-ins stay walk-ins, expected people never become one."""
    stored = on.people.get(person)
    if stored is None:
        if mark.status is Status.WALK_IN:
            on.name(person)
        return mark
    if stored.status is Status.WALK_IN:
        if not mark.attended:
            raise Refused(
                N_("{name} is a walk-in here: either they were there, or the row is taken off."),
                name=on.name(person),
            )
        return Mark(Status.WALK_IN, mark.late_min, mark.early_min, mark.minutes, mark.reason)
    if mark.status is Status.WALK_IN:
        raise Refused(
            N_("{name} was expected here: mark them present, not as a walk-in."),
            name=on.name(person),
        )
    return mark


def _put(row: Attendance, mark: Mark) -> None:
    row.status = mark.status.value if mark.status is not None else None
    row.late_min, row.early_min, row.minutes = mark.late_min, mark.early_min, mark.minutes
    row.reason, row.told_at, row.planned = mark.reason, mark.told_at, mark.planned


def _held(desk: Desk, step: Step, on: Page, marks: Mapping[ParticipantId, Mark]) -> None:
    if on.status is SessionStatus.PLANNED and any(mark.attended for mark in marks.values()):
        row = session_row(on.session)
        row.status, row.decided_at = SessionStatus.HELD.value, desk.store.journal.clock()
        step.save(row)


def _may_describe(desk: Desk, on: Page, people: Mapping[ParticipantId, object]) -> None:
    """Clearing is always possible; anything else needs somebody who may have been there, on the day."""
    on.require(people)
    said = [p for p, value in people.items() if value is not None and value != (None, None)]
    if said:
        on.require_day(desk.today)
        on.require_there(said)


def journal_words(session: SessionId, marks: Mapping[ParticipantId, Mark]) -> dict[str, object]:
    """What the journal's sentence needs: the mark when it is everybody's, else only how many."""
    said = _counted(session, marks)
    alike = {_shown(mark) for mark in marks.values()}
    if len(alike) != 1:
        return said  # "3 marks: present" would be wrong when one of them is late
    status, *times = alike.pop()
    said["status"] = status or "-"
    names = ("late_min", "early_min", "minutes")
    return said | {name: value for name, value in zip(names, times, strict=True) if value is not None}


def _shown(mark: Mark) -> tuple[str | None, int | None, int | None, int | None]:
    """What a mark's words are made of."""
    status = mark.status.value if mark.status is not None else None
    return status, mark.late_min, mark.early_min, mark.minutes


def _counted(session: SessionId, people: Mapping[ParticipantId, object]) -> dict[str, object]:
    if len(people) == 1:
        return {"session": session, "participant": next(iter(people))}
    return {"session": session, "count": len(people)}


def _only_id(table: type[Result], number: int) -> Result:
    row = table(__no_default__=1)
    row.id = number
    return row
