"""Today's reminder while no recovery sheet is on paper."""

from __future__ import annotations

from collections.abc import Callable

from groupwork.i18n import _
from groupwork.operations import recovery
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import box, column, row


class RecoveryCard(Card):
    """What is missing, why it matters, and the way to it."""

    def __init__(self, go: Callable[[Place], None], *, made: bool) -> None:
        super().__init__(fill="warn_soft", line="", pad=(16, 12, 16, 8), gap=4)
        title = _("Recovery sheet not confirmed yet") if made else _("Recovery sheet not printed yet")
        about = _("Without it a forgotten passphrase means that the data is lost.")
        self.button = Button(_("Confirm it") if made else _("Print it"), "secondary", "printer", small=True)
        self.button.clicked.connect(lambda: go(Place("recovery")))
        head = row(
            Icon("key-round", "warn_ink", 18), (Label(title, "warn_ink", 14, 600, wrap=True), 1), gap=10
        )
        words = Label(about, "warn_ink", 13, wrap=True)
        self.add(head, box(column(words, row(self.button, None, margins=(-3, 0, 0, 0)), gap=4)))


def recovery_card(gate: Gate, go: Callable[[Place], None]) -> RecoveryCard | None:
    """The card when this sign-in should be reminded, else None."""
    state = gate.ask(recovery.sheet_state)
    if state is None or not state.wanted or gate.file.store.read_only:
        return None
    return RecoveryCard(go, made=state.made is not None)
