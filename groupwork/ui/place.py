"""Where one can be in the window: a page and what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as _date

from groupwork.domain.ids import SessionId


@dataclass(frozen=True)
class Place:
    """`page` is a code of `ui/pages.py`: today, schedule, plan, register, preview, settings, backups, …"""

    page: str
    date: _date | None = None
    session: SessionId | None = None


BACK = Place("back")
"""Where one came from; at the first page nowhere."""
