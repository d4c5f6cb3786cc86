"""Who stayed away and what was done about it: constant SQL, one SELECT a function.

A row of absent days is read from the day of the last mark that ended one: for that the index (participant,
start) is walked backwards, so that years that lie behind cost nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import cache

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read

CLOSED_SHOWN = 200

_ENDS = "('P','R','D','W')"
# Who stays now, with the last mark that ended a row and the day their last follow-up was closed.
_STAYING = f"""SELECT p.id, e."start" AS began,
    coalesce((SELECT substr(x."start", 1, 10) FROM attendance x JOIN session z ON z.id = x.session_id
      WHERE x.participant_id = p.id AND x.status IN {_ENDS} AND x."start" < ? AND z.status <> 'not_held'
      ORDER BY x."start" DESC LIMIT 1), '') AS ended,
    coalesce((SELECT max(f.closed) FROM follow_up f
      WHERE f.participant_id = p.id AND f.closed IS NOT NULL), '') AS shut
  FROM participant p JOIN episode e ON e.participant_id = p.id
    AND e."start" <= ? AND (e."end" IS NULL OR e."end" >= ?)
  WHERE {{who}}"""
_MARKS = f"""SELECT w.id, substr(t."start", 1, 10), t.status, w.shut,
  (SELECT g.value FROM setting g WHERE g.key = 'absent_days')
FROM ({_STAYING}) w
JOIN attendance t ON t.participant_id = w.id AND t."start" >= w.ended AND t."start" < ?
JOIN session s ON s.id = t.session_id
WHERE t."start" >= w.began AND (t.status = 'A' OR t.status IN {_ENDS}) AND s.status <> 'not_held'
ORDER BY w.id, t."start", t.id"""
_NONE_OPEN = """p.active AND NOT EXISTS (SELECT 1 FROM follow_up o
    WHERE o.participant_id = p.id AND o.closed IS NULL)"""
_ALL = _MARKS.replace("{who}", _NONE_OPEN)
_OPEN = """SELECT f.participant_id, f.id, f.first_day,
  CASE WHEN f.owner_id IS NOT NULL OR f.next_date IS NOT NULL OR EXISTS
    (SELECT 1 FROM follow_up_call c WHERE c.follow_up_id = f.id) THEN 1 ELSE 0 END,
  CASE WHEN f.closed IS NULL THEN 1 ELSE 0 END
FROM follow_up f WHERE f.participant_id IN ({ids})
  AND (f.closed IS NULL OR (f.closed = ? AND f.outcome = 'came_back'))
ORDER BY f.participant_id, 5, f.id"""
_LAPSED = """SELECT f.id, f.opened, (SELECT max(e."end") FROM episode e
    WHERE e.participant_id = f.participant_id AND e."end" < ?)
FROM follow_up f WHERE f.closed IS NULL AND NOT EXISTS (SELECT 1 FROM episode e
  WHERE e.participant_id = f.participant_id AND (e."end" IS NULL OR e."end" >= ?))"""

# Everything that is shown of follow-ups in one SELECT; every column is text or a number of its own place.
# CROSS JOIN: SQLite then begins with the few follow-ups, and never with years of attendance.
_SHOWN = """SELECT 'follow_up' AS kind, f.id AS id, f.id AS place, CAST(p.id AS TEXT) AS a, p.code AS b,
  p.called AS c, p."full" AS d, p.rest AS e, p.native AS f, f.opened AS g, f.first_day AS h,
  CAST(f.owner_id AS TEXT) AS i, coalesce(w.name, o.name) AS j, f.next_date AS k, f.closed AS l,
  f.outcome AS m, f.words AS n
FROM follow_up f JOIN participant p ON p.id = f.participant_id
LEFT JOIN sign_in o ON o.id = f.owner_id LEFT JOIN facilitator w ON w.id = o.facilitator_id WHERE {which}
UNION ALL SELECT 'call', f.id, c.id, c.at, c.by, c.way, c.result, c.words, {none:9}
FROM follow_up f CROSS JOIN follow_up_call c WHERE c.follow_up_id = f.id AND {which}
UNION ALL SELECT 'day', f.id, t.id, substr(t."start", 1, 10),
  CASE WHEN g.name <> '' THEN g.name WHEN s.title <> '' THEN s.title ELSE a.name END, {none:12}
FROM follow_up f CROSS JOIN attendance t
JOIN session s ON s.id = t.session_id AND s.status <> 'not_held'
JOIN activity a ON a.id = s.activity_id LEFT JOIN group_ g ON g.id = s.group_id
WHERE t.participant_id = f.participant_id AND t."start" >= f.first_day
  AND t."start" <= coalesce(f.closed, ?) || '~' AND t.status = 'A' AND {which}
UNION ALL SELECT 'phone', f.id, 0, p.phone, '', '', {none:11}
FROM follow_up f JOIN participant p ON p.id = f.participant_id WHERE p.phone <> '' AND {which}
UNION ALL SELECT 'phone', f.id, CASE WHEN c.emergency THEN 1 ELSE 2 END, c.phone, c.name, c.relation,
  {none:11}
FROM follow_up f CROSS JOIN contact c
WHERE c.participant_id = f.participant_id AND c.phone <> '' AND {which}
ORDER BY 1, 2, 3"""
_WHICH = {
    "open": "f.closed IS NULL",
    "closed": f"""f.id IN (SELECT y.id FROM follow_up y WHERE y.closed IS NOT NULL
      ORDER BY y.closed DESC, y.id DESC LIMIT {CLOSED_SHOWN})""",
    "person": "f.participant_id = ?",
}
_CALLERS = """SELECT o.id, coalesce(w.name, o.name), o.role FROM sign_in o
LEFT JOIN facilitator w ON w.id = o.facilitator_id WHERE o.active ORDER BY 2, 1"""


def marks_of(db: pw.Database, people: Collection[int], today: date) -> Rows:
    """person, day, status, day their last follow-up was closed, the number's setting: of these people.

    Marks since the day that ended the last row, up to today, in the stay they are in; by person and time.
    """
    after = _after(today)
    keys = [after, today.isoformat(), today.isoformat(), *people, after]
    return _read(db, _of_people(len(people)), keys)


def marks_of_all(db: pw.Database, today: date) -> Rows:
    """The same of everybody who stays and has no open follow-up."""
    after, day = _after(today), today.isoformat()
    return _read(db, _ALL, [after, day, day, after])


def open_of(db: pw.Database, people: Collection[int], day: date) -> Rows:
    """person, id, first day, whether anything was done about it, whether it is open: of these people.

    The open ones, and before them those that a coming back on the day has closed.
    """
    return _read(db, _open_of(len(people)), [*people, day.isoformat()])


def lapsed(db: pw.Database, today: date) -> Rows:
    """id, opened, last day of the stay: of the open follow-ups of people who do not stay any more."""
    return _read(db, _LAPSED, [today.isoformat()] * 2)


def shown(db: pw.Database, which: str, today: date, keys: Sequence[object] = ()) -> Rows:
    """kind, follow-up, place and fourteen columns: see `_SHOWN`. `which`: open, closed, person (an id)."""
    again = [*keys, *keys]
    return _read(db, SHOWN[which], [*again, today.isoformat(), *again, *keys])


def callers(db: pw.Database) -> Rows:
    """sign-in, shown name, role of everybody who may sign in."""
    return _read(db, _CALLERS, [])


def _built(which: str) -> str:
    text = _SHOWN.replace("{which}", which)
    for count in (9, 11, 12):
        text = text.replace(f"{{none:{count}}}", ", ".join(["NULL"] * count))
    return text


SHOWN = {which: _built(where) for which, where in _WHICH.items()}


def _after(today: date) -> str:
    return (today + timedelta(days=1)).isoformat()


@cache
def _of_people(number: int) -> str:
    return _MARKS.replace("{who}", f"p.id IN ({', '.join('?' * number)})")


@cache
def _open_of(number: int) -> str:
    return _OPEN.replace("{ids}", ", ".join("?" * number))
