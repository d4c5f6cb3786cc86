"""What keys and the mouse do in the grid of a day's presence: each gesture is one durable step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from groupwork.domain.attendance import Mark
from groupwork.domain.presence import AWAY, Away, Entry, Times
from groupwork.domain.presence_day import PresenceRow
from groupwork.i18n import _, current
from groupwork.operations import presence
from groupwork.ui.gate import Gate
from groupwork.ui.models.presence import Column, PresenceModel
from groupwork.ui.preferences import preferences
from groupwork.ui.presence.table import PresenceTable
from groupwork.ui.register.menus import Choice, fill, open_at
from groupwork.ui.widgets.typed_time import read_time

Key = Qt.Key
KEYS = {"en": ("A", "L"), "de": ("A", "G")}
"""The letters for "arrived now" and "left now"."""
CONFIRM_ALL = ("+", "=")
_MOVES: dict[int, tuple[int, int]] = {
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
    Key.Key_Home: (-100_000, 0),
    Key.Key_End: (100_000, 0),
}
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
Say = Callable[[str], None]


def letters() -> tuple[str, str]:
    """The two letters in the language in use."""
    return KEYS.get(current().language, KEYS["en"])


class PresenceWork(QObject):
    """Listens to the grid and writes through the gate."""

    def __init__(self, gate: Gate, model: PresenceModel, table: PresenceTable, say: Say) -> None:
        super().__init__(table)
        self._gate, self._model, self._table, self._say = gate, model, table, say
        self._typed = ""
        self._at: tuple[int, Column] | None = None
        table.key.connect(self.handle)
        table.left.connect(self.leave)
        table.pressed_cell.connect(self.pressed)

    def handle(self, event: QKeyEvent) -> None:
        """Accept the event when it meant something here."""
        at = self._table.standing()
        if at is None or event.modifiers() & _HELD:
            return
        if self._move(event, *at) or self._named(event, *at) or self._letter(event, *at):
            event.accept()

    def _move(self, event: QKeyEvent, row: int, column: Column) -> bool:
        if event.key() not in _MOVES:
            return False
        self.leave()
        rows, columns = _MOVES[Key(event.key())]
        self._table.go(row + rows, Column(min(max(column + columns, Column.ARRIVED), Column.AWAY)))
        return True

    def _named(self, event: QKeyEvent, row: int, column: Column) -> bool:
        does: dict[int, Callable[[], object]] = {
            Key.Key_Return: partial(self._enter, row, column),
            Key.Key_Enter: partial(self._enter, row, column),
            Key.Key_Delete: partial(self._clear, row, column),
            Key.Key_Backspace: partial(self._back, row, column),
            Key.Key_Space: partial(self.open_menu, row, column),
            Key.Key_Menu: partial(self.open_menu, row, column),
        }
        if event.key() == Key.Key_Escape and self._typed:
            self._drop()
            return True
        if event.key() not in does or not self._model.can_record:
            return False
        does[event.key()]()
        return True

    def _letter(self, event: QKeyEvent, row: int, column: Column) -> bool:
        typed = event.text().upper()
        if not typed or not self._model.can_record:
            return False
        if typed in CONFIRM_ALL:
            self.confirm_all()
        elif column is not Column.AWAY and (typed.isdigit() or (typed == ":" and self._typed)):
            self._type(row, column, typed)
        elif not preferences.single_letter_keys or not typed.isalpha():
            return False
        elif column is Column.AWAY:
            return self._away_letter(row, typed)
        elif typed == letters()[0]:
            self.arrived(row)
        elif typed == letters()[1]:
            self.left(row)
        else:
            return False
        return True

    def _away_letter(self, row: int, typed: str) -> bool:
        status = self._model.signs.status_for_key(typed)
        if status not in AWAY or status is None:
            return False
        self._put(row, Away(status))
        self._table.go(row + 1, Column.AWAY)
        return True

    def _enter(self, row: int, column: Column) -> None:
        if self._typed:
            self.leave()
            self._table.go(row + 1, column)
        elif column is Column.AWAY:
            self.open_menu(row, column)
        elif self._model.shown(row, column).suggested:
            self._confirm(row)
            self._table.go(row + 1, column)
        elif column is Column.ARRIVED:
            self.arrived(row)
        else:
            self.left(row)

    def arrived(self, row: int) -> None:
        """This person came now (a suggested time is confirmed); the cursor goes on."""
        self._now(row, Column.ARRIVED, presence.arrived_now)

    def left(self, row: int) -> None:
        """This person left now; the cursor goes on."""
        self._now(row, Column.LEFT, presence.left_now)

    def _now(self, row: int, column: Column, operation: Callable[..., object]) -> None:
        self._drop()
        person = self._model.row(row)
        if not self._model.today:
            self._say(_("“Now” is only on the day itself. Type the time, such as 0915."))
            return
        if self._gate.do(operation, [person.participant]) is not None:
            self._table.go(row + 1, column)

    def _type(self, row: int, column: Column, digit: str) -> None:
        self._at = (row, column)
        self._typed += digit
        shown = self._typed if ":" in self._typed else _with_colon(self._typed)
        self._model.set_draft(row, column, shown)
        if len(self._typed.replace(":", "")) == 4 and self._store():
            self._table.go(row + 1, column)

    def _back(self, row: int, column: Column) -> None:
        if not self._typed:
            self._clear(row, column)
            return
        self._typed = self._typed[:-1]
        if self._typed:
            self._model.set_draft(row, column, _with_colon(self._typed))
        else:
            self._drop()

    def leave(self) -> None:
        """Store what is half typed, wherever the cursor goes."""
        if self._typed:
            self._store()

    def _store(self) -> bool:
        at, typed = self._at, self._typed
        self._drop()
        if at is None or at[0] >= self._model.rowCount():
            return False
        when = read_time(typed)
        if when is None:
            self._say(_("“{typed}” is no time. Type it like 0915.").format(typed=typed))
            return False
        return self._put(at[0], _timed(self._model.row(at[0]), at[1], when))

    def _drop(self) -> None:
        self._typed, self._at = "", None
        self._model.drop_draft()

    def _clear(self, row: int, column: Column) -> None:
        self._drop()
        person = self._model.row(row)
        if person.recorded is None:
            if person.suggested is not None:
                self._say(
                    _("This is only suggested by a register. Change the mark there, or type what is so.")
                )
            return
        self._put(row, _without(person, column))

    def _put(self, row: int, entry: Entry | None) -> bool:
        page = self._model.page
        if page is None:
            return False
        person = self._model.row(row).participant
        return self._gate.do(presence.record, page.date, {person: entry}) is not None

    def _confirm(self, row: int) -> None:
        page = self._model.page
        if page is not None:
            self._gate.do(presence.confirm, page.date, [self._model.row(row).participant])

    def confirm_all(self) -> None:
        """Record everything that is suggested, in one step."""
        page = self._model.page
        if page is not None:
            self.leave()
            self._gate.do(presence.confirm, page.date)

    def pressed(self, index: QModelIndex) -> None:
        """A click: "now" where it is offered, else the menu of the cell."""
        if not self._model.can_record:
            return
        row, column = index.row(), Column(index.column())
        if self._model.shown(row, column).offer:
            self.arrived(row) if column is Column.ARRIVED else self.left(row)
        else:
            self.open_menu(row, column)

    def open_menu(self, row: int, column: Column) -> None:
        """Everything that can be said in this cell."""
        self.leave()
        menu = fill(QMenu(self._table), self.choices(row, column), self._model.signs)
        index = self._model.index(row, column)
        corner: QPoint = self._table.visualRect(index).bottomLeft()
        open_at(menu, self._table.viewport().mapToGlobal(corner))

    def choices(self, row: int, column: Column) -> list[Choice | None]:
        """The entries of a cell's menu."""
        if column is Column.AWAY:
            return self._away_choices(row)
        shown, person = self._model.shown(row, column), self._model.row(row)
        found: list[Choice | None] = []
        if shown.suggested:
            words = _("Confirm {time}").format(time=shown.words)
            found.append(Choice(words, _("Enter"), partial(self._confirm, row)))
        if self._model.today and column is Column.ARRIVED:
            found.append(Choice(_("Arrived now"), letters()[0], partial(self.arrived, row)))
        elif self._model.today:
            found.append(Choice(_("Left now"), letters()[1], partial(self.left, row)))
        if column is Column.ARRIVED and not isinstance(person.recorded, Times):
            found.append(Choice(_("Was here, time not known"), "", partial(self._put, row, Times())))
        found += [None, Choice(_("not recorded"), _("Del"), partial(self._clear, row, column))]
        return found

    def _away_choices(self, row: int) -> list[Choice | None]:
        signs, person = self._model.signs, self._model.row(row)
        found: list[Choice | None] = []
        if isinstance(person.known, Away) and person.recorded is None:
            words = _("Confirm: {reason}").format(reason=signs.label(person.known.status, _))
            found += [Choice(words, _("Enter"), partial(self._confirm, row)), None]
        for status in AWAY:
            does = partial(self._put, row, Away(status))
            found.append(Choice(signs.label(status, _), _key(signs.key_for(status)), does, Mark(status)))
        return [*found, None, Choice(_("not recorded"), _("Del"), partial(self._clear, row, Column.AWAY))]


def _key(letter: str) -> str:
    return letter if preferences.single_letter_keys else ""


def _with_colon(digits: str) -> str:
    """ "09", "09:1", "09:15"."""
    return digits if len(digits) < 3 else f"{digits[:2]}:{digits[2:]}"


def _timed(row: PresenceRow, column: Column, when: time) -> Times:
    """The row's times with one of them typed."""
    recorded = row.recorded if isinstance(row.recorded, Times) else Times()
    if column is Column.ARRIVED:
        return Times(when, recorded.left)
    known = row.known
    arrived = recorded.arrived or (known.arrived if isinstance(known, Times) else None)
    return Times(arrived, when)


def _without(row: PresenceRow, column: Column) -> Entry | None:
    """What stays when one cell is cleared; None when nothing does."""
    recorded = row.recorded
    if not isinstance(recorded, Times) or column is Column.AWAY:
        return None if isinstance(recorded, Away) else recorded
    if column is Column.LEFT and recorded.left is not None:
        return Times(recorded.arrived) if recorded.arrived is not None else None
    if column is Column.ARRIVED and recorded.left is not None and recorded.arrived is not None:
        return Times(None, recorded.left)
    return None
