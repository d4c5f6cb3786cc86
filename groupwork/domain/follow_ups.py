"""Follow-ups: somebody stayed away without a word for some days in a row (DOMAIN.md "Follow-up")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from groupwork.domain.attendance import Status
from groupwork.domain.ids import FollowUpId, ParticipantId, SignInId
from groupwork.domain.people import PersonName
from groupwork.domain.text import clean_text
from groupwork.errors import Refused
from groupwork.i18n import N_

ENDS_ROW = frozenset({Status.PRESENT, Status.TOO_LATE, Status.DECLINED, Status.WALK_IN})
"""Whoever has one of these was in the building: a day with it ends the row."""
ATTENDED = frozenset({Status.PRESENT, Status.WALK_IN})
"""Whoever has one of these has come back."""
MOST_WORDS = 2_000
PAST = N_("The next date lies in the past: {day}. Choose today or a later day.")
NO_OUTCOME = N_("Say how the follow-up ended.")
NO_CALL = N_("Say how it was tried, and with what result.")


class Way(StrEnum):
    """How somebody was looked for."""

    PHONE = "phone"
    MESSAGE = "message"
    LETTER = "letter"
    VISIT = "visit"
    OTHER = "other"


class CallResult(StrEnum):
    """What came of a try."""

    NOT_REACHED = "not_reached"
    REACHED = "reached"
    MESSAGE_LEFT = "message_left"
    CONTACT_REACHED = "contact_reached"


class Outcome(StrEnum):
    """How a follow-up ended."""

    AGREED = "agreed"
    CAME_BACK = "came_back"
    ENDED = "ended"
    UNREACHABLE = "unreachable"
    MISTAKE = "mistake"


WAY_LABELS: dict[Way, str] = {
    Way.PHONE: N_("telephone"),
    Way.MESSAGE: N_("message"),
    Way.LETTER: N_("letter"),
    Way.VISIT: N_("home visit"),
    Way.OTHER: N_("another way"),
}
RESULT_LABELS: dict[CallResult, str] = {
    CallResult.NOT_REACHED: N_("not reached"),
    CallResult.REACHED: N_("reached"),
    CallResult.MESSAGE_LEFT: N_("message left"),
    CallResult.CONTACT_REACHED: N_("a contact was reached"),
}
OUTCOME_LABELS: dict[Outcome, str] = {
    Outcome.AGREED: N_("comes again, as agreed"),
    Outcome.CAME_BACK: N_("came back"),
    Outcome.ENDED: N_("stay ended"),
    Outcome.UNREACHABLE: N_("could not be reached"),
    Outcome.MISTAKE: N_("opened by mistake"),
}


@dataclass(frozen=True)
class DayMark:
    """One mark of a person, on the day of its session; sessions that were not held have none."""

    day: date
    status: Status | None


@dataclass(frozen=True)
class AbsentRow:
    """Absent days in a row: the first, the last, and how many."""

    first: date
    last: date
    days: int

    def reaches(self, number: int) -> bool:
        """Whether the row is long enough for a follow-up."""
        return self.days >= number


def absent_row(marks: Iterable[DayMark], after: date | None = None) -> AbsentRow | None:
    """The row of absent days in which the person's days end, or None.

    An absent day has at least one "absent, no word" and no mark of somebody who was in the building;
    such a mark ends the row. Every other mark, and "not recorded", neither adds nor breaks. Days up to
    `after`, when the last follow-up was closed, do not count again.
    """
    by_day: dict[date, set[Status | None]] = {}
    for mark in marks:
        if after is None or mark.day > after:
            by_day.setdefault(mark.day, set()).add(mark.status)
    row: list[date] = []
    for day in sorted(by_day):
        if by_day[day] & ENDS_ROW:
            row = []
        elif Status.ABSENT in by_day[day]:
            row.append(day)
    return AbsentRow(row[0], row[-1], len(row)) if row else None


@dataclass(frozen=True)
class Phone:
    """A number to try: whose it is (empty: the person's own), and what they are to the person."""

    number: str
    name: str = ""
    relation: str = ""


@dataclass(frozen=True)
class Call:
    """One try to reach somebody; `at` is local."""

    at: datetime
    by: str
    way: Way
    result: CallResult
    words: str


@dataclass(frozen=True)
class FollowUp:
    """Somebody who stayed away: since when, who sees to it, what was tried, how it ended.

    `groups` are the titles of the groups in which they were missed, `days` the absent days so far.
    """

    id: FollowUpId
    participant: ParticipantId
    code: str
    name: PersonName
    opened: date
    since: date
    days: int
    groups: tuple[str, ...]
    owner: SignInId | None
    owner_name: str
    next_date: date | None
    closed: date | None = None
    outcome: Outcome | None = None
    words: str = ""
    calls: tuple[Call, ...] = ()
    """Oldest first."""
    phones: tuple[Phone, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still waits for somebody."""
        return self.closed is None


@dataclass(frozen=True)
class Due:
    """Somebody who needs a follow-up and has none."""

    participant: ParticipantId
    row: AbsentRow


def check_next(day: date | None, today: date) -> date | None:
    """The next date itself; Refused when it is over."""
    if day is not None and day < today:
        raise Refused(PAST, day=day)
    return day


def check_call(way: str, result: str) -> tuple[Way, CallResult]:
    """Both as values; Refused for what is not in the lists."""
    if way not in list(Way) or result not in list(CallResult):
        raise Refused(NO_CALL)
    return Way(way), CallResult(result)


def check_outcome(outcome: str) -> Outcome:
    """The outcome as a value; Refused for what is not in the list."""
    if outcome not in list(Outcome):
        raise Refused(NO_OUTCOME)
    return Outcome(outcome)


def clean_words(typed: str) -> str:
    """What was said, of any lines; UserError when too long or broken."""
    return clean_text(typed, MOST_WORDS).strip()
