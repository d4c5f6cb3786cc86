"""What can be done with several chosen people: a strip under the list, and its small forms in place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.episodes import END_REASONS
from groupwork.i18n import _, ngettext
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.fields import Choice, DateField, labelled
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.page import Refusal

Option = tuple[object, str]
ONE_LINE_FROM = 700
"""Logical width from which words and buttons stand in one line."""


class BulkForm(Card):
    """One small form: a choice, a day where it has one, and what it does. `wanted` and `left`."""

    wanted = Signal()
    left = Signal()

    def __init__(self, today: date, *, day: bool = False, planned: bool = False) -> None:
        super().__init__(fill="rail", line="", radius=12, pad=(16, 12, 16, 12), gap=10)
        self.choice, self.refusal = Choice(), Refusal()
        self.day = DateField(today) if day else None
        self.planned = Segments(["", ""]) if planned else None
        self.go, self.cancel = Button("", "secondary", small=True), Button("", "ghost", small=True)
        self._labels: list[tuple[QWidget, Label]] = []
        self._fields = Flow(gap=16)
        for field in (self.choice, self.day, self.planned):
            if field is not None:
                both, label = labelled("", field)
                self._labels.append((field, label))
                self._fields.add(box(both))
        self.add(self._fields, self.refusal, row(self.go, self.cancel, None, gap=6))
        self.go.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self.left)
        self.hide()

    def words(self, go: str, *labels: str) -> None:
        """What it does, and a label for each field, in the language in use."""
        for (field, label), text in zip(self._labels, labels, strict=True):
            label.set_words(text)
            field.setAccessibleName(text)
        if self.planned is not None:
            self.planned.set_words([_("planned"), _("unplanned")], labels[-1])
        if self.day is not None:
            self.day.retranslate()
        self.go.set_words(go)
        self.cancel.set_words(_("Cancel"))

    def chosen_day(self, today: date) -> date:
        """The day chosen, today where it has none."""
        return self.day.value() if self.day is not None else today

    def chosen_planned(self) -> bool | None:
        """Whether it was planned; None when nobody said."""
        index = self.planned.current() if self.planned is not None else None
        return None if index is None else index == 0

    def begin(self, options: Iterable[Option], today: date) -> None:
        """Open with these options."""
        self.choice.set_options(list(options))
        if self.day is not None:
            self.day.set_value(today)
        self.refusal.say("")
        self.show()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter does it, Esc gives it up."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PastLine(Card):
    """Says that registers were taken already, and offers to put the new members on them."""

    def __init__(self) -> None:
        super().__init__(fill="info_soft", line="", radius=10, pad=(12, 8, 8, 8), gap=8, across=True)
        self._words = Label("", "info_ink", 13.5, 500, wrap=True)
        self.add_, self.leave = Button("", "secondary", small=True), Button("", "ghost", small=True)
        super().add((self._words, 1), self.add_, self.leave)
        self.leave.clicked.connect(self.hide)
        self.hide()

    def say(self, words: str) -> None:
        """Show the words; empty: hide."""
        self._words.set_words(words)
        self.add_.set_words(_("Put them on these registers"))
        self.leave.set_words(_("Leave them as they are"))
        self.setVisible(bool(words))


class BulkStrip(QWidget):
    """How many people are shown or chosen, and the actions for the chosen ones.

    The view fills the forms when `join_wanted`, `worker_wanted` or `end_wanted` is told.
    """

    join_wanted = Signal()
    worker_wanted = Signal()
    end_wanted = Signal()
    merge_wanted = Signal()
    none_wanted = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._words, self._lines = (Label("", "text2", 13.5, 500, wrap=wrap) for wrap in (False, True))
        self._words.setMinimumHeight(1)
        self._lines.hide()
        self.join, self.worker = (
            Button("", "secondary", "users", small=True),
            Button("", "secondary", "user-check", small=True),
        )
        self.end, self.merge = (
            Button("", "secondary", "log-out", small=True),
            Button("", "secondary", "copy", small=True),
        )
        self.none = Button("", "ghost", small=True)
        self.join_form = BulkForm(today, day=True)
        self.worker_form = BulkForm(today)
        self.end_form = BulkForm(today, day=True, planned=True)
        self.end_form.choice.picked.connect(self._usual)
        self.buttons = (self.join, self.worker, self.end, self.merge, self.none)
        signals = (
            self.join_wanted,
            self.worker_wanted,
            self.end_wanted,
            self.merge_wanted,
            self.none_wanted,
        )
        for button, signal in zip(self.buttons, signals, strict=True):
            button.clicked.connect(signal)
        self.forms = (self.join_form, self.worker_form, self.end_form)
        for form in self.forms:
            form.left.connect(self.end_forms)
        self.past = PastLine()
        flow = Flow(self._words, *self.buttons, gap=6, centred=True)
        self._below = column(gap=0)
        parts = (self.past, self._below, *self.forms, self._lines, flow)
        self.setLayout(column(*parts, gap=8, margins=(14, 8, 14, 8)))
        self._shown, self._chosen, self._may = 0, 0, (True, True)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.join.set_words(_("Add to a group"))
        self.worker.set_words(_("Set key worker"))
        self.end.set_words(_("End the stay"))
        self.merge.set_words(_("Merge the two"))
        self.none.set_words(_("Choose nobody"))
        self.join_form.words(_("Add to the group"), _("Group"), _("From"))
        self.worker_form.words(_("Set key worker"), _("Key worker"))
        self.end_form.words(_("End the stay"), _("Why"), _("Last day"), _("Ending"))
        self.tell(self._shown, self._chosen, self._may)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """What is chosen stands before the buttons; with little room above them, where it wraps."""
        narrow = self.width() / theme.scale < ONE_LINE_FROM
        self._words.setVisible(not narrow)
        self._lines.setVisible(narrow)

    def _say(self, words: str) -> None:
        for label in (self._words, self._lines):
            label.set_words(words)

    def ask_below(self, question: QWidget) -> None:
        """Put what is to be asked about past registers under the line that offers them."""
        self._below.add(question)

    def tell(self, shown: int, chosen: int, may: tuple[bool, bool]) -> None:
        """How many are shown and chosen; `may` says whether people, and groups, may be changed."""
        self._shown, self._chosen, self._may = shown, chosen, may
        if chosen:
            words = ngettext("{n} person chosen", "{n} people chosen", chosen).format(n=chosen)
        else:
            people = ngettext("{n} person", "{n} people", shown).format(n=shown)
            words = people
            if any(may):
                words = _("{people}. Space or a click on the box chooses several.").format(people=people)
        self._say(words)
        people_too, groups_too = may
        self.join.setVisible(bool(chosen) and groups_too)
        self.worker.setVisible(bool(chosen) and people_too)
        self.end.setVisible(bool(chosen) and people_too)
        self.merge.setVisible(chosen == 2 and people_too)
        self.none.setVisible(bool(chosen))
        if not chosen:
            self.end_forms()

    def begin(self, form: BulkForm, options: Iterable[Option], today: date) -> None:
        """Open one form, shutting the others."""
        self.end_forms()
        form.begin(options, today)
        self._usual(self.end_form.choice.value())

    def end_forms(self) -> None:
        """Shut the forms."""
        for form in self.forms:
            form.hide()

    def end_options(self) -> list[Option]:
        """Reasons for an ending."""
        return [(code, _(reason.label)) for code, reason in END_REASONS.items()]

    def _usual(self, reason: object) -> None:
        """A reason says by itself whether an ending was planned; another click may say otherwise."""
        found, planned = END_REASONS.get(str(reason)), self.end_form.planned
        if planned is not None:
            said = found.planned if found is not None else None
            planned.select(None if said is None else 0 if said else 1)
