"""Stays written: begun, changed, ended with everything that ends with them, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from groupwork.domain.episodes import (
    Episode as Stay,
)
from groupwork.domain.episodes import (
    Stage,
    check_reason,
    check_stage,
    check_stay,
    current,
    is_active,
)
from groupwork.domain.ids import EpisodeId, ParticipantId
from groupwork.domain.schedule import check_day
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.follow_up_watch import end_with_stay
from groupwork.operations.profiles import about, existing_person, people_rows
from groupwork.store.tables import AgreedDay, Episode, Membership, Participant, Waiting

if TYPE_CHECKING:
    from groupwork.store.journal import Done, Step

GONE = N_("This stay was removed in the meantime.")
NO_STAY = N_("{code} has no stay that could end.")
ONLY_STAY = N_("This is the person's only stay. Change its days, or end it.")


class StayFields(TypedDict, total=False):
    """What can be said of a stay; a field that is left out stays as it is."""

    start: date
    end: date | None
    stage: str
    reason: str
    planned: bool | None
    referred_on: date | None
    referred_by: str


@allowed(Right.PEOPLE)
def begin_stay(
    desk: Desk,
    participant: ParticipantId,
    start: date | None = None,
    stage: str = "active",
    *,
    end: date | None = None,
    referred_on: date | None = None,
    referred_by: str = "",
) -> Done:
    """Begin another stay (default today), or enter an earlier one with its end.

    Refused in words while one goes on, or when days overlap.
    """
    person, begins = existing_person(participant), start or desk.today
    check_stay(begins, end, _stays(participant))
    row = Episode(participant=participant, start=begins, end=end, stage=check_stage(stage))
    row.referred_on, row.referred_by = referred_on, clean_line(referred_by)
    with desk.step("episode.begun", participant=participant) as step:
        step.save(row)
        _in_line(step, person, desk.today)
    return step.done


@allowed(Right.PEOPLE)
def change_stay(desk: Desk, stay: EpisodeId, **fields: Unpack[StayFields]) -> Done:
    """Change stage, days, reason or referral of a stay; with an end everything that ends with it ends too.

    Refused in words when it would end before it begins, or overlap another stay of the person.
    """
    row = _existing(stay)
    before = row.end
    _fill(row, fields)
    check_stay(row.start, row.end, (s for s in _stays(row.participant_id) if s.id != stay))
    with desk.step("episode.changed", participant=row.participant_id) as step:
        step.save(row)
        if row.end is not None and row.end != before:
            _end_with_it(step, row.participant_id, row.end)
            end_with_stay(step, row.participant_id, row.end, desk.today)
        _in_line(step, existing_person(ParticipantId(row.participant_id)), desk.today)
    return step.done


@allowed(Right.PEOPLE)
def end_stays(
    desk: Desk,
    participants: Iterable[ParticipantId],
    last_day: date,
    reason: str = "",
    planned: bool | None = None,
) -> Done:
    """End the present stay of one person or several on a day, in one step.

    Memberships and agreed days end on the same day, what was to begin later never begins, and a place on a
    waiting list is given up. Refused in words, for all, when somebody has no stay or it began later.
    """
    people, code = people_rows(participants), check_reason(reason)
    check_day(last_day)
    verb = "episode.ended" if len(people) == 1 else "episodes.ended"
    with desk.step(verb, **about(people)) as step:
        for person in people:
            row = _open_stay(person, desk.today)
            check_stay(row.start, last_day, (s for s in _stays(person.id) if s.id != row.id))
            row.end, row.reason, row.planned = last_day, code, planned
            step.save(row)
            _end_with_it(step, person.id, last_day)
            end_with_stay(step, person.id, last_day, desk.today)
            _in_line(step, person, desk.today)
    return step.done


@allowed(Right.PEOPLE)
def remove_stay(desk: Desk, stay: EpisodeId) -> Done:
    """Take away a stay that was entered by mistake; the only one of a person stays."""
    row = _existing(stay)
    if len(_stays(row.participant_id)) < 2:
        raise Refused(ONLY_STAY)
    with desk.step("episode.removed", participant=row.participant_id) as step:
        step.delete(row)
        _in_line(step, existing_person(ParticipantId(row.participant_id)), desk.today)
    return step.done


def _fill(row: Episode, fields: StayFields) -> None:
    for name in ("start", "end", "planned", "referred_on"):
        if name in fields:
            setattr(row, name, dict(fields)[name])
    if "stage" in fields:
        row.stage = check_stage(fields["stage"])
    if "reason" in fields:
        row.reason = check_reason(fields["reason"])
    if "referred_by" in fields:
        row.referred_by = clean_line(fields["referred_by"])
    if row.end is None:
        row.reason, row.planned = "", None


def _end_with_it(step: Step, participant: int, last_day: date) -> None:
    """What goes on after the last day ends on it; what would begin after it goes."""
    for table in (Membership, AgreedDay):
        rows: Sequence[Any] = list(table.select().where(table.participant == participant))
        for row in rows:
            if row.from_date > last_day:
                step.delete(row)
            elif row.to_date is None or row.to_date > last_day:
                row.to_date = last_day
                step.save(row)
    waiting = Waiting.select().where((Waiting.participant == participant) & Waiting.ended.is_null())
    for row in waiting:
        row.ended, row.outcome = max(last_day, row.since), "given_up"
        step.save(row)


def _in_line(step: Step, person: Participant, today: date) -> None:
    """Whether a person is found when registers are taken follows from the stays."""
    active = is_active(_stays(person.id), today)
    if person.active != active:
        person.active = active
        step.save(person)


def _open_stay(person: Participant, today: date) -> Episode:
    stays = [stay for stay in _stays(person.id) if stay.end is None or stay.end >= today]
    found = current(stays, today)
    if found is None:
        raise Refused(NO_STAY, code=person.code)
    return _existing(found.id)


def _stays(participant: int) -> list[Stay]:
    rows = Episode.select().where(Episode.participant == participant).order_by(Episode.start, Episode.id)
    return [Stay(EpisodeId(row.id), row.start, row.end, Stage(row.stage)) for row in rows]


def _existing(stay: EpisodeId) -> Episode:
    row: Episode | None = Episode.get_or_none(Episode.id == stay)
    if row is None:
        raise Refused(GONE)
    return row
