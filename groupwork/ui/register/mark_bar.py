"""What goes with a mark: its reason, when it was told, when somebody came and went; asked in the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from groupwork.domain.attendance import MAX_REASON, Mark, Status
from groupwork.domain.mark_times import Span, arrived, left, with_arrival, with_leaving
from groupwork.domain.signs import Signs
from groupwork.domain.text import clean_line
from groupwork.errors import Refused, UserError
from groupwork.i18n import N_, _, say
from groupwork.ui.register.reason_bar import MAX_TYPED
from groupwork.ui.register.told_ask import ToldAsk
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.day_field import DayField, typed_day
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, row
from groupwork.ui.widgets.page import Refusal
from groupwork.ui.widgets.typed_time import read_time

NO_TIME = N_("“{typed}” is not a time. Type it like 10:05 or 1005.")


@dataclass(frozen=True)
class Details:
    """What is known beside the status; of several marks only what they have in common."""

    reason: str = ""
    told: date | None = None
    arrived: time | None = None
    left: time | None = None
    status: Status | None = None
    """What it is instead of "absent, no word", when the told day said otherwise."""


def details_of(marks: Sequence[Mark], span: Span) -> Details:
    """What all of these marks say alike."""
    own = [Details(mark.reason, mark.told_at, arrived(mark, span), left(mark, span)) for mark in marks]
    first = own[0] if own else Details()
    return Details(
        first.reason if all(each.reason == first.reason for each in own) else "",
        first.told if all(each.told == first.told for each in own) else None,
        first.arrived if all(each.arrived == first.arrived for each in own) else None,
        first.left if all(each.left == first.left for each in own) else None,
    )


def with_details(mark: Mark, before: Details, now: Details, span: Span) -> Mark:
    """The mark with what was changed between the two; times only for somebody who was there."""
    if now.reason != before.reason:
        mark = replace(mark, reason=now.reason)
    if now.told != before.told:
        mark = replace(mark, told_at=now.told)
    if now.status is not None and mark.status is Status.ABSENT:
        mark = replace(mark, status=now.status)
    if not mark.attended:
        return mark
    if now.arrived != before.arrived:
        mark = with_arrival(mark, now.arrived or span[0], span)
    if now.left != before.left:
        mark = with_leaving(mark, now.left or span[1], span)
    return mark


class MarkBar(Card):
    """Reason, told on, arrived, left; `given` carries what was there before and what is now."""

    given = Signal(object, object)
    given_up = Signal()

    def __init__(self, read: Callable[[], Sequence[str] | None]) -> None:
        super().__init__(pad=(16, 12, 12, 8), gap=6)
        self._read = read
        self._before, self._today = Details(), date.min
        self._title = Label("", "text", 14, 600, typed=True)
        self.reason, self.told = TextField(), DayField()
        self.arrived, self.left = TextField(), TextField()
        self.reason.setMaxLength(MAX_TYPED)
        self.save_button, self.cancel_button = (
            Button("", "primary", small=True),
            Button("", "ghost", small=True),
        )
        self.today_button = Button("", "ghost", small=True)
        self.suggestions: list[Button] = []
        self._words = tuple(Label("", "text2", 13) for _field in range(4))
        told = row(self._words[1], self.told, self.today_button, gap=6)
        self._told, self._times = (
            box(told),
            box(row(self._words[2], self.arrived, 6, self._words[3], self.left, gap=6)),
        )
        self._fields = Flow(
            box(row(self._words[0], self.reason, gap=6)),
            self._told,
            self._times,
            box(row(self.save_button, self.cancel_button, gap=4)),
            gap=12,
            centred=True,
        )
        self._quick, self.refusal, self.contradiction = Flow(gap=2), Refusal(), ToldAsk()
        self._absent, self._now = False, Details()
        self._signs: Signs | None = None
        self.add(self._title, self._fields, self.contradiction, self.refusal, self._quick)
        for field in (self.reason, self.told, self.arrived, self.left):
            field.returnPressed.connect(self._save)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.given_up)
        self.contradiction.answered.connect(self._answer)
        self.told.textChanged.connect(self.contradiction.hide)
        self.today_button.clicked.connect(lambda: self.told.set_value(self._today))
        self.restyle()
        self.retranslate()
        self.hide()

    def restyle(self) -> None:
        """Widths at the present text size."""
        self.reason.setMinimumWidth(theme.size(230))
        for field in (self.arrived, self.left):
            field.setFixedWidth(theme.size(84))

    def retranslate(self) -> None:
        """Every word in the language in use."""
        names = (_("Reason"), _("Told on"), _("Arrived"), _("Left"))
        fields = (self.reason, self.told, self.arrived, self.left)
        for label, name, field in zip(self._words, names, fields, strict=True):
            label.set_words(name)
            field.setAccessibleName(name)
        self.told.retranslate()
        self.reason.setPlaceholderText(_("a few words"))
        self.today_button.set_words(_("today"), _("Told today"))
        self.save_button.set_words(_("Save"))
        self.cancel_button.set_words(_("Cancel"))

    def ask(
        self, title: str, marks: Sequence[Mark], span: Span, today: date, signs: Signs | None = None
    ) -> None:
        """Appear for one or several marks, ready for typing the reason; `signs` are the centre's."""
        self._absent, self._signs = any(mark.status is Status.ABSENT for mark in marks), signs
        self.contradiction.hide()
        self._before, self._today = details_of(marks, span), today
        self.told.setPlaceholderText(typed_day(today))
        self._title.set_words(title)
        there = all(mark.attended for mark in marks)
        self._told.setVisible(not there)
        self._times.setVisible(any(mark.attended for mark in marks))
        self.reason.setText(self._before.reason)
        self.told.set_value(self._before.told)
        for field, usual in zip((self.arrived, self.left), span, strict=True):
            field.setPlaceholderText(f"{usual:%H:%M}")
        for field, at in ((self.arrived, self._before.arrived), (self.left, self._before.left)):
            field.setText(f"{at:%H:%M}" if at is not None else "")
        self._offer(not there)
        self.refusal.say("")
        self.show()
        self.reason.setFocus()
        self.reason.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _offer(self, away: bool) -> None:
        self._quick.clear()
        self.suggestions = [
            Button(words, "secondary", small=True) for words in (self._read() or () if away else ())
        ]
        for button in self.suggestions:
            button.clicked.connect(partial(self._take, button.text()))
        self._quick.add(*self.suggestions)
        self._quick.setVisible(bool(self.suggestions))

    def _take(self, words: str) -> None:
        self.reason.setText(words)
        self._save()

    def _save(self) -> None:
        """What is not understood stays as it is typed, with words."""
        try:
            now = Details(
                clean_line(self.reason.text(), MAX_REASON),
                self.told.value() if not self._told.isHidden() else self._before.told,
                _time(self.arrived.text()),
                _time(self.left.text()),
            )
        except UserError as error:
            self.refusal.say(say(error))
            return
        self.refusal.say("")
        self._now = now
        if self._absent and now.told not in (None, self._before.told):
            self._quick.hide()  # one question at a time
            self.contradiction.ask(self._signs)
            return
        self.given.emit(self._before, now)

    def _answer(self, status: Status) -> None:
        """What it is after all; all that was typed is kept in any case."""
        self.contradiction.hide()
        self.given.emit(self._before, replace(self._now, status=status))


def _time(typed: str) -> time | None:
    if not typed.strip():
        return None
    at = read_time(typed)
    if at is None:
        raise Refused(NO_TIME, typed=typed[:20])
    return at
