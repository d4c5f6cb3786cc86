"""A session as a block of the week: a focusable button with a name, painted, selected, dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from groupwork.domain.ids import SessionId
from groupwork.ui.theme import theme
from groupwork.ui.week import block_paint
from groupwork.ui.week.facts import Facts

GRIP = 7
"""Logical px at the lower edge that resize."""


BY_HAND = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
)


class Block(QAbstractButton):
    """One session. The grid decides where it stands, and gets its keys and drags."""

    pressed_at = Signal(object, object, bool)
    """The block, the global QPoint, and whether the lower edge was taken."""
    dragged_to = Signal(object, object)
    """The global QPoint and the modifiers."""
    dropped = Signal()
    opened = Signal(object)
    """SessionId: a double click."""
    menu = Signal(object, object)
    """The block and the global QPoint."""
    keyed = Signal(object)
    """A QKeyEvent; the grid accepts it or not."""
    reached = Signal(object, bool)
    """The block got the focus, and whether a person brought it there by mouse or Tab."""
    left = Signal(object)
    """The block lost it."""

    def __init__(self, facts: Facts, parent: QWidget) -> None:
        super().__init__(parent)
        self.facts = facts
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.show_facts(facts)

    @property
    def session(self) -> SessionId:
        """Whose block it is."""
        return self.facts.session.id

    def show_facts(self, facts: Facts) -> None:
        """The same session as it is now."""
        self.facts = facts
        self.setAccessibleName(facts.spoken())
        self.setToolTip(facts.tip())
        self.update()

    def set_in_tab_order(self, on: bool) -> None:
        """Tab stops at one block of the week only."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and words; the ring of the focus lies around the block, see `overlays.FocusRing`."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        block_paint.ground(painter, rect, self.facts, selected=self.isChecked(), hover=self.underMouse())
        block_paint.words(painter, rect, self.facts)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Selecting is the page's business."""

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow is ours, not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
            if event.key() in arrows and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The grid's keys; Space presses the button."""
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Maybe the begin of a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed_at.emit(self, event.globalPosition().toPoint(), self._on_grip(event.position().y()))
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag, or the shape of the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged_to.emit(event.globalPosition().toPoint(), event.modifiers())
            return
        grip = self._on_grip(event.position().y())
        self.setCursor(Qt.CursorShape.SizeVerCursor if grip else Qt.CursorShape.PointingHandCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drop; a click is told by the button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.dropped.emit()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the register."""
        self.opened.emit(self.session)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with it, by mouse or by the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        middle = self.mapToGlobal(QPoint(self.width() // 2, min(self.height() // 2, theme.size(40))))
        self.menu.emit(self, middle if by_key else event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The block with the focus is where Tab comes back to."""
        super().focusInEvent(event)
        self.reached.emit(self, event.reason() in BY_HAND)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.left.emit(self)

    def _on_grip(self, y: float) -> bool:
        return y >= self.height() - theme.size(GRIP)
