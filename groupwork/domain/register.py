"""The register of one session as facts: what the grid, the sheet and the command line show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import ParticipantId
from groupwork.domain.late_changes import RegisterLock
from groupwork.domain.people import Alert, PersonName
from groupwork.domain.sessions import SessionInfo
from groupwork.domain.signs import Signs
from groupwork.domain.tasks import TaskColumn, TaskResult
from groupwork.domain.text import fold
from groupwork.i18n import N_

OVER_CAPACITY = N_("{people} people are here or still expected; there is room for {places}.")
"""Too many people is pointed out in words, never blocked. See `takes_room`."""


@dataclass(frozen=True)
class RegisterRow:
    """One person on the register. Tuples over tasks follow `Register.tasks`."""

    participant: ParticipantId
    code: str
    name: PersonName
    mark: Mark
    alerts: tuple[Alert, ...] = ()
    minutes: int | None = None
    """Minutes that count: typed, else session length minus late and early, clipped; None if not attended."""
    minutes_over: bool = False
    """True when the typed minutes are longer than the session."""
    participation: int | None = None
    mood_before: int | None = None
    mood_after: int | None = None
    last_four: tuple[Mark, ...] = ()
    """The marks of the last four sessions of this activity, oldest first; not-held ones left out."""
    results: tuple[TaskResult | None, ...] = ()
    last_levels: tuple[int | None, ...] = ()
    """Help level in the last earlier session in which the person did the same task."""
    absence_words: str = ""
    """What was said with a planned absence ("dentist"), never with anybody else's name."""
    absence_until: str = ""
    """ISO date of the planned absence's last day, or empty."""
    sort_name: str = ""
    """What the row stands in order by: family name, then given name."""


@dataclass(frozen=True)
class Register:
    """The register page of a session."""

    session: SessionInfo
    tasks: tuple[TaskColumn, ...]
    rows: tuple[RegisterRow, ...]
    records_mood: bool = False
    all_present: bool = False
    """The group's default. "All present" records nothing by itself: while nobody is recorded, the
    page offers "Mark blanks present" first; nothing is ever silently anything but "not recorded"."""
    stored: bool = True
    """False when the snapshot would be written but is not (read-only commands)."""
    signs: Signs | None = None
    """The centre's signs in the language it was asked for; None for that language's own."""
    lock: RegisterLock | None = None
    """Set once the register is older than the centre's lock date."""


def takes_room(register: Register) -> int:
    """How many people are there or may still come: everybody but those known to stay away."""
    return sum(row.mark.status is None or row.mark.attended for row in register.rows)


def letters(rows: Sequence[RegisterRow]) -> str:
    """The range of the alphabet these rows hold ("A–H"), walk-ins at the end aside; "" without any."""
    firsts = [_first(row) for row in rows if row.mark.status is not Status.WALK_IN]
    known = [letter for letter in firsts if letter]
    return "–".join(dict.fromkeys((known[0], known[-1]))) if known else ""


def _first(row: RegisterRow) -> str:
    """The capital letter a row stands under, without its accent ("Łąckorzyński" under L)."""
    return next((c.upper() for c in fold(row.sort_name or row.name.full) if c.isalpha()), "")
