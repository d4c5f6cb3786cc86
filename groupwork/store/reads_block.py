"""How the registers of one group over time are read: constant SQL, one SELECT a function."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read
from groupwork.store.reads_register import EXPECTED_IN_GROUP

_GROUP = """SELECT CASE WHEN g.name <> '' THEN g.name ELSE a.name END, a.category
FROM group_ g JOIN activity a ON a.id = g.activity_id WHERE g.id = ?"""
_DATES = """SELECT s.id, s."date", s."start", s."end", s.status, s.reason, s.register_taken FROM session s
WHERE s.group_id = ? AND s."date" BETWEEN ? AND ? ORDER BY s."date", s."start", s.id"""
_MARKS = """SELECT t.session_id, t.participant_id, t.status, t.late_min, t.early_min, t.minutes, t.reason,
  t.told_at, t.planned, pa.words,
  CASE WHEN EXISTS (SELECT 1 FROM episode e WHERE e.participant_id = t.participant_id
    AND e."start" <= s."date" AND (e."end" IS NULL OR e."end" >= s."date")) THEN 1 ELSE 0 END
FROM session s JOIN attendance t ON t.session_id = s.id
LEFT JOIN planned_absence pa ON pa.id = t.absence_id
WHERE s.group_id = ? AND s."date" BETWEEN ? AND ?"""
_EXPECTED = f"""WITH x (session_id, participant_id, absence_id, status, told_at) AS ({EXPECTED_IN_GROUP})
SELECT x.session_id, x.participant_id, x.absence_id, x.status, x.told_at, pa.words
FROM x LEFT JOIN planned_absence pa ON pa.id = x.absence_id
ORDER BY x.session_id, x.participant_id, x.absence_id"""
_PEOPLE = """SELECT p.id, p.code, p.called, p."full", p.rest, p.native, p.sort_name FROM participant p
WHERE p.id IN ({people})"""
_LAST = """SELECT e.id, e."date" FROM session s JOIN session e ON e.group_id = s.group_id
  AND (e."date", e."start") < (s."date", s."start") AND e.status = 'held' AND e.register_taken
WHERE s.id = ? ORDER BY e."date" DESC, e."start" DESC, e.id DESC LIMIT 1"""
_ITS_MARKS = """SELECT t.participant_id, t.status FROM attendance t WHERE t.session_id = ?"""
_LATE = """SELECT c."at", c."by", c.reason FROM late_change c WHERE c.session_id = ? ORDER BY c.id"""
_LATE_OF = """SELECT c.session_id, c."at", c."by", c.reason FROM late_change c
WHERE c.session_id IN ({sessions}) ORDER BY c.id"""
_LOCK_AND_DAYS = """SELECT 0, value FROM setting WHERE key = 'lock_days'
UNION ALL SELECT s.id, CAST(s."date" AS TEXT) FROM session s WHERE s.id IN ({sessions})
UNION ALL SELECT s.id, CAST(s."date" AS TEXT) FROM session_task k JOIN session s ON s.id = k.session_id
WHERE k.id IN ({tasks})"""
_DAYS = """SELECT s.id, s."date" FROM session s WHERE s.id IN ({people})"""


def group(db: pw.Database, group: int) -> tuple[Any, ...] | None:
    """Title and category of a group, or None."""
    found = _read(db, _GROUP, [group])
    return found[0] if found else None


def dates(db: pw.Database, group: int, first: date, last: date) -> Rows:
    """id, date, start, end, status, reason, register_taken of a group's sessions, in order."""
    return _read(db, _DATES, [group, first.isoformat(), last.isoformat()])


def marks(db: pw.Database, group: int, first: date, last: date) -> Rows:
    """session, participant, the mark's columns, the planned absence's words, inside a stay or not."""
    return _read(db, _MARKS, [group, first.isoformat(), last.isoformat()])


def expected(db: pw.Database, group: int, first: date, last: date) -> Rows:
    """session, participant, absence, its status and told_at, its words, where no register is taken yet."""
    asked = [group, first.isoformat(), last.isoformat()]
    return _read(db, _EXPECTED, asked * 2)


def people(db: pw.Database, ids: Sequence[int]) -> Rows:
    """id, code, four forms of the name and the name in order, of these people. None asked: none read."""
    return _read(db, _PEOPLE.format(people=",".join("?" * len(ids))), ids) if ids else []


def last_held(db: pw.Database, session: int) -> tuple[int, str] | None:
    """id and date of the group's last held session before this one, or None."""
    found = _read(db, _LAST, [session])
    return (found[0][0], found[0][1]) if found else None


def its_marks(db: pw.Database, session: int) -> Rows:
    """participant, status of everybody on a stored register."""
    return _read(db, _ITS_MARKS, [session])


def late_changes(db: pw.Database, session: int) -> Rows:
    """at, by, reason of a register's changes after its lock date, oldest first."""
    return _read(db, _LATE, [session])


def late_changes_of(db: pw.Database, sessions: Sequence[int]) -> Rows:
    """session, at (UTC), by whom and why: the late changes of these sessions, oldest first."""
    sql = _LATE_OF.format(sessions=",".join("?" * len(sessions)))
    return _read(db, sql, sessions) if sessions else []


def lock_and_days(
    db: pw.Database, sessions: Sequence[int], tasks: Sequence[int]
) -> tuple[object, dict[int, str]]:
    """The setting "lock_days" as it is stored, None where it never was, and the day of each session.

    Of these sessions and of the ones these session tasks belong to; unknown numbers are left out.
    """
    sql = _LOCK_AND_DAYS.format(
        sessions=",".join("?" * len(sessions)) or "NULL", tasks=",".join("?" * len(tasks)) or "NULL"
    )
    found: dict[int, str] = dict(_read(db, sql, [*sessions, *tasks]))
    value = found.pop(0, None)
    return None if value is None else json.loads(value), found


def days(db: pw.Database, sessions: Sequence[int]) -> Rows:
    """id, date of these sessions."""
    return _read(db, _DAYS.format(people=",".join("?" * len(sessions))), sessions) if sessions else []
