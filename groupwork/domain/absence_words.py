"""Days and hours of an absence as people say them: "until fri", "mo, mi", "12.–16.10.", "heute ab 13 Uhr".

English and German alike; relative to a given today. Nothing is guessed: what is not understood is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time, timedelta

from groupwork.domain.absences import NO_DAYS, Hours, Span, check_hours, check_spans
from groupwork.domain.dates_in_words import DayFound, days_in
from groupwork.domain.text import fold
from groupwork.errors import Refused
from groupwork.i18n import N_

MOST_TYPED = 200
WEEK = 7
NOT_DAYS = N_(
    "“{typed}” is no day: try “today”, “until Friday”, “Mon, Wed”, “2.11.–6.11.”, “today from 13:00”."
)

_CLOCK = r"(\d{1,2})(?::(\d{2})| ?(?:uhr|h|o'clock))(?: ?uhr)?"
_UNTIL = r"(?:until|till|til|bis|before|to)"
_MONTH = r"(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]*"
_HOURS = (
    re.compile(rf"(?:from |von |between |zwischen )?{_CLOCK} ?(?:-|–|{_UNTIL}|and|und) ?{_CLOCK}"),
    re.compile(rf"(?:from|after|since|ab|von|nach) {_CLOCK}(?: ?(?:on|an|-|–))?|{_CLOCK} ?(?:-|–)(?= |$)"),
    re.compile(rf"(?:{_UNTIL}|-|–) ?{_CLOCK}"),
)
_BARE = (
    re.compile(
        rf"(?P<days>.*?[a-z.]) (?:from |von )?(?P<start>\d{{1,2}}) ?(?:-|–|{_UNTIL}) ?(?P<end>\d{{1,2}})"
    ),
    re.compile(r"(?P<days>.*?[a-z.]) (?:from|after|since|ab|von|nach) (?P<start>\d{1,2})(?P<end>)"),
    re.compile(rf"(?!.*\b{_MONTH} {_UNTIL} )(?P<days>.*?[a-z]) {_UNTIL} (?P<start>)(?P<end>\d{{1,2}})"),
)
"""After a day, bare numbers are hours: "fr ab 13", "today 9-12". In "nov 10-12", "2 nov until 6" and
"today until 20" they are days."""
LATEST = 19
_MONTH_ALONE = re.compile(rf"(?:.*[^a-z0-9. ] ?)?{_MONTH}")
_NOON = time(12)
_HALVES = (
    (re.compile(r"(?: this)? (?:morning|vormittags?|am vormittag)$"), Hours(end=_NOON)),
    (re.compile(r"(?: this)? (?:afternoon|nachmittags?|am nachmittag)$"), Hours(start=_NOON)),
)
_HALF_OF_A_WEEKDAY = re.compile(r"(?<=tag|och|end)(?=(?:vor|nach)mittags?$)")
"""Where German writes one word: "montagnachmittag", "mittwochvormittag", "sonnabendvormittag"."""
_WEEK_ENDS = re.compile(
    r"(?:until|till|til|bis|up to)(?: the| zum)? "
    r"(?:end of (?:the |this )?week|weekend|ende (?:der|dieser) woche|wochenende)"
    r"|(?:for )?(?:the |den )?(?:rest of (?:the |this )?week|rest (?:der|dieser) woche)"
)
_PARTS = re.compile(r"\s*(?:,|;|\+| and | und | & )\s*")
_RANGE = re.compile(r"\s*(?:–|—|\.\.+| to | bis | until | till | til |-)\s*")
_LAST = re.compile(r"(?:until|till|til|bis|up to)(?: zum| including| einschliesslich)? (.+)")
_FOR = re.compile(r"(?:for |fur )?(\d{1,3}|one|two|three|a|eine?|zwei|drei) (days?|tage?|weeks?|wochen?)")
_NUMBERS = {"a": 1, "one": 1, "ein": 1, "eine": 1, "two": 2, "zwei": 2, "three": 3, "drei": 3}
_DAY_ONLY = re.compile(r"(\d{1,2})\.?")


@dataclass(frozen=True)
class SaidAway:
    """What was typed: days, and the hours of each of them."""

    spans: tuple[Span, ...]
    hours: Hours


def read_away(typed: str, today: date) -> SaidAway:
    """The days and hours that the words mean; Refused in words for anything else."""
    words = _HALF_OF_A_WEEKDAY.sub(" ", fold(typed[:MOST_TYPED]).strip(" ."))
    bare = _bare_hours(words, today, typed)
    if bare is not None:
        return bare
    hours, rest = _take_hours(words)
    rest = re.sub(r"\s+", " ", rest).strip(" ,;-–")
    if not rest:
        if hours.whole:
            raise Refused(NO_DAYS)
        return SaidAway((Span(today, today),), check_hours(hours))
    return SaidAway(_spans(rest, today, typed), check_hours(hours))


def read_day(typed: str, today: date) -> date | None:
    """One day, today or later where the words allow it ("fri", "in 2 weeks"); None for nothing typed."""
    words = typed[:MOST_TYPED].strip()
    if not words:
        return None
    found = _day(fold(words), today)
    if found is None:
        raise Refused(NOT_DAYS, typed=words[:40])
    return found.day


def _spans(words: str, today: date, typed: str) -> tuple[Span, ...]:
    return check_spans([_span(part, today, typed) for part in _PARTS.split(words) if part])


def _bare_hours(words: str, today: date, typed: str) -> SaidAway | None:
    """Days with hours that are bare numbers; None where they are read as days, or where no day is said."""
    for pattern in _BARE:
        found = pattern.fullmatch(words)
        if found is None or _MONTH_ALONE.fullmatch(found["days"]):
            continue
        start, end = (int(n) if n else None for n in (found["start"], found["end"]))
        if max(start or 0, end or 0) > LATEST:
            return None
        with suppress(Refused):
            hours = Hours(*(None if n is None else time(n) for n in (start, end)))
            return SaidAway(_spans(found["days"], today, typed), check_hours(hours))
    return None


def _take_hours(words: str) -> tuple[Hours, str]:
    """The hours said, and the words without them."""
    for pattern, half in _HALVES:
        found = pattern.search(f" {words}")
        if found is not None:
            return half, words[: max(0, found.start() - 1)]
    both, after, until = (pattern.search(words) for pattern in _HOURS)
    if both is not None:
        a, b, c, d = both.groups()
        return Hours(_clock(a, b), _clock(c, d)), _without(words, both)
    if after is not None:
        hour, minute = after.group(1) or after.group(3), after.group(2) or after.group(4)
        return Hours(start=_clock(hour, minute)), _without(words, after)
    if until is not None:
        return Hours(end=_clock(*until.groups())), _without(words, until)
    return Hours(), words


def _without(words: str, found: re.Match[str]) -> str:
    return f"{words[: found.start()]} {words[found.end() :]}"


def _clock(hour: str, minute: str | None) -> time:
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise Refused(N_("{hour}:{minute} is no time of day."), hour=hour, minute=minute or "00") from None


def _span(part: str, today: date, typed: str) -> Span:
    for read in (_until, _number_of_days, _single, _range):
        found = read(part, today)
        if found is not None:
            return found
    raise Refused(NOT_DAYS, typed=typed.strip()[:40])


def _until(part: str, today: date) -> Span | None:
    if _WEEK_ENDS.fullmatch(part):
        return Span(today, today + timedelta(days=WEEK - 1 - today.weekday()))
    said = _LAST.fullmatch(part)
    found = _day(said.group(1), today) if said is not None else None
    return Span(today, _end(found)) if found is not None else None


def _number_of_days(part: str, today: date) -> Span | None:
    said = _FOR.fullmatch(part)
    if said is None:
        return None
    count, unit = said.groups()
    number = _NUMBERS.get(count) or (int(count) if count.isdigit() else 0)
    days = number * (WEEK if unit.startswith("w") else 1)
    return Span(today, today + timedelta(days=days - 1)) if days else None


def _single(part: str, today: date) -> Span | None:
    found = _day(part, today)
    if found is None:
        return None
    last = _end(found)  # of a week that has begun, what is left of it
    return Span(min(max(found.day, today), last) if found.week else found.day, last)


def _range(part: str, today: date) -> Span | None:
    for cut in _RANGE.finditer(part):
        first, last = part[: cut.start()], part[cut.end() :]
        for span in _ranges(first.removeprefix("from ").removeprefix("von "), last, today):
            return span
    return None


def _ranges(first: str, last: str, today: date) -> Iterator[Span]:
    """A day without its month ("12.–16.10.") takes the other's; a weekday is the next one after the first."""
    begins, ends = _day(first, today), _day(last, today)
    alone = _DAY_ONLY.fullmatch(first)
    if alone is not None and ends is not None:
        yield Span(_day_before(int(alone.group(1)), ends.day), _end(ends))
    elif begins is not None:
        after = ends if ends is not None and ends.day >= begins.day else _day(last, begins.day)
        if after is not None and ends is not None and (after.day - begins.day).days > WEEK:
            after = ends  # "6.11.-2.11." is no year away: it is the wrong way round, and refused
        if after is not None:
            yield Span(begins.day, _end(after))


def _day_before(number: int, last: date) -> date:
    """The nearest day of that number that is not after the last one; the last one itself for no such day."""
    for back in range(62):
        day = last - timedelta(days=back)
        if day.day == number:
            return day
    return last


def _day(words: str, today: date) -> DayFound | None:
    """The best reading that is not past, else the best one."""
    found = days_in(words.strip(), today, limit=6)
    return next((each for each in found if each.day >= today or each.week), next(iter(found), None))


def _end(found: DayFound) -> date:
    return found.day + timedelta(days=WEEK - 1) if found.week else found.day
