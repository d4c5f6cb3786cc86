"""Painted buttons: the base for rows and cards, segments, rail items."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme


class PaintedButton(QAbstractButton):
    """A button that paints itself: rows of a list, calendar blocks, cards to pick.

    Subclasses implement `paint_content(painter, rect)`; hover and focus ring are painted here. Set an
    accessible name. Enter and Space press it.
    """

    RADIUS = 8.0

    def __init__(self, height: float, name: str = "", *, inset: float = 0) -> None:
        super().__init__()
        self._height, self._inset = height, inset
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name)
        self.restyle()

    def restyle(self) -> None:
        """Height at the present text size."""
        self.setFixedHeight(theme.size(self._height))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the layout likes."""
        return QSize(theme.size(160), theme.size(self._height))

    def minimumSizeHint(self) -> QSize:
        """It may get narrow: the content elides."""
        return QSize(theme.size(60), theme.size(self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        dx, dy = theme.sizef(self._inset), theme.sizef(2 if self._inset else 0)
        plate = area.adjusted(dx, dy, -dx, -dy)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            paint.rounded(painter, plate, self.RADIUS, "hover")
        self.paint_content(painter, area)
        if self.hasFocus():
            paint.ring(painter, plate, self.RADIUS)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the content; the plate under the mouse and the focus ring are not your business."""
        raise NotImplementedError


class _Segment(QAbstractButton):
    """One choice of a segmented control: a real checkable button."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Room for the words in semibold."""
        return QSize(math.ceil(fonts.width(self.text(), 13.5, 600)) + theme.size(26), theme.size(28))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area, on = QPainter(self), QRectF(self.rect()), self.isChecked()
        contrast = theme.on("contrast")
        if on:
            edge = None if contrast else "control"
            paint.rounded(painter, area, 7, "accent" if contrast else "raised", edge)
        ink = ("on_accent" if contrast else "text") if on else "text2"
        if not self.isEnabled():
            ink = "text3"
        paint.text(
            painter, area, self.text(), fonts.font(13.5, 600 if on else 500), ink, paint.CENTRE, elide=False
        )
        if self.hasFocus():
            paint.ring(painter, area.adjusted(1, 1, -1, -1) if not on else area, 7)


class Segments(QWidget):
    """A segmented control of real checkable buttons: arrows move, screen readers read "1 of 3".

    `chosen` carries the index picked by a person. `select(None)` leaves none chosen.
    """

    chosen = Signal(int)

    def __init__(
        self, options: Sequence[str], name: str = "", *, current: int | None = 0, small: bool = False
    ) -> None:
        super().__init__()
        self._small = small
        self._group = QButtonGroup(self)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(0)
        self._buttons = [_Segment(option, self) for option in options]
        for index, button in enumerate(self._buttons):
            self._group.addButton(button, index)
            self._layout.addWidget(button)
        self._group.idClicked.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(options, name)
        self.select(current)
        self.restyle()

    def set_words(self, options: Sequence[str], name: str = "") -> None:
        """The same choices in other words, and the control's accessible name."""
        self.setAccessibleName(name)
        for button, option in zip(self._buttons, options, strict=True):
            button.setText(option)
            button.setAccessibleName(f"{name}: {option}" if name else option)
            button.updateGeometry()
        self.updateGeometry()

    def current(self) -> int | None:
        """The chosen index, or None."""
        index = self._group.checkedId()
        return index if index >= 0 else None

    def select(self, index: int | None) -> None:
        """Choose without telling anyone."""
        if index is not None:
            self._buttons[index].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(False)
        self._group.setExclusive(True)

    def restyle(self) -> None:
        """Sizes at the present text size."""
        edge = theme.size(3)
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self.setFixedHeight(theme.finger(30 if self._small else 34))
        for button in self._buttons:
            button.updateGeometry()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.rounded(QPainter(self), self.rect(), 9, "rail", "line2")


class NavItem(QAbstractButton):
    """A place in the rail: icon and word, slim only the icon with a tooltip; a badge counts what waits."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon, self._badge, self._badge_words, self._slim = icon, 0, "", False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_words(self, text: str, keys: str) -> None:
        """The place's word and its keys for the tooltip."""
        self.setText(text)
        self.setToolTip(f"{text} ({keys})")
        self._name()

    def set_badge(self, number: int, words: str = "") -> None:
        """A number on the item, with its words for the accessible name ("2 registers still open")."""
        self._badge, self._badge_words = number, words
        self._name()
        self.update()

    def set_slim(self, slim: bool) -> None:
        """Icon only."""
        self._slim = slim
        self.restyle()

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self._badge_words}" if self._badge_words else self.text())

    def restyle(self) -> None:
        """Height at the present text size."""
        self.setFixedHeight(theme.size(44))
        self.update()

    def sizeHint(self) -> QSize:
        """The rail decides the width."""
        return QSize(theme.size(52), theme.size(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plate = QRectF(self.rect()).adjusted(0, theme.size(2), 0, -theme.size(2))
        ink = self._paint_plate(painter, plate)
        side = theme.size(20)
        x = (self.width() - side) / 2 if self._slim else float(theme.size(14))
        icons.draw_centred(painter, self._icon, ink, QRectF(x, plate.top(), side, plate.height()), 20)
        if not self._slim:
            room = theme.size(52) + (theme.size(24) if self._badge else 0)
            words = QRectF(theme.size(44), plate.top(), self.width() - room, plate.height())
            font = fonts.font(14.5, 600 if self.isChecked() else 500)
            paint.text(painter, words, self.text(), font, ink if self.isChecked() else "text")
        if self._badge:
            self._paint_badge(painter, plate)
        if self.hasFocus():
            paint.ring(painter, plate, 10)

    def _paint_plate(self, painter: QPainter, plate: QRectF) -> str:
        if not self.isChecked():
            if self.underMouse():
                paint.rounded(painter, plate, 10, "hover")
            return "text2"
        contrast = theme.on("contrast")
        edge, width = ("accent", theme.sizef(2)) if contrast else (None, 1.0)
        paint.rounded(painter, plate, 10, "accent_soft", edge, width)
        bar = QRectF(plate.left(), plate.center().y() - theme.size(10), theme.size(4), theme.size(20))
        paint.rounded(painter, bar, 2, "accent")
        return "accent_ink"

    def _paint_badge(self, painter: QPainter, plate: QRectF) -> None:
        if self._slim:
            area = QRectF(self.width() - theme.size(22), plate.top(), theme.size(20), theme.size(17))
        else:
            middle = plate.center().y() - theme.size(10)
            area = QRectF(self.width() - theme.size(32), middle, theme.size(24), theme.size(20))
        paint.rounded(painter, area, 10, "warn_soft", "warn" if theme.on("contrast") else None)
        font = fonts.font(11 if self._slim else 12, 700)
        words = str(self._badge) if self._badge < 100 else "99+"
        paint.text(painter, area, words, font, "warn_ink", paint.CENTRE, elide=False)


class Progress(QWidget):
    """A bar of 8 px: accent while under way, `good` when complete. The number stands beside it in words."""

    def __init__(self, name: str = "", value: float = 0.0, tone: str = "accent") -> None:
        super().__init__()
        self._value, self._tone = value, tone
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_value(self, value: float, tone: str = "") -> None:
        """Show a part of 0 to 1."""
        self._value, self._tone = min(1.0, max(0.0, value)), tone or self._tone
        self.update()

    def restyle(self) -> None:
        """Height at the present text size."""
        self.setFixedHeight(theme.size(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        paint.rounded(painter, area, 4, "rail", "text" if theme.on("contrast") else None)
        if self._value > 0:
            part = QRectF(0, 0, max(area.height(), area.width() * self._value), area.height())
            paint.rounded(painter, part, 4, self._tone)
