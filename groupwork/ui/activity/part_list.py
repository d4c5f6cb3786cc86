"""A card with the parts of one kind: their rows, and a line at its end where the next is typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.activities import Part, PartKind
from groupwork.i18n import N_, _
from groupwork.ui.activity.part_row import PartRow
from groupwork.ui.activity.rows import ROWS
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.in_place import InPlaceField
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import box, column, row

TITLES = {
    PartKind.PHASE: N_("Phases"),
    PartKind.TASK: N_("Tasks"),
    PartKind.MATERIAL: N_("Material and tools"),
    PartKind.HAZARD: N_("Hazards and what is done"),
}
ADD = {
    PartKind.PHASE: N_("Add a phase …"),
    PartKind.TASK: N_("Add a task …"),
    PartKind.MATERIAL: N_("Add material or a tool …"),
    PartKind.HAZARD: N_("Add a hazard …"),
}
NONE = {
    PartKind.PHASE: N_("No phases yet."),
    PartKind.TASK: N_("No tasks yet."),
    PartKind.MATERIAL: N_("No material yet."),
    PartKind.HAZARD: N_("No hazards yet."),
}


class PartList(Card):
    """`added` carries the kind and the name typed, the others the kind, the part's id and what is wanted."""

    added = Signal(object, str)
    changed = Signal(object, int, object)
    moved = Signal(object, int, int)
    removed = Signal(object, int)
    refused = Signal(str)

    def __init__(self, kind: PartKind) -> None:
        super().__init__(pad=(10, 12, 8, 8), gap=2)
        self.kind = kind
        self.rows: dict[int, PartRow] = {}
        self.editable = True
        self.add_line = InPlaceField()
        self.add_line.returnPressed.connect(self._add)
        self.add_line.editingFinished.connect(self._add)
        self._title, self._aside = Label("", "text", 15.5, 700), Label("", "text2", 13, 500)
        self._none = Label("", "text2", 14)
        self.above, self._lines = column(gap=6), column(gap=0)
        self._plus = Icon("plus", "text2", 16)
        self._foot = box(row(self._plus, (self.add_line, 1), gap=4, margins=(10, 2, 8, 0)))
        head = row((self._title, 1), self._aside, gap=8, margins=(8, 0, 10, 4))
        self.add(head, self.above, self._none, self._lines, self._foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._title.set_words(_(TITLES[self.kind]))
        self._none.set_words(_(NONE[self.kind]))
        self._none.setContentsMargins(8, 0, 0, 4)
        self.add_line.setPlaceholderText(_(ADD[self.kind]))
        self.add_line.setAccessibleName(_(ADD[self.kind]).rstrip(" …"))
        for line in self.rows.values():
            line.retranslate()

    def say_aside(self, words: str, role: str = "text2") -> None:
        """Words at the right of the title."""
        self._aside.set_words(words)
        self._aside.set_role(role)

    def set_editable(self, editable: bool) -> None:
        """Whether parts may be changed here."""
        self.editable = editable
        self._foot.setVisible(editable)
        for line in self.rows.values():
            line.set_editable(editable)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these in their order; rows that are there stay, with the focus that is in them."""
        wanted = [part.id for part in parts]
        for gone in set(self.rows) - set(wanted):
            self._take_away(gone)
        fresh = [part.id for part in parts if part.id not in self.rows]
        for part in parts:
            if part.id in fresh:
                self.rows[part.id] = self._row(part.id)
            self.rows[part.id].show_part(part)
            if part.id in fresh:
                self.rows[part.id].set_editable(self.editable)
        self._order(wanted)
        self._none.setVisible(not parts)

    def focus_part(self, part: int | None) -> None:
        """Put the focus into a part's row, or into the line for the next."""
        field = self.rows[part].first_field() if part in self.rows else self.add_line
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in the order it is seen."""
        return (*(stop for line in self.rows.values() for stop in line.stops()), self.add_line)

    def save(self) -> None:
        """Save what stands in fields that were not left, and in the line for the next."""
        for line in tuple(self.rows.values()):
            line.save()
        self._add()

    def give_back(self, typed: str) -> None:
        """What could not be added stands in the line again."""
        self.add_line.setText(typed)

    def _row(self, part: int) -> PartRow:
        line = ROWS[self.kind]()
        line.changed.connect(partial(self.changed.emit, self.kind, part))
        line.moved.connect(partial(self.moved.emit, self.kind, part))
        line.removed.connect(partial(self._remove, part))
        line.refused.connect(self.refused)
        return line

    def _remove(self, part: int) -> None:
        order = list(self.rows)
        at = order.index(part)
        rest = [*order[at + 1 :], *reversed(order[:at])]
        self.focus_part(rest[0] if rest else None)
        self.removed.emit(self.kind, part)

    def _order(self, wanted: Sequence[int]) -> None:
        """Lay the rows out anew when their order is another; separators stand between them."""
        self.rows = {part: self.rows[part] for part in wanted}
        laid = [self._at(n) for n in range(0, self._lines.count(), 2)]  # a separator between any two
        if laid == list(self.rows.values()):
            return
        for n in reversed(range(self._lines.count())):
            widget = self._at(n)
            self._lines.takeAt(n)
            if isinstance(widget, Separator):
                widget.hide()
                widget.deleteLater()
        for number, line in enumerate(self.rows.values()):
            if number:
                self._lines.add(Separator("line", 8, 8))
            self._lines.add(line)

    def _at(self, n: int) -> QWidget | None:
        item = self._lines.itemAt(n)
        return item.widget() if item is not None else None

    def _take_away(self, part: int) -> None:
        line = self.rows.pop(part)
        self._lines.removeWidget(line)
        line.hide()
        line.setParent(None)
        line.deleteLater()

    def _add(self) -> None:
        typed = self.add_line.text().strip()
        if typed:
            self.add_line.clear()
            self.added.emit(self.kind, typed)
