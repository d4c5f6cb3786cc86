"""Words of an imported list found again at the centre: key workers and groups, only where it is sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from groupwork.domain.ids import FacilitatorId, GroupId
from groupwork.domain.import_details import read_days
from groupwork.domain.search import folded_words
from groupwork.i18n import N_

NO_STAFF = N_("No facilitator is called “{words}”: no key worker was set.")
MANY_STAFF = N_("Several facilitators may be meant by “{words}”: no key worker was set.")
NO_GROUP = N_("There is no group “{words}”: nobody was put into it.")
MANY_GROUPS = N_("Several groups may be meant by “{words}”: nobody was put into one.")
BEFORE = {
    NO_STAFF: N_("No facilitator is called “{words}”: no key worker will be set."),
    MANY_STAFF: N_("Several facilitators may be meant by “{words}”: no key worker will be set."),
    NO_GROUP: N_("There is no group “{words}”: nobody will be put into it."),
    MANY_GROUPS: N_("Several groups may be meant by “{words}”: nobody will be put into one."),
}
"""The same before anything was written."""
MISSING = frozenset({BEFORE[NO_STAFF], BEFORE[NO_GROUP]})

_TIME = re.compile(r"\b(\d{1,2})(?::|\.|h)?(\d{2})?\s*(?:uhr|h)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class StaffName:
    """A facilitator as far as a list may name one."""

    id: FacilitatorId
    code: str
    name: str


@dataclass(frozen=True)
class GroupName:
    """A group as far as a list may name one: its own words, its weekday (0 is Monday), its start."""

    id: GroupId
    words: str
    weekday: int
    start: str
    """ "09:45"."""


@dataclass(frozen=True)
class Match:
    """What was found; `problem` a gettext source with {words} when it is nobody or not sure."""

    id: int | None
    problem: str = ""


def match_staff(words: str, staff: Iterable[StaffName]) -> Match:
    """The facilitator of a code, a whole name, a part of it, or initials."""
    typed = folded_words(words)
    people = list(staff)
    for fits in (_by_code, _whole, _by_parts, _by_initials):
        found = {each.id for each in people if typed and fits(words, typed, each)}
        if found:
            return Match(found.pop()) if len(found) == 1 else Match(None, MANY_STAFF)
    return Match(None, NO_STAFF)


def match_group(words: str, groups: Iterable[GroupName]) -> Match:
    """The group whose words begin with those of the list, on the weekday and at the time it names."""
    days, times = (
        read_days(words),
        {f"{int(h):02d}:{m or '00'}" for h, m in _TIME.findall(words) if int(h) < 24},
    )
    typed = [w for w in folded_words(_TIME.sub(" ", words)) if w not in ("uhr", "h") and not _is_day(w)]
    if not typed:
        return Match(None, NO_GROUP)
    found = [each for each in groups if _begin(typed, folded_words(each.words))]
    found = [each for each in found if not days or each.weekday in days]
    if times and len(found) > 1:
        found = [each for each in found if each.start in times] or found
    exact = [each for each in found if list(folded_words(each.words)) == typed]
    found = exact if len(exact) == 1 else found
    if len(found) == 1:
        return Match(found[0].id)
    return Match(None, MANY_GROUPS if found else NO_GROUP)


def _by_code(words: str, _typed: Sequence[str], staff: StaffName) -> bool:
    return words.strip().casefold() == staff.code.casefold()


def _whole(_words: str, typed: Sequence[str], staff: StaffName) -> bool:
    return sorted(typed) == sorted(folded_words(staff.name))


def _by_parts(_words: str, typed: Sequence[str], staff: StaffName) -> bool:
    """ "Frau Wilkowski", "T. Wilkowski": every word is one of the name, or the letter one begins with."""
    names = folded_words(staff.name)
    meant = [word for word in typed if word not in _TITLES]
    full = any(len(word) > 1 and word in names for word in meant)
    return full and all(word in names or (len(word) == 1 and _begin([word], names)) for word in meant)


def _by_initials(_words: str, typed: Sequence[str], staff: StaffName) -> bool:
    return "".join(typed) == "".join(word[0] for word in folded_words(staff.name))


def _begin(typed: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in typed)


def _is_day(word: str) -> bool:
    return bool(read_days(word))


_TITLES = frozenset(["frau", "herr", "fr", "hr", "dr", "mr", "mrs", "ms", "miss"])
