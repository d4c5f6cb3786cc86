"""Stays at the centre: stages on the way in, start and end, one after another (DOMAIN.md "Person")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from groupwork.domain.ids import EpisodeId
from groupwork.domain.schedule import check_day
from groupwork.errors import Refused
from groupwork.i18n import N_


class Stage(StrEnum):
    """How far a stay has come; with an end in the past it is over, whatever its stage."""

    REFERRED = "referred"
    WAITING = "waiting"
    TRIAL = "trial"
    ACTIVE = "active"
    PAUSED = "paused"


STAGE_LABELS: dict[Stage, str] = {
    Stage.REFERRED: N_("referred"),
    Stage.WAITING: N_("on the waiting list"),
    Stage.TRIAL: N_("trial days"),
    Stage.ACTIVE: N_("active"),
    Stage.PAUSED: N_("paused"),
}


class Standing(StrEnum):
    """Where a person stands today: the filter of the list."""

    HERE = "here"
    WAITING = "waiting"
    ENDED = "ended"


@dataclass(frozen=True)
class EndReason:
    """Why a stay ended; `planned` is what it usually was, None where only the centre can say."""

    label: str
    planned: bool | None


END_REASONS: dict[str, EndReason] = {
    "goal_reached": EndReason(N_("goal reached"), True),
    "moved_to_work": EndReason(N_("moved to work"), True),
    "moved_away": EndReason(N_("moved away"), True),
    "own_wish": EndReason(N_("own wish"), False),
    "no_contact": EndReason(N_("no contact"), False),
    "other": EndReason(N_("other reason"), None),
}


@dataclass(frozen=True)
class Episode:
    """One stay, both days inclusive; `end` None: it goes on."""

    id: EpisodeId
    start: date
    end: date | None = None
    stage: Stage = Stage.ACTIVE
    reason: str = ""
    """A code of END_REASONS, or empty."""
    planned: bool | None = None
    referred_on: date | None = None
    referred_by: str = ""

    def over(self, today: date) -> bool:
        """Whether its last day lies in the past."""
        return self.end is not None and self.end < today

    def covers(self, day: date) -> bool:
        """Whether the day lies in the stay."""
        return self.start <= day and (self.end is None or day <= self.end)


ENDS_FIRST = N_("The stay would end on {end}, before it begins on {start}.")
OVERLAP = N_("Another stay from {start} to {end} overlaps these days. Change that one first.")
STILL_HERE = N_("A stay since {start} has no end yet. End it before a new one begins.")
NO_STAGE = N_("Choose one of the stages.")
NO_REASON = N_("Choose one of the reasons.")


def check_stay(start: date, end: date | None, others: Iterable[Episode]) -> None:
    """Refuse a stay that ends before it begins or overlaps another of the person's stays."""
    check_day(start)
    if end is not None:
        check_day(end)
        if end < start:
            raise Refused(ENDS_FIRST, start=start.isoformat(), end=end.isoformat())
    for other in others:
        if other.end is not None and other.end < start:
            continue
        if end is not None and end < other.start:
            continue
        if other.end is None:
            raise Refused(STILL_HERE, start=other.start.isoformat())
        raise Refused(OVERLAP, start=other.start.isoformat(), end=other.end.isoformat())


def check_reason(reason: str) -> str:
    """The code itself; Refused when there is no such reason. Empty is allowed: not said."""
    if reason and reason not in END_REASONS:
        raise Refused(NO_REASON)
    return reason


def check_stage(stage: str) -> Stage:
    """The stage of a code; Refused when there is none."""
    try:
        return Stage(stage)
    except ValueError as error:
        raise Refused(NO_STAGE) from error


def current(stays: Sequence[Episode], today: date) -> Episode | None:
    """The stay that counts today: the one that covers it, else the next to come, else the last."""
    covering = [stay for stay in stays if stay.covers(today)]
    if covering:
        return covering[-1]
    coming = [stay for stay in stays if stay.start > today]
    if coming:
        return min(coming, key=lambda stay: stay.start)
    return max(stays, key=lambda stay: stay.start, default=None)


def standing(stay: Episode | None, today: date) -> Standing:
    """Here (also paused or on trial), waiting (referred, waiting, or yet to come), or ended."""
    if stay is None or stay.over(today):
        return Standing.ENDED
    if stay.start > today or stay.stage in (Stage.REFERRED, Stage.WAITING):
        return Standing.WAITING
    return Standing.HERE


def is_active(stays: Iterable[Episode], today: date) -> bool:
    """Whether any stay goes on or is still to come."""
    return any(not stay.over(today) for stay in stays)


def first_free(stays: Iterable[Episode], today: date) -> date:
    """The first day on which a new stay may begin: today, or the day after the last end."""
    ends = [stay.end for stay in stays if stay.end is not None]
    return max([today, *(end + timedelta(days=1) for end in ends)])
