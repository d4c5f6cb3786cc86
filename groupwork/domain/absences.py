"""Planned absences: somebody is known to be away, for days or for some hours of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from groupwork.domain.attendance import Status
from groupwork.domain.ids import AbsenceId, ParticipantId, SessionId
from groupwork.domain.people import PersonName
from groupwork.domain.schedule import check_day
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_

PLANNED = (
    Status.UNWELL,
    Status.OTHER,
    Status.CANCELLED,
    Status.LEAVE,
    Status.HOSPITAL,
    Status.NOT_BOOKED,
)
"""The statuses somebody can be away with, the most usual on the telephone first."""
MOST_DAYS = 400
MOST_SPANS = 60
MOST_WORDS = 500

BACKWARDS = N_("{last} lies before {first}. Give the first day first.")
TOO_LONG = N_("{days} days are too many for one absence: at most {most} are possible.")
TOO_MANY = N_("{count} dates are too many at once: at most {most} are possible.")
NO_DAYS = N_("Say on which days.")
NO_STATUS = N_("Say why: unwell, another appointment, cancelled, leave, hospital or not booked.")
NO_HOURS = N_("{end} is not after {start}. Give the hours from early to late.")
NOT_TOLD = N_("Told on {day} lies in the future.")


@dataclass(frozen=True)
class Span:
    """Days from the first to the last, both inclusive."""

    first: date
    last: date


@dataclass(frozen=True)
class Hours:
    """The part of each day somebody is away: from a time, until a time, or both; neither for whole days."""

    start: time | None = None
    end: time | None = None

    @property
    def whole(self) -> bool:
        """Whether the whole day is meant."""
        return self.start is None and self.end is None

    def touch(self, start: time, end: time) -> bool:
        """Whether a session of these times falls into the hours; back to back is no touch."""
        return (self.start is None or self.start < end) and (self.end is None or self.end > start)


WHOLE_DAY = Hours()


@dataclass(frozen=True)
class Absence:
    """A planned absence. `words`, `told_by` and `told_at` are empty for who may not open records."""

    id: AbsenceId
    participant: ParticipantId
    code: str
    name: PersonName
    span: Span
    status: Status
    hours: Hours = WHOLE_DAY
    words: str = ""
    told_at: date | None = None
    told_by: str = ""


@dataclass(frozen=True)
class KeptMark:
    """A mark that somebody had entered already and that a planned absence leaves as it is."""

    session: SessionId
    day: date
    title: str
    name: str
    status: Status


def check_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, each once and by date; Refused in words for none, too many, too long or backwards."""
    if not spans:
        raise Refused(NO_DAYS)
    if len(spans) > MOST_SPANS:
        raise Refused(TOO_MANY, count=len(spans), most=MOST_SPANS)
    return tuple(sorted({check_span(span) for span in spans}, key=lambda span: (span.first, span.last)))


def check_span(span: Span) -> Span:
    """The span itself; Refused in words."""
    check_day(span.first)
    check_day(span.last)
    if span.last < span.first:
        raise Refused(BACKWARDS, first=span.first, last=span.last)
    days = (span.last - span.first).days + 1
    if days > MOST_DAYS:
        raise Refused(TOO_LONG, days=days, most=MOST_DAYS)
    return span


def check_status(status: str) -> Status:
    """The status as a value; Refused for one nobody can plan."""
    if status not in PLANNED:
        raise Refused(NO_STATUS)
    return Status(status)


def check_hours(hours: Hours) -> Hours:
    """The hours themselves; Refused when they end before they begin."""
    if hours.start is not None and hours.end is not None and hours.end <= hours.start:
        raise Refused(NO_HOURS, start=f"{hours.start:%H:%M}", end=f"{hours.end:%H:%M}")
    return hours


def check_told(told: date | None, today: date) -> date | None:
    """The day it was told; Refused for one that has not come."""
    if told is not None and told > today:
        raise Refused(NOT_TOLD, day=told)
    return told


def clean_reason(typed: str) -> str:
    """What was said, on one line; UserError when too long or broken."""
    return clean_line(typed, MOST_WORDS)
