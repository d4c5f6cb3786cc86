"""The rows of an import as they would be stored, for the preview table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from groupwork.domain.consents import PURPOSE_LABELS, Purpose
from groupwork.domain.imports import ImportRow
from groupwork.domain.languages import language_words, spoken
from groupwork.domain.people import ALERT_LABELS
from groupwork.domain.traits import TRAIT_LABELS
from groupwork.i18n import N_, WEEKDAYS, _, current
from groupwork.operations.import_rows import NO_MATCHES, Found, Matches
from groupwork.ui.importing import words
from groupwork.ui.importing.draft import Draft, Line

Index = QModelIndex | QPersistentModelIndex
STATUS_WORDS = {
    "add": N_("new"),
    "there": N_("there already"),
    "unlikely": N_("no person?"),
    "refused": N_("cannot be read"),
}
LINE, STATUS, NAME = 0, 1, 2


@dataclass(frozen=True)
class Shown:
    """One column of the preview: heading (gettext source) and what it shows of a person."""

    heading: str
    show: Callable[[ImportRow, Matches], str]


class ImportModel(QAbstractTableModel):
    """Row, what happens, name, and every column that somebody has something in."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self._matches = NO_MATCHES
        self._shown: tuple[Shown, ...] = ()

    def show_draft(self, draft: Draft) -> None:
        """Other rows."""
        self.beginResetModel()
        self.lines = draft.lines()
        self._matches = draft.report.matches if draft.report is not None else NO_MATCHES
        people = [line.person for line in self.lines if line.person is not None]
        self._shown = tuple(
            each for each in COLUMNS if any(each.show(person, self._matches) for person in people)
        )
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """One for each row of the file."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Three, and what the file has."""
        return 0 if parent is not None and parent.isValid() else 3 + len(self._shown)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Headings in the language in use."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Row"), "", _("Name"), *(_(each.heading) for each in self._shown))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell; a screen reader hears the heading too."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._reason(index.row()) or self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self.headerData(index.column(), Qt.Orientation.Horizontal)
            text = self.text(index.row(), index.column())
            if index.column() == STATUS and self._reason(index.row()):
                return f"{text}: {self._reason(index.row())}"
            return f"{heading}: {text}" if heading and text else text
        return None

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        line = self.lines[row]
        if column == LINE:
            return str(line.number)
        if column == STATUS:
            return _(STATUS_WORDS[line.status])
        if column == NAME:
            return _name(line)
        return self._shown[column - 3].show(line.person, self._matches) if line.person is not None else ""

    def _reason(self, row: int) -> str:
        """Why a row is not taken."""
        note = self.lines[row].note
        return words.sentence(note) if note is not None else ""


def _name(line: Line) -> str:
    if line.person is None:
        return line.raw
    name = line.person.name
    return f"{name.full} · {name.native}" if name.native and name.native != name.full else name.full


def _called(row: ImportRow, _matches: Matches) -> str:
    return row.name.called if row.name.called not in (row.given, row.name.full) else ""


def _contact(row: ImportRow, _matches: Matches) -> str:
    contact = row.details.contact
    if contact is None:
        return ""
    return ", ".join(dict.fromkeys(part for part in (contact.name, contact.relation, contact.phone) if part))


def _photos(row: ImportRow, _matches: Matches) -> str:
    return "" if row.details.photos is None else (_("yes") if row.details.photos else _("no"))


def _worker(row: ImportRow, matches: Matches) -> str:
    found = matches.by_line.get(row.line, Found()).key_worker
    return matches.staff.get(found, "") if found is not None else ""


def _groups(row: ImportRow, matches: Matches) -> str:
    found = matches.by_line.get(row.line, Found()).groups
    return words.listed(matches.groups.get(each, "") for each in found)


def _alerts(row: ImportRow, _matches: Matches) -> str:
    return "; ".join(f"{_(ALERT_LABELS[kind])}: {said}" for kind, said in row.details.alerts)


def _traits(row: ImportRow, _matches: Matches) -> str:
    return "; ".join(f"{_(TRAIT_LABELS[kind])}: {said}" for kind, said in row.details.traits)


def _days(row: ImportRow, _matches: Matches) -> str:
    return words.listed(WEEKDAYS[current().language][day] for day in row.details.days)


def _date(value: Any) -> str:
    return current().short_day(value) if value is not None else ""


COLUMNS: tuple[Shown, ...] = (
    Shown(N_("Born"), lambda row, _m: _date(row.birth_date)),
    Shown(N_("Code"), lambda row, _m: row.code),
    Shown(N_("Called"), _called),
    Shown(N_("How it is said"), lambda row, _m: row.details.pronunciation),
    Shown(N_("Language"), lambda row, _m: language_words(row.language, _)),
    Shown(N_("Interpreter"), lambda row, _m: _("yes") if row.interpreter else ""),
    Shown(N_("Other languages"), lambda row, _m: words.listed(spoken(row.details.speaks, _))),
    Shown(N_("Telephone"), lambda row, _m: row.details.phone),
    Shown(N_("E-mail"), lambda row, _m: row.details.email),
    Shown(N_("Address"), lambda row, _m: row.details.address.replace("\n", ", ")),
    Shown(N_("Emergency contact"), _contact),
    Shown(N_("Key worker"), _worker),
    Shown(N_("Groups"), _groups),
    Shown(N_("Agreed days"), _days),
    Shown(N_("First day here"), lambda row, _m: _date(row.start)),
    Shown(N_("Last day here"), lambda row, _m: _date(row.end)),
    Shown(N_("Alerts"), _alerts),
    Shown(N_("About the person"), _traits),
    Shown(PURPOSE_LABELS[Purpose.PHOTOS], _photos),
    Shown(N_("Note"), lambda row, _m: " ".join(row.details.note.split())),
)
"""In the order they stand in the table; those with nothing in them are left out."""
