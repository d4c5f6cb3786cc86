"""What the fire list says: who has to be looked for when the building is left, and nothing about health."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from groupwork.domain.ids import ParticipantId
from groupwork.domain.logo import Logo
from groupwork.domain.people import AlertKind
from groupwork.domain.presence import AWAY, Slot, Times
from groupwork.domain.presence_day import PresenceDay, PresenceRow

HELP = (AlertKind.SAFETY, AlertKind.ONE_TO_ONE, AlertKind.SUPPORT)
"""Kinds of alert that matter when people are led out; their words stay in the house."""

BLANK_LINES = 10


class Basis(StrEnum):
    """Where the list comes from."""

    HERE = "here"
    """Who is here now, as recorded and as the registers suggest."""
    EXPECTED = "expected"
    """Nothing is known of the day yet, or it has not come: who is expected."""
    CAME = "came"
    """A past day: who came."""
    EVERYBODY = "everybody"
    """Nobody is known to be here and nobody is expected: everybody who stays at the centre."""
    NOBODY = "nobody"
    """Nobody stays at the centre: empty lines to write on."""


@dataclass(frozen=True)
class FireLine:
    """One person to tick off. `where` is the session of this moment."""

    name: str
    """Family name first, as in a list; "" is a line to write on."""
    native: str = ""
    room: str = ""
    group: str = ""
    start: time | None = None
    end: time | None = None
    running: bool = False
    """Whether that session runs now; else it is the next one of the day."""
    here: bool = False
    """Whether anything says that the person is in the house."""
    perhaps_left: time | None = None
    help: tuple[AlertKind, ...] = ()


@dataclass(frozen=True)
class StaffLine:
    """Somebody on duty, and where."""

    name: str
    room: str = ""
    start: time | None = None


@dataclass(frozen=True)
class FireFacts:
    """Everything on the list."""

    centre: str
    date: date
    printed: datetime
    basis: Basis
    lines: tuple[FireLine, ...]
    not_yet: tuple[str, ...] = ()
    """Expected today and not recorded: names only, to be asked about."""
    staff: tuple[StaffLine, ...] = ()
    meeting_point: str = ""
    logo: Logo | None = None
    preview: bool = False


def basis(page: PresenceDay) -> Basis:
    """What the list of this day is made from."""
    if page.past:
        return Basis.CAME
    known = any(isinstance(row.known, Times) for row in page.rows)
    if known and page.date == page.now.date():
        return Basis.HERE
    if page.expected_now():
        return Basis.EXPECTED
    return Basis.EVERYBODY if page.rows or page.others else Basis.NOBODY


def fire_lines(
    page: PresenceDay, alerts: Mapping[ParticipantId, tuple[AlertKind, ...]]
) -> tuple[FireLine, ...]:
    """The people of the list, family names first; empty lines when there is nobody to list."""
    of = basis(page)
    if of is Basis.NOBODY:
        return (FireLine(""),) * BLANK_LINES
    if of is Basis.HERE:
        rows = page.here()
    elif of is Basis.EXPECTED:
        rows = page.expected_now()
    elif of is Basis.EVERYBODY:
        rows = tuple(sorted((*page.rows, *page.others), key=lambda row: row.sort_name))
    else:
        rows = tuple(row for row in page.rows if isinstance(row.known, Times))
    return tuple(_line(page, row, alerts.get(row.participant, ())) for row in rows)


def not_yet(page: PresenceDay) -> tuple[str, ...]:
    """Who is expected today and of whom nothing is known, while others are here."""
    if basis(page) is not Basis.HERE:
        return ()
    return tuple(row.sort_name for row in page.rows if row.known is None)


def _line(page: PresenceDay, row: PresenceRow, kinds: tuple[AlertKind, ...]) -> FireLine:
    running = row.where(page.now) if page.date == page.now.date() else None
    slot = running or _next(page, row)
    known = row.known
    return FireLine(
        row.sort_name,
        row.name.native,
        slot.room if slot else "",
        slot.title if slot else "",
        slot.start if slot else None,
        slot.end if slot else None,
        running is not None,
        isinstance(known, Times),
        None if page.past else row.perhaps_left(page.now, page.date),
        tuple(kind for kind in HELP if kind in kinds),
    )


def _next(page: PresenceDay, row: PresenceRow) -> Slot | None:
    """The next session of the day, the first one on a day that has not come; none of a past day."""
    if page.past:
        return None
    now = page.now.time() if page.date == page.now.date() else time.min
    coming = (s for s in row.slots if not s.lost and s.start >= now and s.mark.status not in AWAY)
    return next(coming, None)
