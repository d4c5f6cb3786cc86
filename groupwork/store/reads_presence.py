"""How day presence is read: constant SQL that SQLite and PostgreSQL both take, one SELECT a function."""

from __future__ import annotations

from datetime import date

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read
from groupwork.store.reads_register import EXPECTED_BETWEEN

# Somebody who stays at the centre between two days; not who is only referred or waits for a place.
_STAYS = """EXISTS (SELECT 1 FROM episode e WHERE e.participant_id = p.id AND e."start" <= ?
    AND (e."end" IS NULL OR e."end" >= ?) AND e.stage NOT IN ('referred', 'waiting'))"""
_PERSON = 'p.id, p.code, p.called, p."full", p.rest, p.native, p.sort_name'
_SLOT = """w.participant_id, s."date", CAST(s.id AS TEXT),
  CASE WHEN s.title <> '' THEN s.title ELSE a.name END, s."start", s."end",
  CASE WHEN s.room_id IS NULL THEN s.place ELSE r.name END, s.status,
  t.status, CAST(t.late_min AS TEXT), CAST(t.early_min AS TEXT), t.reason,
  CASE WHEN t.planned THEN '1' ELSE '' END"""
WIDTH = 13


def _part(kind: str, columns: str, count: int, rest: str) -> str:
    """One SELECT of the union: its kind, its columns, and NULL for those it does not have."""
    empty = ", NULL" * (WIDTH - count)
    first, others = columns.split(",", 1)
    return f"SELECT '{kind}' AS kind, {first} AS person,{others}{empty} {rest}"


# Everything about some days in one SELECT: who stays, agreed weekdays, what was recorded, planned
# absences, days on which the whole centre is closed, and everybody's places on the registers.
FACTS = " UNION ALL ".join(
    (
        _part(
            "person",
            _PERSON,
            7,
            f"""FROM participant p WHERE {_STAYS}
  OR p.id IN (SELECT d.participant_id FROM day_presence d WHERE d."date" BETWEEN ? AND ?)
  OR p.id IN (SELECT t.participant_id FROM session s JOIN attendance t ON t.session_id = s.id
    WHERE s."date" BETWEEN ? AND ? AND s.status <> 'not_held' AND t.status IN ('P', 'W', 'R', 'D'))""",
        ),
        _part(
            "agreed",
            "g.participant_id, g.from_date, g.to_date, CAST(g.weekday AS TEXT)",
            4,
            "FROM agreed_day g WHERE g.from_date <= ? AND (g.to_date IS NULL OR g.to_date >= ?)",
        ),
        _part(
            "day",
            'd.participant_id, d."date", d.arrived, d."left", d.away, d.reason',
            6,
            'FROM day_presence d WHERE d."date" BETWEEN ? AND ?',
        ),
        _part(
            "absence",
            "o.participant_id, o.from_date, o.to_date, o.status, o.words, CAST(o.id AS TEXT)",
            6,
            # of some hours only, it says nothing about the whole day
            """FROM planned_absence o WHERE o.from_date <= ? AND o.to_date >= ?
  AND o.from_time IS NULL AND o.to_time IS NULL""",
        ),
        _part(
            "closed",
            "0, c.from_date, c.to_date, c.name",
            4,
            "FROM closure c WHERE c.from_date <= ? AND c.to_date >= ? AND c.room_id IS NULL",
        ),
        _part(
            "slot",
            _SLOT,
            13,
            f"""FROM (SELECT t.session_id, t.participant_id FROM session s
    JOIN attendance t ON t.session_id = s.id WHERE s."date" BETWEEN ? AND ? UNION {EXPECTED_BETWEEN}) w
  JOIN session s ON s.id = w.session_id JOIN activity a ON a.id = s.activity_id
  LEFT JOIN room r ON r.id = s.room_id
  LEFT JOIN attendance t ON t.session_id = w.session_id AND t.participant_id = w.participant_id""",
        ),
    )
)
_STAFF = """SELECT f.id, f.name, s."start", s."end",
  CASE WHEN s.title <> '' THEN s.title ELSE a.name END,
  CASE WHEN s.room_id IS NULL THEN s.place ELSE r.name END
FROM session s JOIN session_facilitator x ON x.session_id = s.id JOIN facilitator f ON f.id = x.facilitator_id
JOIN activity a ON a.id = s.activity_id LEFT JOIN room r ON r.id = s.room_id
WHERE s."date" = ? AND s.status <> 'not_held' ORDER BY f.name, f.id, s."start", s.id"""
_ALL_STAFF = "SELECT f.name FROM facilitator f WHERE f.active ORDER BY f.name, f.id"
_ALERTS = """SELECT l.participant_id, l.kind, l.words FROM alert l
WHERE l.printed AND l.kind IN ('safety', 'one_to_one', 'support') ORDER BY l.participant_id, l.id"""


def facts(db: pw.Database, first: date, last: date) -> Rows:
    """Everything about the days between two days, in no order: kind, person, then text by kind.

    person: code, called, full, rest, native, sort name · agreed: from, to, weekday · day: date, arrived,
    left, away, reason · absence: from, to, status, words, id · closed: from, to, name · slot: date, session,
    title, start, end, room, its status, mark, late, early, reason, planned.
    """
    return _read(db, FACTS, _of_days(first, last))


def _of_days(first: date, last: date) -> list[object]:
    f, t = first.isoformat(), last.isoformat()
    stays, between, overlap = [t, f], [f, t], [t, f]
    return [*stays, *between, *between, *overlap, *between, *overlap, *overlap, *between * 3]


def staff(db: pw.Database, day: date) -> Rows:
    """facilitator, name, start, end, title, room of whoever runs a session that day."""
    return _read(db, _STAFF, [day.isoformat()])


def all_staff(db: pw.Database) -> Rows:
    """The names of everybody who works at the centre now."""
    return _read(db, _ALL_STAFF, [])


def alerts(db: pw.Database) -> Rows:
    """person, kind, words of the printed alerts that matter when a building is left."""
    return _read(db, _ALERTS, [])
