"""One of the five faces as a button: the face, a word under it, its number."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from groupwork.ui import fonts, paint
from groupwork.ui.mood.face import draw_face
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton

BIG, WORDS = 132.0, 20.0
"""Diameter of a face and size of its word for participants, in logical px."""
SMALLEST = 96
"""A face is never smaller than this on a narrow window, in px."""


class FaceButton(PaintedButton):
    """`face` 1 to 5. `side` is the wanted diameter in logical px, `size` that of the words."""

    RADIUS = 18.0

    def __init__(self, face: int, *, side: float = BIG, size: float = WORDS) -> None:
        self.face, self._side, self._size = face, side, size
        self.chosen = False
        super().__init__(side + 2.6 * size + 26)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def restyle(self) -> None:
        """Height at the present text size; on a low window it may be less."""
        self.setMinimumHeight(self.minimumSizeHint().height())
        self.setMaximumHeight(theme.size(self._height))
        self.update()

    def set_words(self, words: str) -> None:
        """The word under the face; it is the button's name too, with its number."""
        self.setText(words)
        self.setAccessibleName(f"{self.face}: {words}")
        self.updateGeometry()
        self.update()

    def set_chosen(self, on: bool) -> None:
        """Light it up as the answer."""
        self.chosen = on
        self.update()

    def diameter(self) -> float:
        """The face's diameter in px now."""
        words = theme.sizef(2.6 * self._size + 26)
        room = min(self.width() - theme.size(16), self.height() - words)
        return max(min(theme.sizef(self._side), room), min(SMALLEST, theme.sizef(self._side)))

    def sizeHint(self) -> QSize:
        """The face and its word with a little room."""
        words = round(fonts.width(self.text(), self._size, 600)) + theme.size(14)
        return QSize(max(words, theme.size(self._side + 20)), theme.size(self._height))

    def minimumSizeHint(self) -> QSize:
        """A small face."""
        least = min(SMALLEST, theme.size(self._side))
        return QSize(least + theme.size(10), least + theme.size(2.6 * self._size + 26))

    def _plate(self) -> tuple[str, str, float]:
        return ("hover" if self.underMouse() or self.isDown() else "surface"), "control", 1.0

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Face, word; a plate when it is chosen."""
        plate = ("accent_soft", "accent", 2.5) if self.chosen else self._plate()
        paint.rounded(painter, rect.adjusted(2, 2, -2, -2), self.RADIUS, *plate)
        d = self.diameter()
        centre = QPointF(rect.center().x(), rect.top() + theme.sizef(12) + d / 2)
        ink = "accent_ink" if self.chosen else "text"
        draw_face(painter, centre, d / 2, self.face, ink)
        top = centre.y() + d / 2 + theme.sizef(6)
        words = QRectF(rect.left() + 2, top, rect.width() - 4, rect.bottom() - top)
        top_centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        font = fonts.font(self._size, 600)
        paint.text(painter, words, self.text(), font, ink, top_centre, wrap=True)
