"""Open incidents on Today: what is still to be done about them, the nearest day first."""

from __future__ import annotations

from functools import partial

from groupwork.domain.incidents import DueIncident
from groupwork.i18n import _, ngettext
from groupwork.operations import incidents
from groupwork.operations.desk import Right
from groupwork.ui.day.side_list import TaskRow
from groupwork.ui.gate import Gate
from groupwork.ui.models import incident_words as words
from groupwork.ui.place import Place
from groupwork.ui.view import Go
from groupwork.ui.widgets.card import Card, Separator

INCIDENT_TABLES = frozenset({"incident"})
SHOWN = 3


def incidents_card(gate: Gate, go: Go) -> Card | None:
    """A line for each open entry, without names; None when there is none, or for who may not see them."""
    found = (gate.ask(incidents.due) or ()) if gate.desk().may(Right.NOTES) else ()
    if not found:
        return None
    card = Card(pad=(0, 4, 0, 4), gap=0)
    for n, each in enumerate(found[:SHOWN]):
        if n:
            card.add(Separator(left=60, right=14))
        card.add(_line(each, gate, go))
    hidden = len(found) - SHOWN
    if hidden > 0:
        said = ngettext("{n} more open entry", "{n} more open entries", hidden).format(n=hidden)
        more = TaskRow("clipboard-list", "warn", said, _("Show all incidents"))
        more.clicked.connect(partial(go, Place("incidents")))
        card.add(Separator(left=60, right=14), more)
    return card


def _line(each: DueIncident, gate: Gate, go: Go) -> TaskRow:
    icon, tone = words.KIND_LOOKS[each.kind]
    second = words.due_words(each.to_do, each.to_do_by, gate.today)
    line = TaskRow(icon, tone, words.due_title(each), second)
    line.clicked.connect(partial(go, Place("incidents", part=str(each.incident))))
    return line
