"""What the block page does besides typing: clipboard, fills, menus, blanks of a date, details of marks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from groupwork.domain.attendance import Mark
from groupwork.domain.mark_times import Span
from groupwork.errors import Refused
from groupwork.i18n import N_, _, current, ngettext, say
from groupwork.operations import attendance
from groupwork.ui.block.table import BlockTable
from groupwork.ui.models.block import BlockModel, Place
from groupwork.ui.models.register_words import mark_words
from groupwork.ui.register import clip, menus
from groupwork.ui.register.cells import mark_from, mark_text
from groupwork.ui.register.clip import Block as Cells
from groupwork.ui.register.door import Door
from groupwork.ui.register.key_strip import DETAILS
from groupwork.ui.register.mark_bar import Details, MarkBar, with_details
from groupwork.ui.register.menus import Choice

OUTSIDE = N_("In the chosen cells there is somebody who is not on that register. Nothing was changed.")


class BlockWork(QObject):
    """One gesture is one step; what was refused is said in place."""

    def __init__(
        self,
        model: BlockModel,
        table: BlockTable,
        door: Door,
        details: MarkBar,
        tell: Callable[[str, str], object],
    ) -> None:
        super().__init__(table)
        self._model, self._table, self._door = model, table, door
        self._details, self._tell = details, tell
        self._asked: tuple[Place, ...] = ()
        self.press: Callable[[str], object] = lambda _key: None
        """Presses a key at the cursor; the page sets it."""
        table.clicked_cell.connect(lambda _index: self.open_menu())
        table.menu_wanted.connect(self.open_menu)
        details.given.connect(self._store_details)
        details.given_up.connect(self._close_details)

    def _chosen(self) -> tuple[Place, ...]:
        at = self._table.standing()
        return tuple(sorted(self._table.places.chosen)) or ((at,) if at is not None else ())

    def copy(self) -> None:
        """Put the chosen marks on the clipboard as tab-separated text."""
        cells = self._table.block()
        if cells is None:
            return
        rows = range(cells.row, cells.row + cells.rows)
        columns = range(cells.column, cells.column + cells.columns)
        found = [[self._model.cell(r, c) for c in columns] for r in rows]
        text = [
            ["" if cell is None else mark_text(cell.mark, self._model.signs) for cell in row] for row in found
        ]
        QGuiApplication.clipboard().setText(clip.to_text(text))
        n = cells.rows * cells.columns
        self._tell(ngettext("{n} cell copied", "{n} cells copied", n).format(n=n), "info")

    def paste(self) -> None:
        """Store marks from the clipboard; anything that does not fit changes nothing."""
        cells = self._table.block()
        if cells is None:
            return
        try:
            changes = self._pasted(QGuiApplication.clipboard().text(), cells)
        except Refused as error:
            self._tell(say(error), "warn")
            return
        self._store(changes, cells)

    def _pasted(self, text: str, cells: Cells) -> dict[Place, Mark]:
        left = self._model.rowCount() - cells.row, self._model.columnCount() - cells.column
        values = clip.fit(clip.from_text(text), cells, *left)
        changes: dict[Place, Mark] = {}
        for r, line in enumerate(values, cells.row):
            for c, typed in enumerate(line, cells.column):
                if not typed:
                    continue  # an empty cell leaves what is there
                if self._model.cell(r, c) is None:
                    raise Refused(OUTSIDE)
                changes[r, c] = mark_from(typed, self._model.signs)
        return changes

    def fill_down(self) -> None:
        """The top row of the range goes into all of it; a single cell takes the one above."""
        self._fill(down=True)

    def fill_right(self) -> None:
        """The first date of the range goes into all of them; a single cell takes the one before."""
        self._fill(down=False)

    def _fill(self, *, down: bool) -> None:
        cells = self._table.block()
        if cells is None:
            return
        if (cells.rows if down else cells.columns) == 1:
            row, column = cells.row - down, cells.column - (not down)
            cells = Cells(row, column, cells.rows + down, cells.columns + (not down))
        if cells.row < 0 or cells.column < 0:
            self._tell(_("There is nothing before it to take from."), "info")
            return
        changes: dict[Place, Mark] = {}
        for r in range(cells.row, cells.row + cells.rows):
            for c in range(cells.column, cells.column + cells.columns):
                source = self._model.cell(cells.row if down else r, c if down else cells.column)
                if source is not None and self._model.cell(r, c) not in (None, source):
                    changes[r, c] = source.mark
        self._store(changes, cells)

    def _store(self, changes: dict[Place, Mark], cells: Cells) -> None:
        if changes and self._model.record(changes):
            rows, columns = [r for r, _c in changes], [c for _r, c in changes]
            top, left = min(*rows, cells.row), min(*columns, cells.column)
            self._table.choose(Cells(top, left, max(rows) - top + 1, max(columns) - left + 1))

    def mark_blanks(self) -> None:
        """Everybody who is not recorded on the cursor's date becomes present."""
        at = self._table.standing()
        if at is not None:
            self._door.do(attendance.mark_blanks_present, self._model.day(at[1]).session)

    def remove(self, row: int, column: int) -> None:
        """Take a walk-in off that day's register."""
        day, person = self._model.day(column), self._model.row(row).participant
        self._door.do(attendance.remove_drop_in, day.session, person)

    def open_menu(self) -> None:
        """What may become of the mark under the cursor."""
        at = self._table.standing()
        cell = self._model.cell(*at) if at is not None else None
        if cell is None:
            return
        choices = menus.mark_choices(cell, self.press, self._model.signs)
        if cell.mark.status is not None:
            choices += [None, Choice(_("Reason, told on, times …"), DETAILS, self.ask_details)]
        menu = menus.fill(QMenu(self._table), choices, self._model.signs)
        menus.open_at(menu, self._table.menu_point())

    def ask_details(self) -> None:
        """Ask what goes with the chosen marks."""
        places = tuple(place for place in self._chosen() if self._model.cell(*place) is not None)
        marks = [cell.mark for place in places if (cell := self._model.cell(*place)) is not None]
        if not marks or any(mark.status is None for mark in marks):
            self._tell(_("Set the mark first, then what goes with it."), "info")
            return
        self._asked = places
        row, day = self._model.row(places[0][0]), self._model.day(places[0][1])
        words = mark_words(marks[0], self._model.signs)
        title = f"{row.name.full}, {current().day(day.date)}: {words}"
        if len(places) > 1:
            title = ngettext("{n} mark", "{n} marks", len(places)).format(n=len(places))
        span = self._span(places[0][1])
        self._details.ask(title, marks, span, self._door.today, self._model.signs)

    def _span(self, column: int) -> Span:
        day = self._model.day(column)
        return day.start, day.end

    def _store_details(self, before: Details, now: Details) -> None:
        changes: dict[Place, Mark] = {}
        for row, column in self._asked:
            cell = self._model.cell(row, column)
            changed = with_details(cell.mark, before, now, self._span(column)) if cell is not None else None
            if cell is not None and changed is not None and changed != cell.mark:
                changes[row, column] = changed
        self._close_details()
        if changes:
            self._model.record(changes)

    def _close_details(self) -> None:
        self._details.hide()
        self._table.setFocus()
