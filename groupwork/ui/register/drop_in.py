"""The last row of the register: type a name, Enter adds the person as a walk-in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from groupwork.domain.people import PersonBrief
from groupwork.i18n import _, current
from groupwork.ui import fonts, icons, paint
from groupwork.ui.accessibility import announce
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.line_undo import leaves_undo

Find = Callable[[str], Sequence[PersonBrief]]
HIGH, LINE = 51, 48
MAX_NAME = 120


class Offer(PaintedButton):
    """One line of the list: a person found, or (None) a new person with the typed name."""

    def __init__(self, person: PersonBrief | None, typed: str) -> None:
        super().__init__(LINE, "")
        self.person, self.typed, self.lit = person, typed, False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.words())

    def words(self) -> str:
        """What a screen reader says."""
        if self.person is None:
            return _("Add new: {name}").format(name=self.typed)
        name = self.person.name
        return ", ".join(part for part in (name.full, name.native, self._beside()) if part)

    def _beside(self) -> str:
        person = self.person
        if person is None:
            return ""
        known = [_("was here before")] if person.known_here else []
        born = (
            [_("born {day}").format(day=current().short_day(person.birth_date))] if person.birth_date else []
        )
        return " · ".join([person.code, *known, *born])

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Name, own script, code and what tells namesakes apart."""
        if self.lit:
            paint.fill(painter, rect, "accent_soft")
            paint.fill(painter, QRectF(rect.left(), rect.top(), theme.size(4), rect.height()), "accent")
        icon = "user-plus" if self.person is None else "user-round"
        icons.draw(
            painter, icon, "accent", QPointF(theme.sizef(16), rect.center().y() - theme.size(18) / 2), 18
        )
        left = theme.sizef(46)
        width = rect.width() - left - theme.sizef(12)
        if self.person is None:
            words = QRectF(left, rect.top(), width, rect.height())
            paint.text(painter, words, self.words(), fonts.font(14, 600, self.words()), "accent")
            return
        name = self.person.name
        upper = QRectF(left, rect.top() + theme.sizef(4), width, theme.sizef(21))
        paint.text(painter, upper, name.full, fonts.font(14, 600, name.full))
        if name.native:
            after = upper.adjusted(fonts.width(name.full, 14, 600) + theme.sizef(10), 0, 0, 0)
            paint.text(painter, after, name.native, fonts.font(14, 400, name.native), "text2")
        lower = QRectF(left, rect.top() + theme.sizef(23), width, theme.sizef(19))
        paint.text(painter, lower, self._beside(), fonts.font(12.5), "text2")


class Offers(QFrame):
    """The list under (or over) the typed name; it never takes the focus from the typing."""

    taken = Signal(object)
    """The chosen Offer."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._offers: list[Offer] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_offers(self, found: Sequence[PersonBrief], typed: str) -> None:
        """Fill the list: people found first, a new person last; the first is lit."""
        for old in self._offers:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._offers = [Offer(person, typed) for person in found] + [Offer(None, typed)]
        for offer in self._offers:
            self._column.addWidget(offer)
            offer.clicked.connect(lambda _on=False, chosen=offer: self.taken.emit(chosen))
            offer.show()
        self._light(0)

    def move_by(self, lines: int) -> None:
        """Light the line so many further down, staying in the list."""
        self._light(min(max(self._at + lines, 0), len(self._offers) - 1))
        announce(self, self._offers[self._at].words())

    def _light(self, at: int) -> None:
        self._at = at
        for n, offer in enumerate(self._offers):
            offer.lit = n == at
            offer.update()

    def lit(self) -> Offer | None:
        """The line Enter takes."""
        return self._offers[self._at] if self._offers else None

    def wanted_height(self) -> int:
        """Height of all lines, in px."""
        return theme.size(LINE) * len(self._offers) + theme.size(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = "line2" if not theme.on("contrast") else "text"
        self._column.setContentsMargins(1, theme.size(6), 1, theme.size(6))
        paint.rounded(painter, self.rect(), 10, "raised", edge)


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
    above = Signal()
    """The cursor wants back into the grid."""
    cleared = Signal()
    """The typed name was taken or given up."""

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self.edit = _BareEdit(self)
        self.clipped = False
        self.edit.setMaxLength(MAX_NAME)
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

    def _typed(self, text: str) -> None:
        self.edit.setFont(fonts.font(14, 400, text))
        typed = text.strip()
        if not typed:
            self.offers.hide()
            return
        self.offers.show_offers(self._find(typed), typed)
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
        self.close_list(clear=True)
        if person is None:
            self.wanted_new.emit(typed)
        else:
            self.chosen.emit(int(person.id))
