"""A session's plan as somebody needs it who stands in the room: what to know, what to do, with what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from groupwork.domain.activities import Hazard, HazardLevel, LibraryTask, Material, Phase
from groupwork.domain.groups import StaffRole
from groupwork.domain.ids import ActivityId, GroupId, ParticipantId, SessionId
from groupwork.domain.logo import Logo
from groupwork.domain.people import AlertKind, PersonName
from groupwork.domain.sessions import Category, Number
from groupwork.domain.signs import Signs
from groupwork.domain.text import clean_line

MOST_NEXT_TIME = 300
"""Characters of the line for next time: more belongs into the group note."""


@dataclass(frozen=True)
class KnowLine:
    """Something to know about somebody who is expected. `away`: known not to come."""

    participant: ParticipantId
    name: PersonName
    kind: AlertKind
    words: str
    printed: bool = True
    away: bool = False


@dataclass(frozen=True)
class AwayLine:
    """Somebody known not to come: the status, what was said with it, and until when."""

    participant: ParticipantId
    name: PersonName
    status: str
    words: str = ""
    until: date | None = None


@dataclass(frozen=True)
class TimedPhase:
    """A phase with the clock times it has in this session. `late`: it ends after the session."""

    phase: Phase
    start: time
    end: time
    late: bool = False


@dataclass(frozen=True)
class PlanStaff:
    """Somebody who runs the session. `part` is None for one who is not in the group's own staff."""

    name: str
    profession: str = ""
    part: StaffRole | None = None


@dataclass(frozen=True)
class DoneTask:
    """A task of last time: how many did it, of how many who have a result; not offered left out."""

    name: str
    done: int
    of: int


@dataclass(frozen=True)
class LastTime:
    """What the session before was. `came` of `available` booked people; `there` counts walk-ins too."""

    session: SessionId
    date: date
    title: str
    came: int
    available: int
    there: int
    tasks: tuple[DoneTask, ...] = ()
    events: str = ""
    """From its group note; empty for everybody who may not read notes."""


@dataclass(frozen=True)
class Said:
    """The line for next time that an earlier session left."""

    words: str
    date: date
    session: SessionId


@dataclass(frozen=True)
class SessionPlan:
    """Everything to know before and during a session. Times are local wall time."""

    session: SessionId
    title: str
    category: Category
    date: date
    start: time
    end: time
    place: str
    activity: ActivityId
    group: GroupId | None
    aims: str
    hazard: HazardLevel
    know: tuple[KnowLine, ...]
    away: tuple[AwayLine, ...]
    phases: tuple[TimedPhase, ...]
    tasks: tuple[LibraryTask, ...]
    materials: tuple[Material, ...]
    hazards: tuple[Hazard, ...]
    staff: tuple[PlanStaff, ...]
    said: Said | None
    last: LastTime | None
    next_time: str
    expected: int = 0
    """People on the register, or who would be on it, minus those known away."""

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return _minutes(self.date, self.start, self.end)

    @property
    def planned_minutes(self) -> int:
        """Minutes that the phases have together."""
        return sum(each.phase.minutes for each in self.phases)

    @property
    def planned(self) -> bool:
        """Whether the activity says anything about how it is done."""
        return bool(self.phases or self.materials or self.hazards or self.aims)


def timed(phases: Sequence[Phase], day: date, start: time, end: time) -> tuple[TimedPhase, ...]:
    """The phases one after the other from the session's start; past midnight nothing goes on."""
    at, close = datetime.combine(day, start), datetime.combine(day, end)
    last = datetime.combine(day, time(23, 59))
    found = []
    for phase in phases:
        over = min(at + timedelta(minutes=phase.minutes), last)
        found.append(TimedPhase(phase, at.time(), over.time(), over > close))
        at = over
    return tuple(found)


def running(phases: Sequence[TimedPhase], now: time) -> TimedPhase | None:
    """The phase of this moment, or None."""
    return next((each for each in phases if each.start <= now < each.end), None)


def clean_next_time(typed: str) -> str:
    """The line for next time as it is stored; empty takes it away. UserError when it is too long."""
    return clean_line(typed, MOST_NEXT_TIME)


def ordered(know: Sequence[KnowLine]) -> tuple[KnowLine, ...]:
    """The most urgent kinds first, people who come before people who are away."""
    urgency = {kind: at for at, kind in enumerate(AlertKind)}
    return tuple(sorted(know, key=lambda line: (line.away, urgency[line.kind], line.name.called.casefold())))


def _minutes(day: date, start: time, end: time) -> int:
    return int((datetime.combine(day, end) - datetime.combine(day, start)).total_seconds()) // 60


@dataclass(frozen=True)
class PlanFacts:
    """What the plan's sheet says."""

    centre: str
    plan: SessionPlan
    printed: datetime
    number: Number | None = None
    signs: Signs | None = None
    """The centre's signs in the sheet's language; None for the language's own."""
    logo: Logo | None = None
    preview: bool = False

    @property
    def know(self) -> tuple[KnowLine, ...]:
        """What may be on paper, of the people who come."""
        return tuple(line for line in self.plan.know if line.printed and not line.away)

    @property
    def kept_off(self) -> int:
        """How many lines about people who come are not for paper."""
        return sum(not line.printed and not line.away for line in self.plan.know)
