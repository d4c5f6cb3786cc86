"""What a column's header means: German and English as centres write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from groupwork.domain.import_headers import MANY, MEANING, WEEKDAYS, Column
from groupwork.domain.import_paths import BETWEEN, by_groups, of_stay
from groupwork.domain.search import folded_words

__all__ = ["NAMES", "Column", "has_names", "meaning", "recognise"]

NAMES = frozenset({Column.FAMILY, Column.GIVEN, Column.WHOLE, Column.FAMILY_GIVEN, Column.CALLED})
"""Columns that are enough to name somebody."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|<[^>]*>")
_GENDERED = re.compile(r"([a-zäöü]+)[:*_/|]-?(?:innen|in|r|n)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"[\s.]*\d{1,2}\s*$")
""" "Telefon 2": of those that several columns may hold."""
_LONGEST = 80
_WHOLE = (Column.WHOLE, Column.FAMILY_GIVEN)


def recognise(header: Sequence[str]) -> tuple[Column | None, ...]:
    """What each column means; None for one we do not take, and for the second of a kind."""
    found = by_groups(header, _weekdays_together([meaning(cell) for cell in header]))
    parts = {Column.GIVEN, Column.CALLED} & set(found)
    if parts and Column.FAMILY not in found:  # "Name; Vorname": the name beside a first name is the family's
        found = [Column.FAMILY if column in _WHOLE else column for column in found]
    elif Column.GIVEN in found:  # both are there: another name is somebody else's
        found = [None if column in _WHOLE else column for column in found]
    taken: set[Column] = set()
    result: list[Column | None] = []
    for column in found:
        result.append(None if column in taken and column not in MANY else column)
        if column is not None:
            taken.add(column)
    return tuple(result)


def has_names(columns: Sequence[Column | None]) -> bool:
    """True when people can be told from these columns."""
    return bool(NAMES & set(columns))


def _weekdays_together(found: list[Column | None]) -> list[Column | None]:
    """One short word such as "So" or "Die" alone is no weekday: at least two of them stand side by side."""
    days = [column in WEEKDAYS for column in found]
    if sum(days) >= 2:
        return found
    return [None if day else column for column, day in zip(found, days, strict=True)]


def meaning(cell: str) -> Column | None:
    """What one header means by itself, None for words that are not known."""
    upper, between, lower = cell.rpartition(BETWEEN)
    return _below(upper, lower) if between else _alone(lower)


def _below(upper: str, lower: str) -> Column | None:
    """A column below a group: its own part of a name, both words together, its own word, the group's."""
    above, below = meaning(upper), _alone(lower)
    if below in (Column.FAMILY, Column.GIVEN):
        return below
    both = _alone(f"{upper} {lower}")
    if both is not None:
        return both
    if below in (Column.START, Column.END) and not of_stay(upper, above, lower):
        return None
    if above is Column.KEY_WORKER:  # their telephone is not the person's
        return above if below is None or below in NAMES else None
    return below or above


def _alone(cell: str) -> Column | None:
    if len(cell) > _LONGEST:
        return None
    for text in (cell, _ASIDE.sub(" ", cell)):  # "Telefon (Notfall)" before "Geburtsdatum (TT.MM.JJJJ)"
        found = _known(_GENDERED.sub(r"\1", text))
        if found is not None:
            return found
    found = _known(_NUMBERED.sub("", cell))
    return found if found in MANY else None


def _known(text: str) -> Column | None:
    plain = "".join(folded_words(text))
    spelled = "".join(folded_words(text.casefold().translate(_UMLAUTS)))
    return MEANING.get(plain) or MEANING.get(spelled)
