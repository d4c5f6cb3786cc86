"""Where one can be in the window: a page and what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as _date

from groupwork.domain.ids import ActivityId, GroupId, ParticipantId, SessionId


@dataclass(frozen=True)
class Place:
    """`page` is a code of `ui/pages.py`: today, schedule, plan, register, participant, settings, backups, …

    `part` names a tab or a part of the page, and what is to be begun there ("new").
    """

    page: str
    date: _date | None = None
    session: SessionId | None = None
    participant: ParticipantId | None = None
    group: GroupId | None = None
    activity: ActivityId | None = None
    part: str = ""


BACK = Place("back")
"""Where one came from; at the first page nowhere."""
