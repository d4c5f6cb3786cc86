"""The terms of a centre: which one a day lies in, and that no two claim the same day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from groupwork.domain.schedule import Term, check_day, check_term, week_of_term
from groupwork.domain.text import clean_name
from groupwork.errors import Refused
from groupwork.i18n import N_

MOST_TERMS = 60

OVERLAP = N_(
    "“{name}” would overlap with the term “{other}” ({first} to {last}). A day lies in one term at most."
)
TOO_MANY = N_("A centre has at most {most} terms.")


def term_on(day: date, terms: Iterable[Term]) -> Term | None:
    """The term the day lies in, or None between terms."""
    return next((term for term in terms if term.covers(day)), None)


def term_near(day: date, terms: Iterable[Term]) -> Term | None:
    """The term of the day, else the next to come, else None."""
    coming = (term for term in terms if term.last >= day)
    return min(coming, key=lambda term: term.first, default=None)


def week_of_terms(day: date, terms: Sequence[Term]) -> tuple[int, int] | None:
    """ "Week 7 of 12" of the term the day lies in, else of one whose first or last week it lies in."""
    there = term_on(day, terms)
    weeks = (week_of_term(day, term) for term in ([there] if there is not None else terms))
    return next((week for week in weeks if week is not None), None)


def put_term(terms: Iterable[Term], term: Term, instead: Term | None = None) -> tuple[Term, ...]:
    """The terms with one more, or with one changed; by date. Refused in words when two overlap."""
    new = Term(clean_name(term.name), term.first, term.last)
    check_day(new.first)
    check_day(new.last)
    check_term(new.first, new.last)
    others = [each for each in terms if each != instead]
    for other in others:
        if other.first <= new.last and new.first <= other.last:
            raise Refused(
                OVERLAP,
                name=new.name,
                other=other.name,
                first=other.first.isoformat(),
                last=other.last.isoformat(),
            )
    if len(others) >= MOST_TERMS:
        raise Refused(TOO_MANY, most=MOST_TERMS)
    return tuple(sorted([*others, new], key=lambda each: each.first))
