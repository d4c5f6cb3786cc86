"""Registers that are locked by the calendar: changed with a reason, never silently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_

MOST_REASON = 200
MOST_DAYS = 3_650
LATE_REASONS: tuple[str, ...] = (
    N_("Entered from paper"),
    N_("Heard of it later"),
    N_("Marked wrongly"),
    N_("Asked for by the funder"),
)
"""The usual reasons for a change after the lock date, offered where it is asked."""


@dataclass(frozen=True)
class LateLine:
    """One late change: when (UTC), by whom, why."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True)
class RegisterLock:
    """A register older than the centre's lock. `since` is the first day it was locked."""

    since: date
    reason_given: bool = False
    """True once this sign-in said why in this sitting: since the file was opened."""
    changes: tuple[LateLine, ...] = ()
    """Oldest first."""


def locked_since(day: date, today: date, lock_days: int) -> date | None:
    """The day from which a register of `day` is locked, when that day has come; None while it is open.

    With 14 lock days a register of the 1st is open until the 15th and locked from the 16th; 0 locks
    nothing.
    """
    if lock_days <= 0:
        return None
    since = day + timedelta(days=lock_days + 1)
    return since if since <= today else None


def clean_reason(text: str) -> str:
    """A reason for a late change as it is stored; refused when empty or too long."""
    words = clean_line(text, MOST_REASON)
    if not words:
        raise Refused(N_("Say why this register is changed so late."))
    return words


def lock_days(value: object) -> int:
    """The setting's value, checked: 0 for never, else days."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST_DAYS:
        raise Refused(N_("Type a number of days from 0 to {most}; 0 locks nothing."), most=MOST_DAYS)
    return value
