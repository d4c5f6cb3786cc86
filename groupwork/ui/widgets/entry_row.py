"""One entry of a person's lists: an icon, words that wrap, a second line; pressed, it is edited in place."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from groupwork.i18n import _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme

PAD, ICON, GAP = 6, 17, 10
WRAP = int(Qt.TextFlag.TextWordWrap.value)


@dataclass(frozen=True)
class Entry:
    """What a row shows. `key` is the row's id; `role` colours icon, words and second line."""

    key: int
    words: str
    below: str = ""
    icon: str = ""
    icon_role: str = "text2"
    role: str = "text"
    below_role: str = "text2"
    spoken: str = ""


class EntryRow(QAbstractButton):
    """A row as high as its words."""

    def __init__(self, entry: Entry, *, editable: bool) -> None:
        super().__init__()
        self.entry = entry
        self._editable = editable
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        said = ", ".join(part for part in (entry.spoken or entry.words, entry.below) if part)
        self.setAccessibleName(_("Change: {what}").format(what=said) if editable else said)
        if editable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def restyle(self) -> None:
        """Height at the present text size."""
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of both texts at a width."""
        words, below = self._heights(width)
        gap = theme.size(1) if below else 0
        return max(words + below + gap, theme.size(20)) + 2 * theme.size(PAD)

    def sizeHint(self) -> QSize:
        """As wide as the layout likes."""
        return QSize(theme.size(220), self.heightForWidth(theme.size(260)))

    def minimumSizeHint(self) -> QSize:
        """It may get narrow: the words wrap."""
        return QSize(theme.size(120), self.heightForWidth(max(self.width(), theme.size(120))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._editable:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, entry = QPainter(self), self.entry
        plate = QRectF(self.rect())
        if self._editable and (self.underMouse() or self.isDown()):
            paint.rounded(painter, plate, 8, "hover")
        left, pad = self._left(), theme.size(PAD)
        if entry.icon:
            side = theme.size(ICON)
            area = QRectF(theme.size(6), pad + theme.sizef(1), side, side)
            icons.draw_centred(painter, entry.icon, entry.icon_role, area, ICON)
        words, below = self._heights(self.width())
        room = self.width() - left - theme.size(6)
        upper = QRectF(left, pad, room, words + 1)
        paint.text(painter, upper, entry.words, self._words_font(), entry.role, paint.LEFT, wrap=True)
        if below:
            lower = QRectF(left, pad + words + theme.size(1), room, below + 1)
            paint.text(
                painter, lower, entry.below, self._below_font(), entry.below_role, paint.LEFT, wrap=True
            )
        if self.hasFocus():
            paint.ring(painter, plate.adjusted(1, 1, -1, -1), 8)

    def _left(self) -> int:
        return theme.size(6 + (ICON + GAP if self.entry.icon else 0))

    def _heights(self, width: int) -> tuple[int, int]:
        room = max(width - self._left() - theme.size(6), theme.size(40))
        words = _height(self.entry.words, self._words_font(), room)
        return words, _height(self.entry.below, self._below_font(), room) if self.entry.below else 0

    def _words_font(self) -> QFont:
        return fonts.font(14, 500, self.entry.words)

    def _below_font(self) -> QFont:
        return fonts.font(13, 400, self.entry.below)


def _height(words: str, font: QFont, width: int) -> int:
    area = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), WRAP, words or " ")
    return math.ceil(area.height())
