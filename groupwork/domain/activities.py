"""Activities of the library: what is done, in which parts, with what, and what can go wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from groupwork.domain.ids import ActivityId, GroupId, SessionId
from groupwork.domain.sessions import Category, SessionStatus
from groupwork.i18n import N_


class PartKind(StrEnum):
    """What an activity consists of, each in an order of its own."""

    PHASE = "phase"
    TASK = "task"
    MATERIAL = "material"
    HAZARD = "hazard"


class Permission(StrEnum):
    """What a tool asks of the one who takes it."""

    FREE = "free"
    SHOWN = "shown"
    WATCHED = "watched"
    STAFF = "staff"


PERMISSION_LABELS: dict[Permission, str] = {
    Permission.FREE: N_("free to use"),
    Permission.SHOWN: N_("once shown how"),
    Permission.WATCHED: N_("with somebody watching"),
    Permission.STAFF: N_("staff only"),
}


class HazardLevel(StrEnum):
    """How much care an activity asks for as a whole."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


HAZARD_LABELS: dict[HazardLevel, str] = {
    HazardLevel.LOW: N_("low"),
    HazardLevel.MEDIUM: N_("medium"),
    HazardLevel.HIGH: N_("high"),
}


class Method(StrEnum):
    """What an activity works with first; the three methods of German occupational therapy."""

    NONE = ""
    COMPETENCE = "competence"
    EXPRESSION = "expression"
    INTERACTION = "interaction"


METHOD_LABELS: dict[Method, str] = {
    Method.NONE: N_("not said"),
    Method.COMPETENCE: N_("competence-centred"),
    Method.EXPRESSION: N_("expression-centred"),
    Method.INTERACTION: N_("interaction-centred"),
}


@dataclass(frozen=True)
class Phase:
    """A part of the plan with its minutes; `words` say what happens."""

    id: int
    name: str
    minutes: int
    words: str = ""


@dataclass(frozen=True)
class LibraryTask:
    """A task with its grading. `usual`: every new session begins with it."""

    id: int
    name: str
    easier: str = ""
    harder: str = ""
    usual: bool = True


@dataclass(frozen=True)
class Material:
    """Something that is needed; a `tool` may ask for a permission."""

    id: int
    name: str
    quantity: str = ""
    tool: bool = False
    permission: Permission = Permission.FREE


@dataclass(frozen=True)
class Hazard:
    """What can go wrong, and what is done about it."""

    id: int
    hazard: str
    control: str = ""


Part = Phase | LibraryTask | Material | Hazard


@dataclass(frozen=True)
class ActivityLine:
    """An activity in the list. `groups` run it now or later; None means "not said"."""

    id: ActivityId
    code: str
    name: str
    short: str
    category: Category
    minutes: int
    min_people: int | None = None
    max_people: int | None = None
    staff: int = 1
    people_per_staff: int | None = None
    hazard: HazardLevel = HazardLevel.LOW
    active: bool = True
    example: str = ""
    groups: int = 0


@dataclass(frozen=True)
class GroupUse:
    """A group that runs the activity. `weekday` 0 is Monday."""

    id: GroupId
    name: str
    weekday: int
    start: time
    end: time
    place: str
    ended: bool = False


@dataclass(frozen=True)
class SessionUse:
    """One of the last sessions, with how many were there."""

    id: SessionId
    date: date
    start: time
    end: time
    title: str
    status: SessionStatus
    attended: int


@dataclass(frozen=True)
class ActivityInfo:
    """An activity in full."""

    line: ActivityLine
    aims: str = ""
    method: str = ""
    off_site: bool = False
    records_mood: bool = False
    phases: tuple[Phase, ...] = ()
    tasks: tuple[LibraryTask, ...] = ()
    materials: tuple[Material, ...] = ()
    hazards: tuple[Hazard, ...] = ()
    groups: tuple[GroupUse, ...] = ()
    last: tuple[SessionUse, ...] = ()
    behind: tuple[SessionId, ...] = ()
    """Coming sessions without results whose tasks are not those of the library."""

    @property
    def id(self) -> ActivityId:
        """The activity's id."""
        return self.line.id

    def parts(self, kind: PartKind) -> tuple[Part, ...]:
        """The parts of one kind in their order."""
        found: dict[PartKind, tuple[Part, ...]] = {
            PartKind.PHASE: self.phases,
            PartKind.TASK: self.tasks,
            PartKind.MATERIAL: self.materials,
            PartKind.HAZARD: self.hazards,
        }
        return found[kind]


def minutes_left(minutes: int, phases: Sequence[Phase]) -> int:
    """Minutes of the activity that no phase has yet; negative when the phases are longer than it."""
    return minutes - sum(phase.minutes for phase in phases)


def needed_staff(least: int, people_per_staff: int | None, people: int) -> int:
    """How many facilitators so many people need: at least `least`, and one for each started share."""
    if not people_per_staff:
        return least
    return max(least, -(-people // people_per_staff))
