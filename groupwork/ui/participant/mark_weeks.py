"""Marks week by week, a row for each group: the shape says what it was, and so do the words of each mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from groupwork.domain.person_history import GroupName, Visit
from groupwork.domain.schedule import monday
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import MONTHS, _, current
from groupwork.ui import fonts, paint
from groupwork.ui.accessibility import announce
from groupwork.ui.participant.history_words import group_words, plain, visit_said, weekday_words
from groupwork.ui.register.mark import draw_mark
from groupwork.ui.theme import theme

MARK, PITCH, WIDEST, ROW, HEAD, GAP = 22, 27, 44, 32, 26, 14
LABEL, LABEL_NARROW, NARROW = 300, 160, 700
WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Placed:
    """One mark and where it is painted, in px."""

    visit: Visit
    rect: QRectF


@dataclass(frozen=True)
class _Row:
    """One group in one block."""

    group: GroupName
    top: float
    height: float


@dataclass(frozen=True)
class _Block:
    """Some weeks below one another's groups; `top` in px."""

    first: date
    weeks: int
    top: float
    rows: tuple[_Row, ...]


class MarkWeeks(QWidget):
    """Arrows go from mark to mark, Enter or a click opens its register: `opened` with the session's id."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._visits: tuple[Visit, ...] = ()
        self._signs = plain_signs(current().language)
        self._blocks: list[_Block] = []
        self.placed: list[Placed] = []
        self._at, self._pitch = -1, theme.size(PITCH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_visits(self, visits: Sequence[Visit], signs: Signs) -> None:
        """Newest first, as a history has them, with the centre's signs."""
        self._visits, self._signs = tuple(visits), signs
        self._at = -1
        self.restyle()

    def restyle(self) -> None:
        """Place everything at the present width and text size."""
        self._place()
        self._name()
        self.update()

    def current_visit(self) -> Visit | None:
        """The session under the cursor."""
        return self.placed[self._at].visit if 0 <= self._at < len(self.placed) else None

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(theme.size(400), self.height())

    def _label_width(self) -> int:
        return theme.size(LABEL_NARROW if self.width() / theme.scale < NARROW else LABEL)

    def _place(self) -> None:
        """Blocks of as many weeks as fit, the newest block first, weeks from left to right."""
        self._blocks, self.placed = [], []
        top = 0.0
        if self._visits:
            room = self.width() - self._label_width()
            end, begin = monday(self._visits[0].date), monday(self._visits[-1].date)
            weeks = (end - begin) // WEEK + 1
            self._pitch = min(theme.size(WIDEST), max(theme.size(PITCH), room // max(weeks, 1)))
            fit = max(4, room // self._pitch)
            while end >= begin:
                first = max(begin, end - (fit - 1) * WEEK)
                top = self._place_block(first, (end - first) // WEEK + 1, top)
                end = first - WEEK
        self.setFixedHeight(max(theme.size(ROW), round(top)))

    def _place_block(self, first: date, weeks: int, top: float) -> float:
        last = first + weeks * WEEK
        inside = [visit for visit in self._visits if first <= visit.date < last]
        if not inside:
            return top
        names = {visit.group.id: visit.group for visit in inside}
        y, rows = top + theme.sizef(HEAD), []
        for group in sorted(names.values(), key=lambda each: each.order):
            high = self._place_row([v for v in inside if v.group.id == group.id], first, y)
            rows.append(_Row(group, y, high))
            y += high
        self._blocks.append(_Block(first, weeks, top, tuple(rows)))
        return y + theme.sizef(GAP)

    def _place_row(self, visits: Sequence[Visit], first: date, top: float) -> float:
        """One group's marks; several in one week stand below one another. Returns the height."""
        stacks: dict[int, int] = {}
        side, left = theme.sizef(MARK), self._label_width()
        for visit in reversed(visits):
            week = (visit.date - first).days // 7
            down = stacks.get(week, 0)
            stacks[week] = down + 1
            x = left + week * self._pitch + (self._pitch - side) / 2
            y = top + down * theme.sizef(ROW) + (theme.sizef(ROW) - side) / 2
            self.placed.append(Placed(visit, QRectF(x, y, side, side)))
        return max(stacks.values()) * theme.sizef(ROW)

    def _name(self) -> None:
        words = _("Marks by week")
        visit = self.current_visit()
        self.setAccessibleName(f"{words}: {visit_said(visit, self._signs)}" if visit is not None else words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(event.rect())
        for block in self._blocks:
            self._paint_head(painter, block)
            for row in block.rows:
                if row.top <= area.bottom() and row.top + row.height >= area.top():
                    self._paint_row(painter, block, row)
        for number, each in enumerate(self.placed):
            if not each.rect.intersects(area):
                continue
            if not each.visit.in_stay:
                painter.setOpacity(0.45)
            draw_mark(painter, each.rect, each.visit.mark, self._signs)
            painter.setOpacity(1.0)
            if number == self._at and self.hasFocus():
                out = theme.size(4)
                grown = each.rect.adjusted(-out, -out, out, out)
                paint.ring(painter, grown, 8, 2)

    def _paint_head(self, painter: QPainter, block: _Block) -> None:
        """The months over their first weeks, where they fit; the year where it begins."""
        days = [block.first + week * WEEK for week in range(block.weeks)]
        begins = [n for n, day in enumerate(days) if not n or days[n - 1].month != day.month]
        year = 0
        for n, after in zip(begins, [*begins[1:], block.weeks + 4], strict=True):
            room = (after - n) * self._pitch - theme.size(4)
            month = MONTHS[current().language][days[n].month - 1]
            wanted = (f"{month} {days[n].year}", month) if year != days[n].year else (month,)
            words = next((each for each in wanted if fonts.width(each, 12.5, 600) <= room), "")
            year = days[n].year if words == wanted[0] else year
            x = self._label_width() + n * self._pitch + (self._pitch - theme.size(MARK)) // 2
            area = QRectF(x, block.top, room, theme.sizef(HEAD))
            paint.text(painter, area, words, fonts.font(12.5, 600), "text2", elide=False)

    def _paint_row(self, painter: QPainter, block: _Block, row: _Row) -> None:
        paint.fill(painter, QRectF(0, row.top, self.width(), 1), "line")
        words, when = group_words(row.group), weekday_words(row.group)
        area = QRectF(0, row.top, self._label_width() - theme.size(10), theme.sizef(ROW))
        if not when or fonts.width(words, 13, 500) <= area.width():
            paint.text(painter, area, words, fonts.font(13, 500, words), "text")
            return
        tail = fonts.width(when, 13, 500) + theme.sizef(6)  # the time tells two groups of one name apart
        name = plain(row.group.name)
        paint.text(painter, area.adjusted(0, 0, -tail, 0), name, fonts.font(13, 500, name), "text")
        paint.text(painter, area, when, fonts.font(13, 500), "text", paint.RIGHT, elide=False)

    def at(self, point: QPointF) -> int:
        """The number of the mark at a point, or -1."""
        reach = theme.size(3)
        found = (
            n
            for n, each in enumerate(self.placed)
            if each.rect.adjusted(-reach, -reach, reach, reach).contains(point)
        )
        return next(found, -1)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.at(QPointF(event.pos()))
            said = visit_said(self.placed[number].visit, self._signs) if number >= 0 else ""
            QToolTip.showText(event.globalPos(), said)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.at(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self._go(number)
            self.opened.emit(self.placed[number].visit.session)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._begin()
        self.update()

    def _begin(self) -> None:
        """The cursor stands on the newest mark first."""
        if self._at < 0 and self.placed:
            self._go(max(range(len(self.placed)), key=self._when), quiet=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1)}
        way = (ways | {Qt.Key.Key_Down: (0, 1)}).get(Qt.Key(event.key()))
        self._begin()
        visit = self.current_visit()
        if way is not None and visit is not None:
            self._step(*way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and visit is not None:
            self.opened.emit(visit.session)
        else:
            super().keyPressEvent(event)

    def _when(self, number: int) -> tuple[object, ...]:
        visit = self.placed[number].visit
        return visit.date, visit.start, visit.session

    def _step(self, across: int, down: int) -> None:
        """To the nearest mark that way."""
        here = self.placed[self._at].rect.center()
        best, number = None, -1
        for n, each in enumerate(self.placed):
            dx, dy = each.rect.center().x() - here.x(), each.rect.center().y() - here.y()
            if (dx * across + dy * down) <= 1 or (across and abs(dy) > 1):
                continue
            far = abs(dx) if across else abs(dy) * 1000 + abs(dx)
            if best is None or far < best:
                best, number = far, n
        if number >= 0:
            self._go(number)

    def _go(self, number: int, *, quiet: bool = False) -> None:
        self._at = number
        self._name()
        if not quiet:
            announce(self, visit_said(self.placed[number].visit, self._signs))
        self._show(self.placed[number].rect.toRect())
        self.update()

    def _show(self, rect: QRect) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        content = parent.widget() if parent is not None else None
        if parent is not None and content is not None:
            spot = self.mapTo(content, rect.center())
            parent.ensureVisible(spot.x(), spot.y(), theme.size(40), theme.size(60))
