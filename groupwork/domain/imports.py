"""What an import is made of: a table of cells, what its columns mean, people to add, notes in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groupwork.domain.import_cells import DayOrder
from groupwork.domain.import_details import Details
from groupwork.domain.import_headers import Column
from groupwork.domain.people import PersonName

Columns = tuple[Column | None, ...]
NOTHING_MORE = Details()


@dataclass(frozen=True)
class Table:
    """A file as cells. Each row has the line it begins on.

    A workbook names the sheet it was read from and all that may be chosen, and the day that its day number 0
    stands for; `notes` say what was left out while reading.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str
    delimiter: str
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    epoch: date | None = None
    notes: tuple[RowNote, ...] = ()


@dataclass(frozen=True)
class Choices:
    """What a person decided about a table; what is None is decided by the table itself."""

    columns: Columns | None = None
    order: DayOrder | None = None
    """For columns of dates that can be read both ways."""
    today: date | None = None
    """For years of two digits, which are refused without it."""


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
    given: str = ""
    family: str = ""
    family_first: bool = False
    details: Details = NOTHING_MORE
    birth_column: str = ""
    code_column: str = ""
    """The headers of these cells, for what is found wrong only when compared with the centre."""
    doubt: str = ""
    """Why the row looks like no person, as a gettext source: it is taken only when somebody says so."""


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
    columns: Columns = ()
    header: tuple[str, ...] = ()
    unsure_dates: bool = False
    """Dates with slashes that can be read both ways: ask which."""

    def title(self, column: Column) -> str:
        """The header of a meaning's first column, empty when there is none."""
        return self.header[self.columns.index(column)] if column in self.columns else ""
