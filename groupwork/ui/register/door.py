"""The way a register's changes take: what its lock refuses is asked why, in place, and then done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from groupwork.domain.ids import SessionId
from groupwork.errors import UserError
from groupwork.i18n import say
from groupwork.operations.late_changes import change_late
from groupwork.operations.register_lock import NeedsReason

if TYPE_CHECKING:
    from groupwork.operations.desk import Desk
    from groupwork.ui.gate import Gate

P = ParamSpec("P")
T = TypeVar("T")


class Writes(Protocol):
    """What reads and writes for the parts of a register: the gate, or the door before it."""

    def do(self, operation: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Call an operation that writes; None when it was refused."""

    def ask(
        self, operation: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Call an operation that reads; None when it was refused."""


class Door(QObject):
    """Keeps the one gesture that a lock refused until somebody says why, or gives it up."""

    locked = Signal(str)
    """A sentence: the reason is wanted now."""
    settled = Signal(bool)
    """What waited was done with its reason, or (False) given up."""

    def __init__(self, gate: Gate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gate = gate
        self._kept: Callable[[Desk, str], object] | None = None
        self.days: dict[SessionId, date] = {}
        """The locked registers of the gesture that waits, oldest first."""
        self.last_reason = ""
        """What was said last in this sitting: offered for the next register."""
        self.result: object = None
        """What the operation gave back that was done with a reason."""

    @property
    def waiting(self) -> bool:
        """True while a gesture waits for its reason."""
        return self._kept is not None

    @property
    def today(self) -> date:
        """The centre's day."""
        return self._gate.today

    def ask(
        self, operation: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """As `Gate.ask`."""
        return self._gate.ask(operation, *args, **kwargs)

    def do(self, operation: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """As `Gate.do`; a change of a locked register is kept, and `locked` asks why."""
        try:
            return self.write(operation, *args, **kwargs)
        except NeedsReason:
            pass
        except UserError as error:
            self._gate.refused.emit(say(error))
        return None

    def write(self, operation: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `Gate.write`; what a lock refused is kept and asked about, and NeedsReason goes on."""

        def work(desk: Desk) -> object:
            self.result = operation(desk, *args, **kwargs)
            return self.result

        def late(desk: Desk, reason: str) -> object:
            return change_late(desk, tuple(self.days), reason, work)

        try:
            return self._gate.write(operation, *args, **kwargs)
        except NeedsReason as closed:
            self.keep(closed, late)
            raise

    def keep(self, closed: NeedsReason, late: Callable[[Desk, str], object]) -> None:
        """Ask why; `late` does with the reason what was refused."""
        self.give_up()
        self._kept, self.days, self.result = late, dict(closed.days), None
        self.locked.emit(say(closed))

    def give(self, reason: str) -> str:
        """Do what waits, with its reason; returns why not in words, "" when it was done."""
        if self._kept is None:
            return ""
        try:
            self._gate.write(self._kept, reason)
        except NeedsReason as more:  # other registers are in it by now: they are named, and asked for too
            self.days |= more.days
            return say(more)
        except UserError as error:
            return say(error)
        self._kept, self.last_reason = None, reason
        self.settled.emit(True)
        return ""

    def give_up(self) -> None:
        """Forget what waits; nothing was written."""
        if self._kept is not None:
            self._kept = None
            self.settled.emit(False)
