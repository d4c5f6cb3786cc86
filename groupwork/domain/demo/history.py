"""More years and more people than the term has: plain rows in bulk, for measuring only.

Every half year before the term has groups of its own with a cast of its own. With more people than
the description names, the others make up these casts in turn; else the term's own people do.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from groupwork.domain.demo import profile_rows, rows
from groupwork.domain.demo.book import Book
from groupwork.domain.demo.days import ATTENDED, NOT_EXPECTED, Ids
from groupwork.domain.demo.names import invented
from groupwork.domain.demo.script import Group
from groupwork.domain.search import search_key

ERA_WEEKS = 26
CAST, ROUND_CAST = 5, 7
"""People in a group, and in one without usual tasks (the morning rounds)."""
STATUSES = ("U", "X", "O", "A", "A", "T", "D", "R")


@dataclass(frozen=True)
class Era:
    """Half a year: its first day, its length and the id of its first group."""

    first: date
    weeks: int
    first_group: int

    @property
    def last(self) -> date:
        """Its last Friday."""
        return self.first + timedelta(days=7 * self.weeks - 3)


class History:
    """Draws the years before the term."""

    def __init__(self, book: Book, ids: Ids, years: int, people: int) -> None:
        self._book, self._script, self._ids = book, book.script, ids
        self._groups = self._script.groups
        self._others = range(len(book.people) + 1, max(people, len(book.people)) + 1)
        self._random = random.Random(f"{self._script.seed}/history").random
        weeks = max(0, 52 * years - self._script.weeks.count)
        self._eras = list(self._split(weeks))
        self._membership = count(1 + sum(map(len, book.members.values())))
        self._group_staff = count(1 + sum(len(g.staff) for g in self._groups))

    def every_row(self) -> Iterator[rows.DemoRow]:
        """Other people first, then era by era: groups, memberships, sessions."""
        for number in self._others:
            yield from self._person(number)
        cast = self._casts()
        for era in self._eras:
            members = [next(cast) for _group in self._groups]
            yield from self._era_groups(era, members)
            for week in range(era.weeks):
                for n, group in enumerate(self._groups):
                    day = era.first + timedelta(days=7 * week + group.weekday)
                    yield from self._session(era.first_group + n, group, day, members[n])

    def _split(self, weeks: int) -> Iterator[Era]:
        """The weeks before the term in half years, oldest first."""
        group, left = len(self._groups) + 1, weeks
        while left > 0:
            length = left % ERA_WEEKS or ERA_WEEKS
            yield Era(self._script.weeks.first - timedelta(weeks=left), length, group)
            group, left = group + len(self._groups), left - length

    def _casts(self) -> Iterator[Sequence[int]]:
        """The people of one group after the other, in the order of the groups, for ever.

        Other people fill a whole activity at a time, so that nobody is in two groups at once.
        """
        at = 0
        while True:
            by_activity: dict[str, Sequence[int]] = {}
            for n, group in enumerate(self._groups, start=1):
                if not self._others:
                    yield [
                        self._book.people[m.person.code]
                        for m in self._book.members[n]
                        if m.person.starts is None and m.person.ends is None
                    ]
                    continue
                if group.activity not in by_activity:
                    size = min(CAST if self._usual(group) else ROUND_CAST, len(self._others))
                    by_activity[group.activity] = [
                        self._others[(at + k) % len(self._others)] for k in range(size)
                    ]
                    at += size
                yield by_activity[group.activity]

    def _usual(self, group: Group) -> bool:
        return any(task.usual for task in self._book.library[group.activity].tasks)

    def _person(self, number: int) -> Iterator[rows.DemoRow]:
        called, family = invented(number)
        born = date(1950, 1, 1) + timedelta(days=number * 2711 % 19_000)
        code, full = f"P{number:02}", f"{called} {family}"
        begun = self._eras[0].first if self._eras else self._script.weeks.first
        yield profile_rows.Participant(
            id=number,
            code=code,
            called=called,
            full=full,
            rest=family,
            native="",
            sort_name=f"{family}, {called}",
            birth_date=born.isoformat(),
            language="de",
            interpreter=False,
            print_language="",
            active=True,
            search=search_key((called, full, family, code)),
        )
        yield profile_rows.Episode(number, number, begun.isoformat(), None, "", None)

    def _era_groups(self, era: Era, members: Sequence[Sequence[int]]) -> Iterator[rows.DemoRow]:
        for n, g in enumerate(self._groups):
            number = era.first_group + n
            yield rows.Group(
                id=number,
                activity_id=self._book.activities[g.activity],
                name=self._book.library[g.activity].parts.get(g.part, ""),
                weekday=g.weekday,
                start=f"{g.start:%H:%M}",
                end=f"{g.end:%H:%M}",
                every_weeks=1,
                from_date=era.first.isoformat(),
                to_date=era.last.isoformat(),
                room_id=self._book.rooms.get(g.room),
                place=g.place,
            )
            for position, code in enumerate(g.staff):
                staff = self._book.facilitators[code]
                role = "assist" if position else "lead"
                yield rows.GroupFacilitator(next(self._group_staff), number, staff, position, role)
            for person in members[n]:
                yield rows.Membership(
                    next(self._membership),
                    number,
                    person,
                    era.first.isoformat(),
                    era.last.isoformat(),
                )

    def _session(
        self, group_id: int, group: Group, day: date, people: Sequence[int]
    ) -> Iterator[rows.DemoRow]:
        number, start = next(self._ids.session), f"{group.start:%H:%M}"
        statuses = [self._status() for _person in people]
        came = [p for p, status in zip(people, statuses, strict=True) if status in ATTENDED]
        yield rows.Session(
            id=number,
            group_id=group_id,
            activity_id=self._book.activities[group.activity],
            title=self._book.library[group.activity].parts.get(group.part, ""),
            date=day.isoformat(),
            start=start,
            end=f"{group.end:%H:%M}",
            room_id=self._book.rooms.get(group.room),
            place=group.place,
            status="held",
            reason="",
            decided_at=f"{day.isoformat()}T{group.end:%H:%M}:00Z",
            register_taken=True,
            all_present=False,
            expected_count=sum(status not in NOT_EXPECTED for status in statuses),
            attended_count=len(came),
            recorded_count=len(people),
            register_count=len(people),
            series_date=day.isoformat(),
        )
        for position, code in enumerate(group.staff):
            staff = self._book.facilitators[code]
            yield rows.SessionFacilitator(next(self._ids.staff), number, staff, position)
        begins = f"{day.isoformat()}T{start}"
        for person, status in zip(people, statuses, strict=True):
            yield self._attendance(number, person, status, begins)
        yield from self._tasks(number, group, came)

    def _attendance(self, session: int, person: int, status: str, start: str) -> rows.Attendance:
        came = status == "P"
        late = 10 if came and self._random() < 0.05 else None
        taking_part = int(self._random() * 5) if came else None
        return rows.Attendance(
            next(self._ids.attendance),
            session,
            person,
            status,
            late,
            None,
            None,
            None,
            False,
            None,
            taking_part,
            None,
            None,
            start,
        )

    def _tasks(self, session: int, group: Group, came: Sequence[int]) -> Iterator[rows.DemoRow]:
        usual = (task for task in self._book.library[group.activity].tasks if task.usual)
        for position, task in enumerate(usual):
            number = next(self._ids.task)
            yield rows.SessionTask(number, session, position, task.name, self._book.tasks[task.code])
            for person in came:
                level = 1 + int(self._random() * 6)
                yield rows.Result(next(self._ids.result), number, person, "done", level, None)

    def _status(self) -> str:
        if self._random() < 0.82:
            return "P"
        return STATUSES[int(self._random() * len(STATUSES))]
