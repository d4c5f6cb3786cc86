"""One person of the register on a card: alerts, marks, minutes, tasks, taking part, mood; for fingers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.mood import FACES, MOOD_LABELS, PART_LABELS
from groupwork.domain.register import Register, RegisterRow
from groupwork.domain.signs import Signs, plain_signs
from groupwork.i18n import N_, _
from groupwork.ui.models import register_words as words
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.mood.big_button import BigButton
from groupwork.ui.mood.chooser import PartButton
from groupwork.ui.mood.face_button import FaceButton
from groupwork.ui.register.big_marks import HIGH, USUAL, Levels, MarkButton, Stepper, is_shown
from groupwork.ui.theme import theme
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import SectionHead

TWO_COLUMNS_FROM = 900
"""Logical width from which tasks stand beside the rest."""
HEADS = {Kind.PART: N_("Taking part"), Kind.BEFORE: N_("Mood before"), Kind.AFTER: N_("Mood after")}


class PersonCard(QWidget):
    """`typed` carries kind of column, its task and a key, as if typed there; `marked` a whole mark."""

    typed = Signal(object, int, str)
    marked = Signal(object)
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = Label("", "text", 26, 700, wrap=True, typed=True)
        self._native = Label("", "text2", 18, wrap=True, typed=True)
        self._alerts = column(gap=2)
        self.marks = [MarkButton(mark) for mark in USUAL]
        self.more = BigButton("ellipsis", height=HIGH, size=15)
        self.more.clicked.connect(self.more_wanted)
        self._mark_words = Label("", "text2", 15, wrap=True)
        marks = Flow(gap=6)
        for button in (*self.marks, self.more):
            marks.add(button)
        self._steppers = {
            "late_min": Stepper(lambda: _("late")),
            "early_min": Stepper(lambda: _("left early")),
            "minutes": Stepper(lambda: _("was there")),
        }
        steppers = Flow(*self._steppers.values(), gap=18)
        self._tasks = column(gap=6)
        self.levels: list[Levels] = []
        self._heads = {kind: SectionHead() for kind in HEADS}
        self.numbers: dict[Kind, list[PartButton | FaceButton]] = {
            Kind.PART: [PartButton(n) for n in PART_LABELS],
            Kind.BEFORE: [FaceButton(n, side=50, size=13) for n in FACES],
            Kind.AFTER: [FaceButton(n, side=50, size=13) for n in FACES],
        }
        self._rows = {kind: self._number_row(kind) for kind in HEADS}
        person = column(self._name, self._native, self._alerts, 4, marks, self._mark_words, steppers, gap=6)
        left = box(column(person, 4, *self._rows.values(), None, gap=6))
        self._body = row(
            (left, 1), (box(column(self._tasks, None, gap=0)), 1), gap=20, margins=(16, 8, 16, 12)
        )
        self.setLayout(self._body)
        self._mark, self._signs = Mark(), plain_signs("en")
        self._task_words: list[Label] = []
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """Tasks beside the rest where there is room, else below."""
        wide = self.width() / theme.scale >= TWO_COLUMNS_FROM
        wanted = Box.Direction.LeftToRight if wide else Box.Direction.TopToBottom
        if self._body.direction() != wanted:
            self._body.setDirection(wanted)

    def _number_row(self, kind: Kind) -> QWidget:
        return box(column(self._heads[kind], Flow(*self.numbers[kind], gap=5), gap=3))

    def _connect(self) -> None:
        for button in self.marks:
            button.clicked.connect(partial(self._press_mark, button))
        for field, stepper in self._steppers.items():
            stepper.wanted.connect(partial(self._set_minutes, field))
        for kind, buttons in self.numbers.items():
            for each in buttons:
                each.clicked.connect(partial(self._press_number, kind, each))

    def show_person(self, row_: RegisterRow, register: Register, signs: Signs) -> None:
        """Show what is recorded of a person."""
        self._mark, self._signs = row_.mark, signs
        self._name.set_words(row_.name.full)
        self._native.set_words(row_.name.native)
        self._native.setVisible(bool(row_.name.native))
        self._show_alerts(row_)
        self._show_mark(row_)
        self._show_tasks(row_, register)
        values = {
            Kind.PART: row_.participation,
            Kind.BEFORE: row_.mood_before,
            Kind.AFTER: row_.mood_after,
        }
        for kind, buttons in self.numbers.items():
            self._rows[kind].setVisible(kind is Kind.PART or register.records_mood)
            self._heads[kind].set_words(_(HEADS[kind]))
            labels = PART_LABELS if kind is Kind.PART else MOOD_LABELS
            for each in buttons:
                each.set_words(_(labels[each.face]))
                each.setAccessibleName(f"{_(HEADS[kind])}, {each.face}: {each.text()}")
                each.set_chosen(values[kind] == each.face)

    def _show_alerts(self, row_: RegisterRow) -> None:
        clear(self._alerts)
        for alert in row_.alerts:
            icon, tone = words.ALERT_LOOKS[alert.kind]
            ink = f"{tone}_ink" if theme.on("light") else tone
            self._alerts.add(_line(icon, words.alert_words(alert), ink, 600))
        if row_.mark.planned:
            self._alerts.add(_line("calendar-check", words.planned_words(row_), "text2", 400))

    def _show_mark(self, row_: RegisterRow) -> None:
        mark, signs = row_.mark, self._signs
        for button in self.marks:
            button.show_mark(_words(button.mark, signs), signs, chosen=is_shown(button.mark, mark))
        self.more.set_words(_("More …"), _("More marks"))
        self._mark_words.set_words(words.mark_words(mark, signs))
        self._mark_words.setVisible(not any(button.chosen for button in self.marks))
        for field, stepper in self._steppers.items():
            value = row_.minutes if field == "minutes" else getattr(mark, field)
            stepper.setVisible(value is not None and mark.attended)
            if value is not None:
                stepper.show_minutes(value)

    def _show_tasks(self, row_: RegisterRow, register: Register) -> None:
        if len(self.levels) != len(register.tasks):
            clear(self._tasks)
            self.levels = [Levels() for _task in register.tasks]
            self._task_words = [Label("", "text", 15, 600, wrap=True, typed=True) for _task in register.tasks]
            for n, (said, each) in enumerate(zip(self._task_words, self.levels, strict=True)):
                each.pressed.connect(partial(self.typed.emit, Kind.TASK, n))
                self._tasks.add(box(column(said, each, gap=2)))
        for n, shown in enumerate(register.tasks):
            name = words.plain(shown.name)
            result = words.result_words(row_.results[n], row_.last_levels[n])
            self._task_words[n].set_words(_("{task}: {result}").format(task=name, result=result))
            self.levels[n].show_result(name, row_.results[n])

    def _press_mark(self, button: MarkButton, _on: bool = False) -> None:
        """Late and early join the mark that is there; every other button says the whole mark."""
        mark, kept = button.mark, self._mark.status in (Status.PRESENT, Status.WALK_IN)
        if kept and mark.late_min is not None:
            late = None if self._mark.late_min is not None else 0
            mark = replace(self._mark, late_min=late)
        elif kept and mark.early_min is not None:
            early = None if self._mark.early_min is not None else 0
            mark = replace(self._mark, early_min=early)
        self.marked.emit(mark)

    def _set_minutes(self, field: str, minutes: int) -> None:
        changed = {
            "late_min": replace(self._mark, late_min=minutes),
            "early_min": replace(self._mark, early_min=minutes),
            "minutes": replace(self._mark, minutes=minutes),
        }
        self.marked.emit(changed[field])

    def _press_number(self, kind: Kind, button: PartButton | FaceButton, _on: bool = False) -> None:
        """A number pressed again is taken back."""
        self.typed.emit(kind, -1, "Delete" if button.chosen else str(button.face))


def _line(icon: str, said: str, ink: str, weight: int) -> QWidget:
    """What must be read whole: it wraps."""
    return box(row(Icon(icon, ink, 18), (Label(said, ink, 16, weight, wrap=True, typed=True), 1), gap=8))


def _words(mark: Mark, signs: Signs) -> str:
    if mark.late_min is not None:
        return _("late")
    if mark.early_min is not None:
        return _("left early")
    return signs.own_label(str(mark.status)) or _(words.SHORT[mark.status])
