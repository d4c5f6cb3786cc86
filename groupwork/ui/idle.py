"""Locking by itself: when nobody touched keys or mouse for a while, and when the computer slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication

from groupwork.ui.preferences import preferences

LOOK_MS = 5_000
SLEPT_SECONDS = 90
"""So long without a look: the computer slept, or its clock was set forward."""
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)

Seconds = Callable[[], float]


class IdleLock(QObject):
    """`wanted` when it is time to lock, again with each look until `touch`.

    Both clocks count: the wall's, because a timer stands still while the computer sleeps, and the
    machine's, because the wall's can be set back. It watches the system's window and not the application:
    so each key and each movement costs one call, whatever they set off.
    """

    wanted = Signal()

    def __init__(self, parent: QObject, wall: Seconds = time.time, machine: Seconds = time.monotonic) -> None:
        super().__init__(parent)
        self.wall, self.machine = wall, machine
        self._touched = self._looked = (wall(), machine())
        self._cursor = QPoint()
        self._watched: QObject | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        QGuiApplication.instance().applicationStateChanged.connect(self._state)  # type: ignore[union-attr]  # always there

    def start(self, window: QObject | None) -> None:
        """A file is open: watch the system's window from now on."""
        if window is not None and window is not self._watched:
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            window.installEventFilter(self)
            self._watched = window
        self.touch()
        self._looked = self._touched
        self._timer.start()

    def stop(self) -> None:
        """No file is open."""
        self._timer.stop()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = (self.wall(), self.machine())
        self._cursor = QCursor.pos()

    def look(self) -> None:
        """Compare with both clocks; also called when the window wakes up."""
        now, cursor = (self.wall(), self.machine()), QCursor.pos()
        slept = now[0] - self._looked[0] > SLEPT_SECONDS
        self._looked = now
        if cursor != self._cursor and not slept:  # menus and dialogs have system windows of their own
            self._cursor = cursor
            self._touched = now
        idle = max(now[0] - self._touched[0], now[1] - self._touched[1])
        minutes = min(60, max(0, preferences.values.lock_minutes))
        if slept or (minutes and idle >= minutes * 60):
            self.wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every key and every movement on the window."""
        if event.type() in TOUCHES:
            self.look_if_late()
            self.touch()
        return False

    def look_if_late(self) -> None:
        """The first key after a sleep may come before the timer: it must not count as presence."""
        if self._timer.isActive() and self.wall() - self._looked[0] > SLEPT_SECONDS:
            self.look()

    def _state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended and self._timer.isActive():
            self.wanted.emit()
        elif state == Qt.ApplicationState.ApplicationActive:
            self.look_if_late()
