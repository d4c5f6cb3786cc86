"""Chips, avatars, category tiles, key caps: small painted signs."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.ui import fonts, icons, paint
from groupwork.ui.roles import TONES
from groupwork.ui.theme import theme


class Chip(QWidget):
    """A word on a soft fill with an optional 14 px icon; 24 px high. Never a chip without a word.

    `tone`: neutral, accent, good, warn, bad, info, pause, or a category's code.
    """

    def __init__(self, text: str, tone: str = "neutral", icon: str = "", size: float = 12.5) -> None:
        super().__init__()
        self._text, self._tone, self._icon, self._size = text, tone, icon, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(text)

    def text(self) -> str:
        """The word."""
        return self._text

    def set_words(self, text: str, tone: str = "", icon: str | None = None) -> None:
        """Other words, and tone or icon when given."""
        self._text, self._tone = text, tone or self._tone
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(text)
        self.restyle()

    def restyle(self) -> None:
        """Size at the present text size."""
        self.setFont(fonts.font(self._size, 500, self._text))
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Word, icon and padding."""
        w = self.fontMetrics().horizontalAdvance(self._text) + theme.size(20) + 1
        return QSize(math.ceil(w) + (theme.size(19) if self._icon else 0), theme.size(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, ink, line = chip_roles(self._tone)
        paint.rounded(painter, self.rect(), 12, fill, line)
        x = theme.size(10)
        if self._icon:
            area = QRectF(theme.size(8), 0, theme.size(14), self.height())
            icons.draw_centred(painter, self._icon, ink, area, 14)
            x = theme.size(27)
        words = QRectF(x, 0, self.width() - x, self.height())
        paint.text(painter, words, self._text, self.font(), ink, elide=False)


def chip_roles(tone: str) -> tuple[str, str, str | None]:
    """Fill, ink and edge (None: none) of a tone."""
    contrast = theme.on("contrast")
    if tone == "neutral":
        return "sunken", "text2", "line"
    if tone == "accent":
        return "accent_soft", "accent_ink", "accent" if contrast else None
    if tone in TONES:
        return f"{tone}_soft", f"{tone}_ink", f"{tone}_ink" if contrast else None
    return f"{tone}:tint", f"{tone}:ink", f"{tone}:strong" if contrast else None


class Avatar(QWidget):
    """Initials: people in a circle, staff in a rounded square. The name stands beside it."""

    def __init__(self, name: str = "", size: float = 32, *, staff: bool = False) -> None:
        super().__init__()
        self._initials, self._size, self._staff = initials(name), size, staff
        self.restyle()

    def set_name(self, name: str) -> None:
        """Another person."""
        self._initials = initials(name)
        self.update()

    def restyle(self) -> None:
        """Size at the present text size."""
        self.setFixedSize(theme.size(self._size), theme.size(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.avatar(QPainter(self), QRectF(self.rect()), self._initials, staff=self._staff)


class CategoryTile(QWidget):
    """A category's icon on its tint."""

    def __init__(self, category: str, size: float = 40) -> None:
        super().__init__()
        self._category, self._size = category, size
        self.restyle()

    def set_category(self, category: str) -> None:
        """Another category."""
        self._category = category
        self.update()

    def restyle(self) -> None:
        """Size at the present text size."""
        self.setFixedSize(theme.size(self._size), theme.size(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.category_tile(QPainter(self), QRectF(self.rect()), self._category)


class KeyCap(QWidget):
    """A key as on a keyboard."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self.setAccessibleName(label)
        self.restyle()

    def text(self) -> str:
        """The key's label."""
        return self._label

    def set_words(self, label: str) -> None:
        """Another label."""
        self._label = label
        self.setAccessibleName(label)
        self.restyle()

    def restyle(self) -> None:
        """Size at the present text size."""
        self.setFixedSize(math.ceil(paint.key_cap_width(self._label)), theme.size(22))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.key_cap(QPainter(self), QRectF(self.rect()), self._label)


def initials(name: str) -> str:
    """ "HB" for "Hanna Brückner", "JH" for "Jürgen Hassenpflug-Maier", "Mu" for a single name."""
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return ""
    return (words[0][0] + _first(words[-1])).upper() if len(words) > 1 else words[0][:2]


def _first(family: str) -> str:
    """The letter a family name is known by: "K" of "al-Kharrat"."""
    return next((letter for letter in family if letter.isupper()), family[0])
