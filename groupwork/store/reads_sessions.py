"""How sessions are read: constant SQL that SQLite and PostgreSQL both take, and few SELECTs.

Counts are correlated, never JOIN + GROUP BY, so that a week costs the same after one year and after a
hundred. Each function is one SELECT; "?" stands for a parameter and becomes the driver's own mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

import peewee as pw

from groupwork.domain.schedule import Term
from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read
from groupwork.store.reads_absences import TOUCHES

# A person on the register of a session s that has no snapshot: a member that day, or somebody invited,
# and staying at the centre that day.
_MEMBER = """m.group_id = s.group_id AND m.from_date <= s."date"
    AND (m.to_date IS NULL OR m.to_date >= s."date") AND EXISTS (SELECT 1 FROM episode e
      WHERE e.participant_id = m.participant_id AND e."start" <= s."date"
        AND (e."end" IS NULL OR e."end" >= s."date"))"""
_INVITED = """i.session_id = s.id AND EXISTS (SELECT 1 FROM episode e
      WHERE e.participant_id = i.participant_id AND e."start" <= s."date"
        AND (e."end" IS NULL OR e."end" >= s."date"))
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.participant_id = i.participant_id AND {member})"""
_AWAY = f"""pa.from_date <= s."date" AND pa.to_date >= s."date" AND {TOUCHES} """
# A mark entered before the day says more than the planned absence, as it does once the register is taken.
_UNSAID = """NOT s.register_taken AND NOT EXISTS (SELECT 1 FROM attendance t
    WHERE t.session_id = s.id AND t.participant_id = p.id)"""

# The window over which a session is numbered: domain.schedule.numbering_window in SQL.
# Of each term: first, last, the day before, the day after. One row at least (NO_TERM).
_WINDOW = """WITH term (lo, hi, day_before, day_after) AS (VALUES {terms}) SELECT s.*,
  COALESCE((SELECT t.lo FROM term t WHERE s."date" BETWEEN t.lo AND t.hi),
    (SELECT max(t.day_after) FROM term t WHERE t.hi < s."date"
      AND t.day_after > substr(s."date", 1, 4) || '-01-01'),
    substr(s."date", 1, 4) || '-01-01') AS lo,
  COALESCE((SELECT t.hi FROM term t WHERE s."date" BETWEEN t.lo AND t.hi),
    (SELECT min(t.day_before) FROM term t WHERE t.lo > s."date"
      AND t.day_before < substr(s."date", 1, 4) || '-12-31'),
    substr(s."date", 1, 4) || '-12-31') AS hi
FROM session s WHERE """
NO_TERM = ("9999-12-31", "0001-01-01", "~", "")
"""A term in which no day lies, and that limits no year."""
_COUNTED = """FROM session n WHERE n.activity_id = s.activity_id AND n."date" BETWEEN s.lo AND s.hi
    AND n.group_id IS NOT NULL AND n.status """

_SESSIONS = """SELECT s.id, s."date", s."start", s."end", s.activity_id,
  CASE WHEN s.title <> '' THEN s.title ELSE a.name END,
  CASE WHEN g.short <> '' THEN g.short WHEN s.title <> '' THEN '' ELSE a.short END,
  a.category, s.status, s.group_id, g.name, s.room_id,
  CASE WHEN s.room_id IS NULL THEN s.place ELSE r.name END,
  s.reason, s.register_taken, s.attended_count, s.recorded_count,
  CASE WHEN s.register_taken THEN s.register_count ELSE
    (SELECT count(*) FROM membership m WHERE {member})
    + (SELECT count(*) FROM session_invite i WHERE {invited}) END,
  s.expected_count,
  CASE WHEN s.register_taken THEN
    (SELECT count(DISTINCT l.participant_id) FROM attendance t
     JOIN alert l ON l.participant_id = t.participant_id WHERE t.session_id = s.id)
  ELSE
    (SELECT count(DISTINCT l.participant_id) FROM membership m
     JOIN alert l ON l.participant_id = m.participant_id WHERE {member})
    + (SELECT count(DISTINCT l.participant_id) FROM session_invite i
       JOIN alert l ON l.participant_id = i.participant_id WHERE {invited}) END,
  (SELECT count(*) {counted} <> 'not_held'
    AND (n."date", n."start", n.id) <= (s."date", s."start", s.id)),
  (SELECT count(*) {counted} <> 'not_held'),
  (SELECT count(*) {counted} = 'not_held'),
  (SELECT count(*) FROM attendance t WHERE t.session_id = s.id
    AND (t.status IS NULL OR t.status IN ('P','R','A','X','U','O','D'))),
  (SELECT count(*) FROM attendance t WHERE t.session_id = s.id AND t.status = 'W')
FROM ({window}{which}) s
JOIN activity a ON a.id = s.activity_id
LEFT JOIN group_ g ON g.id = s.group_id
LEFT JOIN room r ON r.id = s.room_id
ORDER BY s."date", s."start", s.id"""

_AWAY_PEOPLE = """SELECT s.id, p.id, p.called, t.status FROM session s
  JOIN attendance t ON t.session_id = s.id JOIN participant p ON p.id = t.participant_id
  WHERE {which} AND (t.status IN ('H','V','N') OR t.planned)
UNION ALL SELECT s.id, p.id, p.called, pa.status FROM session s
  JOIN membership m ON {member}
  JOIN planned_absence pa ON pa.participant_id = m.participant_id AND {away}
  JOIN participant p ON p.id = m.participant_id WHERE {which} AND {unsaid}
UNION ALL SELECT s.id, p.id, p.called, pa.status FROM session s
  JOIN session_invite i ON {invited}
  JOIN planned_absence pa ON pa.participant_id = i.participant_id AND {away}
  JOIN participant p ON p.id = i.participant_id WHERE {which} AND {unsaid}
ORDER BY 1, 3, 2"""

_STAFF = """SELECT x.session_id, f.id, f.code, f.name, f.role FROM session s
JOIN session_facilitator x ON x.session_id = s.id JOIN facilitator f ON f.id = x.facilitator_id
WHERE {which} ORDER BY x.session_id, x.position, x.id"""

_ACTIVITIES = """SELECT id, code, name, category, minutes, staff, min_people, max_people, off_site
FROM activity WHERE active ORDER BY name, id"""
_PEOPLE = """SELECT p.id, p.code, p.called, p.full, p.rest, p.native, p.birth_date FROM participant p
WHERE p.active AND (NOT EXISTS (SELECT 1 FROM episode e WHERE e.participant_id = p.id)
  OR EXISTS (SELECT 1 FROM episode e WHERE e.participant_id = p.id AND (e."end" IS NULL OR e."end" >= ?)))
ORDER BY p.sort_name, p.id"""
_GROUP_RUN = """SELECT s.id, s."date", s."start", s.activity_id, s.group_id, s.status, s.reason FROM session s
WHERE s.group_id = ? AND s."date" BETWEEN ? AND ? ORDER BY s."date", s."start", s.id"""
GROUPS = """SELECT g.id, g.activity_id, CASE WHEN g.name <> '' THEN g.name ELSE a.name END,
  g.weekday, g."start", g."end", CASE WHEN g.room_id IS NULL THEN g.place ELSE r.name END,
  (SELECT count(*) FROM membership m WHERE m.group_id = g.id AND m.from_date <= ?
    AND (m.to_date IS NULL OR m.to_date >= ?)
    AND EXISTS (SELECT 1 FROM episode e WHERE e.participant_id = m.participant_id
      AND e."start" <= ? AND (e."end" IS NULL OR e."end" >= ?))),
  CASE WHEN g.max_people IS NULL THEN a.max_people ELSE g.max_people END
FROM group_ g JOIN activity a ON a.id = g.activity_id LEFT JOIN room r ON r.id = g.room_id
WHERE g.to_date IS NULL OR g.to_date >= ?
ORDER BY g.weekday, g."start", g.id"""
_CLOSURES = """SELECT c.from_date, c.to_date, c.name, c.room_id, c.allowed_activity_id FROM closure c
WHERE c.from_date <= ? AND c.to_date >= ? ORDER BY c.from_date, c.id"""

_BOOKED = """SELECT s.id, s."date", s."start", s."end", s.activity_id,
  CASE WHEN s.title <> '' THEN s.title ELSE a.name END, s.room_id, r.name, r.capacity, s.status,
  CASE WHEN g.max_people IS NULL THEN a.max_people ELSE g.max_people END,
  CASE WHEN g.min_people IS NULL THEN a.min_people ELSE g.min_people END, a.staff, a.people_per_staff,
  CASE WHEN s.group_id IS NOT NULL OR s.register_taken THEN 1 ELSE 0 END
FROM session s JOIN activity a ON a.id = s.activity_id
LEFT JOIN group_ g ON g.id = s.group_id LEFT JOIN room r ON r.id = s.room_id
WHERE s."date" BETWEEN ? AND ? ORDER BY s."date", s."start", s.id"""

# Everybody bound to a session: staff ('f') and people ('p') expected and not known to be away.
_BOUND = """SELECT s.id, 'f', f.id, f.name FROM session s
  JOIN session_facilitator x ON x.session_id = s.id JOIN facilitator f ON f.id = x.facilitator_id
  WHERE s."date" BETWEEN ? AND ?
UNION ALL SELECT s.id, 'p', p.id, p.full FROM session s
  JOIN attendance t ON t.session_id = s.id JOIN participant p ON p.id = t.participant_id
  WHERE s."date" BETWEEN ? AND ? AND s.register_taken AND NOT t.planned
  AND (t.status IS NULL OR t.status NOT IN ('H','V','N','W'))
UNION SELECT s.id, 'p', p.id, p.full FROM session s
  JOIN membership m ON {member} JOIN participant p ON p.id = m.participant_id
  WHERE s."date" BETWEEN ? AND ? AND NOT s.register_taken
  AND NOT EXISTS (SELECT 1 FROM planned_absence pa WHERE pa.participant_id = p.id AND {away})
UNION SELECT s.id, 'p', p.id, p.full FROM session s
  JOIN session_invite i ON {invited} JOIN participant p ON p.id = i.participant_id
  WHERE s."date" BETWEEN ? AND ? AND NOT s.register_taken
  AND NOT EXISTS (SELECT 1 FROM planned_absence pa WHERE pa.participant_id = p.id AND {away})
ORDER BY 1, 2, 4, 3"""

_PARTS = (
    ("window", _WINDOW),
    ("counted", _COUNTED),
    ("invited", _INVITED),
    ("member", _MEMBER),
    ("away", _AWAY),
    ("unsaid", _UNSAID),
)
_WHICH = {
    "between": 's."date" BETWEEN ? AND ?',
    "one": "s.id = ?",
    "group": 's.group_id = ? AND s."date" BETWEEN ? AND ?',
    "open": """s."date" BETWEEN ? AND ? AND s.status <> 'not_held'
      AND (s.status = 'planned' OR s.recorded_count < s.register_count)""",
}
_WHICH["today"] = f"""(s."date" = ? OR ({_WHICH["open"]}))"""


def _built(text: str, which: str = "") -> str:
    """A constant SQL text with its named parts put in; done once, when the module is read."""
    for name, part in (*_PARTS, ("which", which)):
        text = text.replace("{" + name + "}", part)
    return text


SESSIONS = {which: _built(_SESSIONS, where) for which, where in _WHICH.items()}
AWAY = {which: _built(_AWAY_PEOPLE, where) for which, where in _WHICH.items()}
STAFF = {which: _built(_STAFF, where) for which, where in _WHICH.items()}
BOUND = _built(_BOUND)


def sessions(db: pw.Database, which: str, keys: Sequence[object], terms: Sequence[Term]) -> Rows:
    """The sessions with their counts and numbers; `which` is "between" (two days), "one" (an id),
    "group" (its id, two days), "open" (two days; only registers that are missing or have blanks) or
    "today" (a day with all its sessions, and two days as for "open")."""
    rows = [_days_of(term) for term in terms] or [NO_TERM]
    return _read(db, _with_terms(which, len(rows)), [*(day for row in rows for day in row), *keys])


def staff(db: pw.Database, which: str, keys: Sequence[object]) -> Rows:
    """session, facilitator, code, name, role; in the order of the session's staff."""
    return _read(db, STAFF[which], keys)


def away(db: pw.Database, which: str, keys: Sequence[object]) -> Rows:
    """session, participant, called name, status of everybody known to be away."""
    return _read(db, AWAY[which], [*keys, *keys, *keys])


def closures(db: pw.Database, first: date, last: date) -> Rows:
    """from, to, name, room, allowed activity of the closures that touch these days."""
    return _read(db, _CLOSURES, [last.isoformat(), first.isoformat()])


def booked(db: pw.Database, first: date, last: date) -> Rows:
    """The sessions as the clash rule needs them, with room name and limits."""
    return _read(db, _BOOKED, [first.isoformat(), last.isoformat()])


def bound(db: pw.Database, first: date, last: date) -> Rows:
    """session, 'f' or 'p', id, name of everybody bound to one of these sessions."""
    return _read(db, BOUND, [first.isoformat(), last.isoformat()] * 4)


def settings(db: pw.Database) -> Rows:
    """key, JSON text of every setting."""
    return _read(db, "SELECT key, value FROM setting", [])


def picture(db: pw.Database, key: str) -> tuple[Any, ...] | None:
    """width, height, data of a picture of the centre's own, or None."""
    found = _read(db, "SELECT width, height, data FROM picture WHERE key = ?", [key])
    return found[0] if found else None


def activities(db: pw.Database) -> Rows:
    """Activities of the library by name."""
    return _read(db, _ACTIVITIES, [])


def rooms(db: pw.Database) -> Rows:
    """id, code, name, capacity of the rooms in use, by name."""
    return _read(db, "SELECT id, code, name, capacity FROM room WHERE active ORDER BY name, id", [])


def facilitators(db: pw.Database) -> Rows:
    """id, code, name, role of whoever runs groups now, by name."""
    return _read(db, "SELECT id, code, name, role FROM facilitator WHERE active ORDER BY name, id", [])


def people(db: pw.Database, day: date) -> Rows:
    """Everybody whose stay has not ended before the day, by family name."""
    return _read(db, _PEOPLE, [day.isoformat()])


def attended(db: pw.Database, session: int) -> bool:
    """Whether anybody is marked as having been there, also in a session that was then called not held."""
    sql = "SELECT count(*) FROM attendance WHERE session_id = ? AND status IN ('P','W')"
    return bool(_read(db, sql, [session])[0][0])


def group_run(db: pw.Database, group: int, first: date, last: date) -> Rows:
    """id, date, start, activity, group, status, reason of one group's sessions of these days."""
    return _read(db, _GROUP_RUN, [group, first.isoformat(), last.isoformat()])


def group_run_ids(db: pw.Database, group: int, first: date, last: date) -> tuple[int, ...]:
    """The numbers of one group's sessions of these days."""
    return tuple(row[0] for row in group_run(db, group, first, last))


def groups(db: pw.Database, day: date) -> Rows:
    """The groups that run on or after the day, with their members of the day."""
    return _read(db, GROUPS, [day.isoformat()] * 5)


@cache
def _with_terms(which: str, number: int) -> str:
    """The text for so many terms; a centre has one number of them, so it is built once."""
    return SESSIONS[which].replace("{terms}", ", ".join(["(?, ?, ?, ?)"] * number))


def _days_of(term: Term) -> tuple[str, str, str, str]:
    before, after = term.first - timedelta(days=1), term.last + timedelta(days=1)
    return term.first.isoformat(), term.last.isoformat(), before.isoformat(), after.isoformat()
