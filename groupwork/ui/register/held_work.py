"""Whether the session took place: held, not held with its reason, and open again."""

from __future__ import annotations

from collections.abc import Callable

from groupwork.domain.sessions import SessionStatus
from groupwork.operations import sessions
from groupwork.ui.models.register import RegisterModel
from groupwork.ui.register.door import Writes
from groupwork.ui.register.grid_card import GridCard
from groupwork.ui.register.head import RegisterHead
from groupwork.ui.register.reason_bar import ReasonBar


class HeldWork:
    """Listens to the head, the bar for the reason and the card's buttons; `refresh` reads the page again."""

    def __init__(
        self,
        gate: Writes,
        model: RegisterModel,
        parts: tuple[RegisterHead, ReasonBar, GridCard],
        refresh: Callable[[], None],
    ) -> None:
        self._gate, self._model, self._refresh = gate, model, refresh
        head, self._reason, self._card = parts
        head.held.connect(self._set_held)
        head.not_held.connect(self._ask_not_held)
        self._reason.given.connect(self._set_not_held)
        self._reason.given_up.connect(self._give_up)
        self._card.reopen_button.clicked.connect(self._reopen)
        self._card.reason_button.clicked.connect(self._ask_not_held)

    def _set_held(self) -> None:
        self._reason.hide()
        register = self._model.register
        if register is None:
            return
        session = register.session
        if session.status is SessionStatus.NOT_HELD and self._gate.do(sessions.reopen, session.id) is None:
            self._refresh()
            return
        if self._gate.do(sessions.mark_held, session.id) is None:
            self._refresh()

    def _ask_not_held(self) -> None:
        register = self._model.register
        if register is not None:
            self._reason.ask(register.session.reason)

    def _set_not_held(self, reason: str) -> None:
        self._reason.hide()
        register = self._model.register
        if register is not None:
            self._gate.do(sessions.mark_not_held, register.session.id, reason)
        self._refresh()
        self._card.reopen_button.setFocus()

    def _give_up(self) -> None:
        self._reason.hide()
        self._refresh()
        self._card.table.setFocus()

    def _reopen(self) -> None:
        register = self._model.register
        if register is not None:
            self._gate.do(sessions.reopen, register.session.id)
        self._card.table.setFocus()
