"""Closing a day from its head: the name of the closure, until when, and what would be lost, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.errors import UserError
from groupwork.i18n import _, current, ngettext, say
from groupwork.operations import closures
from groupwork.operations.register_lock import NeedsReason
from groupwork.ui.gate import Gate
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.fields import DateField, TextField, labelled
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import row
from groupwork.ui.widgets.page import Refusal

MOST_LINES = 6


class CloseDay(Card):
    """Asks in place; Enter in the name or Ctrl+Enter closes the days, Esc gives up."""

    finished = Signal()

    def __init__(self, gate: Gate, day: date) -> None:
        super().__init__(pad=(18, 16, 18, 14), gap=10)
        self._gate, self._day = gate, day
        self._name = TextField(name=_("Why is it closed?"))
        self._name.setMaxLength(80)
        self._name.returnPressed.connect(self.save)
        self._until = DateField(day, _("Until"))
        self._until.changed.connect(self._look)
        self._refusal, self.late = Refusal(), LateAsk(gate)
        self.late.done.connect(self.finished)
        self.late.left.connect(self._name.setFocus)
        self.late.ends_with(self._name.textEdited)
        self._lost = Label("", "text2", 13.5, wrap=True, typed=True)
        save = Button(_("Close the day"), "primary", small=True)
        save.clicked.connect(self.save)
        stop = Button(_("Cancel"), "ghost", small=True)
        stop.clicked.connect(self.finished)
        title = _("Close {day}").format(day=current().day(day, long=True))
        self.add(Label(title, "text", 17, 700, wrap=True), self._refusal)
        self.add(labelled(_("Why is it closed?"), self._name)[0], labelled(_("Until"), self._until)[0])
        self.add(self._lost, row(save, stop, None, gap=2, margins=(-3, 0, 0, 0)), self.late)
        self._look()

    def first_field(self) -> QWidget:
        """Where the cursor goes."""
        return self._name

    def lost_words(self) -> str:
        """What would be lost, as it stands in the form."""
        return self._lost.text()

    def save(self) -> None:
        """Close the days; a refusal stands in the form."""
        try:
            self.late.write(closures.add_closure, self._name.text(), self._day, self._until.value())
        except NeedsReason:
            return  # the question stands there
        except UserError as error:
            self._refusal.say(say(error))
            return
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up, Ctrl+Enter closes the days."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.save()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        self._refusal.say("")
        self.late.leave()
        try:
            lost = closures.what_would_be_lost(self._gate.desk(), self._day, self._until.value())
        except UserError:  # an end before the day: saving says it
            lost = ()
        if not lost:
            self._lost.set_words(_("Nothing is planned that would be lost."))
            return
        head = ngettext("{n} session would be lost:", "{n} sessions would be lost:", len(lost))
        lines = [f"{current().day(s.date)}  {s.start:%H:%M}  {s.title}" for s in lost[:MOST_LINES]]
        more = len(lost) - MOST_LINES
        if more > 0:
            lines.append(ngettext("and {n} more", "and {n} more", more).format(n=more))
        self._lost.set_words("\n".join([head.format(n=len(lost)), *lines]))
