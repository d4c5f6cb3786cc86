"""Go to a date: a button that opens a month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.layouts import row
from groupwork.ui.widgets.month import Month


class DateJump(QWidget):
    """A calendar button; the month closes when a day is chosen or with Esc."""

    chosen = Signal(object)
    """date"""

    def __init__(self) -> None:
        super().__init__()
        self._button = Button("", "secondary", "calendar", small=True)
        self._button.clicked.connect(self.open)
        self._month: Month | None = None
        self.setLayout(row(self._button, gap=0))

    def retranslate(self) -> None:
        """Words in the language in use."""
        self._button.set_name(_("Go to a date"))

    def open(self) -> None:
        """Show the month below the button."""
        if self._month is None:
            self._month = Month(self)
            self._month.chosen.connect(self._choose)
        self._month.open_at(self._month.selectedDate(), self)

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
