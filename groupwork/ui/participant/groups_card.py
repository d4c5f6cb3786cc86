"""The groups a person is in, each with its next session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from groupwork.domain.participants import PersonGroup
from groupwork.i18n import _, current
from groupwork.ui import fonts, paint
from groupwork.ui.models.person_words import weekday_time
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row

ROW = 56


class GroupRow(PaintedButton):
    """A category's tile, name, time and room; at the right when it is next."""

    def __init__(self, group: PersonGroup, today: date) -> None:
        self._group = group
        self._time = weekday_time(group.weekday, group.start, group.end)
        self._next = _next_words(group, today)
        below = " · ".join(part for part in (self._time, group.room) if part)
        self._below = below
        super().__init__(ROW, ", ".join((group.name, below, self._next)))

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Tile, two lines at the left, one at the right."""
        side, middle = theme.size(36), rect.center().y()
        tile = QRectF(theme.size(6), middle - side / 2, side, side)
        paint.category_tile(painter, tile, self._group.category)
        font = fonts.font(13.5, 500, self._next)
        wide = min(fonts.width(self._next, 13.5, 500) + theme.size(4), rect.width() * 0.4)
        left = tile.right() + theme.size(12)
        room = rect.right() - left - wide - theme.size(18)
        name = QRectF(left, middle - theme.size(21), room, theme.size(22))
        paint.text(painter, name, self._group.name, fonts.font(14.5, 600, self._group.name))
        below = QRectF(left, middle, room, theme.size(20))
        paint.text(painter, below, self._below, fonts.font(13, 400, self._below), "text2")
        at = QRectF(rect.right() - wide - theme.size(8), rect.top(), wide, rect.height())
        paint.text(painter, at, self._next, font, "text2")


class GroupsCard(Card):
    """`opened` with a group's id; `more` leads to the tab about groups and days."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(pad=(20, 14, 14, 12), gap=6)
        self.more = Button("", "ghost", after="chevron-right", small=True)
        self._title, self._empty = Label("", "text", 15.5, 700), Label("", "text2", 14, wrap=True)
        self._list = column(gap=2, margins=(-6, 0, 0, 0))
        self.add(row((self._title, 1), self.more, gap=8), self._empty, box(self._list))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(_("Groups"))
        self.more.set_words(_("Groups and days"))
        self.more.set_name(_("Open groups and days"))
        self._empty.set_words(_("In no group yet. Groups are joined under “Groups and days”."))

    def show_groups(self, groups: Sequence[PersonGroup], today: date) -> None:
        """Show these by weekday and time."""
        clear(self._list)
        for group in groups:
            line = GroupRow(group, today)
            line.clicked.connect(partial(self._tell, group))
            self._list.add(line)
        self._empty.setVisible(not groups)

    def _tell(self, group: PersonGroup, _on: bool = False) -> None:
        self.opened.emit(group.id)


def _next_words(group: PersonGroup, today: date) -> str:
    if group.from_date > today:
        return _("from {day}").format(day=current().day(group.from_date))
    if group.next_day == today:
        return _("today")
    if group.next_day is None:
        return _("nothing planned")
    return _("next: {day}").format(day=current().day(group.next_day))
