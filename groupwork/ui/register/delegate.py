"""Paints the register's cells. Fills are whole pixels; shapes come after, anti-aliased."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from groupwork.i18n import _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.models import register_words as words
from groupwork.ui.models.register import CellFacts, RegisterModel
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.register import mark, tile
from groupwork.ui.roles import ink_role
from groupwork.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW = 51
"""Height of a row in logical px."""
TOUCH_ROW, TOUCH_MARK = 60, 40
"""Height of a row and edge of a mark in tablet mode."""
BESIDE_GAP = 3
"""Logical px between a mark and its minutes."""
RING = 5
"""Logical px at each side of a cell where the cursor is drawn."""


def row_height() -> int:
    """Height of a row in px."""
    return theme.size(TOUCH_ROW if theme.touch else ROW)


def mark_side() -> int:
    """Edge of a mark in px."""
    return theme.size(TOUCH_MARK if theme.touch else mark.GRID_SIZE)


def mark_width() -> int:
    """What a mark with three digits of minutes needs inside the cursor's ring, in px."""
    beside = theme.sizef(BESIDE_GAP) + beside_width(("240′",))
    return mark_side() + math.ceil(beside) + 2 * theme.size(RING)


class Places:
    """Where cursor, chosen range and mouse are; the table writes it, the delegate reads it."""

    def __init__(self) -> None:
        self.row = -1
        self.column = -1
        self.focused = False
        self.chosen: frozenset[tuple[int, int]] = frozenset()
        self.hover_row = -1


class RegisterDelegate(QStyledItemDelegate):
    """One cell of the register, painted whole: ground, separator, content, typing, cursor."""

    def __init__(self, places: Places, parent: QWidget) -> None:
        super().__init__(parent)
        self._places = places
        self._painters: dict[Kind, Callable[[QPainter, QRectF, CellFacts], None]] = {
            Kind.NAME: _name,
            Kind.LAST: _last,
            Kind.MARK: _mark,
            Kind.MINUTES: _minutes,
            Kind.PART: _part,
            Kind.BEFORE: _mood,
            Kind.AFTER: _mood,
            Kind.TASK: _task,
        }

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell of an index into its rectangle."""
        model = index.model()
        if not isinstance(model, RegisterModel):
            return
        area: QRect = option.rect
        facts = model.facts(index.row(), index.column())
        self._ground(painter, area, index.row(), index.column())
        draw = self._painters.get(facts.column.kind)
        if draw is not None:
            draw(painter, QRectF(area), facts)
        if self._places.row == index.row() and self._places.column == index.column():
            self._cursor(painter, area, drafted=facts.drafted)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are as high as a finger wants; widths come from the columns."""
        return QSize(theme.size(40), row_height())

    def _ground(self, painter: QPainter, area: QRect, row: int, column: int) -> None:
        places = self._places
        role = "surface"
        if row == places.row:
            role = "accent_soft"
        elif row == places.hover_row:
            role = "hover"
        if (row, column) in places.chosen:
            role = "accent_soft"
        paint.fill(painter, area, role)
        line = theme.size(1)
        paint.fill(painter, QRect(area.left(), area.bottom() + 1 - line, area.width(), line), "line")
        if row == places.row and column == 0:
            paint.fill(painter, QRect(area.left(), area.top(), theme.size(4), area.height()), "accent")
        if (row, column) in places.chosen:
            paint.rounded(
                painter, QRectF(area).adjusted(1, 1, -1, -1 - line), 4, None, "accent", theme.sizef(1.5)
            )

    def _cursor(self, painter: QPainter, area: QRect, *, drafted: bool) -> None:
        inside = QRectF(area).adjusted(theme.size(3), theme.size(4), -theme.size(3), -theme.size(5))
        if drafted:
            self._draft_ring(painter, inside)
        elif self._places.focused:
            paint.ring(painter, inside, 9, 2.5)
        else:
            paint.rounded(painter, inside, 9, None, "line2", theme.sizef(1.5))

    @staticmethod
    def _draft_ring(painter: QPainter, inside: QRectF) -> None:
        """A dashed ring: what stands here is being typed and not stored yet."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("focus"), theme.sizef(2.5), Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.4, 1.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half, radius = theme.sizef(1.25), theme.sizef(9)
        painter.drawRoundedRect(inside.adjusted(half, half, -half, -half), radius, radius)
        painter.restore()


def _name(painter: QPainter, area: QRectF, facts: CellFacts) -> None:
    row = facts.row
    left = area.left() + theme.sizef(16)
    width = area.right() - left - theme.sizef(6)
    line = words.second_line(row, facts.signs)
    middle = area.center().y()
    font = fonts.font(14, 600, row.name.full)
    if line is None:
        paint.text(painter, QRectF(left, area.top(), width, area.height()), row.name.full, font)
        return
    upper = QRectF(left, middle - theme.sizef(21), width, theme.sizef(22))
    paint.text(painter, upper, row.name.full, font)
    at = QPointF(left, middle + theme.sizef(3))
    icons.draw(painter, line.icon, line.tone, at, 14, stroke=2)
    lower = QRectF(left + theme.sizef(19), middle, width - theme.sizef(19), theme.sizef(20))
    role = ink_role(line.tone) if theme.on("light") else line.tone
    paint.text(painter, lower, line.text, fonts.font(12.5, 500, line.text), role)


def _last(painter: QPainter, area: QRectF, facts: CellFacts) -> None:
    left, middle = area.left() + theme.sizef(4), area.center().y()
    if not facts.row.last_four:
        box = QRectF(left, area.top(), area.width() - theme.sizef(8), area.height())
        first = _("first time")
        paint.text(painter, box, first, fonts.font(12.5), "text3")
        return
    side, step = theme.size(mark.HISTORY_SIZE), theme.size(21)
    for n, each in enumerate(facts.row.last_four[-4:]):
        box = QRectF(left + n * step, middle - side / 2, side, side)
        mark.draw_mark(painter, box, each, facts.signs)


def _mark(painter: QPainter, area: QRectF, facts: CellFacts) -> None:
    shown = facts.row.mark
    side = mark_side()
    beside = mark.minutes_beside(shown)
    room = theme.sizef(BESIDE_GAP) + beside_width(beside) if beside else 0.0
    left = area.center().x() - (side + room) / 2
    box = QRectF(round(left), round(area.center().y() - side / 2), side, side)
    mark.draw_mark(painter, box, shown, facts.signs)
    if (shown.reason or shown.told_at) and not shown.planned:
        mark.draw_said(painter, area)
    if beside:
        right = QRectF(box.right() + theme.sizef(BESIDE_GAP), area.top(), room, area.height())
        tone = mark.minutes_tone(shown, facts.signs)
        _beside(painter, right, beside, ink_role(tone) if theme.on("light") else tone)


def beside_width(lines: Sequence[str]) -> float:
    """How wide minutes beside a mark are painted, in px: two lines are a little smaller."""
    return max(fonts.width(line, _beside_size(lines), 600) for line in lines)


def _beside_size(lines: Sequence[str]) -> float:
    return 13 if len(lines) < 2 else 12


def _beside(painter: QPainter, area: QRectF, lines: Sequence[str], role: str) -> None:
    """Minutes beside a mark: late stands above early, like the corners that are cut off."""
    high = theme.sizef(16)
    top = area.center().y() - high * len(lines) / 2
    for n, line in enumerate(lines):
        place = QRectF(area.left(), top + n * high, area.width(), high)
        paint.text(painter, place, line, fonts.font(_beside_size(lines), 600, line), role, elide=False)


def _minutes(painter: QPainter, area: QRectF, facts: CellFacts) -> None:
    row = facts.row
    if facts.draft_text is not None:
        paint.text(painter, area, facts.draft_text or " ", fonts.font(14, 600), "text", paint.CENTRE)
        return
    if row.minutes is None:
        paint.text(painter, area, "–", fonts.font(14), "text3", paint.CENTRE)
        return
    whole = row.minutes == facts.session_minutes and not row.minutes_over
    if row.minutes_over:
        at = QPointF(area.right() - theme.sizef(15), area.center().y() - theme.sizef(6))
        icons.draw(painter, "triangle-alert", "warn", at, 12)
    paint.text(painter, area, str(row.minutes), fonts.font(14, 400 if whole else 700), "text", paint.CENTRE)


def _part(painter: QPainter, area: QRectF, facts: CellFacts) -> None:
    value = facts.row.participation
    if value is None and words.quiet(facts.row):
        tile.draw_dash(painter, area)
    else:
        tile.draw_participation(painter, area, value)


def _mood(painter: QPainter, area: QRectF, facts: CellFacts) -> None:
    value = facts.row.mood_before if facts.column.kind is Kind.BEFORE else facts.row.mood_after
    if value is None and words.quiet(facts.row):
        tile.draw_dash(painter, area)
    else:
        tile.draw_mood(painter, area, value)


def _task(painter: QPainter, area: QRectF, facts: CellFacts) -> None:
    result = facts.row.results[facts.column.task]
    last = facts.row.last_levels[facts.column.task]
    if result is None and words.quiet(facts.row):
        tile.draw_dash(painter, area)
        return
    box = area.adjusted(theme.size(4), theme.size(9), -theme.size(4), -theme.size(10))
    tile.draw_result(painter, box, result, last, words.reason_words(result))
