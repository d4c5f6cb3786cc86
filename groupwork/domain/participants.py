"""Participants: the line in the list, the profile, and what may be typed into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypedDict

from groupwork.domain.alerts import KnownAlert
from groupwork.domain.consents import Consent
from groupwork.domain.contacts import Contact, clean_mail, clean_phone
from groupwork.domain.episodes import Episode, Standing
from groupwork.domain.ids import FacilitatorId, GroupId, ParticipantId
from groupwork.domain.import_cells import DayOrder, plain_cell, read_date
from groupwork.domain.languages import LANGUAGE_WORDS, read_spoken
from groupwork.domain.people import Alert, PersonName, StaffBrief, build_name, sort_key, split_name
from groupwork.domain.rates import Rate
from groupwork.domain.text import EMPTY_NAME, NAME_LIMIT, clean_line, clean_text
from groupwork.domain.traits import Trait
from groupwork.errors import Refused, UserError
from groupwork.i18n import LANGUAGES, N_

OLDEST = 1900
MOST_ADDRESS, MOST_NOTE = 1_000, 20_000

NOT_BORN = N_("The date of birth lies in the future: {day}.")
TOO_OLD = N_("The date of birth lies before {year}.")
NO_LANGUAGE = N_("This language is not in the list. Choose another one.")
NO_PRINT_LANGUAGE = N_("Sheets are printed in English or German. Choose one of them.")


class ProfileFields(TypedDict, total=False):
    """What can be changed of a profile; a field that is left out stays."""

    given: str
    family: str
    called: str
    """What people say in the group; empty: the given name."""
    native: str
    family_first: bool
    pronunciation: str
    birth_date: date | None
    language: str
    """A code of `languages`, or empty."""
    speaks: str
    """Other languages, as typed."""
    interpreter: bool
    print_language: str
    """A code of the app's languages, or empty: as the centre's sheets."""
    phone: str
    email: str
    address: str
    note: str
    key_worker: FacilitatorId | None


NAME_FIELDS = frozenset({"given", "family", "called", "native", "family_first"})


@dataclass(frozen=True)
class Profile:
    """What is kept of a person beside lists; `name` follows from the parts."""

    id: ParticipantId
    code: str
    name: PersonName
    given: str
    family: str
    family_first: bool
    pronunciation: str = ""
    birth_date: date | None = None
    language: str = ""
    speaks: str = ""
    interpreter: bool = False
    print_language: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    note: str = ""
    key_worker: StaffBrief | None = None
    merged_into: ParticipantId | None = None

    @property
    def called_apart(self) -> str:
        """What people say when it is not simply the given name; else empty."""
        return "" if self.name.called == (self.given or self.family) else self.name.called


@dataclass(frozen=True)
class PersonGroup:
    """A group a person belongs to, with its next session when one is planned."""

    id: GroupId
    name: str
    category: str
    weekday: int
    start: str
    end: str
    from_date: date
    to_date: date | None
    next_day: date | None
    room: str = ""


@dataclass(frozen=True)
class Record:
    """Everything on the Overview and the Profile of one person."""

    profile: Profile
    stays: tuple[Episode, ...]
    """By start."""
    alerts: tuple[KnownAlert, ...]
    traits: tuple[Trait, ...]
    contacts: tuple[Contact, ...]
    consents: tuple[Consent, ...]
    groups: tuple[PersonGroup, ...]


@dataclass(frozen=True)
class PersonLine:
    """A person in the list. `rate` is the rate of available over the term."""

    id: ParticipantId
    code: str
    name: PersonName
    sort_name: str
    key: str
    """The folded search key."""
    birth_date: date | None
    standing: Standing
    stay: Episode | None
    alerts: tuple[Alert, ...]
    groups: tuple[GroupId, ...]
    group_names: tuple[str, ...]
    group_shorts: tuple[str, ...]
    """Their short names, for a narrow column."""
    key_worker: StaffBrief | None
    rate: Rate


def age_on(born: date, day: date) -> int:
    """Full years on a day; born on 29 February, a year is full on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def parts_of(given: str, family: str, full: str, called: str, *, family_first: bool) -> tuple[str, str, bool]:
    """(given, family, family first) of a stored name.

    People who came by name alone have only the whole of it: a called name that stands at its end tells
    that the family name comes first.
    """
    if given or family:
        return given, family, family_first
    first = family_first or (" " in full and full.endswith(" " + called))
    return (*split_name(full, family_first=first), first)


def renamed(before: Profile, fields: Mapping[str, Any]) -> Profile:
    """The profile with other name parts: what people say follows the given name unless it was said apart.

    UserError when no part is left, or one is too long or broken.
    """
    given = clean_line(fields.get("given", before.given))
    family = clean_line(fields.get("family", before.family))
    called = clean_line(fields.get("called", before.called_apart))
    native = clean_line(fields.get("native", before.name.native))
    first = bool(fields.get("family_first", before.family_first))
    if not (given or family):
        raise UserError(EMPTY_NAME)
    name = build_name(given, family, called=called, native=native, family_first=first)
    return replace(before, given=given, family=family, family_first=first, name=name)


def sort_name(profile: Profile) -> str:
    """What the list is sorted by."""
    return sort_key(profile.given, profile.family)


def clean_fields(fields: ProfileFields, today: date) -> dict[str, Any]:
    """Everything but the name, checked and cleaned, by column; UserError in words."""
    cleaned: dict[str, Any] = {}
    for field, value in fields.items():
        if field in _CLEAN:
            cleaned[field] = _CLEAN[field](value)
        elif field == "birth_date":
            cleaned[field] = check_birth(value, today) if isinstance(value, date) else None
        elif field == "interpreter":
            cleaned[field] = bool(value)
    return cleaned


def check_birth(day: date, today: date) -> date:
    """The day itself; Refused when nobody alive can be born then."""
    if day > today:
        raise Refused(NOT_BORN, day=day.isoformat())
    if day.year < OLDEST:
        raise Refused(TOO_OLD, year=OLDEST)
    return day


def read_birth(typed: str) -> date | None:
    """A birth date as typed (31.12.1980, 31/12/1980, 1980-12-31), None when empty; UserError else."""
    cell = plain_cell(clean_line(typed, NAME_LIMIT))
    return read_date(cell, DayOrder.ASSUMED) if cell else None


def _language(value: object) -> str:
    if value and value not in LANGUAGE_WORDS:
        raise Refused(NO_LANGUAGE)
    return str(value or "")


def _print_language(value: object) -> str:
    if value and value not in LANGUAGES:
        raise Refused(NO_PRINT_LANGUAGE)
    return str(value or "")


_CLEAN: dict[str, Any] = {
    "pronunciation": clean_line,
    "language": _language,
    "speaks": read_spoken,
    "print_language": _print_language,
    "phone": clean_phone,
    "email": clean_mail,
    "address": lambda typed: clean_text(typed, MOST_ADDRESS).strip(),
    "note": lambda typed: clean_text(typed, MOST_NOTE).strip(),
}
