"""How far ahead groups are planned: to the end of the term, or so many weeks where there is none."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from groupwork.domain.groups import Rhythm
from groupwork.domain.ids import ActivityId
from groupwork.domain.schedule import horizon
from groupwork.domain.series import days
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.session_rows import centre_closures
from groupwork.operations.settings import read_centre

if TYPE_CHECKING:
    from groupwork.store.database import Store

SOON = dt.timedelta(weeks=6)
"""So long before a term begins, or before what is planned ends, more is offered."""


def horizon_of(store: Store, day: dt.date) -> dt.date:
    """The last day a group that begins on the day is planned to."""
    return horizon(day, read_centre(store).term_on(day))


@allowed(Right.READ)
def lost_days(
    desk: Desk, rhythm: Rhythm, first: dt.date, until: dt.date | None, activity: ActivityId | None = None
) -> tuple[dt.date, ...]:
    """The days of a group to be made on which the centre is closed, as far as it would be planned."""
    last = until or horizon_of(desk.store, first)
    closed = centre_closures(desk.store, first, last)
    return tuple(
        day for day in days(rhythm, first, first, last) if any(each.takes(day, activity) for each in closed)
    )


def wanted_to(store: Store, today: dt.date) -> dt.date:
    """The day up to which groups should be planned now: a term that begins soon counts already."""
    centre = read_centre(store)
    terms = [term for term in centre.terms if term.first <= today + SOON and term.last >= today]
    if terms:
        return max(term.last for term in terms)
    return horizon(today, None)


def enough(store: Store, today: dt.date, planned_to: dt.date) -> bool:
    """Without a term nothing is offered while weeks ahead are still planned; with one, every day counts."""
    centre = read_centre(store)
    in_term = any(term.first <= today + SOON and term.last >= today for term in centre.terms)
    return not in_term and planned_to >= today + SOON
