"""Changing a locked register: the reason is stored in the same step as what it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from groupwork.domain.ids import SessionId
from groupwork.domain.late_changes import clean_reason
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.store.tables import LateChange

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step


@allowed(Right.RECORD)
def change_late(
    desk: Desk, sessions: Sequence[SessionId], reason: str, work: Callable[[Desk], object]
) -> Done:
    """Do what was refused with `NeedsReason`, and say why: one step, undone as one.

    Further changes of these registers by this sign-in need no other reason in this sitting. Raises what
    `work` raises, and UserError for a reason that is empty or too long; then nothing is stored.
    """
    words = clean_reason(reason)
    one = {"session": sessions[0]} if len(sessions) == 1 else {"count": len(sessions)}
    verb = "register.changed_late" if len(sessions) == 1 else "registers.changed_late"
    with desk.step(verb, **one) as step:
        say_why(step, desk, sessions, words)
        work(desk)
    return step.done


def say_why(step: Step, desk: Desk, sessions: Iterable[SessionId], words: str) -> None:
    """Enter a reason, cleaned already, for each of these registers in an open step."""
    for session in sessions:
        at = desk.store.journal.clock()
        step.save(LateChange(session=session, at=at, by=desk.actor_name, reason=words))
