"""One of the six colours of the marks, as a dot with its word."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap

from groupwork.domain.mark_colours import COLOUR_WORDS, Colour
from groupwork.i18n import _
from groupwork.ui import paint
from groupwork.ui.roles import COLOUR_TONES
from groupwork.ui.theme import theme
from groupwork.ui.widgets.fields import Choice

DOT, GAP = 14, 4
"""Edge of the dot and room after it, in logical px."""


class ColourChoice(Choice):
    """`picked` carries the name of the colour a person chose.

    The arrow keys open the list, so that walking through it changes nothing until Enter.
    """

    def set_words(self, name: str) -> None:
        """The colours in the language in use, and what the choice is about."""
        self.setAccessibleName(name)
        self.set_options([(each.value, _(COLOUR_WORDS[each])) for each in Colour])
        self.restyle()

    def restyle(self) -> None:
        """Font and dots at the present text size and theme."""
        super().restyle()
        side = theme.size(DOT)
        self.setIconSize(QSize(theme.size(DOT + GAP), side))
        for index, each in enumerate(Colour):
            self.setItemIcon(index, _dot(COLOUR_TONES[each], theme.name, theme.percent))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
            return
        super().keyPressEvent(event)


@cache
def _dot(tone: str, _theme: str, _percent: int) -> QIcon:
    """A disc of a tone in a theme and text size; it keeps its colour chosen and disabled."""
    icon = QIcon()
    for ratio in (1.0, 2.0):
        side, width = theme.size(DOT), theme.size(DOT + GAP)
        picture = QPixmap(round(width * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint.rounded(painter, QRectF(0, 0, side, side).adjusted(1, 1, -1, -1), DOT / 2, tone)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled):
            icon.addPixmap(picture, mode)
    return icon
