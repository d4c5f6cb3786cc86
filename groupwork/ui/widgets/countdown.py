"""Seconds that run down in a sentence: after too many wrong passphrases."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from groupwork.i18n import ngettext

STEP_MS = 250


class Countdown(QObject):
    """Calls `show` with the sentence each time the second turns, and with an empty one at the end."""

    def __init__(
        self, parent: QObject, show: Callable[[str], None], now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.now = now
        self._show = show
        self._end, self._said = 0.0, 0
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self.look)

    @property
    def left(self) -> int:
        """Seconds still to wait, 0 when there is nothing to wait for."""
        return max(0, round(self._end - self.now() + 0.499)) if self._timer.isActive() else 0

    def start(self, seconds: int) -> None:
        """Begin with so many seconds."""
        self._end, self._said = self.now() + seconds, 0
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Say what is left when it changed."""
        left = self.left
        if left == 0:
            self._timer.stop()
            self._show("")
        elif left != self._said:
            self._said = left
            self._show(self.sentence())

    def sentence(self) -> str:
        """What is left, in words."""
        return ngettext(
            "Too many wrong passphrases. Try again in {n} second.",
            "Too many wrong passphrases. Try again in {n} seconds.",
            self.left,
        ).format(n=self.left)
