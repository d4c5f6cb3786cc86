"""What filling the blanks as in the session before would set, said before it is done."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from groupwork.domain.like_last import LikeLast
from groupwork.domain.register import Register
from groupwork.i18n import _, current, ngettext
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label

NAMED = 4
"""So many people who stay blank are named."""


class LikeBar(Card):
    """A sentence, "Fill in" and Cancel; `wanted` when it is to be done."""

    wanted = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__(pad=(16, 12, 12, 10), gap=6)
        self._words = Label("", "text", 14, wrap=True, typed=True)
        self.fill_button, self.cancel_button = (
            Button("", "primary", small=True),
            Button("", "ghost", small=True),
        )
        self.add(self._words, Flow(self.fill_button, self.cancel_button, gap=4))
        self.fill_button.clicked.connect(self.wanted)
        self.cancel_button.clicked.connect(self.given_up)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Words in the language in use; a preview that stands there goes."""
        self.fill_button.set_words(_("Fill in"))
        self.cancel_button.set_words(_("Cancel"))

    def text(self) -> str:
        """The preview."""
        return self._words.text()

    def ask(self, found: LikeLast, register: Register) -> None:
        """Show what would be set, the button ready to be pressed."""
        self._words.set_words(preview(found, register))
        self.fill_button.setEnabled(bool(found.marks))
        self.show()
        (self.fill_button if found.marks else self.cancel_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)


def preview(found: LikeLast, register: Register) -> str:
    """ "As on Mon 5 Oct: 9 present, 1 hospital. Blank stay: Moira Tattersley, João Valdevez"."""
    day = current().day(found.date)
    names = {row.participant: row.name.full for row in register.rows}
    counts = Counter(mark.status for mark in found.marks.values() if mark.status is not None)
    label = register.signs.label if register.signs is not None else None
    said = [f"{n} {label(status, _) if label else status.value}" for status, n in sorted(counts.items())]
    text = _("As on {day}: {marks}.").format(day=day, marks=", ".join(said))
    if not said:
        text = _("On {day} there was nothing that fills a blank of today.").format(day=day)
    if not found.blank:
        return text
    blank = [names[person] for person in found.blank if person in names]
    shown = ", ".join(blank[:NAMED])
    more = len(blank) - NAMED
    if more > 0:
        shown = ngettext("{names} and {n} more", "{names} and {n} more", more).format(names=shown, n=more)
    still = _("Still blank: {names}.").format(names=shown)  # in braces the words would not be collected
    return f"{text} {still}"
