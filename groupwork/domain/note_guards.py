"""What is pointed out before a note is kept: other people's names, a copied text, taking part while absent.

The three guards of DOMAIN.md "Notes": they warn and never block; one that was dismissed stays dismissed for
that note. They know names and texts only while they run: what is kept of a dismissal is a digest.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from groupwork.domain.attendance import MEANINGS, Status
from groupwork.domain.people import PersonName
from groupwork.domain.text import fold
from groupwork.i18n import N_


class Guard(StrEnum):
    """Which guard spoke."""

    NAME = "name"
    COPY = "copy"
    ABSENT = "absent"


@dataclass(frozen=True)
class Other:
    """Another person who must not be named: the number they are known by, and every form of the name."""

    person: int
    name: PersonName


@dataclass(frozen=True)
class GuardWarning:
    """One thing pointed out. `text` is a gettext source that `values` fill; `digest` puts it away.

    For a name `found` is the word as it stands in the text and `start` where, so that it can be replaced.
    """

    guard: Guard
    text: str
    digest: str
    values: tuple[tuple[str, str], ...] = ()
    found: str = ""
    start: int = -1


REPLACEMENT = N_("another group member")
NAMED = N_("“{name}” is the name of somebody else. No other person belongs in this note.")
COPIED = N_("The same text stands in the note of somebody else. Say what was this person's own.")
TOOK_PART = N_("The person was not there ({status}), but the note says “{words}”.")
SHORTEST_NAME = 2
"""Names of one letter would be found everywhere."""
PARTICLES = frozenset(
    [
        "al",
        "el",
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "da",
        "das",
        "dos",
        "di",
        "du",
        "la",
        "le",
        "lo",
        "bin",
        "ibn",
        "zu",
        "zur",
        "zum",
        "ten",
        "ter",
        "st",
    ]
)
"""Small words of surnames that stand in every text."""
SHORTEST_COPY = 40
"""Shorter texts are the same by chance: "Was there, all well"."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.UNICODE)
_WITHIN = r"(?:[\w-]+\s+){0,5}"
_TAKING_PART = re.compile(
    r"\b(took part|takes part|taking part|participated|joined in|worked on|worked with|helped|finished|"
    rf"completed|nahm\s+{_WITHIN}teil|hat\s+{_WITHIN}teilgenommen|beteiligte sich|arbeitete|half\b|"
    rf"machte mit|stellte\s+{_WITHIN}fertig|hat\s+{_WITHIN}fertiggestellt)",
    re.IGNORECASE,
)


def names_in(text: str, others: Iterable[Other], own: PersonName | None = None) -> tuple[GuardWarning, ...]:
    """Other people's first names, surnames and called names found as whole words, folded.

    The person's own names are left out: who shares a first name is not meant. Hyphenated names are found
    whole and in their parts.
    """
    mine = set(_forms(own)) if own is not None else set()
    owners: dict[str, int] = {}
    for other in others:
        for form in _forms(other.name):
            if form not in mine:
                owners.setdefault(form, other.person)
    found: list[GuardWarning] = []
    for match in _WORD.finditer(text):
        person = next((owners[form] for form in _spelled(match[0]) if form in owners), None)
        if person is not None:
            digest = digest_of(Guard.NAME, fold(match[0]))
            found.append(
                GuardWarning(Guard.NAME, NAMED, digest, (("name", match[0]),), match[0], match.start())
            )
    return tuple(_once(found))


def copied(text: str, texts_of_others: Iterable[str]) -> tuple[GuardWarning, ...]:
    """One warning when somebody else's note says the same, white space and case apart."""
    words = fold(text)
    if len(words) < SHORTEST_COPY or all(fold(other) != words for other in texts_of_others):
        return ()
    return (GuardWarning(Guard.COPY, COPIED, digest_of(Guard.COPY, words)),)


def absent_yet_there(text: str, status: Status | None, label: str) -> tuple[GuardWarning, ...]:
    """One warning when the person was not there and the text says that they took part.

    `label` is the status in words of the language in use. Not recorded is not absent.
    """
    if status is None or MEANINGS[status].attended:
        return ()
    match = _TAKING_PART.search(text)
    if match is None:
        return ()
    values = (("status", label), ("words", match[0]))
    return (GuardWarning(Guard.ABSENT, TOOK_PART, digest_of(Guard.ABSENT, status.value), values),)


def standing(warnings: Iterable[GuardWarning], dismissed: Collection[str]) -> tuple[GuardWarning, ...]:
    """Those that were not dismissed for this note."""
    return tuple(warning for warning in warnings if warning.digest not in dismissed)


def replaced(text: str, warning: GuardWarning, replacement: str) -> str:
    """The text with every occurrence of a found name as a whole word replaced."""
    if warning.guard is not Guard.NAME:
        return text
    wanted = fold(warning.found)
    return _WORD.sub(lambda match: replacement if fold(match[0]) == wanted else match[0], text)


def digest_of(guard: Guard, what: str) -> str:
    """What is kept of a dismissal: a short digest, never the name or the text itself."""
    return f"{guard.value}:{hashlib.sha256(what.encode()).hexdigest()[:16]}"


def _forms(name: PersonName) -> Iterator[str]:
    """Every word of every form of a name that is long enough to be one, folded."""
    for part in (name.called, name.full, name.rest, name.native):
        for match in _WORD.finditer(part):
            for form in _spelled(match[0]):
                if len(form) >= SHORTEST_NAME and form not in PARTICLES:
                    yield form


def _spelled(word: str) -> Iterator[str]:
    """A word folded: whole, in its parts at hyphens, and without a possessive s ("Moira's")."""
    bare = word.replace("’", "'")
    yield fold(bare)
    if bare.lower().endswith("'s"):
        yield fold(bare[:-2])
    if "-" in bare:
        for part in bare.split("-"):
            if len(part) >= SHORTEST_NAME:
                yield fold(part)


def _once(warnings: Iterable[GuardWarning]) -> Iterator[GuardWarning]:
    """Each name once, where it stands first."""
    seen: set[str] = set()
    for warning in warnings:
        if warning.digest not in seen:
            seen.add(warning.digest)
            yield warning
