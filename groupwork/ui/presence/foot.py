"""Below the grid: add somebody who was not expected, and let everybody who is still here leave."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.domain.presence_day import PresenceDay
from groupwork.i18n import _
from groupwork.ui.day.finder import Finder, Option
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.fields import TimeField
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, box, column, row


class Foot(QWidget):
    """A finder on the left, "everyone still here left at …" on the right."""

    added = Signal(int)
    """participant: somebody not expected came."""
    all_left = Signal(object)
    """time"""

    def __init__(self) -> None:
        super().__init__()
        self.finder = Finder("")
        self.finder.taken.connect(self._taken)
        self._words = Label("", "text2", 13.5)
        self.time = TimeField(time(16, 0))
        self.leave_button = Button("", "secondary", "log-out", small=True)
        self.leave_button.clicked.connect(lambda: self.all_left.emit(self.time.value()))
        self._add = box(row(Icon("user-plus", "accent", 18), (self.finder, 1), gap=8))
        self._leave = box(row((self._words, 1), self.time, self.leave_button, gap=8))
        self._line: Box = row((self._add, 1), 12, self._leave, gap=0)
        self.setLayout(column(self._line, gap=0))
        self.restyle()

    def restyle(self) -> None:
        """Widths at the present text size."""
        self.finder.setMinimumWidth(theme.size(180))

    def set_narrow(self, narrow: bool) -> None:
        """One below the other, or side by side."""
        self._line.setDirection(Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight)
        self._words.setWordWrap(narrow)

    def show_day(self, page: PresenceDay, *, can_record: bool) -> None:
        """Who can be added; leaving is of today only."""
        self.finder.set_options(
            tuple(Option(r.participant, r.name.full, f"{r.code} {r.name.native}") for r in page.others)
        )
        self._add.setVisible(can_record)
        self._leave.setVisible(can_record and page.date == page.now.date() and page.counts.here > 0)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.finder.setAccessibleName(_("Add somebody who was not expected"))
        self.finder.setPlaceholderText(_("Type a name to add somebody …"))
        self._words.set_words(_("Everyone still here left at"))
        self.time.setAccessibleName(_("Time of leaving"))
        self.leave_button.set_words(_("Save"), _("Save that everyone still here left"))

    def _taken(self, option: Option) -> None:
        self.finder.clear()
        self.added.emit(ParticipantId(option.id))
