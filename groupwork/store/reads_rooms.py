"""Reading rooms in constant SQL; "?" stands for a parameter and becomes the driver's own mark."""

from __future__ import annotations

from typing import Any

import peewee as pw

Rows = list[tuple[Any, ...]]

# A room without a number of places is not offered: nobody knows whether it is enough.
_FREE = """SELECT r.id, r.code, r.name, r.capacity FROM session s JOIN room r ON r.active
WHERE s.id = ? AND r.capacity >= ? AND (s.room_id IS NULL OR r.id <> s.room_id)
  AND NOT EXISTS (SELECT 1 FROM session o WHERE o.room_id = r.id AND o."date" = s."date"
    AND o.status <> 'not_held' AND o."start" < s."end" AND o."end" > s."start" AND o.id <> s.id)
  AND NOT EXISTS (SELECT 1 FROM closure c WHERE (c.room_id = r.id OR c.room_id IS NULL)
    AND c.from_date <= s."date" AND c.to_date >= s."date"
    AND (c.allowed_activity_id IS NULL OR c.allowed_activity_id <> s.activity_id))
ORDER BY r.capacity, r.name, r.id"""


def free_rooms(db: pw.Database, session: int, people: int) -> Rows:
    """id, code, name, places of the rooms that are free and large enough for a session."""
    sql = _FREE if db.param == "?" else _FREE.replace("?", db.param)
    rows: Rows = db.execute_sql(sql, [session, people]).fetchall()
    return rows
