"""On which weekdays a person has agreed to come: read, and agreed anew from a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from groupwork.domain.agreed_days import AgreedDays, AgreedLine, agree
from groupwork.domain.ids import ParticipantId
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store import reads_person as reads
from groupwork.store.tables import AgreedDay, Participant

if TYPE_CHECKING:
    from groupwork.store.journal import Done


@allowed(Right.RECORDS)
def agreed_days(desk: Desk, participant: ParticipantId) -> AgreedDays:
    """Everything agreed with a person, past lines too; one SELECT."""
    return AgreedDays(_lines(desk, participant))


@allowed(Right.PEOPLE)
def set_weekdays(
    desk: Desk, participant: ParticipantId, weekdays: Iterable[int], from_date: date | None = None
) -> Done:
    """Let exactly these weekdays (0 is Monday) be agreed from a day on, default today.

    What was agreed before that day stays as it was; nothing differs: the step is empty.
    """
    if not Participant.select().where(Participant.id == participant).exists():
        raise Refused(N_("There is no person with the number {number}."), number=participant)
    first = from_date or desk.today
    change = agree(_lines(desk, participant), weekdays, first)
    with desk.step("agreed_days.set", participant=participant, date=first.isoformat()) as step:
        for line, last in change.ends:
            row = AgreedDay.get_by_id(line)
            row.to_date = last
            step.save(row)
        for line in change.gone:
            step.delete(AgreedDay.get_by_id(line))
        for weekday in change.new:
            step.save(AgreedDay(participant=participant, weekday=weekday, from_date=first))
    return step.done


def _lines(desk: Desk, participant: ParticipantId) -> tuple[AgreedLine, ...]:
    return tuple(
        AgreedLine(weekday, date.fromisoformat(first), date.fromisoformat(last) if last else None, id_)
        for id_, weekday, first, last in reads.agreed(desk.store.db, participant)
    )
