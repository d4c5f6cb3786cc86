"""Why a locked register is changed, asked on other pages than its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import Signal, SignalInstance

from groupwork.domain.late_changes import LATE_REASONS
from groupwork.i18n import current, ngettext
from groupwork.operations.register_lock import NeedsReason
from groupwork.ui.accessibility import announce
from groupwork.ui.focus import reveal
from groupwork.ui.gate import Gate
from groupwork.ui.register.door import Door
from groupwork.ui.register.over_time import WHY_LATE
from groupwork.ui.register.reason_bar import ReasonBar

if TYPE_CHECKING:
    from groupwork.operations.desk import Desk

P = ParamSpec("P")
T = TypeVar("T")
SHOWN = 6
"""So many days stand there by name."""


class LateAsk(ReasonBar):
    """Hidden until a lock asks; names the days of the locked registers. Enter goes on, Esc gives it up.

    `done` when what it kept was done with its reason, `left` when it was given up.
    """

    done = Signal()
    left = Signal()

    def __init__(self, gate: Gate) -> None:
        super().__init__(question=WHY_LATE, usual=LATE_REASONS)
        self._gate, self._door = gate, Door(gate, self)
        self._door.locked.connect(self._wonder)
        self.given.connect(self._give)
        self.given_up.connect(self._stop)

    @property
    def result(self) -> object:
        """What the operation gave back that was done with a reason."""
        return self._door.result

    @property
    def waiting(self) -> bool:
        """True while a gesture waits for its reason."""
        return self._door.waiting

    def do(
        self, operation: Callable[Concatenate[Desk, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> bool:
        """As `Gate.do`, True when it was done; a lock is asked about here, and False."""
        self.leave()
        return self._door.do(operation, *args, **kwargs) is not None

    def write(self, operation: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `Gate.write`; a lock is asked about here, and NeedsReason raised: the form waits for `done`."""
        self.leave()
        return self._door.write(operation, *args, **kwargs)

    def keep(self, closed: NeedsReason, late: Callable[[Desk, str], object]) -> None:
        """Ask about what was refused elsewhere; `late` does it with the reason."""
        self._door.keep(closed, late)

    def ends_with(self, *edits: SignalInstance) -> None:
        """Signals of the fields beside: what waits is no longer what stands in them, so it is asked anew."""
        for edited in edits:
            edited.connect(self.leave)

    def leave(self) -> None:
        """Forget what waits; nothing was written."""
        self._door.give_up()
        self.hide()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        super().retranslate()
        if not self.about.isHidden():
            self._name_days()

    def _wonder(self, sentence: str) -> None:
        self._name_days()
        self.ask(self._door.last_reason)
        reveal(self)
        announce(self, sentence)  # a notice would lie over the answers in a small window

    def _name_days(self) -> None:
        self.about.set_words(days_words(tuple(self._door.days.values()), self._gate.today))
        self.about.show()

    def _give(self, reason: str) -> None:
        refused = self._door.give(reason)
        self.refusal.say(refused)
        self._name_days()
        if not refused:
            self.hide()
            self.done.emit()

    def _stop(self) -> None:
        self.leave()
        self.left.emit()


def days_words(days: tuple[date, ...], today: date) -> str:
    """ "Locked registers: Mon 2 Nov, Tue 3 Nov and 4 more days"; the year only where it is another."""
    words = current()
    named = [words.day(day, year=day.year != today.year) for day in dict.fromkeys(days)]
    text = ", ".join(named[:SHOWN])
    more = len(named) - SHOWN
    if more > 0:
        and_more = ngettext("{days} and {n} more day", "{days} and {n} more days", more)
        text = and_more.format(days=text, n=more)
    return ngettext("Locked register: {days}", "Locked registers: {days}", len(days)).format(days=text)
