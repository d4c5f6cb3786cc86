"""The lock date: a register of long ago is changed with a reason, once per sitting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from groupwork.domain.ids import SessionId
from groupwork.domain.late_changes import RegisterLock, locked_since
from groupwork.operations import lock_rows
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.lock_rows import NeedsReason
from groupwork.operations.settings import read_centre

__all__ = ["NeedsReason", "days_of", "lock_of", "require_open"]


@allowed(Right.READ)
def lock_of(desk: Desk, session: SessionId, day: date) -> RegisterLock | None:
    """The lock of a session's register, None while it is open. One SELECT, none while it is open."""
    since = locked_since(day, desk.today, read_centre(desk.store).lock_days)
    return None if since is None else lock_rows.lock(desk.store, session, since, desk.actor_name)


@allowed(Right.READ)
def require_open(desk: Desk, days: Mapping[SessionId, date]) -> None:
    """Raise NeedsReason for the registers among these that are locked and have no reason yet."""
    locks = read_centre(desk.store).lock_days
    lock_rows.require_open(desk.store, days, desk.today, locks, desk.actor_name)


@allowed(Right.READ)
def days_of(desk: Desk, sessions: Iterable[SessionId]) -> dict[SessionId, date]:
    """The day of each of these sessions; unknown numbers are left out. One SELECT."""
    return lock_rows.days_of(desk.store, sessions)
