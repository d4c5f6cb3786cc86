"""Why somebody is away: one of six, by its key of the register or with the arrows."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from groupwork.domain.absences import PLANNED
from groupwork.domain.attendance import Status
from groupwork.domain.signs import Signs
from groupwork.i18n import _
from groupwork.ui import fonts, paint
from groupwork.ui.accessibility import announce
from groupwork.ui.theme import theme
from groupwork.ui.widgets.flow import FlowLayout


class _Reason(QAbstractButton):
    """One status with its key before it."""

    def __init__(self, status: Status) -> None:
        super().__init__()
        self.status, self.key = status, ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, key: str, label: str) -> None:
        """Its key and what it is called."""
        self.key = key
        self.setText(label)
        self.setAccessibleName(f"{label} ({key})" if key else label)
        self.updateGeometry()

    def restyle(self) -> None:
        """Size at the present text size."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Key, gap and words."""
        key = paint.key_cap_width(self.key) if self.key else 0
        return QSize(math.ceil(key + fonts.width(self.text(), 13.5, 600)) + theme.size(30), theme.size(36))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and letters belong to the whole choice."""
        event.ignore()
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, on = QPainter(self), self.isChecked()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        contrast = theme.on("contrast")
        fill = ("accent" if contrast else "accent_soft") if on else "surface"
        if not on and self.underMouse():
            fill = "hover"
        paint.rounded(painter, area, 8, fill, "accent" if on else "control")
        ink = ("on_accent" if contrast else "accent_ink") if on else "text"
        left = theme.sizef(9)
        if self.key:
            width, high = paint.key_cap_width(self.key), theme.sizef(22)
            paint.key_cap(painter, QRectF(left, (self.height() - high) / 2, width, high), self.key)
            left += width + theme.sizef(8)
        words = QRectF(left, 0, self.width() - left, self.height())
        font = fonts.font(13.5, 600 if on else 500, self.text())
        paint.text(painter, words, self.text(), font, ink, paint.LEFT, elide=False)
        if self.hasFocus():
            paint.ring(painter, self.rect(), 9)


class StatusPick(QWidget):
    """`chosen` when one was picked, `confirmed` with Enter. Letters act only while it has the focus."""

    chosen = Signal()
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reasons = tuple(_Reason(status) for status in PLANNED)
        self._group = QButtonGroup(self)
        flow = FlowLayout(6)
        flow.setContentsMargins(0, 0, 0, 0)
        for reason in self.reasons:
            self._group.addButton(reason)
            flow.addWidget(reason)
            reason.clicked.connect(self.chosen)
        self.setLayout(flow)
        self.setFocusProxy(self.reasons[0])
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_signs(self, signs: Signs) -> None:
        """Words and keys as the centre has them, in the language in use."""
        for reason in self.reasons:
            reason.set_words(signs.key_for(reason.status), signs.label(reason.status, _))

    def value(self) -> Status | None:
        """The one that is picked."""
        return next((reason.status for reason in self.reasons if reason.isChecked()), None)

    def choose(self, status: Status | None) -> None:
        """Pick one without telling anyone; None for none."""
        self._group.setExclusive(False)
        for reason in self.reasons:
            reason.setChecked(reason.status == status)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter picks, Enter confirms, arrows go to the neighbours."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move(1 if event.key() == Qt.Key.Key_Right else -1)
        elif not self._letter(event.text().upper()):
            super().keyPressEvent(event)

    def _move(self, steps: int) -> None:
        """The focus to a neighbour, staying inside."""
        at = next((n for n, reason in enumerate(self.reasons) if reason.hasFocus()), 0)
        to = min(max(at + steps, 0), len(self.reasons) - 1)
        self.reasons[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        """Enter takes the one under the focus when none is picked yet."""
        at = next((reason for reason in self.reasons if reason.hasFocus()), None)
        if self.value() is None and at is not None:
            at.setChecked(True)
        self.confirmed.emit()

    def _letter(self, letter: str) -> bool:
        found = next((each for each in self.reasons if letter and each.key == letter), None)
        if found is None:
            return False
        found.setChecked(True)
        found.setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self, found.text())
        self.chosen.emit()
        return True
