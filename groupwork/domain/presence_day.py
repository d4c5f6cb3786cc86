"""A day of everybody at the centre: where each one is, how many, and a month of such days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from groupwork.domain.attendance import Status
from groupwork.domain.ids import ParticipantId
from groupwork.domain.people import PersonName
from groupwork.domain.presence import Away, Entry, Slot, Times
from groupwork.i18n import N_


class State(StrEnum):
    """Where somebody is at a moment, as far as is known."""

    HERE = "here"
    LEFT = "left"
    NOT_YET = "not_yet"
    AWAY = "away"


STATE_LABELS: dict[State, str] = {
    State.HERE: N_("here"),
    State.LEFT: N_("left"),
    State.NOT_YET: N_("not yet here"),
    State.AWAY: N_("away"),
}


@dataclass(frozen=True)
class PresenceRow:
    """One person on one day. `recorded` is what somebody entered, `suggested` what registers suggest."""

    participant: ParticipantId
    code: str
    name: PersonName
    sort_name: str
    agreed: bool = False
    """Whether the weekday is one of the person's agreed days (and the centre is open)."""
    slots: tuple[Slot, ...] = ()
    recorded: Entry | None = None
    suggested: Entry | None = None

    @property
    def expected(self) -> bool:
        """An agreed day, or expected on a register of a session that takes place."""
        return self.agreed or any(slot.asked for slot in self.slots)

    @property
    def known(self) -> Entry | None:
        """What is recorded, its gaps filled with what is suggested."""
        if self.recorded is None:
            return self.suggested
        if isinstance(self.recorded, Away) or not isinstance(self.suggested, Times):
            return self.recorded
        arrived = self.recorded.arrived or self._before(self.suggested.arrived)
        left = self.recorded.left or self._after(self.suggested.left)
        return Times(arrived, left)

    def _before(self, arrived: time | None) -> time | None:
        """A suggested arrival, when it does not contradict the recorded leaving."""
        left = self.recorded.left if isinstance(self.recorded, Times) else None
        return None if arrived is not None and left is not None and arrived > left else arrived

    def _after(self, left: time | None) -> time | None:
        """A suggested leaving, when it does not contradict the recorded arrival."""
        arrived = self.recorded.arrived if isinstance(self.recorded, Times) else None
        return None if arrived is not None and left is not None and left < arrived else left

    @property
    def prefilled(self) -> bool:
        """True while something shown is only suggested."""
        return self.known is not None and self.known != self.recorded

    def state(self, now: datetime, day: date) -> State:
        """Where the person is. Only a recorded leaving lets somebody go on the day itself.

        On a past day a suggested leaving counts.
        """
        known = self.known
        if isinstance(known, Away):
            return State.AWAY
        if known is None:
            return State.NOT_YET
        recorded = self.recorded.left if isinstance(self.recorded, Times) else None
        if day < now.date():
            return State.LEFT if known.left is not None else State.HERE
        return State.LEFT if recorded is not None and recorded <= now.time() else State.HERE

    def perhaps_left(self, now: datetime, day: date) -> time | None:
        """When registers suggest that somebody who counts as here has left; else None."""
        known = self.known
        if self.state(now, day) is not State.HERE or not isinstance(known, Times):
            return None
        recorded = self.recorded.left if isinstance(self.recorded, Times) else None
        return known.left if recorded is None else None

    def where(self, now: datetime) -> Slot | None:
        """The session the person is in now: attended or not recorded yet, and running."""
        running = [s for s in self.slots if not s.lost and s.start <= now.time() < s.end]
        attended = [s for s in running if s.mark.attended]
        blank = [s for s in running if s.mark.status is None]
        return next(iter((*attended, *blank)), None)


@dataclass(frozen=True)
class Counts:
    """How many are where. `perhaps_left` are counted among `here`."""

    here: int = 0
    left: int = 0
    not_yet: int = 0
    away: int = 0
    perhaps_left: int = 0
    prefilled: int = 0

    @property
    def everybody(self) -> int:
        """All of them."""
        return self.here + self.left + self.not_yet + self.away


@dataclass(frozen=True)
class PresenceDay:
    """The people of a day: expected ones and whoever came, by family name."""

    date: date
    now: datetime
    rows: tuple[PresenceRow, ...]
    others: tuple[PresenceRow, ...] = ()
    """Staying at the centre, not expected that day, nothing known of them: for the finder."""
    closure: str = ""

    @property
    def past(self) -> bool:
        """Whether the day is over."""
        return self.date < self.now.date()

    @property
    def recorded(self) -> bool:
        """Whether anybody's coming or being away was recorded, not only suggested."""
        return any(row.recorded is not None for row in self.rows)

    @property
    def counts(self) -> Counts:
        """How many are where at `now`."""
        states = [row.state(self.now, self.date) for row in self.rows]
        return Counts(
            here=states.count(State.HERE),
            left=states.count(State.LEFT),
            not_yet=states.count(State.NOT_YET),
            away=states.count(State.AWAY),
            perhaps_left=sum(row.perhaps_left(self.now, self.date) is not None for row in self.rows),
            prefilled=sum(row.prefilled for row in self.rows),
        )

    def here(self) -> tuple[PresenceRow, ...]:
        """Everybody who counts as here, those who perhaps left included."""
        return tuple(r for r in self.rows if r.state(self.now, self.date) is State.HERE)

    def expected_now(self) -> tuple[PresenceRow, ...]:
        """Whoever is expected and neither away nor gone."""
        gone = (State.AWAY, State.LEFT)
        return tuple(r for r in self.rows if r.state(self.now, self.date) not in gone)


@dataclass(frozen=True)
class MonthLine:
    """One person's days in a month, for the funder. Days up to today only.

    `due` are the days on which they were expected: the agreed ones, without agreed days those with a
    register. Every due day is in `present`, `absent` or `unknown`; `extra` were present and not due.
    """

    participant: ParticipantId
    code: str
    name: PersonName
    by_agreement: bool
    due: tuple[date, ...]
    present: tuple[date, ...]
    absent: tuple[tuple[date, Status], ...]
    unknown: tuple[date, ...]
    extra: tuple[date, ...] = ()

    @property
    def days_absent(self) -> int:
        """Fehltage: due days on which the person is known to have been away."""
        return len(self.absent)


def month_line(
    person: PresenceRow, agreed: Iterable[date], days: Mapping[date, PresenceRow], last: date
) -> MonthLine:
    """A month from its days: `agreed` are the person's agreed days on which the centre was open.

    `days` has what is known of a day; days after `last` do not count.
    """
    agreed = sorted(agreed)
    asked = sorted(day for day, row in days.items() if any(slot.asked for slot in row.slots))
    due = tuple(day for day in (agreed or asked) if day <= last)
    known = {day: row.known for day, row in days.items() if day <= last}
    came = sorted(day for day, entry in known.items() if isinstance(entry, Times))
    absent = tuple((day, e.status) for day in due if isinstance(e := known.get(day), Away))
    return MonthLine(
        person.participant,
        person.code,
        person.name,
        bool(agreed),
        due,
        tuple(day for day in came if day in due),
        absent,
        tuple(day for day in due if known.get(day) is None),
        tuple(day for day in came if day not in due),
    )
