"""Why a session did not take place: usual reasons with one click, or own words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from groupwork.domain.sessions import NOT_HELD_REASONS
from groupwork.i18n import _
from groupwork.ui.unfinished import kept_line
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.fields import MOST_TYPED
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row


class NotHeldForm(QWidget):
    """Asks for the reason in place; Enter says it, Esc gives up. `reasons` are the centre's own."""

    said = Signal(str)
    given_up = Signal()
    retyped = Signal()

    def __init__(self, reasons: Sequence[str] = ()) -> None:
        super().__init__()
        self._reason = QLineEdit()
        self._reason.setAccessibleName(_("Why was it not held?"))
        self._reason.setPlaceholderText(_("Reason in a few words"))
        self._reason.setMaxLength(MOST_TYPED)
        self._reason.returnPressed.connect(self._say)
        self._reason.textEdited.connect(self.retyped)
        self._kept = kept_line()
        self._kept.setVisible(False)
        usual = Flow(gap=2)
        for reason in reasons or [_(each) for each in NOT_HELD_REASONS]:
            button = Button(reason, "soft", small=True)
            button.clicked.connect(partial(self.said.emit, reason))
            usual.add(button)
        say = Button(_("Not held"), "secondary", small=True)
        say.clicked.connect(self._say)
        stop = Button(_("Cancel"), "ghost", small=True)
        stop.clicked.connect(self.given_up)
        self.setLayout(
            column(
                Label(_("Why was it not held?"), "text2", 12.5, 600),
                self._kept,
                usual,
                self._reason,
                row(say, stop, None, gap=2, margins=(-3, 0, 0, 0)),
                gap=6,
                margins=(0, 4, 0, 4),
            )
        )

    def typed(self) -> str:
        """What stands in the field."""
        return self._reason.text()

    def restore(self, words: str) -> None:
        """Words that were there before the lock."""
        self._reason.setText(words)
        self._kept.setVisible(True)

    def focus_reason(self) -> None:
        """Put the cursor into the field."""
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _say(self) -> None:
        text = self._reason.text().strip()
        if text:
            self.said.emit(text)
        else:
            self.focus_reason()
