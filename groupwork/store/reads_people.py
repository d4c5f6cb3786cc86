"""How people are found, and what Today needs beside the sessions: constant SQL, one SELECT a function."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read

WORDS = 4
"""So many typed words are looked for; more make the answer no better."""
MOST = 200

_PERSON = 'p.id, p.code, p.called, p."full", p.rest, p.native, p.birth_date'
_FIND = f"""SELECT {_PERSON}, p.search, p.sort_name,
  CASE WHEN p.id IN (SELECT t.participant_id FROM session o JOIN session e ON e.activity_id = o.activity_id
      JOIN attendance t ON t.session_id = e.id WHERE o.id = ? AND t.status IN ('P','W'))
    OR p.id IN (SELECT m.participant_id FROM session o JOIN group_ g ON g.activity_id = o.activity_id
      JOIN membership m ON m.group_id = g.id WHERE o.id = ?)
  THEN 1 ELSE 0 END AS known
FROM participant p
WHERE p.active AND ((p.search LIKE ? AND p.search LIKE ? AND p.search LIKE ? AND p.search LIKE ?)
    OR p.code LIKE ?)
  AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.session_id = ? AND t.participant_id = p.id)
ORDER BY known DESC, p.sort_name, p.id LIMIT {MOST}"""
# A record merged into another leads to the one that was kept.
_BY_ID = f"""SELECT {_PERSON} FROM participant d
JOIN participant p ON p.id = coalesce(d.merged_into_id, d.id) WHERE d.id = ?"""
_BY_CODE = f"""SELECT {_PERSON} FROM participant d
JOIN participant p ON p.id = coalesce(d.merged_into_id, d.id)
WHERE lower(d.code) = ? OR d.code IN (?, ?, ?)"""
_CODES = "SELECT code FROM participant"
_ALERTS = """SELECT w.session_id, p.called, l.kind, l.words FROM (
  SELECT s.id AS session_id, t.participant_id FROM session s JOIN attendance t ON t.session_id = s.id
    WHERE s."date" = ? AND s.status <> 'not_held'
  UNION SELECT s.id, m.participant_id FROM session s
    JOIN membership m ON m.group_id = s.group_id AND m.from_date <= s."date"
      AND (m.to_date IS NULL OR m.to_date >= s."date")
    JOIN episode e ON e.participant_id = m.participant_id AND e."start" <= s."date"
      AND (e."end" IS NULL OR e."end" >= s."date")
    WHERE s."date" = ? AND s.status <> 'not_held' AND NOT s.register_taken
  UNION SELECT s.id, i.participant_id FROM session s JOIN session_invite i ON i.session_id = s.id
    WHERE s."date" = ? AND s.status <> 'not_held' AND NOT s.register_taken) w
JOIN participant p ON p.id = w.participant_id JOIN alert l ON l.participant_id = p.id
ORDER BY w.session_id, p.sort_name, p.id, l.id"""
_SLOTS = """SELECT s."date", s.room_id, s.activity_id FROM session s WHERE s."date" BETWEEN ? AND ?"""


def find(db: pw.Database, words: Sequence[str], code: str, session: int) -> Rows:
    """Active people whose key has all words, or whose code begins so; not those on the register.

    id, code, called, full, rest, native, birth date, key, sort name, known in the session's activity.
    `words` are folded; `code` is letters and digits only or empty. Session 0: none.
    """
    like = [f"%{word}%" for word in words[:WORDS]]
    like += ["%"] * (WORDS - len(like))
    return _read(db, _FIND, [session, session, *like, f"{code}%" if code else "", session])


def by_id(db: pw.Database, participant: int) -> Rows:
    """The person of a number, or nothing."""
    return _read(db, _BY_ID, [participant])


def by_code(db: pw.Database, code: str) -> Rows:
    """The person of a code in either case, or nothing."""
    # the database folds ASCII letters only
    return _read(db, _BY_CODE, [code.lower(), code, code.upper(), code.lower()])


def codes(db: pw.Database) -> tuple[str, ...]:
    """Every code ever given."""
    return tuple(str(row[0]) for row in _read(db, _CODES, []))


def alerts(db: pw.Database, day: date) -> Rows:
    """session, called name, kind, words of the alerts in a day's sessions."""
    return _read(db, _ALERTS, [day.isoformat()] * 3)


def slots(db: pw.Database, first: date, last: date) -> Rows:
    """date, room, activity of the sessions of these days."""
    return _read(db, _SLOTS, [first.isoformat(), last.isoformat()])
