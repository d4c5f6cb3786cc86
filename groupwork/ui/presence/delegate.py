"""Paints the cells of a day's presence. What is only suggested is lighter and dashed, never alike."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from groupwork.domain.attendance import Mark
from groupwork.domain.presence import Away
from groupwork.domain.presence_day import State
from groupwork.i18n import _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.models.presence import Column, Index, PresenceModel, Shown
from groupwork.ui.register.mark import draw_mark
from groupwork.ui.theme import theme

ROW = 44
"""Height of a row in logical px."""
_STATES = {
    State.HERE: ("circle-check", "good"),
    State.LEFT: ("log-out", "text3"),
    State.NOT_YET: ("circle", "control"),
    State.AWAY: ("user-x", "info"),
}


@dataclass
class Places:
    """Where cursor and mouse are; the table writes it, the delegate reads it."""

    row: int = -1
    column: int = -1
    focused: bool = False
    hover_row: int = -1
    hover_column: int = -1


class PresenceDelegate(QStyledItemDelegate):
    """One cell, painted whole: ground, separator, content, typing, cursor."""

    def __init__(self, places: Places, parent: QWidget) -> None:
        super().__init__(parent)
        self._places = places

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are as high as a finger wants; widths come from the table."""
        return QSize(theme.size(40), theme.size(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell of an index into its rectangle."""
        model, area = index.model(), QRect(option.rect)
        if not isinstance(model, PresenceModel):
            return
        row, column = index.row(), Column(index.column())
        self._ground(painter, area, row, column)
        shown = model.shown(row, column)
        draft = model.draft(row, column)
        box = QRectF(area)
        if column is Column.NAME:
            _name(painter, box, model, row)
        elif column is Column.EXPECTED:
            _expected(painter, box, shown)
        elif column is Column.AWAY:
            _away(painter, box, model, row, shown)
        else:
            self._time(painter, box, row, column, shown, draft)
        if (self._places.row, self._places.column) == (row, column):
            self._cursor(painter, area, drafted=draft is not None)

    def _ground(self, painter: QPainter, area: QRect, row: int, column: Column) -> None:
        role = "surface"
        if row == self._places.row:
            role = "accent_soft"
        elif row == self._places.hover_row:
            role = "hover"
        paint.fill(painter, area, role)
        line = theme.size(1)
        paint.fill(painter, QRect(area.left(), area.bottom() + 1 - line, area.width(), line), "line")
        if row == self._places.row and column is Column.NAME:
            paint.fill(painter, QRect(area.left(), area.top(), theme.size(4), area.height()), "accent")

    def _cursor(self, painter: QPainter, area: QRect, *, drafted: bool) -> None:
        inside = QRectF(area).adjusted(theme.size(3), theme.size(4), -theme.size(3), -theme.size(5))
        if drafted:
            _dashes(painter, inside, "focus", 2.5)
        elif self._places.focused:
            paint.ring(painter, inside, 9, 2.5)
        else:
            paint.rounded(painter, inside, 9, None, "line2", theme.sizef(1.5))

    def _time(
        self, painter: QPainter, area: QRectF, row: int, column: Column, shown: Shown, draft: str | None
    ) -> None:
        if draft is not None:
            paint.text(painter, area, draft, fonts.font(15, 700), "text", paint.CENTRE)
        elif shown.offer:
            hot = (self._places.hover_row, self._places.hover_column) == (row, column)
            _offer(painter, area, column, hot=hot)
        elif shown.suggested:
            width = fonts.width(shown.words, 14, 400) + theme.sizef(20)
            plate = QRectF(0, 0, width, theme.sizef(26))
            plate.moveCenter(area.center())
            _dashes(painter, plate, "control", 1.2, 8)
            paint.text(painter, area, shown.words, fonts.font(14, 400), "text2", paint.CENTRE)
        elif shown.words:
            paint.text(painter, area, shown.words, fonts.font(14.5, 700), "text", paint.CENTRE)


def _dashes(painter: QPainter, area: QRectF, role: str, width: float, radius: float = 9) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color(role), theme.sizef(width), Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2.4, 1.8])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half, corner = theme.sizef(width / 2), theme.sizef(radius)
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), corner, corner)
    painter.restore()


def _name(painter: QPainter, area: QRectF, model: PresenceModel, row: int) -> None:
    perhaps = model.perhaps_left(row)
    icon, role = ("circle-help", "warn") if perhaps else _STATES[model.state(row)]
    middle = area.center().y()
    icons.draw(painter, icon, role, QPointF(area.left() + theme.sizef(14), middle - theme.sizef(9)), 18)
    name = model.row(row).name.full
    box = area.adjusted(theme.sizef(42), 0, -theme.sizef(6), 0)
    if not perhaps:
        _whole(painter, box, name)
        return
    upper = QRectF(box.left(), middle - theme.sizef(20), box.width(), theme.sizef(21))
    paint.text(painter, upper, name, fonts.font(14, 600, name))
    lower = QRectF(box.left(), middle - theme.sizef(1), box.width(), theme.sizef(19))
    paint.text(painter, lower, perhaps, fonts.font(12.5, 500), "warn_ink" if theme.on("light") else "warn")


def _whole(painter: QPainter, area: QRectF, name: str) -> None:
    """A name on one line, on two where it is long: the family name is never cut off."""
    first, _blank, last = name.rpartition(" ")
    if fonts.width(name, 14, 600) <= area.width() or not first:
        paint.text(painter, area, name, fonts.font(14, 600, name))
        return
    middle, high = area.center().y(), theme.sizef(18)
    for top, part in ((middle - high, first), (middle, last)):
        paint.text(painter, QRectF(area.left(), top, area.width(), high), part, fonts.font(13.5, 600, part))


def _expected(painter: QPainter, area: QRectF, shown: Shown) -> None:
    box = area.adjusted(theme.sizef(6), 0, -theme.sizef(10), 0)
    paint.text(painter, box, shown.words, fonts.font(13, 400, shown.words), "text2")


def _away(painter: QPainter, area: QRectF, model: PresenceModel, row: int, shown: Shown) -> None:
    known = model.row(row).known
    if not isinstance(known, Away):
        return
    side = theme.sizef(24)
    box = QRectF(area.left() + theme.sizef(10), area.center().y() - side / 2, side, side)
    draw_mark(painter, box, Mark(known.status), model.signs)
    words = area.adjusted(theme.sizef(42), 0, -theme.sizef(8), 0)
    role, weight = ("text2", 400) if shown.suggested else ("text", 600)
    text = shown.words
    if shown.suggested:
        plate = QRectF(area.left() + theme.sizef(6), box.top() - theme.sizef(3), 0, side + theme.sizef(6))
        said = min(fonts.width(text, 13.5, weight), words.width())
        plate.setWidth(words.left() - plate.left() + said + theme.sizef(10))
        _dashes(painter, plate, "control", 1.2, 8)
    paint.text(painter, words, text, fonts.font(13.5, weight, text), role)


def _offer(painter: QPainter, area: QRectF, column: Column, *, hot: bool) -> None:
    """A quiet button in the cell: a click records the present minute."""
    said = _("arrived") if column is Column.ARRIVED else _("left")
    icon = "log-in" if column is Column.ARRIVED else "log-out"
    wide = fonts.width(said, 13, 600) + theme.sizef(44)
    words_fit = wide <= area.width() - theme.sizef(8)
    wide = wide if words_fit else theme.sizef(40)
    plate = QRectF(0, 0, wide, theme.sizef(28))
    plate.moveCenter(area.center())
    paint.rounded(painter, plate, 8, "accent_soft" if hot else "surface", "line2", theme.sizef(1))
    if not words_fit:
        icons.draw_centred(painter, icon, "accent", plate, 16)
        return
    at = QRectF(plate.left() + theme.sizef(9), plate.top(), theme.sizef(18), plate.height())
    icons.draw_centred(painter, icon, "accent", at, 15)
    words = plate.adjusted(theme.sizef(31), 0, -theme.sizef(6), 0)
    paint.text(painter, words, said, fonts.font(13, 600, said), "accent_ink", elide=False)
