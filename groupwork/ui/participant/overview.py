"""Overview: attendance, groups and stays at the left; what to know, strengths, contacts, consents right."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.domain.participants import Record
from groupwork.domain.person_history import AttendanceHistory
from groupwork.i18n import N_
from groupwork.ui.gate import Gate
from groupwork.ui.participant.attendance_card import AttendanceCard
from groupwork.ui.participant.consents import ConsentsCard
from groupwork.ui.participant.follow_up_part import FollowUpPart
from groupwork.ui.participant.groups_card import GroupsCard
from groupwork.ui.participant.kept_cards import KeptCards
from groupwork.ui.participant.lists import WORKING, AlertsCard, ContactsCard, StaysCard, TraitsCard
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go
from groupwork.ui.widgets.entry_card import EntryCard
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import Scroll

DRAFT = "person_entry"
SIDE = 330
NARROW = 820


class OverviewTab(QWidget):
    """Everything on it can be changed where it stands."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__()
        self._gate, self._go = gate, go
        self._person: ParticipantId | None = None
        self.attendance, self.groups = AttendanceCard(), GroupsCard()
        self.stays, self.alerts = StaysCard(gate, self.person), AlertsCard(gate, self.person)
        self.traits = TraitsCard(
            gate, self.person, WORKING, N_("Strengths and needs"), N_("Nothing written down yet.")
        )
        self.contacts, self.consents = ContactsCard(gate, self.person), ConsentsCard(gate, self.person)
        self.follow_ups = FollowUpPart(gate)
        before = self.follow_ups.before
        self._left = box(
            column(self.follow_ups, self.attendance, self.groups, self.stays, before, None, gap=12)
        )
        self._right = box(column(self.alerts, self.traits, self.contacts, self.consents, None, gap=12))
        self._body: Box = row((self._left, 1), self._right, gap=16)
        self._scroll = Scroll(box(column(self._body, None, gap=0, margins=(0, 0, 4, 16))))
        self.setLayout(column(self._scroll, gap=0))
        self.groups.opened.connect(lambda group: self._go(Place("group", group=group)))
        self.attendance.follow.clicked.connect(self.follow_ups.begin)
        self._kept = KeptCards(gate, DRAFT, self.cards())
        self._narrow: bool | None = None
        self.restyle()

    def person(self) -> ParticipantId | None:
        """Whose overview it is."""
        return self._person

    def cards(self) -> dict[str, EntryCard]:
        """The cards with entries, by name."""
        return {
            "alerts": self.alerts,
            "traits": self.traits,
            "contacts": self.contacts,
            "consents": self.consents,
            "stays": self.stays,
        }

    def unfinished(self) -> dict[str, Words]:
        """What is typed in the open forms."""
        return self._kept.begun(self._person) if self._person is not None else {}

    def take_up(self) -> None:
        """Words that were kept about this person go back into their forms, once."""
        if self._person is not None:
            self._kept.take_up(self._person)

    def restyle(self) -> None:
        """The side column's width at the present text size."""
        self._narrow = None
        self._arrange()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for card in (
            self.follow_ups,
            self.attendance,
            self.groups,
            self.stays,
            self.alerts,
            self.traits,
            self.contacts,
            self.consents,
        ):
            card.retranslate()

    def show_record(self, record: Record, history: AttendanceHistory | None, *, may: bool) -> None:
        """Show this person; entering another one shuts the forms that were open."""
        if record.profile.id != self._person:
            self._person = record.profile.id
            for card in self.cards().values():
                card.form.hide()
            self._scroll.verticalScrollBar().setValue(0)
        self.follow_ups.show_person(record.profile.id)
        self.attendance.follow.setVisible(may and self.follow_ups.may_begin)
        self.attendance.show_history(history, self._gate.signs())
        self.groups.show_groups(record.groups, self._gate.today)
        for card in (self.stays, self.alerts, self.traits, self.contacts, self.consents):
            card.show_record(record, may=may)

    def first_focus(self) -> QWidget:
        """The way to all attendance: the first thing on the page."""
        return self.attendance.more

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window one column, what to know first."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() / theme.scale < NARROW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        directions = Box.Direction
        self._body.setDirection(directions.BottomToTop if narrow else directions.LeftToRight)
        if narrow:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(16_777_215)
        else:
            self._right.setFixedWidth(theme.size(SIDE))
