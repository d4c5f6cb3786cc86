"""The settings' part about sign-ins: the list for leads, one's own passphrase, who may do what."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import SignInId
from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.operations import own_passphrase
from groupwork.operations import sign_ins as operations
from groupwork.operations.desk import Right
from groupwork.operations.sign_ins import Given, SignInInfo
from groupwork.ui import messages
from groupwork.ui.gate import Gate
from groupwork.ui.sign_ins.forms import AddForm, GivenCard, OwnForm
from groupwork.ui.sign_ins.person_row import PersonRow
from groupwork.ui.sign_ins.roles import RolesCard
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.flow import FlowLayout
from groupwork.ui.widgets.layouts import box, clear, column
from groupwork.ui.widgets.page import Refusal, SectionHead


class SignInPart(QWidget):
    """All in place; only what Undo cannot give back is asked in a box."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self._open: SignInId | None = None
        self._heads = (SectionHead(), SectionHead())
        self._rows: dict[SignInId, PersonRow] = {}
        self._list = column(gap=0)
        self._refusal = Refusal()
        self.add = Button("", "secondary", "user-plus", small=True)
        self.own = Button("", "secondary", "key-round", small=True)
        self.add_form, self.own_form, self.given = AddForm(), OwnForm(), GivenCard()
        for card in (self.add_form, self.own_form, self.given):
            card.hide()
        buttons = FlowLayout(6)
        buttons.addWidget(self.add)
        buttons.addWidget(self.own)
        below = column(
            self._refusal,
            self.given,
            self.add_form,
            self.own_form,
            box(buttons),
            gap=8,
            margins=(14, 8, 14, 8),
        )
        self._card = Card(box(self._list), box(below), pad=(0, 4, 0, 4), gap=0)
        self._roles = RolesCard()
        first, second = self._heads
        self.setLayout(column(first, self._card, 12, second, self._roles, gap=8))
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.add.clicked.connect(self._begin_add)
        self.own.clicked.connect(self._begin_own)
        self.add_form.name_typed.connect(self._suggest)
        self.add_form.wanted.connect(self._add)
        self.add_form.left.connect(self._end_forms)
        self.own_form.wanted.connect(self._change_own)
        self.own_form.left.connect(self._end_forms)
        self.given.left.connect(self._written_down)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for head, words in zip(self._heads, (_("Sign-ins"), _("Who may do what")), strict=True):
            head.set_words(words)
        self.add.set_words(_("Add a sign-in"))
        self.own.set_words(_("Change my passphrase"))
        for part in (self.add_form, self.own_form, self.given, self._roles):
            part.retranslate()
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read the sign-ins again; only a lead has a list."""
        desk = self._gate.desk()
        lead, writable = desk.may(Right.ADMIN), not self._gate.read_only
        found = self._gate.ask(operations.sign_ins) if lead else None
        self.add.setVisible(lead)
        self.add.setEnabled(writable)
        self.own.setEnabled(writable)
        clear(self._list)
        self._rows = {}
        for person in found or ():
            self._list.add(self._row(person, writable), Separator("line", 18, 18))

    def leave(self) -> None:
        """The page is entered anew: no form is open and no passphrase shows."""
        self._open = None
        self._refusal.say("")
        self.given.hide()
        self.given.tiles.set_words(())
        self._end_forms()

    def _row(self, person: SignInInfo, writable: bool) -> PersonRow:
        is_open = person.id == self._open
        removable = is_open and bool(self._gate.ask(operations.is_removable, person.id))
        line = PersonRow(person, writable, is_open=is_open, removable=removable)
        line.opened.connect(partial(self._unfold, person.id))
        line.role.connect(partial(self._set_role, person.id))
        line.act.connect(partial(self._act, person))
        self._rows[person.id] = line
        return line

    def _unfold(self, number: SignInId, on: bool) -> None:
        self._open = number if on else None
        self._refusal.say("")
        self.refresh()
        self._rows[number].change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_add(self) -> None:
        self.leave()
        self.refresh()
        self.add_form.begin()

    def _begin_own(self) -> None:
        self.leave()
        self.own_form.begin()

    def _end_forms(self) -> None:
        self.add_form.hide()
        self.own_form.end()

    def _written_down(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _suggest(self, typed: str) -> None:
        self.add_form.suggest(self._gate.ask(operations.suggested_name, typed) or "")

    def _add(self) -> None:
        form = self.add_form
        work = partial(
            self._gate.write,
            operations.add_sign_in,
            form.name.text(),
            form.sign_in.text(),
            str(form.role.value()),
        )
        self._try(work, form.refusal)

    def _change_own(self) -> None:
        form = self.own_form
        work = partial(
            self._gate.write, own_passphrase.change_own_passphrase, form.old.text(), form.new.text()
        )
        if self._try(work, form.refusal):
            self._gate.announce(_("Your passphrase is changed. It counts from now on."))
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_role(self, number: SignInId, role: str) -> None:
        self._try(partial(self._gate.write, operations.change_role, number, role), self._refusal)

    def _act(self, person: SignInInfo, code: str) -> None:
        if code == "remove" and not self._sure(person):
            return
        acts: dict[str, Callable[..., object]] = {
            "passphrase": operations.new_passphrase_for,
            "disable": operations.disable_sign_in,
            "enable": operations.enable_sign_in,
            "remove": operations.remove_sign_in,
        }
        self._try(partial(self._gate.write, acts[code], person.id), self._refusal)

    def _sure(self, person: SignInInfo) -> bool:
        question = _("Remove the sign-in of {name}? This cannot be undone.").format(name=person.shown)
        return messages.ask(self.window(), _("Remove sign-in"), question, _("Remove"))

    def _try(self, work: Callable[[], object], refusal: Refusal) -> bool:
        """Do it; what is refused stands in place, a drawn passphrase is shown."""
        refusal.say("")
        try:
            result = work()
        except UserError as error:
            refusal.say(say(error))
            self.refresh()
            return False
        self.leave()
        self.refresh()
        if isinstance(result, Given):
            self.given.give(result)
        return True
