"""One person over time, and many people's last marks: constant SQL, one SELECT a function."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read

# Newest first along the index (participant, start). Sessions of today that only come are left out.
_VISITS = """SELECT s.id, s."date", s."start", s."end", s.status, s.reason,
  CASE WHEN s.title <> '' THEN s.title ELSE a.name END, a.category,
  g.id, CASE WHEN g.name <> '' THEN g.name ELSE b.name END, g.weekday, g."start",
  t.status, t.late_min, t.early_min, t.minutes, t.reason, t.told_at, t.planned, t.participation,
  CASE WHEN EXISTS (SELECT 1 FROM episode e WHERE e.participant_id = t.participant_id
    AND e."start" <= s."date" AND (e."end" IS NULL OR e."end" >= s."date")) THEN 1 ELSE 0 END
FROM attendance t JOIN session s ON s.id = t.session_id JOIN activity a ON a.id = s.activity_id
LEFT JOIN group_ g ON g.id = s.group_id LEFT JOIN activity b ON b.id = g.activity_id
WHERE t.participant_id = ? AND t."start" >= ? AND t."start" <= ?
  AND (s.status <> 'planned' OR (s."date", s."end") <= (?, ?))
ORDER BY t."start" DESC, s.id DESC"""

_TASKS = """SELECT s.id, s."date", k.name, k.activity_task_id, k.position, a.id, a.name, a.category,
  u.outcome, u.level, u.reason, u.quantity, u.minutes
FROM result u JOIN session_task k ON k.id = u.task_id JOIN session s ON s.id = k.session_id
JOIN activity a ON a.id = s.activity_id
WHERE u.participant_id = ? AND s.status = 'held' AND s."date" >= ? AND s."date" <= ?
ORDER BY s."date", s."start", s.id, k.position, k.id"""

# For each person the newest few by the index, however many years lie behind them.
_LAST = """SELECT t.participant_id, t.status, t.late_min, t.early_min, t.minutes, t.planned
FROM participant p JOIN attendance t ON t.id IN (
  SELECT x.id FROM attendance x JOIN session s ON s.id = x.session_id
  WHERE x.participant_id = p.id AND x."start" <= ? AND s.status = 'held'
  ORDER BY x."start" DESC, x.id DESC LIMIT ?)
WHERE p.id IN ({ids}) ORDER BY t.participant_id, t."start", t.id"""

_AGREED = """SELECT d.id, d.weekday, d.from_date, d.to_date FROM agreed_day d
WHERE d.participant_id = ? ORDER BY d.weekday, d.from_date, d.id"""

_PAIRS = """SELECT s.id, s."date", s.status, CASE WHEN s.title <> '' THEN s.title ELSE a.name END,
  k.status, k.late_min, k.early_min, k.minutes, k.reason, k.told_at, k.planned,
  t.status, t.late_min, t.early_min, t.minutes, t.reason, t.told_at, t.planned
FROM attendance t JOIN session s ON s.id = t.session_id JOIN activity a ON a.id = s.activity_id
LEFT JOIN attendance k ON k.session_id = t.session_id AND k.participant_id = ?
WHERE t.participant_id = ? AND k.id IS NOT NULL ORDER BY s."date" DESC, s."start" DESC, s.id DESC"""

RECORD = (
    "id", "code", "called", "full", "rest", "native", "birth_date", "given", "family", "pronunciation",
    "language", "speaks", "interpreter", "print_language", "phone", "email", "address", "note",
    "key_worker", "merged_into",
)  # fmt: skip
"""The columns of `records`; a key worker by name."""
_COLUMNS = ", ".join(f'p."{name}"' for name in RECORD[:-2])
_RECORD = f"""SELECT {_COLUMNS}, coalesce(f.name, ''), p.merged_into_id FROM participant p
LEFT JOIN facilitator f ON f.id = p.key_worker_id"""
_EVERYBODY = f"{_RECORD} WHERE p.merged_into_id IS NULL ORDER BY p.id"
_TWO = f"{_RECORD} WHERE p.id IN (?, ?)"


def everybody(db: pw.Database) -> Rows:
    """Every record that is nobody's duplicate, with the columns of `RECORD`."""
    return _read(db, _EVERYBODY, [])


def records(db: pw.Database, first: int, second: int) -> Rows:
    """The records of two numbers, those there are, in no order; with the columns of `RECORD`."""
    return _read(db, _TWO, [first, second])


def visits(db: pw.Database, participant: int, first: date | None, now: datetime) -> Rows:
    """Every session up to now on whose register the person stands, newest first.

    session, date, start, end, status, reason, title, category; group, name, weekday, start; the mark's
    status, late, early, minutes, reason, told, planned; participation, inside a stay.
    """
    day, at = now.date().isoformat(), f"{now:%H:%M}"
    since = first.isoformat() if first is not None else ""
    return _read(db, _VISITS, [participant, since, f"{day}T{at}", day, at])


def tasks(db: pw.Database, participant: int, first: date | None, today: date) -> Rows:
    """Every result of a person in held sessions, oldest first.

    session, date, task's name, library task, position; activity, its name, category; outcome, level, reason,
    quantity, minutes.
    """
    since = first.isoformat() if first is not None else ""
    return _read(db, _TASKS, [participant, since, today.isoformat()])


def last_marks(db: pw.Database, people: Sequence[int], now: datetime, limit: int) -> Rows:
    """participant, status, late, early, minutes, planned of each person's last held ones, oldest first."""
    if not people:
        return []
    sql = _LAST.replace("{ids}", ", ".join("?" * len(people)))
    return _read(db, sql, [f"{now:%Y-%m-%dT%H:%M}", limit, *people])


def agreed(db: pw.Database, participant: int) -> Rows:
    """id, weekday, from, to of every agreed day a person ever had."""
    return _read(db, _AGREED, [participant])


def pairs(db: pw.Database, keep: int, drop: int) -> Rows:
    """Sessions on whose register both stand, newest first.

    session, date, status, title; status, late, early, minutes, reason, told, planned of one, then the other.
    """
    return _read(db, _PAIRS, [keep, drop])


def owned(db: pw.Database, participant: int, tables: Sequence[str]) -> dict[str, int]:
    """How many rows each of these tables has of a person; tables without any are left out."""
    one = 'SELECT \'{table}\' AS "table", count(*) FROM "{table}" WHERE "participant_id" = ?'
    sql = " UNION ALL ".join(one.replace("{table}", table) for table in tables)
    return {table: count for table, count in _read(db, sql, [participant] * len(tables)) if count}
