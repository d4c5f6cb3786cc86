"""Typed text: what is stored and what is refused. How it is found again: `domain/search.py`."""

from __future__ import annotations

import re
import unicodedata

from groupwork.errors import UserError
from groupwork.i18n import N_

NAME_LIMIT = 200
TEXT_LIMIT = 100_000
_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "ŋ": "n"}
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"\s+")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufeff]")

NUL = N_("The text contains a character that cannot be stored. Please type it again.")
HALF = N_("The text contains half a character. Please type it again.")
EMPTY_NAME = N_("Please type a name.")
LONG = N_("The text is too long: {length} characters, at most {limit} are possible.")


def fold(text: str) -> str:
    """The text without case and accents, for finding and comparing ("Łukasz Strauß" → "lukasz strauss").

    Letters of other scripts stay; white space becomes single blanks. Folding twice changes nothing more.
    """
    once = _fold(text)
    return _BREAKS.sub(" ", _fold(once)).strip()


def _fold(text: str) -> str:
    parts = unicodedata.normalize("NFKD", _BIDI.sub("", text).casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_LETTERS)


def clean_name(typed: str) -> str:
    """A name on one line, in NFC, without bidi controls; UserError when empty, too long or broken."""
    name = _BREAKS.sub(" ", _cleaned(typed)).strip()
    if not name:
        raise UserError(EMPTY_NAME)
    return _within(name, NAME_LIMIT)


def clean_text(typed: str, limit: int = TEXT_LIMIT) -> str:
    """A text of any lines, in NFC, without bidi controls; UserError when too long or broken."""
    return _within(_cleaned(typed), limit)


def clean_line(typed: str, limit: int = NAME_LIMIT) -> str:
    """A text of one line that may be empty (a reason, a place); UserError when too long or broken."""
    return _within(_BREAKS.sub(" ", _cleaned(typed)).strip(), limit)


def _cleaned(typed: str) -> str:
    """The text as it would be stored, whatever its length; UserError for NUL and half characters."""
    if "\x00" in typed:
        raise UserError(NUL)
    if any("\ud800" <= c <= "\udfff" for c in typed):
        raise UserError(HALF)
    plain = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", _BIDI.sub("", typed)))
    return unicodedata.normalize("NFC", plain)


def _within(text: str, limit: int) -> str:
    """The text itself; UserError with its length when it is longer than the limit."""
    if len(text) > limit:
        raise UserError(LONG, length=len(text), limit=limit)
    return text
