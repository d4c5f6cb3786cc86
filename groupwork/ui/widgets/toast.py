"""Notices at the foot of the page: what happened, with Undo and its key.

10 seconds; the clock stops under the mouse and while a part has the focus. While a screen reader listens
they stay until closed. The sentence is announced. A notice gives way to the widget with the keyboard and to
the buttons of the form around it: then it stands above them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from groupwork.i18n import _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.accessibility import announce, reader_active
from groupwork.ui.theme import theme
from groupwork.ui.widgets.in_use import in_use
from groupwork.ui.widgets.layouts import row

SECONDS = 10
LOOK_MS = 200
"""How often a notice that is shown looks whether somebody works below it."""
_ICONS = {
    "good": ("circle-check", "toast_good"),
    "info": ("info", "toast_accent"),
    "warn": ("triangle-alert", "toast_warn"),
}


class _ToastButton(QAbstractButton):
    """Undo in bold accent with its key, or a close cross."""

    def __init__(self, icon: str = "") -> None:
        super().__init__()
        self._icon, self._keys = icon, ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, keys: str = "", name: str = "") -> None:
        """The word, the key shown beside it, and the accessible name."""
        self.setText(text)
        self._keys = keys
        self.setAccessibleName(name or text)
        self.setToolTip("" if text else name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Word and key, or the icon."""
        if self._icon:
            return QSize(theme.size(28), theme.size(28))
        w = fonts.width(self.text(), 14, 700) + fonts.width(self._keys, 12) + theme.size(8 + 14)
        return QSize(math.ceil(w), theme.size(30))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        if self._icon:
            icons.draw_centred(painter, self._icon, "on_toast", area, 16)
        else:
            x, font = theme.size(7), fonts.font(14, 700)
            font.setUnderline(self.underMouse())
            paint.text(painter, area.adjusted(x, 0, 0, 0), self.text(), font, "toast_accent", elide=False)
            paint.text(
                painter, area.adjusted(0, 0, -x, 0), self._keys, fonts.font(12), "on_toast", paint.RIGHT
            )
        if self.hasFocus():
            paint.rounded(painter, area, 7, None, "toast_accent", theme.sizef(2))


class Toast(QWidget):
    """The one notice bar; a later notice replaces the earlier. `undo` when Undo was pressed."""

    undo = Signal()

    def __init__(self, parent: QWidget, below: QWidget | None = None) -> None:
        """`below`: a bar at the head of the parent that a notice never covers."""
        super().__init__(parent)
        self._sentence, self._tone = "", "good"
        self._above: QWidget | None = None
        self._below = below
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._give_way)
        self._undo, self._close = _ToastButton(), _ToastButton("x")
        self._undo.clicked.connect(self._undo_pressed)
        self._close.clicked.connect(self.hide)
        for button in (self._undo, self._close):
            button.installEventFilter(self)
        self._layout = row(None, self._undo, self._close, gap=4, margins=(0, 4, 18, 12))
        self.setLayout(self._layout)
        self.retranslate()
        self.hide()

    def say(self, sentence: str, *, undo: bool = False, tone: str = "good") -> None:
        """Show and announce a sentence; `tone` good, info or warn. Warnings stay until closed."""
        self._sentence, self._tone = sentence, tone if tone in _ICONS else "good"
        self._undo.setVisible(undo)
        self.setAccessibleName(sentence)
        self.place()
        self.show()
        self.raise_()
        announce(self, sentence, urgent=tone == "warn")
        self._start()

    def text(self) -> str:
        """The sentence."""
        return self._sentence

    def retranslate(self) -> None:
        """Words in the language in use; a notice in the old language goes."""
        self._undo.set_words(_("Undo"), _("Ctrl+Z"), _("Undo: {what}").format(what=_("last change")))
        self._close.set_words("", name=_("Close this notice"))
        self.hide()

    def restyle(self) -> None:
        """Place again at the present text size."""
        self.place()

    def keep_above(self, words: QWidget | None) -> None:
        """Leave words at the foot of the page uncovered; None: nothing to read there."""
        self._above = words
        self.place()

    def place(self) -> None:
        """Bottom centre of the parent, over the key strip but never over a sentence in it.

        Higher, where somebody works there; with too little room at least off what has the keyboard.
        """
        parent = self.parentWidget()
        if parent is None:
            return
        room = parent.width() - theme.size(16)
        self.resize(min(room, self._wish()), theme.size(60))
        floor = parent.height() - theme.size(2)
        if self._above is not None and self._above.isVisible():
            floor = min(floor, self._above.mapTo(parent, QPoint(0, 0)).y() + theme.size(6))
        area = QRect((parent.width() - self.width()) // 2, floor - self.height(), self.width(), self.height())
        tops = (self._free(area, taken) for taken in in_use(parent, self))
        self.move(area.x(), next((top for top in tops if top is not None), area.y()))

    def _free(self, area: QRect, taken: Sequence[QRect]) -> int | None:
        """How high an area of the parent must stand to leave these free; None where there is no room."""
        ceiling = self._below.geometry().bottom() if self._below is not None else 0
        while hit := [each.top() for each in taken if each.intersects(area)]:
            area = area.translated(0, min(hit) - area.bottom() - 1)
            if area.top() < ceiling:
                return None
        return area.top()

    def _give_way(self) -> None:
        """The keyboard or the page moved under the notice."""
        parent = self.parentWidget()
        wanted = in_use(parent, self) if parent is not None else ()
        if wanted and not self.underMouse() and any(each.intersects(self.geometry()) for each in wanted[0]):
            self.place()

    def _wish(self) -> int:
        width = fonts.width(self._sentence, 14, 500) + theme.size(14 + 28 + 18 + 32 + 20)
        if self._undo.isVisibleTo(self):
            width += self._undo.sizeHint().width() + theme.size(16)
        return math.ceil(width)

    def _start(self) -> None:
        if reader_active() or self._tone == "warn":
            self._timer.stop()
        else:
            self._timer.start()

    def _undo_pressed(self) -> None:
        self.hide()
        self.undo.emit()

    def showEvent(self, event: QShowEvent) -> None:
        self._look.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._look.stop()
        super().hideEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._start()
        super().leaveEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._start()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bar = QRectF(self.rect()).adjusted(theme.size(8), theme.size(4), -theme.size(8), -theme.size(12))
        paint.shadow(painter, bar, 12)
        paint.rounded(painter, bar, 12, "toast", None if theme.on("light") else "line2")
        icon, role = _ICONS[self._tone]
        x = bar.left() + theme.size(14)
        icons.draw_centred(painter, icon, role, QRectF(x, bar.top(), theme.size(18), bar.height()), 18)
        x += theme.size(28)
        end = self._undo.x() if self._undo.isVisible() else self._close.x()
        words = QRectF(x, bar.top(), end - x - theme.size(6), bar.height())
        paint.text(painter, words, self._sentence, fonts.font(14, 500, self._sentence), "on_toast")
