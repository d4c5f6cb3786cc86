"""What a table of facts holds: columns, cells with words or something painted, and the model over them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter

from groupwork.i18n import _

Index = QModelIndex | QPersistentModelIndex
Draw = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True)
class Column:
    """`label` is a gettext source text; `share` of the room left, or a fixed `width` in logical px.

    Columns with a `narrow` of False are left out below 700 logical px.
    """

    label: str
    share: int = 0
    width: int = 0
    right: bool = False
    narrow: bool = True


@dataclass(frozen=True)
class Cell:
    """Words with an optional second, quieter part, or something painted that the words describe."""

    words: str
    role: str = "text"
    weight: int = 400
    after: str = ""
    draw: Draw | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.words}, {self.after}" if self.after else self.words


Line = tuple[Cell, ...]


class Facts(QAbstractTableModel):
    """The rows as they are shown; told whole each time."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.lines: tuple[Line, ...] = ()

    def tell(self, lines: Sequence[Line]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and signature
        """How many rows."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and signature
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words; for screen readers with their column."""
        cell = self.lines[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.spoken
        if role == Qt.ItemDataRole.AccessibleTextRole:
            label = _(self.columns[index.column()].label) if self.columns[index.column()].label else ""
            return f"{label}: {cell.spoken}" if label else cell.spoken
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heading in the language in use."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            label = self.columns[section].label
            return _(label) if label else ""
        return None
