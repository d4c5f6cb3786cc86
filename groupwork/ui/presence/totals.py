"""How many are where, as chips above the grid."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.domain.presence_day import PresenceDay
from groupwork.i18n import _, ngettext
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.layouts import column


class Totals(QWidget):
    """ "here now 14 · left 3 · not yet 5 · away 2", and who perhaps left."""

    def __init__(self) -> None:
        super().__init__()
        self._chips = Flow(gap=6)
        self.setLayout(column(self._chips, gap=0))

    def show_day(self, page: PresenceDay) -> None:
        """The counts of a day."""
        self._chips.clear()
        chips = [Chip(words, tone, icon) for words, tone, icon in _lines(page)]
        self._chips.add(*chips)
        self.setAccessibleName(", ".join(chip.text() for chip in chips))

    def text(self) -> str:
        """All of it in one line."""
        return self.accessibleName()


def _lines(page: PresenceDay) -> list[tuple[str, str, str]]:
    counts = page.counts
    if page.past:
        lines = [
            (_("came {n}").format(n=counts.here + counts.left), "good", "user-check"),
            (_("away {n}").format(n=counts.away), "info", "user-x"),
            (_("not recorded {n}").format(n=counts.not_yet), "neutral", "circle"),
        ]
    else:
        lines = [
            (_("here now {n}").format(n=counts.here), "good", "circle-check"),
            (_("left {n}").format(n=counts.left), "neutral", "log-out"),
            (_("not yet {n}").format(n=counts.not_yet), "neutral", "circle"),
            (_("away {n}").format(n=counts.away), "info", "user-x"),
        ]
        if counts.perhaps_left:
            words = _("{n} perhaps left, counted as here").format(n=counts.perhaps_left)
            lines.append((words, "warn", "circle-help"))
    if counts.prefilled:
        text = ngettext("{n} suggestion to confirm", "{n} suggestions to confirm", counts.prefilled)
        lines.append((text.format(n=counts.prefilled), "neutral", "clock"))
    return lines
