"""Days as people say them, in English and German alike: "next tue", "übermorgen", "18.11.", "KW 47".

Relative to a given today. What is typed may be unfinished: several readings come back, best first.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from groupwork.domain.text import fold
from groupwork.i18n import LONG_MONTHS, LONG_WEEKDAYS

MAX_TYPED = 40
YEARS = range(1900, 2200)
REACH = 8
"""Years around today in which a day without a year is looked for: a leap day comes every 4 or 8."""


@dataclass(frozen=True)
class DayFound:
    """A day, or with `week` the week that begins on it."""

    day: date
    week: bool = False


def days_in(typed: str, today: date, limit: int = 3) -> tuple[DayFound, ...]:
    """The days that the typed words may mean, best first; none for anything else."""
    words = _plain(typed[:MAX_TYPED])
    if not words:
        return ()
    readings = dict.fromkeys(found for read in _READERS for found in read(words, today))
    return tuple(islice(readings, limit))


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def _plain(typed: str) -> str:
    """Without case and accents; ä, ö, ü typed as ae, oe, ue are the same letters."""
    plain = fold(typed).replace(",", " ")
    for two, one in (
        ("ueberm", "uberm"),
        ("fuenf", "funf"),
        ("zwoelf", "zwolf"),
        ("naechst", "nachst"),
        ("maerz", "marz"),
    ):
        plain = plain.replace(two, one)
    return " ".join(plain.split())


_NEAR = {
    "today": 0,
    "heute": 0,
    "tomorrow": 1,
    "morgen": 1,
    "yesterday": -1,
    "gestern": -1,
    "ubermorgen": 2,
    "day after tomorrow": 2,
    "vorgestern": -2,
    "day before yesterday": -2,
}
_SAID = {"next": 1, "coming": 1, "nachst": 1, "kommend": 1, "last": -1, "previous": -1, "letzt": -1}
_SAID |= {"vorig": -1, "vergangen": -1, "this": 0, "dies": 0, "on": 0, "am": 0}
_ENDINGS = ("", "e", "en", "er", "es", "em")
_SIDES = {word + ending: side for word, side in _SAID.items() for ending in _ENDINGS}
_WEEK_WORDS = ("week", "woche", "wochen", "weeks")
_UNITS = {"days": 1, "tagen": 1, "weeks": 7, "wochen": 7, "months": 0, "monaten": 0}
_NUMBERS_SAID = (
    "a one an einem einer ein eine",
    "two zwei",
    "three drei",
    "four vier",
    "five funf",
    "six sechs",
    "seven sieben",
    "eight acht",
    "nine neun",
    "ten zehn",
    "eleven elf",
    "twelve zwolf",
)
_SAID_AS = {word: n for n, words in enumerate(_NUMBERS_SAID, start=1) for word in words.split()}
_WEEK = re.compile(r"(?:week|wk|kw|woche|w)\.? ?(\d{1,2})(?:(?: |/| / )(\d{2}|\d{4}))?")
_AHEAD = re.compile(r"(?:today |heute )?in (\d{1,4}|[a-z]+)(?: ([a-z]+))?")
_AGO = re.compile(r"(\d{1,4}|[a-z]+) ([a-z]+) ago")
_BEFORE = re.compile(r"vor (\d{1,4}|[a-z]+)(?: ([a-z]+))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_NUMBERS = re.compile(r"(\d{1,2})[./](?: ?(\d{1,2})(?:[./] ?(\d{4}|\d{2})?)?)?")
_BY_NAME = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)? ?([a-z]+)\.?(?: (\d{4}|\d{2}))?")
_NAME_FIRST = re.compile(r"([a-z]{3,})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?(?: (\d{4}))?")
_ALONE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_LED = re.compile(r"(?:(?:on|am|den|the) )?(?:([a-z]{2,})\.? )?(.*\d.*)")


def _near(words: str, today: date) -> Iterator[DayFound]:
    """today, heute, tom…"""
    if len(words) < 2:
        return
    for name in sorted(_NEAR, key=lambda name: (name != words, len(name))):
        if name.startswith(words):
            yield DayFound(today + timedelta(days=_NEAR[name]))


def _weekday(words: str, today: date) -> Iterator[DayFound]:
    """tue, next tue, letzten Freitag; with "next" both the coming one and the one in the week after."""
    said, _blank, name = words.rpartition(" ")
    if said and said not in _SIDES:
        return
    side = _SIDES.get(said, 0)
    for number in _weekdays(name):
        coming = today + timedelta(days=(number - today.weekday()) % 7)
        before = coming - timedelta(days=7)
        if side < 0:
            yield DayFound(before)
            continue
        if side == 0:
            yield DayFound(coming)
            if not said:
                yield DayFound(before)
            continue
        after = coming if coming > today else coming + timedelta(days=7)
        yield DayFound(after)
        yield DayFound(monday_of(today) + timedelta(days=7 + number))


def _weekdays(name: str) -> list[int]:
    """The weekdays that a word of at least two letters begins, Monday 0."""
    name = name.rstrip(".")
    if len(name) < 2:
        return []
    found = []
    for names in LONG_WEEKDAYS.values():
        found += [number for number, each in enumerate(names) if fold(each).startswith(name)]
    return sorted(set(found))


def _some_week(words: str, today: date) -> Iterator[DayFound]:
    """next week, diese Woche; "next" alone and "week" alone mean weeks too."""
    said, _blank, name = words.rpartition(" ")
    if not said and name in _SIDES and name not in ("on", "am"):
        said, name = name, "week"
    elif not said and len(name) > 2 and _begins(name, _WEEK_WORDS):
        yield DayFound(monday_of(today), week=True)
        yield DayFound(monday_of(today) + timedelta(days=7), week=True)
        return
    if said in _SIDES and said not in ("on", "am") and _begins(name, _WEEK_WORDS):
        yield DayFound(monday_of(today) + timedelta(days=7 * _SIDES[said]), week=True)


def _begins(word: str, names: Iterable[str]) -> bool:
    return any(name.startswith(word) for name in names)


def _distance(words: str, today: date) -> Iterator[DayFound]:
    """in 3 days, in 2 Wochen, 5 days ago, vor einer Woche; without a unit: days, then weeks."""
    for pattern, side in ((_AHEAD, 1), (_BEFORE, -1), (_AGO, -1)):
        found = pattern.fullmatch(words)
        if found is None:
            continue
        amount = _amount(found.group(1))
        unit = found.group(2) or ""
        for name, days in _UNITS.items():
            if amount is not None and name.startswith(unit):
                yield from _shifted(today, side * amount, days)


def _amount(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return _SAID_AS.get(word)


def _shifted(today: date, amount: int, days: int) -> Iterator[DayFound]:
    """The day so many steps away; a month's missing day is its last."""
    if days:
        day = _checked(lambda: today + timedelta(days=amount * days))
    else:
        year, month = divmod(today.year * 12 + today.month - 1 + amount, 12)
        last = monthrange(year, month + 1)[1] if year in YEARS else 0
        day = _checked(lambda: date(year, month + 1, min(today.day, last)))
    if day is not None:
        yield DayFound(day)


def _week_number(words: str, today: date) -> Iterator[DayFound]:
    """week 47, KW 47, kw 1 2027; without a year the nearest one that has such a week."""
    found = _WEEK.fullmatch(words)
    if found is None:
        return
    week = int(found.group(1))
    years = [_year(found.group(2))] if found.group(2) else range(today.year - REACH, today.year + REACH + 1)
    for day in _nearest([_checked(_week_maker(year, week)) for year in years if year], today)[:1]:
        yield DayFound(day, week=True)


def _dated(words: str, today: date) -> Iterator[DayFound]:
    """18.11., 2026-11-18, 18 nov, 3. Nov. 2026, nov 18, 18; a weekday may stand before it."""
    led = _LED.fullmatch(words)
    if led is not None and led.group(1) and _weekdays(led.group(1)):
        words = led.group(2)
    for pattern, read in _DATES:
        found = pattern.fullmatch(words)
        if found is not None:
            yield from (DayFound(day) for day in read(*found.groups(), today))


def _iso(year: str, month: str, day: str | None, today: date) -> list[date]:
    return _in(int(year), [int(month)], int(day or 1), today)


def _numbers(day: str, month: str | None, year: str | None, today: date) -> list[date]:
    months = [int(month)] if month else range(1, 13)
    return _in(_year(year), months, int(day), today)


def _named(day: str, name: str, year: str | None, today: date) -> list[date]:
    return _in(_year(year), _months(name), int(day), today)


def _name_first(name: str, day: str | None, year: str | None, today: date) -> list[date]:
    return _in(_year(year), _months(name), int(day or 1), today)


def _day_alone(day: str, today: date) -> list[date]:
    return _in(None, range(1, 13), int(day), today)


_DATES: tuple[tuple[re.Pattern[str], Callable[..., list[date]]], ...] = (
    (_ISO, _iso),
    (_NUMBERS, _numbers),
    (_BY_NAME, _named),
    (_NAME_FIRST, _name_first),
    (_ALONE, _day_alone),
)


def _months(name: str) -> list[int]:
    """The months that a word begins in either language, from 1."""
    found = set()
    for names in LONG_MONTHS.values():
        found |= {number for number, each in enumerate(names, 1) if fold(each).startswith(name)}
    if name == "sept":
        found.add(9)
    return sorted(found)


def _year(typed: str | None) -> int | None:
    if not typed:
        return None
    return int(typed) + 2000 if len(typed) == 2 else int(typed)


def _in(year: int | None, months: Iterable[int], day: int, today: date) -> list[date]:
    """The day in these months of the year; without a year the two nearest of each, nearest first."""
    found: list[date] = []
    for month in months:
        years = [year] if year is not None else range(today.year - REACH, today.year + REACH + 1)
        days = [_checked(_maker(y, month, day)) for y in years]
        found += _nearest(days, today)[:2]
    return _nearest(found, today)


def _maker(year: int, month: int, day: int) -> Callable[[], date]:
    return lambda: date(year, month, day)


def _week_maker(year: int, week: int) -> Callable[[], date]:
    return lambda: date.fromisocalendar(year, week, 1)


def _checked(make: Callable[[], date]) -> date | None:
    """The day, or None when there is no such day or nobody alive meets it."""
    try:
        day = make()
    except (ValueError, OverflowError):
        return None
    return day if day.year in YEARS else None


def _nearest(days: Iterable[date | None], today: date) -> list[date]:
    """The days there are, nearest to today first, of two as near the later."""
    there = [day for day in days if day is not None]
    return sorted(there, key=lambda day: (abs((day - today).days), day < today))


_READERS = (_weekday, _near, _some_week, _week_number, _distance, _dated)
