"""Who runs a group, and as what: names found by typing, a role beside each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from groupwork.domain.groups import STAFF_ROLES, GroupStaff, StaffRole
from groupwork.domain.ids import FacilitatorId
from groupwork.domain.people import StaffBrief
from groupwork.i18n import N_, _
from groupwork.operations import sessions
from groupwork.ui.day.finder import Extra, Option, Picker
from groupwork.ui.gate import Gate
from groupwork.ui.theme import theme
from groupwork.ui.widgets.fields import Choice
from groupwork.ui.widgets.label import Elided
from groupwork.ui.widgets.layouts import box, clear, column, row

NEW_STAFF = "new_staff"
WIDTH = 150


class StaffField(QWidget):
    """A picker with one line a person below it; `changed` after each change."""

    changed = Signal()

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate
        self._roles: dict[int, StaffRole] = {}
        self._names: dict[int, str] = {}
        self.picker = Picker(
            _("Facilitators"), _("Type a name"), (Extra(NEW_STAFF, N_("New facilitator: {word}")),)
        )
        self._lines = column(gap=4)
        self.choices: dict[int, Choice] = {}
        self.setLayout(column(self.picker, self._lines, gap=6))
        self.setFocusProxy(self.picker)
        self.picker.changed.connect(self._on_changed)
        self.picker.extra.connect(self._add)

    def set_staff(self, staff: Sequence[StaffBrief], chosen: Sequence[GroupStaff] = ()) -> None:
        """Who can be chosen, and who is."""
        everybody = [(each.id, each.name) for each in staff] + [(each.id, each.name) for each in chosen]
        self._names = {int(number): name for number, name in everybody}
        self._roles = {each.id: each.role for each in chosen}
        options = [Option(number, name) for number, name in self._names.items()]
        self.picker.set_options(options, [each.id for each in chosen])
        self._show()

    def ids(self) -> tuple[FacilitatorId, ...]:
        """The chosen people, in order."""
        return tuple(FacilitatorId(number) for number in self.picker.ids())

    def regular(self) -> tuple[FacilitatorId, ...]:
        """Those of them who are there each time."""
        roles = self.roles()
        return tuple(number for number in self.ids() if roles[number] is not StaffRole.STAND_IN)

    def roles(self) -> Mapping[FacilitatorId, StaffRole]:
        """As what each of them runs the group: the first leads unless something else is said."""
        usual = [StaffRole.LEAD, *[StaffRole.ASSIST] * len(self.ids())]
        pairs = zip(self.ids(), usual, strict=False)
        return {number: self._roles.get(number, role) for number, role in pairs}

    def choose(self, ids: Sequence[int], roles: Mapping[int, str]) -> None:
        """Choose these, without telling anyone."""
        self._roles = {int(number): StaffRole(role) for number, role in roles.items()}
        self.picker.choose([number for number in ids if number in self._names])
        self._show()

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        clear(self._lines)
        self.choices = {}
        for number, role in self.roles().items():
            name = self._names.get(number, "")
            choice = Choice(_("{name}: role").format(name=name))
            choice.set_options([(each, _(STAFF_ROLES[each])) for each in StaffRole])
            choice.choose(role)
            choice.setFixedWidth(theme.size(WIDTH))
            choice.picked.connect(partial(self._take_role, number))
            field = self.picker.focusProxy() or self.picker  # Qt would put it after the box around the field
            before = next(reversed(self.choices.values()), field)
            self.choices[number] = choice
            self._lines.add(box(row((Elided(name, "text", 14), 1), choice, gap=8)))
            QWidget.setTabOrder(before, choice)

    def _take_role(self, number: FacilitatorId, role: object) -> None:
        self._roles[number] = StaffRole(str(role))
        self.changed.emit()

    def _add(self, _code: str, word: str) -> None:
        added = self._gate.do(sessions.add_facilitator, word)
        if added is None:
            return
        chosen = [*self.picker.ids(), added.id]
        staff = sessions.choices(self._gate.desk()).staff
        self._names |= {each.id: each.name for each in staff}
        self.picker.set_options([Option(number, name) for number, name in self._names.items()], chosen)
        self._on_changed()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
