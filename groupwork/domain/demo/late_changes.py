"""One late change of the demo centre: an old register that was corrected after its lock date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from groupwork.domain.demo import rows
from groupwork.domain.demo.days import utc

R = TypeVar("R")
AFTER_THE_LOCK = timedelta(days=2)
AT = time(15, 20)


class LateChange(NamedTuple):
    """Table late_change."""

    id: int
    session_id: int
    at: str
    by: str
    reason: str


class Told(NamedTuple):
    """What the description says of it: who changed it and why, and after how many days it was locked."""

    by: str
    reason: str
    lock_days: int


def with_late_change(drawn: Iterable[R], told: Told, today: date, zone: str) -> Iterator[R | LateChange]:
    """The drawn rows, and at their end the late change of the first register that is locked by now."""
    first: rows.Session | None = None
    for row in drawn:
        if first is None and isinstance(row, rows.Session) and row.status == "held":
            first = row
        yield row
    if first is None:
        return
    changed = date.fromisoformat(first.date) + timedelta(days=told.lock_days) + AFTER_THE_LOCK
    if changed <= today:
        at = utc(datetime.combine(changed, AT), ZoneInfo(zone))
        yield LateChange(1, first.id, at, told.by, told.reason)
