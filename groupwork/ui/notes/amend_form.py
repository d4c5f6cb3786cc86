"""Adding to a signed note: the new words and the reason for them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.entry_form import saves
from groupwork.ui.widgets.fields import TextField, labelled
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column
from groupwork.ui.widgets.page import Refusal
from groupwork.ui.widgets.text_area import TextArea


class AmendForm(QWidget):
    """`wanted` with reason and words; `left` when it is given up. Ctrl+Enter saves, Esc gives up."""

    wanted = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.area, self.reason, self.refusal = TextArea(lines=3), TextField(), Refusal()
        words, self._words = labelled("", self.area)
        why, self._why = labelled("", self.reason)
        self._about = Label("", "text2", 12.5, wrap=True)
        self.save, self.cancel = Button("", "secondary", small=True), Button("", "ghost", small=True)
        card = Card(words, why, self._about, self.refusal, Flow(self.save, self.cancel, gap=4), fill="rail")
        card.set_look(line="")
        self.setLayout(column(card, gap=0))
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self.area.submitted.connect(self._save)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._words.set_words(_("What is to be added"))
        self.area.setAccessibleName(_("What is to be added"))
        self._why.set_words(_("Why"))
        self.reason.setAccessibleName(_("Reason for the amendment"))
        self._about.set_words(_("The signed words stay as they are. An amendment cannot be undone."))
        self.save.set_words(_("Add the amendment"))
        self.cancel.set_words(_("Cancel"))

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes."""
        return (self.area, self.reason, self.save, self.cancel)

    def begin(self) -> None:
        """Open, empty."""
        self.area.set_words("")
        self.reason.clear()
        self.refusal.say("")
        self.show()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> dict[str, str]:
        """What stands in it, to be kept; empty when nothing does."""
        found = {"words": self.area.text().strip(), "reason": self.reason.text().strip()}
        return found if not self.isHidden() and any(found.values()) else {}

    def retype(self, found: dict[str, str]) -> None:
        """Put back what `typed` gave."""
        self.begin()
        self.area.set_words(found.get("words", ""))
        self.reason.setText(found.get("reason", ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter, or Enter in the line of the reason, saves; Esc gives up."""
        if saves(event, self):
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        self.wanted.emit(self.reason.text(), self.area.text())
