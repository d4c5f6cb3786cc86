"""An OpenDocument sheet looked through before it is read: repeated cells can make it grow without end."""

from __future__ import annotations

import re

from groupwork.errors import UserError
from groupwork.exchange.sheet_scan import (
    FAR,
    LONG_CELL,
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_TEXT,
    MUCH_TEXT,
    ROWS_READ,
    Facts,
    cell_name,
)

_TOKEN = re.compile(
    rb"<table:(?:(table)\s([^<>]*)|(table-row)\b([^<>]*)|(?:covered-)?(table-cell)\b([^<>]*)|(table-column)\b([^<>]*))"
    rb"|</table:(?:(table-row)|(table))>"
)
_NAME = re.compile(rb'table:name\s*=\s*"([^"]*)"')
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["'](\d{1,18})["']""")
_SHUT = re.compile(rb"""table:visibility\s*=\s*["'](?:collapse|filter)["']""")
_ERROR = re.compile(rb'calcext:value-type="error"')
_TAG = re.compile(rb"<[^<>]*>")


def scan(xml: bytes) -> dict[str, Facts]:
    """Facts by the sheet's name. Raises UserError for what would grow without end."""
    return _Scan(xml).run()


class _Scan:
    """One pass over the tags of all sheets."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        self.found: dict[str, Facts] = {}
        self.facts, self.name = Facts(), ""
        self.row = self.rows = self.column = self.columns = 0
        self.cells = self.text = self.widest = 0

    def run(self) -> dict[str, Facts]:
        tokens = list(_TOKEN.finditer(self.xml))
        for found, after in zip(tokens, [*tokens[1:], None], strict=True):
            if found[1]:
                self._table(found[2])
            elif found[3]:
                self._row(found[4])
            elif found[5]:
                self._cell(found[6], self.xml[found.end() : after.start() if after else found.end()])
            elif found[7]:
                self._columns(found[8])
            elif found[9]:
                self._end_row()
        return self.found

    def _table(self, attributes: bytes) -> None:
        from xml.sax.saxutils import unescape

        name = _NAME.search(attributes)
        self.name = (
            unescape(name[1].decode("utf-8", "replace"), {"&quot;": '"', "&apos;": "'"}) if name else ""
        )
        self.facts = self.found.setdefault(self.name, Facts())
        self.row = self.columns = self.widest = 0

    def _row(self, attributes: bytes) -> None:
        self.column = self.cells = 0
        self.rows = _times(attributes)
        if _SHUT.search(attributes):
            self.facts.hidden_rows.update(range(self.row, self.row + min(self.rows, 10 * ROWS_READ)))
        if attributes.endswith(b"/"):
            self._end_row()

    def _columns(self, attributes: bytes) -> None:
        times = _times(attributes)
        if _SHUT.search(attributes):
            last = self.columns + min(times, MOST_COLUMNS)
            self.facts.hidden_columns.update(range(self.columns, last))
        self.columns += times

    def _cell(self, attributes: bytes, content: bytes) -> None:
        times = _times(attributes)
        text = b"" if attributes.endswith(b"/") else _TAG.sub(b"", content)
        if text.strip() or b"office:value" in attributes:
            self._filled(attributes, text, times)
        self.column += times

    def _filled(self, attributes: bytes, text: bytes, times: int) -> None:
        where = cell_name(self.row, self.column)
        if self.column + times > MOST_COLUMNS:
            raise UserError(FAR, sheet=self.name, cell=where)
        if len(text) > 4 * LONGEST_CELL:
            raise UserError(LONG_CELL, sheet=self.name, cell=where, most=LONGEST_CELL)
        self.cells += times
        self.widest = max(self.widest, self.column + times)
        self.text += times * min(self.rows, ROWS_READ) * len(text)
        if self.text > MOST_TEXT:
            raise UserError(MUCH_TEXT, sheet=self.name)
        if _ERROR.search(attributes):
            self.facts.errors[self.row, self.column] = text.strip()[:20].decode("utf-8", "replace")

    def _end_row(self) -> None:
        if self.cells:
            self.facts.rows = min(self.facts.rows + self.rows, ROWS_READ + 1)
            if (self.row + self.rows) * self.widest > MOST_CELLS:
                raise UserError(FAR, sheet=self.name, cell=cell_name(self.row, 0))
        self.row += self.rows
        self.cells = 0


def _times(attributes: bytes) -> int:
    found = _REPEATED.search(attributes)
    return int(found[1]) if found else 1
