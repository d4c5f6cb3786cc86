"""The mouse in the week: taking a block or an empty place, dragging, dropping, giving up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from groupwork.ui.week.block import Block
from groupwork.ui.week.drag import FINE_STEP, STEP, Drag, Kind
from groupwork.ui.week.facts import Facts
from groupwork.ui.week.frame import Slot
from groupwork.ui.week.grid import WeekGrid

Judge = Callable[[Facts | None, Slot, bool], Sequence[str]]
"""What would clash, in words: the block (None: a new one), where it would land, and whether it is a copy."""


class GridMouse:
    """One drag at a time. Nothing is written before the drop."""

    def __init__(self, grid: WeekGrid, judge: Judge) -> None:
        self._grid, self._judge = grid, judge
        self._taken: tuple[Drag, QPoint] | None = None
        self._landing: tuple[Slot, bool] | None = None
        grid.pressed_block.connect(self.press_block)
        grid.pressed_empty.connect(self.press_empty)
        grid.dragged_to.connect(self.move)
        grid.dropped.connect(self.drop)

    @property
    def dragging(self) -> bool:
        """A drag is under way: it moved far enough to be one."""
        return self._landing is not None

    def press_block(self, block: Block, at: QPoint, grip: bool) -> None:
        """A block is taken, at its lower edge to make it longer."""
        if self._grid.may_plan:
            day, minute = self._under(at)
            self._taken = Drag(Kind.RESIZE if grip else Kind.MOVE, day, minute, block.facts), at

    def press_empty(self, at: QPointF) -> None:
        """An empty place is taken; the keyboard stands there."""
        self._grid.stand_at(at)
        if self._grid.may_plan:
            day, minute = self._grid.frame.at(at.x(), at.y())
            self._taken = Drag(Kind.CREATE, day, minute), self._grid.mapToGlobal(at.toPoint())

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer moves with the button down."""
        if self._taken is None:
            return
        drag, origin = self._taken
        if not self.dragging and (at - origin).manhattanLength() < QApplication.startDragDistance():
            return
        fine = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        copy = bool(modifiers & Qt.KeyboardModifier.ControlModifier) and drag.kind is Kind.MOVE
        slot = drag.to(*self._under(at), FINE_STEP if fine else STEP)
        if self._landing != (slot, copy):
            self._show(drag, slot, copy)
        self._grid.looked_at.emit(float(self._grid.mapFromGlobal(at).y()))

    def drop(self) -> None:
        """The button is let go: what was dragged lands where the ghost stands."""
        taken, landing = self._taken, self._landing
        self.stop()
        if taken is None or landing is None:
            return
        (slot, copy), facts, grid = landing, taken[0].facts, self._grid
        if facts is None:
            grid.planned.emit(slot)
        elif copy:
            grid.copied.emit(facts.session.id, slot)
        elif slot != facts.slot:
            grid.moved.emit(facts.session.id, slot)

    def stop(self) -> None:
        """Give the drag up; nothing happened."""
        self._taken = self._landing = None
        self._grid.ghost.hide()
        self._grid.unsetCursor()

    def _show(self, drag: Drag, slot: Slot, copy: bool) -> None:
        self._landing = slot, copy
        facts = drag.facts
        if facts is not None:
            self._grid.blocks[facts.session.id].setDown(False)  # no click when it is let go
        clashes = self._judge(facts, slot, copy)
        self._grid.ghost.show_at(self._grid.frame, slot, facts.name() if facts else "", clashes)

    def _under(self, at: QPoint) -> tuple[date, float]:
        local = self._grid.mapFromGlobal(at)
        return self._grid.frame.at(local.x(), local.y())
