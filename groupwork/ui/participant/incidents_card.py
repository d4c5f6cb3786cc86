"""A person's own part in incidents: nothing that could name anybody else."""

from __future__ import annotations

from groupwork.domain.ids import IncidentId, ParticipantId
from groupwork.domain.incidents import OwnPart
from groupwork.i18n import _, current
from groupwork.operations import incidents
from groupwork.operations.desk import Right
from groupwork.ui.activity.uses import UseRow
from groupwork.ui.gate import Gate
from groupwork.ui.models import incident_words as words
from groupwork.ui.place import Place
from groupwork.ui.view import Go
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, clear, column


class IncidentsCard(Card):
    """Hidden while the person had no part in any, and for whoever may not see incidents."""

    tables = frozenset({"incident", "incident_person"})

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(pad=(10, 12, 8, 10), gap=2)
        self._gate, self._go = gate, go
        self._person: ParticipantId | None = None
        self.rows: list[UseRow] = []
        self._title = Label("", "text", 15.5, 700)
        self._title.setContentsMargins(8, 0, 8, 2)
        self._list: Box = column(gap=0)
        self.add(self._title, self._list)
        self.hide()
        self.retranslate()

    def show_person(self, person: ParticipantId) -> None:
        """Show another person's part."""
        self._person = person
        self.refresh()

    def refresh(self) -> None:
        """Read again. One SELECT."""
        may = self._person is not None and self._gate.desk().may(Right.NOTES)
        found = (self._gate.ask(incidents.incidents_of, self._person) or ()) if may and self._person else ()
        clear(self._list)
        self.rows = [self._row(each) for each in found]
        for line in self.rows:
            self._list.add(line)
        self.setVisible(bool(found))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(_("Incidents"))
        if self.rows:
            self.refresh()

    def _row(self, each: OwnPart) -> UseRow:
        at = f"{each.time:%H:%M}" if each.time is not None else ""
        when = ", ".join(part for part in (current().day(each.date, year=True), at) if part)
        below = " · ".join(part for part in (when, each.session_title) if part)
        line = UseRow(words.KIND_LOOKS[each.kind][0], words.own_words(each), below)
        line.clicked.connect(lambda _on=False, number=each.incident: self._open(number))
        return line

    def _open(self, number: IncidentId) -> None:
        self._go(Place("incidents", part=str(number)))
