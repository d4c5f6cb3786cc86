"""What keeps the window from strangers' eyes while a file is open: the blur, and locking by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from groupwork.ui.accessibility import announce
from groupwork.ui.cover import Cover
from groupwork.ui.idle import IdleLock
from groupwork.ui.keys_help import KeysHelp
from groupwork.ui.mood.lock_in import LockIn
from groupwork.ui.system_lock import SystemLock

NEUTRAL = "Groupwork"
"""The title while nothing is open or the blur is on: it names no centre and nobody."""


class Privacy(QObject):
    """The blur hides `pages` and the title; `lock` is called when the window locks by itself.

    `busy` tells whether a long job runs: then the blur comes first and the lock when the job is over.
    """

    def __init__(
        self, window: QMainWindow, pages: QWidget, lock: Callable[[], None], busy: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._window, self._pages, self._lock, self._busy = window, pages, lock, busy
        self._title = NEUTRAL
        self._before: QWidget | None = None
        self.cover = Cover()
        self.cover.ended.connect(self.show_again)
        self.faces = LockIn(window, pages, lambda: self._title)
        self.idle = IdleLock(self)
        self.idle.wanted.connect(self.lock_by_itself)
        self.system = SystemLock(self)
        self.system.locked.connect(self._with_the_system)
        self._open = False

    def begin(self) -> None:
        """A file was opened."""
        self.show_again()
        self.idle.start(self._window.windowHandle())
        self.system.start()
        self._open = True

    def end(self) -> None:
        """The file is closed: nothing is left to hide."""
        self.show_again()
        self.faces.end()
        self.idle.stop()
        self._open = False
        self.set_title(NEUTRAL)

    def set_title(self, words: str) -> None:
        """The window's title; neutral while the blur is on or a participant has the window."""
        self._title = words
        self._window.setWindowTitle(NEUTRAL if self.on or self.faces.on else words)

    @property
    def on(self) -> bool:
        """Whether the blur hides everything."""
        return not self.cover.isHidden()

    def toggle(self) -> None:
        """Hide everything at once, or show it again."""
        if self.on:
            self.show_again()
        else:
            self.hide()

    def hide(self) -> None:
        """Names and details away; where the focus was is kept."""
        if self.on:
            return
        _close_popups()
        for overlay in self._window.findChildren(KeysHelp):
            overlay.shut()
        self._before = QApplication.focusWidget()
        self.cover.retranslate()
        self._pages.hide()
        self.faces.cover(hidden=True)
        self.cover.show()
        self.cover.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.setWindowTitle(NEUTRAL)
        announce(self.cover, self.cover.accessibleName())

    def show_again(self) -> None:
        """As it was before."""
        if not self.on:
            return
        self.cover.hide()
        if self.faces.on:
            self.faces.cover(hidden=False)
            return
        self._pages.show()
        self._window.setWindowTitle(self._title)
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _with_the_system(self) -> None:
        if self._open:
            self.lock_by_itself()

    def lock_by_itself(self) -> None:
        """Lock now; an open box is cancelled first and a long job may end first."""
        _close_popups()
        box = QApplication.activeModalWidget()
        if box is not None:
            self.hide()
            box.close()  # whoever asked must get the answer before the page goes: the next look locks
        elif self._busy():
            self.hide()
        else:
            self._lock()


def _close_popups() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        if not popup.close():
            return
