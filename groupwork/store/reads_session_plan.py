"""How a session's plan is read: four SELECTs, whatever the size of the register and the years in the file."""

from __future__ import annotations

from typing import Any

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read
from groupwork.store.reads_absences import TOUCHES
from groupwork.store.reads_register import EXPECTED

_BEFORE = '(e."date", e."start", e.id) < (s."date", s."start", s.id)'
_NEWEST = 'ORDER BY e."date" DESC, e."start" DESC, e.id DESC LIMIT 1'
_OF_GROUP = f"FROM session e WHERE e.group_id = s.group_id AND {_BEFORE} AND "
_OF_ACTIVITY = f"FROM session e WHERE e.activity_id = s.activity_id AND {_BEFORE} AND "
_SAID = """e."date" || ' ' || e.id || ' ' || e.next_time"""

# A group looks back to its own sessions first; what has none of its own looks to the activity's.
_FACTS = f"""SELECT s."date", s."start", s."end", CASE WHEN s.title <> '' THEN s.title ELSE a.name END,
  a.category, CASE WHEN s.room_id IS NULL THEN s.place ELSE r.name END, s.activity_id, s.group_id,
  a.aims, a.hazard, s.next_time,
  coalesce((SELECT e.id {_OF_GROUP} e.status = 'held' {_NEWEST}),
    (SELECT e.id {_OF_ACTIVITY} e.status = 'held' {_NEWEST})),
  coalesce((SELECT {_SAID} {_OF_GROUP} e.next_time <> '' {_NEWEST}),
    (SELECT {_SAID} {_OF_ACTIVITY} e.next_time <> '' {_NEWEST}))
FROM session s JOIN activity a ON a.id = s.activity_id LEFT JOIN room r ON r.id = s.room_id
WHERE s.id = ?"""

# kind, id, then what the kind has: three texts, a number and a truth.
_PARTS = """SELECT kind, id, name, first, second, number, flag FROM (
  SELECT 'phase' AS kind, p.id, p.position, p.name, p.words AS first, '' AS second, p.minutes AS number,
    0 AS flag FROM session s JOIN activity_phase p ON p.activity_id = s.activity_id WHERE s.id = ?
  UNION ALL SELECT 'material', m.id, m.position, m.name, m.quantity, m.permission, 0,
    CASE WHEN m.tool THEN 1 ELSE 0 END
    FROM session s JOIN activity_material m ON m.activity_id = s.activity_id WHERE s.id = ?
  UNION ALL SELECT 'hazard', h.id, h.position, h.hazard, h.control, '', 0, 0
    FROM session s JOIN activity_hazard h ON h.activity_id = s.activity_id WHERE s.id = ?
  UNION ALL SELECT 'task', k.id, k.position, k.name, coalesce(l.easier, ''), coalesce(l.harder, ''), 0, 1
    FROM session_task k LEFT JOIN activity_task l ON l.id = k.activity_task_id WHERE k.session_id = ?
  UNION ALL SELECT 'task', k.id, k.position, k.name, k.easier, k.harder, 0, 1
    FROM session s JOIN activity_task k ON k.activity_id = s.activity_id AND k.usual AND k.active
    WHERE s.id = ? AND NOT s.register_taken
      AND NOT EXISTS (SELECT 1 FROM session_task o WHERE o.session_id = s.id)
  UNION ALL SELECT 'staff', f.id, x.position, f.name, f.role, coalesce(g.role, ''), 0, 0
    FROM session s JOIN session_facilitator x ON x.session_id = s.id
    JOIN facilitator f ON f.id = x.facilitator_id
    LEFT JOIN group_facilitator g ON g.group_id = s.group_id AND g.facilitator_id = f.id WHERE s.id = ?
) p ORDER BY kind, position, id"""

# Everybody on the register, or who would be on it: an alert a row, and what is known of an absence.
_PEOPLE = f"""SELECT p.id, p.called, p."full", p.rest, p.native, l.id, l.kind, l.words, l.printed,
  CASE WHEN t.id IS NOT NULL THEN
    CASE WHEN t.status IN ('H','V','N') OR t.planned THEN t.status END ELSE pa.status END,
  coalesce(pa.words, ''), pa.to_date, CASE WHEN t.status = 'W' THEN 1 ELSE 0 END
FROM (SELECT t.participant_id FROM attendance t WHERE t.session_id = ? UNION {EXPECTED}) w
JOIN session s ON s.id = ?
JOIN participant p ON p.id = w.participant_id
LEFT JOIN attendance t ON t.session_id = s.id AND t.participant_id = p.id
LEFT JOIN planned_absence pa ON pa.participant_id = p.id AND (pa.id = t.absence_id
  OR (t.id IS NULL AND pa.from_date <= s."date" AND pa.to_date >= s."date" AND {TOUCHES}))
LEFT JOIN alert l ON l.participant_id = p.id
ORDER BY p.called, p.id, l.id"""

# One row for each task of the session, at least one.
_LAST = """SELECT e."date", CASE WHEN e.title <> '' THEN e.title ELSE a.name END, e.attended_count,
  (SELECT count(*) FROM attendance t WHERE t.session_id = e.id AND t.status = 'P'),
  (SELECT count(*) FROM attendance t WHERE t.session_id = e.id
    AND (t.status IS NULL OR t.status IN ('P','R','A','X','U','O','D'))),
  k.name,
  (SELECT count(*) FROM result u WHERE u.task_id = k.id AND u.outcome = 'done'),
  (SELECT count(*) FROM result u WHERE u.task_id = k.id AND u.outcome <> 'not_offered'),
  {note}
FROM session e JOIN activity a ON a.id = e.activity_id
LEFT JOIN session_task k ON k.session_id = e.id
WHERE e.id = ? ORDER BY k.position, k.id"""
_NOTE = "(SELECT n.parts FROM note n WHERE n.session_id = e.id AND n.participant_id IS NULL)"
_LAST_WITH_NOTE = _LAST.replace("{note}", _NOTE)
_LAST_WITHOUT = _LAST.replace("{note}", "NULL")


def facts(db: pw.Database, session: int) -> tuple[Any, ...] | None:
    """The session's own facts, its last held session, and the newest line for next time; or None.

    The line comes as "date id words".
    """
    found = _read(db, _FACTS, [session])
    return found[0] if found else None


def parts(db: pw.Database, session: int) -> Rows:
    """Phases, tasks, materials, hazards and staff in their order."""
    return _read(db, _PARTS, [session] * 6)


def people(db: pw.Database, session: int) -> Rows:
    """Everybody expected with alerts (a row for each) and what is known of an absence."""
    return _read(db, _PEOPLE, [session, session, session, session])


def last(db: pw.Database, session: int, *, notes: bool) -> Rows:
    """What an earlier session was, a row for each task; the group note's parts only with `notes`."""
    return _read(db, _LAST_WITH_NOTE if notes else _LAST_WITHOUT, [session])
