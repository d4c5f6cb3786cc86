"""The register's "More" menu: tasks, paper, the page of faces, tablet mode, history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from groupwork.domain.ids import ParticipantId
from groupwork.domain.mood import Moment, Round, may_be_asked, to_ask
from groupwork.i18n import N_, _
from groupwork.operations.desk import Right
from groupwork.operations.mood import guests
from groupwork.operations.register_lock import require_open
from groupwork.ui.actions import key_words
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.register import menus
from groupwork.ui.register.menus import Choice
from groupwork.ui.register.table import RegisterTable

if TYPE_CHECKING:
    from groupwork.domain.register import Register
    from groupwork.operations.desk import Desk
    from groupwork.ui.gate import Gate
    from groupwork.ui.register.door import Door
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

    def __init__(
        self, gate: Gate, door: Door, model: RegisterModel, tell: Callable[[str, str], object]
    ) -> None:
        self._gate, self._door, self._model, self._tell = gate, door, model, tell

    @property
    def register(self) -> Register | None:
        """The register that is shown."""
        return self._model.register

    def desk(self) -> Desk:
        """A fresh desk: who may do what."""
        return self._gate.desk()

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
            asked = Round(register.session.id, moment, found)
            if register.lock is None or register.lock.reason_given:
                self._gate.faces_wanted.emit(asked)
            else:
                self._door.do(self._hand_over, asked, register.session.date)

    def _hand_over(self, desk: Desk, asked: Round, day: date) -> None:
        """A locked register asks its reason of staff, before a participant has the window."""
        require_open(desk, {asked.session: day})
        QTimer.singleShot(0, lambda: self._gate.faces_wanted.emit(asked))  # the reason is written by then

    @property
    def writable(self) -> bool:
        """Whether this sign-in may record now."""
        return self._gate.desk().may(Right.RECORD) and not self._gate.read_only

    def choices(self, row: int | None) -> list[Choice | None]:
        """The entries for the person of a row and for everyone; none where no mood is recorded."""
        register = self._model.register
        if register is None or not register.records_mood or not self.writable:
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
        self.more: Callable[[], list[Choice | None]] = list
        """Further entries, after the task's; the page sets it."""

    def _of_session(self) -> list[Choice | None]:
        """The plan on paper, and an incident of this session."""
        register, desk = self._faces.register, self._faces.desk()
        if register is None:
            return []
        session = register.session
        plan = Place("preview", session.date, session.id, part="plan")
        incident = Place("incidents", session=session.id, part="new")
        found: list[Choice | None] = []
        if desk.may(Right.PRINT):
            found.append(Choice(_("Print the session sheet"), _("Ctrl+P"), self._printed))
            found.append(Choice(_("Print the session plan"), "", partial(self._go, plan)))
        if desk.may(Right.NOTES):
            found += [None, Choice(_("Incident …"), "", partial(self._go, incident))]
        return found

    def open_under(self, button: QWidget, ask_task: Callable[[QPoint], object]) -> None:
        """Show the menu; `ask_task` asks for a new task at a point."""
        point = button.mapToGlobal(QPoint(0, button.height()))
        at = self._table.standing()
        entries: list[Choice | None] = [
            *self._faces.choices(at[0] if at is not None else None),
            *([Choice(_("Add task …"), "", partial(ask_task, point))] if self._faces.writable else []),
            *self.more(),
            *self._of_session(),
            None,
            *tablet_choices(),
            None,
            Choice(_("History of changes"), "", lambda: self._go(Place("history"))),
        ]
        menus.open_at(menus.fill(QMenu(self._page), entries), point)
