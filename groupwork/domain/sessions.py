"""Sessions: one block on the calendar, planned, held or not held."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from groupwork.domain.ids import ActivityId, GroupId, RoomId, SessionId
from groupwork.domain.people import StaffBrief
from groupwork.i18n import N_


class SessionStatus(StrEnum):
    """A session becomes held by its first attended mark or by "Held"; time alone never does it."""

    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"


STATUS_LABELS: dict[SessionStatus, str] = {
    SessionStatus.PLANNED: N_("planned"),
    SessionStatus.HELD: N_("held"),
    SessionStatus.NOT_HELD: N_("not held"),
}

NOT_HELD_REASONS: tuple[str, ...] = (
    N_("Facilitator ill"),
    N_("Staff training day"),
    N_("Room not usable"),
    N_("Nobody came"),
    N_("Outing instead"),
)
"""The usual reasons why a session does not take place, offered wherever it is asked."""


class Category(StrEnum):
    """The eight categories of LOOK.md; icon and band pattern carry them, the hue only helps."""

    CRAFT = "craft"
    ART = "art"
    PROJECT = "project"
    DAILY = "daily"
    WORK = "work"
    TALK = "talk"
    WELLBEING = "wellbeing"
    COMMUNITY = "community"


CATEGORY_LABELS: dict[Category, str] = {
    Category.CRAFT: N_("craft"),
    Category.ART: N_("art"),
    Category.PROJECT: N_("project"),
    Category.DAILY: N_("daily living"),
    Category.WORK: N_("work"),
    Category.TALK: N_("talk"),
    Category.WELLBEING: N_("well-being"),
    Category.COMMUNITY: N_("community"),
}


@dataclass(frozen=True)
class Number:
    """ "Session 13 of 23": counted over all groups of the activity in the term, lost ones left out."""

    n: int
    of: int
    lost: int = 0


@dataclass(frozen=True)
class Away:
    """Somebody known to be away from a coming session."""

    name: str
    status: str
    label: str = ""
    """What the centre calls the status; empty where it keeps our word."""


@dataclass(frozen=True)
class SessionInfo:
    """A session as every screen, sheet and command sees it. Times are local wall time."""

    id: SessionId
    date: date
    start: time
    end: time
    activity: ActivityId
    title: str
    """What is shown: the activity's name, or the one-off's own title."""
    short: str
    category: Category
    status: SessionStatus
    group: GroupId | None = None
    group_name: str = ""
    room: RoomId | None = None
    room_name: str = ""
    """The room's name, or the off-site place's."""
    off_site: bool = False
    staff: tuple[StaffBrief, ...] = ()
    reason: str = ""
    """Why it was not held; the words somebody typed or the closure's name."""
    number: Number | None = None
    expected: int = 0
    """People on the register (or who would be on it) minus those known away (H, V, N, planned)."""
    attended: int = 0
    """People who were there, walk-ins included; 0 when it was not held, whatever marks it kept."""
    recorded: int = 0
    """Marks that are recorded, walk-ins included."""
    on_register: int = 0
    available: int = 0
    """Booked people who could have come, not recorded ones included: the N of "n of N came"."""
    walk_ins: int = 0
    away: tuple[Away, ...] = ()
    alerts: int = 0
    """People on the register with at least one alert."""
    register_taken: bool = False
    """True once the snapshot of who was expected is stored."""

    @property
    def starts(self) -> datetime:
        """Local wall time of the start."""
        return datetime.combine(self.date, self.start)

    @property
    def ends(self) -> datetime:
        """Local wall time of the end."""
        return datetime.combine(self.date, self.end)

    @property
    def planned_minutes(self) -> int:
        """Length in minutes."""
        return int((self.ends - self.starts).total_seconds()) // 60

    def is_open(self, now: datetime) -> bool:
        """True for a past session whose register is missing or has blanks: "still open"."""
        if self.ends > now or self.status is SessionStatus.NOT_HELD:
            return False
        return self.status is SessionStatus.PLANNED or self.recorded < self.on_register


@dataclass(frozen=True)
class DayInfo:
    """One day of the schedule: its sessions and what closes it."""

    date: date
    sessions: tuple[SessionInfo, ...] = field(default=())
    closure: str = ""
    week_of_term: tuple[int, int] | None = None
    """ "Week 7 of 12", or None outside a term."""
