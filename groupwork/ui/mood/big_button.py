"""A button for fingers: at least 56 px high, its words as large as plain print."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton

WORDS = 20.0
"""14 pt at 100 %: the least for participants."""
ICON = 22


class BigButton(PaintedButton):
    """Words with an icon before them; `chosen` lights it up. Its width follows its words."""

    RADIUS = 12.0

    def __init__(
        self, icon: str = "", *, kind: str = "plain", size: float = WORDS, height: float = 60
    ) -> None:
        self.icon_name, self.kind, self.words_size = icon, kind, size
        self.chosen = False
        super().__init__(height)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str, name: str = "") -> None:
        """The words on it, and another accessible name when they need one."""
        self.setText(words)
        self.setAccessibleName(name or words)
        self.updateGeometry()
        self.update()

    def set_chosen(self, on: bool) -> None:
        """Light it up as what is recorded."""
        if on != self.chosen:
            self.chosen = on
            self.setAccessibleDescription("✓" if on else "")
            self.update()

    def sizeHint(self) -> QSize:
        """Words, icon and room around them."""
        wide = fonts.width(self.text(), self.words_size, 600) + theme.size(36)
        wide += theme.size(ICON + 8) if self.icon_name and self.text() else 0
        return QSize(math.ceil(max(wide, self._height * theme.scale)), theme.size(self._height))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Plate, icon and words."""
        fill, edge, ink = self._look()
        inside = rect.adjusted(2, 2, -2, -2)
        paint.rounded(painter, inside, self.RADIUS, fill, edge, theme.sizef(2.5 if self.chosen else 1.5))
        font = fonts.font(self.words_size, 600, self.text())
        wide = fonts.width(self.text(), self.words_size, 600) if self.text() else 0.0
        gap = theme.sizef(8) if self.text() and self.icon_name else 0.0
        icon = theme.sizef(ICON) if self.icon_name else 0.0
        x = rect.center().x() - (wide + gap + icon) / 2
        if self.icon_name:
            icons.draw(painter, self.icon_name, ink, QPointF(x, rect.center().y() - icon / 2), ICON)
        words = QRectF(x + icon + gap, rect.top(), wide + 4, rect.height())
        paint.text(painter, words, self.text(), font, ink, Qt.AlignmentFlag.AlignVCenter, elide=False)

    def _look(self) -> tuple[str | None, str, str]:
        hot = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return "sunken", "line", "text3"
        if self.kind == "primary":
            return ("accent_hover" if hot else "accent"), "accent", "on_accent"
        if self.chosen:
            return "accent_soft", "accent", "accent_ink"
        return ("hover" if hot else "surface"), "control", "text"
