"""A CSV file of people as a table of cells: its encoding, delimiter and header line found by itself."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from groupwork.domain.import_columns import Column, has_names, recognise
from groupwork.domain.import_judge import NO_NAMES
from groupwork.domain.imports import Table
from groupwork.errors import UserError
from groupwork.exchange.encoding import decode
from groupwork.i18n import N_

DELIMITERS = ",;\t|"
MOST_ROWS = 5000
_HEADER_WITHIN = 10
_SAMPLE = 64 * 1024
_MOST_BREAKS = 20
Cells = tuple[int, list[str]]

LONG_CELL = N_("Line {line}: a cell is longer than {most} characters. Nothing was imported.")
OPEN_QUOTE = N_("Line {line}: a quotation mark is not closed. Nothing was imported.")
BROKEN = N_("Line {line} cannot be read as CSV. Nothing was imported.")
NO_HEADER = N_(
    "No line names the columns. The first line must be a header such as “Surname; First name; Date of birth”."
)
NOBODY = N_("The file has a header but nobody in it.")
MANY = N_("The file has more than {most} rows. Divide it into several files.")


@dataclass(frozen=True)
class _Way:
    """One delimiter tried on the beginning of the file; the best score wins."""

    delimiter: str
    header: int
    """Index of the row that names the columns, -1 for none."""
    columns: int
    score: tuple[int, float, int]


def parse(data: bytes) -> Table:
    """The header and rows of a file's content. Raises UserError in words when it holds no table of people."""
    decoded = decode(data)
    text, forced = _declared(decoded.text)
    way = _best(text, forced)
    rows = list(_filled(text, way.delimiter))
    at = _header([cells for _line, cells in rows])
    if at < 0:
        raise UserError(NO_HEADER)
    header, body = rows[at], rows[at + 1 :]
    if not body:
        raise UserError(NOBODY)
    if len(body) > MOST_ROWS:
        raise UserError(MANY, most=MOST_ROWS)
    return Table(
        header=tuple(cell.strip() for cell in header[1]),
        rows=tuple((line, tuple(cells)) for line, cells in body),
        encoding=decoded.encoding,
        delimiter=way.delimiter,
    )


def _declared(text: str) -> tuple[str, str]:
    """Excel's own first line "sep=;" names the delimiter; it is left empty, so that lines count right."""
    first, end, rest = text.partition("\n")
    bare = first.strip().strip('"').lower()
    if bare.startswith("sep=") and len(bare) == 5 and bare[4] in DELIMITERS:
        return end + rest, bare[4]
    if first.strip('"\r').lower() == "sep=\t":
        return end + rest, "\t"
    return text, ""


def _best(text: str, forced: str) -> _Way:
    """The delimiter whose rows hold together best under a header we know."""
    sample = text[:_SAMPLE]
    whole = len(sample) == len(text)
    ways = [_way(sample, whole, delimiter) for delimiter in (forced or DELIMITERS)]
    best = max(ways, key=lambda way: (way.score, way.columns))
    if best.header < 0:
        raise UserError(NO_NAMES if best.columns else NO_HEADER)
    return best


def _way(sample: str, whole: bool, delimiter: str) -> _Way:
    rows = _sampled(sample, delimiter)
    if not whole and len(rows) > 1:
        rows.pop()  # the sample may end in the middle of a row
    known = [recognise(cells) for cells in rows[:_HEADER_WITHIN]]
    header = _header(rows)
    if header < 0:
        return _Way(delimiter, -1, max((_count(columns) for columns in known), default=0), (0, 0.0, 0))
    width = len(rows[header])
    body = rows[header + 1 :]
    fitting = sum(_fits(cells, width) for cells in body) / len(body) if body else 1.0
    columns = _count(known[header])
    return _Way(delimiter, header, columns, (round(columns * fitting * 10), fitting, width))


def _sampled(sample: str, delimiter: str) -> list[list[str]]:
    """As many rows as can be read; what is wrong with the file is said when the whole of it is read."""
    rows: list[list[str]] = []
    with suppress(csv.Error):
        for _line, cells in _rows(sample, delimiter, strict=False):
            rows.append(cells)
    return rows


def _header(rows: Sequence[Sequence[str]]) -> int:
    """Where the row is that names the columns, -1 for nowhere near the beginning."""
    first = rows[:_HEADER_WITHIN]
    return next((i for i, cells in enumerate(first) if has_names(recognise(cells))), -1)


def _count(columns: tuple[Column | None, ...]) -> int:
    return sum(column is not None for column in columns)


def _fits(cells: list[str], width: int) -> bool:
    """As many cells as the header; empty ones at the end do not count, missing ones are empty."""
    used = len(cells)
    while used > width and not cells[used - 1].strip():
        used -= 1
    return used == width or (1 < used < width)


def _filled(text: str, delimiter: str) -> Iterator[Cells]:
    """Rows with something in them, each with the line it begins on."""
    try:
        yield from list(_rows(text, delimiter, strict=True))
    except csv.Error as error:
        if "expected after" not in str(error):
            raise _told(error, text, delimiter) from error
        yield from _lenient(text, delimiter)


def _lenient(text: str, delimiter: str) -> Iterator[Cells]:
    """Again for a file with quotation marks inside words: "Hans" Müller."""
    try:
        for line, cells in list(_rows(text, delimiter, strict=False)):
            if any(cell.count("\n") > _MOST_BREAKS for cell in cells):
                raise UserError(OPEN_QUOTE, line=line)
            yield line, cells
    except csv.Error as error:
        raise _told(error, text, delimiter) from error


def _rows(text: str, delimiter: str, *, strict: bool) -> Iterator[Cells]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    line = 1
    filled = 0
    for cells in reader:
        if any(cell.strip() for cell in cells):
            filled += 1
            yield line, cells
        if filled > MOST_ROWS + _HEADER_WITHIN:
            raise UserError(MANY, most=MOST_ROWS)
        line = reader.line_num + 1


def _told(error: csv.Error, text: str, delimiter: str) -> UserError:
    """What csv says, in words, with the line on which the row begins."""
    line = 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error:
        pass
    if "field limit" in str(error):
        return UserError(LONG_CELL, line=line, most=csv.field_size_limit())
    if "unexpected end" in str(error):
        return UserError(OPEN_QUOTE, line=line)
    return UserError(BROKEN, line=line)
