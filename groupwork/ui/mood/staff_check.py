"""The facilitator's own passphrase, before the page of faces is left."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.operations.own_passphrase import check_own_passphrase
from groupwork.ui.gate import Gate
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.fields import PassphraseField
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row
from groupwork.ui.widgets.page import Refusal

HELD_MS = 300
"""An Esc that comes sooner after the last one is the same, still held: not every system says so."""


class StaffCheck(QWidget):
    """`proved` when it was right, `given_up` to go on with the faces."""

    proved = Signal()
    given_up = Signal()

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self._escaped = QElapsedTimer()
        self._escaped.start()
        self._question = Label(_("Your own passphrase"), "text", 20, 700)
        self.edit = PassphraseField()
        self.edit.setAccessibleName(_("Your own passphrase"))
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.edit.setMinimumWidth(theme.size(320))
        self.refusal = Refusal()
        self.leave_button, self.back_button = Button(_("Leave"), "primary"), Button(_("Back to the faces"))
        self.leave_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.given_up)
        self.edit.returnPressed.connect(self._try)
        buttons = row(self.leave_button, self.back_button, None, gap=8)
        card = Card(self._question, self.edit, self.refusal, buttons, pad=24, gap=12)
        self.setLayout(column(None, row(None, card, None), None))

    def begin(self) -> None:
        """Ask anew; the Esc that led here may still be held."""
        self._escaped.start()
        self.edit.clear()
        self.refusal.say("")
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self) -> None:
        typed = self.edit.text()
        self.edit.clear()
        try:
            check_own_passphrase(self._gate.desk(), typed)
        except UserError as error:
            self.refusal.say(say(error))
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.proved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            held = event.isAutoRepeat() or self._escaped.restart() < HELD_MS
            if not held:
                self.given_up.emit()
            return
        super().keyPressEvent(event)
