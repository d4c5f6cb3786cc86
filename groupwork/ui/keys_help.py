"""The overview of keys (F1): the page's own and the window's, laid over the window, closed with Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget
from shiboken6 import isValid

from groupwork.i18n import _
from groupwork.ui import actions, paint
from groupwork.ui.accessibility import announce
from groupwork.ui.theme import theme
from groupwork.ui.view import KeyLine
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.chip import KeyCap
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.page import Scroll, SectionHead, Title


class KeysHelp(QWidget):
    """One overlay over the whole window; gives the focus back when it closes."""

    def __init__(self, window: QWidget, page_title: str, lines: tuple[KeyLine, ...]) -> None:
        super().__init__(window)
        self._before = QApplication.focusWidget()
        self._close = Button("", "ghost", "x", name=_("Close"))
        self._close.clicked.connect(self.shut)
        head = row(Title(_("All keys"), 21), None, self._close)
        parts: list[QWidget] = []
        if lines:
            parts += [SectionHead(page_title), _grid(lines)]
        parts += [SectionHead(_("Everywhere")), _grid(actions.key_lines())]
        self._lines = box(column(*parts, None, gap=10))
        self._scroll = Scroll(self._lines)
        self._card = Card(head, (self._scroll, 1), radius=14, pad=(24, 18, 18, 18))
        self._card.set_look(fill="raised", line="line2")
        self._card.setParent(self)
        self.setAccessibleName(_("All keys"))
        window.installEventFilter(self)
        self._close.installEventFilter(self)
        self.place()
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("All keys"))

    def place(self) -> None:
        """Cover the window, the card in the middle."""
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        w = min(theme.size(660), self.width() - theme.size(32))
        wish = self._lines.sizeHint().height() + theme.size(100)
        h = min(wish, self.height() - theme.size(32))
        self._card.setGeometry((self.width() - w) // 2, (self.height() - h) // 2, w, h)

    def shut(self) -> None:
        """Close and give the focus back."""
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.hide()
        before = self._before
        if before is not None and isValid(before) and before.isVisible():  # the page may be built anew
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setParent(None)
        self.deleteLater()

    def restyle(self) -> None:
        """Place again at the present text size."""
        if hasattr(self, "_card"):
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.shut()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        self._close.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.place()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._scrolled(Qt.Key(event.key()))
        return False

    def _scrolled(self, key: Qt.Key) -> bool:
        """Arrows and pages scroll: at large text the lines do not fit the window."""
        bar = self._scroll.verticalScrollBar()
        goals = {
            Qt.Key.Key_Down: bar.value() + bar.singleStep(),
            Qt.Key.Key_Up: bar.value() - bar.singleStep(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key not in goals:
            return False
        bar.setValue(goals[key])
        return True

    def mousePressEvent(self, event: QEvent) -> None:
        if not self._card.geometry().contains(self.mapFromGlobal(self.cursor().pos())):
            self.shut()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self.rect(), paint.alpha("shadow", 0.45))


def _grid(lines: tuple[KeyLine, ...]) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, theme.size(10))
    grid.setHorizontalSpacing(theme.size(16))
    grid.setVerticalSpacing(theme.size(8))
    grid.setColumnStretch(1, 1)
    for number, line in enumerate(lines):
        caps = row(*(KeyCap(actions.key_words(key)) for key in line.keys.split("  ") if key), None, gap=6)
        grid.addWidget(box(caps), number, 0)
        grid.addWidget(Label(line.does, "text", 14, wrap=True), number, 1)
    return box(grid)
