"""The whole demo centre as rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from groupwork.domain.demo import rows
from groupwork.domain.demo.agreed import AgreedDay, agreed_rows
from groupwork.domain.demo.book import Book
from groupwork.domain.demo.days import Days, Ids, Play
from groupwork.domain.demo.follow_ups import FollowUp, FollowUpCall, follow_up_rows
from groupwork.domain.demo.history import History
from groupwork.domain.demo.incidents import Incident, IncidentPerson, incident_rows, with_next_time
from groupwork.domain.demo.notes import NoteRow, Notes
from groupwork.domain.demo.presence import DayPresence, Presences
from groupwork.domain.demo.profiles import list_rows
from groupwork.domain.demo.reading import Reader
from groupwork.domain.demo.script import Script, shift_for
from groupwork.domain.demo.waiting import waiting_rows

MORNING, EVENING = time(8, 40), time(17, 0)


def script_for(
    files: Mapping[str, Mapping[str, Any]], language: str, machine_day: date, until: date | None
) -> Script:
    """The description in a language, moved by whole weeks to where it plays."""
    return Reader(files, language, shift_for(files["centre"], machine_day, until)).script()


def play_for(script: Script, until: date | None) -> Play:
    """The Wednesday of week 9 at 08:40, or the evening of `until`."""
    if until is None:
        today = script.weeks.today
        return Play(datetime.combine(today, MORNING), today - timedelta(days=1), True)
    return Play(datetime.combine(until, EVENING), until, False)


def demo_rows(
    script: Script,
    play: Play,
    facilitators: Mapping[str, int],
    *,
    years: int | None = None,
    people: int | None = None,
) -> Iterator[
    rows.DemoRow | AgreedDay | DayPresence | FollowUp | FollowUpCall | NoteRow | Incident | IncidentPerson
]:
    """Every row, parents before children; `years` and `people` grow the file for measuring.

    With `years` the file holds so many years up to the end of the term, with `people` so many people.
    """
    book, ids = Book(script, facilitators), Ids()
    yield from book.every_row()
    yield from list_rows(script.profiles, book.people)
    yield from waiting_rows(book, play.now.date())
    yield from follow_up_rows(book, play.now, play.recorded_to)
    presences, agreed = Presences(book, play), tuple(agreed_rows(book))
    yield from agreed
    yield from presences.agreed(len(agreed) + 1)
    notes = Notes(book, play)
    drawn = list(notes.watch(presences.watch(Days(book, play, ids).every_row())))
    written = tuple(notes.every_row())
    yield from with_next_time(drawn, written)
    yield from presences.every_row()
    yield from written
    yield from incident_rows(book, play, drawn)
    if years or people:
        yield from History(book, ids, years or 0, people or 0).every_row()
