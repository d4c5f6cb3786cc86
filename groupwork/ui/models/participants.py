"""The list of people as a table model: what is shown, what is chosen, and the words of every cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from groupwork.domain.attendance import Mark
from groupwork.domain.ids import ParticipantId
from groupwork.domain.participants import PersonLine, age_on
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import N_, _, current, ngettext
from groupwork.ui.models.person_words import standing_chip
from groupwork.ui.models.register_words import ALERT_LOOKS, alert_words, mark_words

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Column(IntEnum):
    """The columns, left to right."""

    CHECK = 0
    NAME = 1
    CODE = 2
    AGE = 3
    GROUPS = 4
    MARKS = 5
    RATE = 6


TITLES: dict[Column, str] = {
    Column.CHECK: N_("Chosen"),
    Column.NAME: N_("Name"),
    Column.CODE: N_("Code"),
    Column.AGE: N_("Age"),
    Column.GROUPS: N_("Groups"),
    Column.MARKS: N_("Last attendance"),
    Column.RATE: N_("Attended"),
}


@dataclass(frozen=True)
class Second:
    """The second line under a name: an icon with its tone, or plain words."""

    text: str
    icon: str = ""
    tone: str = "text2"


class PeopleModel(QAbstractTableModel):
    """Rows are people; `chosen` are those a bulk action would be for, `signs` the centre's."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[PersonLine, ...] = ()
        self.marks: Mapping[ParticipantId, tuple[Mark, ...]] = {}
        self.chosen: set[ParticipantId] = set()
        self.today = date.min
        self.signs = plain_signs(current().language)

    def show(
        self, lines: Iterable[PersonLine], marks: Mapping[ParticipantId, tuple[Mark, ...]], today: date
    ) -> None:
        """Other people; who is no longer among them is no longer chosen."""
        self.beginResetModel()
        self.lines, self.marks, self.today = tuple(lines), marks, today
        self.chosen &= {line.id for line in self.lines}
        self.endResetModel()

    def choose(self, rows: Iterable[int], *, on: bool) -> None:
        """Choose people by row, or no longer."""
        for row in rows:
            person = self.lines[row].id
            (self.chosen.add if on else self.chosen.discard)(person)
        if self.lines:
            last = self.index(len(self.lines) - 1, Column.RATE)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])

    def is_chosen(self, row: int) -> bool:
        """Whether the person of a row is chosen."""
        return self.lines[row].id in self.chosen

    def row_of(self, person: ParticipantId | None) -> int:
        """The row of a person, or -1."""
        return next((n for n, line in enumerate(self.lines) if line.id == person), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        """People."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's heading."""
        if orientation is Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return _(TITLES[Column(section)])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for eyes, ears and tool tips; the check state of the first column."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.CHECK:
            return Qt.CheckState.Checked if line.id in self.chosen else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self.words(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(line, column)
        return None

    def words(self, line: PersonLine, column: Column) -> str:
        """What a screen reader says in a cell."""
        plain = {
            Column.NAME: lambda: ", ".join([line.name.full, *_extras(line)]),
            Column.CODE: lambda: line.code,
            Column.AGE: lambda: age_words(line, self.today),
            Column.GROUPS: lambda: ", ".join(line.group_names) or _("no groups"),
            Column.MARKS: lambda: marks_words(self.marks.get(line.id, ()), self.signs),
            Column.RATE: lambda: rate_words(line),
        }
        if column in plain:
            return plain[column]()
        text = _("{name}, chosen") if line.id in self.chosen else _("{name}, not chosen")
        return text.format(name=line.name.full)

    def tip(self, line: PersonLine, column: Column) -> str:
        """What shapes and elided words mean; empty where the cell says it all."""
        if column is Column.NAME:
            return "\n".join([line.name.full, *_extras(line)])
        if column is Column.MARKS and self.marks.get(line.id):
            return marks_words(self.marks[line.id], self.signs)
        if column is Column.GROUPS:
            return "\n".join(line.group_names)
        if column is Column.RATE:
            return rate_words(line)
        return ""


def second_line(line: PersonLine) -> Second | None:
    """What stands under a name: where somebody stands who is not simply here, alerts, or the native name."""
    chip = standing_chip(line.stay, line.standing)
    if chip is not None:
        return Second(chip.words, chip.icon, chip.tone)
    if len(line.alerts) > 1:
        count = len(line.alerts)
        words = ngettext("{n} alert", "{n} alerts", count).format(n=count)
        return Second(words, "triangle-alert", "warn")
    if line.alerts:
        icon, tone = ALERT_LOOKS[line.alerts[0].kind]
        return Second(line.alerts[0].words or alert_words(line.alerts[0]), icon, tone)
    return Second(line.name.native) if line.name.native else None


def age_words(line: PersonLine, today: date) -> str:
    """ "52 years", or that nobody said."""
    if line.birth_date is None:
        return _("age not known")
    age = age_on(line.birth_date, today)
    return ngettext("{n} year", "{n} years", age).format(n=age)


def marks_words(marks: tuple[Mark, ...], signs: Signs) -> str:
    """The last marks in the centre's words, oldest first."""
    if not marks:
        return _("nothing recorded yet")
    said = ", ".join(mark_words(mark, signs) for mark in marks)
    return _("last {n}, oldest first: {marks}").format(n=len(marks), marks=said)


def rate_words(line: PersonLine) -> str:
    """ "92.9 %, 26 of 28 available", or that nothing counts yet."""
    if not line.rate.of:
        return _("no rate yet")
    return _("{rate}, {n} of {of} available this term").format(
        rate=line.rate.shown(current().number), n=line.rate.n, of=line.rate.of
    )


def _extras(line: PersonLine) -> list[str]:
    native = [line.name.native] if line.name.native else []
    chip = standing_chip(line.stay, line.standing)
    return [*native, *([chip.words] if chip else []), *(alert_words(alert) for alert in line.alerts)]
