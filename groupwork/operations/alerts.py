"""Alerts written: what staff must know before they start, printed or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groupwork.domain.alerts import clean_alert
from groupwork.domain.ids import AlertId, ParticipantId
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.profiles import existing_person
from groupwork.store.tables import Alert

if TYPE_CHECKING:
    from groupwork.store.journal import Done

GONE = N_("This alert was removed in the meantime.")


@allowed(Right.PEOPLE)
def add_alert(
    desk: Desk, participant: ParticipantId, kind: str, words: str = "", *, printed: bool = True
) -> Done:
    """Add an alert to a person; words may be empty only for "no photos"."""
    alert = clean_alert(kind, words, printed=printed)
    existing_person(participant)
    with desk.step("alert.added", participant=participant) as step:
        step.save(Alert(participant=participant, kind=alert.kind, words=alert.words, printed=alert.printed))
    return step.done


@allowed(Right.PEOPLE)
def change_alert(desk: Desk, alert: AlertId, kind: str, words: str = "", *, printed: bool = True) -> Done:
    """Give an alert another kind, other words, or take it off paper."""
    said = clean_alert(kind, words, printed=printed)
    row = _existing(alert)
    row.kind, row.words, row.printed = said.kind, said.words, said.printed
    with desk.step("alert.changed", participant=row.participant_id) as step:
        step.save(row)
    return step.done


@allowed(Right.PEOPLE)
def remove_alert(desk: Desk, alert: AlertId) -> Done:
    """Take an alert away."""
    row = _existing(alert)
    with desk.step("alert.removed", participant=row.participant_id) as step:
        step.delete(row)
    return step.done


def _existing(alert: AlertId) -> Alert:
    row: Alert | None = Alert.get_or_none(Alert.id == alert)
    if row is None:
        raise Refused(GONE)
    return row
