"""Planned absences and the marks they touch: constant SQL, one SELECT a function."""

from __future__ import annotations

from datetime import date, timedelta

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read

TOUCHES = """(pa.from_time IS NULL OR pa.from_time < s."end")
    AND (pa.to_time IS NULL OR pa.to_time > s."start")"""
"""Whether an absence pa of some hours falls into a session s on one of its days; back to back does not."""

_LIST = """SELECT a.id, p.id, p.code, p.called, p."full", p.rest, p.native, a.from_date, a.to_date, a.status,
  a.from_time, a.to_time, a.words, a.told_at, a.told_by
FROM planned_absence a JOIN participant p ON p.id = a.participant_id WHERE {which}
ORDER BY a.from_date, p.sort_name, a.id"""
_BETWEEN = _LIST.replace("{which}", "a.to_date >= ? AND a.from_date <= ?")
_OF = _LIST.replace("{which}", "a.participant_id = ?")
_ONE = _LIST.replace("{which}", "a.id = ?")

_MARK = """SELECT t.id, s.id, s."date", s."start", s."end",
  CASE WHEN s.title <> '' THEN s.title ELSE a.name END, p.called, t.status, t.planned, t.absence_id
FROM attendance t JOIN session s ON s.id = t.session_id JOIN activity a ON a.id = s.activity_id
JOIN participant p ON p.id = t.participant_id WHERE {which} ORDER BY t."start", t.id"""
_MARKS = _MARK.replace(
    "{which}", """t.participant_id = ? AND t."start" >= ? AND t."start" < ? AND s.status <> 'not_held'"""
)
_FILLED = _MARK.replace("{which}", "t.absence_id = ?")


def between(db: pw.Database, first: date, last: date) -> Rows:
    """The absences that touch these days, by first day and name."""
    return _read(db, _BETWEEN, [first.isoformat(), last.isoformat()])


def of(db: pw.Database, participant: int) -> Rows:
    """All absences of one person, by first day."""
    return _read(db, _OF, [participant])


def one(db: pw.Database, absence: int) -> Rows:
    """One absence, or nothing."""
    return _read(db, _ONE, [absence])


def marks(db: pw.Database, participant: int, first: date, last: date) -> Rows:
    """attendance, session, date, start, end, title, called, status, planned, absence: of these days.

    Only rows of registers that are stored, of sessions that were not called off.
    """
    return _read(db, _MARKS, [participant, first.isoformat(), (last + timedelta(days=1)).isoformat()])


def filled(db: pw.Database, absence: int) -> Rows:
    """The same of the rows that point at an absence."""
    return _read(db, _FILLED, [absence])
