"""The register as a table: facts for the delegate, words for screen readers, changes to the recorder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from groupwork.domain.attendance import Mark, Status, counted_minutes, minutes_over
from groupwork.domain.ids import ParticipantId
from groupwork.domain.mark_times import Span
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import current
from groupwork.ui.models import register_words as words
from groupwork.ui.models.register_columns import Column, Kind, columns

Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int]
"""Row and column of a cell."""
_NOWHERE = QModelIndex()

TABLES = frozenset(
    {
        "session",
        "session_task",
        "session_facilitator",
        "attendance",
        "result",
        "participant",
        "alert",
        "planned_absence",
        "membership",
        "room",
        "setting",
        "late_change",
    }
)
"""What a register is read from."""


class Recorder(Protocol):
    """Stores what was typed; one call is one gesture, one step, one undo."""

    def record(self, register: Register, changes: Mapping[tuple[ParticipantId, Column], Any]) -> bool:
        """Store the values; False when it was refused (the sentence is shown elsewhere)."""
        ...


@dataclass(frozen=True)
class CellFacts:
    """Everything a cell is painted from. `drafted`: being typed, not stored; `draft_text`: its digits."""

    column: Column
    row: RegisterRow
    session_minutes: int
    drafted: bool = False
    draft_text: str | None = None
    signs: Signs = field(default_factory=lambda: plain_signs(current().language))


class RegisterModel(QAbstractTableModel):
    """The rows and columns of one register; a new register repaints only the cells that changed."""

    def __init__(self, recorder: Recorder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._register: Register | None = None
        self._columns: tuple[Column, ...] = ()
        self._draft: tuple[Place, RegisterRow, str | None] | None = None

    @property
    def register(self) -> Register | None:
        """The register shown, or None before the first."""
        return self._register

    @property
    def signs(self) -> Signs:
        """The centre's signs in the language in use."""
        own = self._register.signs if self._register is not None else None
        language = current().language
        return own if own is not None and own.language == language else plain_signs(language)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns shown, left to right."""
        return self._columns

    def set_register(self, register: Register) -> bool:
        """Show a register; True when rows or columns are others than before (the table was reset)."""
        old, self._draft = self._register, None
        if old is None or _frame(old) != _frame(register):
            self.beginResetModel()
            self._register, self._columns = register, columns(register)
            self.endResetModel()
            return True
        self._register = register
        for n, (before, after) in enumerate(zip(old.rows, register.rows, strict=True)):
            if before != after:
                self._repaint_changed(n, before, after)
        return False

    def _repaint_changed(self, n: int, before: RegisterRow, after: RegisterRow) -> None:
        for c, column in enumerate(self._columns):
            if seen(column, before) != seen(column, after):
                self._repaint(n, c)

    def _repaint(self, row: int, column: int) -> None:
        index = self.index(row, column)
        self.dataChanged.emit(index, index)

    def row(self, row: int) -> RegisterRow:
        """The stored facts of a row. IndexError outside the table."""
        if self._register is None:
            raise IndexError(row)
        return self._register.rows[row]

    def facts(self, row: int, column: int) -> CellFacts:
        """What to paint in a cell, with what is being typed there."""
        register = self._register
        if register is None:
            raise IndexError(row)
        minutes, kind = register.session.planned_minutes, self._columns[column]
        if self._draft is not None and self._draft[0][0] == row:
            (_row, typed), drafted, text = self._draft
            mine = typed == column
            return CellFacts(kind, drafted, minutes, mine, text if mine else None, self.signs)
        return CellFacts(kind, register.rows[row], minutes, signs=self.signs)

    def place(self, kind: Kind, task: int = -1) -> int:
        """The column with this kind (and task), or -1."""
        wanted = Column(kind, task)
        return self._columns.index(wanted) if wanted in self._columns else -1

    def draft_mark(self, place: Place, mark: Mark) -> None:
        """Show a mark as being typed, with the minutes that would follow from it."""
        row = self.row(place[0])
        length = self._length()
        drafted = replace(
            row, mark=mark, minutes=counted_minutes(mark, length), minutes_over=minutes_over(mark, length)
        )
        self._set_draft((place, drafted, None))

    def draft_minutes(self, place: Place, text: str) -> None:
        """Show minutes as being typed."""
        self._set_draft((place, self.row(place[0]), text))

    def drop_draft(self) -> None:
        """Show again what is stored."""
        self._set_draft(None)

    def _set_draft(self, draft: tuple[Place, RegisterRow, str | None] | None) -> None:
        old, self._draft = self._draft, draft
        if old is not None and (draft is None or draft[0] != old[0]):
            self._repaint_draft(old[0])
        if draft is not None:
            self._repaint_draft(draft[0])

    def _repaint_draft(self, place: Place) -> None:
        self._repaint(*place)
        minutes = self.place(Kind.MINUTES)
        if self._columns[place[1]].kind is Kind.MARK and minutes >= 0:
            self._repaint(place[0], minutes)

    @property
    def times(self) -> Span | None:
        """When the session begins and ends."""
        session = self._register.session if self._register is not None else None
        return (session.start, session.end) if session is not None else None

    def _length(self) -> int:
        return self._register.session.planned_minutes if self._register else 0

    def record(self, changes: Mapping[Place, Any]) -> bool:
        """Store values by cell as one gesture: Mark, minutes, numbers, TaskResult; None clears a cell."""
        if self._register is None or not changes:
            return False
        keyed = {(self.row(r).participant, self._columns[c]): value for (r, c), value in changes.items()}
        self.drop_draft()
        return self._recorder.record(self._register, keyed)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """People on the register."""
        return 0 if parent.isValid() or self._register is None else len(self._register.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Fixed columns, tasks, and the rest of the row."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell: for screen readers and tool tips."""
        if self._register is None or not index.isValid():
            return None
        facts = self.facts(index.row(), index.column())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return words.cell_words(facts.column, facts.row, self._register)
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.tip(facts.column, facts.row, self._register) or None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Store one cell's value as one step."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        return self.record({(index.row(), index.column()): value})

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's heading; for rows the person's name."""
        if self._register is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if orientation == Qt.Orientation.Vertical:
            rows = self._register.rows
            return rows[section].name.full if 0 <= section < len(rows) else None
        if not 0 <= section < len(self._columns):
            return None
        said = words.title(self._columns[section], self._register)
        return said if role == Qt.ItemDataRole.DisplayRole else words.plain(said)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell but the rest of the row can hold the cursor."""
        if not index.isValid() or self._columns[index.column()].kind is Kind.ADD:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def retranslate(self) -> None:
        """Ask for every word again, after a change of language."""
        if self._register is None or not self._columns:
            return
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self._register.rows:
            last = self.index(len(self._register.rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _frame(register: Register) -> tuple[object, ...]:
    """What makes another table of it: the session, its people and its tasks."""
    people = tuple(row.participant for row in register.rows)
    return register.session.id, register.records_mood, register.tasks, people


def seen(column: Column, row: RegisterRow) -> tuple[object, ...]:
    """The facts a cell is painted and described from: equal facts need no repaint."""
    mark = row.mark
    quiet = mark.status is not None and not mark.attended
    if column.kind is Kind.NAME:
        planned = (mark.planned, mark.told_at, mark.reason)
        walk_in = mark.status is Status.WALK_IN
        return (row.name, row.alerts, planned, walk_in, row.absence_words, row.absence_until)
    if column.kind is Kind.MARK:
        return (mark,)
    if column.kind is Kind.TASK:
        return (row.results[column.task], row.last_levels[column.task], quiet)
    plain: dict[Kind, tuple[object, ...]] = {
        Kind.LAST: (row.last_four,),
        Kind.MINUTES: (row.minutes, row.minutes_over),
        Kind.PART: (row.participation, quiet),
        Kind.BEFORE: (row.mood_before, quiet),
        Kind.AFTER: (row.mood_after, quiet),
    }
    return plain.get(column.kind, ())
