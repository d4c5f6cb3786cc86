"""Hands the window to a participant: one page, and no menu, key or close button leads anywhere else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from groupwork.domain.mood import Round
from groupwork.i18n import ngettext
from groupwork.ui.gate import Gate, Notice
from groupwork.ui.mood.face_page import FacePage

NEUTRAL = "Groupwork"
CAUGHT = frozenset({QEvent.Type.Close, QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.Drop})


class LockIn(QObject):
    """The page of faces instead of `pages`; notices, which may name people, wait until it is handed back.

    `title` gives the window's own title for afterwards.
    """

    def __init__(self, window: QMainWindow, pages: QWidget, title: Callable[[], str]) -> None:
        super().__init__(window)
        self._window, self._pages, self._title = window, pages, title
        self._off: list[QAction] = []
        self._before: QWidget | None = None
        self._state = Qt.WindowState.WindowNoState
        self._gate: Gate | None = None
        self._waiting: list[Notice] = []
        self.page: FacePage | None = None

    @property
    def on(self) -> bool:
        """Whether a participant has the window."""
        return self.page is not None

    def begin(self, gate: Gate, asked: Round) -> None:
        """Hand the window over; does nothing when nobody is to be asked or nothing can be stored."""
        if self.on or not asked.guests or gate.read_only:
            return
        self._gate, gate.held = gate, []
        self._before = QApplication.focusWidget()
        self._state = self._window.windowState()
        self._off = [a for a in self._window.actions() if a.isEnabled() and a.objectName() != "lock"]
        for action in self._off:
            action.setEnabled(False)
        self._window.installEventFilter(self)
        page = self.page = FacePage(gate, asked)
        page.finished.connect(self.hand_back)
        self._show(page)

    def _show(self, page: FacePage) -> None:
        ground = self._pages.parentWidget()
        layout = ground.layout() if ground is not None else None
        if layout is not None:
            layout.addWidget(page)
        self._pages.hide()
        self._window.setWindowTitle(NEUTRAL)
        self._window.showFullScreen()
        page.show()
        page.begin()

    def hand_back(self) -> None:
        """Staff has it again: where it was, with what was stored in words."""
        page = self.page
        self.end()
        for action in self._off:
            action.setEnabled(True)
        self._off = []
        self._pages.show()
        self._window.setWindowTitle(self._title())
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        if page is not None:
            self._tell(page)

    def end(self) -> None:
        """Take the page away, because it was handed back or the window locks."""
        page, self.page = self.page, None
        if page is None:
            return
        self._window.removeEventFilter(self)
        page.hide()
        page.setParent(None)
        page.deleteLater()
        self._pages.show()
        self._window.setWindowState(self._state)  # full screen, or maximised as on a tablet
        if self._gate is not None and self._gate.open:
            self._waiting, self._gate.held = self._gate.held or [], None

    def _tell(self, page: FacePage) -> None:
        gate, waiting = self._gate, self._waiting
        if gate is None:
            return
        if page.problem:
            gate.announce(page.problem, tone="warn")
        elif page.answers > 1:
            n = page.answers
            gate.announce(ngettext("{n} answer is stored.", "{n} answers are stored.", n).format(n=n))
        elif waiting:
            gate.notice.emit(waiting[-1])

    def cover(self, hidden: bool) -> None:
        """The window is covered by the blur, or shown again: the page of faces with it."""
        if self.page is not None:
            self.page.setVisible(not hidden)
            if not hidden:
                self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window's close button, menus and dropped files do nothing now; keys go to the page."""
        if event.type() in CAUGHT:
            event.ignore()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.page is not None:
            self.page.keyPressEvent(event)
            return True
        return False
