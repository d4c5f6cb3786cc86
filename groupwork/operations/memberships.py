"""Who belongs to a group from when to when: joining, leaving, waiting for a place.

A register that was taken never changes by itself: joining names the past ones somebody is not on, and
`add_to_registers` puts people on them when that is wanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from groupwork.domain.clashes import Clash
from groupwork.domain.groups import (
    MemberLine,
    PastRegister,
    PersonGroups,
    Span,
    WaitingLine,
    WaitingOutcome,
    check_span,
)
from groupwork.domain.ids import GroupId, MembershipId, ParticipantId, SessionId, WaitingId
from groupwork.domain.schedule import check_day
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations import join_warnings as warnings
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.group_rows import existing_group, line_of, members_of, wait_of, waiting_of
from groupwork.operations.past_registers import add_people, missed
from groupwork.store import reads_groups as reads
from groupwork.store.tables import Attendance, Membership, Participant, Session, Waiting

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

TWICE = N_("{name} is in this group already on these days.")
GONE = N_("This membership is no longer there.")
OVER = N_("This waiting ended already.")
RECORDED = N_("{name} is on registers of this group: end the membership instead.")
WAITS = N_("{name} is waiting for a place in this group already.")
MEMBER = N_("{name} is in this group already.")
AFTER_END = N_("This group ends on {day}: nobody can join after that.")


@dataclass(frozen=True)
class Joined:
    """Who joined, and the registers already taken since then that they are not on."""

    done: Done
    past: tuple[PastRegister, ...] = ()


@allowed(Right.READ)
def members(desk: Desk, group: GroupId) -> tuple[MemberLine, ...]:
    """Everybody who was, is or will be in the group, by name and then by date. One SELECT."""
    return members_of(reads.members(desk.store.db, group, desk.today))


@allowed(Right.READ)
def waiting(desk: Desk, group: GroupId) -> tuple[WaitingLine, ...]:
    """Who waits for a place, the longest first; remarks for who may open records. One SELECT."""
    rows = (waiting_of(row) for row in reads.waiting(desk.store.db, group))
    may = desk.may(Right.RECORDS)
    return tuple(line if may else replace(line, words="") for line in rows if line.ended is None)


@allowed(Right.READ)
def groups_of(desk: Desk, participant: ParticipantId) -> PersonGroups:
    """One person's groups and waiting lists, past and coming ones too. Two SELECTs."""
    db = desk.store.db
    return PersonGroups(
        tuple(line_of(row) for row in reads.groups_of(db, participant)),
        tuple(wait_of(row) for row in reads.waits_of(db, participant)),
    )


@allowed(Right.READ)
def join_warnings(
    desk: Desk, group: GroupId, people: Sequence[ParticipantId], from_date: date, to_date: date | None = None
) -> tuple[Clash, ...]:
    """What joining would clash with, each said once; nothing of it refuses. Six SELECTs.

    Places of group and room, another group at the same time, days outside the person's stay.
    """
    return warnings.find(desk.store, group, people, Span(from_date, to_date), desk.today)


@allowed(Right.READ)
def past_registers(desk: Desk, membership: MembershipId) -> tuple[PastRegister, ...]:
    """The registers taken within a membership that its person is not on. Two SELECTs."""
    row = _existing(membership)
    return _past(desk, row.group_id, [row.participant_id], row.from_date, row.to_date)


@allowed(Right.PLAN)
def join(
    desk: Desk,
    group: GroupId,
    people: Sequence[ParticipantId],
    from_date: date,
    to_date: date | None = None,
) -> Joined:
    """Put people into a group from a day on, to a day or without an end: one step.

    Who was waiting for this group no longer is. Refused in words: days that end before they begin, after
    the group's end, somebody who is in the group on one of these days already.
    """
    wanted = list(dict.fromkeys(people))
    _check_join(group, wanted, from_date, to_date)
    with desk.step("membership.joined", **_about(group, wanted)) as step:
        for person in wanted:
            step.save(Membership(group=group, participant=person, from_date=from_date, to_date=to_date))
            _stop_waiting(step, desk.today, group, person)
    return Joined(step.done, _past(desk, group, wanted, from_date, to_date))


@allowed(Right.RECORD)
def add_to_registers(
    desk: Desk, participant_ids: Sequence[ParticipantId], sessions: Sequence[SessionId]
) -> Done:
    """Put people on registers that were already taken, as expected and not recorded: one step.

    Who is on one already stays as marked; a planned absence prefills its mark. Refused for a session
    that did not take place.
    """
    about = {"session": sessions[0]} if len(sessions) == 1 else {"count": len(sessions)}
    with desk.step("register.people_added", **about) as step:
        add_people(step, desk, participant_ids, sessions)
    return step.done


@allowed(Right.PLAN)
def leave(desk: Desk, membership: MembershipId, last_day: date) -> Done:
    """End a membership with its last day; registers that were taken stay as they are."""
    row = _existing(membership)
    _check_days(row.from_date, last_day)
    with desk.step("membership.left", participant=row.participant_id, group=row.group_id) as step:
        row.to_date = last_day
        step.save(row)
    return step.done


@allowed(Right.PLAN)
def change_membership(
    desk: Desk, membership: MembershipId, from_date: date, to_date: date | None = None
) -> Done:
    """Give a membership other days; registers that were taken stay as they are.

    Ask `past_registers` afterwards for those somebody is not on. Refused as joining is.
    """
    row = _existing(membership)
    _check_days(from_date, to_date)
    _check_alone(row.group_id, row.participant_id, Span(from_date, to_date), but=row.id)
    with desk.step("membership.changed", participant=row.participant_id, group=row.group_id) as step:
        row.from_date, row.to_date = from_date, to_date
        step.save(row)
    return step.done


@allowed(Right.PLAN)
def remove_membership(desk: Desk, membership: MembershipId) -> Done:
    """Take a membership away as if it had never been. Refused once anything is recorded within it."""
    row = _existing(membership)
    if _marked(row):
        raise Refused(RECORDED, name=_name(row.participant_id))
    with desk.step("membership.removed", participant=row.participant_id, group=row.group_id) as step:
        step.delete(row)
    return step.done


@allowed(Right.PLAN)
def wait(
    desk: Desk, group: GroupId, participant: ParticipantId, since: date | None = None, words: str = ""
) -> Done:
    """Put somebody on a group's waiting list, today or since a day, with a remark.

    Refused for somebody who waits already, or who is in the group and stays in it.
    """
    existing_group(group)
    name, first = _name(participant), since or desk.today
    check_day(first)
    if _open_waits(group, participant):
        raise Refused(WAITS, name=name)
    if any(row.to_date is None for row in _memberships(group, participant)):
        raise Refused(MEMBER, name=name)
    with desk.step("waiting.begun", participant=participant, group=group) as step:
        step.save(Waiting(group=group, participant=participant, since=first, words=clean_line(words)))
    return step.done


@allowed(Right.PLAN)
def give_up(desk: Desk, waiting: WaitingId) -> Done:
    """Take somebody off a waiting list without a place."""
    row = _open(waiting)
    with desk.step("waiting.given_up", participant=row.participant_id, group=row.group_id) as step:
        row.ended, row.outcome = desk.today, WaitingOutcome.GIVEN_UP.value
        step.save(row)
    return step.done


@allowed(Right.PLAN)
def admit(desk: Desk, waiting: WaitingId, from_date: date) -> Joined:
    """Give a place to somebody who waits: they join and no longer wait, in one step. Refused as `join` is."""
    row = _open(waiting)
    return join(desk, GroupId(row.group_id), [ParticipantId(row.participant_id)], from_date)


def _check_join(group: GroupId, people: Sequence[ParticipantId], first: date, last: date | None) -> None:
    row = existing_group(group)
    if not people:
        raise Refused(N_("Choose somebody first."))
    _check_days(first, last)
    if row.to_date is not None and row.to_date < first:
        raise Refused(AFTER_END, day=row.to_date)
    for person in people:
        _check_alone(group, person, Span(first, last))


def _check_days(first: date, last: date | None) -> None:
    check_day(first)
    if last is not None:
        check_day(last)
    check_span(first, last)


def _check_alone(group: int, person: int, span: Span, *, but: int = 0) -> None:
    """Refuse a second membership of the same group on the same day."""
    name = _name(person)
    for row in _memberships(group, person):
        if row.id != but and span.meets(Span(row.from_date, row.to_date)):
            raise Refused(TWICE, name=name)


def _memberships(group: int, person: int) -> list[Membership]:
    return list(Membership.select().where(Membership.group == group, Membership.participant == person))


def _open_waits(group: int, person: int) -> list[Waiting]:
    open_ = Waiting.ended.is_null()
    return list(Waiting.select().where(Waiting.group == group, Waiting.participant == person, open_))


def _stop_waiting(step: Step, today: date, group: int, person: int) -> None:
    for row in _open_waits(group, person):
        row.ended, row.outcome = today, WaitingOutcome.JOINED.value
        step.save(row)


def _about(group: int, people: Sequence[int]) -> dict[str, int]:
    """What the journal is told: one person by number, several by how many."""
    who = {"participant": people[0]} if len(people) == 1 else {"count": len(people)}
    return {"group": group, **who}


def _past(
    desk: Desk, group: int, people: Sequence[int], first: date, last: date | None
) -> tuple[PastRegister, ...]:
    return missed(desk.store, group, people, first, min(last or desk.today, desk.today))


def _marked(row: Membership) -> bool:
    """Whether the person has a mark in one of the group's sessions within the membership."""
    last = row.to_date or date.max
    marks = (
        Attendance.select()
        .join(Session)
        .where(
            Attendance.participant == row.participant_id,
            Attendance.status.is_null(False),
            ~Attendance.planned,
            Session.group == row.group_id,
            Session.date.between(row.from_date, last),
        )
    )
    return bool(marks.exists())


def _existing(membership: MembershipId) -> Membership:
    row: Membership | None = Membership.get_or_none(Membership.id == membership)
    if row is None:
        raise Refused(GONE)
    return row


def _open(waiting: WaitingId) -> Waiting:
    row: Waiting | None = Waiting.get_or_none(Waiting.id == waiting)
    if row is None or row.ended is not None:
        raise Refused(OVER)
    return row


def _name(person: int) -> str:
    row = Participant.get_or_none(Participant.id == person)
    if row is None:
        raise Refused(N_("There is no person with the number {number}."), number=person)
    return str(row.full)
