"""How registers are read: constant SQL that SQLite and PostgreSQL both take, one SELECT a function.

The cost depends on the size of one register, never on the years in the file: what happened last time
is looked for in the activity's last `RECENT` sessions only.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read
from groupwork.store.reads_absences import TOUCHES

RECENT = 80
"""Sessions of the activity that are searched for last marks and levels: more than a term has."""

_IN_EPISODE = """EXISTS (SELECT 1 FROM episode e WHERE e.participant_id = x.participant_id
    AND e."start" <= s."date" AND (e."end" IS NULL OR e."end" >= s."date"))"""
# Who is expected in sessions s that have no snapshot: members that day and invited people.
_EXPECTED = """SELECT s.id AS session_id, x.participant_id FROM session s
    JOIN membership x ON x.group_id = s.group_id AND x.from_date <= s."date"
      AND (x.to_date IS NULL OR x.to_date >= s."date")
    WHERE {which} AND NOT s.register_taken AND {episode}
  UNION SELECT s.id, x.participant_id FROM session s
    JOIN session_invite x ON x.session_id = s.id
    WHERE {which} AND NOT s.register_taken AND {episode}"""
_ON_ITS_DAYS = f"""pa.from_date <= s."date" AND pa.to_date >= s."date" AND {TOUCHES}"""
_ABSENT = f"""LEFT JOIN planned_absence pa ON pa.participant_id = w.participant_id
    AND {_ON_ITS_DAYS} """

_ROWS = """SELECT p.id, p.code, p.called, p."full", p.rest, p.native, p.sort_name,
  t.id, t.status, t.late_min, t.early_min, t.minutes, t.reason, t.told_at, t.planned,
  t.participation, t.mood_before, t.mood_after,
  pa.id, pa.status, pa.told_at, pa.words, pa.to_date, l.id, l.kind, l.words, l.printed,
  s.all_present, g.all_present, a.records_mood
FROM (SELECT t.session_id, t.participant_id FROM attendance t WHERE t.session_id = ?
  UNION {expected}) w
JOIN session s ON s.id = w.session_id
JOIN activity a ON a.id = s.activity_id
LEFT JOIN group_ g ON g.id = s.group_id
JOIN participant p ON p.id = w.participant_id
LEFT JOIN attendance t ON t.session_id = w.session_id AND t.participant_id = w.participant_id
LEFT JOIN planned_absence pa ON pa.participant_id = w.participant_id AND (pa.id = t.absence_id
  OR (t.id IS NULL AND {on_its_days}))
LEFT JOIN alert l ON l.participant_id = w.participant_id
ORDER BY p.id, pa.id, l.id"""

# A session's tasks; before its snapshot, while it has none, the activity's usual ones with minus their id.
_ITS_TASKS = """SELECT k.id, k.position, k.name, k.activity_task_id FROM session_task k
    WHERE k.session_id = ?
  UNION ALL SELECT -k.id, k.position, k.name, k.id FROM session s
    JOIN activity_task k ON k.activity_id = s.activity_id AND k.usual
    WHERE s.id = ? AND NOT s.register_taken
      AND NOT EXISTS (SELECT 1 FROM session_task o WHERE o.session_id = s.id)"""
_TASKS = """SELECT k.id, k.name, k.activity_task_id, u.participant_id, u.outcome, u.level, u.reason,
  u.quantity, u.minutes
FROM ({tasks}) k LEFT JOIN result u ON u.task_id = k.id ORDER BY k.position, k.id"""

_EARLIER = """SELECT e.id, e."date", e."start" FROM session e
  WHERE e.activity_id = s.activity_id AND e.status <> 'not_held'
    AND (e."date", e."start") < (s."date", s."start")
  ORDER BY e."date" DESC, e."start" DESC, e.id DESC LIMIT {recent}"""
_LAST_MARKS = """SELECT participant_id, status, late_min, early_min, minutes, reason, told_at, planned, k
FROM (SELECT t.participant_id, t.status, t.late_min, t.early_min, t.minutes, t.reason, t.told_at,
    t.planned, row_number() OVER (PARTITION BY t.participant_id
      ORDER BY e."date" DESC, e."start" DESC, e.id DESC) AS k
  FROM session e JOIN attendance t ON t.session_id = e.id
  WHERE e.id IN (SELECT r.id FROM ({earlier}) r)) v
WHERE k <= 4 ORDER BY participant_id, k DESC"""
_LAST_LEVELS = """SELECT task_id, participant_id, level
FROM (SELECT k.id AS task_id, u.participant_id, u.level, row_number() OVER (
      PARTITION BY k.id, u.participant_id
      ORDER BY e."date" DESC, e."start" DESC, e.id DESC, o.id DESC) AS n
  FROM ({tasks}) k
  JOIN session_task o ON o.activity_task_id = k.activity_task_id OR o.name = k.name
  JOIN session e ON e.id = o.session_id
  JOIN result u ON u.task_id = o.id AND u.level IS NOT NULL
  WHERE o.session_id IN (SELECT r.id FROM ({earlier}) r)) v
WHERE n = 1"""

_TO_TAKE = """SELECT s.id, s."date", s."start" FROM session s
WHERE s."date" <= ? AND NOT s.register_taken ORDER BY s."date", s."start", s.id"""
_TO_EXPECT = """SELECT w.session_id, w.participant_id, pa.id, pa.status, pa.told_at
FROM ({expected}) w JOIN session s ON s.id = w.session_id {absent}
WHERE NOT EXISTS (SELECT 1 FROM attendance t
  WHERE t.session_id = w.session_id AND t.participant_id = w.participant_id)
ORDER BY w.session_id, w.participant_id, pa.id"""
_TO_DO = """SELECT s.id, k.id, k.position, k.name FROM session s
JOIN activity_task k ON k.activity_id = s.activity_id AND k.usual
WHERE s."date" <= ? AND NOT s.register_taken
  AND NOT EXISTS (SELECT 1 FROM session_task o WHERE o.session_id = s.id)
ORDER BY s.id, k.position, k.id"""

_FACTS = 'SELECT status, "date", register_taken, activity_id FROM session WHERE id = ?'
_MARKS = "SELECT participant_id, id, status, absence_id FROM attendance WHERE session_id = ?"
_NAMES = 'SELECT code, "full" FROM participant WHERE id = ?'
_RESULTS = """SELECT u.id, u.task_id, u.participant_id FROM result u
WHERE u.task_id IN (SELECT k.id FROM session_task k WHERE k.session_id = ?)"""
_SIBLINGS = """SELECT k.session_id, k.id, k.position, k.name FROM session_task k
WHERE k.session_id = (SELECT o.session_id FROM session_task o WHERE o.id = ?)
ORDER BY k.position, k.id"""


def _built(text: str, which: str = "") -> str:
    """A constant SQL text with its named parts put in; done once, when the module is read."""
    parts = (
        ("expected", _EXPECTED),
        ("absent", _ABSENT),
        ("on_its_days", _ON_ITS_DAYS),
        ("episode", _IN_EPISODE),
        ("which", which),
        ("earlier", _EARLIER),
        ("recent", str(RECENT)),
    )
    for name, part in parts:
        text = text.replace("{" + name + "}", part)
    return text


ROWS = _built(_ROWS, "s.id = ?")
EXPECTED = _built("SELECT w.participant_id FROM ({expected}) w", "s.id = ?")
TO_EXPECT = _built(_TO_EXPECT, 's."date" <= ?')
EXPECTED_BETWEEN = _built("{expected}", 's."date" BETWEEN ? AND ?')
"""Who is expected in the sessions between two days (given twice) that have no snapshot."""
EXPECTED_IN_GROUP = _built(
    _TO_EXPECT.split("ORDER BY", maxsplit=1)[0], 's.group_id = ? AND s."date" BETWEEN ? AND ?'
)
"""The same for one group and its planned absences; group and days are given twice."""


def _built_tasks(sql: str) -> str:
    return sql.replace("{tasks}", _ITS_TASKS)


def _of_session(sql: str) -> str:
    """`_EARLIER` speaks of a session s; here it is the one whose id is asked for."""
    inner = _built(_EARLIER)
    alone = inner.replace("FROM session e", "FROM session e JOIN session s ON s.id = ?", 1)
    return sql.replace("{earlier}", alone)


LAST_MARKS = _of_session(_LAST_MARKS)
LAST_LEVELS = _of_session(_built_tasks(_LAST_LEVELS))
TASKS = _built_tasks(_TASKS)


def rows(db: pw.Database, session: int) -> Rows:
    """Everybody on the register, or who would be on it, with mark, absence and alerts.

    One row for each alert and each absence of a person; none for a person without either is doubled.
    """
    return _read(db, ROWS, [session, session, session])


def tasks(db: pw.Database, session: int) -> Rows:
    """id, name, library task, then one result of a person; at least one row for each task, in order."""
    return _read(db, TASKS, [session, session])


def last_marks(db: pw.Database, session: int) -> Rows:
    """Up to four marks of each person in the activity's earlier sessions, oldest first."""
    return _read(db, LAST_MARKS, [session])


def last_levels(db: pw.Database, session: int) -> Rows:
    """task, participant, level of the last earlier session in which the person has one."""
    return _read(db, LAST_LEVELS, [session, session, session])


def to_take(db: pw.Database, day: date) -> Rows:
    """id, date, start of the sessions up to a day that have no snapshot."""
    return _read(db, _TO_TAKE, [day.isoformat()])


def to_expect(db: pw.Database, day: date) -> Rows:
    """session, participant, absence, its status and told_at of everybody to be put on a register."""
    return _read(db, TO_EXPECT, [day.isoformat(), day.isoformat()])


def to_do(db: pw.Database, day: date) -> Rows:
    """session, activity task, position, name of the usual tasks of sessions without any."""
    return _read(db, _TO_DO, [day.isoformat()])


def facts(db: pw.Database, session: int) -> tuple[Any, ...] | None:
    """status, date, register_taken, activity of a session, or None."""
    found = _read(db, _FACTS, [session])
    return found[0] if found else None


def marks(db: pw.Database, session: int) -> Rows:
    """participant, id of the attendance row, status, absence of everybody on the stored register."""
    return _read(db, _MARKS, [session])


def names(db: pw.Database, participant: int) -> tuple[Any, ...] | None:
    """code, full name of a person, or None."""
    found = _read(db, _NAMES, [participant])
    return found[0] if found else None


def expected(db: pw.Database, session: int) -> Rows:
    """participant of everybody who would be on the register of a session without a snapshot."""
    return _read(db, EXPECTED, [session, session])


def results(db: pw.Database, session: int) -> Rows:
    """id, task, participant of the stored results of a session."""
    return _read(db, _RESULTS, [session])


def known_tasks(db: pw.Database, task: int) -> Rows:
    """session, id, position, name of every task of the session that this task belongs to."""
    return _read(db, _SIBLINGS, [task])
