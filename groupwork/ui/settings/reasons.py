"""Signs and reasons: what the marks look like, and the centre's own lists of reasons."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.operations import reasons as operations
from groupwork.operations import settings
from groupwork.ui.gate import Gate
from groupwork.ui.settings.lock_days import LockDays
from groupwork.ui.settings.part import SettingsPart
from groupwork.ui.settings.reason_list import ReasonList
from groupwork.ui.settings.status_signs import StatusSigns
from groupwork.ui.view import Go
from groupwork.ui.widgets.page import SectionHead


class ReasonsPart(SettingsPart):
    """What marks look like, and two lists; every change is saved at once and can be undone."""

    def __init__(self, gate: Gate, go: Go) -> None:
        super().__init__(gate, go)
        self.signs, self._signs_head = StatusSigns(gate), SectionHead()
        self.page.add(self._signs_head, self.signs, 14)
        self.lists = {which: ReasonList() for which in (operations.NOT_HELD, operations.ABSENCE)}
        self._heads = {which: SectionHead() for which in self.lists}
        for which, shown in self.lists.items():
            shown.changed.connect(partial(self._set, which))
            shown.usual.connect(partial(self._usual, which))
            self.page.add(self._heads[which], shown, 10)
        self.lock, self._lock_head = LockDays(), SectionHead()
        self.lock.changed.connect(self._set_lock)
        self.page.add(self._lock_head, self.lock, 10)
        self.page.add(None)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self._signs_head.set_words(_("Signs of the register"))
        self.signs.retranslate()
        self._heads[operations.NOT_HELD].set_words(_("Why a session is not held"))
        self._heads[operations.ABSENCE].set_words(_("Why somebody is away"))
        for shown in self.lists.values():
            shown.retranslate()
        self._lock_head.set_words(_("Late changes"))
        self.lock.retranslate()

    def refresh(self) -> None:
        """Show the signs and both lists."""
        self.signs.refresh()
        may = self.may()
        for which, shown in self.lists.items():
            found = self.gate.ask(operations.reasons, which) or ()
            own = bool(self.gate.ask(operations.has_own, which))
            shown.show_reasons(found, own=own, may=may)
        centre = self.gate.ask(settings.centre)
        if centre is not None:
            self.lock.show_days(centre.lock_days, may=may)

    def enter(self) -> None:
        """No old refusal."""
        for shown in self.lists.values():
            shown.refusal.say("")
        super().enter()

    def first_focus(self) -> QWidget | None:
        """The first of the signs."""
        return self.signs.first_focus()

    def _set(self, which: str, listed: list[str]) -> None:
        refusal = self.lists[which].refusal
        self.attempt(partial(self.gate.write, operations.set_reasons, which, listed), refusal)

    def _set_lock(self, days: int) -> None:
        self.attempt(partial(self.gate.write, settings.set_setting, "lock_days", days))

    def _usual(self, which: str) -> None:
        refusal = self.lists[which].refusal
        self.attempt(partial(self.gate.write, operations.set_reasons, which, None), refusal)
        self.lists[which].new.setFocus()
