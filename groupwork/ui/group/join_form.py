"""The form for joining: who, from when to when, with what it would clash, and the waiting list beside it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.groups import GroupInfo
from groupwork.domain.ids import ParticipantId
from groupwork.errors import UserError
from groupwork.i18n import _, say
from groupwork.operations import memberships, sessions
from groupwork.ui.day.clash_cards import clash_cards
from groupwork.ui.day.finder import Picker, half_typed
from groupwork.ui.day.plan_draft import person_options
from groupwork.ui.gate import Gate
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.day_field import DayField
from groupwork.ui.widgets.fields import TextField, labelled
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import Refusal

PAUSE_MS = 150


class JoinForm(Card):
    """Adds people to a group, or to its waiting list. Ctrl+Enter adds, Esc closes."""

    joined = Signal(object)
    """Joined: with the registers they missed."""
    left = Signal()

    def __init__(
        self, gate: Gate, group: GroupInfo, day: date, present: Collection[ParticipantId] = ()
    ) -> None:
        """`present` are in the group already and stay in it: they are not offered."""
        super().__init__(pad=(18, 14, 18, 12), gap=10)
        self._gate, self._group = gate, group
        self.people = Picker(_("People"), _("Type a name"))
        found = person_options(sessions.choices(gate.desk()))
        self.people.set_options([option for option in found if option.id not in present])
        self.first, self.last = DayField(day, _("From")), DayField(None, _("Until"))
        self.last.setPlaceholderText(_("open"))
        self.words = TextField("", _("Remark for the waiting list"))
        self.words.setPlaceholderText(_("mornings only, after the summer …"))
        self.refusal = Refusal()
        self._warnings = column(gap=6)
        self.go = Button(_("Add to the group"), "primary", "user-plus", small=True)
        self.wait = Button(_("To the waiting list"), "secondary", "clock", small=True)
        stop = Button(_("Cancel"), "ghost", small=True)
        title = Label(_("Add people"), "text", 15.5, 700)
        days = row(labelled(_("From"), self.first)[0], labelled(_("Until"), self.last)[0], None, gap=8)
        self.add(title, labelled(_("People"), self.people)[0], days)
        self.add(labelled(_("Remark for the waiting list"), self.words)[0], self._warnings, self.refusal)
        self.add(box(column(Flow(self.go, self.wait, stop, gap=4), margins=(-3, 0, 0, 0))))
        self.go.setToolTip(_("Ctrl+Enter"))
        self.go.clicked.connect(self.save)
        self.wait.clicked.connect(self.save_waiting)
        stop.clicked.connect(self.left)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.check)
        self.people.changed.connect(self._timer.start)
        for field in (self.first, self.last):
            field.textEdited.connect(lambda _typed: self._timer.start())

    def first_field(self) -> QWidget:
        """Where the cursor goes."""
        return self.people

    def begun(self) -> Words:
        """What is typed and chosen, for the lock; nothing while nobody touched it."""
        typed = {"people": list(self.people.ids()), "typed": self.people.typed(), "words": self.words.text()}
        if not any(typed.values()):
            return {}
        return {**typed, "first": self.first.text(), "last": self.last.text()}

    def take(self, kept: Words) -> None:
        """Words that were kept go back into the form."""
        self.people.choose([int(number) for number in kept.get("people", ())], str(kept.get("typed", "")))
        for field, code in ((self.first, "first"), (self.last, "last"), (self.words, "words")):
            field.setText(str(kept.get(code, "")))
        self.check()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter adds, Esc gives up."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.save()
        else:
            super().keyPressEvent(event)

    def check(self) -> None:
        """Name what joining would clash with."""
        clear(self._warnings)
        if not self._gate.open:
            return
        try:
            first, last = self.first.value(), self.last.value()
        except UserError:  # a half typed day: adding will say it
            return
        if first is None or not self.people.ids():
            return
        desk = self._gate.desk()
        found = memberships.join_warnings(desk, self._group.id, self._people(), first, last)
        self._warnings.add(*clash_cards(found))

    def save(self) -> None:
        """They join; a refusal stands in the form and nothing is lost."""
        if self._half_typed():
            return
        try:
            first = self.first.value() or self._gate.today
            joined = self._gate.write(
                memberships.join, self._group.id, self._people(), first, self.last.value()
            )
        except UserError as error:
            self.refusal.say(say(error))
            return
        self.joined.emit(joined)

    def save_waiting(self) -> None:
        """They are put on the waiting list, each in a step of its own."""
        if self._half_typed():
            return
        try:
            if not self._people():
                self.refusal.say(_("Choose somebody first."))
                return
            since = min(self.first.value() or self._gate.today, self._gate.today)
            for person in self._people():
                self._gate.write(memberships.wait, self._group.id, person, since, self.words.text())
        except UserError as error:
            self.refusal.say(say(error))
            return
        self.left.emit()

    def _half_typed(self) -> bool:
        words = half_typed(self.people)
        self.refusal.say(words)
        return bool(words)

    def _people(self) -> tuple[ParticipantId, ...]:
        return tuple(ParticipantId(number) for number in self.people.ids())
