"""An import that is being prepared: the table that was read, what the person decided, what it would do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from groupwork.domain.import_cells import DayOrder
from groupwork.domain.import_columns import NAMES, recognise
from groupwork.domain.import_doubts import NO_PERSON
from groupwork.domain.import_headers import MANY, Column
from groupwork.domain.imports import Choices, ImportPreview, ImportRow, RowNote, Table
from groupwork.errors import UserError
from groupwork.operations import imports
from groupwork.operations.imports import ImportReport
from groupwork.ui.gate import Gate

SAMPLES = 3


@dataclass(frozen=True)
class Line:
    """One row of the file as it would be stored, with its note.

    `status` is "add", "there" (skipped), "unlikely" (looks like no person, skipped) or "refused".
    """

    number: int
    status: str
    person: ImportRow | None
    raw: str
    """Its name as it stands in the file."""
    note: RowNote | None = None


class Draft:
    """What was read and decided. `report` is the dry run; None while no column holds names."""

    def __init__(self, path: Path, table: Table) -> None:
        self.path, self.table = path, table
        self.columns: tuple[Column | None, ...] = recognise(table.header)
        self._wishes = list(self.columns)
        self._touched: list[int] = []
        """Columns that the person gave a meaning, the last one last."""
        self.order: DayOrder | None = None
        self.anyway: frozenset[int] = frozenset()
        self._doubles: dict[int, RowNote] = {}
        self.preview: ImportPreview | None = None
        self.report: ImportReport | None = None
        self.error: UserError | None = None

    def mean(self, at: int, column: Column | None) -> None:
        """Let a column mean something else; another of this meaning is left out meanwhile, unless both may.

        It has its own meaning again when this one goes on to the next: arrows pass over many on their way.
        """
        self._wishes[at] = column
        self._touched = [*(other for other in self._touched if other != at), at]
        self.columns = self._resolved()
        self.anyway = frozenset()

    def _resolved(self) -> tuple[Column | None, ...]:
        taken: set[Column] = set()
        columns: list[Column | None] = [None] * len(self._wishes)
        others = [at for at in range(len(self._wishes)) if at not in self._touched]
        for at in (*reversed(self._touched), *others):
            wish = self._wishes[at]
            if wish is not None and (wish in MANY or wish not in taken):
                columns[at] = wish
                taken.add(wish)
        return tuple(columns)

    def read_dates(self, order: DayOrder) -> None:
        """How dates with slashes are written where the column does not tell."""
        self.order = order

    def add_anyway(self, line: int, *, on: bool) -> None:
        """Add a person of the same name all the same, or not after all."""
        self.anyway = self.anyway | {line} if on else self.anyway - {line}

    def add_all_anyway(self, *, on: bool) -> None:
        """Everybody who is there already, or nobody of them; not what looks like no person."""
        lines = frozenset(note.line for note in self.doubles())
        self.anyway = self.anyway | lines if on else self.anyway - lines

    def look(self, gate: Gate) -> None:
        """Judge again and ask what would happen; nothing is written."""
        self.preview = self.report = self.error = None
        try:
            choices = Choices(self.columns, self.order, gate.today)
            self.preview = imports.look_through(self.table, choices)
        except UserError as error:
            self.error = error
            return
        self.report = gate.ask(imports.import_people, self.preview, dry_run=True, anyway=self.anyway)
        if self.report is not None:
            kept = {line: note for line, note in self._doubles.items() if line in self.anyway}
            self._doubles = kept | _by_line(self.report.skipped)

    def samples(self, at: int) -> tuple[str, ...]:
        """A few different cells of a column, the first ones."""
        found: dict[str, None] = {}
        for _number, cells in self.table.rows:
            cell = " ".join(cells[at].split()) if at < len(cells) else ""
            if cell:
                found.setdefault(cell[:60])
            if len(found) == SAMPLES:
                break
        return tuple(found)

    def lines(self) -> tuple[Line, ...]:
        """Every row of the file with what would happen to it, in the order of the file."""
        return tuple(self._lines())

    def doubles(self) -> tuple[RowNote, ...]:
        """People who are there already, also those who are added all the same."""
        return tuple(note for note in self._skipped() if note.text != NO_PERSON)

    def unlikely(self) -> tuple[RowNote, ...]:
        """Rows that look like no person, also those that are added all the same."""
        return tuple(note for note in self._skipped() if note.text == NO_PERSON)

    def _skipped(self) -> list[RowNote]:
        return [note for _line, note in sorted(self._doubles.items())]

    def raw_name(self, number: int) -> str:
        """The name of a row as it stands in the file."""
        return self._raw(next((cells for line, cells in self.table.rows if line == number), ()))

    def _raw(self, cells: Iterable[str]) -> str:
        named = [cell for cell, column in zip(cells, self.columns, strict=False) if column in NAMES]
        return " ".join(" ".join(named).split())[:80]

    def _lines(self) -> Iterator[Line]:
        if self.preview is None or self.report is None:
            return
        added = {row.line: row for row in self.report.people}
        skipped, refused = _by_line(self.report.skipped), _by_line(self.report.refused)
        read = {row.line: row for row in self.preview.rows}
        for number, cells in self.table.rows:
            raw = self._raw(cells)
            person = added.get(number) or read.get(number)
            if number in added:
                yield Line(number, "add", person, raw)
            elif number in skipped:
                note = skipped[number]
                yield Line(number, "unlikely" if note.text == NO_PERSON else "there", person, raw, note)
            else:
                yield Line(number, "refused", person, raw, refused.get(number))


def _by_line(notes: Iterable[RowNote]) -> dict[int, RowNote]:
    return {note.line: note for note in notes}
