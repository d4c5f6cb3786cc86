"""What a participant says about their mood themselves, on the page of the five faces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.mood import Guest, Moment, checked_face
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.on_register import attendance_row
from groupwork.operations.register import page_to_write
from groupwork.store import reads_mood as reads

if TYPE_CHECKING:
    from groupwork.store.journal import Done


@allowed(Right.RECORD)
def guests(desk: Desk, people: Sequence[ParticipantId]) -> tuple[Guest, ...]:
    """These people as the page of faces greets them, in the order given; unknown ones left out."""
    found = {row[0]: row for row in reads.greetings(desk.store.db, people)}
    shown = [found[person] for person in people if person in found]
    return tuple(Guest(ParticipantId(person), called, language) for person, called, language in shown)


@allowed(Right.RECORD)
def answer_mood(
    desk: Desk, session: SessionId, participant: ParticipantId, moment: Moment, face: int | None
) -> Done:
    """Store one person's face (1–5; None: not recorded) at one moment; the other moment stays.

    Refuses a coming session, one that did not take place, somebody who is not on the register or is
    marked as not having taken part.
    """
    checked_face(face)
    on = page_to_write(desk, session)
    on.require([participant])
    if face is not None:
        on.require_day(desk.today)
        on.require_there([participant])
    elif on.people[participant].row is None:
        raise Refused(N_("There is nothing to record."))
    with desk.step("mood.answered", session=session, participant=participant, moment=moment.value) as step:
        row = attendance_row(on, participant)
        if moment is Moment.BEFORE:
            row.mood_before = face
        else:
            row.mood_after = face
        step.save(row)
    return step.done
