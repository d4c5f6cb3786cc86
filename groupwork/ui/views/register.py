"""The register of one session: the grid, its head, its keys. Every gesture is one durable step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import SessionId
from groupwork.domain.register import Register
from groupwork.i18n import _
from groupwork.operations import attendance, reasons
from groupwork.operations import register as operations
from groupwork.operations.desk import Right
from groupwork.ui.gate import Gate
from groupwork.ui.models.register import TABLES, RegisterModel
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.place import Place
from groupwork.ui.register.beside import Beside, panel_keys
from groupwork.ui.register.block_edit import BlockEdit
from groupwork.ui.register.desk_work import CellMenus, DropIns, TaskWork
from groupwork.ui.register.door import Door
from groupwork.ui.register.grid_card import GridCard
from groupwork.ui.register.grid_keys import GridKeys
from groupwork.ui.register.head import RegisterHead
from groupwork.ui.register.held_work import HeldWork
from groupwork.ui.register.key_events import KeyEvents
from groupwork.ui.register.key_strip import KeyStrip, all_keys
from groupwork.ui.register.more_menu import FaceStarts, MoreMenu
from groupwork.ui.register.over_time import OverTime
from groupwork.ui.register.page_scroll import PageScroll
from groupwork.ui.register.reason_bar import ReasonBar
from groupwork.ui.register.recorder import GateRecorder
from groupwork.ui.register.side import PLAN
from groupwork.ui.register.strip_turn import StripTurn
from groupwork.ui.register.unfinished import RegisterWords
from groupwork.ui.theme import theme
from groupwork.ui.unfinished import Words
from groupwork.ui.view import Go, KeyLine, View
from groupwork.ui.widgets.layouts import column, row
from groupwork.ui.widgets.page import Snug

if TYPE_CHECKING:
    from groupwork.store.journal import Done


class RegisterView(View):
    """One session's register. Letters act only while the grid has the focus."""

    tables = TABLES

    def __init__(self, gate: Gate, go: Go, parent: QWidget | None = None) -> None:
        super().__init__(gate, go, parent)
        self._session: SessionId | None = None
        door = self._door = Door(gate, self)
        self.model = RegisterModel(GateRecorder(door), self)
        self.strip = KeyStrip().serve(self)
        drop_ins = DropIns(door, self.model, self.strip.say)
        self.card = GridCard(self.model, drop_ins.find, drop_ins.here)
        self.table = self.card.table
        self.head = RegisterHead()
        self.reason = ReasonBar(partial(gate.ask, reasons.reasons, reasons.NOT_HELD))
        self._tasks = TaskWork(door, self.model, self.table, self.strip.say)
        self.card.deck.quantity_wanted.connect(self._tasks.ask_made)
        self._keys = GridKeys(self.model, self.table)
        self._blocks = BlockEdit(self.model, self.table, self.strip.say)
        self._menus = CellMenus(self.model, self.table, self._keys, self._blocks, self._tasks)
        self.over_time = OverTime(self, door, self.model, self.table, self._keys, self.strip.say, go)
        self._menus.details = self.over_time.ask_details
        faces = FaceStarts(gate, door, self.model, self.strip.say)
        self._more_menu = MoreMenu(self, self.table, faces, go, self._print)
        self._more_menu.more = lambda: [
            *self.over_time.entries(writable=self._menus.writable),
            *self.beside.choices(),
        ]
        self._events = KeyEvents(
            self.model,
            self.table,
            self._keys,
            self._blocks,
            blanks=self.mark_blanks,
            open_menu=self._menus.open_values,
            details=self.over_time.ask_details,
            quantity=self._tasks.ask_quantity,
        )
        self.beside = Beside(gate, go, self.model, self.card)
        self.beside.keys(self)
        grid = (self.table, self.card.deck, self.card.drop_in.edit)
        self._turn = StripTurn(self.strip, self.model, self.beside.side, *grid)
        self._held = HeldWork(door, self.model, (self.head, self.reason, self.card), self.refresh)
        foot = row((self.strip, 1), margins=(2, 0, 0, 0))
        page = column(
            self.head,
            6,
            self.reason,
            self.over_time.bars,
            (self.beside, 1),
            4,
            foot,
            gap=4,
            margins=(22, 2, 20, 10),
        )
        self._page = Snug(page)
        self._scroll = PageScroll(self._page, self.card)
        self.setLayout(column(self._scroll, gap=0))
        self._connect(drop_ins)
        self._words = RegisterWords(gate, self.model, self.reason, self.card.drop_in, self.strip.say)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def minimumSizeHint(self) -> QSize:
        """As wide as head and keys need; low windows scroll."""
        return QSize(self._page.minimumSizeHint().width(), theme.size(240))

    def restyle(self) -> None:
        """On a low window, or with large text, the page scrolls and the grid does not."""
        self._scroll.fit(self.height())

    def _follow_cursor(self) -> None:
        self.strip.quiet()
        self._scroll.follow()

    def _connect(self, drop_ins: DropIns) -> None:
        self.head.back.connect(self._leave)
        self._menus.away_wanted.connect(
            lambda person: self.go(Place("absences", participant=person, part="back"))
        )
        self.head.blanks.connect(self.mark_blanks)
        self.head.printed.connect(self._print)
        self.head.more.connect(self._more)
        drop_in, door = self.card.drop_in, self._door
        drop_in.chosen.connect(lambda who: drop_in.settle(drop_ins.add(who), waits=door.waiting))
        drop_in.wanted_new.connect(lambda name: drop_in.settle(drop_ins.add_new(name), waits=door.waiting))
        door.settled.connect(drop_in.settle)
        for added in (self.card.drop_in.chosen, self.card.drop_in.wanted_new):
            added.connect(self.table.scrollToBottom)  # whoever came stands in the last rows
        self.card.drop_in.above.connect(self.table.setFocus)
        self._keys.said.connect(lambda sentence: self.strip.say(sentence, "info"))
        self._keys.remove_wanted.connect(drop_ins.remove)
        self._keys.not_done.connect(self._offer_reasons)
        self.table.below.connect(self._to_drop_in)
        self.table.moved.connect(self._follow_cursor)
        for header in (self.table.header, self.table.frozen.header):
            header.add_wanted.connect(self._tasks.ask_new)
            header.task_menu.connect(self._tasks.menu)

    def title(self) -> str:
        """The session's title."""
        register = self.model.register
        return register.session.title if register is not None else _("Register")

    def first_focus(self) -> QWidget | None:
        """The grid, its cursor on the first mark that is not recorded."""
        if self.model.rowCount():
            return self.table
        return self.card.drop_in.edit

    def keys(self) -> tuple[KeyLine, ...]:
        """The keys of the grid, for whoever may record, and of what stands beside it."""
        recording = all_keys(self.model.signs) if self._turn.writable else ()
        grid = tuple(KeyLine(keys, does) for keys, does in recording)
        return (*grid, *panel_keys())

    def show_place(self, place: Place) -> None:
        """Show the register of the place's session."""
        another = place.session is not None and place.session != self._session
        if another:
            self._words.keep()
            self._session = place.session
            self.reason.hide()
            self.over_time.leave()
            self.card.setCurrentIndex(2)
        self.refresh()
        self._cursor_home(another=another)
        if another:
            self._words.restore()
            self.over_time.welcome()
            self._scroll.from_top()
        if place.part == "plan":
            self.beside.open_side(PLAN)

    def unfinished(self) -> dict[str, Words]:
        """A half typed reason, a half typed name, a note that is not saved."""
        return self._words.words() | self.beside.side.unfinished()

    def _cursor_home(self, *, another: bool) -> None:
        """The first mark that is not recorded; else where one was, in another register the first row."""
        register = self.model.register
        if register is None:
            return
        blank = (n for n, each in enumerate(register.rows) if each.mark.status is None)
        at = self.table.standing()
        was = at[0] if at is not None and not another else 0
        self.table.go(next(blank, was), self.model.place(Kind.MARK))

    def refresh(self) -> None:
        """Read the register again; cells that did not change are not painted again."""
        if self._session is None:
            return
        self._keys.leave()
        register = self.gate.ask(operations.register, self._session)
        if register is not None:
            self._show(register)

    def _show(self, register: Register) -> None:
        desk = self.gate.desk()
        writable = desk.may(Right.RECORD) and not self.gate.read_only
        at, signs = self.table.standing(), self.model.signs
        if self.model.set_register(register) and at is not None:
            self.table.go(*at)
        if self.model.signs != signs:
            self._keys.renew()
            self.model.retranslate()
        self.head.show_register(register, writable=writable)
        self._menus.writable = self._turn.writable = writable
        self.head.print_button.setVisible(desk.may(Right.PRINT))
        self.card.show_register(register, writable=writable)
        self.beside.show_register(register)
        self.over_time.opens_block = desk.may(Right.RECORDS)
        self.over_time.show_register(register)
        self.restyle()
        self._turn.show_keys()

    def follow(self, done: Done) -> None:
        """Something was written: reading again repaints only the cells that changed."""
        if self.tables & done.tables:
            self.refresh()
        self.beside.side.follow(done)

    def retranslate(self) -> None:
        """Every word in the language in use; the keys of the language act from now on."""
        self._keys.renew()
        self.head.retranslate()
        self.reason.retranslate()
        self.over_time.retranslate()
        self.card.retranslate()
        self.beside.side.retranslate()
        self.model.retranslate()
        self.strip.quiet()
        self._turn.show_keys()
        if self.model.register is not None:
            self.refresh()

    def refused(self, sentence: str) -> bool:
        """Refusals stand under the grid, where the eyes are."""
        if not self.isVisible():
            return False
        self.strip.say(sentence)
        return True

    def mark_blanks(self) -> None:
        """Everybody who is not recorded becomes present, in one step."""
        if self._session is not None:
            self._door.do(attendance.mark_blanks_present, self._session)

    def _offer_reasons(self, row: int, column: int) -> None:
        def go_on(event: QKeyEvent) -> None:
            self.table.setFocus()
            self._events.letter(event.text())

        self._tasks.ask_reason(row, column, go_on)

    def _to_drop_in(self) -> None:
        if self.card.drop_in.edit.isEnabled():
            self._keys.leave()
            self.card.drop_in.edit.setFocus()

    def _leave(self) -> None:
        register = self.model.register
        self.go(Place("schedule", register.session.date, self._session) if register else Place("today"))

    def _print(self) -> None:
        self._keys.leave()
        register = self.model.register
        if register is not None:
            self.go(Place("preview", register.session.date, self._session))

    def _more(self) -> None:
        self._more_menu.open_under(self.head.more_button, self._tasks.ask_new)
