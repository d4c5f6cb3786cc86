"""The register's "More" menu: tasks, paper, the page of faces, tablet mode, history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.domain.mood import Moment, Round, may_be_asked, to_ask
from groupwork.i18n import N_, _
from groupwork.operations.desk import Right
from groupwork.operations.mood import guests
from groupwork.ui.actions import key_words
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.register import menus
from groupwork.ui.register.menus import Choice
from groupwork.ui.register.table import RegisterTable

if TYPE_CHECKING:
    from groupwork.ui.gate import Gate
    from groupwork.ui.view import Go

FOR_ALL = {
    Moment.BEFORE: N_("Faces for everyone who came: before"),
    Moment.AFTER: N_("Faces for everyone who came: after"),
}
FOR_ONE = {
    Moment.BEFORE: N_("Faces for {name}: before"),
    Moment.AFTER: N_("Faces for {name}: after"),
}
NOBODY_LEFT = N_("Everyone who came has chosen a face already, or nobody is marked as present yet.")


class FaceStarts:
    """Hands the window to participants for the page of faces; `tell` says why not."""

    def __init__(self, gate: Gate, model: RegisterModel, tell: Callable[[str, str], object]) -> None:
        self._gate, self._model, self._tell = gate, model, tell

    def for_all(self, moment: Moment) -> None:
        """Everyone who came and has not said yet, one after the other."""
        register = self._model.register
        self._ask(to_ask(register, moment) if register is not None else (), moment)

    def for_one(self, row: int, moment: Moment) -> None:
        """The person of a row, whatever was said before."""
        self._ask((self._model.row(row).participant,), moment)

    def _ask(self, people: tuple[ParticipantId, ...], moment: Moment) -> None:
        register = self._model.register
        if register is None or not people:
            self._tell(_(NOBODY_LEFT), "info")
            return
        found = self._gate.ask(guests, people)
        if found:
            self._gate.faces_wanted.emit(Round(register.session.id, moment, found))

    def choices(self, row: int | None) -> list[Choice | None]:
        """The entries for the person of a row and for everyone; none where no mood is recorded."""
        register = self._model.register
        writable = self._gate.desk().may(Right.RECORD) and not self._gate.read_only
        if register is None or not register.records_mood or not writable:
            return []
        found: list[Choice | None] = []
        if row is not None and may_be_asked(self._model.row(row).mark):
            name = self._model.row(row).name.called
            for moment, words in FOR_ONE.items():
                found.append(Choice(_(words).format(name=name), "", partial(self.for_one, row, moment)))
        for moment, words in FOR_ALL.items():
            found.append(Choice(_(words), "", partial(self.for_all, moment)))
        return [*found, None]


def tablet_choices() -> list[Choice | None]:
    """Tablet mode and one person per card, on this computer."""
    values = preferences.values
    return [
        Choice(
            _("Tablet mode off") if values.tablet else _("Tablet mode"),
            key_words("Ctrl+Shift+T"),
            lambda: preferences.set_tablet(not values.tablet),
        ),
        Choice(
            _("Show as a list") if values.cards else _("One person per card"),
            "",
            lambda: preferences.set_cards(not values.cards),
        ),
    ]


class MoreMenu:
    """Fills and opens the menu under a button."""

    def __init__(
        self, page: QWidget, table: RegisterTable, faces: FaceStarts, go: Go, printed: Callable[[], object]
    ) -> None:
        self._page, self._table, self._faces, self._go, self._printed = page, table, faces, go, printed

    def open_under(self, button: QWidget, ask_task: Callable[[QPoint], object]) -> None:
        """Show the menu; `ask_task` asks for a new task at a point."""
        point = button.mapToGlobal(QPoint(0, button.height()))
        at = self._table.standing()
        entries: list[Choice | None] = [
            *self._faces.choices(at[0] if at is not None else None),
            Choice(_("Add task …"), "", partial(ask_task, point)),
            Choice(_("Print the session sheet"), _("Ctrl+P"), self._printed),
            None,
            *tablet_choices(),
            None,
            Choice(_("History of changes"), "", lambda: self._go(Place("history"))),
        ]
        menus.open_at(menus.fill(QMenu(self._page), entries), point)
