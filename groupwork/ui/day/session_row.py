"""One session in a list: time, band, what, where and who, and at the right how many and one remark."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter

from groupwork.domain.clashes import Clash
from groupwork.domain.sessions import SessionInfo, SessionStatus
from groupwork.ui import fonts, icons, paint
from groupwork.ui.band import band
from groupwork.ui.day import words
from groupwork.ui.roles import CATEGORY_ICONS
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton

HEIGHT = 58
TEXT_LEFT = 124


class SessionRow(PaintedButton):
    """A session as a wide button. Click or Space selects it, Enter or a double click opens its register."""

    opened = Signal(object)
    """SessionId: the person wants the register."""
    chosen = Signal(object)
    """SessionId: the row got the focus or was clicked."""

    def __init__(
        self,
        session: SessionInfo,
        now: datetime,
        clashes: Sequence[Clash] = (),
        *,
        opens_on_click: bool = True,
    ) -> None:
        super().__init__(HEIGHT, inset=6)
        self.session = session
        self._now = now
        self._clashes = tuple(clashes)
        self._opens_on_click = opens_on_click
        self.setCheckable(not opens_on_click)
        self.setAccessibleName(self._spoken())
        self.setToolTip(self._tip())
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows go to the neighbour row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.session.id)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the register."""
        self.opened.emit(self.session.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row with the focus is the chosen one."""
        super().focusInEvent(event)
        if not self._opens_on_click and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.chosen.emit(self.session.id)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Time, band and icon; two lines of words; at the right how many and a remark."""
        if self.isChecked():
            area = rect.adjusted(theme.size(6), theme.size(2), -theme.size(6), -theme.size(2))
            paint.rounded(painter, area, 8, "accent_soft", "accent" if theme.on("contrast") else None)
        quiet = self.session.status is SessionStatus.NOT_HELD
        self._paint_left(painter, quiet)
        right = self._paint_right(painter)
        width = right - theme.size(TEXT_LEFT) - theme.size(14)
        role = "text2" if quiet else "text"
        title = self._title()
        paint.text(painter, self._line(9, 21, width), title, fonts.font(15, 600, title), role)
        where = words.place_and_staff(self.session)
        paint.text(painter, self._line(30, 18, width), where, fonts.font(13, 400, where), "text2")

    def _title(self) -> str:
        name = self.session.group_name
        return (
            self.session.title if not name or name == self.session.title else f"{self.session.title} – {name}"
        )

    def _line(self, top: float, height: float, width: float) -> QRectF:
        return QRectF(theme.size(TEXT_LEFT), theme.size(top), width, theme.size(height))

    def _paint_left(self, painter: QPainter, quiet: bool) -> None:
        session = self.session
        times = theme.size(18), theme.size(54)
        start = QRectF(times[0], theme.size(10), times[1], theme.size(20))
        end = QRectF(times[0], theme.size(30), times[1], theme.size(16))
        paint.text(
            painter, start, f"{session.start:%H:%M}", fonts.font(15, 600), "text3" if quiet else "text"
        )
        paint.text(painter, end, f"{session.end:%H:%M}", fonts.font(12.5), "text3")
        strip = QRectF(theme.size(74), theme.size(10), theme.size(7), self.height() - theme.size(20))
        band(painter, strip, session.category.value)
        icon, ink = CATEGORY_ICONS[session.category.value], f"{session.category.value}:strong"
        icons.draw(painter, icon, ink, QPointF(theme.size(94), theme.size(19)), 20)

    def _paint_right(self, painter: QPainter) -> float:
        """Two right-aligned lines; returns the x where they begin."""
        edge = self.width() - theme.size(18)
        first, tone = self._count_words()
        left = edge - self._right_line(painter, first, 9, 13.5, tone, edge)
        remark = words.remark(self.session, self._now, self._clashes)
        if remark is None:
            return left
        gap = theme.size(19)
        width = fonts.width(remark.words, 12.5, 500)
        limit = self.width() * 0.42
        width = min(width, limit)
        icons.draw(painter, remark.icon, remark.tone, QPointF(edge - width - gap, theme.size(32)), 14)
        ink = remark.tone if remark.tone.startswith("text") or not theme.on("light") else f"{remark.tone}_ink"
        box = QRectF(edge - width, theme.size(29), width + 2, theme.size(20))
        paint.text(painter, box, remark.words, fonts.font(12.5, 500, remark.words), ink)
        return min(left, edge - width - gap)

    def _right_line(
        self, painter: QPainter, line: str, top: float, size: float, tone: str, edge: float
    ) -> float:
        width = fonts.width(line, size, 500)
        box = QRectF(edge - width, theme.size(top), width + 2, theme.size(20))
        paint.text(painter, box, line, fonts.font(size, 500, line), tone, elide=False)
        return width

    def _count_words(self) -> tuple[str, str]:
        if self.session.status is SessionStatus.HELD:
            return words.came_words(self.session), "good_ink" if theme.on("light") else "good"
        if self.session.status is SessionStatus.NOT_HELD:
            return words.not_held_words(), "text2"
        return words.expected_words(self.session), "text"

    def _spoken(self) -> str:
        remark = words.remark(self.session, self._now, self._clashes)
        parts = [
            words.time_span(self.session),
            self._title(),
            words.place_and_staff(self.session),
            self._count_words()[0],
            remark.words if remark else "",
        ]
        return ", ".join(part for part in parts if part)

    def _tip(self) -> str:
        lines = [words.clash_words(clash) for clash in self._clashes]
        if self.session.away:
            lines.append(words.away_detail(self.session))
        return "\n".join(lines)

    def _on_clicked(self) -> None:
        if self._opens_on_click:
            self.opened.emit(self.session.id)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit(self.session.id)
