"""Notes still to sign and to write, as lines on Today that lead to them."""

from __future__ import annotations

from groupwork.i18n import _, ngettext
from groupwork.operations import note_lists
from groupwork.operations.desk import Right
from groupwork.operations.notes import MISSING_DAYS
from groupwork.ui.day.side_list import TaskRow
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.view import Go
from groupwork.ui.widgets.card import Card, Separator

NOTE_TABLES = frozenset({"note"})
"""What it shows beyond the sessions of the day."""


def notes_card(gate: Gate, go: Go) -> Card | None:
    """One line for each of the two; None while there is nothing, or for whoever may not see notes."""
    counts = gate.ask(note_lists.counts) if gate.desk().may(Right.NOTES) else None
    if counts is None or not (counts.unsigned or counts.missing):
        return None
    card = Card(pad=(0, 4, 0, 4), gap=0)
    if counts.unsigned:
        text = ngettext("{n} note to sign", "{n} notes to sign", counts.unsigned)
        card.add(_line("notebook-pen", text.format(n=counts.unsigned), _("Read, sign, next"), go))
    if counts.unsigned and counts.missing:
        card.add(Separator(left=60, right=14))
    if counts.missing:
        text = ngettext("{n} group note missing", "{n} group notes missing", counts.missing)
        said = _("Held in the last {n} days").format(n=MISSING_DAYS)
        card.add(_line("file-plus", text.format(n=counts.missing), said, go))
    return card


def _line(icon: str, title: str, second: str, go: Go) -> TaskRow:
    line = TaskRow(icon, "warn", title, second)
    line.clicked.connect(lambda: go(Place("notes")))
    return line
