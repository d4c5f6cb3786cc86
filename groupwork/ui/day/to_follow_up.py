"""Who is to be followed up: the cards on Today."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.i18n import _, ngettext
from groupwork.operations import follow_ups
from groupwork.operations.desk import Right
from groupwork.ui.follow_ups.cards import FollowUpCards
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.layouts import column, row
from groupwork.ui.widgets.page import SectionHead

SHOWN = 3


class ToFollowUp(QWidget):
    """A part of Today that outlives its refreshes, so that a call half written down stays.

    Hidden while there is nobody, and for a role that may not open records. One SELECT.
    """

    tables = frozenset({"follow_up", "follow_up_call", "contact"})
    """What it shows beyond the sessions of the day."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__()
        self._gate, self._go = gate, go
        self._head = SectionHead()
        self.cards = FollowUpCards(gate, limit=SHOWN, short=True)
        self.more = Button("", "ghost", after="chevron-right", small=True)
        self.setLayout(column(row(self._head, None, self.more), self.cards, gap=6, margins=(0, 0, 0, 4)))
        self.cards.opened.connect(lambda person: go(Place("participant", participant=person)))
        self.more.clicked.connect(lambda: go(Place("followups")))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._head.set_words(_("To follow up"))
        self.cards.retranslate()

    def refresh(self) -> None:
        """Read again and show, in the language in use."""
        may = self._gate.desk().may(Right.RECORDS)
        found = (self._gate.ask(follow_ups.open_follow_ups) or ()) if may else ()
        self.cards.show_follow_ups(found)
        hidden = len(found) - SHOWN
        words = ngettext("{n} more", "{n} more", hidden).format(n=hidden) if hidden > 0 else _("Show all")
        self.more.set_words(words)
        self.more.set_name(_("{words}, follow-ups").format(words=words))
        self.setVisible(bool(found))
        self.cards.take_up()
