"""Who of an import is new: the same people are found inside the file and in the centre."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from groupwork.domain.imports import ImportRow, RowNote
from groupwork.domain.search import folded_words
from groupwork.i18n import N_

NOT_BORN = N_("The date of birth lies in the future.")
HERE_ALREADY = N_("Already in the file of the centre: {code}.")
MAYBE_HERE = N_(
    "Somebody of this name is already there ({code}), and a date of birth is missing. Not imported."
)
TWICE = N_("The same person as in line {line}.")
MAYBE_TWICE = N_("The same name as in line {line}, and a date of birth is missing. Not imported.")
CODE_TAKEN = N_("The code {code} already belongs to somebody else.")


@dataclass(frozen=True)
class Known:
    """Somebody already there, or earlier in the same file (then `line` is set)."""

    full: str
    native: str
    birth_date: date | None
    code: str
    line: int = 0


def new_people(
    rows: Iterable[ImportRow], known: Iterable[Known], today: date, anyway: Collection[int] = ()
) -> tuple[tuple[ImportRow, ...], tuple[RowNote, ...], tuple[RowNote, ...]]:
    """(to be added, skipped as duplicates, refused) of the rows of a preview.

    Duplicate: the same folded name and date of birth. The same name with a date missing on either side is
    pointed out and skipped; with two different dates they are two people. Rows that look like no person are
    skipped with their doubt. Lines in `anyway` are added all the same; a code that is taken already then
    gives way to the next free one.
    """
    there: dict[frozenset[str], list[Known]] = {}
    codes: set[str] = set()
    for person in known:
        _remember(there, codes, person)
    added: list[ImportRow] = []
    skipped: list[RowNote] = []
    refused: list[RowNote] = []
    for found in rows:
        row, double = found, _doubtful(found) or _double(found, there)
        if double is not None and row.line in anyway:
            row = replace(row, code="" if row.code.casefold() in codes else row.code)
            double = None
        problem = _problem(row, today, codes)
        if double is not None:
            skipped.append(double)
        elif problem is not None:
            refused.append(problem)
        else:
            added.append(row)
            _remember(there, codes, Known(row.name.full, row.name.native, row.birth_date, row.code, row.line))
    return tuple(added), tuple(skipped), tuple(refused)


def _keys(full: str, native: str) -> tuple[frozenset[str], ...]:
    """A name whatever the order of its words, and its native form."""
    return tuple(frozenset(folded_words(name)) for name in (full, native) if folded_words(name))


def _remember(there: dict[frozenset[str], list[Known]], codes: set[str], person: Known) -> None:
    for key in _keys(person.full, person.native):
        there.setdefault(key, []).append(person)
    if person.code:
        codes.add(person.code.casefold())


def _double(row: ImportRow, there: Mapping[frozenset[str], Sequence[Known]]) -> RowNote | None:
    same = [known for key in _keys(row.name.full, row.name.native) for known in there.get(key, ())]
    for known in same:
        by_code = row.code != "" and row.code.casefold() == known.code.casefold()
        if by_code or (row.birth_date is not None and known.birth_date == row.birth_date):
            return _pointed(row, known, HERE_ALREADY, TWICE)
    for known in same:
        if row.birth_date is None or known.birth_date is None:
            return _pointed(row, known, MAYBE_HERE, MAYBE_TWICE)
    return None


def _doubtful(row: ImportRow) -> RowNote | None:
    return RowNote(row.line, "", row.doubt) if row.doubt else None


def _pointed(row: ImportRow, known: Known, here: str, twice: str) -> RowNote:
    if known.line:
        return RowNote(row.line, "", twice, (("line", str(known.line)),))
    return RowNote(row.line, "", here, (("code", known.code),))


def _problem(row: ImportRow, today: date, codes: set[str]) -> RowNote | None:
    if row.birth_date is not None and row.birth_date > today:
        return RowNote(row.line, row.birth_column, NOT_BORN)
    if row.code and row.code.casefold() in codes:
        return RowNote(row.line, row.code_column, CODE_TAKEN, (("code", row.code),))
    return None
