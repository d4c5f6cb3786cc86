"""What limits how many people a session can take: constant SQL, one SELECT."""

from __future__ import annotations

import peewee as pw

_LIMITS = """SELECT CASE WHEN g.max_people IS NULL THEN a.max_people ELSE g.max_people END, r.capacity
FROM session s JOIN activity a ON a.id = s.activity_id
LEFT JOIN group_ g ON g.id = s.group_id LEFT JOIN room r ON r.id = s.room_id WHERE s.id = ?"""


def limits(db: pw.Database, session: int) -> tuple[int | None, ...]:
    """Places of the group (else the activity) and of the room; empty for an unknown session."""
    found = db.execute_sql(_LIMITS.replace("?", db.param), [session]).fetchone()
    return tuple(found) if found else ()
