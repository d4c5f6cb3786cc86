"""Says that coming sessions still have the earlier tasks, and brings them up to date in one step."""

from __future__ import annotations

from PySide6.QtCore import Signal

from groupwork.i18n import ngettext
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.flow import FlowLayout
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import box, column, row


class BehindBar(Card):
    """`wanted` when the coming sessions are to get the tasks too; hidden while none is behind."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(fill="info_soft", line="", radius=10, pad=(12, 8, 10, 8), gap=8)
        self._words = Label("", "info_ink", 13.5, 500, wrap=True)
        self.renew = Button("", "secondary", "calendar-check", small=True)
        buttons = FlowLayout(6)
        buttons.addWidget(self.renew)
        self.add(row(Icon("info", "info_ink", 16), (column(self._words, box(buttons), gap=4), 1), gap=8))
        self.renew.clicked.connect(self.wanted)
        self.hide()

    def show_behind(self, sessions: int, *, editable: bool) -> None:
        """So many coming sessions without results have other tasks."""
        words = ngettext(
            "{n} coming session without results still has the earlier tasks.",
            "{n} coming sessions without results still have the earlier tasks.",
            sessions,
        )
        self._words.set_words(words.format(n=sessions))
        button = ngettext("Also in this session", "Also in these {n} sessions", sessions)
        self.renew.set_words(button.format(n=sessions))
        self.setVisible(editable and sessions > 0)
