"""A register as a table with tabs: printed to be edited in a spreadsheet, and read back.

The columns are named in the language in use; those of both languages and of the JSON are understood.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from groupwork import i18n
from groupwork.cli.register_options import setting
from groupwork.domain.mark_text import format_mark, parse_mark
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.register_changes import Fact, MarkCells, Setting, refusal, shown
from groupwork.domain.task_text import format_result, plain
from groupwork.domain.text import clean_line, fold
from groupwork.errors import Refused, Trouble, UserError
from groupwork.exchange.encoding import decode
from groupwork.i18n import LANGUAGES, N_, _

MOST_BYTES = 4_000_000
CODE, NAME, MARK, REASON, TOLD = "code", "name", "mark", "reason", "told_at"
PART, BEFORE, AFTER = (fact.value for fact in (Fact.PARTICIPATION, Fact.MOOD_BEFORE, Fact.MOOD_AFTER))
HEADS: dict[str, str] = {
    CODE: N_("Code"),
    NAME: N_("Name"),
    MARK: N_("Mark"),
    REASON: N_("Reason"),
    TOLD: N_("Told on"),
    PART: N_("Taking part"),
    BEFORE: N_("Mood before"),
    AFTER: N_("Mood after"),
}
TASK_HEAD = N_("Task: {task}")
_TASK = re.compile(r"(?:task|aufgabe)\s*:\s*(.+)", re.IGNORECASE)
_GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
NO_TABLE = N_("This is no table with tabs. Write one with --tsv and edit it.")


@dataclass(frozen=True)
class Table:
    """What a table says; `names` are those that stand beside the codes, to find rows that were mixed up."""

    settings: tuple[Setting, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    def check(self, found: Register) -> None:
        """Refuses a code that stands beside somebody else's name."""
        for row in found.rows:
            name = self.names.get(row.code.upper(), "")
            if name and fold(name) != fold(row.name.full):
                raise Refused(
                    N_("{code} is {name}, but the table says “{typed}”. Are its rows mixed up?"),
                    code=row.code,
                    name=row.name.full,
                    typed=shown(name),
                )


def text(found: Register) -> str:
    """The register as a table that `read` understands."""
    heads = [*map(_, HEADS.values())]
    heads += [_(TASK_HEAD).format(task=plain(task.name)) for task in found.tasks]
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(_cells(row) for row in found.rows)
    return out.getvalue()


def read(file: Path) -> Table:
    """The settings of a table; `-` is standard input. Raises Trouble or Refused, naming the line."""
    lines = _lines(_bytes(file))
    columns = _columns(next(lines, []))
    settings: list[Setting] = []
    names: dict[str, str] = {}
    for number, cells in enumerate(lines, 2):
        if not any(cells):
            continue
        if len(cells) > len(columns):
            raise Refused(N_("Line {line} has more cells than there are columns."), line=number)
        row = dict(zip(columns, cells, strict=False))
        code = row.get(CODE, "").upper()
        if not code:
            raise Refused(N_("Line {line} has no code, so nobody knows whom it is about."), line=number)
        if code in names:
            raise Refused(N_("{code} is named twice."), code=shown(code))
        names[code] = row.get(NAME, "")
        settings += _settings(code, row)
    if not names:
        raise Refused(N_("There is nothing to record."))
    return Table(tuple(settings), names)


def _cells(row: RegisterRow) -> list[str]:
    told = row.mark.told_at.isoformat() if row.mark.told_at else ""
    numbers = (row.participation, row.mood_before, row.mood_after)
    return [
        *(row.code, row.name.full, format_mark(row.mark), row.mark.reason, told),
        *("" if number is None else str(number) for number in numbers),
        *map(format_result, row.results),
    ]


def _bytes(file: Path) -> bytes:
    try:
        if str(file) == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
        else:
            with file.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)
    except OSError:
        raise Trouble(N_("The file “{file}” cannot be read."), file=file.name) from None
    if len(data) > MOST_BYTES:
        raise Refused(N_("The table is too large for a register."))
    return data


def _lines(data: bytes) -> Iterator[list[str]]:
    if not data.strip():
        raise Refused(N_("There is nothing to record."))
    try:
        words = decode(data).text
        for cells in csv.reader(io.StringIO(words, newline=""), dialect="excel-tab", strict=True):
            yield [cell.strip() for cell in cells]
    except (UserError, csv.Error):
        raise Refused(NO_TABLE) from None


def _columns(heads: Sequence[str]) -> list[str]:
    """What each column is: a name of `HEADS`, or a task's with a colon before it."""
    known = {_folded(said): name for name, label in HEADS.items() for said in (name, *_said(label))}
    columns: list[str] = []
    for head in heads:
        task = _TASK.fullmatch(head)
        name = f":{task[1]}" if task is not None else known.get(_folded(head), "")
        if not name:
            raise Refused(
                N_("The column “{column}” is not known. Columns are {columns}."),
                column=shown(head),
                columns=", ".join([*map(_, HEADS.values()), _(TASK_HEAD).format(task="…")]),
            )
        if name in columns:
            raise Refused(N_("The column “{column}” is there twice."), column=shown(head))
        columns.append(name)
    if CODE not in columns:
        raise Refused(N_("The table needs a column “{column}”."), column=_(HEADS[CODE]))
    return columns


def _said(label: str) -> list[str]:
    return [i18n.words(language).text(label) for language in LANGUAGES]


def _folded(head: str) -> str:
    return fold(head).replace("_", " ")


def _settings(code: str, row: Mapping[str, str]) -> Iterator[Setting]:
    """What a row says: an empty cell says nothing."""
    if row.get(MARK) or row.get(REASON) or row.get(TOLD):
        yield _mark(code, row.get(MARK, ""), row.get(REASON, ""), row.get(TOLD, ""))
    for name, cell in row.items():
        if cell and name in (PART, BEFORE, AFTER):
            yield setting(code, Fact(name), cell)
        elif cell and name.startswith(":"):
            yield setting(code, Fact.TASK, cell, name[1:])


def _mark(code: str, mark: str, reason: str, told: str) -> Setting:
    typed = mark or reason or told
    try:
        cells = MarkCells(
            parse_mark(mark) if mark else None,
            _line(reason) if reason else None,
            _day(_line(told)) if told else None,
        )
    except UserError as why:
        raise refusal(code, Fact.MARK, typed, why) from None
    return Setting(code, Fact.MARK, typed, cells)


def _line(cell: str) -> str:
    """The cell's text, "" for the dash that takes away what is there."""
    return "" if cell in ("-", "–") else clean_line(cell, limit=100_000)


def _day(cell: str) -> str:
    """A German day as an ISO one: spreadsheets write them back in their own way."""
    found = _GERMAN_DAY.fullmatch(cell)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found is not None else cell
