"""A person's follow-ups: an open one as on Today, the earlier ones with their story. Hidden without any."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.i18n import _
from groupwork.operations import follow_ups
from groupwork.operations.desk import Right
from groupwork.ui.follow_ups.cards import FollowUpCards
from groupwork.ui.follow_ups.closed import ClosedList
from groupwork.ui.gate import Gate
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column

TABLES = frozenset({"follow_up", "follow_up_call"})


class FollowUpPart(QWidget):
    """The open ones; `before`, to be put elsewhere, tells of the earlier ones. `show_person` reads once."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self._person: ParticipantId | None = None
        self._title = Label("", "text", 15.5, 700)
        self.cards, self.closed = FollowUpCards(gate, own=True), ClosedList(named=False)
        self.before = box(column(self._title, self.closed, gap=6))
        self.setLayout(column(self.cards, gap=0))
        self.hide()
        self.before.hide()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(_("Follow-ups before"))
        self.cards.retranslate()

    def show_person(self, person: ParticipantId) -> None:
        """Show this person's; one SELECT."""
        self._person = person
        found = self._gate.ask(follow_ups.follow_ups_of, person) or ()
        closed = [each for each in found if not each.open]
        waiting = [each for each in found if each.open]
        self.cards.show_follow_ups(waiting)
        self.closed.show_closed(closed)
        self._title.set_words(_("Follow-ups before"))
        self.before.setVisible(bool(closed))
        self.setVisible(bool(waiting))

    @property
    def may_begin(self) -> bool:
        """Whether one can be opened by hand: none is open, and the role may."""
        return self.isHidden() and not self._gate.read_only and self._gate.desk().may(Right.PEOPLE)

    def begin(self) -> None:
        """Open one by hand; then the first thing is to ring."""
        if self._person is None or self._gate.do(follow_ups.begin, self._person) is None:
            return
        self.show_person(self._person)
        first = self.cards.first()
        if first is not None:
            first.call.setFocus()
