"""The heads of the week's days: date, how many sessions and clashes or what closes the day, and its menu."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from groupwork.i18n import _, current
from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme
from groupwork.ui.week.frame import Frame

HEIGHT = 66


@dataclass(frozen=True)
class DayWords:
    """A day's head: `words` below the date, `clash` when they name one, `closed` when they close it."""

    day: date
    words: str
    clash: bool = False
    closed: bool = False


class DayHead(QAbstractButton):
    """A day. Click, Enter or Space open its menu; left and right go to the next head."""

    menu = Signal(object, object)
    """date and the global QPoint"""
    stepped = Signal(object, int)
    """The head and -1 or 1."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._words = DayWords(date(2000, 1, 1), "")
        self._today = False
        self.clicked.connect(self._open)

    @property
    def day(self) -> date:
        """Whose head it is."""
        return self._words.day

    def show_day(self, words: DayWords, *, today: bool) -> None:
        """Another day or other words."""
        self._words, self._today = words, today
        spoken = [current().day(words.day, long=True), words.words, _("Menu of the day")]
        if today:
            spoken.insert(0, _("today"))
        self.setAccessibleName(", ".join(spoken))
        self.setToolTip(words.words if words.closed else "")
        self.update()

    def set_in_tab_order(self, on: bool) -> None:
        """Tab stops at one head only."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows go to the next head."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._open()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(self, -1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu."""
        self._open()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Weekday and date, today in a pill; below it the words."""
        painter, px = QPainter(self), theme.sizef
        area = QRectF(self.rect())
        if self.underMouse():
            paint.rounded(painter, area.adjusted(px(3), px(3), -px(3), -px(3)), 8, "hover")
        self._paint_date(painter, area)
        closed, side = self._words.closed, px(10)
        icon = px(20) if closed and area.width() > px(92) else 0.0
        if icon:
            icons.draw_centred(
                painter, "calendar-off", "text2", QRectF(area.right() - px(26), px(9), px(16), px(22)), 16
            )
        text = QRectF(side, px(31), area.width() - side - px(4), px(33 if closed else 18))
        if closed:
            self._paint_closure(painter, text)
        else:
            role = "bad" if self._words.clash else "text3"
            self._paint_count(painter, text, role)
        if self.hasFocus():
            paint.ring(painter, area.adjusted(px(3), px(3), -px(3), -px(3)), 8)

    def _paint_closure(self, painter: QPainter, area: QRectF) -> None:
        """The closure's name on two lines; a word that is too long for them is elided."""
        name = self._words.words
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        widest = max((fonts.width(word, 12, 600) for word in name.split()), default=0.0)
        wrap = widest <= area.width()
        paint.text(painter, area, name, fonts.font(12, 600, name), "text2", align, wrap=wrap)

    def _paint_count(self, painter: QPainter, area: QRectF, role: str) -> None:
        words = self._words.words
        if fonts.width(words, 12.5) <= area.width() or not self._words.clash:
            paint.text(painter, area, words, fonts.font(12.5), role)
            return
        high = area.adjusted(0, 0, 0, theme.sizef(15))
        paint.text(painter, high, words, fonts.font(12), role, Qt.AlignmentFlag.AlignTop, wrap=True)

    def _paint_date(self, painter: QPainter, area: QRectF) -> None:
        px = theme.sizef
        name, number = date_words(self.day)
        left, line = px(10), QRectF(px(10), px(8), area.width() - px(12), px(24))
        if not self._today:
            paint.text(painter, line, f"{name} {number}", fonts.font(15, 600), "text")
            return
        paint.text(painter, line, name, fonts.font(15, 600), "accent", elide=False)
        width = fonts.width(number, 15, 700) + px(14)
        pill = QRectF(left + fonts.width(name, 15, 600) + px(6), px(8), width, px(24))
        paint.rounded(painter, pill, 12, "accent")
        paint.text(painter, pill, number, fonts.font(15, 700), "on_accent", paint.CENTRE, elide=False)

    def _open(self) -> None:
        self.menu.emit(self.day, self.mapToGlobal(QPoint(theme.size(8), self.height() - theme.size(6))))


def date_words(day: date) -> tuple[str, str]:
    """ "Mon", "12"; in German "Mo", "12."."""
    name, number = current().day(day).split(" ")[:2]
    return name, number


class Header(QWidget):
    """The heads of all days over the grid."""

    menu = Signal(object, object)
    """date and the global QPoint"""

    def __init__(self) -> None:
        super().__init__()
        self._heads: list[DayHead] = []
        self._lefts: tuple[float, ...] = ()
        self.restyle()

    def restyle(self) -> None:
        """Height at the present text size."""
        self.setFixedHeight(theme.size(HEIGHT))

    def heads(self) -> list[DayHead]:
        """The heads of the days shown."""
        return [head for head in self._heads if not head.isHidden()]

    def show_days(self, days: Mapping[date, DayWords], today: date) -> None:
        """A head for each day; heads are kept, and with them the focus."""
        while len(self._heads) < len(days):
            head = DayHead(self)
            head.menu.connect(self.menu)
            head.stepped.connect(self._step)
            self._heads.append(head)
        for n, head in enumerate(self._heads):
            head.setVisible(n < len(days))
        for head, words in zip(self._heads, days.values(), strict=False):
            head.show_day(words, today=words.day == today)
        stop = today if today in days else next(iter(days), today)
        for head in self._heads:
            head.set_in_tab_order(head.day == stop)

    def follow(self, frame: Frame) -> None:
        """Stand over the grid's days."""
        self._lefts = frame.lefts
        for n, head in enumerate(self.heads()[: len(frame.days)]):
            left, right = round(frame.lefts[n]), round(frame.lefts[n + 1])
            head.setGeometry(left, 0, right - left, self.height() - 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines between the days and below them."""
        painter = QPainter(self)
        for left in self._lefts[:-1]:
            line = QRectF(round(left), theme.sizef(10), 1, self.height())
            paint.fill(painter, line, "line")
        paint.fill(painter, QRectF(1, self.height() - 1, self.width() - 2, 1), "line2")

    def _step(self, head: DayHead, by: int) -> None:
        heads = self.heads()
        n = heads.index(head) + by
        if 0 <= n < len(heads):
            heads[n].setFocus(Qt.FocusReason.TabFocusReason)
