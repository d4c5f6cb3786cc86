"""What the search field finds: people with their next and last session, and all that has a name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read

WORDS = 4
"""So many typed words are looked for; more make the answer no better."""

_TITLE = "CASE WHEN {s}.title <> '' THEN {s}.title ELSE {a}.name END"
# A session counts as coming until it ends.
_COMING = """(s."date", s."end") > (?, ?) AND s.status <> 'not_held'"""
_GONE = """(s."date", s."end") <= (?, ?) AND s.status <> 'not_held'"""
_FIRST = 'ORDER BY s."date", s."start", s.id LIMIT 1'
_LATEST = 'ORDER BY s."date" DESC, s."start" DESC, s.id DESC LIMIT 1'

_PEOPLE = f"""SELECT f.id, f.code, f.called, f."full", f.rest, f.native, f.birth_date,
  n.id, n."date", n."start", n."end", {_TITLE.format(s="n", a="na")},
  l.id, l."date", l."start", l."end", {_TITLE.format(s="l", a="la")}
FROM (SELECT p.*,
  (SELECT s.id FROM session s WHERE s."date" >= ? AND {_COMING} AND (
      EXISTS (SELECT 1 FROM attendance t WHERE t.session_id = s.id AND t.participant_id = p.id)
      OR (NOT s.register_taken AND (
        EXISTS (SELECT 1 FROM session_invite i WHERE i.session_id = s.id AND i.participant_id = p.id)
        OR EXISTS (SELECT 1 FROM membership m WHERE m.group_id = s.group_id AND m.participant_id = p.id
          AND m.from_date <= s."date" AND (m.to_date IS NULL OR m.to_date >= s."date")))))
    {_FIRST}) AS next_id,
  (SELECT s.id FROM attendance t JOIN session s ON s.id = t.session_id
    WHERE t.participant_id = p.id AND {_GONE} {_LATEST}) AS last_id
  FROM (SELECT q.*, CASE WHEN q.search LIKE ? AND q.search LIKE ? AND q.search LIKE ? AND q.search LIKE ?
      THEN 0 ELSE 1 END AS inside
    FROM participant q WHERE q.merged_into_id IS NULL AND (q.active OR ? = 1)
      AND ((q.search LIKE ? AND q.search LIKE ? AND q.search LIKE ? AND q.search LIKE ?) OR q.code LIKE ?)
    ORDER BY inside, q.sort_name, q.id LIMIT ?) p) f
LEFT JOIN session n ON n.id = f.next_id LEFT JOIN activity na ON na.id = n.activity_id
LEFT JOIN session l ON l.id = f.last_id LEFT JOIN activity la ON la.id = l.activity_id
ORDER BY f.inside, f.sort_name, f.id"""

# kind, id, name, other names, category, activity, weekday, start, end, place; next session; last session.
# Of sessions with no title of their own only the near ones: the rest are found by their group or activity.
_NAMED = f"""SELECT o.kind, o.id, o.name, o.other, a.category, a.id, o.weekday, o."start", o."end", o.place,
  o."date", o.status, n.id, n."date", n."start", n."end", l.id, l."date", l."start", l."end"
FROM (
  SELECT 'g' AS kind, g.id, CASE WHEN g.name <> '' THEN g.name ELSE b.name END AS name, b.name AS other,
    g.activity_id, g.weekday, g."start", g."end",
    CASE WHEN g.room_id IS NULL THEN g.place ELSE r.name END AS place, '' AS "date", '' AS status,
    (SELECT s.id FROM session s WHERE s.group_id = g.id AND s."date" >= ? AND {_COMING} {_FIRST}) AS next_id,
    (SELECT s.id FROM session s WHERE s.group_id = g.id AND {_GONE} {_LATEST}) AS last_id
  FROM group_ g JOIN activity b ON b.id = g.activity_id LEFT JOIN room r ON r.id = g.room_id
  WHERE g.to_date IS NULL OR g.to_date >= ?
  UNION ALL SELECT 'a', b.id, b.name, b.short, b.id, NULL, '', '', '', '', '',
    (SELECT s.id FROM session s WHERE s.activity_id = b.id AND s."date" >= ? AND {_COMING} {_FIRST}),
    (SELECT s.id FROM session s WHERE s.activity_id = b.id AND {_GONE} {_LATEST})
  FROM activity b WHERE b.active
  UNION ALL SELECT 's', s.id, {_TITLE.format(s="s", a="b")}, b.name, s.activity_id, NULL, s."start", s."end",
    CASE WHEN s.room_id IS NULL THEN s.place ELSE r.name END, s."date", s.status, NULL, NULL
  FROM session s JOIN activity b ON b.id = s.activity_id LEFT JOIN room r ON r.id = s.room_id
  WHERE s."date" BETWEEN ? AND ? OR s.title <> ''
) o JOIN activity a ON a.id = o.activity_id
LEFT JOIN session n ON n.id = o.next_id LEFT JOIN session l ON l.id = o.last_id
ORDER BY o.kind, o.name, o.id"""


def people(
    db: pw.Database, words: Sequence[str], code: str, now: datetime, limit: int, *, ended_too: bool = False
) -> Rows:
    """People whose key has all words, or whose code begins so; words that begin a word come first.

    Only those whose stay goes on, unless `ended_too`.

    id, code, called, full, rest, native, birth date; id, date, start, end, title of the next session, then
    of the last. `words` are folded letters and digits, `code` too, so that nothing in them is a pattern.
    """
    kept = [*words[:WORDS], *[""] * (WORDS - len(words[:WORDS]))]
    day, at = now.date().isoformat(), f"{now:%H:%M}"
    begins = [f"% {word}%" if word else "%" for word in kept]
    inside = [f"%{word}%" for word in kept]
    return _read(
        db,
        _PEOPLE,
        [day, day, at, day, at, *begins, int(ended_too), *inside, f"{code}%" if code else "", limit],
    )


def named(db: pw.Database, now: datetime, first: date, last: date) -> Rows:
    """Groups that run ('g'), activities ('a') and sessions ('s'), all that have a name; in one SELECT.

    Sessions of the days first to last, and those with a title of their own of any day.
    """
    day, at = now.date().isoformat(), f"{now:%H:%M}"
    moment = [day, day, at, day, at]
    return _read(db, _NAMED, [*moment, day, *moment, first.isoformat(), last.isoformat()])
