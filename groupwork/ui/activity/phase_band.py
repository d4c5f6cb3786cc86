"""An activity's plan as a band: each phase as long as its minutes."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from groupwork.domain.activities import Phase, minutes_left
from groupwork.i18n import _
from groupwork.ui import fonts, paint
from groupwork.ui.activity.words import minutes_words
from groupwork.ui.theme import theme

HEIGHT = 54
GAP = 3
PRIME = "\u2032"


class PhaseBand(QWidget):
    """Blocks from left to right; what no phase has is hatched, what is too long stands past a mark."""

    def __init__(self) -> None:
        super().__init__()
        self._phases: tuple[Phase, ...] = ()
        self._minutes, self._category = 0, "craft"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def show_plan(self, phases: tuple[Phase, ...], minutes: int, category: str) -> None:
        """Show the phases of an activity of so many minutes."""
        self._phases, self._minutes, self._category = phases, minutes, category
        said = [f"{phase.name}, {minutes_words(phase.minutes)}" for phase in phases]
        self.setAccessibleName(_("Plan: {phases}").format(phases="; ".join(said)))
        self.setVisible(bool(phases))
        self.update()

    def restyle(self) -> None:
        """Height at the present text size."""
        self.setFixedHeight(theme.size(HEIGHT))
        self.update()

    def blocks(self) -> list[tuple[QRectF, Phase | None]]:
        """Where each phase is painted; None stands for the minutes that are left."""
        left = minutes_left(self._minutes, self._phases)
        whole = max(1, self._minutes, self._minutes - left)
        gap, x = theme.sizef(GAP), 0.0
        found: list[tuple[QRectF, Phase | None]] = []
        for phase in self._phases:
            width = self.width() * phase.minutes / whole
            found.append((QRectF(x, 0, max(2.0, width - gap), self.height()), phase))
            x += width
        if left > 0 and self._phases:
            found.append((QRectF(x, 0, self.width() - x, self.height()), None))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for area, phase in self.blocks():
            if phase is None:
                paint.rounded(painter, area, 7, None, "line2")
                paint.hatch(painter, area.adjusted(3, 3, -3, -3), "line2")
            else:
                self._paint_block(painter, area, phase)
        if minutes_left(self._minutes, self._phases) < 0:
            self._paint_end(painter)

    def _paint_block(self, painter: QPainter, area: QRectF, phase: Phase) -> None:
        category = self._category
        edge = f"{category}:strong" if theme.on("contrast") else paint.alpha(f"{category}:strong", 0.37)
        paint.rounded(painter, area, 7, f"{category}:tint", edge)
        inside = area.adjusted(theme.size(9), theme.size(6), -theme.size(5), -theme.size(6))
        minutes = f"{phase.minutes}{PRIME}"
        ink = f"{category}:ink"
        if inside.width() < fonts.width(minutes, 13.5, 700):
            return
        line = QRectF(inside.left(), inside.top(), inside.width(), theme.size(20))
        paint.text(painter, line, minutes, fonts.font(13.5, 700, minutes), ink)
        if inside.width() > theme.size(34):
            below = QRectF(inside.left(), line.bottom() + 1, inside.width(), theme.size(19))
            paint.text(painter, below, phase.name, fonts.font(13, 400, phase.name), ink)

    def _paint_end(self, painter: QPainter) -> None:
        """A strip under what lies beyond the activity's own minutes."""
        planned = sum(phase.minutes for phase in self._phases)
        x, high = self.width() * self._minutes / planned, theme.sizef(5)
        strip = QRectF(x, self.height() - high, self.width() - x - theme.sizef(GAP), high)
        paint.rounded(painter, strip, 2.5, "bad")
