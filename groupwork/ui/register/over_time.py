"""What a register has to do with other days: its lock, the session before, and what goes with a mark."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from groupwork.domain.late_changes import LATE_REASONS
from groupwork.domain.mark_times import Span
from groupwork.domain.register import Register
from groupwork.i18n import N_, _, ngettext
from groupwork.operations import reasons
from groupwork.operations.like_last import fill_like_last, like_last
from groupwork.ui.focus import reveal
from groupwork.ui.models.register import Place as Cell
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.models.register_words import mark_words
from groupwork.ui.place import Place
from groupwork.ui.register.door import Door
from groupwork.ui.register.grid_keys import GridKeys
from groupwork.ui.register.like_bar import LikeBar
from groupwork.ui.register.lock_line import LockLine
from groupwork.ui.register.mark_bar import Details, MarkBar, with_details
from groupwork.ui.register.menus import Choice
from groupwork.ui.register.reason_bar import ReasonBar
from groupwork.ui.register.table import RegisterTable
from groupwork.ui.view import Go
from groupwork.ui.widgets.layouts import box, column

WHY_LATE = N_("Why is it changed so late?")
LIKE_LAST, BLOCK = "Ctrl+.", "F6"


class OverTime(QObject):
    """The bars above the grid and what they do; `bars` goes into the page."""

    def __init__(
        self,
        page: QWidget,
        door: Door,
        model: RegisterModel,
        table: RegisterTable,
        keys: GridKeys,
        tell: Callable[[str, str], object],
        go: Go,
    ) -> None:
        super().__init__(page)
        self._door, self._model, self._table, self._keys = door, model, table, keys
        self._tell, self._go = tell, go
        self._rows: tuple[int, ...] = ()
        self.opens_block = True
        """Whether this sign-in may see all dates of a group: they are of the records."""
        self.lock = LockLine()
        self.why = ReasonBar(question=WHY_LATE, usual=LATE_REASONS)
        self.details = MarkBar(partial(door.ask, reasons.reasons, reasons.ABSENCE))
        self.like = LikeBar()
        self.bars = box(column(self.lock, self.why, self.details, self.like, gap=4))
        self._connect()
        for key, slot in ((LIKE_LAST, self.ask_like_last), (BLOCK, self.show_block)):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(key), page, context=context).activated.connect(slot)

    def _connect(self) -> None:
        self._door.locked.connect(self._ask_why)
        self.why.given.connect(self._give_why)
        self.why.given_up.connect(self._stop_why)
        self.details.given.connect(self._store)
        self.details.given_up.connect(partial(self._close, self.details))
        self.like.wanted.connect(self._fill)
        self.like.given_up.connect(partial(self._close, self.like))

    def entries(self, *, writable: bool) -> list[Choice | None]:
        """What the page's menu offers of it."""
        register = self._model.register
        more: list[Choice | None] = []
        if writable:
            more.append(Choice(_("As in the session before …"), _(LIKE_LAST), self.ask_like_last))
        if register is not None and register.session.group is not None and self.opens_block:
            more.append(Choice(_("All dates of the group"), BLOCK, self.show_block))
        return more

    def show_register(self, register: Register) -> None:
        """The register that is shown now."""
        self.lock.show_lock(register.lock)

    def leave(self) -> None:
        """Another register will be shown: what was asked here is given up."""
        self._door.give_up()
        for bar in (self.why, self.details, self.like):
            bar.hide()

    def welcome(self) -> None:
        """Where all present is usual, say which key does it while nobody is recorded."""
        register = self._model.register
        if (
            register is not None
            and register.all_present
            and all(r.mark.status is None for r in register.rows)
        ):
            sentence = _("All present is usual here: {key} marks everybody, then change the exceptions.")
            self._tell(sentence.format(key="+"), "info")

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for bar in (self.why, self.details, self.like):
            bar.retranslate()
        register = self._model.register
        if register is not None:
            self.lock.show_lock(register.lock)

    def ask_details(self) -> None:
        """Ask what goes with the mark just made, else with the chosen ones."""
        register, rows = self._model.register, self._wanted_rows()
        self._keys.leave()
        marks = [self._model.row(row).mark for row in rows]
        if register is None or not marks or any(mark.status is None for mark in marks):
            self._tell(_("Set the mark first, then what goes with it."), "info")
            return
        self._rows = rows
        row = self._model.row(rows[0])
        title = f"{row.name.full}: {mark_words(row.mark, register.signs)}"
        if len(rows) > 1:
            title = ngettext("{n} person", "{n} people", len(rows)).format(n=len(rows))
        self.like.hide()
        reveal(self.details)
        self.details.ask(title, marks, self._span(register), self._door.today, register.signs)

    def ask_like_last(self) -> None:
        """Show what the session before would fill in."""
        self._keys.leave()
        register = self._model.register
        found = self._door.ask(like_last, register.session.id) if register is not None else None
        if register is not None and found is not None:
            self.details.hide()
            self.like.ask(found, register)
            reveal(self.like)

    def show_block(self) -> None:
        """All dates of the register's group."""
        register = self._model.register
        if register is not None and register.session.group is not None and self.opens_block:
            self._keys.leave()
            day, group = register.session.date, register.session.group
            self._go(Place("block", day, session=register.session.id, group=group))

    def _wanted_rows(self) -> tuple[int, ...]:
        at, chosen = self._table.standing(), self._table.places.chosen
        if at is None:
            return ()
        if chosen:
            return tuple(sorted({row for row, _column in chosen}))
        just = self._keys.just_marked
        return (at[0] if just is None else just,)

    @staticmethod
    def _span(register: Register) -> Span:
        return register.session.start, register.session.end

    def _store(self, before: Details, now: Details) -> None:
        register, column_ = self._model.register, self._model.place(Kind.MARK)
        changes: dict[Cell, object] = {}
        if register is not None:
            span = self._span(register)
            for row in self._rows:
                mark = self._model.row(row).mark
                changed = with_details(mark, before, now, span)
                if changed != mark:
                    changes[row, column_] = changed
        self._close(self.details)
        if changes:
            self._model.record(changes)

    def _fill(self) -> None:
        register = self._model.register
        self._close(self.like)
        if register is not None:
            self._door.do(fill_like_last, register.session.id)

    def _ask_why(self, _sentence: str) -> None:
        self.details.hide()
        self.why.ask(self._door.last_reason)
        reveal(self.why)

    def _give_why(self, reason: str) -> None:
        refused = self._door.give(reason)
        if refused:
            self.why.refusal.say(refused)
            return
        self._close(self.why)

    def _stop_why(self) -> None:
        self._door.give_up()
        self._close(self.why)
        self._tell(_("Nothing was changed."), "info")

    def _close(self, bar: QWidget) -> None:
        bar.hide()
        self._table.setFocus()
