"""One follow-up: who, since when, in which groups, whom to call, what was tried; and its forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.follow_ups import FollowUp
from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.operations import follow_ups
from groupwork.operations.desk import Right
from groupwork.ui.follow_ups import words
from groupwork.ui.follow_ups.forms import CallForm, CloseForm, FollowUpForm, PlanForm
from groupwork.ui.gate import Gate
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.chip import Avatar, Chip
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row

LAST_CALLS = 2
"""So many tries stand on a short card, the newest last."""


class FollowUpCard(Card):
    """`opened` with a person's id. A form that is open stays open while the card is shown again.

    `short`: only the last tries are shown, for a narrow column; `own`: it stands on the person's page.
    """

    opened = Signal(object)

    def __init__(self, gate: Gate, *, short: bool = False, own: bool = False) -> None:
        super().__init__(pad=(16, 13, 14, 12), gap=7)
        self._gate, self._short, self._own = gate, short, own
        self.found: FollowUp | None = None
        self.call = Button("", "secondary", "phone-call", small=True)
        self.plan, self.shut = Button("", "ghost", small=True), Button("", "ghost", small=True)
        self.call_form, self.close_form = CallForm(), CloseForm()
        self.plan_form = PlanForm(lambda: gate.ask(follow_ups.callers) or ())
        self._facts: Box = column(gap=6)
        self._buttons = Flow(self.call, self.plan, self.shut, gap=4)
        self.add(self._facts, self._buttons, *self.forms())
        starts = zip((self.call, self.plan, self.shut), self.forms(), strict=True)
        for button, form in starts:
            button.clicked.connect(self._starter(form))
            form.wanted.connect(self._saver(form))
            form.left.connect(self._leaver(form, button))
        self.retranslate()

    def forms(self) -> tuple[FollowUpForm, ...]:
        """Its forms: a try, who and when, the end."""
        return (self.call_form, self.plan_form, self.close_form)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.call.set_words(_("Log a call"))
        self.plan.set_words(_("Who and when"))
        self.shut.set_words(_("Finish"))
        for form in self.forms():
            form.retranslate()
        if self.found is not None:
            self.show_follow_up(self.found)

    def show_follow_up(self, found: FollowUp) -> None:
        """Show this one; for a role that may not write without buttons."""
        self.found = found
        today, name = self._gate.today, found.name.full
        self.setAccessibleName(words.spoken(found, today))
        self.call.set_name(_("Log a call to {name}").format(name=name))
        self.plan.set_name(_("Who sees to {name}, and when").format(name=name))
        self.shut.set_name(_("Finish the follow-up of {name}").format(name=name))
        clear(self._facts)
        for part in self._parts(found, today):
            self._facts.add(part)
        self._buttons.setVisible(found.open and self._may())

    def start(self, form: FollowUpForm) -> None:
        """Open one of its forms, the others close."""
        if self.found is None:
            return
        for other in self.forms():
            other.setVisible(False)
        form.begin_with(self.found)

    def begun(self) -> dict[str, Any]:
        """What is typed in an open form, for a draft; empty while none is open."""
        form = next((each for each in self.forms() if not each.isHidden()), None)
        if form is None or self.found is None:
            return {}
        return {"follow_up": int(self.found.id), "form": form.code, "words": form.typed()}

    def take(self, kept: Mapping[str, Any]) -> None:
        """Open a form with what was kept of it."""
        form = next((each for each in self.forms() if each.code == kept.get("form")), None)
        if form is not None:
            self.start(form)
            form.retype(kept.get("words", {}))

    def _parts(self, found: FollowUp, today: date) -> list[QWidget]:
        next_, tone = words.next_words(found, today)
        icon = "user-check" if found.owner_name else "user-x"
        chips = (Chip(next_, tone, "clock"), Chip(words.owner_words(found), "neutral", icon))
        parts: list[QWidget] = [self._head(found)]
        if found.groups:
            parts.append(Label(words.groups_words(found), "text2", 13, wrap=True, typed=True))
        parts += [self._phone(words.phone_words(phone)) for phone in found.phones]
        return [*parts, Flow(*chips, gap=6), *self._tried(found)]

    def _head(self, found: FollowUp) -> QWidget:
        """Who, and since when; elsewhere than on the person's page with the way there."""
        name = _("Follow-up") if self._own else found.name.full
        said = Label(
            name, "text", 15.5 if self._own else 15, 700 if self._own else 600, wrap=True, typed=True
        )
        since = Label(words.since_words(found), "text2", 13, wrap=True)
        both = column(said, since, gap=1)
        if self._own:
            return box(both)
        open_words = _("Open {name}").format(name=found.name.full)
        to_person = Button("", "ghost", "user-round", small=True, name=open_words)
        to_person.setToolTip(open_words)
        to_person.clicked.connect(self._open)
        return box(row(Avatar(found.name.full, 36), (both, 1), to_person, gap=10))

    def _phone(self, said: str) -> QWidget:
        number = Label(said, "text", 14.5, 600, wrap=True, typed=True, selectable=True)
        return box(row(Icon("phone-call", "accent", 16), (number, 1), gap=9))

    def _tried(self, found: FollowUp) -> list[QWidget]:
        shown = found.calls[-LAST_CALLS:] if self._short else found.calls
        lines: list[QWidget] = []
        for call in shown:
            said = Label(words.call_words(call), "text2", 13, wrap=True)
            lines.append(said)
            if call.words:
                lines.append(box(row(12, (Label(call.words, "text", 13, wrap=True, typed=True), 1), gap=0)))
        return lines

    def _may(self) -> bool:
        return self._gate.desk().may(Right.PEOPLE) and not self._gate.read_only

    def _open(self) -> None:
        if self.found is not None:
            self.opened.emit(self.found.participant)

    def _starter(self, form: FollowUpForm) -> Callable[[], None]:
        return lambda: self.start(form)

    def _saver(self, form: FollowUpForm) -> Callable[[], None]:
        return lambda: self._save(form)

    def _leaver(self, form: FollowUpForm, button: Button) -> Callable[[], None]:
        return lambda: self._leave(form, button)

    def _leave(self, form: FollowUpForm, button: Button) -> None:
        form.hide()
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, form: FollowUpForm) -> None:
        if self.found is None:
            return
        try:
            form.store(self._gate, self.found.id)
        except UserError as error:
            form.refusal.say(say(error))
            return
        form.hide()
        if self.isVisible():  # a closed one is gone by now
            self.call.setFocus(Qt.FocusReason.OtherFocusReason)
