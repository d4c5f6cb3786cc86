"""Consents written: given, refused, withdrawn. What was said before stays; the latest counts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from groupwork.domain import consents as domain
from groupwork.domain.ids import ConsentId, ParticipantId
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.profiles import existing_person
from groupwork.store.tables import Consent

if TYPE_CHECKING:
    from groupwork.store.journal import Done

GONE = N_("This consent was removed in the meantime.")


@allowed(Right.PEOPLE)
def record_consent(
    desk: Desk,
    participant: ParticipantId,
    purpose: str,
    *,
    given: bool,
    day: date | None = None,
    words: str = "",
    said_by: str = "",
) -> Done:
    """Write down that somebody agreed or refused (default today); earlier answers stay as history."""
    said = clean_line(words)
    found = domain.check_purpose(purpose, said)
    when = day or desk.today
    domain.check_given(when, desk.today)
    existing_person(participant)
    row = Consent(
        participant=participant,
        purpose=found,
        words=said,
        given=given,
        date=when,
        said_by=clean_line(said_by),
    )
    verb = "consent.given" if given else "consent.refused"
    with desk.step(verb, participant=participant) as step:
        step.save(row)
    return step.done


@allowed(Right.PEOPLE)
def withdraw_consent(desk: Desk, consent: ConsentId, *, day: date | None = None, by: str = "") -> Done:
    """Write down that a consent was withdrawn, when (default today) and by whom; it stays in the history."""
    row = _existing(consent)
    when = day or desk.today
    stored = domain.Consent(
        consent, domain.Purpose(row.purpose), row.given, row.date, withdrawn_on=row.withdrawn_on
    )
    domain.check_withdrawal(stored, when, desk.today)
    row.withdrawn_on, row.withdrawn_by = when, clean_line(by)
    with desk.step("consent.withdrawn", participant=row.participant_id) as step:
        step.save(row)
    return step.done


@allowed(Right.PEOPLE)
def remove_consent(desk: Desk, consent: ConsentId) -> Done:
    """Take away an answer that was entered by mistake; the journal keeps it."""
    row = _existing(consent)
    with desk.step("consent.removed", participant=row.participant_id) as step:
        step.delete(row)
    return step.done


def _existing(consent: ConsentId) -> Consent:
    row: Consent | None = Consent.get_or_none(Consent.id == consent)
    if row is None:
        raise Refused(GONE)
    return row
