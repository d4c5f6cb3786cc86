"""What the register page does besides typing: drop-ins, tasks, held or not, menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from groupwork.domain.attendance import Status
from groupwork.domain.clashes import ClashKind
from groupwork.domain.ids import ParticipantId
from groupwork.domain.people import PersonBrief
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult
from groupwork.i18n import _
from groupwork.operations import attendance, clashes, people, tasks
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.models.register_words import plain
from groupwork.ui.register import menus
from groupwork.ui.register.block_edit import BlockEdit
from groupwork.ui.register.grid_keys import GridKeys
from groupwork.ui.register.menus import Choice
from groupwork.ui.register.name_popup import NamePopup
from groupwork.ui.register.table import RegisterTable

if TYPE_CHECKING:
    from groupwork.ui.register.door import Writes


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
        session = register.session
        found = self._gate.ask(clashes.clashes_on, session.date) or {}
        for clash in found.get(session.id, ()):
            if clash.kind is ClashKind.CAPACITY:
                self._tell(_(clash.text).format(**dict(clash.values)), "warn")


class TaskWork:
    """Adding, naming and removing tasks; the reason after "not done"."""

    def __init__(self, gate: Writes, model: RegisterModel, table: RegisterTable) -> None:
        self._gate, self._model, self._table = gate, model, table

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
            self._model.record({(row, column): TaskResult(outcome, result.level)})


class CellMenus(QObject):
    """The menus of the grid's cells: what the keys do, for mice and menu keys."""

    def __init__(
        self, model: RegisterModel, table: RegisterTable, keys: GridKeys, blocks: BlockEdit, tasks_: TaskWork
    ) -> None:
        super().__init__(table)
        self._model, self._table, self._keys = model, table, keys
        self._blocks, self._tasks = blocks, tasks_
        table.clicked_cell.connect(lambda _index: self.open_values())
        table.menu_wanted.connect(self.open_context)

    def open_values(self) -> None:
        """The values of the cell under the cursor, below it."""
        at = self._table.standing()
        if at is None or not self._model.columns[at[1]].typed:
            return
        choices = self._values(*at)
        if choices:
            menus.open_at(menus.fill(QMenu(self._table), choices), self._table.menu_point())

    def open_context(self, point: QPoint) -> None:
        """All that can be done with the cell or range under the cursor."""
        at = self._table.standing()
        if at is None:
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
        menus.open_at(menus.fill(menu, more, self._model.signs), point)

    def _values(self, row: int, column: int) -> list[Choice | None]:
        shown = self._model.columns[column]
        if shown.kind is Kind.MARK:
            return menus.mark_choices(self._model.row(row), self._keys.press, self._model.signs)
        if shown.kind is Kind.MINUTES:
            return [Choice(_("as the session is long"), _("Del"), partial(self._keys.press, "Delete"))]
        choices = menus.value_choices(shown, self._keys.press)
        if shown.kind is Kind.TASK:
            result = self._model.row(row).results[shown.task]
            if result is not None and result.level is not None:
                partly = result.outcome is Outcome.PARTLY
                words = _("wholly done") if partly else _("partly done")
                choices.insert(6, Choice(words, "", partial(self._tasks.toggle_partly, row, column)))
        return choices
