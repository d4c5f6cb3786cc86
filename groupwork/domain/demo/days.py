"""The sessions of the term with their registers, tasks and results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from groupwork.domain.demo import rows
from groupwork.domain.demo.book import Book
from groupwork.domain.demo.marks import Drawn, Marks, Slot, absence_on
from groupwork.domain.demo.quantities import made
from groupwork.domain.demo.results import Found, Results
from groupwork.domain.demo.script import Group, OpenRegister, Person, ProjectDay, Task

ATTENDED = ("P", "W")
NOT_EXPECTED = ("H", "V", "N", "W")


@dataclass(frozen=True)
class Play:
    """Where the demo stands: its moment, and the last day that is recorded."""

    now: datetime
    recorded_to: date
    default: bool
    """True for the demo without a wish of its own: two open registers and two clashes."""


@dataclass
class Ids:
    """The next id of each table that grows with sessions."""

    session: Iterator[int] = field(default_factory=lambda: count(1))
    staff: Iterator[int] = field(default_factory=lambda: count(1))
    task: Iterator[int] = field(default_factory=lambda: count(1))
    attendance: Iterator[int] = field(default_factory=lambda: count(1))
    result: Iterator[int] = field(default_factory=lambda: count(1))


@dataclass(frozen=True)
class Block:
    """One session on its day."""

    id: int
    group_id: int
    group: Group
    day: date
    week: int

    @property
    def key(self) -> str:
        """Names the block among those of a week."""
        return f"{self.group.weekday}{self.group.start:%H%M}{self.group.activity}"


class Days:
    """Draws the term, session by session."""

    def __init__(self, book: Book, play: Play, ids: Ids) -> None:
        self._book, self._script, self._play, self._ids = book, book.script, play, ids
        self._marks, self._results = Marks(self._script.seed), Results(self._script.seed)
        self._zone = ZoneInfo(self._script.time_zone)
        self._project = {(d.day, d.activity): d for d in self._script.project_days}
        closed = enumerate(self._script.closures, start=1)
        self._closure = {c.first: n for n, c in closed if not c.room}
        self._task = {t.code: t for a in self._script.activities for t in a.tasks}

    def every_row(self) -> Iterator[rows.DemoRow]:
        """Every session of the term in the order of time, and the talk of the deliberate clash."""
        weeks = self._script.weeks
        for week in range(1, weeks.count + 1):
            for group_id, group in sorted(
                enumerate(self._script.groups, start=1), key=lambda g: (g[1].weekday, g[1].start, g[0])
            ):
                day = weeks.day(week, group.weekday)
                yield from self._session(Block(next(self._ids.session), group_id, group, day, week))
        if self._play.default:
            yield from self._talk()

    def _session(self, block: Block) -> Iterator[rows.DemoRow]:
        reason = self._script.closed_days.get(block.day, "")
        left_open = self._left_open(block)
        taken = not reason and block.day <= self._play.recorded_to
        marks = list(self._register(block, left_open)) if taken else []
        status = "not_held" if reason else "planned"
        if any(drawn.status and drawn.absence is None for _person, drawn in marks):
            status = "held"
        yield self._row(block, status, reason, marks)
        for position, code in enumerate(block.group.staff):
            staff = self._book.facilitators[code]
            yield rows.SessionFacilitator(next(self._ids.staff), block.id, staff, position)
        tasks = self._tasks(block, reason)
        task_ids = {task.code: next(self._ids.task) for task in tasks}
        for position, task in enumerate(tasks):
            library = self._book.tasks[task.code]
            yield rows.SessionTask(task_ids[task.code], block.id, position, task.name, library)
        for person, drawn in marks:
            yield self._attendance(block, person, drawn)
        came = [person for person, drawn in marks if drawn.status in ATTENDED]
        for (code, person_code), found in self._done(block, tasks, came):
            number, person_id = next(self._ids.result), self._book.people[person_code]
            counted = made(self._script.seed, code, person_code, block.id, found[0])
            yield rows.Result(number, task_ids[code], person_id, *found, *counted)

    def _register(self, block: Block, left_open: OpenRegister | None) -> Iterator[tuple[Person, Drawn]]:
        """Who was expected with their marks, then who walked in."""
        activity = self._book.library[block.group.activity]
        start = f"{block.group.start:%H:%M}"
        slot = Slot(block.day, block.week, start, block.group.minutes, activity.records_mood)
        for member in self._book.members[block.group_id]:
            if member.covers(block.day):
                person = member.person
                blank = left_open is not None and (not left_open.blank or person.code in left_open.blank)
                if blank and absence_on(person, block.day) is None:
                    yield person, Drawn()
                else:
                    yield person, self._marks.of(person, slot)
        for person in self._script.people:
            if (block.day, block.group.activity) in person.walk_ins:
                yield person, self._marks.walk_in(person, slot)

    def _left_open(self, block: Block) -> OpenRegister | None:
        if not self._play.default or block.week != self._script.weeks.week(self._play.now.date()):
            return None
        at = (block.group.weekday, block.group.activity)
        return next((o for o in self._script.open_registers if (o.weekday, o.activity) == at), None)

    def _row(
        self, block: Block, status: str, reason: str, marks: Sequence[tuple[Person, Drawn]]
    ) -> rows.Session:
        statuses = [drawn.status for _person, drawn in marks]
        room = block.group.room
        activity, day, to = self._script.moved
        if self._play.default and (block.group.activity, block.day) == (activity, day):
            room = to
        return rows.Session(
            id=block.id,
            group_id=block.group_id,
            activity_id=self._book.activities[block.group.activity],
            title=self._book.library[block.group.activity].parts.get(block.group.part, ""),
            date=block.day.isoformat(),
            start=f"{block.group.start:%H:%M}",
            end=f"{block.group.end:%H:%M}",
            room_id=self._book.rooms.get(room),
            place=block.group.place,
            status=status,
            reason=reason,
            decided_at=self._decided(block, status),
            register_taken=bool(marks),
            all_present=False,
            expected_count=sum(d.status not in NOT_EXPECTED and not d.absence for _p, d in marks),
            attended_count=sum(s in ATTENDED for s in statuses),
            recorded_count=sum(s is not None for s in statuses),
            register_count=len(statuses),
            closure_id=self._closure.get(block.day) if reason else None,
            series_date=block.day.isoformat(),
        )

    def _decided(self, block: Block, status: str) -> str | None:
        """A session is recorded when it ends; a closure is known a week ahead."""
        if status == "planned":
            return None
        at = datetime.combine(block.day, block.group.end)
        if status == "not_held":
            at = datetime.combine(min(block.day, self._play.now.date()) - timedelta(days=7), time(16, 0))
        return utc(at, self._zone)

    def _tasks(self, block: Block, reason: str) -> list[Task]:
        usual = [task for task in self._book.library[block.group.activity].tasks if task.usual]
        extra = self._project_day(block)
        return usual + [self._task[code] for code in extra.tasks] if extra and not reason else usual

    def _project_day(self, block: Block) -> ProjectDay | None:
        return self._project.get((block.day, block.group.activity))

    def _done(
        self, block: Block, tasks: Sequence[Task], came: Sequence[Person]
    ) -> Iterator[tuple[tuple[str, str], Found]]:
        for person in came:
            for task in tasks:
                found = self._results.usual(person, block.week, task, block.key) if task.usual else None
                if found is not None:
                    yield (task.code, person.code), found
        extra = self._project_day(block)
        if extra and came:
            crewed = [task for task in tasks if not task.usual]
            yield from self._results.crew(came, block.week, crewed, extra.part, block.id).items()

    def _attendance(self, block: Block, person: Person, drawn: Drawn) -> rows.Attendance:
        absence = drawn.absence
        return rows.Attendance(
            id=next(self._ids.attendance),
            session_id=block.id,
            participant_id=self._book.people[person.code],
            status=drawn.status,
            late_min=drawn.late,
            early_min=drawn.early,
            minutes=drawn.minutes,
            told_at=drawn.told.isoformat() if drawn.told else None,
            planned=absence is not None,
            absence_id=self._book.absence_id(person, absence.first) if absence else None,
            participation=drawn.participation,
            mood_before=drawn.mood[0],
            mood_after=drawn.mood[1],
            start=f"{block.day.isoformat()}T{block.group.start:%H:%M}",
        )

    def _talk(self) -> Iterator[rows.DemoRow]:
        talk = self._script.talk
        number = next(self._ids.session)
        yield rows.Session(
            id=number,
            group_id=None,
            activity_id=self._book.activities[talk.activity],
            title=talk.title,
            date=talk.day.isoformat(),
            start=f"{talk.start:%H:%M}",
            end=f"{talk.end:%H:%M}",
            room_id=self._book.rooms[talk.room],
            place="",
            status="planned",
            reason="",
            decided_at=None,
            register_taken=False,
            all_present=False,
            expected_count=0,
            attended_count=0,
            recorded_count=0,
            register_count=0,
        )
        for position, code in enumerate(talk.staff):
            staff = self._book.facilitators[code]
            yield rows.SessionFacilitator(next(self._ids.staff), number, staff, position)
        for n, code in enumerate(talk.people, start=1):
            yield rows.SessionInvite(n, number, self._book.people[code])


def utc(local: datetime, zone: ZoneInfo) -> str:
    """A local wall time as a stored instant."""
    return local.replace(tzinfo=zone).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
