"""The card of the list: table, strip for several, and what stands there when nobody is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QStackedWidget

from groupwork.domain.attendance import Mark
from groupwork.domain.ids import ParticipantId
from groupwork.domain.participants import PersonLine
from groupwork.domain.signs import Signs
from groupwork.i18n import _
from groupwork.ui.models.participants import PeopleModel
from groupwork.ui.participants.bulk import BulkStrip
from groupwork.ui.participants.table import PeopleTable
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.page import EmptyState


class ListCard(Card):
    """One of: the list, nobody at all, nobody found, or not open to this sign-in."""

    def __init__(self, today: date) -> None:
        super().__init__(pad=(0, 4, 0, 2), gap=0)
        self.model = PeopleModel()
        self.table, self.strip = PeopleTable(self.model), BulkStrip(today)
        self._rule = Separator("line")
        self._nobody, self._not_found = EmptyState("user-round"), EmptyState("search")
        self._closed = EmptyState("lock-keyhole", role="text2")
        self.add_first = self._nobody.add_button(Button("", "primary", "user-plus"))
        self.import_first = self._nobody.add_button(Button("", "ghost", "upload"))
        self.show_all = self._not_found.add_button(Button("", "secondary"))
        self._pages = QStackedWidget()
        for page in (self.table, self._nobody, self._not_found, self._closed):
            self._pages.addWidget(page)
        self.add((self._pages, 1), self._rule, self.strip)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._nobody.set_words(
            _("Nobody is here yet"), _("Add the first person, or take everybody over from a spreadsheet.")
        )
        self._not_found.set_words(_("Nobody found"), _("No one answers to what is typed and chosen above."))
        self._closed.set_words(
            _("People's records are not open to you"),
            _("Your sign-in may not open people's records. Ask a lead of your centre."),
        )
        self.add_first.set_words(_("Add the first person"))
        self.import_first.set_words(_("Import a spreadsheet"))
        self.show_all.set_words(_("Show everybody"))
        self.table.setAccessibleName(_("People"))
        self.strip.retranslate()

    def show_people(
        self,
        lines: tuple[PersonLine, ...],
        marks: Mapping[ParticipantId, tuple[Mark, ...]],
        today: date,
        at: ParticipantId | None,
        signs: Signs,
    ) -> None:
        """These people with the centre's signs, and the cursor on one of them when it is there."""
        self.model.signs = signs
        self.model.show(lines, marks, today)
        row = self.model.row_of(at)
        if row >= 0:
            self.table.go(row)

    def show_state(self, *, open_: bool, anybody: bool, may_add: bool) -> None:
        """What stands in the card: the list, or why there is none."""
        state = 3 if not open_ else 1 if not anybody else 0 if self.model.lines else 2
        self._pages.setCurrentIndex(state)
        for widget in (self.strip, self._rule):
            widget.setVisible(open_ and anybody)
        for button in (self.add_first, self.import_first):
            button.setVisible(may_add)
