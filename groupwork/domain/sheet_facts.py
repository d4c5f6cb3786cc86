"""What a printed sheet says, as frozen facts: sheets draw them and never ask the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from groupwork.domain.logo import Logo
from groupwork.domain.payload import NO_SHEET
from groupwork.domain.people import Alert, AlertKind
from groupwork.domain.register import Register
from groupwork.domain.session_plan import PlanFacts
from groupwork.domain.signs import Signs


@dataclass(frozen=True)
class SessionFacts:
    """One session's register as it is at `printed`, local wall time. `record`: print what is recorded."""

    centre: str
    register: Register
    printed: datetime
    record: bool = False
    signs: Signs | None = None
    """The centre's signs in the sheet's language; None for the language's own."""
    plan: PlanFacts | None = None
    """The session's plan, when it is to be printed with the register."""


@dataclass(frozen=True)
class DayFacts:
    """All sessions of a day, in order."""

    centre: str
    date: date
    closure: str
    sessions: tuple[SessionFacts, ...]
    printed: datetime
    logo: Logo | None = None
    lost: tuple[SessionFacts, ...] = ()
    """Sessions that do not take place and get no sheet; only the pack of a week leaves them out."""


@dataclass(frozen=True)
class WeekFacts:
    """Seven days from a Monday on."""

    centre: str
    days: tuple[DayFacts, ...]
    printed: datetime
    logo: Logo | None = None


@dataclass(frozen=True)
class RecoveryFacts:
    """What the recovery sheet says. Without code and payload it is a preview."""

    centre: str
    printed: datetime
    code: str = field(default="", repr=False)
    """26 signs in groups parted by hyphens."""
    payload: str = field(default="", repr=False)
    """The text of the square code."""
    logo: Logo | None = None

    @property
    def preview(self) -> bool:
        """True when it opens nothing."""
        return not self.code


@dataclass(frozen=True)
class Stamp:
    """What makes a print readable again: its id and the centre's key. A preview has id 0."""

    sheet: bytes = NO_SHEET
    key: bytes = b""

    @property
    def preview(self) -> bool:
        """True when nothing was stored under this id."""
        return self.sheet == NO_SHEET


@dataclass(frozen=True)
class Look:
    """How a sheet is printed: language "en" or "de", paper "A4" or "Letter", large print."""

    language: str = "en"
    paper: str = "A4"
    large: bool = False


def anything_recorded(register: Register) -> bool:
    """True when somebody recorded something: a mark that was not planned ahead, or a result."""
    return any(
        (row.mark.status is not None and not row.mark.planned)
        or any(result is not None for result in row.results)
        for row in register.rows
    )


def unprinted(people: Iterable[tuple[Alert, ...]]) -> int:
    """How many alerts of these people are kept off paper: a sheet says their number, never "no alerts"."""
    return sum(not alert.printed for alerts in people for alert in alerts)


def printed_alerts(alerts: tuple[Alert, ...]) -> tuple[Alert, ...]:
    """The alerts that may be on paper, most urgent first."""
    order = list(AlertKind)
    return tuple(sorted((a for a in alerts if a.printed), key=lambda a: order.index(a.kind)))
