"""The telephone rings: who, when, why. A name, Enter, days, Enter, a letter, Enter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.absence_words import SaidAway, read_away
from groupwork.domain.absences import NO_STATUS
from groupwork.domain.attendance import Status
from groupwork.domain.ids import ParticipantId
from groupwork.domain.people import PersonBrief
from groupwork.errors import Refused, UserError
from groupwork.i18n import N_, _, say
from groupwork.operations import absences
from groupwork.operations.absences import Planned
from groupwork.operations.register_lock import NeedsReason
from groupwork.ui.away import words
from groupwork.ui.away.status_pick import StatusPick
from groupwork.ui.day.finder import Finder, Option
from groupwork.ui.gate import Gate
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.day_field import DayField
from groupwork.ui.widgets.fields import TextField, labelled
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, column, row
from groupwork.ui.widgets.page import Refusal

NOBODY = N_("Say who is away: type a name and take it with Enter.")
NARROW = 760


class QuickAway(Card):
    """`entered` with what was planned, `left` on Esc."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, gate: Gate) -> None:
        super().__init__(pad=(18, 14, 18, 14), gap=10)
        self._gate = gate
        self._person: Option | None = None
        self._options: dict[int, Option] = {}
        self.who, self.when, self.status = Finder(""), TextField(), StatusPick()
        self.said, self.by, self.told_on = TextField(), TextField(), DayField()
        self.enter = Button("", "primary", "check")
        self.late = LateAsk(gate)
        self.refusal, self._shown = Refusal(), Label("", "text2", 13.5, wrap=True)
        parts = [labelled("", field) for field in self._fields()]
        self._labels = [label for _box, label in parts]
        self._status_label = Label("", "text", 13.5, 600)
        self._upper: Box = row((box(parts[0][0]), 1), (box(parts[1][0]), 1), gap=12)
        self._lower: Box = row((box(parts[2][0]), 1), (box(parts[3][0]), 1), box(parts[4][0]), gap=12)
        why = column(self._status_label, self.status, gap=5)
        foot = row(self.enter, (self._shown, 1), gap=12, margins=(-3, 0, 0, 0))
        self.add(self._upper, why, self._lower, self.refusal, foot, self.late)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.who.taken.connect(self._take)
        self.who.textEdited.connect(self._changed_name)
        self.when.textEdited.connect(lambda _text: self._preview())
        self.when.returnPressed.connect(self._to_status)
        self.status.confirmed.connect(self.save)
        for field in (self.said, self.by, self.told_on):
            field.returnPressed.connect(self.save)
        self.enter.clicked.connect(self.save)
        self.late.done.connect(self._done_late)
        self.late.left.connect(self.enter.setFocus)
        lines = (self.who, self.when, self.said, self.by, self.told_on)
        self.late.ends_with(self.who.taken, self.status.chosen, *(line.textEdited for line in lines))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        names = (
            _("Who is away"),
            _("When"),
            _("What was said (if anything)"),
            _("Told by (if not the person)"),
            _("Told on"),
        )
        for label, field, name in zip(self._labels, self._fields(), names, strict=True):
            label.set_words(name)
            field.setAccessibleName(name)
        self.who.setPlaceholderText(_("a name or a code …"))
        self.when.setPlaceholderText(_("today, until fri, 2.11.–6.11., today from 13:00 …"))
        self._status_label.set_words(_("Why"))
        self.status.setAccessibleName(_("Why"))
        self.enter.set_words(_("Enter the absence"))
        self.late.retranslate()
        self.set_signs()
        self._preview()

    def set_signs(self) -> None:
        """The reasons as the centre calls and types them now."""
        self.status.set_signs(self._gate.signs())

    def set_people(self, people: Sequence[PersonBrief]) -> None:
        """Who can be away."""
        found = [Option(p.id, p.name.full, f"{p.name.called} {p.name.native} {p.code}") for p in people]
        self._options = {option.id: option for option in found}
        self.who.set_options(found)

    def begin(self, person: ParticipantId | None = None) -> None:
        """Empty, for today; with a person already chosen ready for the days."""
        self.refusal.say("")
        self.late.leave()
        self._person = self._options.get(person) if person is not None else None
        self.who.setText(self._person.words if self._person is not None else "")
        self.when.setText(_("today"))
        self.status.choose(None)
        self.said.clear()
        self.by.clear()
        self.told_on.set_value(self._today())
        self._preview()

    def first_focus(self) -> QWidget:
        """The name; with a name the days."""
        if self._person is None:
            return self.who
        self.when.selectAll()
        return self.when

    def save(self) -> None:
        """Enter it; what is refused stands in place."""
        self.refusal.say("")
        try:
            planned = self._write()
        except NeedsReason:
            return  # the question stands there, and so does what is typed
        except UserError as error:
            self.refusal.say(say(error))
            return
        self._over(planned)

    def _done_late(self) -> None:
        if isinstance(self.late.result, Planned):
            self._over(self.late.result)

    def _over(self, planned: Planned) -> None:
        self.begin()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entered.emit(planned)

    def typed(self) -> dict[str, Any]:
        """What is typed, for a draft; empty while there is nothing but the beginning."""
        if not (self.who.text() or self.said.text() or self.by.text()):
            return {}
        status = self.status.value()
        return {
            "person": self._person.id if self._person is not None else None,
            "who": self.who.text(),
            "when": self.when.text(),
            "status": status.value if status is not None else "",
            "said": self.said.text(),
            "by": self.by.text(),
            "told": self.told_on.text(),
        }

    def take(self, kept: Mapping[str, Any]) -> None:
        """Put back what `typed` gave."""
        self.begin(kept.get("person"))
        self.who.setText(str(kept.get("who", "")))
        self.when.setText(str(kept.get("when", "")))
        self.said.setText(str(kept.get("said", "")))
        self.by.setText(str(kept.get("by", "")))
        self.told_on.setText(str(kept.get("told", self.told_on.text())))
        self.status.choose(Status(kept["status"]) if kept.get("status") else None)
        self._preview()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter enters it from any field; Esc gives up."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.begin()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def arrange(self, width: float) -> None:
        """Fields side by side, or below one another in a narrow window."""
        narrow = width / theme.scale < NARROW
        way = Box.Direction.TopToBottom if narrow else Box.Direction.LeftToRight
        for line in (self._upper, self._lower):
            line.setDirection(way)

    def _write(self) -> Planned:
        if self._person is None:
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            raise Refused(NOBODY)
        away, status = self._read(), self.status.value()
        if status is None:
            self.status.setFocus(Qt.FocusReason.OtherFocusReason)
            raise Refused(NO_STATUS)
        return self.late.write(
            absences.add_absence,
            [ParticipantId(self._person.id)],
            away.spans,
            status.value,
            hours=away.hours,
            words=self.said.text(),
            told_by=self.by.text(),
            told_at=self.told_on.value(),
        )

    def _fields(self) -> tuple[QWidget, ...]:
        return (self.who, self.when, self.said, self.by, self.told_on)

    def _read(self) -> SaidAway:
        return read_away(self.when.text(), self._today())

    def _today(self) -> date:
        return self._gate.today

    def _take(self, option: Option) -> None:
        self._person = option
        self.who.setText(option.words)
        self.refusal.say("")
        self.when.setFocus(Qt.FocusReason.OtherFocusReason)
        self.when.selectAll()

    def _changed_name(self, _text: str) -> None:
        self._person = None

    def _to_status(self) -> None:
        self.refusal.say("")
        try:
            self._read()
        except UserError as error:
            self.refusal.say(say(error))
            return
        self.status.setFocus(Qt.FocusReason.OtherFocusReason)

    def _preview(self) -> None:
        """What was understood, while it is typed."""
        try:
            away = self._read()
        except UserError:
            self._shown.set_words("")
            return
        days = ", ".join(words.span_words(span) for span in away.spans)
        hours = words.hours_words(away.hours)
        self._shown.set_words(", ".join(part for part in (days, hours) if part))
