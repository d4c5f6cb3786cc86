"""Registers that are missing or have blanks, with who is responsible."""

from __future__ import annotations

from datetime import date, timedelta

from groupwork.domain.missing import MissingRegister, in_order
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.sessions import open_before, open_between


@allowed(Right.READ)
def missing(desk: Desk, first: date | None = None, last: date | None = None) -> tuple[MissingRegister, ...]:
    """Past sessions whose register is missing or has blanks: the asker's own first, each oldest first.

    Without days those of the running term before today, outside a term of the last 92 days; a last day
    that has not passed is taken as yesterday. Four SELECTs.
    """
    if first is None and last is None:
        return in_order(open_before(desk, desk.today), desk.actor_name)
    end = min(last or date.max, desk.today - timedelta(days=1))
    begin = first or date.min
    if last is not None and last < begin:
        raise Refused(N_("The last day lies before the first."))
    return in_order(open_between(desk, begin, end), desk.actor_name)
