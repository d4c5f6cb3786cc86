"""An activity in the list: its sign, its name, its facts, how many groups run it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from groupwork.domain.activities import ActivityLine
from groupwork.i18n import _
from groupwork.ui import fonts, paint
from groupwork.ui.activity.words import facts_words, groups_words
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton

TILE = 36


class ActivityRow(PaintedButton):
    """Opens the activity when it is pressed."""

    def __init__(self, line: ActivityLine) -> None:
        self.line = line
        people = (line.min_people, line.max_people)
        self._facts = facts_words(line.minutes, people, line.staff, line.people_per_staff)
        self._groups = groups_words(line.groups) if line.groups else ""
        if not line.active:
            self._groups = _("archived")
        spoken = ", ".join(part for part in (line.name, self._facts, self._groups) if part)
        super().__init__(58, spoken, inset=6)

    def text_shown(self) -> str:
        """The words on it."""
        return f"{self.line.name}\n{self._facts}\n{self._groups}"

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        size, middle = theme.size, rect.center().y()
        side = size(TILE)
        paint.category_tile(
            painter, QRectF(size(16), middle - side / 2, side, side), self.line.category.value
        )
        groups = fonts.width(self._groups, 13, 500) + size(14) if self._groups else 0
        left = size(16) + side + size(12)
        room = rect.width() - left - size(16) - groups
        words = QRectF(left, middle - size(20), room, size(21))
        paint.text(painter, words, self.line.name, fonts.font(14.5, 600, self.line.name))
        below = QRectF(left, middle + size(1), rect.width() - left - size(16), size(18))
        paint.text(painter, below, self._facts, fonts.font(13), "text2")
        if self._groups:
            spot = QRectF(rect.width() - groups - size(2), middle - size(20), groups - size(14), size(21))
            paint.text(painter, spot, self._groups, fonts.font(13, 500), "text2", paint.RIGHT, elide=False)
