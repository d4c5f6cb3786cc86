"""What resources/demo/*.toml says about the demo centre, in one language and moved to its term."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

from groupwork.domain.demo.followed import Followed
from groupwork.domain.demo.incident_texts import Happened
from groupwork.domain.demo.notes_texts import NoteTexts
from groupwork.domain.demo.profiles import Profile
from groupwork.domain.examples import Example
from groupwork.errors import Refused
from groupwork.i18n import N_

FILES = (
    *("centre", "activities", "project", "people", "profiles"),
    *("waiting", "follow_ups", "notes", "incidents", "house"),
)
"""The names of the files, without ".toml"."""
FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2199, 12, 31)
"""Days on which a demo can play."""


@dataclass(frozen=True)
class Weeks:
    """The term in whole weeks, and the day the demo plays on by default."""

    name: str
    first: date
    """The Monday of week 1."""
    count: int
    today: date

    @property
    def last(self) -> date:
        """The Friday of the last week."""
        return self.first + timedelta(days=7 * self.count - 3)

    def week(self, day: date) -> int:
        """1 for the first week; 0 and less before the term."""
        return (day - self.first).days // 7 + 1

    def day(self, week: int, weekday: int) -> date:
        """The day of a week of the term; weekday 0 is Monday."""
        return self.first + timedelta(days=7 * (week - 1) + weekday)


@dataclass(frozen=True)
class Staff:
    """A facilitator with the sign-in they have in the demo."""

    code: str
    name: str
    role: str
    sign_in: str
    may: str
    passphrase: str
    """Public; empty for the lead, who has the file's."""


@dataclass(frozen=True)
class Room:
    """A room."""

    code: str
    name: str
    capacity: int
    note: str


@dataclass(frozen=True)
class Task:
    """A task of an activity; `crew` 0 in a project means that staff alone do it."""

    code: str
    name: str
    usual: bool
    crew: int = 0
    easier: str = ""
    harder: str = ""


@dataclass(frozen=True)
class Activity:
    """An activity of the library; `parts` are the titles of blocks with a name of their own."""

    code: str
    name: str
    short: str
    category: str
    minutes: int
    min_people: int
    max_people: int
    staff: int
    method: str
    hazard: str
    off_site: bool
    records_mood: bool
    parts: Mapping[str, str]
    tasks: tuple[Task, ...]
    like: Example | None = None
    """The example of the library whose aims, phases, materials and hazards it has."""
    people_per_staff: int | None = None


@dataclass(frozen=True)
class Group:
    """An activity at one weekly time; `part` is a key of the activity's parts, or empty."""

    activity: str
    weekday: int
    start: time
    end: time
    room: str
    place: str
    staff: tuple[str, ...]
    part: str

    @property
    def minutes(self) -> int:
        """Length of a session in minutes."""
        return (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute


@dataclass(frozen=True)
class ProjectDay:
    """Extra tasks of one session; those in `part` go on another day."""

    day: date
    activity: str
    tasks: tuple[str, ...]
    part: tuple[str, ...]


@dataclass(frozen=True)
class Absence:
    """A planned absence, both days inclusive."""

    status: str
    first: date
    last: date
    told: date | None
    words: str


@dataclass(frozen=True)
class Rule:
    """A mark the pattern fixes: in these weeks (all when empty), on this weekday (any when None)."""

    weeks: frozenset[int]
    weekday: int | None
    status: str
    late: tuple[int, int] | None


@dataclass(frozen=True)
class Person:
    """A participant with pattern. `ends` and `starts` bound the episode and every membership."""

    code: str
    called: str
    full: str
    rest: str
    native: str
    sort_name: str
    birth_date: date
    language: str
    interpreter: bool
    enrolled: tuple[str, ...]
    alerts: tuple[tuple[str, str, bool], ...]
    """Kind, words, printed."""
    absences: tuple[Absence, ...]
    rules: tuple[Rule, ...]
    chance: tuple[tuple[int, int, int], ...]
    """First week, last week, per cent."""
    participation: tuple[tuple[int, int, int], ...]
    """First week, last week, level."""
    early: tuple[int, int, int] | None
    """Leaves so many minutes early (from, to) when the session is longer than the third number."""
    walk_ins: tuple[tuple[date, str], ...]
    starts: date | None
    ends: date | None
    end_reason: str
    planned_end: bool | None


@dataclass(frozen=True)
class Closed:
    """A closure of the centre, or of a room with one activity allowed; both days inclusive."""

    first: date
    last: date
    name: str
    room: str = ""
    allowed: str = ""


@dataclass(frozen=True)
class OpenRegister:
    """A register of the running week that is left open; without names it is untouched."""

    weekday: int
    activity: str
    blank: tuple[str, ...]


@dataclass(frozen=True)
class Talk:
    """The one-off session of the deliberate clash."""

    activity: str
    day: date
    start: time
    end: time
    room: str
    staff: tuple[str, ...]
    people: tuple[str, ...]
    title: str


@dataclass(frozen=True)
class Wait:
    """Somebody on a waiting list: of a group by activity and weekday ("A05-1")."""

    person: str
    group: str
    since: date
    ended: date | None
    outcome: str
    words: str


@dataclass(frozen=True)
class Script:
    """The whole description."""

    name: str
    time_zone: str
    seed: str
    passphrase: str
    """Public: of the demo that is made without being asked for one."""
    weeks: Weeks
    staff: tuple[Staff, ...]
    rooms: tuple[Room, ...]
    activities: tuple[Activity, ...]
    groups: tuple[Group, ...]
    people: tuple[Person, ...]
    profiles: Mapping[str, Profile]
    """By person's code."""
    closures: tuple[Closed, ...]
    project: str
    project_days: tuple[ProjectDay, ...]
    open_registers: tuple[OpenRegister, ...]
    moved: tuple[str, date, str]
    """Activity, day and room of the session moved into a clash."""
    talk: Talk
    waiting: tuple[Wait, ...] = ()
    follow_ups: tuple[Followed, ...] = ()
    notes: NoteTexts = field(default_factory=NoteTexts)
    incidents: tuple[Happened, ...] = ()

    @property
    def closed_days(self) -> dict[date, str]:
        """Days on which the whole centre is closed, with the reason."""
        return {c.first: c.name for c in self.closures if not c.room}


def weeks_of(centre: Mapping[str, Any], language: str, shift: timedelta) -> Weeks:
    """The term as written, moved by whole weeks."""
    term = centre["term"]
    first = term["first_day"] + shift
    today = first + timedelta(days=7 * (term["today_week"] - 1) + term["today_weekday"])
    return Weeks(term["name"][language], first, term["weeks"], today)


def shift_for(centre: Mapping[str, Any], machine_day: date, until: date | None) -> timedelta:
    """Whole weeks to move the term by.

    Without `until` the demo's today falls into the machine's week; with it the term stays where it is
    written, or, when `until` lies outside, moves so that `until` falls into its last week. Refused in words
    for a day that no centre can have.
    """
    written = weeks_of(centre, "en", timedelta())
    if until is not None and not FIRST_DAY <= until <= LAST_DAY:
        raise Refused(N_("Choose a day from {first} to {last}."), first=FIRST_DAY, last=LAST_DAY)
    if until is None:
        return timedelta(weeks=written.week(machine_day) - written.week(written.today))
    if 1 <= written.week(until) <= written.count:
        return timedelta()
    return timedelta(weeks=written.week(until) - written.count)
