"""Who is at the centre on a day: recorded times, what the registers suggest, days present and absent.

DOMAIN.md "Day presence". Groups alone miss people in the café corner. What a register suggests is a
suggestion until somebody confirms it, and is never mixed up with what was recorded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from groupwork.domain.attendance import MEANINGS, NOT_RECORDED, Mark, Status
from groupwork.domain.ids import SessionId
from groupwork.domain.text import clean_line
from groupwork.errors import Refused
from groupwork.i18n import N_

AWAY = (
    Status.UNWELL,
    Status.CANCELLED,
    Status.ABSENT,
    Status.OTHER,
    Status.TRANSPORT,
    Status.HOSPITAL,
    Status.LEAVE,
    Status.NOT_BOOKED,
)
"""Why somebody may be away a whole day, the usual ones first."""


@dataclass(frozen=True)
class Times:
    """Somebody came; local wall times of the day, None where nobody said when."""

    arrived: time | None = None
    left: time | None = None


@dataclass(frozen=True)
class Away:
    """Somebody did not come that day, and why."""

    status: Status
    reason: str = ""


Entry = Times | Away


@dataclass(frozen=True)
class Slot:
    """One person's place on a register of the day. `lost`: the session did not take place."""

    session: SessionId
    title: str
    start: time
    end: time
    room: str = ""
    mark: Mark = NOT_RECORDED
    lost: bool = False

    @property
    def asked(self) -> bool:
        """True when the person was expected: on the list of a session that takes place, no walk-in."""
        return not self.lost and self.mark.status is not Status.WALK_IN

    @property
    def in_building(self) -> bool:
        """True when the mark says that the person was in the building."""
        status = self.mark.status
        return not self.lost and status is not None and MEANINGS[status].in_building


def suggest(slots: Sequence[Slot], absence: Away | None, now: datetime | None) -> Entry | None:
    """What the registers of a day suggest: Times, Away, or None when they say nothing.

    Arrived is the start of the first attended mark plus its late minutes, left the end of the last one
    minus its early minutes. `now` is the moment on that same day, None for a past day: leaving is not
    suggested ahead of time, nor while a later register is still to come. Somebody who was in the
    building and joined nothing gets Times without a time.
    """
    kept = sorted((s for s in slots if not s.lost), key=lambda s: (s.start, s.end, s.session))
    attended = [s for s in kept if s.mark.attended]
    if attended:
        arrived = _shifted(attended[0].start, attended[0].mark.late_min or 0, attended[0])
        return Times(arrived, _leaving(kept, attended, arrived, now))
    if any(s.in_building for s in kept):
        return Times()
    if absence is not None:
        return absence
    said = [s.mark for s in kept]
    if said and all(mark.status in AWAY for mark in said):
        status = said[0].status
        return Away(status, said[0].reason) if status is not None else None
    return None


def _leaving(
    kept: Sequence[Slot], attended: Sequence[Slot], arrived: time, now: datetime | None
) -> time | None:
    last = max(attended, key=lambda s: (s.end, s.start))
    left = max(arrived, _shifted(last.end, -(last.mark.early_min or 0), last))
    if now is None:
        return left
    to_come = any(s.mark.status is None and s.end > max(last.end, now.time()) for s in kept)
    return None if to_come or left > now.time() else left


def _shifted(at: time, minutes: int, slot: Slot) -> time:
    """So many minutes later or earlier, never outside the session."""
    moved = datetime.combine(date.min + timedelta(days=1), at) + timedelta(minutes=minutes)
    first, last = (datetime.combine(date.min + timedelta(days=1), t) for t in (slot.start, slot.end))
    return min(max(moved, first), last).time()


def checked(entry: Entry, day: date, now: datetime) -> Entry:
    """The entry as it may be stored; raises Refused in words.

    Nothing but an absence before its day; nobody has arrived later than now; leaving is not before
    arriving. Reasons are one line of up to 200 letters.
    """
    if isinstance(entry, Away):
        if entry.status not in AWAY:
            raise Refused(N_("That is not a reason to be away for a day."))
        return Away(entry.status, clean_line(entry.reason))
    if day > now.date():
        raise Refused(N_("This day is still ahead: before it only absences can be entered."))
    if entry.arrived is not None and datetime.combine(day, entry.arrived) > now:
        raise Refused(
            N_("{time} is still ahead: nobody has arrived then yet."), time=f"{entry.arrived:%H:%M}"
        )
    if entry.arrived is not None and entry.left is not None and entry.left < entry.arrived:
        raise Refused(
            N_("Left at {left} would be before arriving at {arrived}."),
            left=f"{entry.left:%H:%M}",
            arrived=f"{entry.arrived:%H:%M}",
        )
    return entry
