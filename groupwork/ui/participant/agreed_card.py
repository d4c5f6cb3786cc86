"""The weekdays agreed with a person: ticked and agreed from a day on; what was agreed before stays below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from groupwork.domain.agreed_days import AgreedDays
from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.ui.participant import place_words as words
from groupwork.ui.participant.weekday_picker import WeekdayPicker
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.fields import DateField
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import Refusal


class AgreedCard(Card):
    """`save(weekdays, from)` is the page's; it raises UserError. Other days than before ask from when."""

    def __init__(self, today: date) -> None:
        super().__init__(pad=(17, 13, 13, 13), gap=8)
        self.save: Callable[[frozenset[int], date], object] = lambda _days, _first: None
        self._agreed, self._today = AgreedDays(), today
        self._title, self._since = Label("", "text", 15.5, 700), Label("", "text2", 13, wrap=True)
        self.picker, self.first = WeekdayPicker(), DateField(self._today)
        self.agree, self.cancel = Button("", "secondary", small=True), Button("", "ghost", small=True)
        self._from, self.refusal, self._history = Label("", "text", 13.5, 600), Refusal(), column(gap=3)
        self._from.setBuddy(self.first)
        buttons = Flow(self.agree, self.cancel, gap=4)
        self._change = box(column(self._from, self.first, self.refusal, buttons, gap=6))
        self.add(row((self._title, 1)), self._since, self.picker, self._change, self._history)
        self.picker.changed.connect(self._ticked)
        self.agree.clicked.connect(self._save)
        self.cancel.clicked.connect(self.give_up)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(_("Agreed days"))
        self._from.set_words(_("Agreed from"))
        self.first.setAccessibleName(_("Agreed from"))
        self.agree.set_words(_("Agree these days"))
        self.cancel.set_words(_("Cancel"))
        self.picker.retranslate()
        self.first.retranslate()

    def show_agreed(self, agreed: AgreedDays, today: date, *, may: bool) -> None:
        """What holds today, ticked; the rest in words. While the same holds, other days ticked stay so."""
        same = (agreed, today) == (self._agreed, self._today)
        self._agreed, self._today = agreed, today
        self.picker.set_editable(may)
        if self._change.isHidden() or not same:
            self.give_up()
        clear(self._history)
        for line in words.agreed_history(agreed, today):
            self._history.add(Label(line, "text2", 13, wrap=True))

    def begun(self) -> Words:
        """Other days ticked and not agreed yet, for a draft; empty for none."""
        if self._change.isHidden():
            return {}
        return {"days": sorted(self.picker.value()), "first": self.first.value().isoformat()}

    def take(self, kept: Words) -> None:
        """Tick again what `begun` gave."""
        self.picker.set_value(frozenset(kept.get("days", ())))
        self.first.set_value(date.fromisoformat(str(kept["first"])))
        self._ticked()

    def give_up(self) -> None:
        """Tick again what holds today."""
        self.picker.set_value(self._agreed.on(self._today))
        self.first.set_value(self._today)
        self.refusal.say("")
        self._change.hide()
        since = words.agreed_since(self._agreed, self._today)
        self._since.set_words(since or _("No days are agreed."))

    def _ticked(self) -> None:
        self._change.setVisible(self.picker.value() != self._agreed.on(self._today))

    def _save(self) -> None:
        self.refusal.say("")
        try:
            self.save(self.picker.value(), self.first.value())
        except UserError as error:
            self.refusal.say(say(error))
            return
        self.picker.days[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter agrees, Esc gives up."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._change.isVisible():
            self._save()
        elif event.key() == Qt.Key.Key_Escape and self._change.isVisible():
            self.give_up()
            self.picker.days[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
