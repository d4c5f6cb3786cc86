"""The entries as a list: open ones under one heading, closed ones under another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import IncidentId
from groupwork.domain.incidents import Incident
from groupwork.i18n import _
from groupwork.ui.incidents.incident_row import IncidentRow
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.layouts import clear, column
from groupwork.ui.widgets.page import SectionHead


class IncidentList(QWidget):
    """`chosen` carries the IncidentId of a row."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[IncidentRow] = []
        self._list = column(gap=6)
        self.setLayout(self._list)

    def show_entries(self, entries: Sequence[Incident], chosen: IncidentId | None, today: date) -> None:
        """Show these; the chosen one is marked."""
        clear(self._list)
        self.rows = []
        still, closed = [e for e in entries if e.open], [e for e in entries if not e.open]
        for heading, found in ((_("Open entries"), still), (_("Closed entries"), closed)):
            if found:
                self._list.add(SectionHead(heading), self._card(found, chosen, today), 6)
        self._list.add(None)

    def row_of(self, number: IncidentId) -> IncidentRow | None:
        """The row of an entry."""
        return next((line for line in self.rows if line.incident.id == number), None)

    def _card(self, entries: Sequence[Incident], chosen: IncidentId | None, today: date) -> Card:
        card = Card(pad=(0, 4, 0, 4), gap=0)
        for each in entries:
            line = IncidentRow(each, today)
            line.setChecked(each.id == chosen)
            line.clicked.connect(lambda _on=False, number=each.id: self.chosen.emit(number))
            self.rows.append(line)
            card.add(line)
        return card
