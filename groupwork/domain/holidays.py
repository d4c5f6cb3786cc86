"""Public holidays as a centre may take them over: whose they are, and which are worth a tick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from groupwork.domain.centre import Hours
from groupwork.i18n import N_

COUNTRIES: Mapping[str, str] = MappingProxyType(
    {
        "DE": N_("Germany"),
        "AT": N_("Austria"),
        "CH": N_("Switzerland"),
        "LI": N_("Liechtenstein"),
        "LU": N_("Luxembourg"),
        "GB": N_("United Kingdom"),
        "IE": N_("Ireland"),
        "US": N_("United States"),
        "CA": N_("Canada"),
        "AU": N_("Australia"),
        "NZ": N_("New Zealand"),
    }
)
"""ISO code → gettext source text, in the order in which they are offered."""

WORKING_DAYS = 5


@dataclass(frozen=True)
class Country:
    """A country and the parts of it whose holidays differ, each as (code, name in its own language)."""

    code: str
    label: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Holiday:
    """A public holiday in a preview."""

    date: date
    name: str
    everywhere: bool = True
    """False where only some places of the region keep it."""
    there: bool = False
    """A closure covers the day already."""
    lost: int = 0
    """Planned sessions of that day."""


def is_usual(holiday: Holiday, hours: Hours) -> bool:
    """Whether it is ticked at first: kept everywhere, not there yet, on a day on which the centre is open."""
    weekday = holiday.date.weekday()
    opens = weekday in hours if hours else weekday < WORKING_DAYS
    return opens and holiday.everywhere and not holiday.there
