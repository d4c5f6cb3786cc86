"""Clashes: warn, never block; each says what and when (DOMAIN.md "Schedule")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from groupwork.domain.activities import needed_staff
from groupwork.domain.closures import Closure
from groupwork.domain.ids import ActivityId, FacilitatorId, ParticipantId, RoomId, SessionId
from groupwork.i18n import N_


class ClashKind(StrEnum):
    """What clashes."""

    ROOM = "room"
    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    CLOSURE = "closure"
    CAPACITY = "capacity"
    MINIMUM = "minimum"
    STAFF_RATIO = "staff_ratio"
    STAY = "stay"


KIND_LABELS: dict[ClashKind, str] = {
    ClashKind.ROOM: N_("Room"),
    ClashKind.FACILITATOR: N_("Staff"),
    ClashKind.PARTICIPANT: N_("Person"),
    ClashKind.CLOSURE: N_("Closed"),
    ClashKind.CAPACITY: N_("Full"),
    ClashKind.MINIMUM: N_("Too few"),
    ClashKind.STAFF_RATIO: N_("Staff"),
    ClashKind.STAY: N_("No stay"),
}
"""One word for a narrow block."""


@dataclass(frozen=True)
class Clash:
    """`text` is a gettext source text, `values` fill its placeholders (names, times: never stored)."""

    kind: ClashKind
    text: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SessionDraft:
    """A session that is being planned or changed: ids only, times local.

    `session` is the one being changed (it never clashes with itself). `room` None is off-site.
    """

    date: date
    start: time
    end: time
    activity: ActivityId | None = None
    title: str = ""
    room: RoomId | None = None
    staff: tuple[FacilitatorId, ...] = ()
    people: tuple[ParticipantId, ...] = ()
    session: SessionId | None = None


@dataclass(frozen=True)
class Limits:
    """What a session may hold; None: no limit."""

    places: int | None = None
    """Participants the group or activity takes."""
    room_places: int | None = None
    least: int | None = None
    staff: int = 0
    people_per_staff: int | None = None
    """One facilitator for so many people, beside `staff` as the least."""


@dataclass(frozen=True)
class Booked:
    """A session as the rules see it. `people` are those expected, without anybody known to be away."""

    draft: SessionDraft
    limits: Limits = field(default_factory=Limits)
    lost: bool = False
    """Not held, or cancelled ahead: clashes with nothing."""


@dataclass(frozen=True)
class Names:
    """Shown names, looked up when words are made."""

    rooms: Mapping[RoomId, str] = field(default_factory=dict)
    staff: Mapping[FacilitatorId, str] = field(default_factory=dict)
    people: Mapping[ParticipantId, str] = field(default_factory=dict)


def find(
    session: Booked, others: Iterable[Booked], closures: Iterable[Closure], names: Names
) -> tuple[Clash, ...]:
    """Everything that clashes for one session, room first, then staff, people, closures and numbers."""
    if session.lost:
        return ()
    meeting = [o for o in others if _meets(session, o)]
    return (
        *_rooms(session.draft, meeting, names),
        *_staff(session.draft, meeting, names),
        *_people(session.draft, meeting, names),
        *_closures(session.draft, closures, names),
        *_numbers(session),
    )


def overlaps(a: SessionDraft, b: SessionDraft) -> bool:
    """True when both run at the same time; back-to-back is no overlap."""
    return a.date == b.date and a.start < b.end and b.start < a.end


def _meets(session: Booked, other: Booked) -> bool:
    same = session.draft.session is not None and session.draft.session == other.draft.session
    return not same and not other.lost and overlaps(session.draft, other.draft)


def _rooms(draft: SessionDraft, meeting: list[Booked], names: Names) -> Iterator[Clash]:
    if draft.room is None:  # off-site: there is no room to be double-booked
        return
    for other in meeting:
        if other.draft.room == draft.room:
            yield _also(ClashKind.ROOM, names.rooms.get(draft.room, ""), other.draft)


def _staff(draft: SessionDraft, meeting: list[Booked], names: Names) -> Iterator[Clash]:
    for other in meeting:
        for person in draft.staff:
            if person in other.draft.staff:
                yield _also(ClashKind.FACILITATOR, names.staff.get(person, ""), other.draft)


def _people(draft: SessionDraft, meeting: list[Booked], names: Names) -> Iterator[Clash]:
    for other in meeting:
        there = frozenset(other.draft.people)
        for person in draft.people:
            if person in there:
                yield _also(ClashKind.PARTICIPANT, names.people.get(person, ""), other.draft)


def _also(kind: ClashKind, what: str, other: SessionDraft) -> Clash:
    time_words = f"{other.start:%H:%M}–{other.end:%H:%M}"
    return Clash(
        kind, N_("{what}: {title}, {time}"), (("what", what), ("title", other.title), ("time", time_words))
    )


def _closures(draft: SessionDraft, closures: Iterable[Closure], names: Names) -> Iterator[Clash]:
    for closure in closures:
        if not closure.closes(draft.date, draft.room, draft.activity):
            continue
        if closure.room is None:
            yield Clash(ClashKind.CLOSURE, N_("Centre closed: {name}"), (("name", closure.name),))
        else:
            room = names.rooms.get(closure.room, "")
            yield Clash(
                ClashKind.CLOSURE, N_("{room} closed: {name}"), (("room", room), ("name", closure.name))
            )


def _numbers(session: Booked) -> Iterator[Clash]:
    limits, people, staff = session.limits, len(session.draft.people), len(session.draft.staff)
    places = [p for p in (limits.places, limits.room_places) if p is not None]
    if places and people > min(places):
        values = (("people", str(people)), ("places", str(min(places))))
        yield Clash(ClashKind.CAPACITY, N_("{people} expected, room for {places}"), values)
    if limits.least is not None and 0 < people < limits.least:  # nobody at all: an open group
        values = (("people", str(people)), ("least", str(limits.least)))
        yield Clash(ClashKind.MINIMUM, N_("{people} expected, at least {least} needed"), values)
    yield from _ratio(limits, people, staff)


def _ratio(limits: Limits, people: int, staff: int) -> Iterator[Clash]:
    """Fewer facilitators than the activity needs at all, or for so many people."""
    needed = needed_staff(limits.staff, limits.people_per_staff, people)
    if staff >= needed:
        return
    values = (("staff", str(staff)), ("needed", str(needed)))
    if needed == limits.staff or people == 1:
        yield Clash(ClashKind.STAFF_RATIO, N_("Staff: {staff} of {needed} needed"), values)
        return
    text = N_("Staff: {staff} of {needed} needed for {people} people")
    yield Clash(ClashKind.STAFF_RATIO, text, (*values, ("people", str(people))))
