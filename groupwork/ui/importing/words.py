"""Sentences of the import page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from groupwork.domain.import_headers import MEANINGS, Column
from groupwork.domain.imports import RowNote
from groupwork.i18n import _, ngettext
from groupwork.operations.imports import ImportReport

LEFT_OUT = "-"
"""The choice for a column that is not taken."""

MOST_ROWS = 8
"""Rows that are named in one remark."""

Counted = tuple[str, str, str]
"""Words, tone and icon of a chip."""


def takes() -> str:
    """What kinds of file are read."""
    return _(
        "Excel (.xlsx, .xls), LibreOffice (.ods) or CSV, with one person in each row and a row that names "
        "the columns. The file itself stays as it is."
    )


def knows() -> str:
    """Which columns are found by themselves."""
    return _(
        "Found by themselves, in German and English: names, date of birth, languages, telephone, address, "
        "emergency contact, key worker, groups, agreed days, alerts, needs, consent to photos and notes."
    )


def meanings() -> list[tuple[object, str]]:
    """Everything a column may mean, "leave out" first."""
    return [(LEFT_OUT, _("Leave out")), *((column.value, _(words)) for column, words in MEANINGS.items())]


def meaning_of(value: object) -> Column | None:
    """A choice back into a meaning: Qt hands back the code alone."""
    return Column(value) if isinstance(value, str) and value != LEFT_OUT else None


def column_name(header: str, at: int) -> str:
    """The header of a column, or its number when it has none."""
    return header or _("Column {n}").format(n=at + 1)


def before(report: ImportReport | None) -> str:
    """What to know before the import is done."""
    told = _("Nothing has been written yet: look through it first.")
    if report is None or not report.missing:
        return told
    first = _("Groups and staff of the list that are missing here can be made first, or later.")
    return f"{told} {first}"


def importing(number: int) -> str:
    """The long job of many people."""
    return ngettext("Importing {n} person", "Importing {n} people", number).format(n=number)


def sentence(note: RowNote) -> str:
    """What a note says, without where."""
    return _(note.text).format(**dict(note.values))


def where(note: RowNote) -> str:
    """ "Row 7, Geburtsdatum"."""
    if note.column:
        return _("Row {line}, {column}").format(line=note.line, column=note.column)
    return _("Row {line}").format(line=note.line)


def gather(notes: Iterable[RowNote]) -> list[tuple[RowNote, tuple[int, ...]]]:
    """Notes that say the same of several rows, once, with all their rows."""
    found: dict[RowNote, list[int]] = {}
    for note in notes:
        found.setdefault(replace(note, line=0), []).append(note.line)
    return [(note, tuple(dict.fromkeys(lines))) for note, lines in found.items()]


def place(column: str, lines: tuple[int, ...]) -> str:
    """ "Row 7, Angebot", "Rows 7, 9, 12, Angebot"; of very many rows how many."""
    if len(lines) == 1:
        return where(RowNote(lines[0], column, ""))
    shown = ", ".join(str(line) for line in lines[:MOST_ROWS])
    if len(lines) > MOST_ROWS:
        shown = _("{rows} and {n} more").format(rows=shown, n=len(lines) - MOST_ROWS)
    if column:
        return _("Rows {rows}, {column}").format(rows=shown, column=column)
    return _("Rows {rows}").format(rows=shown)


def counts(report: ImportReport) -> tuple[Counted, ...]:
    """ "22 will be added", "1 is there already", "1 cannot be read", what was left out."""
    chips = (
        (report.added, "good", "user-plus", _will_be_added),
        (len(report.doubles), "warn", "users", _is_there),
        (len(report.unlikely), "warn", "circle-help", _no_person),
        (len(report.refused), "bad", "circle-alert", _cannot_be_read),
        (len(gather(report.remarks)), "neutral", "info", _remarks),
    )
    return tuple((say(n), tone, icon) for n, tone, icon, say in chips if n or say is _will_be_added)


def import_button(n: int) -> str:
    """What the button does."""
    return ngettext("Import {n} person", "Import {n} people", n).format(n=n)


def added(n: int) -> str:
    """What was done."""
    return ngettext("{n} person was added.", "{n} people were added.", n).format(n=n)


def rows_read(n: int) -> str:
    """How long the list is."""
    return ngettext("{n} row", "{n} rows", n).format(n=n)


def more(n: int) -> str:
    """What is not listed."""
    return ngettext("and {n} more", "and {n} more", n).format(n=n)


def spoken(report: ImportReport) -> str:
    """All counts in one sentence, for a screen reader."""
    return ", ".join(text for text, _tone, _icon in counts(report))


def listed(names: Iterable[str]) -> str:
    """ "Monday, Friday"."""
    return ", ".join(names)


def _will_be_added(n: int) -> str:
    return ngettext("{n} will be added", "{n} will be added", n).format(n=n)


def _is_there(n: int) -> str:
    return ngettext("{n} is there already", "{n} are there already", n).format(n=n)


def _no_person(n: int) -> str:
    return ngettext("{n} looks like no person", "{n} look like no person", n).format(n=n)


def _cannot_be_read(n: int) -> str:
    return ngettext("{n} cannot be read", "{n} cannot be read", n).format(n=n)


def _remarks(n: int) -> str:
    return ngettext("{n} remark", "{n} remarks", n).format(n=n)
