"""Consents: what a person agreed to or refused, for one purpose at a time (DOMAIN.md "Person")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from groupwork.domain.ids import ConsentId
from groupwork.domain.people import Alert, AlertKind
from groupwork.errors import Refused
from groupwork.i18n import N_


class Purpose(StrEnum):
    """What a consent is for."""

    PHOTOS = "photos"
    FUNDER = "funder"
    DOCTORS = "doctors"
    FAMILY = "family"
    WALL_NAME = "wall_name"
    MESSAGES = "messages"
    OTHER = "other"


PURPOSE_LABELS: dict[Purpose, str] = {
    Purpose.PHOTOS: N_("Photos"),
    Purpose.FUNDER: N_("Reports to funder"),
    Purpose.DOCTORS: N_("Talk with doctors"),
    Purpose.FAMILY: N_("Talk with family"),
    Purpose.WALL_NAME: N_("Name on wall lists"),
    Purpose.MESSAGES: N_("Text messages"),
    Purpose.OTHER: N_("Other consent"),
}


class Answer(StrEnum):
    """What counts now for a purpose."""

    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"


ANSWER_LABELS: dict[Answer, str] = {
    Answer.YES: N_("yes"),
    Answer.NO: N_("no"),
    Answer.WITHDRAWN: N_("withdrawn"),
}


@dataclass(frozen=True)
class Consent:
    """One answer for one purpose, kept also after it was withdrawn."""

    id: ConsentId
    purpose: Purpose
    given: bool
    date: dt.date
    words: str = ""
    said_by: str = ""
    """Who said it, when not the person: "legal guardian"."""
    withdrawn_on: dt.date | None = None
    withdrawn_by: str = ""

    def answer(self, today: dt.date) -> Answer:
        """What this answer means on a day."""
        if self.given and self.withdrawn_on is not None and self.withdrawn_on <= today:
            return Answer.WITHDRAWN
        return Answer.YES if self.given else Answer.NO


class Photos(StrEnum):
    """Whether a person may be photographed: consent and alert read together."""

    YES = "yes"
    NO = "no"
    UNASKED = "unasked"
    UNCLEAR = "unclear"
    """A consent says yes and an alert says no: the alert counts until somebody has asked."""


NOT_GIVEN = N_("Only a consent that was given can be withdrawn.")
ALREADY = N_("This consent was withdrawn on {day} already.")
TOO_EARLY = N_("A consent cannot be withdrawn before {day}, the day on which it was given.")
NOT_YET = N_("A consent cannot be dated in the future: {day}.")
NO_PURPOSE = N_("Choose what the consent is for.")
NEEDS_WORDS = N_("Please type what the consent is for.")


def latest(history: Iterable[Consent]) -> Mapping[tuple[Purpose, str], Consent]:
    """The answer that counts for each purpose: the latest by day, then by entry, in the fixed order.

    Other consents count apart by their words.
    """
    found: dict[tuple[Purpose, str], Consent] = {}
    for each in sorted(history, key=lambda c: (c.date, c.id)):
        found[each.purpose, each.words if each.purpose is Purpose.OTHER else ""] = each
    order = list(Purpose)
    return dict(sorted(found.items(), key=lambda item: (order.index(item[0][0]), item[0][1])))


def photos(history: Iterable[Consent], alerts: Iterable[Alert], today: dt.date) -> Photos:
    """Whether a person may be photographed; a no-photo alert is stronger than a consent."""
    answer = latest(history).get((Purpose.PHOTOS, ""))
    alert = any(each.kind is AlertKind.NO_PHOTOS for each in alerts)
    if answer is None:
        return Photos.NO if alert else Photos.UNASKED
    if answer.answer(today) is not Answer.YES:
        return Photos.NO
    return Photos.UNCLEAR if alert else Photos.YES


def check_purpose(purpose: str, words: str) -> Purpose:
    """The purpose of a code; other purposes need words."""
    try:
        found = Purpose(purpose)
    except ValueError as error:
        raise Refused(NO_PURPOSE) from error
    if found is Purpose.OTHER and not words:
        raise Refused(NEEDS_WORDS)
    return found


def check_given(day: dt.date, today: dt.date) -> None:
    """Refuse an answer from the future."""
    if day > today:
        raise Refused(NOT_YET, day=day.isoformat())


def check_withdrawal(consent: Consent, day: dt.date, today: dt.date) -> None:
    """Refuse to withdraw what was not given, was withdrawn already, or on an impossible day."""
    if not consent.given:
        raise Refused(NOT_GIVEN)
    if consent.withdrawn_on is not None:
        raise Refused(ALREADY, day=consent.withdrawn_on.isoformat())
    if day < consent.date:
        raise Refused(TOO_EARLY, day=consent.date.isoformat())
    check_given(day, today)
