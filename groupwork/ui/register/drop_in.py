"""The last row of the register: type a name, Enter adds the person as a walk-in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from groupwork.domain.people import PersonBrief
from groupwork.i18n import _
from groupwork.ui import fonts, icons, paint
from groupwork.ui.register.offers import Offer, Offers
from groupwork.ui.theme import theme
from groupwork.ui.widgets.line_undo import leaves_undo

Find = Callable[[str], Sequence[PersonBrief]]
HIGH = 51
MAX_TYPED = 200_000
"""What is too long is said, not cut off."""


class _BareEdit(QLineEdit):
    """A field without an edge of its own: the row around it is the field."""

    bare = True

    def event(self, event: QEvent) -> bool:
        if leaves_undo(self, event):  # the cursor comes here after the last row: Ctrl+Z means the mark
            event.ignore()
            return False
        return super().event(event)


class DropInRow(QWidget):
    """The row to type in. `chosen` carries a person's id, `wanted_new` a typed name."""

    chosen = Signal(int)
    wanted_new = Signal(str)
    there = Signal(int)
    """This person is on the register already: the cursor belongs in that row."""
    above = Signal()
    """The cursor wants back into the grid."""
    cleared = Signal()
    """The typed name was taken or given up."""

    def __init__(self, find: Find, here: Find = lambda _typed: ()) -> None:
        """`find` answers with those who may be added, `here` with those who are on the register."""
        super().__init__()
        self._find, self._here = find, here
        self.edit = _BareEdit(self)
        self.clipped = False
        self._offered = ""
        self.edit.setMaxLength(MAX_TYPED)
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self.offers = Offers()
        self.offers.taken.connect(self._take)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        words = _("Type a name to add a drop-in …")
        self.edit.setPlaceholderText(words)
        self.edit.setAccessibleName(words.rstrip(" …"))

    def restyle(self) -> None:
        """Height, font and colours at the present theme."""
        self.setFixedHeight(theme.size(HIGH + 9 if theme.touch else HIGH))
        self.edit.setFont(fonts.font(14, 400, self.edit.text()))
        palette = QPalette(self.edit.palette())
        palette.setColor(QPalette.ColorRole.Base, theme.color("surface"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("text3"))
        self.edit.setPalette(palette)
        self._place()

    def _place(self) -> None:
        left, high = theme.size(46), theme.size(32)
        self.edit.setGeometry(left, (self.height() - high) // 2, self.width() - left - theme.size(16), high)

    def resizeEvent(self, event: object) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = theme.size(1)
        paint.fill(painter, self.rect(), "surface")
        # rows cut off above need a line there; then the totals' own line is enough below
        paint.fill(
            painter, QRectF(0, 0 if self.clipped else self.height() - line, self.width(), line), "line"
        )
        at = QPointF(theme.sizef(16), (self.height() - theme.size(20)) / 2)
        icons.draw(painter, "user-plus", "accent", at, 20)
        if self.edit.hasFocus():
            inside = QRectF(self.rect()).adjusted(
                theme.size(6), theme.size(4), -theme.size(6), -theme.size(5)
            )
            paint.ring(painter, inside, 9, 2.5)

    def close_list(self, *, clear: bool = False) -> None:
        """Put the list away, and the typed name when asked."""
        if clear:
            self.edit.clear()
            self.cleared.emit()
        self.offers.hide()

    def settle(self, done: bool, *, waits: bool = False) -> None:
        """Somebody is on the register and the field is empty for the next; else what was typed stays.

        `waits`: a lock asks for the reason first, and this is called again with what came of it.
        """
        if done and self._offered and self.edit.text() == self._offered:
            self.close_list(clear=True)
        if not waits:
            self._offered = ""

    def _typed(self, text: str) -> None:
        self.edit.setFont(fonts.font(14, 400, text))
        typed = text.strip()
        if not typed:
            self.offers.hide()
            return
        self.offers.show_offers(self._find(typed), typed, self._here(typed))
        self._open_list()

    def _open_list(self) -> None:
        window = self.window()
        self.offers.setParent(window)
        high = self.offers.wanted_height()
        width = min(theme.size(460), self.width() - theme.size(20))
        spot = self.mapTo(window, QPoint(theme.size(10), self.height()))
        over = self.mapTo(window, QPoint(theme.size(10), 0)).y() - high
        top = spot.y() if spot.y() + high <= window.height() else max(0, over)
        self.offers.setGeometry(spot.x(), top, width, high)
        self.offers.show()
        self.offers.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if event.type() == QEvent.Type.FocusOut:
                self.offers.hide()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, listed = event.key(), self.offers.isVisible()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            lit = self.offers.lit()
            if listed and lit is not None:
                self._take(lit)
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and listed:
            self.offers.move_by(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Up:
            self.above.emit()
            return True
        if key == Qt.Key.Key_Escape and (listed or self.edit.text()):
            self.close_list(clear=not listed)
            return True
        if key == Qt.Key.Key_Escape:
            self.above.emit()
            return True
        return False

    def _take(self, offer: Offer) -> None:
        person, typed = offer.person, offer.typed
        self._offered = self.edit.text()
        self.close_list(clear=offer.here)
        if offer.here and person is not None:
            self.there.emit(int(person.id))
        elif person is None:
            self.wanted_new.emit(typed)
        else:
            self.chosen.emit(int(person.id))
