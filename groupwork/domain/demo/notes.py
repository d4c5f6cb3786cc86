"""Notes of the demo centre: group notes of the last two weeks, notes about some people, phrases.

They hang on the sessions that were drawn: a session that was not held gets none, nor does a person who was
not there. Texts come from resources/demo/notes.toml in one language.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import NamedTuple, TypeVar

from groupwork.domain.demo import rows
from groupwork.domain.demo.book import Book
from groupwork.domain.demo.days import ATTENDED, Play
from groupwork.domain.demo.notes_texts import Told
from groupwork.domain.notes import Template

R = TypeVar("R")
NEXT_MORNING = timedelta(hours=18)
"""Whoever co-signs or amends does so on another day."""


class Note(NamedTuple):
    """Table note."""

    id: int
    session_id: int | None
    participant_id: int | None
    template: str
    parts: str
    contact: str
    written_at: str
    author_id: int
    late_reason: str = ""
    signed_at: str | None = None
    signed_by: str = ""
    cosigned_at: str | None = None
    cosigned_by: str = ""


class NoteVersion(NamedTuple):
    """Table note_version."""

    id: int
    note_id: int
    at: str
    by: str
    template: str
    parts: str


class NoteAmendment(NamedTuple):
    """Table note_amendment."""

    id: int
    note_id: int
    at: str
    by: str
    reason: str
    words: str


class Phrase(NamedTuple):
    """Table phrase."""

    id: int
    position: int
    short: str
    words: str
    part: str


NoteRow = Note | NoteVersion | NoteAmendment | Phrase


@dataclass
class _Held:
    """A held session, and who came."""

    session: rows.Session
    day: date
    end: time
    came: set[int] = field(default_factory=set)


class Notes:
    """Watches the term's sessions being drawn, then tells what was written about them."""

    def __init__(self, book: Book, play: Play) -> None:
        self._book, self._play, self._texts = book, play, book.script.notes
        self._sign_ins = {staff.code: n for n, staff in enumerate(book.script.staff, start=1)}
        self._names = {staff.code: staff.name for staff in book.script.staff}
        self._held: dict[int, _Held] = {}
        self._staff: dict[int, list[int]] = {}
        self._ids, self._versions, self._amendments = count(1), count(1), count(1)

    def watch(self, drawn: Iterable[R]) -> Iterator[R]:
        """The same rows, looked at."""
        for row in drawn:
            if isinstance(row, rows.Session) and row.status == "held":
                day, end = date.fromisoformat(row.date), time.fromisoformat(row.end)
                self._held[row.id] = _Held(row, day, end)
            elif isinstance(row, rows.SessionFacilitator):
                self._staff.setdefault(row.session_id, []).append(row.facilitator_id)
            elif isinstance(row, rows.Attendance) and row.status in ATTENDED and row.session_id in self._held:
                self._held[row.session_id].came.add(row.participant_id)
            yield row

    def every_row(self) -> Iterator[NoteRow]:
        """Phrases, group notes, notes about people."""
        for n, (short, words, part) in enumerate(self._texts.phrases):
            yield Phrase(n + 1, n, short, words, part)
        yield from self._group_notes()
        for told in self._texts.notes:
            yield from self._note(told)

    def _group_notes(self) -> Iterator[NoteRow]:
        activities = {number: code for code, number in self._book.activities.items()}
        recorded = sorted({held.day for held in self._held.values()})
        first = self._play.now.date() - timedelta(days=self._texts.days)
        turns: dict[str, int] = {}
        for held in self._held.values():
            code = activities[held.session.activity_id]
            texts = self._texts.group.get(code, ())
            if held.day < first or not texts:
                continue
            back = len(recorded) - 1 - recorded.index(held.day)
            if (back, code) in self._texts.missing:
                continue
            turn = turns[code] = turns.get(code, -1) + 1
            by = self._writer(held.session.id)
            signed = (back, code) not in self._texts.unsigned
            yield from self._rows(held, None, Template.GROUP, texts[turn % len(texts)], by, signed=signed)

    def _writer(self, session: int) -> str:
        """The first of its staff who may write notes, else the lead."""
        codes = {number: code for code, number in self._book.facilitators.items()}
        may = {staff.code for staff in self._book.script.staff if staff.may != "volunteer"}
        there = (codes[number] for number in self._staff.get(session, ()))
        return next((code for code in there if code in may), self._book.script.staff[0].code)

    def _note(self, told: Told) -> Iterator[NoteRow]:
        held = self._session(told)
        person = self._book.people[told.person]
        if held is None or person not in held.came:
            return
        days, _reason = told.late or (0, "")
        if self._end(held, days) > self._play.now:
            return
        yield from self._rows(
            held, person, told.template, told.parts, told.by, signed=not told.unsigned, told=told
        )

    def _session(self, told: Told) -> _Held | None:
        day, activity = (
            self._book.script.weeks.day(told.week, told.weekday),
            self._book.activities[told.activity],
        )
        there = (
            held for held in self._held.values() if (held.day, held.session.activity_id) == (day, activity)
        )
        return next(there, None)

    def _end(self, held: _Held, days: int) -> datetime:
        """When it was written: soon after the session, or so many days later."""
        after = timedelta(days=days, minutes=self._texts.minutes_after)
        return datetime.combine(held.day, held.end) + after

    def _rows(
        self,
        held: _Held,
        person: int | None,
        template: Template,
        parts: Mapping[str, str],
        by: str,
        *,
        signed: bool,
        told: Told | None = None,
    ) -> Iterator[NoteRow]:
        late, late_reason = (told.late if told is not None else None) or (0, "")
        at = self._end(held, late)
        written, stored = _instant(at), _json(parts)
        number, name = next(self._ids), self._names[by]
        cosigned = told.cosigned if told is not None else ""
        later = at + NEXT_MORNING
        second = cosigned if later <= self._play.now else ""
        yield Note(
            number,
            held.session.id,
            person,
            template.value,
            stored,
            held.day.isoformat(),
            written,
            self._sign_ins[by],
            late_reason,
            written if signed else None,
            name if signed else "",
            _instant(later) if second else None,
            self._names[second] if second else "",
        )
        yield NoteVersion(next(self._versions), number, written, name, template.value, stored)
        if told is not None and told.amended is not None:
            days, reason, words = told.amended
            added = at + timedelta(days=days)
            if added <= self._play.now:
                when = _instant(added)
                yield NoteAmendment(next(self._amendments), number, when, name, reason, words)


def _json(parts: Mapping[str, str]) -> str:
    """As the store writes it."""
    return json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _instant(local: datetime) -> str:
    """As the store writes it. In the machine's own zone, as everything that is signed in the window is."""
    return local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
