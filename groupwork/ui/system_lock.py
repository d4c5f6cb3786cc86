"""Locking with the computer: when its own screen is locked, the centre is locked too, where that can be seen.

Windows tells each window that asks for it. On Linux the screen saver's service of the desktop says so on the
session bus (GNOME, KDE, Cinnamon, MATE, Xfce). Elsewhere nothing is heard, and the idle lock does it.
"""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from ctypes import wintypes
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

log = logging.getLogger(__name__)

SESSION_CHANGE = 0x02B1
"""WM_WTSSESSION_CHANGE."""
POWER = 0x0218
"""WM_POWERBROADCAST."""
LEFT = frozenset({0x2, 0x4, 0x6, 0x7})
"""WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK."""
SUSPENDS = 0x4
"""PBT_APMSUSPEND."""
SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
LISTEN_MS = 1_500
"""The bus is asked for after Today is painted."""


def says_left(message: int, why: int) -> bool:
    """Whether a message of Windows says that nobody sits at the screen any more."""
    return (message == SESSION_CHANGE and why in LEFT) or (message == POWER and why == SUSPENDS)


def _has_bus() -> bool:
    """Whether this desktop has a session bus: asking where there is none would start one, or wait for it."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or (bool(folder) and Path(folder, "bus").exists())


class _Ear(QWidget):
    """A window that is never shown: only what Windows sends to all windows comes here."""

    left = Signal()

    def nativeEvent(self, kind: Any, message: int) -> object:
        """Look at one message of Windows."""
        if bytes(kind) == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if says_left(told.message, told.wParam):
                self.left.emit()
        return super().nativeEvent(kind, message)


class SystemLock(QObject):
    """`locked` when the computer's own screen was locked; once for each time."""

    locked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ear: _Ear | None = None
        self._bus: QDBusConnection | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LISTEN_MS)
        self._timer.timeout.connect(self.listen)

    def start(self) -> None:
        """A file is open: listen a moment later, if not already."""
        if self._ear is None and self._bus is None:
            self._timer.start()

    def stop(self) -> None:
        """The window goes."""
        self._timer.stop()
        if self._ear is not None:
            self._ear.close()
            self._ear.deleteLater()
            self._ear = None

    def listen(self) -> None:
        """Ask the system to be told; says in the log when it cannot be heard."""
        if sys.platform == "win32":
            self._ear = _Ear()
            self._ear.left.connect(self.locked)
            if not ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(self._ear.winId()), 0):
                log.info("the lock of the system cannot be heard")
        elif sys.platform.startswith("linux") and _has_bus():
            from PySide6.QtDBus import QDBusConnection

            self.hear(QDBusConnection.sessionBus())

    def hear(self, bus: QDBusConnection) -> bool:
        """Listen to the screen savers of a desktop's bus; False when there is none to hear."""
        if not bus.isConnected():
            log.info("the lock of the system cannot be heard")
            return False
        self._bus = bus
        slot: Any = "1active_changed(bool)"  # the stubs want bytes, which this version of PySide refuses
        heard = [bus.connect("", "", name, "ActiveChanged", self, slot) for name in SAVERS]
        return all(heard)

    @Slot(bool)
    def active_changed(self, active: bool) -> None:
        """A screen saver covered the screen, or went."""
        if active:
            self.locked.emit()
