"""The incidents of the demo centre, and the lines that its sessions leave for next time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import count
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from groupwork.domain.demo import rows
from groupwork.domain.demo.book import Book
from groupwork.domain.demo.days import Play, utc
from groupwork.domain.demo.incident_texts import Happened
from groupwork.domain.demo.notes import Note, NoteRow
from groupwork.domain.notes import NEXT_PART

R = TypeVar("R")
WRITTEN_AFTER = timedelta(hours=2)


class Incident(NamedTuple):
    """Table incident."""

    id: int
    kind: str
    session_id: int
    date: str
    time: str
    place: str
    what: str
    done: str
    first_aid: str
    first_aider: str
    told: str
    to_do: str
    to_do_by: str | None
    closed: str | None
    reported_by: str
    written_at: str


class IncidentPerson(NamedTuple):
    """Table incident_person."""

    id: int
    incident_id: int
    participant_id: int
    name: str
    part: str
    injury: str


def incident_rows(book: Book, play: Play, drawn: Iterable[object]) -> Iterator[Incident | IncidentPerson]:
    """What is known at the play's moment; nothing of a session that was not held."""
    zone, names = ZoneInfo(book.script.time_zone), {s.code: s.name for s in book.script.staff}
    sessions = _held(book, drawn)
    ids, people = count(1), count(1)
    for each in book.script.incidents:
        session = sessions.get((each.activity, each.at.date().isoformat()))
        if session is None or each.at > play.now:
            continue
        number = next(ids)
        yield _incident(number, each, session, play, zone, names)
        for person in each.people:
            yield IncidentPerson(
                next(people), number, book.people[person.person], "", person.part, person.injury
            )


def with_next_time(drawn: Sequence[R], written: Iterable[NoteRow]) -> Iterator[R]:
    """The drawn rows, each session with the line that its group note leaves for the next one."""
    lines = {
        note.session_id: json.loads(note.parts).get(NEXT_PART, "")
        for note in written
        if isinstance(note, Note) and note.participant_id is None
    }
    for row in drawn:
        line = lines.get(row.id) if isinstance(row, rows.Session) else None
        yield row._replace(next_time=line) if line and isinstance(row, rows.Session) else row


def _held(book: Book, drawn: Iterable[object]) -> dict[tuple[str, str], int]:
    codes = {number: code for code, number in book.activities.items()}
    held = (row for row in drawn if isinstance(row, rows.Session) and row.status == "held")
    return {(codes[row.activity_id], row.date): row.id for row in held}


def _incident(
    number: int, each: Happened, session: int, play: Play, zone: ZoneInfo, names: Mapping[str, str]
) -> Incident:
    over = each.closed is not None and each.closed <= play.now.date()
    written: datetime = min(each.at + WRITTEN_AFTER, play.now)
    return Incident(
        id=number,
        kind=each.kind,
        session_id=session,
        date=each.at.date().isoformat(),
        time=f"{each.at:%H:%M}",
        place=each.place,
        what=each.what,
        done=each.done,
        first_aid=each.first_aid,
        first_aider=names.get(each.first_aider, ""),
        told=each.told,
        to_do=each.to_do,
        to_do_by=each.due.isoformat() if each.due is not None else None,
        closed=each.closed.isoformat() if each.closed is not None and over else None,
        reported_by=names[each.by],
        written_at=utc(written, zone),
    )
