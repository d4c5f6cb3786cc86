"""What can be typed about an activity and its parts: cleaned, or refused in words."""

from __future__ import annotations

from typing import TypedDict, cast

from groupwork.domain.activities import HazardLevel, Method, PartKind, Permission
from groupwork.domain.sessions import Category
from groupwork.domain.text import clean_line, clean_name, clean_text
from groupwork.errors import Refused
from groupwork.i18n import N_

MOST_MINUTES = 12 * 60
MOST_PLACES = 500
MOST_STAFF = 20
MOST_PARTS = 60
"""So many tasks, phases, materials or hazards an activity may have."""
SHORT_LIMIT = 40
NAME_LIMIT = 120
WORDS_LIMIT = 4_000


class ActivityFields(TypedDict, total=False):
    """What can be changed of an activity itself; codes as stored."""

    name: str
    short: str
    category: Category
    minutes: int
    min_people: int | None
    max_people: int | None
    staff: int
    people_per_staff: int | None
    aims: str
    method: str
    hazard: HazardLevel
    off_site: bool
    records_mood: bool


class PartFields(TypedDict, total=False):
    """What can be changed of a part; each kind has some of them."""

    name: str
    minutes: int
    words: str
    easier: str
    harder: str
    usual: bool
    quantity: str
    tool: bool
    permission: Permission
    hazard: str
    control: str


PART_FIELDS: dict[PartKind, tuple[str, ...]] = {
    PartKind.PHASE: ("name", "minutes", "words"),
    PartKind.TASK: ("name", "easier", "harder", "usual"),
    PartKind.MATERIAL: ("name", "quantity", "tool", "permission"),
    PartKind.HAZARD: ("hazard", "control"),
}

_NAMES = frozenset({"name", "hazard"})
_TEXTS = frozenset({"words", "easier", "harder", "control"})


def checked_activity(fields: ActivityFields, least: int | None, most: int | None) -> ActivityFields:
    """The fields cleaned, refused in words; `least` and `most` are the people it takes now."""
    clean = fields.copy()
    if "name" in fields:
        clean["name"] = clean_line(clean_name(fields["name"]), NAME_LIMIT)
    if "short" in fields:
        clean["short"] = clean_line(fields["short"], SHORT_LIMIT)
    if "aims" in fields:
        clean["aims"] = clean_text(fields["aims"], WORDS_LIMIT).strip()
    if "method" in fields:
        clean["method"] = Method(fields["method"]).value
    if "minutes" in fields:
        check_minutes(fields["minutes"])
    _check_numbers(clean)
    _check_span(clean.get("min_people", least), clean.get("max_people", most))
    return clean


def checked_part(kind: PartKind, fields: PartFields) -> PartFields:
    """The fields of a part cleaned, refused in words; a field that this kind has not is a bug."""
    unknown = set(fields) - set(PART_FIELDS[kind])
    if unknown:
        raise ValueError(f"a {kind} has no {sorted(unknown)}")
    clean: dict[str, object] = dict(fields)
    for field in _NAMES & clean.keys():
        clean[field] = clean_line(clean_name(str(clean[field])), NAME_LIMIT)
    for field in _TEXTS & clean.keys():
        clean[field] = clean_text(str(clean[field]), WORDS_LIMIT).strip()
    if "quantity" in fields:
        clean["quantity"] = clean_line(fields["quantity"], NAME_LIMIT)
    if "minutes" in fields:
        check_minutes(fields["minutes"])
    return cast(PartFields, clean)


def check_minutes(minutes: int) -> None:
    """Refuse no length at all and more than twelve hours."""
    within(minutes, 1, MOST_MINUTES, N_("Type a length from {least} to {most} minutes."))


def within(value: int, least: int, most: int, refusal: str) -> None:
    """Refuse a number outside of a span, in the given words."""
    if not least <= value <= most:
        raise Refused(refusal, least=least, most=most)


def _check_numbers(fields: ActivityFields) -> None:
    if "staff" in fields:
        within(fields["staff"], 0, MOST_STAFF, N_("Type a number of facilitators from {least} to {most}."))
    places = N_("Type a number of places from {least} to {most}.")
    for number in (fields.get("min_people"), fields.get("max_people"), fields.get("people_per_staff")):
        if number is not None:
            within(number, 1, MOST_PLACES, places)


def _check_span(least: int | None, most: int | None) -> None:
    if least is not None and most is not None and least > most:
        raise Refused(
            N_("At least {least} people and at most {most}: the first must not be larger."),
            least=least,
            most=most,
        )
