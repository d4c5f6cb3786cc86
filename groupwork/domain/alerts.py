"""Alerts with their number: what staff must know before they start."""

from __future__ import annotations

from dataclasses import dataclass

from groupwork.domain.ids import AlertId
from groupwork.domain.people import Alert, AlertKind
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_

MOST_WORDS = 300
UNSTORED = AlertId(0)

NO_KIND = N_("Choose what the alert is about.")
NO_WORDS = N_("Please type what to know: the kind alone says too little.")


@dataclass(frozen=True)
class KnownAlert(Alert):
    """An alert that is stored."""

    id: AlertId = UNSTORED


def clean_alert(kind: str, words: str, *, printed: bool) -> Alert:
    """The alert to store; words may be empty only for "no photos". Refused in words."""
    try:
        found = AlertKind(kind)
    except ValueError as error:
        raise Refused(NO_KIND) from error
    said = clean_line(words, MOST_WORDS)
    if not said and found is not AlertKind.NO_PHOTOS:
        raise Refused(NO_WORDS)
    return Alert(found, said, printed)
