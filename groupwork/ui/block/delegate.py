"""Paints a cell of the block: the mark as in the history, hatched where nothing was held."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from groupwork.ui import paint
from groupwork.ui.models.block import BlockModel, CellFacts
from groupwork.ui.register.delegate import Places
from groupwork.ui.register.mark import draw_mark, draw_said
from groupwork.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW, MARK = 36, 22
"""Height of a row and edge of a mark in logical px."""


class BlockDelegate(QStyledItemDelegate):
    """Ground, hatching, mark, cursor: whole pixels first."""

    def __init__(self, places: Places, parent: QWidget) -> None:
        super().__init__(parent)
        self._places = places

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Widths come from the table."""
        return QSize(theme.size(40), theme.size(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell of an index into its rectangle."""
        model = index.model()
        if not isinstance(model, BlockModel):
            return
        area: QRect = option.rect
        facts = model.facts(index.row(), index.column())
        self._ground(painter, area, facts, (index.row(), index.column()))
        if facts.cell is not None:
            self._mark(painter, area, facts)
        if (self._places.row, self._places.column) == (index.row(), index.column()):
            self._cursor(painter, area)

    def _ground(self, painter: QPainter, area: QRect, facts: CellFacts, at: tuple[int, int]) -> None:
        chosen = at in self._places.chosen
        lit = at[0] == self._places.row or at[1] == self._places.column
        paint.fill(painter, area, "accent_soft" if chosen else "hover" if lit else "surface")
        if facts.day.lost:
            paint.hatch(painter, area, "line2", step=7, width=1)
        line = theme.size(1)
        paint.fill(painter, QRect(area.left(), area.bottom() + 1 - line, area.width(), line), "line")
        if chosen:
            box = QRectF(area).adjusted(1, 1, -1, -1 - line)
            paint.rounded(painter, box, 4, None, "accent", theme.sizef(1.5))

    def _mark(self, painter: QPainter, area: QRect, facts: CellFacts) -> None:
        mark = facts.cell.mark if facts.cell is not None else None
        if mark is None or (mark.status is None and facts.day.lost):
            return
        centre, side = QRectF(area).center(), theme.size(MARK)
        if mark.status is None and facts.ahead:
            dot = theme.sizef(4)
            spot = QRectF(centre.x() - dot / 2, centre.y() - dot / 2, dot, dot)
            paint.rounded(painter, spot, 2, "control")
            return
        box = QRectF(round(centre.x() - side / 2), round(centre.y() - side / 2), side, side)
        painter.save()
        if facts.day.lost:
            painter.setOpacity(0.55)  # kept, and counts nothing
        draw_mark(painter, box, mark, facts.signs)
        painter.restore()
        if (mark.reason or mark.told_at) and not mark.planned:
            draw_said(painter, QRectF(area))

    def _cursor(self, painter: QPainter, area: QRect) -> None:
        inside = QRectF(area).adjusted(theme.size(2), theme.size(2), -theme.size(2), -theme.size(3))
        if self._places.focused:
            paint.ring(painter, inside, 7, 2.5)
        else:
            paint.rounded(painter, inside, 7, None, "control", theme.sizef(1.5))
