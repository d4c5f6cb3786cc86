"""How groups and who belongs to them are read: constant SQL that SQLite and PostgreSQL both take.

Each function is one SELECT; "?" stands for a parameter and becomes the driver's own mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read

_PERSON = 'p.id, p.code, p.called, p."full", p.rest, p.native'
_TITLE = "CASE WHEN g.name <> '' THEN g.name ELSE a.name END"
_RHYTHM = 'g.weekday, g."start", g."end", g.every_weeks, g.nth'
_WHERE = "CASE WHEN g.room_id IS NULL THEN g.place ELSE r.name END"
_STAYS = """EXISTS (SELECT 1 FROM episode e WHERE e.participant_id = {person}
    AND e."start" <= {day} AND (e."end" IS NULL OR e."end" >= {day}))"""

_MEMBERS = f"""SELECT m.id, {_PERSON}, m.from_date, m.to_date,
  CASE WHEN {_STAYS.format(person="p.id", day="?")} THEN 1 ELSE 0 END, p.sort_name
FROM membership m JOIN participant p ON p.id = m.participant_id
WHERE m.group_id = ? ORDER BY p.sort_name, p.id, m.from_date, m.id"""
_WAITING = f"""SELECT w.id, {_PERSON}, w.since, w.words, w.ended, w.outcome
FROM waiting w JOIN participant p ON p.id = w.participant_id
WHERE w.group_id = ? ORDER BY w.ended, w.since, w.id"""
_GROUPS_OF = f"""SELECT m.id, g.id, a.id, {_TITLE}, a.category, {_RHYTHM}, {_WHERE},
  m.from_date, m.to_date, g.to_date
FROM membership m JOIN group_ g ON g.id = m.group_id JOIN activity a ON a.id = g.activity_id
LEFT JOIN room r ON r.id = g.room_id
WHERE m.participant_id = ? ORDER BY g.weekday, g."start", g.id, m.from_date, m.id"""
_WAITS_OF = f"""SELECT w.id, g.id, {_TITLE}, a.category, {_RHYTHM}, w.since, w.words, w.ended, w.outcome
FROM waiting w JOIN group_ g ON g.id = w.group_id JOIN activity a ON a.id = g.activity_id
WHERE w.participant_id = ? ORDER BY w.since, w.id"""
_PAST = f"""SELECT s.id, s."date", CASE WHEN s.title <> '' THEN s.title ELSE a.name END, p.id
FROM session s JOIN activity a ON a.id = s.activity_id JOIN participant p ON p.id IN ({{people}})
WHERE s.group_id = ? AND s.register_taken AND s.status <> 'not_held' AND s."date" BETWEEN ? AND ?
  AND {_STAYS.format(person="p.id", day='s."date"')}
  AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.session_id = s.id AND t.participant_id = p.id)
ORDER BY s."date", s."start", s.id, p.sort_name, p.id"""
_NOT_STAYING = f"""SELECT p.id, p."full" FROM participant p WHERE p.id IN ({{people}})
  AND NOT {_STAYS.format(person="p.id", day="?")} ORDER BY p.sort_name, p.id"""
_OTHERS = f"""SELECT m.participant_id, p."full", m.from_date, m.to_date,
  g.id, {_TITLE}, {_RHYTHM}, g.from_date, g.to_date, g.counted_from
FROM membership m JOIN participant p ON p.id = m.participant_id JOIN group_ g ON g.id = m.group_id
JOIN activity a ON a.id = g.activity_id
WHERE m.participant_id IN ({{people}}) AND m.group_id <> ?
ORDER BY p.sort_name, p.id, g.weekday, g."start", g.id"""

_GROUPS = f"""SELECT g.id, a.id, a.name, a.category, g.name, {_RHYTHM}, g.from_date, g.to_date, g.short,
  g.room_id, {_WHERE},
  (SELECT count(*) FROM membership m WHERE m.group_id = g.id AND m.from_date <= g.day
    AND (m.to_date IS NULL OR m.to_date >= g.day)
    AND {_STAYS.format(person="m.participant_id", day="g.day")}),
  (SELECT count(*) FROM waiting w WHERE w.group_id = g.id AND w.ended IS NULL),
  CASE WHEN g.min_people IS NULL THEN a.min_people ELSE g.min_people END,
  CASE WHEN g.max_people IS NULL THEN a.max_people ELSE g.max_people END,
  g.min_people, g.max_people, r.capacity, a.staff, g.all_present, g.note
FROM (SELECT x.*, CASE WHEN x.from_date > ? THEN x.from_date WHEN x.to_date < ? THEN x.to_date ELSE ? END
    AS day FROM group_ x) g
JOIN activity a ON a.id = g.activity_id LEFT JOIN room r ON r.id = g.room_id
WHERE {{which}} ORDER BY g.weekday, g."start", g.id"""
_WHICH = {
    "running": "(g.to_date IS NULL OR g.to_date >= ?)",
    "ended": "g.to_date < ?",
    "one": "g.id = ?",
}
_STAFF = """SELECT x.group_id, f.id, f.code, f.name, x.role FROM group_facilitator x
JOIN facilitator f ON f.id = x.facilitator_id WHERE {which} ORDER BY x.group_id, x.position, x.id"""
_STAFF_WHICH = {
    "running": "x.group_id IN (SELECT g.id FROM group_ g WHERE g.to_date IS NULL OR g.to_date >= ?)",
    "ended": "x.group_id IN (SELECT g.id FROM group_ g WHERE g.to_date < ?)",
    "one": "x.group_id = ?",
}
_REACH = """SELECT g.id, g.weekday, g."start", g."end", g.every_weeks, g.nth, g.from_date, g.to_date,
  g.counted_from,
  (SELECT max(CASE WHEN s.series_date IS NULL THEN s."date" ELSE s.series_date END)
    FROM session s WHERE s.group_id = g.id),
  (SELECT max(x."date") FROM group_gap x WHERE x.group_id = g.id)
FROM group_ g WHERE g.to_date IS NULL OR g.to_date >= ? ORDER BY g.id"""

_CLOSURES = """SELECT c.id, c.name, c.from_date, c.to_date, c.kind, c.room_id, r.name, c.allowed_activity_id,
  a.name, (SELECT count(*) FROM session s WHERE s.closure_id = c.id AND s.status = 'not_held')
FROM closure c LEFT JOIN room r ON r.id = c.room_id LEFT JOIN activity a ON a.id = c.allowed_activity_id
WHERE c.from_date <= ? AND c.to_date >= ? ORDER BY c.from_date, c.id"""
# A mark that somebody wrote; one that a planned absence filled in says nothing about the session.
WRITTEN_ON = """(EXISTS (SELECT 1 FROM attendance t WHERE t.session_id = s.id AND (
    (t.status IS NOT NULL AND NOT t.planned) OR t.reason <> '' OR t.participation IS NOT NULL
    OR t.mood_before IS NOT NULL OR t.mood_after IS NOT NULL))
  OR EXISTS (SELECT 1 FROM result u JOIN session_task k ON k.id = u.task_id WHERE k.session_id = s.id))"""
_IN_THE_WAY = f"""SELECT s.id, s."date", s.activity_id, s.status,
  CASE WHEN {WRITTEN_ON} THEN 1 ELSE 0 END, s.closure_id
FROM session s WHERE s."date" BETWEEN ? AND ? ORDER BY s."date", s."start", s.id"""
_RUN = f"""SELECT s.id, CASE WHEN {WRITTEN_ON} THEN 1 ELSE 0 END,
  CASE WHEN EXISTS (SELECT 1 FROM print q WHERE q.session_id = s.id) THEN 1 ELSE 0 END
FROM session s WHERE s.group_id = ? AND s."date" >= ? ORDER BY s."date", s."start", s.id"""


def members(db: pw.Database, group: int, day: date) -> Rows:
    """membership, person, code, four forms of the name, from, to, whether staying on the day."""
    return _read(db, _MEMBERS, [day.isoformat(), day.isoformat(), group])


def waiting(db: pw.Database, group: int) -> Rows:
    """waiting, person, code, four forms of the name, since, words, ended, outcome."""
    return _read(db, _WAITING, [group])


def groups_of(db: pw.Database, participant: int) -> Rows:
    """One person's memberships with their groups, by weekday and time."""
    return _read(db, _GROUPS_OF, [participant])


def waits_of(db: pw.Database, participant: int) -> Rows:
    """What one person waits for or waited for, oldest first."""
    return _read(db, _WAITS_OF, [participant])


def past_registers(db: pw.Database, group: int, people: Sequence[int], first: date, last: date) -> Rows:
    """session, date, title, person: taken registers of these days that a staying person is not on."""
    days = [first.isoformat(), last.isoformat()]
    return _read(db, _with_people(db, _PAST, people), [*people, group, *days])


def not_staying(db: pw.Database, people: Sequence[int], day: date) -> Rows:
    """id, full name of those of the people whose stay does not cover the day."""
    return _read(db, _with_people(db, _NOT_STAYING, people), [*people, day.isoformat(), day.isoformat()])


def other_groups(db: pw.Database, people: Sequence[int], group: int) -> Rows:
    """The memberships of these people in other groups, with rhythm and days of each group."""
    return _read(db, _with_people(db, _OTHERS, people), [*people, group])


def groups(db: pw.Database, which: str, day: date, key: object = None) -> Rows:
    """Groups "running" on or after the day, "ended" before it, or the "one" of a number.

    Members are counted on the day, on the first day of a group to come, or on the last of one that ended.
    """
    last = key if which == "one" else day.isoformat()
    return _read(db, _GROUPS.replace("{which}", _WHICH[which]), [*[day.isoformat()] * 3, last])


def staff(db: pw.Database, which: str, day: date, key: object = None) -> Rows:
    """group, facilitator, code, name, role in order; `which` as in `groups`."""
    last = key if which == "one" else day.isoformat()
    return _read(db, _STAFF.replace("{which}", _STAFF_WHICH[which]), [last])


def reach(db: pw.Database, day: date) -> Rows:
    """Running groups: rhythm, days, and the last day of the series that is planned or was taken out."""
    return _read(db, _REACH, [day.isoformat()])


def closures(db: pw.Database, first: date, last: date) -> Rows:
    """Closures that touch these days, with how many sessions each took."""
    return _read(db, _CLOSURES, [last.isoformat(), first.isoformat()])


def in_the_way(db: pw.Database, first: date, last: date) -> Rows:
    """session, date, activity, status, whether written on, closure: what a closure of these days meets."""
    return _read(db, _IN_THE_WAY, [first.isoformat(), last.isoformat()])


def run(db: pw.Database, group: int, first: date) -> Rows:
    """session, whether written on, whether printed: a group's sessions from a day on."""
    return _read(db, _RUN, [group, first.isoformat()])


def group_of_sessions(db: pw.Database, first: date, last: date) -> Rows:
    """session, group of the sessions of these days that belong to one."""
    sql = 'SELECT id, group_id FROM session WHERE group_id IS NOT NULL AND "date" BETWEEN ? AND ?'
    return _read(db, sql, [first.isoformat(), last.isoformat()])


def _with_people(db: pw.Database, sql: str, people: Sequence[int]) -> str:
    return sql.replace("{people}", ", ".join("?" for _ in people) or "NULL")
