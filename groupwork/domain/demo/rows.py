"""The rows of a demo centre by table: field names are the columns', values are plain and ready to store."""

from __future__ import annotations

from typing import NamedTuple

from groupwork.domain.demo.profile_rows import Consent, Contact, Episode, Participant, Trait


class Facilitator(NamedTuple):
    """Table facilitator."""

    id: int
    code: str
    name: str
    role: str
    active: bool = True


class Room(NamedTuple):
    """Table room."""

    id: int
    code: str
    name: str
    capacity: int
    note: str


class Activity(NamedTuple):
    """Table activity."""

    id: int
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
    active: bool = True
    people_per_staff: int | None = None
    aims: str = ""
    example: str = ""


class ActivityTask(NamedTuple):
    """Table activity_task."""

    id: int
    activity_id: int
    position: int
    name: str
    usual: bool
    easier: str = ""
    harder: str = ""


class ActivityPhase(NamedTuple):
    """Table activity_phase."""

    id: int
    activity_id: int
    position: int
    name: str
    minutes: int
    words: str


class ActivityMaterial(NamedTuple):
    """Table activity_material."""

    id: int
    activity_id: int
    position: int
    name: str
    quantity: str
    tool: bool
    permission: str


class ActivityHazard(NamedTuple):
    """Table activity_hazard."""

    id: int
    activity_id: int
    position: int
    hazard: str
    control: str


class Group(NamedTuple):
    """Table group_."""

    id: int
    activity_id: int
    name: str
    weekday: int
    start: str
    end: str
    every_weeks: int
    from_date: str
    to_date: str
    room_id: int | None
    place: str
    all_present: bool = False


class GroupFacilitator(NamedTuple):
    """Table group_facilitator."""

    id: int
    group_id: int
    facilitator_id: int
    position: int
    role: str = "lead"


class Alert(NamedTuple):
    """Table alert."""

    id: int
    participant_id: int
    kind: str
    words: str
    printed: bool


class Membership(NamedTuple):
    """Table membership."""

    id: int
    group_id: int
    participant_id: int
    from_date: str
    to_date: str | None


class Waiting(NamedTuple):
    """Table waiting."""

    id: int
    group_id: int
    participant_id: int
    since: str
    words: str
    ended: str | None
    outcome: str


class PlannedAbsence(NamedTuple):
    """Table planned_absence."""

    id: int
    participant_id: int
    from_date: str
    to_date: str
    status: str
    words: str
    told_at: str | None


class Closure(NamedTuple):
    """Table closure."""

    id: int
    from_date: str
    to_date: str
    name: str
    room_id: int | None
    allowed_activity_id: int | None


class Session(NamedTuple):
    """Table session, with its derived counts."""

    id: int
    group_id: int | None
    activity_id: int
    title: str
    date: str
    start: str
    end: str
    room_id: int | None
    place: str
    status: str
    reason: str
    decided_at: str | None
    register_taken: bool
    all_present: bool
    expected_count: int
    attended_count: int
    recorded_count: int
    register_count: int
    closure_id: int | None = None
    series_date: str | None = None
    next_time: str = ""


class SessionFacilitator(NamedTuple):
    """Table session_facilitator."""

    id: int
    session_id: int
    facilitator_id: int
    position: int


class SessionInvite(NamedTuple):
    """Table session_invite."""

    id: int
    session_id: int
    participant_id: int


class SessionTask(NamedTuple):
    """Table session_task."""

    id: int
    session_id: int
    position: int
    name: str
    activity_task_id: int


class Attendance(NamedTuple):
    """Table attendance, with its derived start."""

    id: int
    session_id: int
    participant_id: int
    status: str | None
    late_min: int | None
    early_min: int | None
    minutes: int | None
    told_at: str | None
    planned: bool
    absence_id: int | None
    participation: int | None
    mood_before: int | None
    mood_after: int | None
    start: str
    reason: str = ""


class Result(NamedTuple):
    """Table result."""

    id: int
    task_id: int
    participant_id: int
    outcome: str
    level: int | None
    reason: str | None
    quantity: int | None = None
    minutes: int | None = None


DemoRow = (
    Facilitator
    | Room
    | Activity
    | ActivityTask
    | ActivityPhase
    | ActivityMaterial
    | ActivityHazard
    | Group
    | GroupFacilitator
    | Participant
    | Alert
    | Episode
    | Membership
    | Waiting
    | PlannedAbsence
    | Closure
    | Session
    | SessionFacilitator
    | SessionInvite
    | SessionTask
    | Attendance
    | Result
    | Contact
    | Trait
    | Consent
)
