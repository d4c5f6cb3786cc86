"""Opening hours: for each weekday whether the centre is open, and from when to when."""

from __future__ import annotations

from datetime import time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QStackedLayout, QWidget

from groupwork.domain.centre import Hours
from groupwork.i18n import LONG_WEEKDAYS, _, current
from groupwork.ui import fonts
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.fields import TimeField
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column, row

USUAL = time(9), time(16)
WORKING_DAYS = range(5)


class _Day(QWidget):
    """One weekday: the box names it; closed, it says so instead of times."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.opens = QCheckBox()
        self.first, self.last = TimeField(USUAL[0]), TimeField(USUAL[1])
        self._dash, self._closed = Label("–", "text2", 14.5), Label("", "text2", 14)
        self._times = box(row(self.first, self._dash, self.last, None, gap=8))
        either = QWidget()
        self._shown = QStackedLayout(either)  # as wide as its widest: ticking a day moves nothing
        for part in (self._times, self._closed):
            self._shown.addWidget(part)
        self.setLayout(row(self.opens, either, None, gap=14))
        self.opens.toggled.connect(self._toggled)
        for field in (self.first, self.last):
            field.editingFinished.connect(self.changed)
        self.restyle()

    def restyle(self) -> None:
        """Font and width at the present text size."""
        self.opens.setFont(fonts.font(14.5))
        self.opens.setMinimumWidth(theme.size(136))
        self.setMinimumHeight(theme.size(48))  # the boxes of two days never touch

    def set_words(self, weekday: str) -> None:
        """The day's name, for the eye and for the ear."""
        self.opens.setText(weekday)
        self._closed.set_words(_("closed"))
        self.first.setAccessibleName(_("{day}, opens at").format(day=weekday))
        self.last.setAccessibleName(_("{day}, closes at").format(day=weekday))

    def show_span(self, span: tuple[time, time] | None) -> None:
        """What is set; None: closed. A field in which somebody types is left alone."""
        blocked = self.opens.blockSignals(True)
        self.opens.setChecked(span is not None)
        self.opens.blockSignals(blocked)
        for field, value in zip((self.first, self.last), span or USUAL, strict=True):
            if not field.hasFocus():
                field.set_value(value)
        self._shown.setCurrentIndex(0 if span is not None else 1)

    def span(self) -> tuple[time, time] | None:
        """What the fields say."""
        return (self.first.value(), self.last.value()) if self.opens.isChecked() else None

    def _toggled(self, on: bool) -> None:
        self._shown.setCurrentIndex(0 if on else 1)
        self.changed.emit()


class HoursField(QWidget):
    """Seven days. `changed` carries the hours as they stand now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.days = tuple(_Day() for _weekday in range(7))
        self._shown: Hours = {}
        self.same = Button("", "ghost", "copy", small=True)
        self.same.clicked.connect(self._same)
        self.setLayout(column(*self.days, row(self.same, None, margins=(-3, 2, 0, 0)), gap=0))
        for weekday, day in enumerate(self.days):
            day.changed.connect(partial(self._tell, weekday))
        self.retranslate()

    def retranslate(self) -> None:
        """Names of the days in the language in use."""
        for day, name in zip(self.days, LONG_WEEKDAYS[current().language], strict=True):
            day.set_words(name)
        self.same.set_words(_("Mon–Fri the same"), _("Monday to Friday get the hours of the first open day"))

    def show_hours(self, hours: Hours) -> None:
        """What is set."""
        self._shown = hours
        for weekday, day in enumerate(self.days):
            day.show_span(hours.get(weekday))

    def _same(self) -> None:
        spans = [day.span() for day in self.days[: len(WORKING_DAYS)]]
        span = next((each for each in spans if each is not None), USUAL)
        hours = {**self._shown, **dict.fromkeys(WORKING_DAYS, span)}
        if hours != dict(self._shown):
            self.changed.emit(hours)

    def _tell(self, weekday: int) -> None:
        """A day that opens now gets the hours of the open day before it."""
        day = self.days[weekday]
        before = [self._shown[each] for each in sorted(self._shown) if each < weekday]
        if day.opens.isChecked() and weekday not in self._shown and before:
            day.show_span(before[-1])
        spans = {number: each.span() for number, each in enumerate(self.days)}
        hours = {number: span for number, span in spans.items() if span is not None}
        if hours != dict(self._shown):
            self.changed.emit(hours)
