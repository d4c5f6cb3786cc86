"""The week above the day list: one button a day, closed days hatched with their name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from groupwork.domain.sessions import DayInfo, SessionStatus
from groupwork.i18n import _, current, ngettext
from groupwork.ui import fonts, paint
from groupwork.ui.focus import focus_now
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.layouts import clear, row

HEIGHT = 56
WEEKEND = 5


class DayButton(PaintedButton):
    """A day: weekday, number, how many sessions or what closes it; an ochre dot for open registers."""

    RADIUS = 10.0

    def __init__(self, day: DayInfo, today: date, *, open_registers: int, chosen: bool) -> None:
        super().__init__(HEIGHT)
        self.day = day
        self._today = day.date == today
        self._open = open_registers
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        words = [current().day(day.date, long=True), self._count()]
        if open_registers:
            words.append(
                ngettext("{n} register open", "{n} registers open", open_registers).format(n=open_registers)
            )
        if self._today:
            words.insert(0, _("today"))
        self.setAccessibleName(", ".join(words))
        self.setToolTip(day.closure)

    def _count(self) -> str:
        if self.day.closure:
            return self.day.closure
        live = [s for s in self.day.sessions if s.status is not SessionStatus.NOT_HELD]
        if not live:
            return _("nothing planned")
        return ngettext("{n} session", "{n} sessions", len(live)).format(n=len(live))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the week, not to the button."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Plate, hatch when closed, two lines."""
        area = rect.adjusted(1, 1, -1, -1)
        on = self.isChecked()
        edge = "accent" if on else "line"
        paint.rounded(
            painter,
            area,
            10,
            "accent_soft" if on else ("surface" if not self.day.closure else "sunken"),
            edge,
        )
        if self.day.closure and not on:
            painter.save()
            paint.clip_rounded(painter, area, 10)
            paint.hatch(painter, area, "line2", step=8, width=1)
            painter.restore()
        ink = "accent_ink" if on else "text"
        px = theme.size
        dot = px(14) if self._open else 0
        first = QRectF(px(12), px(7), rect.width() - px(20) - dot, px(22))
        second = QRectF(px(12), px(29), rect.width() - px(24), px(18))
        weight = 700 if on or self._today else 600
        name = current().day(self.day.date)
        if fonts.width(name, 14.5, weight) > first.width():  # "Mon 12" is better than "Mon 12 …"
            name = name.rpartition(" ")[0]
        paint.text(painter, first, name, fonts.font(14.5, weight), ink)
        quiet = "accent_ink" if on else "text2"
        words = self._count()
        if self.day.closure and not on:
            width = fonts.width(words, 12.5) + px(4)
            paint.fill(painter, QRectF(px(10), px(30), min(width, rect.width() - px(22)), px(17)), "sunken")
        paint.text(painter, second, words, fonts.font(12.5, 400, words), quiet)
        if self._open:
            paint.rounded(painter, QRectF(rect.width() - px(18), px(12), px(9), px(9)), 4.5, "warn")


class WeekStrip(QWidget):
    """Five to seven days. Left and right move by a day, Page Up and Page Down by a week."""

    chosen = Signal(object)
    """date: the person wants this day."""

    def __init__(self) -> None:
        super().__init__()
        self._row = row(gap=8)
        self.setLayout(self._row)
        self._date: date | None = None

    def show_week(
        self, days: Sequence[DayInfo], chosen: date, today: date, open_by_day: dict[date, int]
    ) -> None:
        """Show the week; Saturday and Sunday only when something is there or one of them is chosen."""
        focus = self.focusWidget()
        had_focus = isinstance(focus, DayButton) and focus.hasFocus()
        clear(self._row)
        self._date = chosen
        for day in days:
            empty = day.date.weekday() >= WEEKEND and not day.sessions and day.date != chosen
            if empty and today != day.date:
                continue
            button = DayButton(
                day, today, open_registers=open_by_day.get(day.date, 0), chosen=day.date == chosen
            )
            button.clicked.connect(self._on_clicked)
            self._row.add((button, 1))
            if had_focus and day.date == chosen:
                focus_now(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages move the day."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -7,
            Qt.Key.Key_PageDown: 7,
        }
        days = steps.get(Qt.Key(event.key()))
        if days is None or self._date is None:
            super().keyPressEvent(event)
            return
        self.chosen.emit(self._date + timedelta(days=days))

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, DayButton):
            button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit(button.day.date)
