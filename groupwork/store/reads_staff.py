"""How staff are read for the settings: constant SQL that SQLite and PostgreSQL both take."""

from __future__ import annotations

from datetime import date
from typing import Any

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read

_STAFF = """SELECT f.id, f.code, f.name, f.role, f.phone, f.email, f.note, f.active, s.name, s.role, s.active
FROM facilitator f LEFT JOIN sign_in s ON s.facilitator_id = f.id ORDER BY f.id, s.active DESC, s.id"""
_MINUTES = """CAST(substr(g."{at}", 1, 2) AS INTEGER) * 60 + CAST(substr(g."{at}", 4, 2) AS INTEGER)"""
_BLOCKS = f"""SELECT x.facilitator_id, {_MINUTES.replace("{at}", "end")}
  - ({_MINUTES.replace("{at}", "start")}), g.every_weeks, g.nth
FROM group_facilitator x JOIN group_ g ON g.id = x.group_id
WHERE g.from_date <= ? AND (g.to_date IS NULL OR g.to_date >= ?) ORDER BY x.id"""


def staff(db: pw.Database) -> Rows:
    """id, code, name, role, phone, email, note, active, and name, role, active of the sign-in."""
    seen: dict[int, tuple[Any, ...]] = {}
    for row in _read(db, _STAFF, []):
        seen.setdefault(row[0], row)
    return list(seen.values())


def blocks(db: pw.Database, day: date) -> Rows:
    """facilitator, minutes, every so many weeks, nth of the month; of each group that runs that day."""
    return _read(db, _BLOCKS, [day.isoformat()] * 2)
