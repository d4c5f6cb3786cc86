"""What a centre says about itself: opening hours, the region of its holidays, its lists of reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from types import MappingProxyType

from groupwork.domain.sessions import NOT_HELD_REASONS
from groupwork.domain.text import clean_line, fold
from groupwork.errors import Refused
from groupwork.i18n import N_

DAYS = 7
MOST_REASONS = 30
LONGEST_REASON = 120
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")

ABSENCE_REASONS: tuple[str, ...] = (
    N_("Doctor’s appointment"),
    N_("Appointment with an authority"),
    N_("Caring for a relative"),
    N_("Bad night"),
    N_("Bus or train missed"),
    N_("Family matter"),
)
"""Usual reasons for being away, beside the status of a mark."""

REASON_LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"not_held_reasons": NOT_HELD_REASONS, "absence_reasons": ABSENCE_REASONS}
)
"""Setting of a list of reasons → what is offered while the centre has no list of its own."""

NO_EMAIL = N_("“{typed}” is no e-mail address: it needs a name, an @ and a place, such as info@example.org.")
NO_HOURS = N_("The centre would close ({last}) before it opens ({first}).")
TWICE = N_("“{typed}” is in the list already.")
FULL = N_("The list takes at most {most} reasons.")


@dataclass(frozen=True)
class Region:
    """A country and, where its holidays differ, a part of it: codes as in ISO 3166."""

    country: str
    part: str = ""


Hours = Mapping[int, tuple[time, time]]
"""Weekday (Monday 0) → opening and closing; a day that is not in it is closed."""


def clean_email(typed: str) -> str:
    """An e-mail address or nothing; refused when it can be none."""
    text = clean_line(typed, 254)
    if text and not _ADDRESS.fullmatch(text):
        raise Refused(NO_EMAIL, typed=text)
    return text


def check_hours(hours: Hours) -> dict[str, list[str]]:
    """The hours as they are stored; refused when a day ends before it begins."""
    stored = {}
    for weekday, (first, last) in sorted(hours.items()):
        if not first < last:
            raise Refused(NO_HOURS, first=f"{first:%H:%M}", last=f"{last:%H:%M}")
        stored[str(weekday)] = [f"{first:%H:%M}", f"{last:%H:%M}"]
    return stored


def hours_of(stored: object) -> dict[int, tuple[time, time]]:
    """Stored hours read again; what cannot be read is left out."""
    found: dict[int, tuple[time, time]] = {}
    for key, span in stored.items() if isinstance(stored, dict) else ():
        try:
            weekday, (first, last) = int(key), span
            begin, end = time.fromisoformat(first), time.fromisoformat(last)
        except (TypeError, ValueError):
            continue
        if 0 <= weekday < DAYS and begin < end:
            found[weekday] = (begin, end)
    return found


def open_minutes(hours: Hours) -> int:
    """How long the centre is open in a week, in minutes."""
    return sum((last.hour - first.hour) * 60 + last.minute - first.minute for first, last in hours.values())


def check_reasons(typed: Iterable[object]) -> list[str]:
    """A list of reasons as it is stored: cleaned, without empty ones; refused when one is there twice."""
    found: list[str] = []
    for each in typed:
        text = clean_line(str(each), LONGEST_REASON)
        if not text:
            continue
        if fold(text) in {fold(other) for other in found}:
            raise Refused(TWICE, typed=text)
        found.append(text)
    if len(found) > MOST_REASONS:
        raise Refused(FULL, most=MOST_REASONS)
    return found
