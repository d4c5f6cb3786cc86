"""A group's registers as a table of people × dates: facts for the delegate, words for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupwork.domain.attendance import Mark
from groupwork.domain.block import Block, BlockCell, BlockDate, BlockRow, last_before
from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.late_changes import locked_since
from groupwork.domain.rates import Attendance
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import _, current
from groupwork.ui.models.register_words import mark_words, said_words

Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int]
"""Row and column of a cell."""
Record = Callable[[Mapping[SessionId, Mapping[ParticipantId, Mark]]], bool]
"""Stores marks by session and person as one gesture; False when it was refused."""
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class CellFacts:
    """What a cell is painted from; `cell` None: the person is not on that register."""

    day: BlockDate
    cell: BlockCell | None
    ahead: bool
    drafted: bool
    signs: Signs


class BlockModel(QAbstractTableModel):
    """One block; another one of the same people and dates repaints only the cells that changed."""

    def __init__(self, record: Record, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self.block: Block | None = None
        self.signs: Signs = plain_signs("en")
        self.today, self.lock_days = date.min, 0
        self._draft: tuple[Place, Mark] | None = None

    def show_block(self, block: Block) -> bool:
        """Show a block; True when people or dates are others than before (the table was reset)."""
        old, self.block = self.block, block
        self._draft = None
        if old is None or _frame(old) != _frame(block):
            self.beginResetModel()
            self.endResetModel()
            return True
        for r, (before, after) in enumerate(zip(old.rows, block.rows, strict=True)):
            for c, (was, now) in enumerate(zip(before.cells, after.cells, strict=True)):
                if was != now or old.dates[c] != block.dates[c]:
                    self._repaint(r, c)
            if before.sum != after.sum:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, r, r)
        for c, (sum_before, sum_after) in enumerate(zip(old.sums, block.sums, strict=True)):
            if sum_before != sum_after:
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, c, c)
        return False

    def row(self, row: int) -> BlockRow:
        """A person's row. IndexError outside the table."""
        if self.block is None:
            raise IndexError(row)
        return self.block.rows[row]

    def day(self, column: int) -> BlockDate:
        """A column's session. IndexError outside the table."""
        if self.block is None:
            raise IndexError(column)
        return self.block.dates[column]

    def cell(self, row: int, column: int) -> BlockCell | None:
        """What a register says of a person; None: not on it, or outside the table."""
        if not (0 <= row < self.rowCount() and 0 <= column < self.columnCount()):
            return None
        return self.row(row).cells[column]

    def last(self, row: int, column: int) -> Mark | None:
        """The person's mark in the session before."""
        return last_before(self.row(row), self.block.dates, column) if self.block is not None else None

    def locked(self, column: int) -> bool:
        """Whether the register of a column is past its lock date."""
        return locked_since(self.day(column).date, self.today, self.lock_days) is not None

    def facts(self, row: int, column: int) -> CellFacts:
        """What to paint in a cell, with what is being typed there."""
        day, cell = self.day(column), self.row(row).cells[column]
        drafted = self._draft is not None and self._draft[0] == (row, column)
        if self._draft is not None and drafted:
            cell = BlockCell(self._draft[1])
        return CellFacts(day, cell, day.date > self.today, drafted, self.signs)

    def set_draft(self, place: Place, mark: Mark) -> None:
        """Show a mark as being typed."""
        self.drop_draft()
        self._draft = (place, mark)
        self._repaint(*place)

    def drop_draft(self) -> None:
        """Show again what is stored."""
        old, self._draft = self._draft, None
        if old is not None:
            self._repaint(*old[0])

    def record(self, changes: Mapping[Place, Mark]) -> bool:
        """Store marks by cell as one gesture."""
        self.drop_draft()
        if self.block is None or not changes:
            return False
        wanted: dict[SessionId, dict[ParticipantId, Mark]] = {}
        for (row, column), mark in changes.items():
            wanted.setdefault(self.day(column).session, {})[self.row(row).participant] = mark
        return self._record(wanted)

    def _repaint(self, row: int, column: int) -> None:
        index = self.index(row, column)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """People."""
        return 0 if parent.isValid() or self.block is None else len(self.block.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Dates."""
        return 0 if parent.isValid() or self.block is None else len(self.block.dates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell: for screen readers and tool tips."""
        if self.block is None or not index.isValid():
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            row, day = self.row(index.row()), self.day(index.column())
            return f"{row.name.full}, {current().day(day.date)}: {self.words(index.row(), index.column())}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.words(index.row(), index.column())
        return None

    def words(self, row: int, column: int) -> str:
        """A cell in words, without name and day."""
        day, cell = self.day(column), self.row(row).cells[column]
        if cell is None:
            return _("not on this register")
        said = "; ".join(part for part in (mark_words(cell.mark, self.signs), _said(cell)) if part)
        if day.lost:
            return f"{lost_words(day)}; {said}" if cell.mark.status is not None else lost_words(day)
        return said

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A date or a name, with its sum; the tool tip says how it is counted."""
        wanted = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        count = self.columnCount() if orientation == Qt.Orientation.Horizontal else self.rowCount()
        if self.block is None or role not in wanted or not 0 <= section < count:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{self.row(section).name.full}, {sum_words(self.row(section).sum)}"
        day = self.day(section)
        said = lost_words(day) if day.lost else sum_words(self.block.sums[section])
        locked = ", " + _("locked") if self.locked(section) else ""
        return f"{current().day(day.date, long=True)}{locked}, {said}"

    def retranslate(self) -> None:
        """Ask for every word again, after a change of language."""
        if self.block is not None and self.rowCount() and self.columnCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def sum_words(found: Attendance) -> str:
    """ "attended 8 of 10, 1 walk-in, 2 not recorded": the rate of available, what stands beside it."""
    parts = [_("attended {n} of {of}").format(n=found.available.n, of=found.available.of)]
    if found.walk_ins:
        parts.append(_("walk-ins: {n}").format(n=found.walk_ins))
    if found.transport:
        parts.append(_("lost to transport: {n}").format(n=found.transport))
    if found.not_recorded:
        parts.append(_("not recorded: {n}").format(n=found.not_recorded))
    return ", ".join(parts)


def sum_sign(found: Attendance) -> str:
    """ "8/10", or a dash while nothing counts."""
    return f"{found.available.n}/{found.available.of}" if found.available.of else "–"


def lost_words(day: BlockDate) -> str:
    """ "not held: boiler broken"."""
    return _("not held: {reason}").format(reason=day.reason) if day.reason else _("not held")


def _said(cell: BlockCell) -> str:
    if cell.mark.planned:
        return cell.away_words or said_words(cell.mark)
    return said_words(cell.mark)


def _frame(block: Block) -> tuple[object, ...]:
    people = tuple(row.participant for row in block.rows)
    return block.group, people, tuple(day.session for day in block.dates)
