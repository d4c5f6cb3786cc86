"""Seven days to tick: real check boxes that paint themselves, Monday first."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from groupwork.i18n import LONG_WEEKDAYS, WEEKDAYS, current
from groupwork.ui import fonts, paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.flow import FlowLayout


class _Day(QAbstractButton):
    """One weekday, on or off."""

    def __init__(self, weekday: int) -> None:
        super().__init__()
        self.weekday = weekday
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Short on the button, whole for screen readers."""
        self.setText(WEEKDAYS[current().language][self.weekday])
        self.setAccessibleName(LONG_WEEKDAYS[current().language][self.weekday])
        self.setToolTip(self.accessibleName())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for three letters."""
        return QSize(math.ceil(fonts.width(self.text(), 13.5, 600)) + theme.size(11), theme.size(34))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its word."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks too; arrows go to the neighbours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, on = QPainter(self), self.isChecked()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        contrast = theme.on("contrast")
        fill = ("accent" if contrast else "accent_soft") if on else "surface"
        if not on and self.underMouse() and self.isEnabled():
            fill = "hover"
        edge = "accent" if on else "control"
        paint.rounded(painter, area, 8, fill, edge if self.isEnabled() or on else "line2")
        ink = ("on_accent" if contrast else "accent_ink") if on else "text" if self.isEnabled() else "text3"
        font = fonts.font(13.5, 600 if on else 500)
        paint.text(painter, area, self.text(), font, ink, paint.CENTRE, elide=False)
        if self.hasFocus():
            paint.ring(painter, self.rect(), 9)


class WeekdayPicker(QWidget):
    """`changed` when somebody ticked or unticked a day."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.days = tuple(_Day(weekday) for weekday in range(7))
        flow = FlowLayout(4)
        flow.setContentsMargins(0, 0, 0, 0)
        for day in self.days:
            flow.addWidget(day)
            day.clicked.connect(self.changed)
        self.setLayout(flow)

    def value(self) -> frozenset[int]:
        """The ticked weekdays, 0 is Monday."""
        return frozenset(day.weekday for day in self.days if day.isChecked())

    def set_value(self, weekdays: Iterable[int]) -> None:
        """Tick these without telling anyone."""
        wanted = frozenset(weekdays)
        for day in self.days:
            day.setChecked(day.weekday in wanted)

    def set_editable(self, editable: bool) -> None:
        """Whether days may be ticked."""
        for day in self.days:
            day.setEnabled(editable)

    def retranslate(self) -> None:
        """Names of the days in the language in use."""
        for day in self.days:
            day.retranslate()
