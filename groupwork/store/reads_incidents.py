"""How incidents are read: constant SQL, one SELECT a function; "?" becomes the driver's own mark."""

from __future__ import annotations

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read

_TITLE = "coalesce(CASE WHEN s.title <> '' THEN s.title ELSE a.name END, '')"
_JOINED = "LEFT JOIN session s ON s.id = i.session_id LEFT JOIN activity a ON a.id = s.activity_id"
_INCIDENT = f"""SELECT i.id, i.kind, i.session_id, i."date", i."time", i.place, i.what, i.done, i.first_aid,
  i.first_aider, i.told, i.to_do, i.to_do_by, i.closed, i.reported_by, i.written_at, {_TITLE}
FROM incident i {_JOINED}"""
_PERSON = """SELECT x.incident_id, x.participant_id, coalesce(p."full", x.name), x.part, x.injury,
  coalesce(p.code, '') FROM incident_person x LEFT JOIN participant p ON p.id = x.participant_id"""
_OWN = f"""SELECT i.id, i."date", i.kind, x.part, x.injury, i."time", {_TITLE}, i.closed
FROM incident_person x JOIN incident i ON i.id = x.incident_id {_JOINED}
WHERE x.participant_id = ? ORDER BY i."date" DESC, i.id DESC"""
_DUE = """SELECT id, "date", kind, to_do, to_do_by FROM incident WHERE closed IS NULL
ORDER BY CASE WHEN to_do_by IS NULL THEN 1 ELSE 0 END, to_do_by, "date", id"""

_CHANGES = """WITH RECURSIVE told(id) AS (
  SELECT id FROM journal_step WHERE verb IN
    ('incident.written', 'incident.changed', 'incident.closed', 'incident.reopened')
  UNION ALL SELECT u.id FROM journal_step u JOIN told ON u.undoes = told.id)
SELECT s.id, s.at, coalesce(f.name, n.name, ''), s.verb, c."table", c."row", i.step, i."before", i."after"
FROM journal_step s JOIN journal_change c ON c.step_id = s.id
LEFT JOIN journal_image i ON i.step = c.step_id AND i.n = c.n
LEFT JOIN sign_in n ON n.id = s.actor LEFT JOIN facilitator f ON f.id = n.facilitator_id
WHERE s.id IN (SELECT id FROM told) AND c."table" IN ('incident', 'incident_person') ORDER BY s.id, c.n"""


def incidents(db: pw.Database, number: int | None = None) -> Rows:
    """Every entry, or one."""
    if number is None:
        return _read(db, f"{_INCIDENT} ORDER BY i.id", [])
    return _read(db, f"{_INCIDENT} WHERE i.id = ?", [number])


def people(db: pw.Database, number: int | None = None) -> Rows:
    """incident, participant, name, part, injury, code of everybody named in entries, or in one."""
    if number is None:
        return _read(db, f"{_PERSON} ORDER BY x.incident_id, x.id", [])
    return _read(db, f"{_PERSON} WHERE x.incident_id = ? ORDER BY x.id", [number])


def own(db: pw.Database, participant: int) -> Rows:
    """incident, date, kind, part, injury, time, session, closed: one person's own part, newest first."""
    return _read(db, _OWN, [participant])


def due(db: pw.Database) -> Rows:
    """id, date, kind, what is to be done and by when, of open entries; the nearest day first."""
    return _read(db, _DUE, [])


def changes(db: pw.Database) -> Rows:
    """Everything the journal keeps about entries and who they are about, undone or not, oldest first.

    step, at (UTC), by whom, verb, table, row, whether its images are kept (or None), before, after.
    """
    return _read(db, _CHANGES, [])
