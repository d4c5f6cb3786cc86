"""Days as people type them into a date field: "24.", "24.12.", "24/12/26", "2026-12-24"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_PARTS = re.compile(r"(\d{1,2})[./ -]*(?:(\d{1,2})[./ -]*(\d{1,4})?)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WHOLE = re.compile(r"(\d{2})(\d{2})(\d{4})")
LONGEST = 10


def read_day(typed: str, near: date) -> date | None:
    """The day that was typed so far; None while it is none.

    Day before month, as everywhere here. What is missing is taken from `near`: the month, or the year in
    which the day lies nearest to it. A year of two digits is one of 2000 to 2099; of one or three digits it
    is not said yet.
    """
    if match := _ISO.fullmatch(typed):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _WHOLE.fullmatch(typed):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    match = _PARTS.fullmatch(typed)
    if match is None:
        return None
    if match[2] is None:
        return _day(near.year, near.month, int(match[1]))
    return _in_year(int(match[1]), int(match[2]), match[3] or "", near)


def _in_year(day: int, month: int, year: str, near: date) -> date | None:
    if len(year) == 4:
        return _day(int(year), month, day)
    if len(year) == 2 and year != "20":  # "20" is the beginning of a year
        return _day(2000 + int(year), month, day)
    return min(_around(near, month, day), key=lambda found: abs(found - near), default=None)


def _around(near: date, month: int, day: int) -> Iterator[date]:
    """That day of the years around."""
    for year in range(near.year - 4, near.year + 5):  # a 29 February comes every four years
        found = _day(year, month, day)
        if found is not None:
            yield found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
