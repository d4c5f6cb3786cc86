"""Somebody to call about a person, and what a telephone number or mail address may look like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groupwork.domain.ids import ContactId
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_

MOST_PHONE = 60
MOST_MAIL = 200
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")

NOT_A_PHONE = N_("“{typed}” has no digits in it: please type a telephone number.")
NOT_MAIL = N_("“{typed}” is no e-mail address: it needs one @ and no blanks.")


@dataclass(frozen=True)
class Contact:
    """Somebody to call. `emergency`: call these first when something happens."""

    id: ContactId
    name: str
    relation: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""
    emergency: bool = False


def clean_phone(typed: str) -> str:
    """A telephone number as typed, with words beside it if wanted; empty is allowed."""
    phone = clean_line(typed, MOST_PHONE)
    if phone and not any(c.isdigit() for c in phone):
        raise Refused(NOT_A_PHONE, typed=phone[:40])
    return phone


def clean_mail(typed: str) -> str:
    """A mail address as typed; empty is allowed."""
    mail = clean_line(typed, MOST_MAIL)
    if mail and not _MAIL.fullmatch(mail):
        raise Refused(NOT_MAIL, typed=mail[:40])
    return mail
