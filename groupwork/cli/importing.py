"""The import command: people from a CSV file or workbook; each row not taken is named with its reason."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import Any

from groupwork.cli import opening
from groupwork.domain.imports import Choices, ImportPreview, RowNote
from groupwork.i18n import _, ngettext
from groupwork.operations import imports
from groupwork.operations.imports import ImportReport

DONE, REFUSED = 0, 3


def import_people(options: Namespace) -> int:
    """Import participants, or with --dry-run say what would happen. Exit 3 when every row was refused."""
    table = imports.read_table(options.list, options.sheet)
    with opening.desk(options, write=not options.dry_run) as desk:
        preview = imports.look_through(table, Choices(today=desk.today))
        report = imports.import_people(desk, preview, dry_run=options.dry_run)
    if options.json:
        print(json.dumps(_shape(preview, report), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(preview, report)))
    return REFUSED if report.refused and not report.added and not report.skipped else DONE


def _shape(preview: ImportPreview, report: ImportReport) -> dict[str, Any]:
    return {
        "added": report.added,
        "skipped": [_note(note) for note in report.skipped],
        "refused": [_note(note) for note in report.refused],
        "remarks": [_note(note) for note in report.remarks],
        "unknown_columns": list(preview.unknown_columns),
        "encoding": preview.encoding,
        "delimiter": preview.delimiter,
        "dry_run": report.dry_run,
    }


def _note(note: RowNote) -> dict[str, Any]:
    return {"line": note.line, "column": note.column, "reason": _sentence(note)}


def _sentence(note: RowNote) -> str:
    return _(note.text).format(**dict(note.values))


def _lines(preview: ImportPreview, report: ImportReport) -> Iterator[str]:
    yield _head(report)
    yield from (_(said) for said in preview.said)
    if preview.unknown_columns:
        yield _("Columns not used: {columns}").format(columns=", ".join(preview.unknown_columns))
    if report.without_start and not report.dry_run:
        yield _("Where the file has no first day, the stay begins today.")
    yield from _named(_("Refused:"), report.refused)
    yield from _named(_("Already here, not added again:"), report.doubles)
    yield from _named(_("Looks like no person, not added:"), report.unlikely)
    yield from _named(_("Left out:"), report.remarks)


def _head(report: ImportReport) -> str:
    n = report.added
    if report.dry_run:
        text = ngettext("{n} participant would be added.", "{n} participants would be added.", n)
    else:
        text = ngettext("{n} participant added.", "{n} participants added.", n)
    return text.format(n=n)


def _named(title: str, notes: Iterable[RowNote]) -> Iterator[str]:
    listed = list(notes)
    if listed:
        yield title
    for note in listed:
        if note.column:
            where = _("line {line}, {column}").format(line=note.line, column=note.column)
        else:
            where = _("line {line}").format(line=note.line)
        yield f"  {where}: {_sentence(note)}"
