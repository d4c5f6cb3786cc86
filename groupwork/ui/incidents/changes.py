"""What was changed in an entry, when and by whom: a quiet list under the form, shown when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import IncidentId
from groupwork.domain.incident_changes import ACT_LABELS, FIELDS, Change, Line, value_words
from groupwork.i18n import _, current
from groupwork.operations import incident_changes
from groupwork.ui.focus import reveal
from groupwork.ui.gate import Gate
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, clear, column, row
from groupwork.ui.widgets.page import SectionHead


class ChangesList(QWidget):
    """A button, and under it the changes of the entry of `show_of`, the newest first."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self._number: IncidentId | None = None
        self.button = Button("", "ghost", "history", small=True)
        self._column = column(gap=8)
        self.list = box(self._column)
        self.setLayout(column(row(self.button, None), self.list, gap=6))
        self.button.clicked.connect(self._turn)
        self.list.hide()
        self.hide()
        self.retranslate()

    @property
    def shown(self) -> bool:
        """Whether the list is open."""
        return not self.list.isHidden()

    def show_of(self, number: IncidentId | None) -> None:
        """Be about this entry; another one than before begins folded. None: about none."""
        if number != self._number:
            self.list.hide()
        self._number = number
        self.setVisible(number is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._read()
        self.button.set_words(_("Hide what was changed") if self.shown else _("What was changed"))

    def _turn(self) -> None:
        self.list.setVisible(not self.shown)
        self.retranslate()
        if self.shown:
            reveal(self.list)

    def _read(self) -> None:
        if self._number is None or not self.shown:
            return
        self._show(self._gate.ask(incident_changes.changes_of, self._number) or ())

    def _show(self, found: Sequence[Change]) -> None:
        clear(self._column)
        self._column.add(SectionHead(_("Changes to this entry")))
        for each in reversed(found):
            self._column.add(_card(each))


def _card(change: Change) -> Card:
    when = f"{current().day(change.at.date(), year=True)}, {change.at:%H:%M}"
    head = _("{what}, {when}").format(what=_(ACT_LABELS[change.act]), when=when)
    parts: list[QWidget] = [Label(head, "text", 13, 600, wrap=True)]
    if change.by:
        said = _("by {name}").format(name=change.by)
        parts.append(Label(said, "text2", 12.5, wrap=True, typed=True))
    parts += [_line(line) for line in change.lines]
    if change.lost:
        parts.append(Label(_("The words were erased."), "text2", 12.5, wrap=True))
    return Card(*parts, radius=10, pad=(12, 9, 12, 10), gap=4)


def _line(line: Line) -> QWidget:
    """The field, what it says now, and what stood there before."""
    say = partial(value_words, line.field, text=_, day=partial(current().day, year=True))
    field = _(FIELDS[line.field])
    head = f"{field}: {line.person}" if line.person else field
    before = _("before: {words}").format(words=say(line.before))
    return box(
        column(
            Label(head, "text2", 12.5, 600, wrap=True, typed=True),
            Label(say(line.after), "text", 13.5, wrap=True, typed=True, selectable=True),
            Label(before, "text2", 13, wrap=True, typed=True, selectable=True),
            gap=1,
            margins=(0, 4, 0, 0),
        )
    )
