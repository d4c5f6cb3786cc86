"""How notes are read: constant SQL, one SELECT a function; "?" becomes the driver's own mark."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import peewee as pw

from groupwork.store.reading import Rows
from groupwork.store.reading import read as _read

_NOTE = """n.id, n.session_id, n.participant_id, n.template, n.parts, n.dismissed, n.contact, n.written_at,
  coalesce(f.name, i.name, ''), n.late_reason, n.signed_at, n.signed_by, n.cosigned_at, n.cosigned_by"""
_FROM = """FROM note n LEFT JOIN sign_in i ON i.id = n.author_id
LEFT JOIN facilitator f ON f.id = i.facilitator_id"""
_WHICH = {
    "one": "n.id = ?",
    "session": "n.session_id = ?",
    "person": "n.participant_id = ?",
    "draft": "n.signed_at IS NULL",
}
_ORDER = {
    "one": "n.id",
    "session": "n.participant_id, n.id",
    "person": "n.contact DESC, n.id DESC",
    "draft": "n.contact, n.id",
}
_NOTES = {
    which: f"SELECT {_NOTE} {_FROM} WHERE {where} ORDER BY {_ORDER[which]}" for which, where in _WHICH.items()
}
_AMENDMENTS = {
    which: f"""SELECT a.note_id, a.at, a.by, a.reason, a.words FROM note n
JOIN note_amendment a ON a.note_id = n.id WHERE {where} ORDER BY a.note_id, a.at, a.id"""
    for which, where in _WHICH.items()
}
_VERSIONS = (
    "SELECT v.at, v.by, v.template, v.parts FROM note_version v WHERE v.note_id = ? ORDER BY v.at, v.id"
)
_VERSIONS_OF = """SELECT v.note_id, v.at, v.by, v.template, v.parts FROM note_version v
WHERE v.note_id IN ({ids}) ORDER BY v.note_id, v.at, v.id"""
_LAST = f"""SELECT {_NOTE} {_FROM}
WHERE n.participant_id = ? AND n.contact < ? ORDER BY n.contact DESC, n.id DESC LIMIT 1"""
_NAMES = (
    """SELECT p.id, p.called, p."full", p.rest, p.native FROM participant p WHERE p.merged_into_id IS NULL"""
)
_TEXTS = """SELECT n.parts FROM note n WHERE n.participant_id IS NOT NULL AND n.participant_id <> ?
AND (n.session_id = ? OR n.contact = ?)"""
_MISSING = """SELECT s.id FROM session s WHERE s."date" BETWEEN ? AND ? AND s.status = 'held'
AND (s."date" < ? OR s."end" <= ?)
AND NOT EXISTS (SELECT 1 FROM note n WHERE n.session_id = s.id AND n.participant_id IS NULL)
AND EXISTS (SELECT 1 FROM note n) ORDER BY s."date", s."start", s.id"""
_SESSIONS = """SELECT s.id, CASE WHEN s.title <> '' THEN s.title ELSE a.name END, s."date", s."start"
FROM session s JOIN activity a ON a.id = s.activity_id WHERE s.id IN ({ids})"""
_PEOPLE = "SELECT p.id, p.code, p.called FROM participant p WHERE p.id IN ({ids})"
_COUNTS = """SELECT (SELECT count(*) FROM note n WHERE n.signed_at IS NULL),
(SELECT count(*) FROM session s WHERE s."date" BETWEEN ? AND ? AND s.status = 'held'
 AND (s."date" < ? OR s."end" <= ?)
 AND NOT EXISTS (SELECT 1 FROM note n WHERE n.session_id = s.id AND n.participant_id IS NULL)
 AND EXISTS (SELECT 1 FROM note n))"""


def notes(db: pw.Database, which: str, keys: Sequence[object]) -> Rows:
    """Notes of one kind of question: "one" (its number), "session", "person" (newest first), "draft"."""
    return _read(db, _NOTES[which], keys)


def amendments(db: pw.Database, which: str, keys: Sequence[object]) -> Rows:
    """note, at, by, reason, words of what was added to these notes, oldest first."""
    return _read(db, _AMENDMENTS[which], keys)


def versions(db: pw.Database, note: int) -> Rows:
    """at, by, template, parts of a note's versions, oldest first."""
    return _read(db, _VERSIONS, [note])


def versions_of(db: pw.Database, notes: Sequence[int]) -> Rows:
    """note, at, by, template, parts of these notes' versions, each note's oldest first."""
    return _those(db, _VERSIONS_OF, notes)


def last(db: pw.Database, participant: int, before: date) -> Rows:
    """The person's newest note about a day before this one, or nothing."""
    return _read(db, _LAST, [participant, before.isoformat()])


def names(db: pw.Database) -> Rows:
    """id, called, full, rest, native of everybody in the file."""
    return _read(db, _NAMES, [])


def texts_of_others(db: pw.Database, participant: int, session: int, day: date) -> Rows:
    """The parts of other people's notes about the same session or day."""
    return _read(db, _TEXTS, [participant, session, day.isoformat()])


def without_group_note(db: pw.Database, first: date, now: datetime) -> list[int]:
    """Held sessions since a day that are over and have no group note; none where no note was ever written."""
    return [int(row[0]) for row in _read(db, _MISSING, _over(first, now))]


def sessions(db: pw.Database, numbers: Sequence[int]) -> Rows:
    """id, title, date, start of these sessions."""
    return _those(db, _SESSIONS, numbers)


def people(db: pw.Database, numbers: Sequence[int]) -> Rows:
    """id, code, called name of these people."""
    return _those(db, _PEOPLE, numbers)


def counts(db: pw.Database, first: date, now: datetime) -> tuple[int, int]:
    """How many notes nobody signed, and how many held sessions since a day have no group note."""
    unsigned, missing = _read(db, _COUNTS, _over(first, now))[0]
    return int(unsigned), int(missing)


def _over(first: date, now: datetime) -> list[object]:
    today = now.date().isoformat()
    return [first.isoformat(), today, today, f"{now:%H:%M}"]


def _those(db: pw.Database, sql: str, numbers: Sequence[int]) -> Rows:
    if not numbers:
        return []
    return _read(db, sql.replace("{ids}", ", ".join("?" for _ in numbers)), list(numbers))
