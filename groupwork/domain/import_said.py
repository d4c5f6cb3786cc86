"""What is said once of whole columns: how dates that can be read in several ways are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from groupwork.domain.import_cells import DayOrder, first_day_of, short_years
from groupwork.domain.import_headers import Column
from groupwork.domain.imports import Choices
from groupwork.i18n import N_

MONTH_FIRST_SAID = N_("Dates are read as month/day/year, because one of them cannot be read otherwise.")
DAY_FIRST_SAID = N_("Dates with slashes are read as day/month/year.")
BIRTH_SHORT_SAID = N_(
    "A date of birth with a year of two digits is read as the latest one that is not in the future: 1.2.55 "
    "is in 1955."
)
STAY_SHORT_SAID = N_("First and last days with a year of two digits are read as 20xx.")
FIRST_DAY_SAID = N_(
    "First and last days that are only a year or a month are read as its first day: 2019 is 1 January 2019."
)


def said(
    dates: Mapping[Column, Sequence[str]], orders: Mapping[Column, DayOrder], chosen: Choices
) -> tuple[str, ...]:
    """Every decision about a column of dates, as gettext sources."""
    return tuple(_said(dates, orders, chosen))


def _said(
    dates: Mapping[Column, Sequence[str]], orders: Mapping[Column, DayOrder], chosen: Choices
) -> Iterator[str]:
    stay = (*dates[Column.START], *dates[Column.END])
    if DayOrder.MONTH_FIRST in orders.values():
        yield MONTH_FIRST_SAID
    if DayOrder.ASSUMED in orders.values() and chosen.order is None:
        yield DAY_FIRST_SAID
    if chosen.today and short_years(dates[Column.BIRTH]):
        yield BIRTH_SHORT_SAID
    if chosen.today and short_years(stay):
        yield STAY_SHORT_SAID
    if any(first_day_of(cell) for cell in stay):
        yield FIRST_DAY_SAID
