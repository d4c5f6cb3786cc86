"""How many are in the house: a button on Today that leads to everybody's day."""

from __future__ import annotations

from groupwork.i18n import _
from groupwork.operations.presence import here_now
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button


class HereButton(Button):
    """ "Here now: 14 of 18"; without anybody expected "Who is here"."""

    tables = frozenset({"day_presence", "agreed_day"})
    """What it shows beyond the sessions of the day."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__("", "secondary", "user-check")
        self._gate = gate
        self.clicked.connect(lambda: go(Place("presence", gate.today)))

    def count(self) -> None:
        """Count again and say it, in the language in use."""
        found = self._gate.ask(here_now)
        counts = found.counts if found is not None else None
        words = _("Who is here")
        if counts is not None and counts.everybody:
            words = _("Here now: {n} of {of}").format(n=counts.here, of=counts.everybody)
        self.set_words(words, _("{words}, show everybody").format(words=words))
