"""Where an activity is used: the groups that run it and its last sessions, each a way there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.activities import ActivityInfo, GroupUse, SessionUse
from groupwork.domain.sessions import STATUS_LABELS, SessionStatus
from groupwork.i18n import WEEKDAYS, _, current
from groupwork.ui import fonts, icons, paint
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, clear, column, row

SIDE_BY_SIDE_FROM = 480


class UseRow(PaintedButton):
    """Two lines, the second grey; leads to a place."""

    def __init__(self, icon: str, words: str, below: str) -> None:
        self._icon, self._words, self._below = icon, words, below
        super().__init__(48, f"{words}, {below}", inset=2)

    def text_shown(self) -> str:
        """The words on it."""
        return f"{self._words}\n{self._below}"

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        size, middle = theme.size, rect.center().y()
        icons.draw_centred(
            painter, self._icon, "text2", QRectF(size(10), middle - size(9), size(18), size(18)), 18
        )
        room = rect.width() - size(40) - size(8)
        top = QRectF(size(40), middle - size(19), room, size(20))
        paint.text(painter, top, self._words, fonts.font(14, 600, self._words))
        below = QRectF(size(40), middle + size(1), room, size(17))
        paint.text(painter, below, self._below, fonts.font(13, 400, self._below), "text2")


class UsesCard(Card):
    """`wanted` carries the place a row leads to."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(pad=(10, 12, 8, 10), gap=2)
        self._rows: list[UseRow] = []
        self._groups_title, self._last_title = Label("", "text", 15.5, 700), Label("", "text", 15.5, 700)
        self._no_groups, self._no_sessions = Label("", "text2", 14, wrap=True), Label("", "text2", 14)
        self._groups, self._sessions = column(gap=0), column(gap=0)
        for label in (self._groups_title, self._last_title, self._no_groups, self._no_sessions):
            label.setContentsMargins(8, 0, 8, 2)
        first = column(self._groups_title, self._no_groups, self._groups, None, gap=2)
        second = column(self._last_title, self._no_sessions, self._sessions, None, gap=2)
        self._sides: Box = row((first, 1), (second, 1), gap=12)
        self.add(self._sides)

    def stops(self) -> tuple[QWidget, ...]:
        """The rows, in the order they are seen."""
        return tuple(self._rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / theme.scale >= SIDE_BY_SIDE_FROM
        self._sides.setDirection(Box.Direction.LeftToRight if wide else Box.Direction.TopToBottom)

    def show_activity(self, info: ActivityInfo) -> None:
        """Show groups and sessions."""
        self._rows = []
        clear(self._groups)
        clear(self._sessions)
        self._groups_title.set_words(_("Groups"))
        self._last_title.set_words(_("Last sessions"))
        self._no_groups.set_words(_("No group runs it yet."))
        self._no_sessions.set_words(_("No session yet."))
        self._no_groups.setVisible(not info.groups)
        self._no_sessions.setVisible(not info.last)
        for group in info.groups:
            self._put(self._groups, self._group(group))
        for session in info.last:
            self._put(self._sessions, self._session(session, info.line.name))

    def _put(self, where: Box, line: UseRow) -> None:
        where.add(line)
        self._rows.append(line)

    def _group(self, group: GroupUse) -> UseRow:
        time = f"{WEEKDAYS[current().language][group.weekday]} {current().span(group.start, group.end)}"
        below = " · ".join(part for part in (time, group.place, _("ended") if group.ended else "") if part)
        line = UseRow("users", group.name, below)
        line.clicked.connect(lambda: self.wanted.emit(Place("group", group=group.id)))
        return line

    def _session(self, session: SessionUse, activity: str) -> UseRow:
        when = f"{current().day(session.date, year=True)}, {current().span(session.start, session.end)}"
        came = _("{n} there").format(n=session.attended)
        words = came if session.status is SessionStatus.HELD else _(STATUS_LABELS[session.status])
        below = words if session.title == activity else f"{words} · {session.title}"
        line = UseRow("calendar", when, below)
        line.clicked.connect(lambda: self.wanted.emit(Place("register", session.date, session.id)))
        return line
