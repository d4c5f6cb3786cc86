"""The rows of a day's presence as the grid shows and says them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupwork.domain.presence import Away, Times
from groupwork.domain.presence_day import STATE_LABELS, PresenceDay, PresenceRow, State
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    EXPECTED = 1
    ARRIVED = 2
    LEFT = 3
    AWAY = 4


TYPED = (Column.ARRIVED, Column.LEFT, Column.AWAY)
"""Columns the cursor stands in."""


@dataclass(frozen=True)
class Shown:
    """What a cell says: words, and whether they are only suggested. `offer`: a click records "now"."""

    words: str = ""
    suggested: bool = False
    offer: bool = False


class PresenceModel(QAbstractTableModel):
    """One day. Another day or other people reset it; else only the rows that changed are repainted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.page: PresenceDay | None = None
        self.signs: Signs = plain_signs("en")
        self.can_record = False
        self._draft: tuple[int, Column, str] | None = None

    def show_day(self, page: PresenceDay) -> None:
        """Another reading of the day."""
        old, self.page = self.page, page
        if old is None or old.date != page.date or _people(old) != _people(page):
            self.beginResetModel()
            self._draft = None
            self.endResetModel()
            return
        for n, row in enumerate(page.rows):
            if row != old.rows[n] or _moment(old, n) != _moment(page, n):
                self.dataChanged.emit(self.index(n, 0), self.index(n, len(Column) - 1))

    def row(self, number: int) -> PresenceRow:
        """A person's day. IndexError outside the table."""
        return self._day().rows[number]

    def _day(self) -> PresenceDay:
        if self.page is None:
            raise IndexError("no day is shown")
        return self.page

    def state(self, number: int) -> State:
        """Where a person is."""
        page = self._day()
        return page.rows[number].state(page.now, page.date)

    def perhaps_left(self, number: int) -> str:
        """ "perhaps left 11:45", or empty."""
        page = self._day()
        left = None if page.past else page.rows[number].perhaps_left(page.now, page.date)
        return _("perhaps left {time}").format(time=f"{left:%H:%M}") if left is not None else ""

    @property
    def today(self) -> bool:
        """Whether the day shown is the one that runs."""
        return self.page is not None and self.page.date == self.page.now.date()

    def draft(self, row: int, column: Column) -> str | None:
        """What is being typed in a cell, or None."""
        typing = self._draft
        return typing[2] if typing is not None and typing[:2] == (row, column) else None

    def set_draft(self, row: int, column: Column, text: str) -> None:
        """Show what is being typed in a cell."""
        self._draft = (row, column, text)
        self._repaint(row, column)

    def drop_draft(self) -> None:
        """Show again what is stored."""
        old, self._draft = self._draft, None
        if old is not None:
            self._repaint(old[0], old[1])

    def _repaint(self, row: int, column: Column) -> None:
        if row < self.rowCount():
            self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def shown(self, number: int, column: Column) -> Shown:
        """What a cell says."""
        row = self.row(number)
        if column is Column.NAME:
            return Shown(row.name.full)
        if column is Column.EXPECTED:
            return Shown(expected_words(row))
        if column is Column.AWAY:
            return self._away(row)
        return self._time(number, row, column)

    def _away(self, row: PresenceRow) -> Shown:
        known = row.known
        if not isinstance(known, Away):
            return Shown()
        label = self.signs.label(known.status, _)
        words = f"{label}: {known.reason}" if known.reason else label
        return Shown(words, suggested=row.recorded is None)

    def _time(self, number: int, row: PresenceRow, column: Column) -> Shown:
        known, recorded = row.known, row.recorded
        name = "arrived" if column is Column.ARRIVED else "left"
        at = getattr(known, name) if isinstance(known, Times) else None
        if at is not None:
            said = getattr(recorded, name) if isinstance(recorded, Times) else None
            return Shown(f"{at:%H:%M}", suggested=said is None)
        offered = State.NOT_YET if column is Column.ARRIVED else State.HERE
        here_untimed = isinstance(known, Times) and column is Column.ARRIVED
        wanted = self.state(number) is offered or here_untimed
        return Shown("", offer=self.today and self.can_record and wanted and known != Times(None, None))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """People of the day."""
        return 0 if parent.isValid() or self.page is None else len(self.page.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always the same columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell: for screen readers and tool tips."""
        if self.page is None or not index.isValid():
            return None
        row, column = index.row(), Column(index.column())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self.spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.spoken(row, column) if column in (Column.EXPECTED, Column.AWAY) else None
        return None

    def spoken(self, number: int, column: Column) -> str:
        """A cell in words: "Arrived: 09:45, suggested by the register"."""
        row, shown = self.row(number), self.shown(number, column)
        if column is Column.NAME:
            state = _(STATE_LABELS[self.state(number)])
            return ", ".join(p for p in (row.name.full, state, self.perhaps_left(number)) if p)
        if column is Column.EXPECTED:
            return shown.words
        said = shown.words or _("not recorded")
        if shown.suggested:
            said = _("{what}, suggested by the register").format(what=said)
        return f"{titles()[column]}: {said}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's heading; for rows the person's name."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.row(section).name.full if 0 <= section < self.rowCount() else None
        return titles()[section] if 0 <= section < len(Column) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The cursor stands in the three columns on the right."""
        if not index.isValid() or Column(index.column()) not in TYPED:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def retranslate(self) -> None:
        """Ask for every word again, after a change of language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(Column) - 1))


def titles() -> tuple[str, ...]:
    """The headings in the language in use."""
    return (_("Participant"), _("Expected"), _("Arrived"), _("Left"), _("Away"))


def expected_words(row: PresenceRow) -> str:
    """The sessions of the day in short: "09:45 Wood workshop · 13:30 Talk", or why they are expected."""
    slots = [f"{slot.start:%H:%M} {slot.title}" for slot in row.slots if not slot.lost]
    if slots:
        return " · ".join(slots)
    return _("agreed day") if row.agreed else _("not expected")


def _people(page: PresenceDay) -> tuple[int, ...]:
    return tuple(row.participant for row in page.rows)


def _moment(page: PresenceDay, number: int) -> tuple[object, ...]:
    row = page.rows[number]
    return row.state(page.now, page.date), row.perhaps_left(page.now, page.date)
