"""Fonts at the present text size, one family per whole text.

Which family a name goes to is decided once, in `domain/scripts`, for screen and paper.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from groupwork.domain.scripts import Face, font_family
from groupwork.ui.faces import face
from groupwork.ui.theme import theme


def font(size: float = 14, weight: int = 400, text: str | None = None, *, italic: bool = False) -> QFont:
    """A font of `size` logical px at 100 % text; with `text`, in the one family that can write all of it.

    Give `text` for everything that people typed (names, titles); our own words need none.
    """
    family = Face.ATKINSON if text is None or text.isascii() else font_family(text)
    return QFont(face(family, theme.size(size), weight, italic))


def width(text: str, size: float = 14, weight: int = 400) -> float:
    """How wide the text is, in px at the present text size."""
    return QFontMetricsF(font(size, weight, text)).horizontalAdvance(text)


def height(size: float = 14, weight: int = 400) -> float:
    """The line height, in px at the present text size."""
    return QFontMetricsF(font(size, weight)).height()
