"""Which session it is: "Session 13 of 23", "5 of 11, 1 lost to Teamtag" (DOMAIN.md "Schedule")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from groupwork.domain.ids import ActivityId, GroupId, SessionId
from groupwork.domain.schedule import Term, numbering_window
from groupwork.domain.sessions import Number, SessionStatus
from groupwork.i18n import N_


@dataclass(frozen=True)
class Counted:
    """A session as far as its number needs it. A one-off (no group) has no number and takes none."""

    id: SessionId
    date: dt.date
    start: dt.time
    activity: ActivityId
    group: GroupId | None
    status: SessionStatus
    reason: str = ""

    @property
    def order(self) -> tuple[dt.date, dt.time, int]:
        """By date, start, id."""
        return self.date, self.start, self.id


@dataclass(frozen=True)
class GroupCount:
    """One group alone in the term: the n-th of so many that take place, and what the lost ones fell to."""

    n: int
    of: int
    lost: tuple[str, ...] = field(default=())

    def said(self) -> tuple[str, Mapping[str, str]]:
        """A gettext source text and its values: "5 of 11, 1 lost to Teamtag"."""
        values = {"n": str(self.n), "of": str(self.of), "lost": str(len(self.lost))}
        reasons = list(dict.fromkeys(reason for reason in self.lost if reason))
        if not self.lost:
            return N_("{n} of {of}"), values
        if not reasons or len(reasons) > 2:
            return N_("{n} of {of}, {lost} lost"), values
        return N_("{n} of {of}, {lost} lost to {reasons}"), {**values, "reasons": ", ".join(reasons)}


def numbers(sessions: Iterable[Counted], terms: Sequence[Term]) -> dict[SessionId, Number]:
    """The number of each session over all groups of its activity in its window; lost ones have none."""
    runs: dict[tuple[ActivityId, dt.date], list[Counted]] = {}
    for session in sessions:
        if session.group is not None:
            window = numbering_window(session.date, terms)
            runs.setdefault((session.activity, window[0]), []).append(session)
    result: dict[SessionId, Number] = {}
    for run in runs.values():
        result |= _number_run(run)
    return result


def group_count(sessions: Iterable[Counted], at: Counted) -> GroupCount:
    """How far one group's sessions (of one window) have come at `at`."""
    run = sorted(sessions, key=lambda s: s.order)
    counted = [s for s in run if s.status is not SessionStatus.NOT_HELD]
    lost = tuple(s.reason for s in run if s.status is SessionStatus.NOT_HELD)
    return GroupCount(sum(s.order <= at.order for s in counted), len(counted), lost)


def _number_run(run: list[Counted]) -> dict[SessionId, Number]:
    counted = sorted((s for s in run if s.status is not SessionStatus.NOT_HELD), key=lambda s: s.order)
    lost = len(run) - len(counted)
    return {s.id: Number(i, len(counted), lost) for i, s in enumerate(counted, start=1)}
