"""The waiting lists a person is on: give them a place, or take them off; put them on another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from groupwork.domain.groups import GroupWait
from groupwork.domain.ids import WaitingId
from groupwork.i18n import N_, _
from groupwork.ui.participant import place_words as words
from groupwork.ui.participant.history_words import plain
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.entry_card import EntryCard
from groupwork.ui.widgets.entry_form import EntryForm, FormField
from groupwork.ui.widgets.fields import Choice, DateField, TextField
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import clear, column


class WaitingRow(QWidget):
    """One waiting list with its two ways out."""

    def __init__(self, wait: GroupWait, *, may: bool) -> None:
        super().__init__()
        name = plain(wait.name)
        said = words.waiting_below(wait)
        self.setAccessibleName(f"{name}, {said}")
        self.place = Button(_("Give a place"), "secondary", "user-check", small=True)
        self.place.set_name(_("Give a place in {group}").format(group=name))
        self.off = Button(_("Take off the list"), "ghost", small=True)
        self.off.set_name(_("Take off the list of {group}").format(group=name))
        buttons = Flow(self.place, self.off, gap=4)
        buttons.setVisible(may and wait.ended is None)
        title, about = Label(name, "text", 14, 500, wrap=True), Label(said, "text2", 13, wrap=True)
        self.setLayout(column(title, about, buttons, gap=3, margins=(0, 5, 0, 5)))


class WaitingCard(EntryCard):
    """`admit(id)` and `give_up(id)` are the page's; `save(None, values)` puts on a list."""

    def __init__(self, today: date) -> None:
        self.group, self.since, self.words = Choice(), DateField(today), TextField()
        fields = (
            FormField("group", N_("Group"), self.group),
            FormField("since", N_("Waiting since"), self.since),
            FormField("words", N_("Remark"), self.words),
        )
        super().__init__(
            N_("Waiting lists"),
            N_("Put on a waiting list"),
            N_("Waits for no place in a group."),
            EntryForm(fields),
        )
        self.admit: Callable[[WaitingId], object] = lambda _waiting: None
        self.give_up: Callable[[WaitingId], object] = lambda _waiting: None
        self.shown: list[WaitingRow] = []
        self._waits, self._past = column(gap=0), column(gap=2)
        self.above.add(self._waits)
        self.below.add(self._past)

    def show_waiting(self, waits: Sequence[GroupWait], *, may: bool) -> None:
        """Open ones with their buttons, ended ones quietly below."""
        clear(self._waits)
        clear(self._past)
        self.shown = []
        still = [wait for wait in waits if wait.ended is None]
        for wait in still:
            line = WaitingRow(wait, may=may)
            line.place.clicked.connect(lambda _on=False, number=wait.id: self.admit(number))
            line.off.clicked.connect(lambda _on=False, number=wait.id: self.give_up(number))
            self._waits.add(line)
            self.shown.append(line)
        for wait in waits:
            if wait.ended is not None:
                said = f"{plain(wait.name)}: {words.waiting_below(wait)}"
                self._past.add(Label(said, "text2", 13, wrap=True))
        self.show_entries((), {}, may=may)
        self._empty.setVisible(not still)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        super().retranslate()
        self.add_button.set_words(_("Put on a waiting list"))
