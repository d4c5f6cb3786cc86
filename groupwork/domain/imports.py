"""People from a table as centres have it: which column means what, and each row judged in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from groupwork.domain.import_cells import (
    DayOrder,
    day_order,
    plain_cell,
    read_code,
    read_date,
    read_language,
    read_yes,
)
from groupwork.domain.import_columns import NAMES, Column, recognise
from groupwork.domain.people import FAMILY_FIRST, PersonName, build_name, sort_key, split_name
from groupwork.domain.text import clean_name
from groupwork.errors import UserError
from groupwork.i18n import N_

OLDEST = 1900
NO_NAME = N_("No name.")
UNCLEAR = N_("Which part is the family name is not clear. Use a comma or two columns.")
TOO_MANY = N_("More cells than columns. Is the delimiter inside a name?")
TOO_OLD = N_("The date of birth lies before {year}.")
ENDS_FIRST = N_("The stay would end before it starts.")
MONTH_FIRST_SAID = N_("Dates are read as month/day/year, because one of them cannot be read otherwise.")
DAY_FIRST_SAID = N_("Dates with slashes are read as day/month/year.")


@dataclass(frozen=True)
class Table:
    """A file as cells. Each row has the line it begins on."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str
    delimiter: str


@dataclass(frozen=True)
class RowNote:
    """Why a row, or one cell of it, was not taken: `text` is a gettext source, `values` fill it."""

    line: int
    column: str
    text: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ImportRow:
    """One person to be added. `code` empty: the next free one; `start` None: the day of the import."""

    line: int
    name: PersonName
    sort_name: str
    birth_date: date | None = None
    language: str = ""
    interpreter: bool = False
    code: str = ""
    start: date | None = None
    end: date | None = None
    birth_column: str = ""
    code_column: str = ""
    """The headers of these cells, for what is found wrong only when compared with the centre."""


@dataclass(frozen=True)
class ImportPreview:
    """What a file holds, before anything is compared with the centre or written."""

    rows: tuple[ImportRow, ...]
    refused: tuple[RowNote, ...]
    remarks: tuple[RowNote, ...]
    """Cells that were left out of rows that are taken (a language nobody knows)."""
    unknown_columns: tuple[str, ...]
    encoding: str
    delimiter: str
    said: tuple[str, ...] = ()
    """Decisions about whole columns, as gettext sources."""


def judge(table: Table) -> ImportPreview:
    """Read every row of a table; a row that cannot be read is named, the others are taken."""
    columns = recognise(table.header)
    orders = {column: day_order(_column(table, columns, column)) for column in _DATES}
    rows: list[ImportRow] = []
    refused: list[RowNote] = []
    remarks: list[RowNote] = []
    for line, cells in table.rows:
        reader = _Row(line, cells, columns, table.header, orders)
        try:
            rows.append(reader.person())
        except UserError as error:
            refused.append(reader.note(error))
        else:
            remarks += reader.remarks
    unknown = tuple(
        name for name, column in zip(table.header, columns, strict=True) if column is None and name
    )
    return ImportPreview(
        tuple(rows), tuple(refused), tuple(remarks), unknown, table.encoding, table.delimiter, _said(orders)
    )


_DATES = (Column.BIRTH, Column.START, Column.END)


class _Row:
    """One row being read: remembers the column at which it stopped."""

    def __init__(
        self,
        line: int,
        cells: Sequence[str],
        columns: tuple[Column | None, ...],
        header: tuple[str, ...],
        orders: Mapping[Column, DayOrder],
    ) -> None:
        self.line, self.cells, self.columns, self.header, self.orders = line, cells, columns, header, orders
        self.at = ""
        self.remarks: list[RowNote] = []

    def person(self) -> ImportRow:
        """The person of the row. Raises UserError at the first cell that cannot be taken."""
        if any(cell.strip() for cell in self.cells[len(self.columns) :]):
            raise UserError(TOO_MANY)
        language = self._known(Column.LANGUAGE)
        name, sort_name = self._name(language)
        born, start, end = (self._date(column) for column in _DATES)
        if start and end and end < start:
            self.at = self._title(Column.END)
            raise UserError(ENDS_FIRST)
        return ImportRow(
            line=self.line,
            name=name,
            sort_name=sort_name,
            birth_date=born,
            language=language,
            interpreter=self._known(Column.INTERPRETER) == "yes",
            code=read_code(self._cell(Column.CODE)),
            start=start,
            end=end,
            birth_column=self._title(Column.BIRTH),
            code_column=self._title(Column.CODE),
        )

    def note(self, error: UserError) -> RowNote:
        """A refusal of this row at the cell it was read up to."""
        return RowNote(self.line, self.at, error.text, _words(error.values))

    def _cell(self, column: Column) -> str:
        if column not in self.columns:
            return ""
        at = self.columns.index(column)
        self.at = self.header[at]
        return plain_cell(self.cells[at]) if at < len(self.cells) else ""

    def _clean(self, column: Column) -> str:
        cell = self._cell(column)
        return clean_name(cell) if cell else ""

    def _known(self, column: Column) -> str:
        """A language's code, or "yes"; words nobody knows leave the cell out and are pointed out."""
        cell = self._cell(column)
        try:
            return read_language(cell) if column is Column.LANGUAGE else read_yes(cell)
        except UserError as error:
            self.remarks.append(self.note(error))
            return ""

    def _date(self, column: Column) -> date | None:
        cell = self._cell(column)
        day = read_date(cell, self.orders[column]) if cell else None
        if day is not None and day.year < OLDEST:
            raise UserError(TOO_OLD, year=OLDEST)
        return day

    def _title(self, column: Column) -> str:
        return self.header[self.columns.index(column)] if column in self.columns else ""

    def _name(self, language: str) -> tuple[PersonName, str]:
        native, called = self._clean(Column.NATIVE), self._clean(Column.CALLED)
        family_first = language in FAMILY_FIRST
        given, family = self._parts(family_first)
        if not (given or family or called):
            self.at = next(name for name, c in zip(self.header, self.columns, strict=True) if c in NAMES)
            raise UserError(NO_NAME)
        name = build_name(given, family, called=called, native=native, family_first=family_first)
        return name, sort_key(given, family) or called

    def _parts(self, family_first: bool) -> tuple[str, str]:
        """(given, family) from two columns, or from one that holds both."""
        given, family = self._clean(Column.GIVEN), self._clean(Column.FAMILY)
        if given or family:
            return given, family
        both = self._clean(Column.FAMILY_GIVEN)
        if both and "," not in both and len(both.split()) > 2:
            raise UserError(UNCLEAR)
        if both:
            return split_name(both, family_first=True)
        return split_name(self._clean(Column.WHOLE), family_first=family_first)


def _column(table: Table, columns: tuple[Column | None, ...], column: Column) -> list[str]:
    if column not in columns:
        return []
    at = columns.index(column)
    return [plain_cell(cells[at]) for _line, cells in table.rows if at < len(cells)]


def _said(orders: Mapping[Column, DayOrder]) -> tuple[str, ...]:
    said = []
    if DayOrder.MONTH_FIRST in orders.values():
        said.append(MONTH_FIRST_SAID)
    if DayOrder.ASSUMED in orders.values():
        said.append(DAY_FIRST_SAID)
    return tuple(said)


def _words(values: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in values.items())
