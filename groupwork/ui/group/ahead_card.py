"""The offer to plan the groups further ahead when a term begins or little is left."""

from __future__ import annotations

from PySide6.QtCore import Signal

from groupwork.i18n import current, ngettext
from groupwork.operations.group_ahead import Ahead
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Icon, Label


class AheadCard(Card):
    """Hidden while everything is planned. `wanted` when it is to be done."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(fill="info_soft", line="", radius=10, pad=(14, 9, 12, 9), gap=10, across=True)
        self._words = Label("", "info_ink", 13.5, 500, wrap=True)
        self.plan = Button("", "secondary", "calendar-plus", small=True)
        self.plan.clicked.connect(self.wanted)
        self.add(Icon("calendar-days", "info_ink", 18), (self._words, 1), self.plan)
        self.hide()

    def show_ahead(self, ahead: Ahead | None, may: bool) -> None:
        """Offer it when something is missing and the person may plan."""
        self.setVisible(bool(ahead and ahead.sessions and may))
        if ahead is None:
            return
        day = current().day(ahead.until, year=True)
        text = ngettext(
            "{n} group is not planned up to {day} yet.",
            "{n} groups are not planned up to {day} yet.",
            ahead.groups,
        )
        self._words.set_words(text.format(n=ahead.groups, day=day))
        button = ngettext("Plan {n} session", "Plan {n} sessions", ahead.sessions)
        self.plan.set_words(button.format(n=ahead.sessions))
