"""Import of participants from a CSV file: look first, then write all of them in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from groupwork.domain.duplicates import Known, new_people
from groupwork.domain.imports import ImportPreview, ImportRow, RowNote, judge
from groupwork.domain.people import next_code
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store.tables import Episode, Participant

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do when `dry_run`; `done` is None when nothing was written."""

    added: int
    skipped: tuple[RowNote, ...]
    """Rows of people who are there already, or may be."""
    refused: tuple[RowNote, ...]
    remarks: tuple[RowNote, ...]
    """Cells that were left out of people who are added."""
    without_start: int
    """People added whose stay starts today because the file says nothing."""
    dry_run: bool
    done: Done | None = None


def read_people(path: Path) -> ImportPreview:
    """What a CSV file holds; nothing is written. Raises UserError in words when it cannot be read."""
    from groupwork.exchange.people_csv import read_table

    return judge(read_table(path))


@allowed(Right.PEOPLE)
def import_people(desk: Desk, preview: ImportPreview, *, dry_run: bool = False) -> ImportReport:
    """Add the people of a preview with a stay each, in one step that one undo takes back.

    Duplicates in the file and with the centre are skipped and named. Writes nothing on a dry run or when
    nobody is new.
    """
    known = _known()
    added, skipped, refused = new_people(preview.rows, known, desk.today)
    done = None
    if added and not dry_run:
        codes = _codes([*(person.code for person in known), *(row.code for row in added)])
        with desk.step("participants.imported", count=len(added)) as step:
            for row in added:
                _add(step, row, row.code or next(codes), desk.today)
        done = step.done
    return ImportReport(
        added=len(added),
        skipped=skipped,
        refused=tuple(sorted((*preview.refused, *refused), key=lambda note: note.line)),
        remarks=preview.remarks,
        without_start=sum(row.start is None for row in added),
        dry_run=dry_run,
        done=done,
    )


def _known() -> list[Known]:
    rows = Participant.select(Participant.full, Participant.native, Participant.birth_date, Participant.code)
    return [Known(row.full, row.native, row.birth_date, row.code) for row in rows]


def _codes(taken: Iterable[str]) -> Iterator[str]:
    """Free codes one after the other, above every code that is in use."""
    code = next_code("P", taken)
    while True:
        yield code
        code = next_code("P", [code])


def _add(step: Step, row: ImportRow, code: str, today: date) -> None:
    participant = Participant(
        code=code,
        called=row.name.called,
        full=row.name.full,
        rest=row.name.rest,
        native=row.name.native,
        sort_name=row.sort_name,
        birth_date=row.birth_date,
        language=row.language,
        interpreter=row.interpreter,
        active=row.end is None or row.end >= today,
    )
    step.save(participant)
    start = row.start or min(today, row.end or today)
    step.save(Episode(participant=participant.id, start=start, end=row.end))
