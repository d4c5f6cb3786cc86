"""When the people of the demo came and left: from their marks, and a few of the café corner without a group.

Only the term's own days; they follow from the marks and from the description's seed, whatever the machine.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any, NamedTuple

from groupwork.domain.demo import rows
from groupwork.domain.demo.agreed import AgreedDay
from groupwork.domain.demo.book import Book
from groupwork.domain.demo.days import ATTENDED, Play

AWAY = ("U", "X", "A", "O", "T", "H", "V", "N")
CORNER_PEOPLE = 2
CORNER = (time(9, 10), time(12, 30))
EARLIEST, LATEST = 5, 30
"""Minutes people come before their first group, and stay after their last."""
HERE_THIS_MORNING = 3
LEAVING_OPEN = 3
"""So many leavings of the last recorded day are still to be confirmed."""


class DayPresence(NamedTuple):
    """Table day_presence."""

    id: int
    participant_id: int
    date: str
    arrived: str | None
    left: str | None
    away: str


@dataclass
class _Day:
    """One person's marks of a day."""

    first: datetime | None = None
    last: datetime | None = None
    away: list[str] = field(default_factory=list)
    said: bool = True
    """False as soon as a mark is missing, or somebody was there and joined nothing."""


class Presences:
    """Watches the term's sessions being drawn and tells what it means for the days."""

    def __init__(self, book: Book, play: Play) -> None:
        self._book, self._play = book, play
        self._random = random.Random(f"{book.script.seed}/presence")
        self._sessions: dict[int, tuple[datetime, datetime, str]] = {}
        self._days: dict[tuple[date, int], _Day] = {}

    def watch(self, drawn: Iterable[Any]) -> Iterator[Any]:
        """The same rows, looked at while they pass."""
        for row in drawn:
            if isinstance(row, rows.Session):
                start, end = (datetime.fromisoformat(f"{row.date}T{at}") for at in (row.start, row.end))
                self._sessions[row.id] = (start, end, row.status)
            elif isinstance(row, rows.Attendance):
                self._mark(row)
            yield row

    def agreed(self, first_id: int) -> Iterator[AgreedDay]:
        """The café corner's own day: people who come on the demo's weekday without a group."""
        since = self._book.script.weeks.first.isoformat()
        for number, person in enumerate(self._corner(), start=first_id):
            yield AgreedDay(number, person, self._weekday, since, None)

    def every_row(self) -> Iterator[DayPresence]:
        """Every recorded day in the order of time, then this morning."""
        ids = count(1)
        days = sorted(self._days.items())
        last = days[-1][0][0] if days else None
        open_left = LEAVING_OPEN if self._play.default else 0
        for (day, person), known in days:
            row = self._of_day(next(ids), day, person, known)
            if row is not None and row.left is not None and day == last and open_left:
                open_left -= 1
                row = row._replace(left=None)
            if row is not None:
                yield row
        yield from self._corner_days(ids)
        if self._play.default:
            yield from self._this_morning(ids)

    @property
    def _weekday(self) -> int:
        return self._play.now.weekday()

    def _mark(self, row: rows.Attendance) -> None:
        start, end, status = self._sessions[row.session_id]
        if status == "not_held":
            return
        day = self._days.setdefault((start.date(), row.participant_id), _Day())
        if row.status in ATTENDED:
            came = start + timedelta(minutes=row.late_min or 0)
            went = end - timedelta(minutes=row.early_min or 0)
            day.first = min(day.first or came, came)
            day.last = max(day.last or went, went)
            day.said = day.said and not (row.late_min or row.early_min)
        elif row.status in AWAY:
            day.away.append(row.status)
        else:
            day.said = False

    def _of_day(self, number: int, day: date, person: int, known: _Day) -> DayPresence | None:
        before, after = (self._random.randint(EARLIEST, LATEST) for _side in range(2))
        if known.first is not None and known.last is not None:
            come = known.first - timedelta(minutes=before if known.said else 0)
            go = known.last + timedelta(minutes=after if known.said else 0)
            return DayPresence(number, person, day.isoformat(), f"{come:%H:%M}", f"{go:%H:%M}", "")
        if known.away and known.said:
            return DayPresence(number, person, day.isoformat(), None, None, known.away[0])
        return None

    def _corner(self) -> list[int]:
        """Who stays for the whole term and has no group on the demo's weekday."""
        busy = {
            member.person.code
            for number, members in self._book.members.items()
            if self._book.script.groups[number - 1].weekday == self._weekday
            for member in members
        }
        free = [
            self._book.people[person.code]
            for person in self._book.script.people
            if person.code not in busy and person.starts is None and person.ends is None
        ]
        return sorted(free)[:CORNER_PEOPLE]

    def _corner_days(self, ids: Iterator[int]) -> Iterator[DayPresence]:
        weeks = self._book.script.weeks
        for week in range(1, weeks.count + 1):
            day = weeks.day(week, self._weekday)
            if day > self._play.recorded_to or day in self._book.script.closed_days:
                continue
            for person in self._corner():
                if (day, person) not in self._days:
                    yield self._coffee(next(ids), day, person)

    def _coffee(self, number: int, day: date, person: int) -> DayPresence:
        late = self._random.randint(0, 25)
        come, go = (
            datetime.combine(day, at) + timedelta(minutes=late if n == 0 else -late)
            for n, at in enumerate(CORNER)
        )
        return DayPresence(number, person, day.isoformat(), f"{come:%H:%M}", f"{go:%H:%M}", "")

    def _this_morning(self, ids: Iterator[int]) -> Iterator[DayPresence]:
        """Three of the first group and one of the corner are here already; the rest is still to come."""
        today, now = self._play.now.date(), self._play.now
        groups = self._book.script.groups
        first = min(
            (n for n in self._book.members if groups[n - 1].weekday == self._weekday),
            key=lambda n: (groups[n - 1].start, n),
        )
        people = [
            self._book.people[member.person.code]
            for member in self._book.members[first]
            if member.covers(today) and not any(a.first <= today <= a.last for a in member.person.absences)
        ]
        here = [*people[:HERE_THIS_MORNING], *self._corner()[:1]]
        for n, person in enumerate(here, start=1):
            at = now - timedelta(minutes=4 + 6 * n)
            yield DayPresence(next(ids), person, today.isoformat(), f"{at:%H:%M}", None, "")
