"""The code of the next page is read while nobody waits for it.

A page's class is imported when the page is first shown, which a person feels as a pause. While somebody
types a passphrase there is time for Today, and once a file is open for the pages a day begins with.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget

from groupwork.ui import pages
from groupwork.ui.shell import Shell

LOCKED = ("today",)
"""Read while the passphrase is typed."""
OPEN = ("register", "schedule", "participants")
"""Read once a file is open, in the order in which they are wanted on a Monday at nine."""
PAUSE_MS = 300
"""After a page came, and between two that are read: what is shown is painted by then."""


class Ahead(QObject):
    """Reads the classes of pages, one each time the window has had a moment to itself. Builds nothing."""

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack = stack
        self._wanted: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._read)
        stack.currentChanged.connect(self._look)

    @property
    def waiting(self) -> bool:
        """Whether a page is still to be read."""
        return bool(self._wanted)

    def _look(self, _at: int) -> None:
        shown = self._stack.currentWidget()
        self._wanted = () if shown is None else OPEN if isinstance(shown, Shell) else LOCKED
        self._timer.start()

    def _read(self) -> None:
        if not self._wanted:
            self._timer.stop()
            return
        code, *rest = self._wanted
        self._wanted = tuple(rest)
        pages.page(code).load()
