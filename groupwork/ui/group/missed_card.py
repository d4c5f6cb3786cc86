"""The offer after joining with a past day: put them on the registers that were taken since."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from groupwork.domain.groups import PastRegister
from groupwork.i18n import _, current, ngettext
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import column, row

MOST_DAYS = 6


class MissedCard(Card):
    """Hidden without an offer. `wanted` carries the registers when they are to be changed, `left` if not."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(fill="warn_soft", line="", radius=10, pad=(14, 10, 14, 8), gap=6)
        self._past: tuple[PastRegister, ...] = ()
        self._words = Label("", "warn_ink", 13.5, 500, wrap=True)
        self.add_them = Button("", "secondary", "list-checks", small=True)
        self.leave = Button("", "ghost", small=True)
        head = row(Icon("list-checks", "warn_ink", 18), (self._words, 1), gap=10)
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add(head, column(Flow(self.add_them, self.leave, gap=4), margins=(-3, 0, 0, 0)))
        self.add_them.clicked.connect(lambda: self.wanted.emit(self._past))
        self.leave.clicked.connect(self.left)
        self.hide()

    def offer(self, past: tuple[PastRegister, ...]) -> None:
        """Name the registers; nothing hides the card."""
        self._past = past
        days = list(dict.fromkeys(current().day(each.date) for each in past))
        shown = ", ".join(days[:MOST_DAYS]) + (" …" if len(days) > MOST_DAYS else "")
        text = ngettext(
            "{n} register since then was taken without them: {days}. It stays as it is unless you add them.",
            "{n} registers since then were taken without them: {days}. They stay as they are "
            "unless you add them.",
            len(past),
        )
        self._words.set_words(text.format(n=len(past), days=shown))
        button = ngettext("Add to {n} register", "Add to these {n} registers", len(past))
        self.add_them.set_words(button.format(n=len(past)))
        self.leave.set_words(_("Leave as it is"))
        self.setVisible(bool(past))
