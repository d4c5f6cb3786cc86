"""What lies over the blocks: the line of now, the ghost of a drag, and the keyboard's empty time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from groupwork.i18n import _, current, ngettext
from groupwork.ui import fonts, icons, paint
from groupwork.ui.theme import theme
from groupwork.ui.week.columns import clock
from groupwork.ui.week.frame import GUTTER, Frame, Slot

NOW_HEIGHT = 20
MOST_CLASHES = 3
CURSOR_MINUTES = 60
RING_OUT, RING_RADIUS = 3, 9.0


class NowLine(QWidget):
    """A red line over today with the time in a label in the hour column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words, self._from = "", 0.0
        self.hide()

    def show_now(self, frame: Frame, day: date, minute: int) -> None:
        """Place it; hidden when now is not on the axis."""
        if day not in frame.days or not frame.first <= minute <= frame.last:
            self.hide()
            return
        left, width = frame.x(day)
        height = theme.size(NOW_HEIGHT)
        self._words, self._from = f"{clock(minute):%H:%M}", left
        self.setGeometry(0, round(frame.y(minute) - height / 2), round(left + width), height)
        self.show()
        self.raise_()
        self.update()

    def text_shown(self) -> str:
        """The time in the label."""
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, knob, label."""
        painter, y, px = QPainter(self), self.height() / 2, theme.sizef
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("bad"), px(2)))
        start = px(GUTTER)
        painter.drawLine(QPointF(self._from, y), QPointF(self.width(), y))
        if self._from > start + 1:
            painter.setPen(QPen(paint.alpha("bad", 0.35), px(1)))
            painter.drawLine(QPointF(start, y), QPointF(self._from, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("bad"))
        painter.drawEllipse(QPointF(self._from, y), px(4), px(4))
        label = QRectF(px(1), y - px(9), px(40), px(18))
        paint.rounded(painter, label, 6, "bad")
        ink = "surface" if theme.on("light") else "canvas"
        paint.text(painter, label, self._words, fonts.font(12, 700), ink, paint.CENTRE, elide=False)


class FocusRing(QWidget):
    """The ring around the block that has the focus: outside it, so that no word is covered."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, widget: QWidget | None) -> None:
        """Stand around a widget that has the focus; None or one without it: nowhere."""
        if widget is None or not widget.hasFocus():
            self.hide()
            return
        out = theme.size(RING_OUT)
        self.setGeometry(widget.geometry().adjusted(-out, -out, out, out))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A light line, so that it stands off from the blocks beside it, and the ring."""
        painter, area = QPainter(self), QRectF(self.rect())
        paint.rounded(painter, area, RING_RADIUS, None, "surface", theme.sizef(RING_OUT))
        paint.ring(painter, area, RING_RADIUS)


class Ghost(QWidget):
    """Where a drag would land: its time, and what would clash there, in words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words: tuple[str, ...] = ()
        self._clashes: tuple[str, ...] = ()
        self.hide()

    def show_at(self, frame: Frame, slot: Slot, title: str, clashes: Sequence[str]) -> None:
        """Place it over its day."""
        time_words = f"{clock(slot.start):%H:%M}–{clock(slot.end):%H:%M}"
        self._words = tuple(word for word in (time_words, title) if word)
        more = len(clashes) - MOST_CLASHES
        rest = (ngettext("and {n} more", "and {n} more", more).format(n=more),) if more > 0 else ()
        self._clashes = (*clashes[:MOST_CLASHES], *rest)
        (left, width), px = frame.x(slot.day), theme.sizef
        top = frame.y(slot.start)
        height = max(frame.y(slot.end) - top, px(24), self._needed(width - px(16)))
        self.setGeometry(QRectF(left + px(2), top, width - px(5), height).toRect())
        self.show()
        self.raise_()
        self.update()

    def _needed(self, width: float) -> float:
        """The height its clashes need, so that none is cut; 0 without any."""
        if not self._clashes:
            return 0.0
        words = "\n".join(self._clashes)
        flags = int(Qt.AlignmentFlag.AlignTop.value) | Qt.TextFlag.TextWordWrap.value
        box = QFontMetricsF(fonts.font(12, 500, words)).boundingRect(QRectF(0, 0, width, 9999), flags, words)
        return box.height() + theme.sizef(18) * len(self._words) + theme.sizef(10)

    def text_shown(self) -> str:
        """Its words, a line each."""
        return "\n".join((*self._words, *self._clashes))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A plate with a dashed edge, red when something clashes."""
        painter, px = QPainter(self), theme.sizef
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        role = "bad" if self._clashes else "accent"
        ground = "bad_soft" if self._clashes else "accent_soft"
        paint.rounded(painter, area, 7, paint.alpha(ground, 0.94))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(role), px(2), Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area, px(7), px(7))
        ink = f"{role}_ink"
        line = QRectF(area.left() + px(7), area.top() + px(3), area.width() - px(10), px(18))
        for n, words in enumerate(self._words):
            paint.text(painter, line, words, fonts.font(12.5, 700 if not n else 500, words), ink)
            line.translate(0, px(18))
        rest = QRectF(line.left(), line.top(), line.width(), area.bottom() - line.top())
        shown = "\n".join(self._clashes)
        paint.text(
            painter, rest, shown, fonts.font(12, 500, shown), ink, Qt.AlignmentFlag.AlignTop, wrap=True
        )


class TimeCursor(QAbstractButton):
    """An empty time the keyboard stands at; Enter or Space plans a session there."""

    keyed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.slot: Slot | None = None
        self.may_plan = True
        self.hide()

    def place(self, frame: Frame, day: date, minute: int) -> None:
        """Stand at a minute of a day, for an hour."""
        self.slot = Slot(day, minute, min(minute + CURSOR_MINUTES, 24 * 60 - 1))
        left, width = frame.x(day)
        px = theme.sizef
        end = min(frame.y(self.slot.end), frame.height())
        area = QRectF(left + px(3), frame.y(minute), width - px(7), max(px(26), end - frame.y(minute)))
        self.setGeometry(area.toRect())
        text = _("{day}, {time}, free: plan a session") if self.may_plan else _("{day}, {time}, free")
        self.setAccessibleName(text.format(day=current().day(day, long=True), time=f"{clock(minute):%H:%M}"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A plate with a plus and the time while it has the focus; only a ring where one may not plan."""
        if self.slot is None:
            return
        painter, px = QPainter(self), theme.sizef
        area = QRectF(self.rect())
        if not self.hasFocus():
            return
        if not self.may_plan:  # the keyboard stands here, and there is nothing to plan
            paint.ring(painter, area, 7, 2)
            return
        paint.rounded(painter, area, 7, paint.alpha("accent_soft", 0.6))
        paint.ring(painter, area, 7, 2)
        icons.draw(painter, "plus", "accent", QPointF(px(6), px(5)), 15)
        words = QRectF(px(25), px(3), area.width() - px(28), px(19))
        paint.text(painter, words, f"{clock(self.slot.start):%H:%M}", fonts.font(12.5, 600), "accent_ink")

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow stays here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
            if event.key() in arrows:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The grid's keys; Space presses the button."""
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)
