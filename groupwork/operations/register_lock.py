"""The lock date: a register of long ago is changed with a reason, once per sitting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from groupwork.domain.ids import SessionId
from groupwork.domain.late_changes import LateLine, RegisterLock, locked_since
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.settings import read_centre
from groupwork.store import reads_block as reads

LOCKED = N_("This register has been locked since {day}. Say why it is changed so late.")
LOCKED_MANY = N_(
    "{count} of these registers are locked, the first since {day}. Say why they are changed so late."
)


class NeedsReason(Refused):
    """Nothing was written: these registers are locked, and nobody said why in this sitting."""

    def __init__(self, sessions: tuple[SessionId, ...], since: date) -> None:
        super().__init__(LOCKED if len(sessions) == 1 else LOCKED_MANY, day=since, count=len(sessions))
        self.sessions = sessions


@allowed(Right.READ)
def lock_of(desk: Desk, session: SessionId, day: date) -> RegisterLock | None:
    """The lock of a session's register, None while it is open. One SELECT, none while it is open."""
    since = locked_since(day, desk.today, read_centre(desk.store).lock_days)
    if since is None:
        return None
    changes = tuple(_line(row) for row in reads.late_changes(desk.store.db, session))
    return RegisterLock(since, any(_mine(desk, line) for line in changes), changes)


@allowed(Right.READ)
def require_open(desk: Desk, days: Mapping[SessionId, date]) -> None:
    """Raise NeedsReason for the registers among these that are locked and have no reason yet."""
    locks = {session: lock_of(desk, session, day) for session, day in days.items()}
    closed = {s: lock.since for s, lock in locks.items() if lock is not None and not lock.reason_given}
    if closed:
        raise NeedsReason(tuple(sorted(closed)), min(closed.values()))


@allowed(Right.READ)
def days_of(desk: Desk, sessions: Iterable[SessionId]) -> dict[SessionId, date]:
    """The day of each of these sessions; unknown numbers are left out. One SELECT."""
    rows = reads.days(desk.store.db, sorted(set(sessions)))
    return {SessionId(number): date.fromisoformat(day) for number, day in rows}


def _line(row: tuple[str, str, str]) -> LateLine:
    at = datetime.fromisoformat(row[0])
    return LateLine(at if at.tzinfo else at.replace(tzinfo=UTC), row[1], row[2])


def _mine(desk: Desk, line: LateLine) -> bool:
    """Whether this sign-in said it since the file was opened."""
    return line.by == desk.actor_name and line.at >= desk.store.journal.opened_at.replace(microsecond=0)
