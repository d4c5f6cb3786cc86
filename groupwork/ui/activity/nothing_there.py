"""What stands in the library's place when nothing is there, or nothing was found."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance

from groupwork.i18n import _
from groupwork.ui.widgets.button import Button, Kind
from groupwork.ui.widgets.page import EmptyState


class NothingThere(EmptyState):
    """`new` and `from_examples` when their button was pressed; who may not plan has no button."""

    new = Signal()
    from_examples = Signal()

    def __init__(self, *, searched: bool, may: bool, examples: bool) -> None:
        super().__init__("search" if searched else "library")
        if searched:
            self.set_words(_("Nothing found"), _("No activity of the library has these words."))
        else:
            words = _("What your groups do stands here once, with its phases, tasks, materials and hazards.")
            self.set_words(_("No activities yet"), words)
        if may and searched:
            self._offer(_("Make this activity"), "plus", self.new, "secondary")
        elif may and not examples:
            self._offer(_("New activity"), "plus", self.new)
        elif may:
            self._offer(_("Choose from the examples"), "library", self.from_examples)

    def _offer(self, words: str, icon: str, wanted: SignalInstance, kind: Kind = "primary") -> None:
        button = self.add_button(Button(words, kind, icon))
        button.clicked.connect(lambda _on=False: wanted.emit())
