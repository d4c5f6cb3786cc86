"""Putting people on registers that were taken before they joined: as expected, and not recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from groupwork.domain.absences import Hours
from groupwork.domain.groups import PastRegister
from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.on_register import page
from groupwork.operations.register_lock import require_open
from groupwork.store import reads_groups as reads
from groupwork.store.tables import Attendance, PlannedAbsence, Session

if TYPE_CHECKING:
    from groupwork.store.database import Store
    from groupwork.store.journal import Done, Step


@allowed(Right.RECORD)
def add_missed(desk: Desk, past: Sequence[PastRegister]) -> Done:
    """Put on each register the people it was offered for: one step; see `add_people`."""
    about = {"session": past[0].session} if len(past) == 1 else {"count": len(past)}
    with desk.step("register.people_added", **about) as step:
        for register in past:
            add_people(step, desk, register.people, [register.session])
    return step.done


def add_people(
    step: Step, desk: Desk, people: Sequence[ParticipantId], sessions: Sequence[SessionId]
) -> None:
    """Put each of the people on each of the registers where they are not; a planned absence prefills.

    Refused in words for a session that did not take place and for an unknown number. A register that is
    not taken yet stays so: it will say by itself who is expected. A locked one raises NeedsReason.
    """
    pages = [page(desk.store, session) for session in dict.fromkeys(sessions)]
    require_open(desk, {on.session: on.day for on in pages})
    for on in pages:
        for person in dict.fromkeys(people):
            on.name(person)
            if on.taken and person not in on.people:
                step.save(_row(on.session, person, _absence(person, on.session)))


def missed(
    store: Store, group: int, people: Sequence[int], first: date, last: date
) -> tuple[PastRegister, ...]:
    """The group's taken registers of these days that some of the people are not on. One SELECT."""
    found: dict[int, PastRegister] = {}
    for session, day, title, person in reads.past_registers(store.db, group, people, first, last):
        before = found[session].people if session in found else ()
        on = date.fromisoformat(day)
        found[session] = PastRegister(SessionId(session), on, title, (*before, ParticipantId(person)))
    return tuple(found.values())


def _row(session: SessionId, person: ParticipantId, away: PlannedAbsence | None) -> Attendance:
    row = Attendance(session=session, participant=person)
    if away is not None:
        row.absence, row.status, row.planned = away.id, away.status, True
        row.told_at = away.told_at
    return row


def _absence(person: ParticipantId, session: SessionId) -> PlannedAbsence | None:
    """The planned absence that falls into the session; of two the first one counts."""
    at = Session.get_by_id(session)
    there = PlannedAbsence.select().where(
        PlannedAbsence.participant == person,
        PlannedAbsence.from_date <= at.date,
        PlannedAbsence.to_date >= at.date,
    )
    found: Iterable[PlannedAbsence] = there.order_by(PlannedAbsence.id)
    return next((a for a in found if Hours(a.from_time, a.to_time).touch(at.start, at.end)), None)
