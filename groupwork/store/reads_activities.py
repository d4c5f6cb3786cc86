"""How the library is read: constant SQL that SQLite and PostgreSQL both take, and few SELECTs."""

from __future__ import annotations

from datetime import date

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read

ONE_OFF = "Z"
"""Codes of activities that belong to one session only begin so: they were never in the library."""

_LINE = """SELECT a.id, a.code, a.name, a.short, a.category, a.minutes, a.min_people, a.max_people, a.staff,
  a.people_per_staff, a.hazard, a.active, a.example,
  (SELECT count(*) FROM group_ g WHERE g.activity_id = a.id AND (g.to_date IS NULL OR g.to_date >= ?)),
  a.aims, a.method, a.off_site, a.records_mood
FROM activity a WHERE """
LINES = _LINE + "a.active OR a.code NOT LIKE 'Z%' ORDER BY a.name, a.id"
ONE = _LINE + "a.id = ?"

# kind, id, then what the kind has: three texts, a number and a truth.
PARTS = """SELECT kind, id, name, first, second, minutes, flag FROM (
  SELECT 'phase' AS kind, id, position, name, words AS first, '' AS second, minutes, 0 AS flag
    FROM activity_phase WHERE activity_id = ?
  UNION ALL SELECT 'task', id, position, name, easier, harder, 0, CASE WHEN usual THEN 1 ELSE 0 END
    FROM activity_task WHERE activity_id = ? AND active
  UNION ALL SELECT 'material', id, position, name, quantity, permission, 0, CASE WHEN tool THEN 1 ELSE 0 END
    FROM activity_material WHERE activity_id = ?
  UNION ALL SELECT 'hazard', id, position, hazard, control, '', 0, 0
    FROM activity_hazard WHERE activity_id = ?
) p ORDER BY kind, position, id"""

GROUPS = """SELECT g.id, CASE WHEN g.name <> '' THEN g.name ELSE a.name END, g.weekday, g."start", g."end",
  CASE WHEN g.room_id IS NULL THEN g.place ELSE r.name END,
  CASE WHEN g.to_date IS NULL OR g.to_date >= ? THEN 0 ELSE 1 END AS ended
FROM group_ g JOIN activity a ON a.id = g.activity_id LEFT JOIN room r ON r.id = g.room_id
WHERE g.activity_id = ? ORDER BY ended, g.weekday, g."start", g.id"""

LAST = """SELECT s.id, s."date", s."start", s."end", CASE WHEN s.title <> '' THEN s.title ELSE a.name END,
  s.status, CASE WHEN s.status = 'not_held' THEN 0 ELSE s.attended_count END
FROM session s JOIN activity a ON a.id = s.activity_id
WHERE s.activity_id = ? AND (s."date" < ? OR s.status <> 'planned') AND s."date" <= ?
ORDER BY s."date" DESC, s."start" DESC, s.id DESC LIMIT 6"""

# The tasks of coming sessions in which nothing of any task was recorded.
COMING = """SELECT s.id, t.id, t.name, t.position, t.activity_task_id
FROM session s JOIN session_task t ON t.session_id = s.id
WHERE s.activity_id = ? AND s."date" >= ? AND s.status = 'planned'
  AND NOT EXISTS (SELECT 1 FROM session_task o JOIN result u ON u.task_id = o.id WHERE o.session_id = s.id)
ORDER BY s.id, t.position, t.id"""


def lines(db: pw.Database, today: date) -> Rows:
    """Every activity of the library, archived ones too, by name."""
    return _read(db, LINES, [today.isoformat()])


def example_keys(db: pw.Database) -> Rows:
    """key of every example that is in the library, archived or not."""
    return _read(db, "SELECT example FROM activity WHERE example <> ''", [])


def one(db: pw.Database, activity: int, today: date) -> Rows:
    """One activity with all its own columns, or nothing."""
    return _read(db, ONE, [today.isoformat(), activity])


def parts(db: pw.Database, activity: int) -> Rows:
    """Phases, tasks, materials and hazards in their order."""
    return _read(db, PARTS, [activity] * 4)


def groups(db: pw.Database, activity: int, today: date) -> Rows:
    """The groups that run it or ran it, those that ended last."""
    return _read(db, GROUPS, [today.isoformat(), activity])


def last(db: pw.Database, activity: int, today: date) -> Rows:
    """The last six sessions up to today, the newest first."""
    return _read(db, LAST, [activity, today.isoformat(), today.isoformat()])


def coming(db: pw.Database, activity: int, today: date) -> Rows:
    """session, task, name, position, task of the library: of coming sessions without results."""
    return _read(db, COMING, [activity, today.isoformat()])
