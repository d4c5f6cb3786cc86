"""A told day beside "absent, no word": the two contradict each other, and what is right is asked in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.attendance import Status
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import _, current
from groupwork.ui.accessibility import announce
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column

OFFERED = (Status.CANCELLED, Status.UNWELL, Status.OTHER)
"""What it usually is when the centre was told."""


class ToldAsk(QWidget):
    """A sentence and the usual statuses; `answered` carries the one chosen. ABSENT: it stays as it is."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._words, self._answers = Label("", "text", 14, wrap=True), Flow(gap=2)
        self.buttons: dict[Status, Button] = {}
        self.setLayout(column(self._words, self._answers, gap=4))
        self.hide()

    def words(self) -> str:
        """The sentence that is shown."""
        return self._words.text()

    def ask(self, signs: Signs | None) -> None:
        """Appear, the first answer ready for Enter."""
        own = signs or plain_signs(current().language)
        absent = own.label(Status.ABSENT, _)
        self._words.set_words(
            _(
                "“{absent}” says that nobody told the centre. With a day on which it was told it is rather:"
            ).format(absent=absent)
        )
        self._answers.clear()
        self.buttons = {each: Button(own.label(each, _), "secondary", small=True) for each in OFFERED}
        keep = _("Leave it at “{absent}”").format(absent=absent)
        self.buttons[Status.ABSENT] = Button(keep, "ghost", small=True)
        for status, button in self.buttons.items():
            button.clicked.connect(partial(self.answered.emit, status))
        self._answers.add(*self.buttons.values())
        self.show()
        announce(self, self.words())
        self.buttons[OFFERED[0]].setFocus()
