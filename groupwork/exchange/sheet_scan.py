"""The XML of one sheet, looked through before it is read: how far it reaches, what is hidden, what is wrong.

A reader builds the whole rectangle in memory, so one cell far away, or one long text used a million times,
would take all there is. Only bounded sheets get that far; of a long one only its beginning does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from groupwork.errors import UserError
from groupwork.exchange.people_csv import MOST_ROWS
from groupwork.i18n import N_

ROWS_READ = MOST_ROWS + 100
"""So many filled rows are enough to know that there are too many people."""
MOST_COLUMNS = 300
MOST_CELLS = 3_000_000
LONGEST_CELL = 32_767
MOST_TEXT = 32 * 1024 * 1024

FAR = N_("Sheet “{sheet}”, cell {cell}: something stands far away from the list. Delete it and save again.")
LONG_CELL = N_(
    "Sheet “{sheet}”, cell {cell}: the cell is longer than {most} characters. Nothing was imported."
)
MUCH_TEXT = N_("Sheet “{sheet}” holds far more text than a list of people. Nothing was imported.")
UNREADABLE = N_(
    "The workbook is not written as workbooks are. Save it again as .xlsx in your spreadsheet program."
)

_SHEET = re.compile(rb"<([^\s<>/:]+:)?sheetData\b")
_TOKEN = re.compile(
    rb"<(?:[^\s<>/:]+:)?(?:(row)\b([^<>]*)|(c)\b([^<>]*)|(v|t)\b[^<>]*>([^<]*)|(col)\b([^<>]*))|<!\[CDATA\["
)
_NUMBER = re.compile(rb"""\br\s*=\s*["'](\d{1,18})["']""")
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,9})(\d{1,18})["']""")
_KIND = re.compile(rb"""\bt\s*=\s*["'](\w+)["']""")
_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']""")
_FROM = re.compile(rb"""\bmin\s*=\s*["'](\d{1,6})["']""")
_TO = re.compile(rb"""\bmax\s*=\s*["'](\d{1,6})["']""")
_STRING = re.compile(rb"<(?:[^\s<>/:]+:)?si\b")
_TAG = re.compile(rb"<[^<>]*>")


@dataclass
class Facts:
    """What is known of a sheet before it is read; rows and columns count from 0."""

    rows: int = 0
    """Rows with something in them, at most ROWS_READ + 1."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def is_sheet(xml: bytes) -> bool:
    """True for the XML of a sheet with cells."""
    return _SHEET.search(xml[: 1024 * 1024]) is not None


def string_sizes(xml: bytes) -> list[int]:
    """The lengths of the texts that cells share, in bytes; for a long one without its marks."""
    sizes = []
    starts = [found.start() for found in _STRING.finditer(xml)]
    for start, end in pairwise([*starts, len(xml)]):
        long = end - start > LONGEST_CELL
        sizes.append(len(_TAG.sub(b"", xml[start:end])) if long else end - start)
    return sizes


def scan(xml: bytes, name: str, strings: Sequence[int]) -> tuple[Facts, bytes]:
    """What the sheet holds, and its XML, cut off after ROWS_READ rows. Raises UserError in words."""
    if b"\x00" in xml[:4096]:
        raise UserError(UNREADABLE)
    return _Scan(xml, name, strings).run()


def cell_name(row: int, column: int) -> str:
    """ "B7" for row 6, column 1."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


class _Scan:
    """One pass over the tags."""

    def __init__(self, xml: bytes, name: str, strings: Sequence[int]) -> None:
        self.xml, self.name, self.strings = xml, name, strings
        self.facts = Facts()
        self.row = self.column = -1
        self.kind = b""
        self.filled = -1
        self.text = 0
        self.box = [1 << 30, -1, 1 << 30, -1]

    def run(self) -> tuple[Facts, bytes]:
        for found in _TOKEN.finditer(self.xml):
            if found[1]:
                if self.facts.rows > ROWS_READ:
                    return self.facts, self._cut(found.start())
                self._begin_row(found[2])
            elif found[3]:
                self._begin_cell(found[4])
            elif found[5]:
                self._value(found[6])
            elif found[7]:
                self._hide(found[8])
            elif self.row >= 0:
                raise UserError(UNREADABLE)
        return self.facts, self.xml

    def _cut(self, at: int) -> bytes:
        found = _SHEET.search(self.xml)
        prefix = (found[1] or b"") if found else b""
        return self.xml[:at] + b"</%ssheetData></%sworksheet>" % (prefix, prefix)

    def _begin_row(self, attributes: bytes) -> None:
        number = _NUMBER.search(attributes)
        self.row = int(number[1]) - 1 if number else self.row + 1
        self.column = -1
        if _HIDDEN.search(attributes):
            self.facts.hidden_rows.add(self.row)

    def _begin_cell(self, attributes: bytes) -> None:
        place = _PLACE.search(attributes)
        if place:
            self.column, self.row = _column(place[1]), int(place[2]) - 1
        else:
            self.column += 1
        kind = _KIND.search(attributes)
        self.kind = kind[1] if kind else b""

    def _value(self, value: bytes) -> None:
        if self.column < 0 or not value:
            return
        self._reach()
        self._weigh(value)
        if self.kind == b"e":
            self.facts.errors[self.row, self.column] = value[:20].decode("utf-8", "replace")
        if self.row != self.filled:
            self.filled = self.row
            self.facts.rows += 1

    def _reach(self) -> None:
        top, bottom, left, right = self.box
        self.box = [
            min(top, self.row),
            max(bottom, self.row),
            min(left, self.column),
            max(right, self.column),
        ]
        top, bottom, left, right = self.box
        if right - left >= MOST_COLUMNS or (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
            raise UserError(FAR, sheet=self.name, cell=cell_name(self.row, self.column))

    def _weigh(self, value: bytes) -> None:
        size = len(value)
        if self.kind == b"s" and value.strip().isdigit():
            number = int(value[:9])
            size = self.strings[number] if number < len(self.strings) else 0
        if size > 4 * LONGEST_CELL:  # a letter takes at most four bytes
            where = cell_name(self.row, self.column)
            raise UserError(LONG_CELL, sheet=self.name, cell=where, most=LONGEST_CELL)
        self.text += size
        if self.text > MOST_TEXT:
            raise UserError(MUCH_TEXT, sheet=self.name)

    def _hide(self, attributes: bytes) -> None:
        first, last = _FROM.search(attributes), _TO.search(attributes)
        if first and last and _HIDDEN.search(attributes):
            until = min(int(last[1]), int(first[1]) + MOST_COLUMNS)
            self.facts.hidden_columns.update(range(int(first[1]) - 1, until))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
