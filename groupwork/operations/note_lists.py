"""Notes in lists: a person's, and what is still to sign and to write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.notes import NoteInfo
from groupwork.operations import note_rows as rows
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.notes import MISSING_DAYS, missing
from groupwork.store import reads_notes as reads


@dataclass(frozen=True)
class NoteLine:
    """A note in a list: of which session and whom. Empty: a note without a session, a group note."""

    note: NoteInfo
    title: str = ""
    start: time | None = None
    code: str = ""
    called: str = ""


@dataclass(frozen=True)
class MissingNote:
    """A held session without a group note."""

    session: SessionId
    title: str
    date: date
    start: time


@dataclass(frozen=True)
class ToDo:
    """What is still to sign, and what to write, the oldest day first."""

    unsigned: tuple[NoteLine, ...]
    missing: tuple[MissingNote, ...]


@dataclass(frozen=True)
class Counts:
    """How many of both."""

    unsigned: int
    missing: int


@allowed(Right.NOTES)
def lines_of(desk: Desk, participant: ParticipantId) -> tuple[NoteLine, ...]:
    """A person's notes with their sessions, newest first. Four SELECTs."""
    return _lines(desk, rows.infos(desk.store.db, "person", (participant,)))


@allowed(Right.NOTES)
def called(desk: Desk, participant: ParticipantId) -> str:
    """What the person is called, empty for nobody. One SELECT."""
    return next((name for _id, _code, name in reads.people(desk.store.db, (participant,))), "")


@allowed(Right.NOTES)
def to_do(desk: Desk) -> ToDo:
    """Unsigned notes and missing group notes. Six SELECTs."""
    unsigned = _lines(desk, rows.infos(desk.store.db, "draft", ()))
    sessions = _sessions(desk, missing(desk))
    lines = (MissingNote(SessionId(number), *facts) for number, facts in sessions.items())
    return ToDo(unsigned, tuple(sorted(lines, key=lambda line: (line.date, line.start, line.session))))


@allowed(Right.NOTES)
def counts(desk: Desk) -> Counts:
    """How many are unsigned, and how many missing. One SELECT."""
    first = desk.today - timedelta(days=MISSING_DAYS)
    return Counts(*reads.counts(desk.store.db, first, desk.now))


def _lines(desk: Desk, notes: Iterable[NoteInfo]) -> tuple[NoteLine, ...]:
    listed = tuple(notes)
    sessions = _sessions(desk, {note.session for note in listed if note.session is not None})
    people = {
        number: (code, called)
        for number, code, called in reads.people(
            desk.store.db, sorted({note.participant for note in listed if note.participant is not None})
        )
    }
    found = []
    for note in listed:
        title, _day, start = sessions.get(note.session or 0, ("", note.contact, None))
        code, called = people.get(note.participant or 0, ("", ""))
        found.append(NoteLine(note, title, start, code, called))
    return tuple(found)


def _sessions(desk: Desk, numbers: Iterable[int]) -> dict[int, tuple[str, date, time]]:
    """Title, day and beginning by number."""
    return {
        number: (title.replace("\u00ad", ""), date.fromisoformat(day), time.fromisoformat(start))
        for number, title, day, start in reads.sessions(desk.store.db, sorted(numbers))
    }
