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
from groupwork.ui.view import Go
from groupwork.ui.widgets.page import SectionHead


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
        """Every word in the language in use; an open form would keep old ones."""
        words = (_("Terms"), _("Closures and public holidays"))
        for head, text in zip(self._heads, words, strict=True):
            head.set_words(text)
        for each in (self.terms, self.closures):
            each.close_form()
            each.retranslate()

    def refresh(self) -> None:
        """Show both lists; a longer term offers to plan the groups up to its end."""
        self.terms.refresh()
        self.ahead.show_ahead(self.gate.ask(group_ahead.ahead), self.may())
        self.closures.refresh()

    def enter(self) -> None:
        """No form is open."""
        self.leave()
        super().enter()

    def leave(self) -> None:
        """Close the forms."""
        self.terms.close_form()
        self.closures.close_form()

    def first_focus(self) -> QWidget | None:
        """The way to the public holidays, else to a closure."""
        return self.closures.holidays
