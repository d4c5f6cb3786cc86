"""The card of the week: the heads of the days over the grid, which scrolls when its hours need more room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from groupwork.ui import paint
from groupwork.ui.theme import theme
from groupwork.ui.week.facts import Shown
from groupwork.ui.week.frame import Frame
from groupwork.ui.week.grid import WeekGrid
from groupwork.ui.week.header import DayWords, Header
from groupwork.ui.week.keys import GridKeys
from groupwork.ui.week.mouse import GridMouse, Judge
from groupwork.ui.widgets.layouts import column
from groupwork.ui.widgets.page import Scroll

AIR = 60
"""Logical px kept in sight around where a drag or the focus is."""
LEAST_HEIGHT = 300


class Board(QWidget):
    """`header` and `grid` in one card."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.header = Header()
        self.grid = WeekGrid()
        self.mouse = GridMouse(self.grid, judge)
        self.keys = GridKeys(self.grid, self.mouse)
        self._scroll: QScrollArea = Scroll(self.grid)
        self.setLayout(column(self.header, (self._scroll, 1), gap=0, margins=(1, 1, 1, 1)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grid.arranged.connect(self._follow)
        self.grid.looked_at.connect(self._look)

    def show_week(self, shown: Shown, words: Mapping[date, DayWords], today: date) -> None:
        """Show a week."""
        self.header.show_days(words, today)
        self.grid.show_week(shown)
        self.grid.restyle()

    def restyle(self) -> None:
        """A least height at the present text size."""
        self.setMinimumHeight(theme.size(LEAST_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """One rounded surface with a line."""
        painter = QPainter(self)
        paint.rounded(painter, self.rect(), 12, "surface", "line")

    def _follow(self, frame: Frame) -> None:
        self.header.follow(frame)

    def _look(self, y: float) -> None:
        if self._scroll.verticalScrollBar().maximum() > 0:
            self._scroll.ensureVisible(0, round(y), 0, theme.size(AIR))
