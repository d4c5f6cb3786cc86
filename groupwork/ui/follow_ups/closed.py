"""Follow-ups that are over, newest first; each opens and tells its whole story."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.follow_ups import FollowUp
from groupwork.domain.ids import FollowUpId
from groupwork.i18n import _
from groupwork.ui.focus import focus_now
from groupwork.ui.follow_ups import words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.entry_row import Entry, EntryRow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row

SHOWN = 40
"""So many stand there at once; the others are on each person's page."""


class ClosedList(Card):
    """`opened` with a person's id. `named` False on a person's own page."""

    opened = Signal(object)

    def __init__(self, *, named: bool = True) -> None:
        super().__init__(pad=(12, 8, 12, 8), gap=2)
        self._named = named
        self._told: set[FollowUpId] = set()
        self._found: Sequence[FollowUp] = ()
        self._lines: list[EntryRow] = []

    def show_closed(self, found: Sequence[FollowUp]) -> None:
        """Show these; the ones that were unfolded stay so."""
        self._found = found
        clear(self.body)
        self._lines = []
        for each in found[:SHOWN]:
            line = EntryRow(self._entry(each), editable=True)
            line.setAccessibleName(_("Show: {what}").format(what=words.spoken(each, each.opened)))
            line.clicked.connect(partial(self._tell, each.id))
            self.add(line)
            self._lines.append(line)
            if each.id in self._told:
                self.add(self._story(each))

    def lines(self) -> list[EntryRow]:
        """The rows in their order."""
        return list(self._lines)

    def _entry(self, each: FollowUp) -> Entry:
        since, closed = words.since_words(each), words.closed_words(each)
        if self._named:
            return Entry(int(each.id), each.name.full, f"{since}; {closed}", icon="phone-call")
        return Entry(int(each.id), since, closed, icon="phone-call")

    def _tell(self, number: FollowUpId, _on: bool = False) -> None:
        self._told ^= {number}
        self.show_closed(self._found)
        for line in self.lines():
            if line.entry.key == int(number):
                focus_now(line)

    def _story(self, each: FollowUp) -> QWidget:
        story = column(gap=4, margins=(33, 0, 6, 8))
        story.add(Label(words.groups_words(each), "text2", 13, wrap=True, typed=True))
        for call in each.calls:
            story.add(Label(words.call_words(call), "text2", 13, wrap=True))
            if call.words:
                story.add(Label(call.words, "text", 13, wrap=True, typed=True))
        if each.words:
            story.add(Label(each.words, "text", 13.5, 500, wrap=True, typed=True))
        if self._named:
            person = Button(_("Open {name}").format(name=each.name.full), "ghost", small=True)
            person.clicked.connect(partial(self._open, each))
            story.add(row(person, None))
        return box(story)

    def _open(self, each: FollowUp, _on: bool = False) -> None:
        self.opened.emit(each.participant)
