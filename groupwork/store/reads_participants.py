"""People in lists and on their own page: constant SQL, one SELECT a function."""

from __future__ import annotations

from datetime import date

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read

_LIST = """SELECT p.id, p.code, p.called, p."full", p.rest, p.native, p.sort_name, p.search, p.birth_date,
  f.id, f.code, f.name, f.role
FROM participant p LEFT JOIN facilitator f ON f.id = p.key_worker_id WHERE p.merged_into_id IS NULL"""
_STAYS = """SELECT e.participant_id, e.id, e."start", e."end", e.stage, e.reason, e.planned, e.referred_on,
  e.referred_by FROM episode e {where} ORDER BY e.participant_id, e."start", e.id"""
_ALERTS = """SELECT l.participant_id, l.kind, l.words, l.printed FROM alert l ORDER BY l.id"""
_MEMBERS = """SELECT m.participant_id, g.id, CASE WHEN g.name <> '' THEN g.name ELSE a.name END, g.weekday,
  g."start", CASE WHEN g.name <> '' THEN g.name WHEN a.short <> '' THEN a.short ELSE a.name END
FROM membership m JOIN group_ g ON g.id = m.group_id JOIN activity a ON a.id = g.activity_id
WHERE (m.to_date IS NULL OR m.to_date >= ?) AND (g.to_date IS NULL OR g.to_date >= ?)
ORDER BY g.weekday, g."start", g.id"""
_RATES = """SELECT t.participant_id, sum(CASE WHEN t.status = 'P' THEN 1 ELSE 0 END), count(*)
FROM session s JOIN attendance t ON t.session_id = s.id
WHERE s."date" BETWEEN ? AND ? AND s.status = 'held' AND t.status IN ('P','R','A','X','U','O','D')
GROUP BY t.participant_id"""
_STAFF = """SELECT f.id, f.code, f.name, f.role FROM facilitator f
WHERE f.active OR f.id IN (SELECT p.key_worker_id FROM participant p) ORDER BY f.code, f.id"""
_PROFILE = """SELECT p.id, p.code, p.called, p."full", p.rest, p.native, p.given, p.family, p.family_first,
  p.pronunciation, p.birth_date, p.language, p.speaks, p.interpreter, p.print_language, p.phone, p.email,
  p.address, p.note, p.merged_into_id, f.id, f.code, f.name, f.role
FROM participant p LEFT JOIN facilitator f ON f.id = p.key_worker_id WHERE p.id = ?"""
# Four short lists in one SELECT; every column is text, so that any database can unite them.
_LISTS = """SELECT 'alert' AS list, l.id AS id, 0 AS place, l.kind AS a, l.words AS b,
    CASE WHEN l.printed THEN '1' ELSE '' END AS c, '' AS d, '' AS e, '' AS f
  FROM alert l WHERE l.participant_id = ?
UNION ALL SELECT 'trait', t.id, t.position, t.kind, t.words, '', '', '', ''
  FROM trait t WHERE t.participant_id = ?
UNION ALL SELECT 'contact', c.id, c.position, c.name, c.relation, c.phone, c.email, c.note,
    CASE WHEN c.emergency THEN '1' ELSE '' END
  FROM contact c WHERE c.participant_id = ?
UNION ALL SELECT 'consent', n.id, CASE WHEN n.given THEN 1 ELSE 0 END, n.purpose, n.words, n."date",
    n.said_by, coalesce(n.withdrawn_on, ''), n.withdrawn_by
  FROM consent n WHERE n.participant_id = ?
ORDER BY list, place, id"""
_GROUPS = """SELECT g.id, CASE WHEN g.name <> '' THEN g.name ELSE a.name END, a.category, g.weekday,
  g."start", g."end", m.from_date, m.to_date, coalesce(r.name, g.place),
  (SELECT min(s."date") FROM session s WHERE s.group_id = g.id AND s."date" >= ? AND s.status <> 'not_held'
    AND s."date" >= m.from_date AND (m.to_date IS NULL OR s."date" <= m.to_date))
FROM membership m JOIN group_ g ON g.id = m.group_id JOIN activity a ON a.id = g.activity_id
LEFT JOIN room r ON r.id = g.room_id
WHERE m.participant_id = ? AND (m.to_date IS NULL OR m.to_date >= ?)
  AND (g.to_date IS NULL OR g.to_date >= ?)
ORDER BY g.weekday, g."start", g.id"""
_NAMES = """SELECT p.id, p.code, p.called, p."full", p.rest, p.native, p.birth_date FROM participant p
WHERE p.merged_into_id IS NULL ORDER BY p.id"""


def people(db: pw.Database) -> Rows:
    """Everybody who was not merged into somebody else, with the folded search key and the key worker."""
    return _read(db, _LIST, [])


def stays(db: pw.Database, participant: int | None = None) -> Rows:
    """The stays of everybody, or of one person; a person's together, by start."""
    if participant is None:
        return _read(db, _STAYS.format(where=""), [])
    return _read(db, _STAYS.format(where="WHERE e.participant_id = ?"), [participant])


def alerts(db: pw.Database) -> Rows:
    """person, kind, words, printed of every alert."""
    return _read(db, _ALERTS, [])


def members(db: pw.Database, day: date) -> Rows:
    """person, group, name, weekday, start, short name of the memberships valid on a day or later."""
    return _read(db, _MEMBERS, [day.isoformat()] * 2)


def rates(db: pw.Database, first: date, last: date) -> Rows:
    """person, present, available over the held sessions of these days."""
    return _read(db, _RATES, [first.isoformat(), last.isoformat()])


def staff(db: pw.Database) -> Rows:
    """Active facilitators, and those who are somebody's key worker."""
    return _read(db, _STAFF, [])


def profile(db: pw.Database, participant: int) -> Rows:
    """The one row of a person with the key worker, or nothing."""
    return _read(db, _PROFILE, [participant])


def lists(db: pw.Database, participant: int) -> Rows:
    """Alerts, traits, contacts and consents of a person: list, id, place and six columns each."""
    return _read(db, _LISTS, [participant] * 4)


def groups(db: pw.Database, participant: int, day: date) -> Rows:
    """The groups a person is or will be in, each with its next session from a day on."""
    return _read(db, _GROUPS, [day.isoformat(), participant, day.isoformat(), day.isoformat()])


def names(db: pw.Database) -> Rows:
    """id, code, called, full, rest, native, birth date of everybody: names are compared folded."""
    return _read(db, _NAMES, [])
