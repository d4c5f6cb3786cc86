"""Words on a page: plain, eliding, and with an icon. They keep role names, never colours."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme


class Label(QLabel):
    """Plain text in a role's colour. With `wrap`, give it a stretch in a row or it wraps too early.

    `name=True` for text that people typed: the font then follows its script.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "text",
        size: float = 14,
        weight: int = 400,
        *,
        wrap: bool = False,
        typed: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__(text)
        self._role, self._size, self._weight, self._typed = role, size, weight, typed
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.restyle()

    def set_words(self, text: str) -> None:
        """Other words; the font follows their script when they were typed by people."""
        self.setText(text)
        if self._typed:
            self.restyle()

    def set_role(self, role: str) -> None:
        """Another colour role."""
        self._role = role
        self.restyle()

    def restyle(self) -> None:
        """Font and colour from the present theme."""
        self.setFont(fonts.font(self._size, self._weight, self.text() if self._typed else None))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._role))
        self.setPalette(palette)


class Elided(QWidget):
    """One line that never widens its window: it elides and then has the whole text as a tooltip."""

    def __init__(
        self, text: str = "", role: str = "text", size: float = 14, weight: int = 400, *, typed: bool = True
    ) -> None:
        super().__init__()
        self._text, self._role, self._size, self._weight, self._typed = text, role, size, weight, typed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_words(text)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_words(self, text: str) -> None:
        """Other words."""
        self._text = text
        self.setAccessibleName(text)
        self.restyle()

    def set_role(self, role: str) -> None:
        """Another colour role."""
        self._role = role
        self.update()

    def restyle(self) -> None:
        """Height at the present text size."""
        self.setFont(fonts.font(self._size, self._weight, self._text if self._typed else None))
        self.setFixedHeight(math.ceil(self.fontMetrics().height()) + 1)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole text if there is room."""
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 3, self.height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(theme.size(30), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.text(QPainter(self), self.rect(), self._text, self.font(), self._role)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            cut = self.fontMetrics().horizontalAdvance(self._text) > self.width()
            self.setToolTip(self._text if cut else "")
        return super().event(event)


class Icon(QWidget):
    """An icon in a role's colour. Decoration: words stand beside it."""

    def __init__(self, icon: str, role: str = "text2", size: float = 20) -> None:
        super().__init__()
        self._icon, self._role, self._size = icon, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_icon(self, icon: str, role: str | None = None) -> None:
        """Another icon, and role when given."""
        self._icon, self._role = icon, role or self._role
        self.update()

    def restyle(self) -> None:
        """Size at the present text size."""
        self.setFixedSize(theme.size(self._size), theme.size(self._size))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.draw_centred(QPainter(self), self._icon, self._role, QRectF(self.rect()), self._size)


class IconLabel(QWidget):
    """An icon and one line of words in one colour ("2 away"); elides."""

    def __init__(
        self,
        icon: str,
        text: str,
        role: str = "text2",
        size: float = 13,
        weight: int = 400,
        *,
        icon_role: str = "",
    ) -> None:
        super().__init__()
        self._icon, self._text, self._role = icon, text, role
        self._size, self._weight, self._icon_role = size, weight, icon_role
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_words(text)

    def text(self) -> str:
        """The words."""
        return self._text

    def set_words(self, text: str, icon: str = "", role: str = "") -> None:
        """Other words, and icon or role when given."""
        self._text, self._icon, self._role = text, icon or self._icon, role or self._role
        self.setAccessibleName(text)
        self.restyle()

    def restyle(self) -> None:
        """Font and height at the present text size."""
        self.setFont(fonts.font(self._size, self._weight, self._text))
        self.setFixedHeight(max(self.fontMetrics().height() + 2, theme.size(18)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, gap and words."""
        w = self.fontMetrics().horizontalAdvance(self._text) + theme.size(self._size + 10) + 3
        return QSize(math.ceil(w), self.height())

    def minimumSizeHint(self) -> QSize:
        """The icon and a few letters."""
        return QSize(theme.size(60), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), theme.size(self._size + 3)
        area = QRectF(0, 0, side, self.height())
        icons.draw_centred(painter, self._icon, self._icon_role or self._role, area, self._size + 3)
        words = QRectF(side + theme.size(7), 0, self.width() - side - theme.size(7), self.height())
        paint.text(painter, words, self._text, self.font(), self._role)
