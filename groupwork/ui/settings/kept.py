"""Parts about what is kept: backups with the recovery sheet, sign-ins, the history."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupwork.i18n import N_, _
from groupwork.operations.desk import REFUSALS, Right
from groupwork.ui.backups.part import BackupPart
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.settings.part import SettingsPart
from groupwork.ui.sign_ins.part import SignInPart
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.form import Field, FieldTable
from groupwork.ui.widgets.page import EmptyState


class BackupsPart(SettingsPart):
    """The backups, and the sheet that opens the file when the passphrase is forgotten."""

    right = Right.VAULT

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(gate, go)
        self.backups = BackupPart(gate)
        self.recovery = Button("", "secondary", "key-round", after="chevron-right")
        self.recovery.clicked.connect(lambda: self.go(Place("recovery")))
        about = N_("Opens the centre when the passphrase is forgotten. A new one makes the old one useless")
        self._sheet = FieldTable((Field(N_("Recovery sheet"), self.recovery, about),))
        self._closed = EmptyState("lock", role="text2")
        self._closed_card = Card(self._closed, pad=(20, 32, 20, 32))
        self.page.add(self.backups, 12, self._sheet, self._closed_card, None)

    def enter(self) -> None:
        """Look at the folders again."""
        super().enter()
        shown = self.gate.backups.shown
        self.backups.setVisible(shown)
        if shown:
            self.backups.tell("")
            self.gate.backups.look()

    def refresh(self) -> None:
        """Who may make a recovery sheet; who may do nothing of all this reads why."""
        self.recovery.setEnabled(self.may())
        self._sheet.setVisible(self.may())
        self._closed_card.setVisible(not self.may() and not self.gate.backups.shown)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.backups.retranslate()
        self._sheet.retranslate()
        self.recovery.set_words(_("Open recovery sheet"))
        self._closed.set_words(_("Not for this sign-in"), _(REFUSALS[Right.BACKUP]))

    def first_focus(self) -> QWidget | None:
        """Back up now, else the recovery sheet."""
        if self.gate.backups.shown:
            return self.backups.now
        return self.recovery if self.may() else None


class SignInsPart(SettingsPart):
    """Who may open the file."""

    tables = frozenset({"sign_in", "facilitator"})
    right = Right.ADMIN

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(gate, go)
        self.people = SignInPart(gate)
        self.page.add(self.people, None)

    def enter(self) -> None:
        """No form is open and no passphrase shows."""
        self.people.leave()
        super().enter()

    def leave(self) -> None:
        """Forget what was shown once."""
        self.people.leave()

    def refresh(self) -> None:
        """Read the sign-ins again."""
        self.people.refresh()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.people.retranslate()

    def first_focus(self) -> QWidget | None:
        """One's own passphrase."""
        return self.people.own


class HistoryPart(SettingsPart):
    """The way to the page of every change."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(gate, go)
        self.history = Button("", "secondary", "history", after="chevron-right")
        self.history.clicked.connect(lambda: self.go(Place("history")))
        every = N_("Every change, by whom and when; most can be undone")
        about = every if gate.desk().may(Right.RECORDS) else N_("What you did yourself; most can be undone")
        self._table = FieldTable((Field(N_("History"), self.history, about),))
        self.page.add(self._table, None)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._table.retranslate()
        self.history.set_words(_("Open history"))

    def first_focus(self) -> QWidget | None:
        """The button."""
        return self.history
