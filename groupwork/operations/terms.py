"""The terms of the centre: added, changed and removed one by one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from groupwork.domain.schedule import Term
from groupwork.domain.terms import put_term
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.settings import put_terms, read_centre, stored_terms

if TYPE_CHECKING:
    from groupwork.store.journal import Done

GONE = N_("The term “{name}” is no longer there.")


@allowed(Right.READ)
def terms(desk: Desk) -> tuple[Term, ...]:
    """The centre's terms by date. No SELECT while nothing was written."""
    return read_centre(desk.store).terms


@allowed(Right.SETTINGS)
def add_term(desk: Desk, name: str, first: date, last: date) -> Done:
    """One more term, both days inclusive. Refused when it overlaps with another one. Undoable."""
    return _put(desk, "term.added", put_term(read_centre(desk.store).terms, Term(name, first, last)), first)


@allowed(Right.SETTINGS)
def change_term(desk: Desk, term: Term, name: str, first: date, last: date) -> Done:
    """Another name or other days for a term. Refused when it is gone or would overlap. Undoable."""
    there = _there(desk, term)
    return _put(desk, "term.changed", put_term(there, Term(name, first, last), term), term.first)


@allowed(Right.SETTINGS)
def remove_term(desk: Desk, term: Term) -> Done:
    """Take a term away; its sessions stay and are numbered by calendar year. Undoable."""
    left = tuple(each for each in _there(desk, term) if each != term)
    return _put(desk, "term.removed", left, term.first)


def _there(desk: Desk, term: Term) -> tuple[Term, ...]:
    found = read_centre(desk.store).terms
    if term not in found:
        raise Refused(GONE, name=term.name)
    return found


def _put(desk: Desk, verb: str, found: tuple[Term, ...], day: date) -> Done:
    with desk.step(verb, date=day.isoformat()) as step:
        put_terms(step, list(stored_terms(found)))
    return step.done
