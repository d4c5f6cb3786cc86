"""The sessions of a group: those to come, and those that were, with what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from groupwork.domain.groups import GroupPage
from groupwork.domain.ids import GroupId
from groupwork.domain.sessions import SessionInfo, SessionStatus
from groupwork.i18n import _, current
from groupwork.operations import group_gaps
from groupwork.operations.desk import Right
from groupwork.ui import fonts, paint
from groupwork.ui.day import words as day_words
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import EmptyState, SectionHead

HEIGHT = 48


class SessionLine(PaintedButton):
    """A session by its day, with its place where that is another one, and what became of it."""

    def __init__(self, session: SessionInfo, about: str, now: datetime) -> None:
        super().__init__(HEIGHT, inset=6)
        self.session, self._about = session, about
        self._day = current().day(session.date, year=session.date.year != now.year)
        self._state, self._tone = _state(session, now)
        spoken = (current().day(session.date, long=True, year=True), about, self._state)
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour row."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Day and what is different about it, and its state at the right."""
        px = theme.size
        width = min(fonts.width(self._state, 13, 500), self.width() * 0.5)
        right = self.width() - px(18) - width
        state = QRectF(right, 0, width + 2, self.height())
        paint.text(painter, state, self._state, fonts.font(13, 500, self._state), self._tone)
        day = QRectF(px(18), 0, min(px(140), right - px(26)), self.height())
        paint.text(painter, day, self._day, fonts.font(14.5, 600), "text")
        about = QRectF(px(164), 0, right - px(174), self.height())
        if about.width() > px(30):
            paint.text(painter, about, self._about, fonts.font(13, 400, self._about), "text2")


class SessionsPart(QWidget):
    """A click opens the register; the button beside leads to the schedule."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__()
        self._gate, self._go = gate, go
        self._page: GroupPage | None = None
        self._now: datetime | None = None
        self.lines: list[SessionLine] = []
        self.again: list[Button] = []
        self._first, self._second = column(gap=8), column(gap=8)
        self._body: Box = row((box(self._first), 1), (box(self._second), 1), gap=20)
        self._body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._body)

    def set_wide(self, wide: bool) -> None:
        """Coming beside past, or above it."""
        self._body.setDirection(Box.Direction.LeftToRight if wide else Box.Direction.TopToBottom)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        if self._page is not None and self._now is not None:
            self.show_page(self._page, self._now)

    def first_focus(self) -> QWidget | None:
        """The next session."""
        return next(iter(self.lines), None)

    def show_page(self, page: GroupPage, now: datetime) -> None:
        """Those to come at the left, the newest of the past at the top of the right."""
        self._page, self._now, self.lines = page, now, []
        clear(self._first)
        clear(self._second)
        coming = [s for s in page.sessions if s.ends > now]
        past = [s for s in reversed(page.sessions) if s.ends <= now]
        if not page.sessions:
            title, sentence = _("No sessions yet"), _("They are planned with the group's time and days.")
            self._first.add(Card(EmptyState("calendar-days", title, sentence)))
        self._section(self._first, _("To come"), coming, now)
        self._show_left_out(page.info.id)
        self._section(self._second, _("So far"), past, now)
        for side in (self._first, self._second):
            side.add(None)

    def _section(self, side: Box, title: str, sessions: Sequence[SessionInfo], now: datetime) -> None:
        if not sessions:
            return
        card = Card(pad=(0, 4, 6, 4), gap=0)
        for number, session in enumerate(sessions):
            if number:
                card.add(Separator("line", 18, 12))
            card.add(self._line(session, now))
        side.add(SectionHead(f"{title} ({len(sessions)})"), card)

    def _show_left_out(self, group: GroupId) -> None:
        """Days that were taken off the calendar, each with the way back."""
        self.again = []
        days = self._gate.ask(group_gaps.left_out, group) or ()
        if not days:
            return
        may = self._gate.desk().may(Right.PLAN) and not self._gate.read_only
        card = Card(pad=(18, 4, 8, 4), gap=0)
        for number, day in enumerate(days):
            if number:
                card.add(Separator("line", 0, 10))
            words = current().day(day, year=day.year != self._gate.today.year)
            back = Button(_("Plan again"), "ghost", "undo-2", small=True)
            back.set_name(_("Plan {day} again").format(day=current().day(day, long=True)))
            back.clicked.connect(partial(self._gate.do, group_gaps.plan_again, group, day))
            back.setVisible(may)
            card.add(row((Label(words, "text2", 14, 500), 1), back, gap=8))
            self.again.append(back)
        title = _("Taken off the calendar")
        self._first.add(SectionHead(f"{title} ({len(days)})"), card)

    def _line(self, session: SessionInfo, now: datetime) -> QWidget:
        line = SessionLine(session, self._different(session), now)
        line.clicked.connect(lambda _on=False, id_=session.id: self._go(Place("register", session=id_)))
        self.lines.append(line)
        day = current().day(session.date, long=True)
        jump = Button("", "ghost", "calendar-days", small=True)
        jump.set_name(_("Show {day} in the schedule").format(day=day))
        jump.clicked.connect(lambda: self._go(Place("schedule", session.date, session.id)))
        return box(row((line, 1), jump, gap=0))

    def _different(self, session: SessionInfo) -> str:
        """Time and room where they are not the group's."""
        info = self._page.info if self._page is not None else None
        if info is None:
            return ""
        parts = []
        if (session.start, session.end) != (info.rhythm.start, info.rhythm.end):
            parts.append(day_words.time_span(session))
        if session.room_name != info.room_name and session.room_name:
            parts.append(session.room_name)
        if session.status is not SessionStatus.NOT_HELD and session.number is not None:
            parts.append(day_words.number_words(session.number))
        return "  ·  ".join(parts)


def _state(session: SessionInfo, now: datetime) -> tuple[str, str]:
    """What became of it, or will, and its colour."""
    if session.status is SessionStatus.NOT_HELD:
        return session.reason or day_words.not_held_words(), "text2"
    if session.is_open(now):
        return day_words.open_words(session), "warn"
    if session.status is SessionStatus.HELD:
        return day_words.came_words(session), "good"
    return day_words.expected_words(session), "text"
