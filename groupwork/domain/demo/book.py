"""The rows that stand for the term: people, places, library, groups and who belongs to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from groupwork.domain.demo import profile_rows, rows
from groupwork.domain.demo.library import part_rows
from groupwork.domain.demo.profiles import Profile, participant_columns, stay_columns
from groupwork.domain.demo.script import Group, Person, Script
from groupwork.domain.search import search_key


@dataclass(frozen=True)
class Member:
    """A person in a group, from a day to a day (or on)."""

    person: Person
    first: date
    last: date | None

    def covers(self, day: date) -> bool:
        """True when the membership is valid on the day."""
        return self.first <= day and (self.last is None or day <= self.last)


class Book:
    """Every code of the description with its row's id."""

    def __init__(self, script: Script, facilitators: Mapping[str, int]) -> None:
        """`facilitators` are the ids of the facilitators by code."""
        self.script = script
        self.facilitators = facilitators
        self.rooms = _numbered(room.code for room in script.rooms)
        self.activities = _numbered(activity.code for activity in script.activities)
        self.people = _numbered(person.code for person in script.people)
        self.library = {activity.code: activity for activity in script.activities}
        self.tasks = _numbered(task.code for activity in script.activities for task in activity.tasks)
        self.members = {n: tuple(self._members(group)) for n, group in enumerate(script.groups, start=1)}
        self._absence_ids = _numbered(
            f"{person.code}/{absence.first}" for person in script.people for absence in person.absences
        )

    def absence_id(self, person: Person, first: date) -> int:
        """The id of the planned absence that begins on that day."""
        return self._absence_ids[f"{person.code}/{first}"]

    def every_row(self) -> Iterator[rows.DemoRow]:
        """Everything that is not a session, parents before children."""
        yield from self._places()
        yield from self._library()
        yield from self._groups()
        yield from self._people()
        yield from self._memberships()

    def _places(self) -> Iterator[rows.DemoRow]:
        for room in self.script.rooms:
            yield rows.Room(self.rooms[room.code], room.code, room.name, room.capacity, room.note)

    def _library(self) -> Iterator[rows.DemoRow]:
        for a in self.script.activities:
            yield rows.Activity(
                self.activities[a.code],
                a.code,
                a.name,
                a.short,
                a.category,
                a.minutes,
                a.min_people,
                a.max_people,
                a.staff,
                a.method,
                a.hazard,
                a.off_site,
                a.records_mood,
                people_per_staff=a.people_per_staff,
                aims=a.like.aims if a.like else "",
                example=a.like.key if a.like else "",
            )
            for position, task in enumerate(a.tasks):
                yield rows.ActivityTask(
                    self.tasks[task.code],
                    self.activities[a.code],
                    position,
                    task.name,
                    task.usual,
                    task.easier,
                    task.harder,
                )
        yield from part_rows([(self.activities[a.code], a) for a in self.script.activities])
        for n, c in enumerate(self.script.closures, start=1):
            room, allowed = self.rooms.get(c.room), self.activities.get(c.allowed)
            yield rows.Closure(n, c.first.isoformat(), c.last.isoformat(), c.name, room, allowed)

    def _groups(self) -> Iterator[rows.DemoRow]:
        ids = count(1)
        for n, g in enumerate(self.script.groups, start=1):
            yield rows.Group(
                id=n,
                activity_id=self.activities[g.activity],
                name=self.library[g.activity].parts.get(g.part, ""),
                weekday=g.weekday,
                start=f"{g.start:%H:%M}",
                end=f"{g.end:%H:%M}",
                every_weeks=1,
                from_date=self.script.weeks.first.isoformat(),
                to_date=self.script.weeks.last.isoformat(),
                room_id=self.rooms.get(g.room),
                place=g.place,
            )
            for position, code in enumerate(g.staff):
                role = "assist" if position else "lead"
                yield rows.GroupFacilitator(next(ids), n, self.facilitators[code], position, role)

    def _people(self) -> Iterator[rows.DemoRow]:
        alerts, absences = count(1), count(1)
        for p in self.script.people:
            person = self.people[p.code]
            profile = self.script.profiles.get(p.code, Profile())
            named = profile_rows.Participant(
                id=person,
                code=p.code,
                called=p.called,
                full=p.full,
                rest=p.rest,
                native=p.native,
                sort_name=p.sort_name,
                birth_date=p.birth_date.isoformat(),
                language=p.language,
                interpreter=p.interpreter,
                print_language="",
                active=True,
                search=search_key((p.called, p.full, p.rest, p.native, p.code)),
            )
            columns = participant_columns(p.full, p.called, profile, self.facilitators)
            yield profile_rows.Participant(**{**named._asdict(), **columns})
            stay = self._episode(person, p)
            yield profile_rows.Episode(**{**stay._asdict(), **stay_columns(profile)})
            for kind, words, printed in p.alerts:
                yield rows.Alert(next(alerts), person, kind, words, printed)
            for a in p.absences:
                told = a.told.isoformat() if a.told else None
                yield rows.PlannedAbsence(
                    next(absences),
                    person,
                    a.first.isoformat(),
                    a.last.isoformat(),
                    a.status,
                    a.words,
                    told,
                )

    def _episode(self, number: int, person: Person) -> profile_rows.Episode:
        """Those who did not begin in the term came at different times in the two years before."""
        start = person.starts or self.script.weeks.first - timedelta(days=7 * (2 + number * 37 % 95))
        end = person.ends.isoformat() if person.ends else None
        reason, planned = person.end_reason, person.planned_end
        return profile_rows.Episode(number, number, start.isoformat(), end, reason, planned)

    def _memberships(self) -> Iterator[rows.DemoRow]:
        ids = count(1)
        for group, members in self.members.items():
            for m in members:
                last = m.last.isoformat() if m.last else None
                yield rows.Membership(next(ids), group, self.people[m.person.code], m.first.isoformat(), last)

    def _members(self, group: Group) -> Iterator[Member]:
        for person in self.script.people:
            for enrolled in person.enrolled:
                where, _at, week = enrolled.partition("@")
                if _belongs(where, group):
                    first = person.starts or self.script.weeks.first
                    if week:
                        first = self.script.weeks.day(int(week), 0)
                    yield Member(person, first, person.ends)


def _numbered(codes: Iterator[str]) -> dict[str, int]:
    return {code: n for n, code in enumerate(codes, start=1)}


def _belongs(where: str, group: Group) -> bool:
    """ "A10" is every time of it, "A10-3" one weekday, "A14-4-morning" one part of a weekday."""
    activity, *rest = where.split("-")
    if activity != group.activity:
        return False
    if rest and int(rest[0]) != group.weekday:
        return False
    return len(rest) < 2 or rest[1] == group.part
