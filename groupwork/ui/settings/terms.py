"""Terms and closures: when the centre works, when it is closed, and the public holidays of its region."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.operations import group_ahead
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.group.ahead_card import AheadCard
from groupwork.ui.settings.closure_list import ClosureList
from groupwork.ui.settings.part import SettingsPart
from groupwork.ui.settings.term_list import TermList
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go
from groupwork.ui.widgets.page import SectionHead

KINDS = ("term", "closure")
"""Under which the open forms of both lists are kept; "closure" is also that of the public holidays."""


class TermsPart(SettingsPart):
    """Two lists with their forms."""

    tables = frozenset({"setting", "closure", "session", "room", "activity", "group_", "group_gap"})
    right = Right.PLAN

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(gate, go)
        self.terms, self.closures = TermList(gate), ClosureList(gate)
        self._heads = (SectionHead(), SectionHead())
        first, second = self._heads
        self.ahead = AheadCard()
        self.ahead.wanted.connect(lambda: self.gate.do(group_ahead.extend))
        self.page.add(first, self.terms, self.ahead, 12, second, self.closures, None)

    def retranslate(self) -> None:
        """Every word in the language in use; an open form would keep old ones and is made anew."""
        kept = self.unfinished()
        words = (_("Terms"), _("Closures and public holidays"))
        for head, text in zip(self._heads, words, strict=True):
            head.set_words(text)
        for each in (self.terms, self.closures):
            each.close_form()
            each.retranslate()
        if kept:
            self.refresh()
            self._take(kept)

    def refresh(self) -> None:
        """Show both lists; a longer term offers to plan the groups up to its end."""
        self.terms.refresh()
        self.ahead.show_ahead(self.gate.ask(group_ahead.ahead), self.may())
        self.closures.refresh()

    def enter(self) -> None:
        """No form is open but those with words that were kept."""
        self.leave()
        super().enter()
        if self.may():
            self._take({kind: words for kind in KINDS if (words := self.gate.unfinished.of(kind))})
            for kind in KINDS:
                self.gate.unfinished.drop(kind)

    def unfinished(self) -> dict[str, Words]:
        """What is typed in the open forms."""
        found = zip(KINDS, (self.terms.begun(), self.closures.begun()), strict=True)
        return {kind: words for kind, words in found if words}

    def _take(self, kept: dict[str, Words]) -> None:
        for kind, each in zip(KINDS, (self.terms, self.closures), strict=True):
            if kind in kept:
                each.take(kept[kind])

    def leave(self) -> None:
        """Keep what is typed, and close the forms."""
        self.gate.unfinished.keep(self.unfinished())
        self.terms.close_form()
        self.closures.close_form()

    def first_focus(self) -> QWidget | None:
        """A form that is open again, else the way to the public holidays."""
        form = self.terms.form or self.closures.form
        return form.first_field() if form is not None else self.closures.holidays
