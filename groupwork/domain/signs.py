"""What the statuses are called, shown as and typed as in one centre and language (DOMAIN.md "Attendance").

A status has a fixed code, meaning and shape; its label, the sign shown and printed, its key and its colour
are the centre's and the language's. Where the centre said nothing, our own are used. L and E (late, left
early) have a sign, a key and a colour too; their labels follow from the minutes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from groupwork.domain.attendance import (
    EARLY_KEY,
    LATE_KEY,
    MEANINGS,
    TYPED,
    Mark,
    Status,
    Text,
    key_for,
    words,
)
from groupwork.domain.mark_colours import OWN_COLOURS, Colour, colour_named
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import LANGUAGES, N_

LATE, EARLY = "L", "E"
CODES = (
    *(status.value for status in TYPED),
    LATE,
    EARLY,
    Status.WALK_IN.value,
    Status.CENTRE_CANCELLED.value,
)
"""Everything that has a sign, in the order of DOMAIN.md; W and C have no key."""
KEYED = CODES[:-2]
LABELLED = tuple(code for code in CODES if code not in (LATE, EARLY))
FIXED_LABELS = {LATE: N_("late"), EARLY: N_("left early")}
MOST_LABEL, MOST_SIGN = 30, 2
NO_TABLE = N_("Labels, signs, keys and colours belong to a language and a status.")
Chosen = Mapping[str, Mapping[str, str]]
"""Code → {"label", "sign", "key", "colour"}, each of them optional."""


def default_key(code: str, language: str) -> str:
    """The language's own key of a code, "" for W and C."""
    sides = {LATE: LATE_KEY, EARLY: EARLY_KEY}
    if code in sides:
        return sides[code].get(language, sides[code]["en"])
    return key_for(Status(code), language)


@dataclass(frozen=True)
class Signs:
    """Labels, signs, keys and colours of one language in one centre. `chosen` is what the centre set."""

    language: str
    chosen: Chosen = field(default_factory=dict, hash=False)

    @property
    def plain(self) -> bool:
        """Whether the centre left everything as it is."""
        return not self.chosen

    def own_label(self, code: str) -> str:
        """What the centre calls a code, "" where it keeps our word."""
        return self._said(code, "label")

    def without_labels(self) -> Signs:
        """The same without the centre's words: for a line that has no room for longer ones."""
        kept = {code: {k: v for k, v in said.items() if k != "label"} for code, said in self.chosen.items()}
        return Signs(self.language, kept)

    def _said(self, code: str, what: str) -> str:
        return self.chosen.get(code, {}).get(what, "")

    def key(self, code: str) -> str:
        """The capital letter that types a code, "" where none does."""
        return self._said(code, "key") or default_key(code, self.language)

    def letter(self, code: str) -> str:
        """The sign of a code: chosen, else its key's capital; W and C keep theirs."""
        return self._said(code, "sign") or self.key(code) or code

    def key_for(self, status: Status) -> str:
        """The capital letter that sets a status, "" where none does."""
        return self.key(status.value)

    def status_for_key(self, letter: str) -> Status | None:
        """The status a letter sets (either case), or None; late and early are no statuses."""
        wanted = letter.upper()
        return next((s for s in TYPED if wanted and self.key_for(s) == wanted), None)

    def status_for_sign(self, typed: str) -> Status | None:
        """The status a sign stands for (either case), or None."""
        wanted = typed.upper()
        return next((s for s in Status if wanted and self.sign_of(s) == wanted), None)

    @property
    def late(self) -> str:
        """The key of "late"."""
        return self.key(LATE)

    @property
    def early(self) -> str:
        """The key of "left early"."""
        return self.key(EARLY)

    def sign_of(self, status: Status) -> str:
        """The sign of a status."""
        return self.letter(status.value)

    def colour(self, code: str) -> Colour:
        """The colour of a code: chosen, else ours; a stored name that is none is ours too."""
        return colour_named(self._said(code, "colour")) or OWN_COLOURS[code]

    def colour_of(self, mark: Mark) -> Colour | None:
        """The colour of a mark, None while nothing is recorded; late and left early together: late's."""
        if mark.status is Status.PRESENT and mark.late_min is not None:
            return self.colour(LATE)
        if mark.status is Status.PRESENT and mark.early_min is not None:
            return self.colour(EARLY)
        return None if mark.status is None else self.colour(mark.status.value)

    def sign(self, mark: Mark) -> str:
        """What is shown and printed for a mark: "P", "L", "LE", "" while nothing is recorded."""
        if mark.status is None:
            return ""
        if mark.status is Status.PRESENT and (mark.late_min is not None or mark.early_min is not None):
            late = self.letter(LATE) if mark.late_min is not None else ""
            return late + (self.letter(EARLY) if mark.early_min is not None else "")
        return self.sign_of(mark.status)

    def label(self, status: Status, text: Text) -> str:
        """What a status is called: the centre's words, else ours in the language of `text`."""
        return self.own_label(status.value) or text(MEANINGS[status].label)

    def words(self, mark: Mark, text: Text) -> str:
        """The mark in words, as `attendance.words`, with the centre's label."""
        return words(mark, text, None if mark.status is None else self.label(mark.status, text))

    def said(self, code: str, text: Text) -> str:
        """What any code is called, late and early too."""
        if code in FIXED_LABELS:
            return text(FIXED_LABELS[code])
        return self.label(Status(code), text)


@cache
def plain_signs(language: str) -> Signs:
    """A language's own labels, signs, keys and colours."""
    return Signs(language)


def signs_in(which: Signs | str) -> Signs:
    """Signs as they are; for a language its own."""
    return which if isinstance(which, Signs) else plain_signs(which)


def signs_of(setting: object, language: str) -> Signs:
    """The signs of a language from the stored setting; the language's own when it says nothing."""
    chosen = setting.get(language) if isinstance(setting, Mapping) else None
    return Signs(language, chosen) if isinstance(chosen, Mapping) and chosen else plain_signs(language)


def checked_statuses(value: object) -> dict[str, dict[str, dict[str, str]]]:
    """The setting as it is stored: only what differs from the language's own; raises Refused in words."""
    if not isinstance(value, Mapping):
        raise Refused(NO_TABLE)
    kept: dict[str, dict[str, dict[str, str]]] = {}
    for language, statuses in value.items():
        if language not in LANGUAGES or not isinstance(statuses, Mapping):
            raise Refused(NO_TABLE)
        chosen = {str(code): _checked(str(code), said, str(language)) for code, said in statuses.items()}
        filled = {code: said for code, said in chosen.items() if said}
        _unique(Signs(str(language), filled))
        if filled:
            kept[str(language)] = filled
    return kept


def _checked(code: str, said: object, language: str) -> dict[str, str]:
    if code not in CODES or not isinstance(said, Mapping):
        raise Refused(NO_TABLE)
    label = clean_line(str(said.get("label") or ""), MOST_LABEL) if code in LABELLED else ""
    sign, key = (str(said.get(name) or "").strip() for name in ("sign", "key"))
    if sign and not (len(sign) <= MOST_SIGN and _capitals(sign)):
        raise Refused(N_("“{typed}” is no sign: one or two capital letters."), typed=_shown(sign))
    key = key.upper()
    if key and not (len(key) == 1 and _capitals(key) and code in KEYED):
        raise Refused(N_("“{typed}” is no key: one letter."), typed=_shown(key))
    found = {"label": label, "sign": sign, "key": key, "colour": _checked_colour(said.get("colour"), code)}
    own = default_key(code, language)
    if key == own:
        found["key"] = ""
    if sign == (found["key"] or own or code):
        found["sign"] = ""
    return {name: text for name, text in found.items() if text}


def _capitals(text: str) -> bool:
    return all(c.isalpha() and c.upper() == c and len(c.lower()) == 1 and c.lower() != c for c in text)


def _unique(signs: Signs) -> None:
    """One sign and one key for each; "LE" is taken by late and left early together."""
    seen: dict[str, str] = {signs.letter(LATE) + signs.letter(EARLY): LATE + EARLY}
    for code in CODES:
        other = seen.setdefault(signs.letter(code), code)
        if other != code:
            raise Refused(
                N_("The sign {sign} would be used twice, for {one} and {other}. Change the other one first."),
                sign=signs.letter(code),
                one=code,
                other=other,
            )
    keys: dict[str, str] = {}
    for code in KEYED:
        other = keys.setdefault(signs.key(code), code)
        if other != code:
            raise Refused(
                N_("The key {key} would be used twice, for {one} and {other}. Change the other one first."),
                key=signs.key(code),
                one=code,
                other=other,
            )


def _checked_colour(value: object, code: str) -> str:
    """The name as it is stored, "" for the code's own or where none is said."""
    if value is None or value == "":
        return ""
    colour = colour_named(value)
    if colour is None:
        raise Refused(
            N_("“{typed}” is no colour of a mark. Choose one of: {choices}."),
            typed=_shown(str(value)),
            choices=", ".join(Colour),
        )
    return "" if colour is OWN_COLOURS[code] else colour.value


def _shown(text: str) -> str:
    clean = "".join(c if c.isprintable() else "�" for c in text)
    return clean if len(clean) <= MOST_LABEL else clean[: MOST_LABEL - 1] + "…"
