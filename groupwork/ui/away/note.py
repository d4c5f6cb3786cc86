"""What an absence left as it was: marks somebody had entered, earlier absences on the same days."""

from __future__ import annotations

from groupwork.domain.signs import Signs
from groupwork.i18n import _
from groupwork.operations.absences import Planned
from groupwork.ui.accessibility import announce
from groupwork.ui.away import words
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Label


class AwayNote(Card):
    """Hidden while there is nothing to point out."""

    def __init__(self) -> None:
        super().__init__(fill="info_soft", line="", radius=10, pad=(16, 11, 16, 11))
        self._words = Label("", "info_ink", 13.5, 500, wrap=True, typed=True)
        self.add(self._words)
        self.hide()

    def tell(self, planned: Planned, signs: Signs) -> None:
        """Point out what stays; nothing hides it."""
        said = []
        if planned.kept:
            said.append(_("Left as they were entered:"))
            said += [words.kept_words(mark, signs) for mark in planned.kept]
        for other in planned.others:
            text = _("{name} was known to be away already, {when}: on those days the earlier entry counts.")
            said.append(text.format(name=other.name.called, when=words.span_words(other.span)))
        self._words.set_words("\n".join(said))
        self.setVisible(bool(said))
        if said:
            announce(self, " ".join(said))

    def text(self) -> str:
        """What it says."""
        return self._words.text()
