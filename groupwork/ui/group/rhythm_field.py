"""How often a group meets: every week, every few weeks, or once a month on the nth such weekday."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.groups import Rhythm
from groupwork.domain.series import nth_of
from groupwork.i18n import WEEKDAYS, _, current, ngettext
from groupwork.ui.group.words import NTH_LABELS, weekday
from groupwork.ui.theme import theme
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.fields import Choice
from groupwork.ui.widgets.layouts import column, row

WEEKLY, FEW_WEEKS, MONTHLY = range(3)
MOST_WEEKS = 8
WIDTH = 150
WORKING_DAYS = range(5)


class RhythmField(QWidget):
    """`changed` after each change. Without a weekday of its own it has buttons for one and
    goes with the first day; Saturday and Sunday only among `open_days`.
    """

    changed = Signal()

    chosen_day = Signal(int)
    """The weekday of a new group was chosen, Monday is 0: its first day follows."""

    def __init__(self, *, own_weekday: bool, open_days: Collection[int] = ()) -> None:
        super().__init__()
        self._days = sorted({*WORKING_DAYS, *open_days})
        self._weekday = 0
        names = [WEEKDAYS[current().language][number] for number in self._days]
        self.day_buttons = Segments(names, _("Weekday"), small=True)
        self.day_buttons.chosen.connect(self._on_day)
        words = (_("Every week"), _("Every few weeks"), _("Once a month"))
        self.kind = Segments(words, _("How often"), small=True)
        self.day, self.weeks, self.nth = Choice(_("Weekday")), Choice(_("Every how many weeks")), Choice()
        self.nth.setAccessibleName(_("Which weekday of the month"))
        self.day.set_options([(number, weekday(number)) for number in range(7)])
        self.weeks.set_options([(n, _weeks(n)) for n in range(2, MOST_WEEKS + 1)])
        self.nth.set_options([(nth, _(label)) for nth, label in NTH_LABELS.items()])
        self._own_weekday = own_weekday
        self._nth_chosen = False
        for choice in (self.day, self.weeks, self.nth):
            choice.setFixedWidth(theme.size(WIDTH))
            choice.picked.connect(lambda _value: self.changed.emit())
        self.nth.picked.connect(self._on_nth)
        self.kind.chosen.connect(self._on_kind)
        days = row(self.day_buttons, self.day, None, gap=0)
        self.setLayout(column(days, row(self.kind, self.weeks, self.nth, None, gap=8), gap=6))
        # only now: without a parent a widget that is shown is a window of its own
        self.day_buttons.setVisible(not own_weekday)
        self.day.setVisible(own_weekday)
        self.setFocusProxy(self.kind)
        self._arrange()

    def show_rhythm(self, rhythm: Rhythm) -> None:
        """Show a rhythm without telling anyone."""
        self.day.choose(rhythm.weekday)
        self.weeks.choose(max(2, rhythm.every_weeks))
        if rhythm.nth is not None:
            self.nth.choose(rhythm.nth)
            self._nth_chosen = True
        few = FEW_WEEKS if rhythm.every_weeks > 1 else WEEKLY
        self.kind.select(MONTHLY if rhythm.nth is not None else few)
        self._arrange()

    def follow(self, first: date) -> None:
        """The first day changed: its weekday is the group's, its place in the month the usual one."""
        if not self._own_weekday:
            self._weekday = first.weekday()
            self.day_buttons.select(self._days.index(self._weekday) if self._weekday in self._days else None)
            if not self._nth_chosen:
                self.nth.choose(nth_of(first))

    def weekday(self) -> int:
        """The weekday, Monday is 0."""
        value = self.day.value() if self._own_weekday else self._weekday
        return value if isinstance(value, int) else 0

    def every_weeks(self) -> int:
        """Every so many weeks; 1 when it is weekly or monthly."""
        value = self.weeks.value()
        return value if self.kind.current() == FEW_WEEKS and isinstance(value, int) else 1

    def which(self) -> int | None:
        """The nth such weekday of the month (-1: the last), or None when it goes by weeks."""
        value = self.nth.value()
        return value if self.kind.current() == MONTHLY and isinstance(value, int) else None

    def _on_day(self, index: int) -> None:
        self._weekday = self._days[index]
        self.chosen_day.emit(self._weekday)

    def _on_nth(self, _value: object) -> None:
        self._nth_chosen = True

    def _on_kind(self, _index: int) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        self.weeks.setVisible(self.kind.current() == FEW_WEEKS)
        self.nth.setVisible(self.kind.current() == MONTHLY)


def _weeks(n: int) -> str:
    return ngettext("every {n} week", "every {n} weeks", n).format(n=n)
