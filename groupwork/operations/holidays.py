"""Public holidays of a region: shown first, then entered as closures, all in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from groupwork.domain.centre import Region
from groupwork.domain.closures import ClosureInfo
from groupwork.domain.holidays import COUNTRIES, Country, Holiday
from groupwork.domain.schedule import check_day
from groupwork.errors import Refused
from groupwork.i18n import N_
from groupwork.operations.closures import add_closure, closures, what_would_be_lost
from groupwork.operations.desk import Desk, Right, allowed
from groupwork.operations.settings import put_setting, read_centre

if TYPE_CHECKING:
    from groupwork.store.journal import Done

KIND = "holiday"
SOME_PLACES = "catholic"
"""The category of holidays that only some places of a German region keep."""
MOST_YEARS = 5

UNKNOWN = N_("There are no public holidays for that region. Choose another one.")
NOTHING = N_("Tick at least one public holiday.")
FAR = N_("Choose a span of at most {most} years.")


@dataclass(frozen=True)
class HolidaysAdded:
    """What was entered: how many closures, and how many sessions they take."""

    done: Done
    added: int
    lost: int


@allowed(Right.READ)
def countries(desk: Desk) -> tuple[Country, ...]:
    """The countries to choose from, each with its parts by name."""
    import holidays

    found = []
    for code, label in COUNTRIES.items():
        kind: Any = getattr(holidays, code)
        names: dict[str, str] = {}
        for alias, part in getattr(kind, "subdivisions_aliases", {}).items():
            names.setdefault(part, alias)
        parts = sorted((names.get(part, part), part) for part in kind.subdivisions)
        found.append(Country(code, label, tuple((part, name) for name, part in parts)))
    return tuple(found)


@allowed(Right.READ)
def public_holidays(desk: Desk, region: Region, first: date, last: date) -> tuple[Holiday, ...]:
    """The region's public holidays of these days, by date, with what they would take. Six SELECTs.

    Names are in the centre's language where the region's holidays have one in it.
    """
    check_day(first)
    check_day(last)
    if last.year - first.year > MOST_YEARS:
        raise Refused(FAR, most=MOST_YEARS)
    found = _of_region(region, first, last, read_centre(desk.store).language)
    there = [each for each in closures(desk, first, last) if _closes_all(each)]
    lost = Counter(session.date for session in what_would_be_lost(desk, first, last))
    return tuple(
        replace(
            each,
            there=any(closure.first <= each.date <= closure.last for closure in there),
            lost=lost[each.date],
        )
        for each in found
    )


@allowed(Right.PLAN)
def add_holidays(desk: Desk, region: Region, chosen: Sequence[Holiday]) -> HolidaysAdded:
    """Enter holidays as closures of the whole centre, and keep the region: one step, one Undo.

    Days on which the centre is closed already are left out.
    """
    if not chosen:
        raise Refused(NOTHING)
    days = sorted(each.date for each in chosen)
    there = [each for each in closures(desk, days[0], days[-1]) if _closes_all(each)]
    added = lost = 0
    with desk.step("holidays.added", count=len(chosen)) as step:
        for each in sorted(chosen, key=lambda holiday: holiday.date):
            if any(closure.first <= each.date <= closure.last for closure in there):
                continue
            lost += add_closure(desk, each.name, each.date, each.date, kind=KIND).lost
            added += 1
        put_setting(step, "region", {"country": region.country, "part": region.part})
    return HolidaysAdded(step.done, added, lost)


def _closes_all(closure: ClosureInfo) -> bool:
    return closure.room is None and closure.allowed is None


def _of_region(region: Region, first: date, last: date, language: str) -> list[Holiday]:
    import holidays

    kind: Any = getattr(holidays, region.country, None) if region.country in COUNTRIES else None
    if kind is None or (region.part and region.part not in kind.subdivisions):
        raise Refused(UNKNOWN)
    spoken = [code for code in kind.supported_languages or () if code[:2] == language]
    wanted: dict[str, Any] = {
        "subdiv": region.part or None,
        "years": range(first.year, last.year + 1),
        "language": next(iter(spoken), kind.default_language),
    }
    found = {day: (name, True) for day, name in kind(**wanted).items()}
    if SOME_PLACES in kind.supported_categories:
        for day, name in kind(categories=SOME_PLACES, **wanted).items():
            found.setdefault(day, (name, False))
    return [
        Holiday(day, name.replace("'", "’"), everywhere)
        for day, (name, everywhere) in sorted(found.items())
        if first <= day <= last
    ]
