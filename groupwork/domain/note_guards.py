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
from groupwork.domain.name_forms import WORD, Spelled, forms
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

    For a name `found` is the word as it stands in the text and `start` where, so that it can be replaced;
    `possessive` says that it stands for "whose" ("Moira's", "Jürgens").
    """

    guard: Guard
    text: str
    digest: str
    values: tuple[tuple[str, str], ...] = ()
    found: str = ""
    start: int = -1
    possessive: bool = False


NAMED = N_("“{name}” is the name of somebody else. No other person belongs in this note.")
NAMED_IN_GROUP = N_("“{name}” is the name of a participant. A group note names nobody.")
COPIED = N_("The same text stands in the note of somebody else. Say what was this person's own.")
TOOK_PART = N_("The person was not there ({status}), but the note says “{words}”.")
SHORTEST_COPY = 40
"""Shorter texts are the same by chance: "Was there, all well"."""
_WITHIN = r"(?:[\w-]+\s+){0,5}"
_TAKING_PART = re.compile(
    r"\b(took part|takes part|taking part|participated|joined in|worked (?:on|with|at|well|hard|together)|"
    r"helped|finished|completed|contributed|engaged in|was engaged|enjoyed|"
    rf"nahm\s+{_WITHIN}teil|(?:hat|hatte)\s+{_WITHIN}(?:teilgenommen|mitgemacht|mitgearbeitet|mitgeholfen|"
    rf"geholfen|fertiggestellt)|beteiligte sich|war\s+{_WITHIN}beteiligt|arbeitete|half|"
    rf"machte\s+{_WITHIN}mit|wirkte\s+{_WITHIN}mit|brachte sich\s+{_WITHIN}ein|stellte\s+{_WITHIN}fertig)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(not|never|nobody|no one|without|\w+n['’]t|nicht|nie|niemand|kein\w*|ohne)\b", re.IGNORECASE
)
_BEFORE, _AFTER = re.compile(r"(?:[\w'’-]+\s+){0,2}\Z"), re.compile(r"(?:\s+[\w'’-]+){0,2}")
"""Two words each: so near a "not" belongs to what is said."""
NEAR = 60
"""No two words before are longer than so many characters."""


def names_in(text: str, others: Iterable[Other], own: PersonName | None = None) -> tuple[GuardWarning, ...]:
    """Other people's first names, surnames and called names found as whole words, folded.

    The person's own names are left out: who shares a first name is not meant; without an own name it is a
    group note. Hyphenated names are found whole and in their parts, "Jürgen" also as "Juergen" and "Jürgens".
    """
    mine = set(forms(own)) if own is not None else set()
    said = NAMED if own is not None else NAMED_IN_GROUP
    owners = {form for other in others for form in forms(other.name)} - mine
    found: list[GuardWarning] = []
    for match in WORD.finditer(text):
        word = Spelled(match[0])
        if word.names(owners):
            digest = digest_of(Guard.NAME, fold(match[0]))
            values = (("name", match[0]),)
            whose = word.possessive(owners)
            found.append(GuardWarning(Guard.NAME, said, digest, values, match[0], match.start(), whose))
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
    match = next((each for each in _TAKING_PART.finditer(text) if not _denied(text, each)), None)
    if match is None:
        return ()
    values = (("status", label), ("words", match[0]))
    return (GuardWarning(Guard.ABSENT, TOOK_PART, digest_of(Guard.ABSENT, status.value), values),)


def standing(warnings: Iterable[GuardWarning], dismissed: Collection[str]) -> tuple[GuardWarning, ...]:
    """Those that were not dismissed for this note."""
    return tuple(warning for warning in warnings if warning.digest not in dismissed)


def digest_of(guard: Guard, what: str) -> str:
    """What is kept of a dismissal: a short digest, never the name or the text itself."""
    return f"{guard.value}:{hashlib.sha256(what.encode()).hexdigest()[:16]}"


def _denied(text: str, said: re.Match[str]) -> bool:
    """Whether a "not" stands in or right beside it: "took no part" is no sentence of taking part."""
    before = _BEFORE.search(text[max(0, said.start() - NEAR) : said.start()])
    after = _AFTER.match(text, said.end())
    around = (before[0] if before else "", said[0], after[0] if after else "")
    return any(_NOT.search(words) for words in around)


def _once(warnings: Iterable[GuardWarning]) -> Iterator[GuardWarning]:
    """Each name once, where it stands first."""
    seen: set[str] = set()
    for warning in warnings:
        if warning.digest not in seen:
            seen.add(warning.digest)
            yield warning
