"""Paints the list of people: one row a person, name in two lines, marks as in the register's history."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from groupwork.domain.participants import age_on
from groupwork.i18n import current
from groupwork.ui import fonts, icons, paint
from groupwork.ui.models.participants import Column, PeopleModel, second_line
from groupwork.ui.register.mark import HISTORY_SIZE, draw_mark
from groupwork.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW = 54
MARK_STEP = 21
BOX = 18


class PeopleDelegate(QStyledItemDelegate):
    """One cell, painted whole. `cursor` and `hover` are rows, -1 for none; the table writes them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cursor, self.hover, self.focused = -1, -1, False
        self._painters: dict[Column, Callable[[QPainter, QRectF, PeopleModel, int], None]] = {
            Column.CHECK: _check,
            Column.NAME: _name,
            Column.CODE: _code,
            Column.AGE: _age,
            Column.GROUPS: _groups,
            Column.MARKS: _marks,
            Column.RATE: _rate,
        }

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell of an index into its rectangle."""
        model = index.model()
        if not isinstance(model, PeopleModel):
            return
        area: QRect = option.rect
        row = index.row()
        self._ground(painter, area, row, index.column(), chosen=model.is_chosen(row))
        self._painters[Column(index.column())](painter, QRectF(area), model, row)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a row; widths come from the table."""
        return QSize(theme.size(40), theme.size(ROW))

    def _ground(self, painter: QPainter, area: QRect, row: int, column: int, *, chosen: bool) -> None:
        role = "accent_soft" if chosen else "hover" if row == self.hover else "surface"
        paint.fill(painter, area, role)
        line = theme.size(1)
        paint.fill(painter, QRect(area.left(), area.bottom() + 1 - line, area.width(), line), "line")
        if chosen and column == Column.CHECK:
            paint.fill(painter, QRect(area.left(), area.top(), theme.size(4), area.height()), "accent")


def _check(painter: QPainter, area: QRectF, model: PeopleModel, row: int) -> None:
    side = theme.size(BOX)
    box = QRectF(area.left() + theme.size(16), area.center().y() - side / 2, side, side)
    on = model.is_chosen(row)
    paint.rounded(painter, box, 5, "accent" if on else "surface", "accent" if on else "control", 1.5)
    if on:
        icons.draw_centred(painter, "check", "on_accent", box, 14, stroke=3)


def _name(painter: QPainter, area: QRectF, model: PeopleModel, row: int) -> None:
    line = model.lines[row]
    left, width = area.left() + theme.sizef(6), area.width() - theme.sizef(12)
    second, middle = second_line(line), area.center().y()
    font = fonts.font(14.5, 600, line.name.full)
    if second is None:
        paint.text(painter, QRectF(left, area.top(), width, area.height()), line.name.full, font)
        return
    paint.text(painter, QRectF(left, middle - theme.sizef(22), width, theme.sizef(23)), line.name.full, font)
    shift = 0.0
    tinted = second.tone not in ("text2", "text3")
    if second.icon:
        icons.draw(painter, second.icon, second.tone, QPointF(left, middle + theme.sizef(3)), 14, stroke=2)
        shift = theme.sizef(20)
    lower = QRectF(left + shift, middle, width - shift, theme.sizef(20))
    role = f"{second.tone}_ink" if tinted and theme.on("light") else second.tone
    paint.text(painter, lower, second.text, fonts.font(12.5, 500, second.text), role)


def _code(painter: QPainter, area: QRectF, model: PeopleModel, row: int) -> None:
    paint.text(painter, area, model.lines[row].code, fonts.font(13.5), "text2")


def _age(painter: QPainter, area: QRectF, model: PeopleModel, row: int) -> None:
    born = model.lines[row].birth_date
    words = str(age_on(born, model.today)) if born is not None else "–"
    paint.text(painter, area, words, fonts.font(13.5), "text2")


def _groups(painter: QPainter, area: QRectF, model: PeopleModel, row: int) -> None:
    words = ", ".join(model.lines[row].group_shorts) or "–"
    room = area.adjusted(0, 0, -theme.size(10), 0)
    paint.text(painter, room, words, fonts.font(13.5, 400, words), "text2")


def _marks(painter: QPainter, area: QRectF, model: PeopleModel, row: int) -> None:
    marks = model.marks.get(model.lines[row].id, ())
    if not marks:
        paint.text(painter, area, "–", fonts.font(13.5), "text3")
        return
    side, step = theme.size(HISTORY_SIZE), theme.size(MARK_STEP)
    fits = max(1, int(area.width() // step))
    top = area.center().y() - side / 2
    for n, each in enumerate(marks[-fits:]):
        draw_mark(painter, QRectF(area.left() + n * step, top, side, side), each, model.signs)


def _rate(painter: QPainter, area: QRectF, model: PeopleModel, row: int) -> None:
    rate, middle = model.lines[row].rate, area.center().y()
    room = area.adjusted(0, 0, -theme.size(16), 0)
    align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if not rate.of:
        paint.text(painter, room, "–", fonts.font(14), "text3", align)
        return
    upper = QRectF(room.left(), middle - theme.sizef(21), room.width(), theme.sizef(22))
    paint.text(painter, upper, rate.shown(current().number), fonts.font(14, 600), "text", align)
    lower = QRectF(room.left(), middle, room.width(), theme.sizef(20))
    paint.text(painter, lower, f"{rate.n}/{rate.of}", fonts.font(12.5), "text2", align)
