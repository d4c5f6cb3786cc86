"""The schedule as a week: blocks by day and hour, and beside them the chosen session or the form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.clashes import ClashKind
from groupwork.domain.ids import SessionId
from groupwork.operations.desk import Right
from groupwork.ui.day.kept_clashes import KeptClashes
from groupwork.ui.day.session_panel import SessionPanel
from groupwork.ui.focus import focus_now, focused
from groupwork.ui.gate import Gate
from groupwork.ui.theme import theme
from groupwork.ui.view import Go, KeyLine
from groupwork.ui.week.beside import beside, free_for
from groupwork.ui.week.board import Board
from groupwork.ui.week.columns import clock
from groupwork.ui.week.deeds import Deeds
from groupwork.ui.week.following import following_card
from groupwork.ui.week.frame import Slot
from groupwork.ui.week.grid import WeekGrid
from groupwork.ui.week.head import WeekHead
from groupwork.ui.week.keys import key_lines
from groupwork.ui.week.reading import UNREAD, read_week
from groupwork.ui.week.side import BAR, DETAIL, FORM, Side
from groupwork.ui.week.walk import Stop
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.layouts import Box, column, row

COVERS_BELOW = 860
"""Narrower than this the panel takes the week's place while it is open."""
TWO_LINES_BELOW = 1080


class WeekPage(QWidget):
    """A week from Monday on. `date` is the day that is looked at, `chosen` the session beside the week."""

    day_wanted = Signal(object)
    """date: show it as a list."""

    def __init__(self, gate: Gate, go: Go, modes: Segments, kept: KeptClashes) -> None:
        super().__init__()
        self.gate, self.go, self.kept = gate, go, kept
        self.date = gate.today
        self.chosen: SessionId | None = None
        self.week = UNREAD
        self.head = WeekHead(modes)
        self.panel = SessionPanel(gate)
        self.deeds = Deeds(self)
        self.board = Board(self.deeds.work.judge)
        self._side = Side(self.panel)
        self._body: Box = row((self.board, 1), self._side, gap=14)
        parts = (self.head, row((self.deeds.late, 1), margins=(0, 0, BAR, 0)), (self._body, 1))
        self.setLayout(column(*parts, gap=10, margins=(24, 2, 20 - BAR, 16)))
        self._connect()
        self._add_keys()
        self.head.retranslate()

    @property
    def grid(self) -> WeekGrid:
        """The blocks."""
        return self.board.grid

    def enter(self, day: date, chosen: SessionId | None) -> None:
        """Show the week of a day and a session of it."""
        self.date, self.chosen = day, chosen
        self.panel.let_go(say=False)
        self.deeds.late.leave()
        self.refresh()
        walk, before = self.grid.walk(), self.grid.stop
        stop = walk.of(chosen) if chosen is not None else None
        if stop is None and (before is None or before.day != day):
            stop = walk.begin(day, self.grid.shown.now)
        if stop is not None:  # a page that is not on screen remembers the wish for the focus
            self.grid.go_to(stop, focus=not self.isVisible())

    def show_date(self, day: date) -> None:
        """Show the week of another day; the keyboard stays at its hour."""
        in_grid = focused(self.grid) is not None
        before = self.grid.stop
        self.enter(day, None)
        if before is not None and day in self.grid.shown.days:
            self.grid.go_to(self.grid.walk().near(day, before.minute), focus=in_grid)

    def refresh(self) -> None:
        """Read the week and its clashes again; the keyboard stays where it is."""
        focus = focused(self)
        in_panel = focus is not None and self.panel.form is None and self.panel.isAncestorOf(focus)
        in_grid = focus is not None and (focus is self.grid or self.grid.isAncestorOf(focus))
        self.deeds.work.forget()
        self.week = read_week(self.gate.desk(), self.date, self.kept)
        may_plan = self.gate.desk().may(Right.PLAN) and not self.gate.read_only
        self.grid.may_plan = self.grid.caret.may_plan = may_plan
        shown = self.week.shown(self.head.only, self.date)
        self.board.show_week(shown, self.week.heads(shown.days), self.gate.today)
        number = self.week.days[0].date.isocalendar().week
        self.head.show_week(self.week.title(shown.days), number, self.week.term_words(), self.week.sessions)
        self.head.set_may(plan=may_plan, prints=self.gate.desk().may(Right.PRINT))
        if self.week.session(self.chosen) is None:
            self.chosen = None
        if self.panel.form is None and self.panel.other is None:
            self._show_panel()
        lost = (in_panel or in_grid) and (focused(self) is None or focused(self) is self.grid)
        target = self.first_focus() if lost else None
        if target is not None:
            focus_now(target)

    def retranslate(self) -> None:
        """Words in the language in use."""
        self.head.retranslate()
        self.deeds.retranslate()
        self.refresh()

    def keys(self) -> tuple[KeyLine, ...]:
        """The page's own keys for F1."""
        return key_lines()

    def first_focus(self) -> QWidget | None:
        """The open form; else the block or the empty time where the keyboard stands."""
        if self.panel.form is not None:
            return self.panel.form.first_field()
        return self.grid.target() or self.head.plan_button

    def plan(self) -> None:
        """Open the form for a new session where the keyboard stands."""
        stop = self.grid.stop
        if stop is None or focused(self.grid) is None:
            self.open_form(None, self.date)
        else:
            self.board.keys.plan_here()

    def plan_at(self, slot: Slot) -> None:
        """Open the form for a new session at a time."""
        self.open_form(None, slot.day, slot)

    def open_form(self, session: SessionId | None, day: date | None = None, slot: Slot | None = None) -> None:
        """Open the form for a change of a session, or for a new one on a day."""
        found = self.week.session(session)
        times = (clock(slot.start), clock(slot.end)) if slot is not None else None
        form = self.panel.form
        if form is not None and times is not None and day is not None and form.move_to(day, times):
            focus_now(form.first_field())
            return
        if not self.panel.let_go():
            return
        self._show_side(FORM)
        self.panel.open_form(found.date if found is not None else day or self.date, found, times)

    def choose(self, session: SessionId | None) -> None:
        """Show a session beside the week; None closes the panel."""
        if not self.panel.let_go():
            self.grid.set_selected(self.chosen)
            return
        self.chosen = session
        self.grid.set_selected(session)
        self._show_panel()

    def want_day(self, day: date) -> None:
        """Ask for the day as a list."""
        self.day_wanted.emit(day)

    def close_panel(self) -> None:
        """Take the panel away; the keyboard goes to the week. What is typed in a form stays."""
        self.choose(None)
        target = self.first_focus()
        if target is not None:
            focus_now(target)

    def show_beside(self, widget: QWidget) -> None:
        """Something else than a session or its form stands beside the week."""
        if not self.panel.let_go():
            return
        self._show_side(FORM)
        self.panel.show_other(widget)

    def tick(self) -> None:
        """The minute turned: the line of now moves."""
        self.week = replace(self.week, now=self.gate.desk().now)
        self.grid.show_week(self.week.shown(self.head.only, self.date))

    def restyle(self) -> None:
        """The panel follows the text size."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head gets a second line, the panel covers the week, when there is little room."""
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape and not self.panel.empty:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        head, grid, panel, deeds = self.head, self.grid, self.panel, self.deeds
        head.moved.connect(self._step_days)
        head.wanted.connect(self.show_date)
        head.today.connect(self._show_today)
        head.printed.connect(deeds.print_pack)
        head.week_printed.connect(deeds.print_week)
        head.planned.connect(self.plan)
        head.filtered.connect(lambda _only: self.refresh())
        grid.chosen.connect(self.choose)
        grid.walked.connect(self._walked)
        grid.edited.connect(self.open_form)
        grid.planned.connect(self.plan_at)
        grid.beyond.connect(self._go_beyond)
        deeds.connect(grid, self.board.header)
        panel.opened.connect(deeds.open_register)
        panel.printed.connect(deeds.print_session)
        panel.plan_wanted.connect(deeds.open_plan)
        panel.edited.connect(self.open_form)
        panel.finished.connect(self._finished)
        panel.closed.connect(self.close_panel)
        panel.kept.connect(self._keep)

    def _add_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+N", self.plan),
            ("Ctrl+G", self.head.jump.open),
            ("Ctrl+T", self._show_today),
            ("Ctrl+P", self.deeds.print_pack),
            ("PgUp", partial(self._step_days, -7)),
            ("PgDown", partial(self._step_days, 7)),
        ):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=context).activated.connect(slot)

    def _arrange(self) -> None:
        width = self.width() / theme.scale
        self.head.set_narrow(width < TWO_LINES_BELOW)
        covers = width < COVERS_BELOW
        self.board.setVisible(not covers or self.panel.empty)
        self._side.fit(width, covers=covers)
        self._body.set_margins((0, 0, 0 if self._side.isVisibleTo(self) else BAR, 0))

    def _show_side(self, width: int) -> None:
        self._side.open_for(width)
        self._arrange()

    def _show_panel(self) -> None:
        session = self.week.session(self.chosen)
        self.grid.set_selected(self.chosen)
        if session is None:
            self.panel.show_session(None, beside(self.week, None, (), may_plan=False))
            self._side.setVisible(False)
            self._arrange()
            return
        may_plan = self.grid.may_plan
        rooms = free_for(self.gate, self.week, session) if may_plan else ()
        block = self.grid.blocks.get(session.id)
        offer = self.deeds.work.offer_for(block.facts if block is not None else None)
        above = following_card(offer.following, self.deeds.move_following) if offer is not None else None
        self.panel.show_session(session, beside(self.week, session, rooms, may_plan=may_plan), above)
        self._show_side(DETAIL)

    def _walked(self, stop: Stop) -> None:
        """While the panel is open it follows the keyboard."""
        self.date = stop.day
        follows = self.chosen not in (None, stop.session) and self.panel.form is None
        if stop.session is not None and follows:
            self.choose(stop.session)

    def _go_beyond(self, stop: Stop) -> None:
        """The arrows lead into another week."""
        self.chosen = None
        self.date = stop.day
        self.refresh()
        self.grid.go_to(self.grid.walk().near(stop.day, stop.minute))

    def _finished(self, session: SessionId | None, day: date) -> None:
        """The form is done: show what was planned, or what was there before."""
        if session is not None:
            self.date, self.chosen = day, session
        self.refresh()
        stop = self.grid.walk().of(session) if session is not None else None
        if stop is not None:
            self.grid.go_to(stop)
        target = self.first_focus()
        if target is not None:
            focus_now(target)

    def _keep(self, session: SessionId, kind: ClashKind) -> None:
        self.kept.keep(session, kind)
        self.refresh()

    def _step_days(self, days: int) -> None:
        self.show_date(self.date + timedelta(days=days))

    def _show_today(self) -> None:
        self.show_date(self.gate.today)
