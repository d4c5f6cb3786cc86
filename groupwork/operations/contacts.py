"""Contacts written: whom to call about a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from groupwork.domain.contacts import clean_mail, clean_phone
from groupwork.domain.ids import ContactId, ParticipantId
from groupwork.domain.text import clean_line, clean_name
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.profiles import existing_person
from groupwork.store.tables import Contact

if TYPE_CHECKING:
    from groupwork.store.journal import Done

GONE = N_("This contact was removed in the meantime.")
MOST_NOTE = 500


class ContactFields(TypedDict, total=False):
    """What can be said of a contact; a field that is left out stays, or is empty in a new one."""

    name: str
    relation: str
    phone: str
    email: str
    note: str
    emergency: bool


@allowed(Right.PEOPLE)
def add_contact(desk: Desk, participant: ParticipantId, **fields: Unpack[ContactFields]) -> Done:
    """Add somebody to call; the name is needed."""
    values = _clean({"name": "", **fields})
    existing_person(participant)
    position = Contact.select().where(Contact.participant == participant).count()
    with desk.step("contact.added", participant=participant) as step:
        step.save(Contact(participant=participant, position=position, **values))
    return step.done


@allowed(Right.PEOPLE)
def change_contact(desk: Desk, contact: ContactId, **fields: Unpack[ContactFields]) -> Done:
    """Change what is said of a contact: only the fields that are given."""
    row = _existing(contact)
    for column, value in _clean(dict(fields)).items():
        setattr(row, column, value)
    with desk.step("contact.changed", participant=row.participant_id) as step:
        step.save(row)
    return step.done


@allowed(Right.PEOPLE)
def remove_contact(desk: Desk, contact: ContactId) -> Done:
    """Take a contact away."""
    row = _existing(contact)
    with desk.step("contact.removed", participant=row.participant_id) as step:
        step.delete(row)
    return step.done


def _clean(fields: dict[str, Any]) -> dict[str, Any]:
    checks: dict[str, Any] = {
        "name": clean_name,
        "relation": clean_line,
        "phone": clean_phone,
        "email": clean_mail,
        "note": lambda typed: clean_line(typed, MOST_NOTE),
        "emergency": bool,
    }
    return {field: checks[field](value) for field, value in fields.items()}


def _existing(contact: ContactId) -> Contact:
    row: Contact | None = Contact.get_or_none(Contact.id == contact)
    if row is None:
        raise Refused(GONE)
    return row
