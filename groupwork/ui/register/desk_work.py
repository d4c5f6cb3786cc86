"""What the register page does besides typing: drop-ins, tasks, held or not, menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from groupwork.domain.attendance import Status
from groupwork.domain.ids import ParticipantId
from groupwork.domain.people import PersonBrief
from groupwork.domain.register import OVER_CAPACITY, takes_room
from groupwork.domain.search import rank, search_key, typed_words
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult
from groupwork.i18n import N_, _
from groupwork.operations import attendance, people, tasks
from groupwork.operations.places import places
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.models.register_words import cell_words, plain
from groupwork.ui.mood.chooser import mood_chooser, part_chooser
from groupwork.ui.register import menus
from groupwork.ui.register.block_edit import BlockEdit
from groupwork.ui.register.grid_keys import GridKeys, value_of
from groupwork.ui.register.key_strip import DETAILS, QUANTITY
from groupwork.ui.register.menus import Choice
from groupwork.ui.register.name_popup import NamePopup
from groupwork.ui.register.quantity_popup import QuantityPopup
from groupwork.ui.register.table import RegisterTable

if TYPE_CHECKING:
    from groupwork.ui.register.door import Writes


CHOOSERS = {Kind.PART: part_chooser, Kind.BEFORE: mood_chooser, Kind.AFTER: mood_chooser}
"""Columns whose values are pictures to choose from."""
FIRST_DONE = N_("A quantity goes with a task that was done or partly done: enter the help level first.")


class DropIns:
    """Finding and adding people who were not expected."""

    def __init__(self, gate: Writes, model: RegisterModel, tell: Callable[[str, str], object]) -> None:
        self._gate, self._model, self._tell = gate, model, tell

    def find(self, typed: str) -> Sequence[PersonBrief]:
        """People whose name, called name or code fits what was typed; not those on the register."""
        register = self._model.register
        if register is None:
            return ()
        return self._gate.ask(people.find_people, typed, session=register.session.id) or ()

    def here(self, typed: str) -> Sequence[PersonBrief]:
        """People on the register whose name, called name or code begins so."""
        register, words = self._model.register, typed_words(typed)
        if register is None or not words:
            return ()
        return tuple(
            PersonBrief(row.participant, row.code, row.name)
            for row in register.rows
            if rank(search_key((row.name.called, row.name.full, row.name.native, row.code)), words) == 0
        )

    def add(self, person: int) -> bool:
        """Put somebody on the register as a walk-in."""
        register = self._model.register
        if register is None:
            return False
        done = self._gate.do(attendance.add_drop_in, register.session.id, ParticipantId(person))
        if done is not None:
            self._warn_capacity()
        return done is not None

    def add_new(self, name: str) -> bool:
        """Enter somebody new by name and put them on the register."""
        register = self._model.register
        if register is None:
            return False
        done = self._gate.do(people.add_new_drop_in, register.session.id, name)
        if done is not None:
            self._warn_capacity()
        return done is not None

    def remove(self, row: int) -> None:
        """Take a walk-in off the register."""
        register = self._model.register
        if register is not None:
            self._gate.do(attendance.remove_drop_in, register.session.id, self._model.row(row).participant)

    def _warn_capacity(self) -> None:
        """Too many people is pointed out in words, never blocked."""
        register = self._model.register
        if register is None:
            return
        room, count = self._gate.ask(places, register.session.id), takes_room(register)
        if room is not None and count > room:
            self._tell(_(OVER_CAPACITY).format(people=count, places=room), "warn")


class TaskWork:
    """Adding, naming and removing tasks; the reason after "not done"."""

    def __init__(
        self, gate: Writes, model: RegisterModel, table: RegisterTable, tell: Callable[[str, str], object]
    ) -> None:
        self._gate, self._model, self._table, self._tell = gate, model, table, tell

    def ask_new(self, point: QPoint) -> None:
        """Ask for a new task's name at a global point."""
        NamePopup(self._table, _("Name of the new task"), "", self._add).open_at(point)

    def menu(self, column: int, point: QPoint) -> None:
        """Rename or remove the task of a column."""
        menus.open_at(menus.fill(QMenu(self._table), self.choices(column, point)), point)

    def choices(self, column: int, point: QPoint) -> list[Choice | None]:
        """Entries about the task of a column."""
        return [
            Choice(_("Rename task …"), "", partial(self._ask_name, column, point)),
            Choice(_("Remove task"), "", partial(self._remove, column)),
            Choice(_("Add task …"), "", partial(self.ask_new, point)),
        ]

    def _name(self, column: int) -> str:
        register = self._model.register
        return plain(register.tasks[self._model.columns[column].task].name) if register else ""

    def _ask_name(self, column: int, point: QPoint) -> None:
        give = partial(self._rename, column)
        NamePopup(self._table, _("Name of the task"), self._name(column), give).open_at(point)

    def _add(self, name: str) -> bool:
        register = self._model.register
        if register is None:
            return False
        return self._gate.do(tasks.add_task, register.session.id, name) is not None

    def _rename(self, column: int, name: str) -> bool:
        register = self._model.register
        if register is None:
            return False
        task = register.tasks[self._model.columns[column].task].id
        return self._gate.do(tasks.rename_task, task, name) is not None

    def _remove(self, column: int) -> None:
        register = self._model.register
        if register is not None:
            self._gate.do(tasks.remove_task, register.tasks[self._model.columns[column].task].id)

    def ask_reason(self, row: int, column: int, go_on: Callable[[QKeyEvent], object]) -> None:
        """Offer the reasons below a cell that just became "not done"; every way out keeps it."""
        index = self._model.index(row, column)
        point = self._table.viewport().mapToGlobal(self._table.visualRect(index).bottomLeft())
        menu = menus.ReasonMenu(self._table, partial(self.give_reason, row, column), go_on)
        menus.open_at(menu, point)

    def give_reason(self, row: int, column: int, reason: NotDoneReason) -> None:
        """Store why it was not done."""
        self._model.record({(row, column): TaskResult(Outcome.NOT_DONE, reason=reason)})

    def toggle_partly(self, row: int, column: int) -> None:
        """Done becomes partly done and back; the level stays."""
        result = self._model.row(row).results[self._model.columns[column].task]
        if result is not None and result.level is not None:
            partly = result.outcome is Outcome.PARTLY
            outcome = Outcome.DONE if partly else Outcome.PARTLY
            self._model.record({(row, column): replace(result, outcome=outcome)})

    def ask_quantity(self) -> None:
        """How many and how long, for the task cell under the cursor; only where something was done."""
        at = self._table.standing()
        if at is not None and self._model.columns[at[1]].kind is Kind.TASK:
            self.ask_made(*at, self._table.menu_point())

    def ask_made(self, row: int, column: int, point: QPoint) -> None:
        """The same for a cell, at a global point."""
        result = self._model.row(row).results[self._model.columns[column].task]
        if result is None or not result.was_done:
            self._tell(_(FIRST_DONE), "info")
            return

        def give(quantity: int | None, minutes: int | None) -> bool:
            return self._model.record({(row, column): replace(result, quantity=quantity, minutes=minutes)})

        QuantityPopup(self._table, self._name(column), result.quantity, result.minutes, give).open_at(point)


class CellMenus(QObject):
    """The menus of the grid's cells: what the keys do, for mice and menu keys."""

    away_wanted = Signal(object)
    """A ParticipantId: say until when somebody is away."""

    def __init__(
        self, model: RegisterModel, table: RegisterTable, keys: GridKeys, blocks: BlockEdit, tasks_: TaskWork
    ) -> None:
        super().__init__(table)
        self._model, self._table, self._keys = model, table, keys
        self._blocks, self._tasks = blocks, tasks_
        self.writable = True
        """Whether this sign-in may record now; the page sets it. Else a cell can only be copied."""
        self.details: Callable[[], object] | None = None
        """Asks what goes with the mark under the cursor; the page sets it."""
        table.clicked_cell.connect(lambda _index: self.open_values())
        table.menu_wanted.connect(self.open_context)

    def open_values(self) -> None:
        """The values of the cell under the cursor, below it."""
        at = self._table.standing()
        if at is None or not self._model.columns[at[1]].typed or not self.writable:
            return
        if self._model.columns[at[1]].kind in CHOOSERS:
            self._open_chooser(*at)
            return
        choices = self._values(*at)
        if choices:
            menus.open_at(menus.fill(QMenu(self._table), choices), self._table.menu_point())

    def _open_chooser(self, row: int, column: int) -> None:
        shown, facts = self._model.columns[column], self._model.row(row)
        name = cell_words(shown, facts, self._model.register) if self._model.register else ""
        opened = CHOOSERS[shown.kind](self._table, name, value_of(shown, facts), self._keys.press)
        opened.open_at(self._table.menu_point())

    def open_context(self, point: QPoint) -> None:
        """All that can be done with the cell or range under the cursor."""
        at = self._table.standing()
        if at is None:
            return
        if not self.writable:
            copy = Choice(_("Copy"), _("Ctrl+C"), self._blocks.copy)
            menus.open_at(menus.fill(QMenu(self._table), [copy]), point)
            return
        menu = menus.fill(QMenu(self._table), self._values(*at) if self._model.columns[at[1]].typed else [])
        more: list[Choice | None] = [None] if menu.actions() else []
        more += [
            Choice(_("Copy"), _("Ctrl+C"), self._blocks.copy),
            Choice(_("Paste"), _("Ctrl+V"), self._blocks.paste),
            Choice(_("Fill down"), _("Ctrl+D"), self._blocks.fill_down),
        ]
        if self._model.columns[at[1]].kind is Kind.TASK:
            more.append(Choice(_("Fill right"), _("Ctrl+R"), self._blocks.fill_right))
            more += [None, *self._tasks.choices(at[1], point)]
        elif self._model.row(at[0]).mark.status is Status.WALK_IN:
            row = at[0]
            more.append(Choice(_("Take off the register"), "", lambda: self._keys.remove_wanted.emit(row)))
        more += [None, Choice(_("Away until …"), "", partial(self._away, at[0]))]
        menus.open_at(menus.fill(menu, more, self._model.signs), point)

    def _away(self, row: int) -> None:
        self.away_wanted.emit(self._model.row(row).participant)

    def _values(self, row: int, column: int) -> list[Choice | None]:
        shown = self._model.columns[column]
        if shown.kind is Kind.MARK:
            marks = menus.mark_choices(self._model.row(row), self._keys.press, self._model.signs)
            if self.details is not None and self._model.row(row).mark.status is not None:
                marks += [None, Choice(_("Reason, told on, times …"), DETAILS, self.details)]
            return marks
        if shown.kind is Kind.MINUTES:
            return [Choice(_("as the session is long"), _("Del"), partial(self._keys.press, "Delete"))]
        choices = menus.value_choices(shown, self._keys.press)
        if shown.kind is Kind.TASK:
            result = self._model.row(row).results[shown.task]
            if result is not None and result.level is not None:
                partly = result.outcome is Outcome.PARTLY
                words = _("wholly done") if partly else _("partly done")
                choices.insert(6, Choice(words, "", partial(self._tasks.toggle_partly, row, column)))
                choices.insert(7, Choice(_("Quantity and minutes …"), QUANTITY, self._tasks.ask_quantity))
        return choices
