"""A workbook of people as a table of cells: its sheet and header found by themselves, or the sheet named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from groupwork.domain.import_judge import NO_NAMES
from groupwork.domain.imports import RowNote, Table
from groupwork.errors import UserError
from groupwork.exchange.header_rows import Header, find_header, most_known
from groupwork.exchange.package import Watch
from groupwork.exchange.people_csv import MANY, MOST_ROWS, NOBODY
from groupwork.exchange.sheet_scan import LONGEST_CELL, ROWS_READ, cell_name
from groupwork.exchange.workbook import Sheet, Workbook, open_workbook
from groupwork.i18n import N_

NO_HEADER = N_(
    "No row of sheet “{sheet}” names the columns. One of the first rows must be a header such as "
    "“Surname, First name, Date of birth”."
)
NO_HEADERS = N_(
    "No sheet of the workbook has a row that names the columns, such as “Surname, First name, Date of birth”."
)
NO_SHEET = N_("The workbook has no sheet “{sheet}”.")
LONG_CELL = N_(
    "Sheet “{sheet}”, cell {cell}: the cell is longer than {most} characters. Nothing was imported."
)
HIDDEN_ROWS = N_("Hidden in the workbook and left out: rows {rows}.")
HIDDEN_COLUMN = N_("This column is hidden in the workbook and was left out.")
ERROR = N_("The workbook shows the error {error} here. The cell was left out.")
_MOST_NOTES = 200

Body = list[tuple[int, list[str]]]


def parse(data: bytes, sheet: str = "", watch: Watch | None = None) -> Table:
    """The header and rows of a workbook's content; `sheet` empty: the first that has a header we know.

    Raises UserError in words, Cancelled when stopped.
    """
    book = open_workbook(data, watch)
    found, rows, header = _chosen(book, sheet) if sheet else _first(book)
    return _table(book, found, rows, header)


def _chosen(book: Workbook, name: str) -> tuple[Sheet, Body, Header]:
    sheet = next((each for each in book.sheets if each.name == name), None)
    if sheet is None:
        raise UserError(NO_SHEET, sheet=name)
    rows = _beginning(sheet)
    header = find_header(rows, sheet.merged())
    if header is None:
        raise UserError(NO_NAMES) if most_known(rows) else UserError(NO_HEADER, sheet=name)
    return sheet, rows, header


def _first(book: Workbook) -> tuple[Sheet, Body, Header]:
    """The first sheet with a header, those that are shown before hidden ones."""
    known = 0
    for sheet in sorted(book.sheets, key=lambda each: each.hidden):
        rows = _beginning(sheet)
        header = find_header(rows, sheet.merged())
        if header is not None:
            return sheet, rows, header
        known = max(known, most_known(rows))
    raise UserError(NO_NAMES if known else NO_HEADERS)


def _beginning(sheet: Sheet) -> Body:
    """Everything a list of people may have, and one row more."""
    return [(number, cells) for number, cells in islice(sheet.rows(), ROWS_READ + 1)]


def _table(book: Workbook, sheet: Sheet, rows: Body, header: Header) -> Table:
    body = rows[header.at + header.height :]
    if not body:
        raise UserError(NOBODY)
    if len(body) > MOST_ROWS or sheet.facts.rows > ROWS_READ:
        raise UserError(MANY, most=MOST_ROWS)
    hidden = [number for number, _cells in body if number - 1 in sheet.facts.hidden_rows]
    shown = [(number, cells) for number, cells in body if number - 1 not in sheet.facts.hidden_rows]
    if not shown:
        raise UserError(NOBODY)
    words, kept, dropped = _columns(header, shown, sheet)
    _check_lengths(sheet, shown)
    notes = [*_hidden_rows(hidden), *dropped, *_errors(sheet, shown, words, kept)]
    return Table(
        header=tuple(words[at] for at in kept),
        rows=tuple(
            (number, tuple(cells[at] if at < len(cells) else "" for at in kept)) for number, cells in shown
        ),
        encoding="",
        delimiter="",
        sheet=sheet.name,
        sheets=tuple(each.name for each in book.sheets),
        epoch=book.epoch,
        notes=tuple(notes[:_MOST_NOTES]),
    )


def _columns(header: Header, body: Body, sheet: Sheet) -> tuple[list[str], list[int], list[RowNote]]:
    """The header of every column, which columns are kept, and what was hidden."""
    width = max(len(header.words), *(len(cells) for _number, cells in body))
    words = [*header.words, *[""] * (width - len(header.words))]
    filled = {at for _number, cells in body for at, cell in enumerate(cells) if cell.strip()}
    hidden = sheet.facts.hidden_columns
    dropped = [
        RowNote(body[0][0], words[at] or cell_name(0, at)[:-1], HIDDEN_COLUMN)
        for at in sorted(hidden & filled)
    ]
    kept = [at for at in range(width) if at not in hidden and (words[at] or at in filled)]
    return words, kept, dropped


def _check_lengths(sheet: Sheet, body: Body) -> None:
    for number, cells in body:
        for at, cell in enumerate(cells):
            if len(cell) > LONGEST_CELL:
                where = cell_name(number - 1, at)
                raise UserError(LONG_CELL, sheet=sheet.name, cell=where, most=LONGEST_CELL)


def _hidden_rows(numbers: Sequence[int]) -> list[RowNote]:
    if not numbers:
        return []
    return [RowNote(numbers[0], "", HIDDEN_ROWS, (("rows", _ranges(numbers)),))]


def _ranges(numbers: Sequence[int]) -> str:
    """ "5, 7–9" for 5, 7, 8, 9; of many the first few."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] + 1 == number:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    words = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return ", ".join(words[:10]) + (" …" if len(words) > 10 else "")


def _errors(sheet: Sheet, body: Body, words: Sequence[str], kept: Sequence[int]) -> list[RowNote]:
    shown, columns = {number for number, _cells in body}, set(kept)
    return [
        RowNote(row + 1, words[at] or cell_name(0, at)[:-1], ERROR, (("error", error),))
        for (row, at), error in sorted(sheet.facts.errors.items())
        if row + 1 in shown and at in columns
    ]
