"""Marks taken over from the group's session before, for registers that are typed up later."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.like_last import LikeLast, carried
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.attendance import record_marks
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.on_register import page
from groupwork.operations.register import page_to_write
from groupwork.store import reads_block as reads

if TYPE_CHECKING:
    from groupwork.store.journal import Done

NO_EARLIER = N_("This group has no earlier session that was held.")


@allowed(Right.RECORD)
def like_last(desk: Desk, session: SessionId) -> LikeLast:
    """What `fill_like_last` would set now; nothing is written. Refused when there is no session before."""
    return _like(desk, session, {p: s.status for p, s in page(desk.store, session).people.items()})


@allowed(Right.RECORD)
def fill_like_last(desk: Desk, session: SessionId) -> Done:
    """Set the blanks as in the group's last held session, in one step; see `domain.like_last.carried`.

    Marks and planned absences that are there stay. Nothing to fill is no mistake: the step is empty.
    """
    on = page_to_write(desk, session)
    on.require_day(desk.today)
    found = _like(desk, session, {p: s.status for p, s in on.people.items()})
    with desk.step(
        "attendance.filled_like_last", session=session, date=found.date, count=len(found.marks)
    ) as step:
        if found.marks:
            record_marks(desk, session, found.marks)
    return step.done


def _like(desk: Desk, session: SessionId, now: dict[ParticipantId, Status | None]) -> LikeLast:
    before = reads.last_held(desk.store.db, session)
    if before is None:
        raise Refused(NO_EARLIER)
    then = {
        ParticipantId(person): Status(code) if code else None
        for person, code in reads.its_marks(desk.store.db, before[0])
    }
    blank = [person for person, status in now.items() if status is None]
    wanted: dict[ParticipantId, Mark | None] = {person: carried(then.get(person)) for person in blank}
    return LikeLast(
        SessionId(before[0]),
        date.fromisoformat(before[1]),
        {person: mark for person, mark in wanted.items() if mark is not None},
        tuple(person for person, mark in wanted.items() if mark is None),
    )
