"""One of two values to choose: a real radio button that paints itself; arrows go to the other one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QButtonGroup, QWidget

from groupwork.ui import fonts, paint
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import PaintedButton
from groupwork.ui.widgets.layouts import column, row

HEIGHT, MARK = 40, 16


class Pick(PaintedButton):
    """One value. `across` when an arrow to the left or right wants the other one."""

    across = Signal()

    def __init__(self, words: str, name: str) -> None:
        super().__init__(HEIGHT, name)
        self.setText(words)
        self.setToolTip(words)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """It shares the line."""
        return QSize(theme.size(180), theme.size(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose between the two, up and down go to the next line."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.across.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paint_content(self, painter: QPainter, rect: QRectF) -> None:
        """Edge, round mark, words."""
        on = self.isChecked()
        area = rect.adjusted(1, 1, -1, -1)
        edge, width = ("accent", theme.sizef(2)) if on else ("control", 1.0)
        paint.rounded(painter, area, 8, "accent_soft" if on else None, edge, width)
        side = theme.sizef(MARK)
        ring = QRectF(theme.sizef(11), rect.center().y() - side / 2, side, side)
        paint.rounded(painter, ring, MARK, "surface", "accent" if on else "control", theme.sizef(1.5))
        if on:
            inset = side * 0.27
            paint.rounded(painter, ring.adjusted(inset, inset, -inset, -inset), MARK, "accent")
        words = rect.adjusted(theme.size(36), 0, -theme.size(8), 0)
        font = fonts.font(14, 600 if on else 500, self.text())
        paint.text(painter, words, self.text(), font, "accent_ink" if on else "text")


class PickLine(QWidget):
    """Two picks side by side; `chosen` with True when the second, the duplicate's, counts."""

    chosen = Signal(bool)

    def __init__(self, label: str, keep: str, drop: str, *, take_drop: bool = False) -> None:
        super().__init__()
        self.keep, self.drop = Pick(keep, f"{label}: {keep}"), Pick(drop, f"{label}: {drop}")
        self._group = QButtonGroup(self)
        for number, button in enumerate((self.keep, self.drop)):
            self._group.addButton(button, number)
        (self.drop if take_drop else self.keep).setChecked(True)
        self._group.idToggled.connect(lambda number, on: self.chosen.emit(number == 1) if on else None)
        self.keep.across.connect(lambda: self._go(self.drop))
        self.drop.across.connect(lambda: self._go(self.keep))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(column(row((self.keep, 1), (self.drop, 1), gap=14), gap=0))

    def chosen_one(self) -> Pick:
        """The value that counts."""
        return self.drop if self.drop.isChecked() else self.keep

    def _go(self, button: Pick) -> None:
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setChecked(True)
