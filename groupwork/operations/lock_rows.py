"""The lock of stored registers, for whoever has only the store; `register_lock` is its door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from groupwork.domain.ids import SessionId
from groupwork.domain.late_changes import LateLine, RegisterLock, locked_since
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.store import reads_block as reads

if TYPE_CHECKING:
    from groupwork.store.database import Store

LOCKED = N_("This register has been locked since {day}. Say why it is changed so late.")
LOCKED_MANY = N_(
    "{count} of these registers are locked, the first since {day}. Say why they are changed so late."
)


class NeedsReason(Refused):
    """Nothing was written: these registers are locked, and nobody said why in this sitting."""

    def __init__(self, days: Mapping[SessionId, date], since: date) -> None:
        super().__init__(LOCKED if len(days) == 1 else LOCKED_MANY, day=since, count=len(days))
        self.days = dict(sorted(days.items(), key=lambda each: (each[1], each[0])))
        """The day of each register, oldest first."""

    @property
    def sessions(self) -> tuple[SessionId, ...]:
        """Their sessions, by number."""
        return tuple(sorted(self.days))


def lock_and_days(
    store: Store, sessions: Iterable[int], tasks: Iterable[int]
) -> tuple[int, dict[SessionId, date]]:
    """After how many days registers lock here, 0 for never, and the day of each session. One SELECT.

    Of these sessions and of the ones these session tasks belong to; unknown numbers are left out.
    """
    value, days = reads.lock_and_days(store.db, sorted(sessions), sorted(tasks))
    locks = value if isinstance(value, int) and not isinstance(value, bool) else 0
    return locks, {SessionId(number): date.fromisoformat(day) for number, day in days.items()}


def lock(store: Store, session: SessionId, since: date, who: str) -> RegisterLock:
    """The lock of a register that is locked since a day, as this sign-in meets it. One SELECT."""
    changes = tuple(_line(row) for row in reads.late_changes(store.db, session))
    return RegisterLock(since, any(_said_now(store, who, line) for line in changes), changes)


def require_open(store: Store, days: Mapping[SessionId, date], today: date, lock_days: int, who: str) -> None:
    """Raise NeedsReason for the registers among these that are locked and have no reason yet.

    One SELECT, none while all are open.
    """
    locked = {session: locked_since(day, today, lock_days) for session, day in days.items()}
    closed = {session: since for session, since in locked.items() if since is not None}
    late = reads.late_changes_of(store.db, sorted(closed))
    said = {number for number, *line in late if _said_now(store, who, _line(line))}
    closed = {session: since for session, since in closed.items() if session not in said}
    if closed:
        raise NeedsReason({session: days[session] for session in closed}, min(closed.values()))


def days_of(store: Store, sessions: Iterable[SessionId]) -> dict[SessionId, date]:
    """The day of each of these sessions; unknown numbers are left out. One SELECT."""
    rows = reads.days(store.db, sorted(set(sessions)))
    return {SessionId(number): date.fromisoformat(day) for number, day in rows}


def _line(row: Sequence[str]) -> LateLine:
    at = datetime.fromisoformat(row[0])
    return LateLine(at if at.tzinfo else at.replace(tzinfo=UTC), row[1], row[2])


def _said_now(store: Store, who: str, line: LateLine) -> bool:
    """Whether this sign-in said it since the file was opened."""
    return line.by == who and line.at >= store.journal.opened_at.replace(microsecond=0)
