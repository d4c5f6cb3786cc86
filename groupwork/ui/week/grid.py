"""The week's grid: hours, days, and a block for each session, one of them in the Tab order."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import SessionId
from groupwork.ui import fonts, paint
from groupwork.ui.theme import theme
from groupwork.ui.week.block import Block
from groupwork.ui.week.columns import Span, Spot, day_widths, spots
from groupwork.ui.week.facts import Facts, Shown
from groupwork.ui.week.frame import EDGE, GUTTER, Frame, framed
from groupwork.ui.week.overlays import FocusRing, Ghost, NowLine, TimeCursor
from groupwork.ui.week.walk import Standing, Stop, Walk

LEAST_HOUR = 48
"""Logical px an hour has at least; more hours than fit scroll."""
QUARTER = 15
NEAR_NOW = 14
"""An hour's label nearer to now's than this is left out."""


class WeekGrid(QWidget):
    """Signals say what the person wants; the page does it."""

    chosen = Signal(object)
    """SessionId: show it beside the week."""
    opened = Signal(object)
    """SessionId: its register."""
    edited = Signal(object)
    """SessionId: change it in the form."""
    planned = Signal(object)
    """Slot: plan something there."""
    moved = Signal(object, object)
    """SessionId and the Slot it shall have."""
    copied = Signal(object, object)
    """SessionId and the Slot of its copy."""
    called_off = Signal(object)
    """SessionId: it shall not take place, or go."""
    walked = Signal(object)
    """Stop: the keyboard or a click came to it."""
    beyond = Signal(object)
    """Stop: the keyboard goes to a day of another week."""
    menu = Signal(object, object)
    """Block, or None on an empty place (then the grid's stop says where), and the global QPoint."""
    arranged = Signal(object)
    """Frame: the days have other widths."""
    looked_at = Signal(float)
    """The px a drag is at: bring it into sight."""
    pressed_block = Signal(object, object, bool)
    """As `Block.pressed_at`; the next four are what mouse and keys do, for `mouse` and `keys`."""
    pressed_empty = Signal(object)
    """QPointF: the left button went down on an empty place."""
    dragged_to = Signal(object, object)
    dropped = Signal()
    keyed = Signal(object)
    plan_wanted = Signal()
    """Plan something where the keyboard stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self.frame = Frame((), (0.0,), 540, 960, 1.0)
        self.blocks: dict[SessionId, Block] = {}
        self.stop: Stop | None = None
        self.may_plan = True
        self._spots: dict[int, Spot] = {}
        self._selected: SessionId | None = None
        self.caret = TimeCursor(self)
        self.ghost = Ghost(self)
        self._now = NowLine(self)
        self._ring = FocusRing(self)
        self.caret.keyed.connect(self.keyed)
        self.caret.clicked.connect(self.plan_wanted)

    def show_week(self, shown: Shown) -> None:
        """Show a week; blocks that stay keep their widget, and with it the focus."""
        self.shown = shown
        there = {facts.session.id: facts for facts in shown.facts}
        for gone in self.blocks.keys() - there.keys():
            block = self.blocks.pop(gone)
            if block.hasFocus():  # Qt would give it to some other block; the page says where it goes
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            block.hide()
            block.setParent(None)
            block.deleteLater()
        for session, facts in there.items():
            self._block(session, facts).show_facts(facts)
        self._spots = {}
        for day in shown.days:
            spans = [
                Span(f.session.id, f.slot.start, f.slot.end) for f in shown.facts if f.session.date == day
            ]
            self._spots.update(spots(spans))
        self.set_selected(self._selected)
        self._arrange()
        self._find_stop()
        self._order()

    def set_selected(self, session: SessionId | None) -> None:
        """Ring the block whose details are beside the week."""
        self._selected = session
        for id_, block in self.blocks.items():
            block.setChecked(id_ == session)

    def walk(self) -> Walk:
        """The week as the keyboard walks it."""
        standing = tuple(
            Standing(f.session.id, f.slot, self._spots[f.session.id].column) for f in self.shown.facts
        )
        return Walk(standing, self.shown.days, *self.shown.axis)

    def go_to(self, stop: Stop, *, focus: bool = True) -> None:
        """Stand at a block or an empty time; a day of another week is told as `beyond`."""
        if stop.day not in self.shown.days:
            self.beyond.emit(stop)
            return
        self.stop = stop
        self._order()
        self.walked.emit(stop)
        target = self.target()
        if focus and target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.looked_at.emit(float(target.y()))
            self.looked_at.emit(float(target.y() + target.height()))

    def target(self) -> QWidget | None:
        """What Tab comes to: the block one stands at, or the empty time."""
        if self.stop is None:
            return None
        return self.blocks.get(self.stop.session, self.caret) if self.stop.session else self.caret

    def facts_at_stop(self) -> Facts | None:
        """The block the keyboard stands at."""
        block = self.blocks.get(self.stop.session) if self.stop and self.stop.session else None
        return block.facts if block is not None else None

    def restyle(self) -> None:
        """Sizes at the present text size."""
        hours = (self.shown.axis[1] - self.shown.axis[0]) / 60
        self.setMinimumHeight(round(theme.size(LEAST_HOUR) * hours))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The blocks follow."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Closed days hatched, lines between days and at the hours, hours at the left."""
        painter, px = QPainter(self), theme.sizef
        frame = self.frame
        for day in self.shown.days:
            if day in self.shown.closed:
                left, width = frame.x(day)
                area = QRectF(left, 0, width, self.height())
                paint.fill(painter, area, "sunken")
                paint.hatch(painter, area, "line2", step=10, width=1)
        painter.setPen(QPen(theme.color("line"), 1))
        for left in frame.lefts[:-1]:
            painter.drawLine(QPointF(round(left) + 0.5, 0), QPointF(round(left) + 0.5, self.height()))
        for hour in range(-(-frame.first // 60), frame.last // 60 + 1):
            y = round(frame.y(hour * 60)) + 0.5
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(px(GUTTER - 6), y), QPointF(self.width() - 1, y))
            if not self._near_now(hour * 60):
                area = QRectF(0, y - px(9), px(GUTTER - 9), px(18))
                paint.text(painter, area, f"{hour:02}:00", fonts.font(12), "text3", paint.RIGHT, elide=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """An empty place: the time cursor, and maybe the begin of a new block."""
        if event.button() == Qt.MouseButton.LeftButton and self.shown.days:
            self.pressed_empty.emit(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag over an empty place."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged_to.emit(event.globalPosition().toPoint(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drop."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.dropped.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Plan an hour here."""
        self.plan_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done at an empty time."""
        self.stand_at(QPointF(event.pos()))
        self.menu.emit(None, event.globalPos())

    def stand_at(self, at: QPointF) -> None:
        """Bring the keyboard to an empty place."""
        day, minute = self.frame.at(at.x(), at.y())
        self.go_to(Stop(day, int(minute // QUARTER) * QUARTER))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops a drag that was begun on an empty place."""
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def _block(self, session: SessionId, facts: Facts) -> Block:
        block = self.blocks.get(session)
        if block is None:
            block = Block(facts, self)
            block.pressed_at.connect(self.pressed_block)
            block.dragged_to.connect(self.dragged_to)
            block.dropped.connect(self.dropped)
            block.keyed.connect(self.keyed)
            block.opened.connect(self.opened)
            block.menu.connect(self.menu)
            block.reached.connect(self._reached)
            block.left.connect(self._ring.surround)
            block.clicked.connect(self._clicked)
            self.blocks[session] = block
        return block

    def _clicked(self) -> None:
        block = self.sender()
        if isinstance(block, Block):
            self.chosen.emit(block.session)

    def _reached(self, block: Block, by_hand: bool) -> None:
        if self.stop is None or self.stop.session != block.session:
            self.stop = Stop(block.facts.session.date, block.facts.slot.start, block.session)
        self._order()
        self._ring.surround(block)
        if by_hand:
            self.walked.emit(self.stop)

    def _arrange(self) -> None:
        """Place days and blocks."""
        days = self.shown.days
        if not days:
            return
        sides = [
            max(
                (self._spots[f.session.id].columns for f in self.shown.facts if f.session.date == d),
                default=1,
            )
            for d in days
        ]
        room = self.width() - theme.sizef(GUTTER + EDGE)
        widths = day_widths(sides, [d in self.shown.closed for d in days], room, theme.scale)
        first, last = self.shown.axis
        self.frame = framed(days, widths, (first, last), self.height() / max(1, last - first), theme.scale)
        for facts in self.shown.facts:
            area = QRectF(*self.frame.block(facts.slot, self._spots[facts.session.id]))
            block = self.blocks[facts.session.id]
            block.setGeometry(area.toRect())
            block.show()
        if self.caret.slot is not None and self.caret.slot.day in days:
            self.caret.place(self.frame, self.caret.slot.day, self.caret.slot.start)
        if self.shown.now is not None:
            self._now.show_now(self.frame, *self.shown.now)
        else:
            self._now.hide()
        self._ring.surround(next((b for b in self.blocks.values() if b.hasFocus()), None))
        self.arranged.emit(self.frame)
        self.update()

    def _find_stop(self) -> None:
        """Where the keyboard stands in this week: where it stood, else at now, else at the first block."""
        stop, walk = self.stop, self.walk()
        if stop is not None and stop.session in self.blocks:
            self.stop = walk.of(stop.session) if stop.session is not None else stop
        elif stop is not None and stop.day in self.shown.days:
            self.stop = walk.near(stop.day, stop.minute)
        elif self.shown.days:
            today = self.shown.now[0] if self.shown.now is not None else self.shown.days[0]
            day = today if today in self.shown.days else self.shown.days[0]
            self.stop = walk.begin(day, self.shown.now)

    def _order(self) -> None:
        """One stop for Tab; blocks in the order of time for screen readers."""
        session = self.stop.session if self.stop is not None else None
        for id_, block in self.blocks.items():
            block.set_in_tab_order(id_ == session)
        empty = self.stop is not None and session is None
        self.caret.setVisible(empty)
        if empty and self.stop is not None and self.stop.day in self.frame.days:
            self.caret.place(self.frame, self.stop.day, self.stop.minute)

    def _near_now(self, minute: int) -> bool:
        now = self.shown.now
        if now is None or now[0] not in self.shown.days:
            return False
        return abs(self.frame.y(minute) - self.frame.y(now[1])) < theme.sizef(NEAR_NOW)
