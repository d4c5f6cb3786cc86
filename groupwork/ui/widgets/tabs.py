"""Tabs as words with a line under the one that is shown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from groupwork.ui import fonts, paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.flow import FlowLayout

HEIGHT = 44
PAD = 12
"""Logical px at each side of the word."""


class Tab(QAbstractButton):
    """One tab: a real checkable button."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Size at the present text size."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the word in semibold."""
        width = math.ceil(fonts.width(self.text(), 14.5, 600)) + 2 * theme.size(PAD)
        return QSize(width, theme.size(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its word."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, on = QPainter(self), self.isChecked()
        area = QRectF(self.rect()).adjusted(0, theme.size(4), 0, -theme.size(5))
        if self.underMouse() and not on:
            paint.rounded(painter, area.adjusted(2, 0, -2, 0), 8, "hover")
        role = "text" if on else "text2"
        paint.text(
            painter, area, self.text(), fonts.font(14.5, 600 if on else 500), role, paint.CENTRE, elide=False
        )
        if on:
            high, pad = theme.sizef(4), theme.sizef(PAD - 2)
            line = QRectF(pad, self.height() - high, self.width() - 2 * pad, high)
            paint.rounded(painter, line, 2, "accent")
        if self.hasFocus():
            paint.ring(painter, area.adjusted(1, 0, -1, 0), 8)


class Tabs(QWidget):
    """Tabs side by side, on more lines when there is no room. Arrows move, Home and End jump.

    `chosen` carries the index picked by a person.
    """

    chosen = Signal(int)

    def __init__(self, options: Sequence[str], name: str = "", *, current: int = 0) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(0)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._tabs = [Tab(option, self) for option in options]
        for index, tab in enumerate(self._tabs):
            self._group.addButton(tab, index)
            self._flow.addWidget(tab)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idClicked.connect(self.chosen)
        self.set_words(options, name)
        self.select(current)

    def set_words(self, options: Sequence[str], name: str = "") -> None:
        """The same tabs in other words, and the accessible name of all of them."""
        self.setAccessibleName(name)
        for tab, option in zip(self._tabs, options, strict=True):
            tab.setText(option)
            tab.setAccessibleName(f"{name}: {option}" if name else option)
            tab.updateGeometry()
        self.updateGeometry()

    def current(self) -> int:
        """The index of the tab that is shown."""
        return self._group.checkedId()

    def select(self, index: int) -> None:
        """Show a tab as chosen without telling anyone; the keyboard does not stay on another one."""
        self._tabs[index].setChecked(True)
        if any(tab.hasFocus() for tab in self._tabs):
            self._tabs[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def tab(self, index: int) -> QAbstractButton:
        """The button of an index, for the focus."""
        return self._tabs[index]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last tab."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._tabs) - 1}
        index = ends.get(Qt.Key(event.key()))
        if index is None:
            super().keyPressEvent(event)
            return
        self._tabs[index].setFocus(Qt.FocusReason.TabFocusReason)
        self._tabs[index].click()

    def paintEvent(self, event: QPaintEvent) -> None:
        line = theme.size(1)
        paint.fill(QPainter(self), QRectF(0, self.height() - line, self.width(), line), "line2")
