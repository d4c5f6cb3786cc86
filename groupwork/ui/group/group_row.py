"""One group in a list: time, category, what, where and who, and at the right how many of how many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from groupwork.domain.clashes import Clash
from groupwork.domain.groups import GroupInfo
from groupwork.ui import fonts, icons, paint
from groupwork.ui.day.words import clash_words
from groupwork.ui.group import words
from groupwork.ui.theme import theme
from groupwork.ui.widgets.chip import chip_roles
from groupwork.ui.widgets.controls import PaintedButton

HEIGHT = 62
TEXT_LEFT = 126
BAR = 56
CHIP_HEIGHT = 20


class GroupRow(PaintedButton):
    """A group as a wide button; Up and Down go to its neighbours."""

    def __init__(self, info: GroupInfo, clashes: Sequence[Clash] = ()) -> None:
        super().__init__(HEIGHT, inset=6)
        self.info = info
        self._signs = words.signs(info, clashes)
        self._where = words.where_and_who(info)
        if info.rhythm.nth is not None or info.rhythm.every_weeks > 1:
            self._where = "  ·  ".join(part for part in (words.rhythm(info.rhythm), self._where) if part)
        self.setAccessibleName(self._spoken())
        self.setToolTip("\n".join([info.title, self._where, *map(clash_words, clashes)]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour row."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Times and tile, two lines of words, at the right the places and what is worth a glance."""
        px, info = theme.size, self.info
        start = QRectF(px(18), px(11), px(54), px(20))
        end = QRectF(px(18), px(31), px(54), px(18))
        paint.text(painter, start, f"{info.rhythm.start:%H:%M}", fonts.font(15, 600), "text")
        paint.text(painter, end, f"{info.rhythm.end:%H:%M}", fonts.font(12.5), "text3")
        paint.category_tile(painter, QRectF(px(76), px(12), px(38), px(38)), info.category.value)
        above, below = self._paint_places(painter), self._paint_signs(painter)
        left = px(TEXT_LEFT)
        title = QRectF(left, px(10), above - left - px(12), px(21))
        where = QRectF(left, px(32), below - left - px(12), px(18))
        paint.text(painter, title, info.title, fonts.font(15, 600, info.title), "text")
        paint.text(painter, where, self._where, fonts.font(13, 400, self._where), "text2")

    def _paint_places(self, painter: QPainter) -> float:
        """ "7 of 8" and a bar; returns the x where they begin."""
        px, info = theme.size, self.info
        said, edge = words.places(info), float(self.width() - px(18))
        if info.places:
            track = QRectF(edge - px(BAR), px(17), px(BAR), px(8))
            tray = "line" if theme.on("contrast") else None
            paint.rounded(painter, track, 4, "rail", tray)
            share = min(1.0, info.members / info.places)
            if share:
                part = QRectF(track.x(), track.y(), max(px(8), track.width() * share), track.height())
                paint.rounded(painter, part, 4, "bad" if info.members > info.places else "accent")
            edge = track.x() - px(10)
        width = fonts.width(said, 13.5, 500)
        box = QRectF(edge - width, px(10), width + 2, px(21))
        paint.text(painter, box, said, fonts.font(13.5, 500), "text", elide=False)
        return edge - width

    def _paint_signs(self, painter: QPainter) -> float:
        """Chips from the right; those that do not fit stay in the spoken words."""
        px = theme.size
        edge, least = float(self.width() - px(18)), self.width() * 0.5
        for sign in self._signs:
            fill, ink, line = chip_roles(sign.tone)
            width = fonts.width(sign.words, 12, 500) + px(16) + (px(16) if sign.icon else 0)
            if edge - width < least:
                break
            area = QRectF(edge - width, px(33), width, px(CHIP_HEIGHT))
            paint.rounded(painter, area, CHIP_HEIGHT / 2, fill, line)
            left = area.x() + px(8)
            if sign.icon:
                icons.draw_centred(painter, sign.icon, ink, QRectF(left, area.y(), px(12), area.height()), 12)
                left += px(16)
            text = QRectF(left, area.y(), area.right() - left, area.height())
            paint.text(painter, text, sign.words, fonts.font(12, 500), ink, elide=False)
            edge = area.x() - px(6)
        return edge

    def _spoken(self) -> str:
        signs = (sign.words for sign in self._signs)
        parts = (self.info.title, words.when(self.info.rhythm), self._where, words.places_said(self.info))
        return ", ".join(part for part in (*parts, *signs) if part)
