"""The head of the schedule: which day, moving between days, print, and the one primary button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.sessions import DayInfo
from groupwork.i18n import _
from groupwork.ui.day import words
from groupwork.ui.day.date_jump import DateJump
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, column, row
from groupwork.ui.widgets.page import Title


class ScheduleHead(QWidget):
    """Title, summary and buttons; the view does what they ask."""

    moved = Signal(int)
    """By so many days."""
    wanted = Signal(object)
    """date: go there."""
    today = Signal()
    printed = Signal()
    planned = Signal()

    def __init__(self, modes: Segments) -> None:
        super().__init__()
        self._title = Title("", 23)
        self._summary = Label("", "text2", 13.5, wrap=True, typed=True)
        self._back = Button("", "secondary", "chevron-left", small=True)
        self._today = Button("", "secondary", small=True)
        self._on = Button("", "secondary", "chevron-right", small=True)
        self._print = Button("", "secondary", "printer", small=True)
        self.jump = DateJump()
        self.plan_button = Button("", "primary", "calendar-plus", small=True)
        self._back.clicked.connect(partial(self.moved.emit, -1))
        self._on.clicked.connect(partial(self.moved.emit, 1))
        self._today.clicked.connect(self.today)
        self.jump.chosen.connect(self.wanted)
        self._print.clicked.connect(self.printed)
        self.plan_button.clicked.connect(self.planned)
        tools = row(
            row(self._back, self._today, self._on, self.jump, gap=0),
            8,
            self._print,
            modes,
            self.plan_button,
            None,
            gap=6,
            margins=(-3, 0, 0, 0),
        )
        self._line: Box = row((column(self._title, self._summary, gap=1), 1), tools)
        self.setLayout(self._line)

    def set_narrow(self, narrow: bool) -> None:
        """Title above the buttons, or beside them."""
        self._line.setDirection(Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight)

    def show_day(self, day: DayInfo) -> None:
        """The day's title and summary; nothing to print on a day without sessions."""
        self._title.set_words(words.day_title(day))
        self._summary.set_words(words.day_summary(day))
        self._print.setEnabled(bool(day.sessions))

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._back.set_name(_("Day before"))
        self._on.set_name(_("Day after"))
        self._today.set_words(_("Today"), _("Show today"))
        self._print.set_words(_("Print day pack"))
        self.plan_button.set_words(_("Plan a session"))
        self.jump.retranslate()
