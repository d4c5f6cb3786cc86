"""The telephone rings: a button on Today that leads to who is away, ready for a name."""

from __future__ import annotations

from groupwork.i18n import _
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button


class AwayButton(Button):
    """ "Phone: who is away?"; for who may not enter it, the list alone."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__("", "secondary", "phone-call")
        self._gate = gate
        self.clicked.connect(lambda: go(Place("absences", gate.today)))
        self.retranslate()

    def retranslate(self) -> None:
        """The words in the language in use."""
        may = self._gate.desk().may(Right.RECORD)
        self.set_words(_("Phone: who is away?") if may else _("Who is away"))
