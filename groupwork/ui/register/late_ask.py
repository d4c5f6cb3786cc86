"""Why a locked register is changed, asked on other pages than its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import Signal

from groupwork.domain.late_changes import LATE_REASONS
from groupwork.ui.gate import Gate
from groupwork.ui.register.door import Door
from groupwork.ui.register.over_time import WHY_LATE
from groupwork.ui.register.reason_bar import ReasonBar

if TYPE_CHECKING:
    from groupwork.operations.desk import Desk

P = ParamSpec("P")


class LateAsk(ReasonBar):
    """Hidden until a lock asks; `done` when what it kept was done with its reason."""

    done = Signal()

    def __init__(self, gate: Gate) -> None:
        super().__init__(question=WHY_LATE, usual=LATE_REASONS)
        self._gate, self._door = gate, Door(gate, self)
        self._door.locked.connect(self._wonder)
        self.given.connect(self._give)
        self.given_up.connect(self.leave)

    def do(
        self, operation: Callable[Concatenate[Desk, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> bool:
        """As `Gate.do`, True when it was done; a lock is asked about here, and False."""
        self.leave()
        return self._door.do(operation, *args, **kwargs) is not None

    def leave(self) -> None:
        """Forget what waits; nothing was written."""
        self._door.give_up()
        self.hide()

    def _wonder(self, sentence: str) -> None:
        self.ask(self._door.last_reason)
        self._gate.announce(sentence, tone="info")

    def _give(self, reason: str) -> None:
        refused = self._door.give(reason)
        self.refusal.say(refused)
        if not refused:
            self.hide()
            self.done.emit()
