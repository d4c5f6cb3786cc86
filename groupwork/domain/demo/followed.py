"""A follow-up of the demo centre as it is described."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Tried:
    """One try, by a facilitator's code."""

    at: datetime
    by: str
    way: str
    result: str
    words: str
    next_date: date


@dataclass(frozen=True)
class Followed:
    """One follow-up from beginning to end."""

    person: str
    opened: date
    first_day: date
    owner: str
    closed: date
    outcome: str
    words: str
    calls: tuple[Tried, ...]
