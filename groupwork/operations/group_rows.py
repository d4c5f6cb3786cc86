"""Groups and memberships as values: from the rows that `store.reads_groups` gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from groupwork.domain.groups import (
    GroupInfo,
    GroupLine,
    GroupStaff,
    GroupWait,
    MemberLine,
    Rhythm,
    StaffRole,
    WaitingLine,
    WaitingOutcome,
)
from groupwork.domain.ids import (
    ActivityId,
    FacilitatorId,
    GroupId,
    MembershipId,
    ParticipantId,
    RoomId,
    WaitingId,
)
from groupwork.domain.people import PersonName
from groupwork.domain.sessions import Category
from groupwork.domain.text import fold
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.store.tables import Group

NO_GROUP = N_("There is no group with the number {number}.")


def existing_group(group: GroupId) -> Group:
    """The group's row; refused in words when there is none."""
    row: Group | None = Group.get_or_none(Group.id == group)
    if row is None:
        raise Refused(NO_GROUP, number=group)
    return row


def rhythm_in(row: Group) -> Rhythm:
    """When the group of a row meets."""
    return Rhythm(int(str(row.weekday)), row.start, row.end, int(str(row.every_weeks)), row.nth)


def counted_from(row: Group) -> date:
    """The day whose week the n weeks of a group are counted from."""
    counted: date = row.counted_from or row.from_date
    return counted


def rhythm_of(row: Sequence[Any]) -> Rhythm:
    """A rhythm from its five columns, in their order: weekday, start, end, every so many weeks, nth."""
    weekday, start, end, every, nth = row
    return Rhythm(weekday, time.fromisoformat(start), time.fromisoformat(end), every, nth)


def members_of(rows: Iterable[tuple[Any, ...]]) -> tuple[MemberLine, ...]:
    """The members from rows of `reads.members`, in the order of registers: Çelik stands near C."""
    return tuple(_member(row) for row in sorted(rows, key=_in_order))


def _in_order(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return fold(row[10] or row[4]), row[1], row[7], row[0]


def _member(row: tuple[Any, ...]) -> MemberLine:
    id_, person, code, called, full, rest, native, first, last, staying, _sort_name = row
    name = PersonName(called, full, rest, native)
    days = date.fromisoformat(first), day_of(last)
    return MemberLine(MembershipId(id_), ParticipantId(person), code, name, *days, bool(staying))


def waiting_of(row: tuple[Any, ...]) -> WaitingLine:
    """Somebody waiting from a row of `reads.waiting`."""
    id_, person, code, called, full, rest, native, since, words, ended, outcome = row
    name, first = PersonName(called, full, rest, native), date.fromisoformat(since)
    end = WaitingOutcome(outcome)
    return WaitingLine(WaitingId(id_), ParticipantId(person), code, name, first, words, day_of(ended), end)


def line_of(row: tuple[Any, ...]) -> GroupLine:
    """One of a person's groups from a row of `reads.groups_of`."""
    id_, group, activity, name, category, *rhythm = row[:10]
    room, first, last, group_to = row[10:]
    return GroupLine(
        MembershipId(id_),
        GroupId(group),
        ActivityId(activity),
        name,
        Category(category),
        rhythm_of(rhythm),
        room or "",
        date.fromisoformat(first),
        day_of(last),
        day_of(group_to),
    )


def wait_of(row: tuple[Any, ...]) -> GroupWait:
    """A group that a person waits for from a row of `reads.waits_of`."""
    id_, group, name, category, *rhythm = row[:9]
    since, words, ended, outcome = row[9:]
    return GroupWait(
        WaitingId(id_),
        GroupId(group),
        name,
        Category(category),
        rhythm_of(rhythm),
        date.fromisoformat(since),
        words,
        day_of(ended),
        WaitingOutcome(outcome),
    )


def info_of(row: tuple[Any, ...], staff: Sequence[GroupStaff]) -> GroupInfo:
    """A group from a row of `reads.groups` and who runs it."""
    id_, activity, activity_name, category, name, *rhythm = row[:10]
    first, last, short, room, room_name, members, waiting = row[10:17]
    least, most, own_least, own_most, room_places, needed, all_present, note = row[17:]
    return GroupInfo(
        id=GroupId(id_),
        activity=ActivityId(activity),
        activity_name=activity_name,
        category=Category(category),
        name=name,
        rhythm=rhythm_of(rhythm),
        from_date=date.fromisoformat(first),
        to_date=day_of(last),
        short=short,
        room=None if room is None else RoomId(room),
        room_name=room_name or "",
        staff=tuple(staff),
        members=members,
        waiting=waiting,
        least=least,
        most=most,
        own_least=own_least,
        own_most=own_most,
        room_places=room_places,
        staff_needed=needed,
        all_present=bool(all_present),
        note=note,
    )


def staff_of(rows: Sequence[tuple[Any, ...]]) -> dict[int, tuple[GroupStaff, ...]]:
    """Who runs which group, in order, from the rows of `reads.staff`."""
    found: dict[int, tuple[GroupStaff, ...]] = {}
    for group, id_, code, name, role in rows:
        line = GroupStaff(FacilitatorId(id_), code, name, StaffRole(role))
        found[group] = (*found.get(group, ()), line)
    return found


def day_of(text: str | None) -> date | None:
    """A day from its ISO text, or None."""
    return date.fromisoformat(text) if text else None
