"""A person's attendance: the rate with its n and N, every mark by week or as a list, groups and months."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QWidget

from groupwork.domain.attendance import counted_minutes
from groupwork.domain.ids import GroupId, ParticipantId, SessionId
from groupwork.domain.person_history import SPAN_LABELS, AttendanceHistory, Span, Visit
from groupwork.domain.rates import DENOMINATOR_LABELS, NOTHING, Attendance, Denominator
from groupwork.domain.signs import Signs
from groupwork.i18n import LONG_MONTHS, N_, _, current, ngettext
from groupwork.operations import person_history as operations
from groupwork.ui.gate import Gate
from groupwork.ui.participant import history_words as words
from groupwork.ui.participant.fact_table import FactTable
from groupwork.ui.participant.facts import Cell, Column, Line
from groupwork.ui.participant.figures import Figure, Figures
from groupwork.ui.participant.mark_legend import MarkLegend
from groupwork.ui.participant.mark_weeks import MarkWeeks
from groupwork.ui.place import Place
from groupwork.ui.register.mark import draw_mark
from groupwork.ui.theme import theme
from groupwork.ui.view import Go
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.fields import Choice
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column, row
from groupwork.ui.widgets.page import EmptyState, Scroll, SectionHead

SPANS = tuple(Span)
LISTED = 12
"""Rows of the list that are seen at once."""
VISITS = (
    Column(N_("Day"), width=150),
    Column(N_("Time"), width=106, narrow=False),
    Column(N_("Session"), share=5),
    Column("", width=44),
    Column(N_("Mark"), share=5),
    Column(N_("Minutes"), width=84, right=True),
)
_RATES = (
    Column(N_("Of available"), share=4),
    Column(N_("Of booked"), share=4, narrow=False),
    Column(N_("Hours"), width=76, right=True),
    Column(N_("Not in the rate"), share=5, narrow=False),
)
GROUPS = (Column(N_("Group"), share=6), *_RATES)
MONTHS_TABLE = (Column(N_("Month"), share=4), *_RATES)


class AttendanceTab(QWidget):
    """Reads one SELECT; a session opens its register."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__()
        self.gate, self.go = gate, go
        self._person: ParticipantId | None = None
        self._history: AttendanceHistory | None = None
        self.span = Segments([_(SPAN_LABELS[span]) for span in SPANS])
        self.group, self.figures = Choice(), Figures()
        self.way = Segments(["", ""], small=True)
        self.weeks, self.visits = MarkWeeks(), FactTable(VISITS, opens=True, most=LISTED, row=36)
        self.groups, self.months = FactTable(GROUPS), FactTable(MONTHS_TABLE)
        self.legend, self.empty = MarkLegend(), EmptyState("calendar-check")
        self.all = self.empty.add_button(Button("", "secondary"))
        self._title, self._heads = Label("", "text", 16, 700), (SectionHead(), SectionHead())
        self._build()
        self._connect()
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        self._shown = QStackedWidget()
        for way in (self.weeks, self.visits):
            self._shown.addWidget(way)
        self._empty_card = Card(self.empty, pad=(20, 36, 20, 36))
        self._numbers = Card(self.figures, pad=(20, 16, 20, 16))
        head = row((self._title, 1), self.way, gap=10)
        self._marks = Card(head, self._shown, self.legend, pad=(20, 14, 20, 14), gap=12)
        groups, months = self._heads
        self._tables = box(
            column(
                groups,
                Card(self.groups, pad=(12, 4, 12, 8)),
                8,
                months,
                Card(self.months, pad=(12, 4, 12, 8)),
                gap=8,
            )
        )
        chosen = Flow(self.span, self.group, gap=12)
        page = column(chosen, self._numbers, self._marks, self._tables, self._empty_card, None, gap=12)
        page.set_margins((0, 6, 0, 16))
        self._scroll = Scroll(box(page))
        self.setLayout(column(self._scroll, gap=0))

    def _connect(self) -> None:
        self.span.chosen.connect(self._other_span)
        self.group.picked.connect(lambda _group: self.refresh())
        self.way.chosen.connect(self._show_way)
        self.all.clicked.connect(self._show_all)
        self.weeks.opened.connect(self._open)
        self.visits.opened.connect(self._open_row)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.span.set_words([_(SPAN_LABELS[span]) for span in SPANS], _("Time shown"))
        self.way.set_words([_("By week"), _("List")], _("Show marks"))
        self.group.setAccessibleName(_("Group"))
        self._title.set_words(_("Sessions"))
        self.all.set_words(_("Show all"))
        for head, text in zip(self._heads, (_("By group"), _("By month")), strict=True):
            head.set_words(text)
        if self._history is not None:
            self._show(self._history)

    def restyle(self) -> None:
        """Widths at the present text size."""
        self.group.setFixedWidth(theme.size(300))
        self._show_way(self.way.current() or 0)

    def show_person(self, person: ParticipantId) -> None:
        """Another person: all groups again, the span stays."""
        if person != self._person:
            self._person = person
            self.group.set_options([(None, "")])
        self.refresh()

    def refresh(self) -> None:
        """Read again and show."""
        if self._person is None:
            return
        span, group = SPANS[self.span.current() or 0], self.group.value()
        chosen = GroupId(group) if isinstance(group, int) else None
        history = self.gate.ask(operations.attendance_history, self._person, span, chosen)
        if history is not None:
            self._history = history
            self._show(history)

    def first_focus(self) -> QWidget:
        """The span."""
        return self.span.findChildren(QWidget)[self.span.current() or 0]

    def _other_span(self, _index: int) -> None:
        self.group.choose(None)
        self.refresh()

    def _show_all(self) -> None:
        self.span.select(SPANS.index(Span.ALL))
        self._other_span(0)

    def _show(self, history: AttendanceHistory) -> None:
        self._fill_groups(history)
        there = bool(history.visits)
        for part in (self._numbers, self._marks, self._tables):
            part.setVisible(there)
        self._empty_card.setVisible(not there)
        self.all.setVisible(history.span is not Span.ALL)
        self.empty.set_words(
            _("No sessions in this time"),
            _("As soon as this person stands on a register, the session is here with its mark."),
        )
        signs = self.gate.signs()
        self.figures.tell(_figures(history.total), _chips(history, signs))
        self.weeks.show_visits(history.visits, signs)
        self.visits.tell([_visit(visit, signs) for visit in history.visits], _("Sessions, newest first"))
        self.legend.tell((visit.mark for visit in history.visits), signs)
        self.groups.tell(
            [(_strong(words.group_words(g.group)), *_rates(g.rates, g.open)) for g in history.groups],
            _("By group"),
        )
        self.months.tell(
            [(_strong(_month(m.month)), *_rates(m.rates, m.open)) for m in history.months], _("By month")
        )
        self._show_way(self.way.current() or 0)

    def _fill_groups(self, history: AttendanceHistory) -> None:
        options: list[tuple[object, str]] = [(None, _("All groups"))]
        options += [
            (g.group.id, words.group_words(g.group)) for g in history.groups if g.group.id is not None
        ]
        self.group.set_options(options)
        self.group.setVisible(len(history.groups) > 1)

    def _show_way(self, index: int) -> None:
        shown = self.visits if index else self.weeks
        self._shown.setCurrentWidget(shown)
        self._shown.setFixedHeight(shown.height())
        self.legend.setVisible(not index)

    def resizeEvent(self, event: object) -> None:
        self._show_way(self.way.current() or 0)

    def _open(self, session: SessionId) -> None:
        self.go(Place("register", session=session))

    def _open_row(self, number: int) -> None:
        if self._history is not None:
            self._open(self._history.visits[number].session)


def _figures(total: Attendance) -> list[Figure]:
    came = total.available.n + total.walk_ins
    sessions = ngettext("in {n} session", "in {n} sessions", came).format(n=came)
    rates = [
        Figure(words.percent(rate), words.of_words(rate), _(DENOMINATOR_LABELS[rate.denominator]))
        for rate in (total.available, total.booked, total.dna)
    ]
    available = total.available
    if available.of:
        of = _("{n} of {of} available").format(n=available.n, of=available.of)
        rates[0] = Figure(words.percent(available), of, _(DENOMINATOR_LABELS[Denominator.AVAILABLE]))
    return [*rates, Figure(words.hours(total), sessions, _("hours attended"))]


def _chips(history: AttendanceHistory, signs: Signs) -> list[tuple[str, str, str]]:
    said = words.beside(history.total, history.open, history.outside, signs)
    return [(each.words, each.tone, each.icon) for each in said]


def _visit(visit: Visit, signs: Signs) -> Line:
    def mark(painter: QPainter, area: QRectF) -> None:
        side = theme.sizef(20)
        square = QRectF(area.left(), area.center().y() - side / 2, side, side)
        draw_mark(painter, square, visit.mark, signs)

    minutes = counted_minutes(visit.mark, visit.minutes)
    quiet = "text" if visit.in_stay else "text3"
    return (
        Cell(current().day(visit.date, year=True), quiet, 500),
        Cell(current().span(visit.start, visit.end), "text2"),
        Cell(words.plain(visit.title), quiet, 500),
        Cell("", draw=mark),
        Cell(words.mark_said(visit, signs), quiet),
        Cell(str(minutes) if minutes is not None else NOTHING, "text2"),
    )


def _rates(rates: Attendance, still_open: int) -> Line:
    return (
        Cell(words.percent(rates.available), weight=600, after=words.of_words(rates.available)),
        Cell(words.percent(rates.booked), after=words.of_words(rates.booked)),
        Cell(words.hours(rates)),
        Cell(" · ".join(each.words for each in words.beside(rates, still_open)), "text2"),
    )


def _strong(said: str) -> Cell:
    return Cell(said, weight=600)


def _month(month: date) -> str:
    return f"{LONG_MONTHS[current().language][month.month - 1]} {month.year}"
