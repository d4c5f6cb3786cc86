"""A name that does not belong in a note, replaced so that the sentence still reads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groupwork.domain.name_forms import WORD
from groupwork.domain.note_guards import Guard, GuardWarning
from groupwork.domain.text import fold
from groupwork.i18n import N_

REPLACEMENT = N_("another group member")
REPLACEMENT_WHOSE = N_("another group member’s")
REPLACEMENT_AFTER = N_("{word} another group member")
"""After "mit", "bei", "von" German needs another case; the word is one of these."""
NEAR = 40
"""So many characters before a name are enough to see the word and the end of a sentence before it."""
_DATIVE = frozenset(
    [
        *("mit", "mitsamt", "samt", "bei", "von", "zu", "nach", "aus", "ausser", "seit", "dank", "laut"),
        *("neben", "zwischen", "gegenüber", "hinter", "vor", "dem"),
    ]
)
_GENITIVE = frozenset(["wegen", "statt", "anstatt", "trotz", "während", "seitens"])
_AND = re.compile(r"(?:,|\s(?:und|oder|sowie))\s+\Z")
"""After "mit einem anderen Gruppenmitglied und" the case stays."""
_LEAD = re.compile(
    r"(?:\b(?P<joined>beim|vom|zum|zur)\s+|(?<!,\s)\b(?P<article>de[rmn]|die)\s+)?"
    r"(?:\b(?:frau|herrn?|fr\.|hrn?\.|mrs?\.?|ms\.?)\s+)?\Z",
    re.IGNORECASE,
)
"""What goes away with a name: "Frau", "der", and of "beim" the article. After a comma "der" is no article."""
_JOINED = {"beim": "ei", "vom": "on", "zum": "u", "zur": "u"}
"""How these words go on after their first letter once they have no article in them."""
_WHOSE_ALONE = re.compile(r"(?<=[sxzßSXZ])['’](?!\w)")
"""The apostrophe of "Hans’" and "Max’", where no quotation ends."""
_OPENED = re.compile(r"['‚‘’]\Z")
_NEW_SENTENCE = re.compile(r"(?:\A|[.!?:]\s|\n)[\s\"“„»«']*\Z")


@dataclass(frozen=True)
class Instead:
    """What stands instead of a name, in one language: plain, for "whose", and after "mit"."""

    plain: str
    whose: str = ""
    after: str = ""
    """As `REPLACEMENT_AFTER`; empty where a language has only one case."""

    def words(self, before: str, *, whose: bool) -> str:
        """What stands instead of `before` and the name: of `before` goes what only leads to a name."""
        rest, governing = _without_lead(before)
        said = self._in_case(rest, governing, whose=whose)
        return rest + (said[0].upper() + said[1:] if said and _NEW_SENTENCE.search(rest) else said)

    def _in_case(self, rest: str, governing: str, *, whose: bool) -> str:
        if self.whose and (whose or (self._has_cases and governing in _GENITIVE)):
            return self.whose
        goes_on = _AND.sub("", rest) if _AND.search(rest) else ""
        dative = governing in _DATIVE or goes_on.casefold().endswith(self._after().casefold())
        return self._after() if self._has_cases and dative else self.plain

    @property
    def _has_cases(self) -> bool:
        return self._after() not in ("", self.plain)

    def each(self) -> tuple[str, ...]:
        """Every way it may stand in a text, the longest first."""
        ways = {self.plain, self.whose, self._after()} - {""}
        return tuple(sorted(ways, key=len, reverse=True))

    def _after(self) -> str:
        return self.after.format(word="").strip()


def replaced(text: str, warning: GuardWarning, instead: Instead) -> str:
    """The text with a found name replaced wherever it stands whole; first and last name are one person."""
    if warning.guard is not Guard.NAME:
        return text
    wanted = fold(warning.found)
    found: list[str] = []
    at = 0
    for match in WORD.finditer(text):
        if fold(match[0]) == wanted:
            near = max(at, match.start() - NEAR)
            before, end = text[near : match.start()], match.end()
            alone = None if _OPENED.search(before) else _WHOSE_ALONE.match(text, end)
            whose = warning.possessive or alone is not None
            found += [text[at:near], instead.words(before, whose=whose)]
            at = end if alone is None else alone.end()
    return _once("".join([*found, text[at:]]), instead) if found else text


def _without_lead(before: str) -> tuple[str, str]:
    """What stays of the words before a name, and the word that says its case."""
    lead = _LEAD.search(before)
    rest = before if lead is None else before[: lead.start()]
    if lead is not None and lead["joined"]:
        rest += f"{lead['joined'][0]}{_JOINED[lead['joined'].casefold()]} "
    if lead is not None and (lead["article"] or "").casefold() == "dem":
        return rest, "dem"
    last = re.search(r"(\w+)\s+\Z", rest)
    return rest, "" if last is None else last[1].casefold()


def _once(text: str, instead: Instead) -> str:
    """ "another group member another group member" was one person: the first stays, or the "whose"."""
    ways = "|".join(re.escape(way) for way in instead.each())
    twice = re.compile(rf"({ways})[ \t]+({ways})(?![\w'’])", re.IGNORECASE)

    def one(both: re.Match[str]) -> str:
        whose = bool(instead.whose) and both[2].casefold() == instead.whose.casefold()
        return both[1][0] + both[2][1:] if whose else both[1]

    return twice.sub(one, text)
