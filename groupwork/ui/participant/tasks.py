"""A person's tasks: how often done, partly and not done, with how much help, and how that went over time."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.domain.person_history import SPAN_LABELS, Span, TaskHistory, TaskLine
from groupwork.domain.rates import (
    DENOMINATOR_LABELS,
    NOTHING,
    Denominator,
    completion,
    done_alone,
    mean_level,
)
from groupwork.domain.tasks import HELP_LABELS, Outcome, TaskResult, made_words
from groupwork.domain.tasks import words as result_words
from groupwork.i18n import N_, _, current, ngettext
from groupwork.operations import person_history as operations
from groupwork.ui.gate import Gate
from groupwork.ui.participant import history_words as words
from groupwork.ui.participant.fact_table import FactTable
from groupwork.ui.participant.facts import Cell, Column, Line
from groupwork.ui.participant.figures import Figure, Figures
from groupwork.ui.participant.levels import draw_levels
from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import EmptyState, Scroll, SectionHead

SPANS = tuple(Span)
SPOKEN = 12
"""So many of the last times are said in words."""
TASKS = (
    Column(N_("Task"), share=5),
    Column(N_("Done"), width=64, right=True),
    Column(N_("Partly"), width=84, right=True, narrow=False),
    Column(N_("Not done"), width=104, right=True, narrow=False),
    Column(N_("Alone"), width=64, right=True, narrow=False),
    Column(N_("Completion"), width=140, narrow=False),
    Column(N_("Mean help level"), width=128, narrow=False),
    Column(N_("Help over time"), share=5),
)


class TasksTab(QWidget):
    """Reads one SELECT; Enter or a click on a task opens the register of its last session."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__()
        self.gate, self.go = gate, go
        self._person: ParticipantId | None = None
        self._history: TaskHistory | None = None
        self.tables: list[FactTable] = []
        self.span = Segments([_(SPAN_LABELS[span]) for span in SPANS])
        self.figures, self._activities = Figures(), column(gap=8)
        self.empty = EmptyState("list-checks")
        self.all = self.empty.add_button(Button("", "secondary"))
        self._numbers = Card(self.figures, pad=(20, 16, 20, 16))
        self._legend = Label("", "text2", 13, wrap=True)
        self._empty_card = Card(self.empty, pad=(20, 36, 20, 36))
        page = column(row(self.span, None), self._numbers, self._activities, self._legend, gap=12)
        page.add(self._empty_card, None)
        page.set_margins((0, 6, 0, 16))
        self._scroll = Scroll(box(page))
        self.setLayout(column(self._scroll, gap=0))
        self.span.chosen.connect(lambda _index: self.refresh())
        self.all.clicked.connect(self._show_all)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.span.set_words([_(SPAN_LABELS[span]) for span in SPANS], _("Time shown"))
        self.all.set_words(_("Show all"))
        levels = " · ".join(f"{level} {_(label)}" for level, label in HELP_LABELS.items())
        self._legend.set_words(_("Help levels: {levels}").format(levels=levels))
        if self._history is not None:
            self._show(self._history)

    def show_person(self, person: ParticipantId) -> None:
        """Another person; the span stays."""
        self._person = person
        self.refresh()

    def refresh(self) -> None:
        """Read again and show."""
        if self._person is None:
            return
        span = SPANS[self.span.current() or 0]
        history = self.gate.ask(operations.task_history, self._person, span)
        if history is not None:
            self._history = history
            self._show(history)

    def first_focus(self) -> QWidget:
        """The span."""
        return self.span.findChildren(QWidget)[self.span.current() or 0]

    def _show_all(self) -> None:
        self.span.select(SPANS.index(Span.ALL))
        self.refresh()

    def _show(self, history: TaskHistory) -> None:
        clear(self._activities)
        self.tables = []
        there = bool(history.tasks)
        for part in (self._numbers, self._legend):
            part.setVisible(there)
        self._empty_card.setVisible(not there)
        self.all.setVisible(history.span is not Span.ALL)
        self.empty.set_words(
            _("No tasks in this time"),
            _("As soon as a task is recorded on a register, it is here with the help it took."),
        )
        self.figures.tell(_figures(history))
        for activity in dict.fromkeys(task.activity for task in history.tasks):
            self._add(activity, [task for task in history.tasks if task.activity == activity])

    def _add(self, activity: str, tasks: list[TaskLine]) -> None:
        name = words.plain(activity)
        offered = [task for task in tasks if task.last is not None]
        table = FactTable(TASKS, opens=True)
        table.tell([_line(task) for task in offered], name)
        table.opened.connect(lambda number: self._open(offered[number]))
        table.setVisible(bool(offered))
        self.tables.append(table)
        card = Card(table, pad=(12, 4, 12, 8))
        n = len(tasks) - len(offered)
        if n:
            text = ngettext("{n} task was never offered.", "{n} tasks were never offered.", n)
            card.add(box(row(Label(text.format(n=n), "text2", 13), None, margins=(8, 4, 8, 4))))
        self._activities.add(SectionHead(name), card)

    def _open(self, task: TaskLine) -> None:
        self.go(Place("register", session=task.visits[-1].session))

    def restyle(self) -> None:
        """Room between the cards at the present text size."""
        self._activities.setSpacing(theme.size(8))


def _figures(history: TaskHistory) -> list[Figure]:
    done, alone = completion(history.results), done_alone(history.results)
    mean, n = mean_level(history.results)
    offered = _(DENOMINATOR_LABELS[Denominator.TASKS])
    of = _("{n} of {of} done").format(n=done.n, of=done.of) if done.of else ""
    return [
        Figure(words.percent(done), of, offered),
        Figure(words.percent(alone), words.of_words(alone), _("done on own")),
        Figure(
            NOTHING if mean is None else _number(mean),
            ngettext("of {n} level", "of {n} levels", n).format(n=n),
            _("mean help level"),
        ),
    ]


def _line(task: TaskLine) -> Line:
    mean, n = task.mean
    shown = Cell(NOTHING, "text2") if mean is None else Cell(_number(mean), after=f"n = {n}")
    return (
        Cell(words.plain(task.name), weight=600, after=_made(task)),
        Cell(str(task.count(Outcome.DONE)), weight=600),
        Cell(str(task.count(Outcome.PARTLY)), "text2"),
        Cell(str(task.count(Outcome.NOT_DONE)), "text2"),
        Cell(str(task.alone), "text2"),
        Cell(words.percent(task.completion), after=words.of_words(task.completion)),
        shown,
        Cell(_spoken(task), draw=partial(_draw, task)),
    )


def _made(task: TaskLine) -> str:
    """ "quantity 14, 60 min" in all these times; empty where neither was said."""
    quantity, minutes = task.made
    return ", ".join(made_words(TaskResult(Outcome.DONE, quantity=quantity, minutes=minutes), _))


def _draw(task: TaskLine, painter: QPainter, area: QRectF) -> None:
    draw_levels(painter, area, task.results)


def _spoken(task: TaskLine) -> str:
    """The last times in words, newest first, for screen readers and the tooltip."""
    return ", ".join(
        f"{current().day(visit.date, weekday=False)}: {result_words(visit.result, _)}"
        for visit in reversed(task.visits[-SPOKEN:])
    )


def _number(value: Decimal) -> str:
    return current().number(float(value), 1)
