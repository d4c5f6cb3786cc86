"""A corner that must be held for two seconds, so that nobody leaves by a touch in passing."""

from __future__ import annotations

import math

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton

HOLD_MS, TICK_MS = 2000, 50


class HoldButton(PaintedButton):
    """`held` after it was pressed for two seconds; a bar fills meanwhile. Keys use `begin` and `give_up`."""

    held = Signal()

    def __init__(self) -> None:
        self._clock, self._part = QElapsedTimer(), 0.0
        super().__init__(48)
        self.hold_ms = HOLD_MS
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.pressed.connect(self.begin)
        self.released.connect(self.give_up)

    def set_words(self, words: str) -> None:
        """What it says in small print, for staff."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def begin(self) -> None:
        """Somebody holds it."""
        if not self._timer.isActive():
            self._clock.start()
            self._timer.start()

    def give_up(self) -> None:
        """Let go too early."""
        self._timer.stop()
        self._part = 0.0
        self.update()

    def _tick(self) -> None:
        self._part = min(1.0, self._clock.elapsed() / self.hold_ms)
        self.update()
        if self._part >= 1.0:
            self.give_up()
            self.held.emit()

    def sizeHint(self) -> QSize:
        """Lock, words and room."""
        return QSize(math.ceil(fonts.width(self.text(), 13) + theme.size(50)), theme.size(48))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """A small lock with words; the bar grows under them."""
        if self._part:
            paint.rounded(painter, QRectF(0, 0, rect.width() * self._part, rect.height()), 8, "accent_soft")
        lock = QRectF(rect.left() + theme.size(10), rect.top(), theme.size(18), rect.height())
        icons.draw_centred(painter, "lock", "text2", lock, 16)
        words = rect.adjusted(theme.size(36), 0, -theme.size(6), 0)
        paint.text(painter, words, self.text(), fonts.font(13), "text2", elide=False)
