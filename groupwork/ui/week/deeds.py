"""What is done from the week: registers, paper, moves, copies, calling off, closing days."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import SessionId
from groupwork.domain.schedule import monday
from groupwork.operations import closures, sessions
from groupwork.ui.day.session_panel import SessionPanel
from groupwork.ui.focus import focus_now
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.register.late_ask import LateAsk
from groupwork.ui.register.menus import open_at
from groupwork.ui.view import Go
from groupwork.ui.week.block import Block
from groupwork.ui.week.board import Board
from groupwork.ui.week.close_day import CloseDay
from groupwork.ui.week.frame import Slot
from groupwork.ui.week.grid import WeekGrid
from groupwork.ui.week.header import Header
from groupwork.ui.week.menus import BlockDeeds, block_menu, day_menu, empty_menu
from groupwork.ui.week.reading import Week
from groupwork.ui.week.walk import Stop
from groupwork.ui.week.work import WeekWork


class Asker(Protocol):
    """What the page of the week gives and does for its deeds."""

    gate: Gate
    go: Go
    date: dt.date
    week: Week
    panel: SessionPanel
    board: Board

    def refresh(self) -> None:
        """Read again and show."""

    def choose(self, session: SessionId | None) -> None:
        """Show a session beside the week."""

    def open_form(self, session: SessionId | None) -> None:
        """Open the form."""

    def show_beside(self, widget: QWidget) -> None:
        """Show something else."""

    def want_day(self, day: dt.date) -> None:
        """Show the day as a list."""

    def close_panel(self) -> None:
        """Take the panel away."""


class Deeds:
    """Does for the page what its grid, heads and panel ask for."""

    def __init__(self, page: Asker) -> None:
        self._page, self._gate = page, page.gate
        self.late = LateAsk(page.gate)
        """What a lock asks after a gesture in the week, above it."""
        self.work = WeekWork(page.gate, self.late)

    def connect(self, grid: WeekGrid, header: Header) -> None:
        """Listen to the grid and the heads of the days."""
        grid.opened.connect(self.open_register)
        grid.moved.connect(self.move)
        grid.copied.connect(self.copy)
        grid.called_off.connect(self.call_off)
        grid.menu.connect(self._menu)
        header.menu.connect(self._day_menu)
        self.late.done.connect(self._back_to_week)
        self.late.left.connect(self._back_to_week)

    def retranslate(self) -> None:
        """The questions of the lock in the language in use; an open form goes."""
        self._page.panel.close_form()
        self.late.retranslate()
        self._page.panel.late.retranslate()

    def open_register(self, session: SessionId) -> None:
        """Go to the register."""
        self._page.go(Place("register", session=session))

    def print_session(self, session: SessionId) -> None:
        """The session's sheet."""
        self._page.go(Place("preview", session=session))

    def open_plan(self, session: SessionId) -> None:
        """The session's plan, beside its register."""
        self._page.go(Place("register", session=session, part="plan"))

    def print_pack(self) -> None:
        """The day pack of the day one is at."""
        self._print_day(self._page.date)

    def print_week(self) -> None:
        """The registers of the week that is shown."""
        self._page.go(Place("preview", date=monday(self._page.date), part="week"))

    def move(self, session: SessionId, slot: Slot) -> None:
        """Move or resize; one step. The page stays with the session, also into another week."""
        block = self._page.board.grid.blocks.get(session)
        if block is None or not self.work.move(block.facts, slot):
            return
        self._follow(session, slot)
        if self.work.offer is not None:
            self._page.choose(session)

    def move_following(self) -> None:
        """Move the sessions that follow as this one was moved."""
        self.work.move_following()
        self._page.refresh()

    def copy(self, session: SessionId, slot: Slot) -> None:
        """Copy it as a one-off; the keyboard goes to the copy."""
        made = self.work.copy(session, slot)
        if made is not None:
            self._follow(made, slot)

    def call_off(self, session: SessionId) -> None:
        """A one-off that nobody wrote on goes; anything else is asked why it does not take place."""
        info = self._page.week.session(session)
        if info is None:
            return
        if info.group is None and not info.recorded:
            self._gate.do(sessions.remove_session, session)
            return
        self._page.choose(session)
        if self._page.panel.detail is not None:
            self._page.panel.detail.ask_reason()

    def close_day(self, day: dt.date) -> None:
        """Ask for the closure's name beside the week."""
        form = CloseDay(self._gate, day)
        form.finished.connect(self._page.close_panel)
        self._page.show_beside(form)
        focus_now(form.first_field())

    def reopen_day(self, day: dt.date) -> None:
        """Take away what closes the whole centre on a day: sessions lost to it are planned again."""
        for closure in self._gate.ask(closures.closures, day, day) or ():
            if closure.room is None and closure.allowed is None:
                self.late.do(closures.remove_closure, closure.id)
                return

    def _back_to_week(self) -> None:
        """The question is answered: the keyboard goes back to where it stood in the week."""
        self._page.refresh()
        target = self._page.board.grid.target()
        if target is not None:
            focus_now(target)

    def _follow(self, session: SessionId, slot: Slot) -> None:
        """Stand at a session that is somewhere else now."""
        page = self._page
        page.date = slot.day
        page.refresh()
        page.board.grid.go_to(page.board.grid.walk().of(session) or Stop(slot.day, slot.start))

    def _menu(self, block: Block | None, at: QPoint) -> None:
        page = self._page
        if block is None:
            stop = page.board.grid.stop
            day = stop.day if stop is not None else page.date
            closed = bool(page.week.day(day).closure)
            may = page.board.grid.may_plan
            if may:
                close = None if closed else lambda: self.close_day(day)
                paste = page.board.keys.paste if page.board.keys.has_copy else None
                open_at(empty_menu(page.board, page.board.keys.plan_here, paste, close), at)
            return
        open_at(block_menu(page.board, block.facts, self._of(block), may_plan=page.board.grid.may_plan), at)

    def _of(self, block: Block) -> BlockDeeds:
        page, session = self._page, block.session
        block.setFocus()
        return BlockDeeds(
            register=lambda: self.open_register(session),
            show=lambda: page.choose(session),
            sheet=lambda: self.print_session(session),
            edit=lambda: page.open_form(session),
            copy=page.board.keys.double,
            call_off=lambda: self.call_off(session),
            remove=lambda: self._gate.do(sessions.remove_session, session),
            reopen=lambda: self.late.do(sessions.reopen, session),
        )

    def _day_menu(self, day: dt.date, at: QPoint) -> None:
        page = self._page
        info, may = page.week.day(day), page.board.grid.may_plan
        menu = day_menu(
            page.board,
            lambda: page.want_day(day),
            (lambda: self._print_day(day)) if info.sessions else None,
            (lambda: self.close_day(day)) if may and not info.closure else None,
            (lambda: self.reopen_day(day)) if may and info.closure else None,
        )
        open_at(menu, at)

    def _print_day(self, day: dt.date) -> None:
        if self._page.week.day(day).sessions:
            self._page.go(Place("preview", date=day))
