"""Follow-ups: what was tried, who sees to it, how it ended; read for Today, the page and a person.

How they open and close by themselves: `operations/follow_up_watch.py`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from groupwork.domain.follow_ups import (
    AbsentRow,
    DayMark,
    Due,
    FollowUp,
    check_call,
    check_next,
    check_outcome,
    clean_words,
)
from groupwork.domain.ids import FollowUpId, ParticipantId, SignInId
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import ROLE_RIGHTS, Desk, Right, allowed
from groupwork.operations.follow_up_rows import due_rows, follow_ups
from groupwork.operations.profiles import existing_person
from groupwork.store import reads_follow_ups as reads
from groupwork.store import tables

if TYPE_CHECKING:
    from groupwork.store.journal import Done

__all__ = ["AbsentRow", "DayMark", "Due", "FollowUp"]

GONE = N_("This follow-up was removed in the meantime.")
OVER = N_("This follow-up was closed on {day}. Nothing more is written on it.")
ALREADY = N_("A follow-up of {name} is open already, since {day}.")
NO_STAY = N_("{name} does not stay here now. Enter the stay first, then open the follow-up.")
NOBODY = N_("This sign-in cannot see to follow-ups. Choose a lead or a facilitator.")


@allowed(Right.RECORDS)
def due(desk: Desk) -> tuple[Due, ...]:
    """Who needs a follow-up now and has none. One SELECT, whatever the number of years."""
    return due_rows(desk.store, desk.today)


@allowed(Right.RECORDS)
def open_follow_ups(desk: Desk) -> tuple[FollowUp, ...]:
    """The open ones: those whose next date has come first, then the longest open. One SELECT."""
    found = follow_ups(desk.store, "open", desk.today)
    return tuple(sorted(found, key=lambda f: (_waits(f, desk.today), f.next_date or f.opened, f.id)))


@allowed(Right.RECORDS)
def closed_follow_ups(desk: Desk) -> tuple[FollowUp, ...]:
    """The two hundred closed last, newest first. One SELECT."""
    found = follow_ups(desk.store, "closed", desk.today)
    return tuple(sorted(found, key=lambda f: (f.closed or f.opened, f.id), reverse=True))


@allowed(Right.RECORDS)
def follow_ups_of(desk: Desk, participant: ParticipantId) -> tuple[FollowUp, ...]:
    """Everything about one person, newest first: an open one leads. One SELECT."""
    found = follow_ups(desk.store, "person", desk.today, [participant])
    return tuple(sorted(found, key=lambda f: (f.open, f.closed or f.opened, f.id), reverse=True))


@allowed(Right.RECORDS)
def callers(desk: Desk) -> tuple[tuple[SignInId, str], ...]:
    """Who can see to a follow-up: sign-in and shown name, by name. One SELECT."""
    rows = reads.callers(desk.store.db)
    return tuple((SignInId(row[0]), row[1]) for row in rows if Right.PEOPLE in ROLE_RIGHTS.get(row[2], ()))


@allowed(Right.PEOPLE)
def begin(desk: Desk, participant: ParticipantId) -> Done:
    """Open one by hand, today, whatever the marks say; this sign-in sees to it.

    Attending from today on closes it, as any other. Refused in words: one is open already, or the person
    does not stay here today.
    """
    person = existing_person(participant)
    _require_stay(desk, person)
    there = tables.FollowUp.get_or_none(
        (tables.FollowUp.participant == participant) & tables.FollowUp.closed.is_null()
    )
    if there is not None:
        raise Refused(ALREADY, name=person.called, day=there.opened)
    with desk.step("follow_up.begun", participant=participant) as step:
        step.save(
            tables.FollowUp(
                participant=participant, opened=desk.today, first_day=desk.today, owner=desk.actor
            )
        )
    return step.done


@allowed(Right.PEOPLE)
def log_call(
    desk: Desk,
    follow_up: FollowUpId,
    way: str,
    result: str,
    words: str = "",
    next_date: date | None = None,
) -> Done:
    """Write down a try to reach somebody, now, by this sign-in, and when to try again (None: nothing set).

    Whoever calls first sees to it from then on. Refused in words: a closed one, a next date in the past.
    """
    how, what = check_call(way, result)
    said, day = clean_words(words), check_next(next_date, desk.today)
    row = _open(follow_up)
    call = tables.FollowUpCall(
        follow_up=row.id, at=desk.now.astimezone(), by=desk.actor_name, way=how.value, result=what.value
    )
    call.words = said
    with desk.step("follow_up.call_logged", participant=row.participant_id) as step:
        step.save(call)
        row.next_date = day
        if row.owner_id is None:
            row.owner = desk.actor
        step.save(row)
    return step.done


@allowed(Right.PEOPLE)
def assign(desk: Desk, follow_up: FollowUpId, sign_in: SignInId | None) -> Done:
    """Say who sees to it; None for nobody. Refused for a sign-in that may not change people."""
    row = _open(follow_up)
    if sign_in is not None:
        person = tables.SignIn.get_or_none(tables.SignIn.id == sign_in)
        if person is None or not person.active or Right.PEOPLE not in ROLE_RIGHTS.get(person.role, ()):
            raise Refused(NOBODY)
    with desk.step("follow_up.assigned", participant=row.participant_id) as step:
        row.owner = sign_in
        step.save(row)
    return step.done


@allowed(Right.PEOPLE)
def set_next(desk: Desk, follow_up: FollowUpId, day: date | None) -> Done:
    """Say when to try again; None for no date. Refused for a day in the past."""
    checked, row = check_next(day, desk.today), _open(follow_up)
    with desk.step("follow_up.next_set", participant=row.participant_id) as step:
        row.next_date = checked
        step.save(row)
    return step.done


@allowed(Right.PEOPLE)
def close(desk: Desk, follow_up: FollowUpId, outcome: str, words: str = "") -> Done:
    """Close it today with an outcome; what was before does not count again. Refused when it is closed."""
    ended, said, row = check_outcome(outcome), clean_words(words), _open(follow_up)
    with desk.step("follow_up.closed", participant=row.participant_id) as step:
        row.closed, row.outcome, row.words = desk.today, ended.value, said
        step.save(row)
    return step.done


def _require_stay(desk: Desk, person: tables.Participant) -> None:
    """Outside a stay nobody is expected: the follow-up would close by itself at the next start."""
    stay = tables.Episode.select(tables.Episode.id).where(
        tables.Episode.participant == person.id,
        tables.Episode.start <= desk.today,
        tables.Episode.end.is_null() | (tables.Episode.end >= desk.today),
    )
    if not stay.exists():
        raise Refused(NO_STAY, name=person.called)


def _waits(found: FollowUp, today: date) -> bool:
    """Whether nothing is to be done before a later day."""
    return found.next_date is not None and found.next_date > today


def _open(follow_up: FollowUpId) -> tables.FollowUp:
    row: tables.FollowUp | None = tables.FollowUp.get_or_none(tables.FollowUp.id == follow_up)
    if row is None:
        raise Refused(GONE)
    if row.closed is not None:
        raise Refused(OVER, day=row.closed)
    return row
