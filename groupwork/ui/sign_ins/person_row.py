"""One sign-in in the settings: who, and what a lead may change about it, opened in place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.operations.sign_ins import SignInInfo
from groupwork.ui.sign_ins import words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.chip import Avatar
from groupwork.ui.widgets.fields import Choice
from groupwork.ui.widgets.flow import FlowLayout
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column, row


class PersonRow(QWidget):
    """`act` carries what is wanted: "passphrase", "disable", "enable" or "remove"; `role` another role."""

    act = Signal(str)
    role = Signal(str)
    opened = Signal(bool)

    def __init__(self, person: SignInInfo, may: bool, *, is_open: bool, removable: bool) -> None:
        super().__init__()
        self.person = person
        name = Label(person.shown, "text" if person.active else "text2", 14.5, 600, wrap=True)
        about = Label(words.about(person), "text2", 13, wrap=True)
        self.change = Button(_("Change …"), "ghost", "pencil", small=True)
        self.change.set_name(_("Change the sign-in of {name}").format(name=person.shown))
        self.change.setVisible(may and not person.own)
        self.change.clicked.connect(lambda: self.opened.emit(not is_open))
        avatar = Avatar(person.shown, 30, staff=True)
        line = row(avatar, (column(name, about, gap=1), 1), self.change, gap=12)
        whole = column(line, gap=8, margins=(18, 7, 18, 7))
        if is_open:
            whole.add(self._details(removable))
        self.setLayout(whole)

    def _details(self, removable: bool) -> QWidget:
        flow, person = FlowLayout(6), self.person
        self.choice = Choice()
        self.choice.set_options(words.role_options())
        self.choice.choose(person.role)
        self.choice.setAccessibleName(_("Role of {name}").format(name=person.shown))
        self.choice.picked.connect(lambda role: self.role.emit(str(role)))
        self.buttons: dict[str, Button] = {}
        if person.active:
            flow.addWidget(self.choice)
            self._button(flow, "passphrase", _("New passphrase"), "key-round")
            self._button(flow, "disable", _("Disable"), "user-x")
        else:
            self._button(flow, "enable", _("Enable"), "user-check")
        if removable:
            self._button(flow, "remove", _("Remove …"), "trash-2")
        return box(flow)

    def _button(self, flow: FlowLayout, code: str, text: str, icon: str) -> None:
        button = Button(text, "secondary", icon, small=True)
        button.set_name(f"{text} – {self.person.shown}")
        button.clicked.connect(lambda: self.act.emit(code))
        flow.addWidget(button)
        self.buttons[code] = button
