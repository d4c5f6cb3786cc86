"""Mood before and after, as five faces a participant may touch (DOMAIN.md "Tasks and help levels")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from groupwork.domain.attendance import Mark
from groupwork.domain.ids import ParticipantId, SessionId
from groupwork.domain.register import Register, RegisterRow
from groupwork.errors import Refused
from groupwork.i18n import N_

FACES = (1, 2, 3, 4, 5)
MOOD_LABELS: dict[int, str] = {
    1: N_("very bad"),
    2: N_("bad"),
    3: N_("so-so"),
    4: N_("good"),
    5: N_("very good"),
}
PART_LABELS: dict[int, str] = {
    0: N_("not at all"),
    1: N_("a little"),
    2: N_("partly"),
    3: N_("mostly"),
    4: N_("fully"),
}
"""How much somebody took part. Plain words beside the number; they claim nothing."""


class Moment(StrEnum):
    """When somebody is asked."""

    BEFORE = "before"
    AFTER = "after"


GREETINGS: dict[Moment, str] = {
    Moment.BEFORE: N_("How are you today, {name}?"),
    Moment.AFTER: N_("How are you now, {name}?"),
}


@dataclass(frozen=True)
class Guest:
    """Somebody who is asked: only what may stand on the page, and the language it stands in ("" any)."""

    participant: ParticipantId
    called: str
    language: str = ""


@dataclass(frozen=True)
class Round:
    """Who is asked in a session, one after the other."""

    session: SessionId
    moment: Moment
    guests: tuple[Guest, ...]


def checked_face(face: int | None) -> int | None:
    """The face itself when it may be stored; raises Refused."""
    if face is not None and face not in FACES:
        raise Refused(N_("Mood is a number from 1 to 5."))
    return face


def mood_of(row: RegisterRow, moment: Moment) -> int | None:
    """What is stored for a person at a moment, 1 to 5 or None."""
    return row.mood_before if moment is Moment.BEFORE else row.mood_after


def may_be_asked(mark: Mark) -> bool:
    """True for everybody who is not known to have stayed away."""
    return mark.status is None or mark.attended


def to_ask(register: Register, moment: Moment) -> tuple[ParticipantId, ...]:
    """Everybody who came and has not said yet how they are, in the register's order."""
    rows: Sequence[RegisterRow] = register.rows
    return tuple(row.participant for row in rows if row.mark.attended and mood_of(row, moment) is None)
