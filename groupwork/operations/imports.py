"""Import of participants from a CSV file or workbook: look first, then write all of them in one step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from groupwork.domain.duplicates import Known, new_people
from groupwork.domain.import_doubts import NO_PERSON
from groupwork.domain.import_judge import judge
from groupwork.domain.import_matches import MISSING
from groupwork.domain.imports import Choices, ImportPreview, ImportRow, RowNote, Table
from groupwork.domain.people import next_code
from groupwork.errors import Cancelled
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.import_rows import NO_MATCHES, Found, Matches, ahead, matches, save
from groupwork.store.tables import Participant

if TYPE_CHECKING:
    from groupwork.store.journal import Done

STOPPED = N_("The import was stopped. Nobody was added.")
TOLD_EVERY = 50


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do when `dry_run`; `done` is None when nothing was written."""

    added: int
    skipped: tuple[RowNote, ...]
    """Rows of people who are there already, or may be, and rows that look like no person."""
    refused: tuple[RowNote, ...]
    remarks: tuple[RowNote, ...]
    """Cells that were left out of people who are added."""
    without_start: int
    """People added whose stay starts today because the file says nothing."""
    dry_run: bool
    done: Done | None = None
    people: tuple[ImportRow, ...] = ()
    """Those who are added."""
    matches: Matches = NO_MATCHES

    @property
    def unlikely(self) -> tuple[RowNote, ...]:
        """Those skipped because they look like no person."""
        return tuple(note for note in self.skipped if note.text == NO_PERSON)

    @property
    def doubles(self) -> tuple[RowNote, ...]:
        """Those skipped because they are there already, or may be."""
        return tuple(note for note in self.skipped if note.text != NO_PERSON)

    @property
    def missing(self) -> bool:
        """Whether a dry run found groups or key workers in the list that are not at the centre."""
        return any(note.text in MISSING for note in self.matches.notes)


def read_table(
    path: Path,
    sheet: str = "",
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """The cells of a CSV file or workbook (`sheet` empty: the first with a header); for any thread.

    Raises UserError in words when it cannot be read, Cancelled when it was stopped.
    """
    from groupwork.exchange import people_file

    return people_file.read_table(path, sheet, progress=progress, cancelled=cancelled)


def read_people(path: Path, sheet: str = "", today: date | None = None) -> ImportPreview:
    """What a file holds; nothing is written. Raises UserError in words when it cannot be read."""
    return judge(read_table(path, sheet), Choices(today=today))


def look_through(table: Table, choices: Choices | None = None) -> ImportPreview:
    """The same for a table that is read, with what a person decided. UserError when nothing is a name."""
    return judge(table, choices)


@allowed(Right.PEOPLE)
def import_people(
    desk: Desk,
    preview: ImportPreview,
    *,
    dry_run: bool = False,
    anyway: Collection[int] = (),
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportReport:
    """Add the people of a preview with a stay each, in one step that one undo takes back.

    Duplicates in the file and with the centre are skipped and named, but for the lines in `anyway`. Writes
    nothing on a dry run or when nobody is new. For any thread; raises Cancelled when it was stopped, and
    nobody is added then.
    """
    from groupwork.operations.vault import own_connection

    with own_connection(desk.store):
        return _import(desk, preview, anyway, _Pace(progress, cancelled), dry_run=dry_run)


def _import(
    desk: Desk, preview: ImportPreview, anyway: Collection[int], pace: _Pace, *, dry_run: bool
) -> ImportReport:
    known = _known()
    added, skipped, refused = new_people(preview.rows, known, desk.today, anyway)
    found = matches(preview, added, desk.today)
    done = None
    if added and not dry_run:
        codes = _codes([*(person.code for person in known), *(row.code for row in added)])
        with desk.step("participants.imported", count=len(added)) as step:
            for row in pace.over(added):
                save(step, row, row.code or next(codes), found.by_line.get(row.line, Found()), desk.today)
        done = step.done
    found = ahead(found) if dry_run else found
    gone = {note.line for note in (*preview.refused, *skipped, *refused)}
    return ImportReport(
        added=len(added),
        skipped=skipped,
        refused=_by_line((*preview.refused, *refused)),
        remarks=_by_line((*(note for note in preview.remarks if note.line not in gone), *found.notes)),
        without_start=sum(row.start is None for row in added),
        dry_run=dry_run,
        done=done,
        people=added,
        matches=found,
    )


@dataclass(frozen=True)
class _Pace:
    """Tells how far the rows are, and stops when asked to."""

    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None

    def over(self, rows: Sequence[ImportRow]) -> Iterator[ImportRow]:
        """The rows one after the other; raises Cancelled."""
        for number, row in enumerate(rows):
            if self.cancelled is not None and self.cancelled():
                raise Cancelled(STOPPED)
            if self.progress is not None and number % TOLD_EVERY == 0:
                self.progress(number, len(rows))
            yield row


def _by_line(notes: Iterable[RowNote]) -> tuple[RowNote, ...]:
    return tuple(sorted(notes, key=lambda note: note.line))


def _known() -> list[Known]:
    """Everybody, also by the name of a record that was merged into theirs, and every code in use."""
    rows = list(Participant.select())
    codes = {row.id: row.code for row in rows}
    known = [
        Known(row.full, row.native, row.birth_date, codes.get(row.merged_into_id, row.code)) for row in rows
    ]
    return known + [Known("", "", None, row.code) for row in rows if row.merged_into_id is not None]


def _codes(taken: Iterable[str]) -> Iterator[str]:
    """Free codes one after the other, above every code that is in use."""
    code = next_code("P", taken)
    while True:
        yield code
        code = next_code("P", [code])
