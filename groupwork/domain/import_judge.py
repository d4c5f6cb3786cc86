"""A table of people judged: which column means what, and each row read or refused in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from groupwork.domain.import_cells import (
    BAD_CODE,
    EITHER,
    NO_SUCH_DAY,
    NOT_A_DATE,
    SHORT_YEAR,
    DayOrder,
    day_order,
    first_day_of,
    plain_cell,
    read_code,
    read_date,
    read_language,
    read_yes,
    shown,
)
from groupwork.domain.import_columns import NAMES, Column, has_names, recognise
from groupwork.domain.import_details import DetailReader
from groupwork.domain.import_doubts import doubt, usual
from groupwork.domain.import_said import said
from groupwork.domain.imports import Choices, Columns, ImportPreview, ImportRow, RowNote, Table
from groupwork.domain.people import FAMILY_FIRST, build_name, sort_key, split_name
from groupwork.domain.text import clean_name
from groupwork.errors import UserError
from groupwork.i18n import N_

OLDEST = 1900
NO_NAMES = N_("No column holds names. Name a column “Surname”, “First name” or “Name”.")
NO_NAME = N_("No name.")
UNCLEAR = N_("Which part is the family name is not clear. Use a comma or two columns.")
TOO_MANY = N_("More cells than columns. Is the delimiter inside a name?")
TOO_OLD = N_("“{cell}” lies before {year} and was left out.")
TOO_LATE = N_("“{cell}” lies in the future and was left out.")
ENDS_FIRST = N_("“{cell}” lies before the first day and was left out.")
LEFT_OUT = {
    NOT_A_DATE: N_("“{cell}” is not a date and was left out."),
    SHORT_YEAR: N_("“{cell}” has a year of two digits and was left out."),
    NO_SUCH_DAY: N_("“{cell}” is no day of the calendar and was left out."),
    EITHER: N_("“{cell}” can be read in two ways and was left out."),
    BAD_CODE: N_(
        "The code “{cell}” cannot be used and was left out: letters and digits, at most 12, no blanks."
    ),
}
"""A cell of a person who is taken all the same: what a form would refuse is left empty here."""
LATEST_STAY = date(2099, 12, 31)

_DATES = (Column.BIRTH, Column.START, Column.END)


@dataclass(frozen=True)
class _Reading:
    """How the rows of one table are read."""

    header: tuple[str, ...]
    columns: Columns
    orders: Mapping[Column, DayOrder]
    epoch: date | None
    today: date | None = None
    usual: int = 0
    """How many cells of a row are filled in the middle one."""
    places: Mapping[Column, tuple[int, ...]] = field(default_factory=dict)


def judge(table: Table, choices: Choices | None = None) -> ImportPreview:
    """Read every row of a table; a row that cannot be read is named, the others are taken.

    `choices` come before what the table says of itself. UserError when no column holds names.
    """
    chosen = choices or Choices()
    columns = chosen.columns if chosen.columns is not None else recognise(table.header)
    if not has_names(columns):
        raise UserError(NO_NAMES)
    dates = {column: _column(table, columns, column) for column in _DATES}
    found = {column: day_order(cells) for column, cells in dates.items()}
    orders = _decided(found, chosen.order)
    filled = [_filled(cells) for _line, cells in table.rows]
    reading = _Reading(
        table.header, columns, orders, table.epoch, chosen.today, usual(filled), _places(columns)
    )
    rows: list[ImportRow] = []
    refused: list[RowNote] = []
    remarks = list(table.notes)
    for line, cells in table.rows:
        reader = _Row(line, cells, reading)
        try:
            rows.append(reader.person())
        except UserError as error:
            refused.append(reader.note(error))
        else:
            remarks += reader.remarks
    return ImportPreview(
        tuple(rows),
        tuple(refused),
        tuple(remarks),
        tuple(name for name, column in zip(table.header, columns, strict=True) if column is None and name),
        table.encoding,
        table.delimiter,
        said(dates, found, chosen),
        columns,
        table.header,
        DayOrder.ASSUMED in found.values(),
    )


def _decided(found: Mapping[Column, DayOrder], order: DayOrder | None) -> dict[Column, DayOrder]:
    """A person decides only where the column does not."""
    return {
        column: order if order is not None and own is DayOrder.ASSUMED else own
        for column, own in found.items()
    }


def _places(columns: Columns) -> dict[Column, tuple[int, ...]]:
    places: dict[Column, tuple[int, ...]] = {}
    for at, column in enumerate(columns):
        if column is not None:
            places[column] = (*places.get(column, ()), at)
    return places


class _Row:
    """One row being read: remembers the column at which it stopped."""

    def __init__(self, line: int, cells: Sequence[str], reading: _Reading) -> None:
        self.line, self.cells, self.reading = line, cells, reading
        self.header, self.columns = reading.header, reading.columns
        self.at = ""
        self.remarks: list[RowNote] = []

    def person(self) -> ImportRow:
        """The person of the row. Raises UserError at the first cell that cannot be taken."""
        if any(cell.strip() for cell in self.cells[len(self.columns) :]):
            raise UserError(TOO_MANY)
        language = self._known(Column.LANGUAGE)
        given, family, family_first = self._names(language)
        called, native = self._spare(Column.CALLED), self._spare(Column.NATIVE)
        self.at = next(name for name, c in zip(self.header, self.columns, strict=True) if c in NAMES)
        if not (given or family or called):
            raise UserError(NO_NAME)
        parts = given, family
        name = build_name(given, family, called=called, native=native, family_first=family_first)
        born, start, end = self._date(Column.BIRTH), *self._stay()
        given = given or ("" if family else called)
        return ImportRow(
            line=self.line,
            name=name,
            sort_name=sort_key(*parts) or called,
            birth_date=born,
            language=language,
            interpreter=self._known(Column.INTERPRETER) == "yes",
            code=self._code(),
            start=start,
            end=end,
            given=given,
            family=family,
            family_first=family_first,
            details=DetailReader(self._all, self._remark).read(),
            birth_column=self._title(Column.BIRTH),
            code_column=self._title(Column.CODE),
            doubt=doubt(name.full, given, _filled(self.cells), self.reading.usual),
        )

    def note(self, error: UserError) -> RowNote:
        """A refusal of this row at the cell it was read up to."""
        return RowNote(self.line, self.at, error.text, _words(error.values))

    def _stay(self) -> tuple[date | None, date | None]:
        start, end = self._date(Column.START), self._date(Column.END)
        if start and end and end < start:
            cell = self._cell(Column.END)
            self._remark(self.at, UserError(ENDS_FIRST, cell=shown(cell)))
            return start, None
        return start, end

    def _remark(self, header: str, error: UserError) -> None:
        text = LEFT_OUT.get(error.text, error.text)
        self.remarks.append(RowNote(self.line, header, text, _words(error.values)))

    def _all(self, column: Column) -> list[tuple[str, str]]:
        """Every filled cell of a meaning, with its header."""
        places = self.reading.places.get(column, ())
        cells = [(self.header[at], plain_cell(self.cells[at])) for at in places if at < len(self.cells)]
        return [(header, cell) for header, cell in cells if cell]

    def _cell(self, column: Column) -> str:
        if column not in self.reading.places:
            return ""
        at = self.reading.places[column][0]
        self.at = self.header[at]
        return plain_cell(self.cells[at]) if at < len(self.cells) else ""

    def _clean(self, column: Column) -> str:
        cell = self._cell(column)
        return clean_name(cell) if cell else ""

    def _spare(self, column: Column) -> str:
        """A name beside the name: what cannot be one is left out."""
        try:
            return self._clean(column)
        except UserError as error:
            self._remark(self.at, error)
            return ""

    def _code(self) -> str:
        try:
            return read_code(self._cell(Column.CODE))
        except UserError as error:
            self._remark(self.at, error)
            return ""

    def _known(self, column: Column) -> str:
        """A language's code, or "yes"; words nobody knows leave the cell out and are pointed out."""
        cell = self._cell(column)
        try:
            return read_language(cell) if column is Column.LANGUAGE else read_yes(cell)
        except UserError as error:
            self.remarks.append(self.note(error))
            return ""

    def _date(self, column: Column) -> date | None:
        """The day of a cell; one that cannot be read, or cannot be, is left out and pointed out."""
        cell = self._cell(column)
        if not cell:
            return None
        try:
            day = self._day(cell, column)
            if day.year < OLDEST:
                raise UserError(TOO_OLD, cell=shown(cell), year=OLDEST)
            if column is Column.BIRTH and self.reading.today is not None and day > self.reading.today:
                raise UserError(TOO_LATE, cell=shown(cell))
        except UserError as error:
            self._remark(self.at, error)
            return None
        return day

    def _day(self, cell: str, column: Column) -> date:
        """A date as written, or a workbook's day number in a cell without the look of a date."""
        if self.reading.epoch is not None and len(cell) == 5 and cell.isascii() and cell.isdigit():
            return self.reading.epoch + timedelta(days=int(cell))
        part = first_day_of(cell) if column is not Column.BIRTH else None
        if part is not None:
            return part
        today = self.reading.today
        latest = today if today is None or column is Column.BIRTH else LATEST_STAY
        return read_date(cell, self.reading.orders[column], latest)

    def _title(self, column: Column) -> str:
        return self.header[self.columns.index(column)] if column in self.columns else ""

    def _names(self, language: str) -> tuple[str, str, bool]:
        """(given, family, family name first)."""
        family_first = language in FAMILY_FIRST
        return (*self._parts(family_first), family_first)

    def _parts(self, family_first: bool) -> tuple[str, str]:
        """(given, family) from two columns, or from one that holds both."""
        given, family = self._clean(Column.GIVEN), self._clean(Column.FAMILY)
        if family:
            return given, family
        if given:  # "Name; Vorname": the name beside a first name is the family's
            whole = self._clean(Column.WHOLE) or self._clean(Column.FAMILY_GIVEN)
            return (
                (given, whole) if given not in whole.split() else split_name(whole, family_first=family_first)
            )
        both = self._clean(Column.FAMILY_GIVEN)
        if both and "," not in both and len(both.split()) > 2:
            raise UserError(UNCLEAR)
        if both:
            return split_name(both, family_first=True)
        return split_name(self._clean(Column.WHOLE), family_first=family_first)


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _column(table: Table, columns: tuple[Column | None, ...], column: Column) -> list[str]:
    if column not in columns:
        return []
    at = columns.index(column)
    return [plain_cell(cells[at]) for _line, cells in table.rows if at < len(cells)]


def _words(values: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in values.items())
