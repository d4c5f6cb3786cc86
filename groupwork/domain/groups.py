"""Groups: one activity at one repeating time, who belongs to it and when (DOMAIN.md "Schedule")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum

from groupwork.domain.ids import (
    ActivityId,
    FacilitatorId,
    GroupId,
    MembershipId,
    ParticipantId,
    RoomId,
    SessionId,
    WaitingId,
)
from groupwork.domain.numbering import GroupCount
from groupwork.domain.people import PersonName
from groupwork.domain.sessions import Category, SessionInfo
from groupwork.errors import Refused
from groupwork.i18n import N_

ENDS_FIRST = N_("The last day lies before the first.")


class StaffRole(StrEnum):
    """As what somebody runs a group."""

    LEAD = "lead"
    ASSIST = "assist"
    STAND_IN = "stand_in"


STAFF_ROLES: dict[StaffRole, str] = {
    StaffRole.LEAD: N_("leads"),
    StaffRole.ASSIST: N_("co-leads"),
    StaffRole.STAND_IN: N_("stands in"),
}


class WaitingOutcome(StrEnum):
    """How waiting ended; the empty one: it has not."""

    OPEN = ""
    JOINED = "joined"
    GIVEN_UP = "given_up"


@dataclass(frozen=True)
class GroupStaff:
    """Somebody who runs a group, and as what."""

    id: FacilitatorId
    code: str
    name: str
    role: StaffRole = StaffRole.LEAD


@dataclass(frozen=True)
class Rhythm:
    """When a group meets: every n weeks on one weekday, or the nth (-1: last) such weekday of a month."""

    weekday: int
    start: time
    end: time
    every_weeks: int = 1
    nth: int | None = None


@dataclass(frozen=True)
class GroupInfo:
    """A group as its page and every list see it.

    `members` counts those of the asked day, or of its first day when it is still to come.
    """

    id: GroupId
    activity: ActivityId
    activity_name: str
    category: Category
    name: str
    """The group's own name; empty where the activity's is enough."""
    rhythm: Rhythm
    from_date: date
    to_date: date | None = None
    short: str = ""
    room: RoomId | None = None
    room_name: str = ""
    """The room's name, or the off-site place's."""
    staff: tuple[GroupStaff, ...] = ()
    members: int = 0
    waiting: int = 0
    least: int | None = None
    """The group's own least number of people, else the activity's; None: no limit. So with `most`."""
    most: int | None = None
    own_least: int | None = None
    own_most: int | None = None
    room_places: int | None = None
    staff_needed: int = 0
    all_present: bool = False
    note: str = ""

    @property
    def title(self) -> str:
        """What the group is called: its own name, else its activity's."""
        return self.name or self.activity_name

    @property
    def off_site(self) -> bool:
        """True when it meets outside the centre."""
        return self.room is None and bool(self.room_name)

    @property
    def places(self) -> int | None:
        """How many fit: the smaller of the group's and the room's number; None: no limit."""
        known = [n for n in (self.most, self.room_places) if n is not None]
        return min(known) if known else None

    def ended(self, on: date) -> bool:
        """True when its last day lies before that day."""
        return self.to_date is not None and self.to_date < on


@dataclass(frozen=True)
class MemberLine:
    """One person's membership of a group, both days inclusive; without a last day it is open."""

    id: MembershipId
    participant: ParticipantId
    code: str
    name: PersonName
    from_date: date
    to_date: date | None = None
    staying: bool = True
    """False when the person's stay at the centre does not cover the day that was asked for."""

    def covers(self, day: date) -> bool:
        """True when the membership holds on the day."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)


@dataclass(frozen=True)
class WaitingLine:
    """Somebody waiting for a place in a group, or who did."""

    id: WaitingId
    participant: ParticipantId
    code: str
    name: PersonName
    since: date
    words: str = ""
    ended: date | None = None
    outcome: WaitingOutcome = WaitingOutcome.OPEN


@dataclass(frozen=True)
class GroupLine:
    """One of a person's groups: the membership and what is needed to say which group and when."""

    id: MembershipId
    group: GroupId
    activity: ActivityId
    name: str
    """The group's own name, else its activity's."""
    category: Category
    rhythm: Rhythm
    room_name: str
    from_date: date
    to_date: date | None = None
    group_to: date | None = None
    """The group's own last day."""

    def covers(self, day: date) -> bool:
        """True when the membership holds on the day."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)


@dataclass(frozen=True)
class GroupWait:
    """A group that a person waits for, or waited for."""

    id: WaitingId
    group: GroupId
    name: str
    category: Category
    rhythm: Rhythm
    since: date
    words: str = ""
    ended: date | None = None
    outcome: WaitingOutcome = WaitingOutcome.OPEN


@dataclass(frozen=True)
class PersonGroups:
    """Everything of one person's groups, by weekday and time; past and coming ones too."""

    memberships: tuple[GroupLine, ...] = ()
    waiting: tuple[GroupWait, ...] = ()


@dataclass(frozen=True)
class PastRegister:
    """A register that was taken before these people joined, and that they are not on."""

    session: SessionId
    date: date
    title: str
    people: tuple[ParticipantId, ...] = ()


@dataclass(frozen=True)
class Span:
    """Days from one to another (inclusive), or without an end."""

    first: date
    last: date | None = None

    def meets(self, other: Span) -> bool:
        """True when they have a day in common."""
        return not (_before(self.last, other.first) or _before(other.last, self.first))


@dataclass(frozen=True)
class GroupPlan:
    """A group as far as two of them can be compared: its rhythm, its days and what it is called."""

    id: GroupId
    name: str
    rhythm: Rhythm
    span: Span
    counted_from: date = field(default=date.min)


@dataclass(frozen=True)
class GroupPage:
    """One group with its sessions of the term (or year) and how far it has come."""

    info: GroupInfo
    sessions: tuple[SessionInfo, ...] = ()
    count: GroupCount | None = None
    next: SessionInfo | None = None
    """The session that runs now or comes next."""


def check_span(first: date, last: date | None) -> None:
    """Refuse days that end before they begin."""
    if last is not None and last < first:
        raise Refused(ENDS_FIRST)


def peak(spans: Iterable[Span], within: Span) -> int:
    """The largest number of these spans that hold on one day within a span."""
    there = [span for span in spans if span.meets(within)]
    days = {within.first, *(max(span.first, within.first) for span in there)}
    return max((sum(span.meets(Span(day, day)) for span in there) for day in days), default=0)


def share_a_time(a: Rhythm, b: Rhythm) -> bool:
    """True when both run at the same time of the same weekday; back-to-back is no clash."""
    return a.weekday == b.weekday and a.start < b.end and b.start < a.end


def common(a: Span, b: Span) -> Span | None:
    """The days that both spans have, or None."""
    if not a.meets(b):
        return None
    lasts = [last for last in (a.last, b.last) if last is not None]
    return Span(max(a.first, b.first), min(lasts) if lasts else None)


def days_before(day: date) -> date:
    """The day before a day."""
    return day - timedelta(days=1)


def _before(last: date | None, first: date) -> bool:
    return last is not None and last < first
