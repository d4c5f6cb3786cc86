"""Cards of which one is chosen: icon, title, one or two lines of words, a round mark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton

MARK = 20


class ChoiceCard(PaintedButton):
    """One of several; put them into a QButtonGroup."""

    RADIUS = 12

    def __init__(self, icon: str) -> None:
        super().__init__(96)
        self._icon, self._title, self._words = icon, "", ""
        self.setCheckable(True)

    def set_words(self, title: str, words: str) -> None:
        """Title and line."""
        self._title, self._words = title, words
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.update()

    def text_shown(self) -> str:
        """Title and line, for tests that look for words."""
        return f"{self._title}\n{self._words}"

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        on, size = self.isChecked(), theme.size
        fill = "accent_soft" if on else "hover" if self.underMouse() and self.isEnabled() else "surface"
        edge, width = ("accent", theme.sizef(2)) if on else ("control", 1.0)
        paint.rounded(painter, rect, 12, fill, edge, width)
        icons.draw(painter, self._icon, "accent" if on else "text2", QPointF(size(16), size(12)), 20)
        self._mark(painter, QRectF(rect.width() - size(36), size(12), size(MARK), size(MARK)))
        room = rect.width() - size(28)
        ink = "accent_ink" if on else "text"
        title = QRectF(size(16), size(36), room, size(21))
        paint.text(painter, title, self._title, fonts.font(15, 600, self._title), ink)
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        words = QRectF(size(16), size(57), room, size(38))
        role = "text" if theme.on("contrast") else "text2"
        paint.text(painter, words, self._words, fonts.font(13, 400, self._words), role, top, wrap=True)

    def _mark(self, painter: QPainter, area: QRectF) -> None:
        if not self.isChecked():
            paint.rounded(painter, area, MARK / 2, "surface", "control", theme.sizef(1.5))
            return
        paint.rounded(painter, area, MARK / 2, "accent")
        icons.draw_centred(painter, "check", "on_accent", area, 14, stroke=3)
