"""Taking marks over from the session before: only what is likely to be true again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import ParticipantId, SessionId

_AGAIN = (Status.HOSPITAL, Status.LEAVE, Status.NOT_BOOKED)


@dataclass(frozen=True)
class LikeLast:
    """What would be set from the group's last held session: by person, and who stays blank."""

    session: SessionId
    date: date
    marks: dict[ParticipantId, Mark]
    blank: tuple[ParticipantId, ...]

    @property
    def present(self) -> int:
        """How many would be marked present."""
        return sum(mark.attended for mark in self.marks.values())


def carried(status: Status | None) -> Mark | None:
    """The mark that a status of last time makes today; None leaves it blank.

    Present again, without minutes; in hospital, on leave and not booked as before. Why somebody was
    absent, unwell or late last time says nothing about today.
    """
    if status is Status.PRESENT:
        return Mark(Status.PRESENT)
    return Mark(status) if status in _AGAIN else None
