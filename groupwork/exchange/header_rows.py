"""The row that names the columns of a sheet, also when it is spread over two rows with merged cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groupwork.domain.import_columns import has_names, meaning, recognise
from groupwork.domain.import_paths import BETWEEN

WITHIN = 30
"""The header stands within so many filled rows; titles and addresses may stand above it."""
_STAMP = re.compile(r":|\d.*\d")
Rows = Sequence[tuple[int, Sequence[str]]]
Merged = Sequence[tuple[int, int, int, int]]


@dataclass(frozen=True)
class Header:
    """The words above each column; `at` counts rows of the list, `height` how many belong to the header."""

    at: int
    height: int
    words: tuple[str, ...]
    known: int


def find_header(rows: Rows, merged: Merged = ()) -> Header | None:
    """The header among the first rows: the one whose columns are best known, the first of equals.

    A second row counts with it when it says more: "Contact | | Address" above "Phone | Mail | Street".
    """
    found: list[Header] = []
    for at in range(min(WITHIN, len(rows))):
        found.append(_judged(at, 1, _cleaned(rows[at][1])))
        if at + 1 < len(rows) and rows[at + 1][0] - rows[at][0] == 1:
            words = _two_rows(rows[at], rows[at + 1], merged)
            if words:
                found.append(_judged(at, 2, words))
    named = [header for header in found if has_names(recognise(header.words))]
    return max(named, key=lambda header: (header.known, -header.at, -header.height), default=None)


def most_known(rows: Rows) -> int:
    """How many columns the best row names, for saying what is missing."""
    return max(
        (_judged(at, 1, _cleaned(rows[at][1])).known for at in range(min(WITHIN, len(rows)))), default=0
    )


def _judged(at: int, height: int, words: tuple[str, ...]) -> Header:
    """A column that its group takes a meaning from ("Kostenzusage › bis") is understood as well."""
    own = [meaning(word.rpartition(BETWEEN)[2]) for word in words]
    known = [
        either is not None or below is not None for either, below in zip(recognise(words), own, strict=True)
    ]
    return Header(at, height, words, sum(known) if height > 1 else _count(words))


def _count(words: tuple[str, ...]) -> int:
    return sum(column is not None for column in recognise(words))


def _cleaned(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in cells)


def _two_rows(
    upper: tuple[int, Sequence[str]], lower: tuple[int, Sequence[str]], merged: Merged
) -> tuple[str, ...]:
    over, under = _cleaned(upper[1]), _cleaned(lower[1])
    width = max(len(over), len(under))
    over, under = over + ("",) * (width - len(over)), under + ("",) * (width - len(under))
    groups = _filled_from_left(over, under, _spans(upper[0] - 1, merged))
    if _is_title(over, under, groups):
        return ()
    return tuple(_joined(group, word) for group, word in zip(groups, under, strict=True))


def _is_title(over: Sequence[str], under: Sequence[str], groups: Sequence[str]) -> bool:
    """Words above all columns, or with a date or colon: no part of a header."""
    words = [word for word in over if word]
    below = [group for group, word in zip(groups, under, strict=True) if word]
    everywhere = len(words) == 1 and len(below) > 1 and all(below)
    return everywhere or (len(words) <= 2 and any(_STAMP.search(word) for word in words))


def _spans(row: int, merged: Merged) -> dict[int, int]:
    """First → last column of the cells merged across in a row."""
    return {left: right for top, left, bottom, right in merged if top <= row <= bottom and right > left}


def _filled_from_left(over: Sequence[str], under: Sequence[str], spans: dict[int, int]) -> list[str]:
    groups: list[str] = []
    group, until = "", len(over)
    for at, word in enumerate(over):
        if word:
            group, until = word, spans.get(at, at if spans else len(over))
        groups.append(group if under[at] and at <= until else word)
    return groups


def _joined(group: str, word: str) -> str:
    """Both with a sign between them, a word divided by a hyphen put together, else the one there is."""
    if not (group and word) or group == word:
        return word or group
    if group.endswith("-") and word[0].islower():
        return group[:-1] + word
    return f"{group.rstrip(' /')}{BETWEEN}{word}"
