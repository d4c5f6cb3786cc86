"""Single cells of an imported table: dates in three styles, languages, yes and no, codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from groupwork.domain.search import folded_words
from groupwork.domain.text import clean_line
from groupwork.errors import UserError
from groupwork.i18n import N_

NOT_A_DATE = N_("“{cell}” is not a date. Write 31.12.1980, 31/12/1980 or 1980-12-31.")
SHORT_YEAR = N_("“{cell}” has a year of two digits. Write all four.")
NO_SUCH_DAY = N_("“{cell}” is no day of the calendar.")
EITHER = N_("“{cell}” can be read in two ways, and other dates of this column contradict one another.")
NO_LANGUAGE = N_("The language “{cell}” is not known and was left out.")
NEITHER = N_("“{cell}” is neither yes nor no and was left out.")
BAD_CODE = N_("The code “{cell}” cannot be used: letters and digits, at most 12, no blanks.")

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?")
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?: 00:00(?::00)?)?")
_SLASHES = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?: 00:00(?::00)?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_SHORT = re.compile(r"\d{1,2}(?:\.\s?\d{1,2}\.\s?|([/-])\d{1,2}\1)\d{2}")
_PART = re.compile(r"(?:(\d{1,2})[./-])?(\d{4})|(\d{4})-(\d{1,2})")
"""A year, or a month of a year."""
_CODE = re.compile(r"[^\W_][\w.\-]{0,11}")
_MOST_SHOWN = 40


class DayOrder(StrEnum):
    """How the slashed dates of one column are read."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    ASSUMED = "assumed"
    """Nothing in the column decides: day first, and said."""
    MIXED = "mixed"
    """Some cells can only be one way, some only the other: only those are read."""


def day_order(cells: Iterable[str]) -> DayOrder:
    """The order of day and month, decided over a whole column."""
    found = [(int(m[1]), int(m[3])) for m in (_SLASHES.fullmatch(cell) for cell in cells) if m]
    day_first = any(first > 12 >= second for first, second in found)
    month_first = any(second > 12 >= first for first, second in found)
    if day_first and month_first:
        return DayOrder.MIXED
    if month_first:
        return DayOrder.MONTH_FIRST
    unclear = any(first != second for first, second in found)
    return DayOrder.DAY_FIRST if day_first or not unclear else DayOrder.ASSUMED


def short_years(cells: Iterable[str]) -> bool:
    """Whether a date of a column has a year of two digits."""
    return any(_SHORT.fullmatch(cell) for cell in cells)


def read_date(cell: str, order: DayOrder, latest: date | None = None) -> date:
    """The day a cell names. Raises UserError in words for anything that is not clearly one day.

    A year of two digits is the last such year in which the day is not after `latest`; without `latest` it
    is refused.
    """
    if found := _ISO.fullmatch(cell) or _YEAR_FIRST.fullmatch(cell):
        return _day(cell, found[1], found[2], found[3], latest)
    if found := _DOTS.fullmatch(cell):
        return _day(cell, found[3], found[2], found[1], latest)
    if found := _SLASHES.fullmatch(cell):
        return _slashed(cell, (found[1], found[3], found[4]), order, latest)
    raise UserError(NOT_A_DATE, cell=shown(cell))


def first_day_of(cell: str) -> date | None:
    """The first day of a year ("2019") or a month ("03/2023", "2023-03"); None for everything else."""
    found = _PART.fullmatch(cell)
    if not found:
        return None
    year, month = int(found[2] or found[3]), int(found[1] or found[4] or 1)
    return date(year, month, 1) if 1900 <= year < 2100 and 1 <= month <= 12 else None


def _slashed(cell: str, parts: tuple[str, str, str], order: DayOrder, latest: date | None) -> date:
    first, second, year = parts
    if order is DayOrder.MIXED:
        if int(first) <= 12 and int(second) <= 12 and int(first) != int(second):
            raise UserError(EITHER, cell=shown(cell))
        order = DayOrder.MONTH_FIRST if int(second) > 12 else DayOrder.DAY_FIRST
    if order is DayOrder.MONTH_FIRST:
        return _day(cell, year, first, second, latest)
    return _day(cell, year, second, first, latest)


def _day(cell: str, year: str, month: str, day: str, latest: date | None) -> date:
    short = len(year) == 2
    if short and latest is None:
        raise UserError(SHORT_YEAR, cell=shown(cell))
    century = latest.year // 100 * 100 if short and latest is not None else 0
    try:
        found = date(century + int(year), int(month), int(day))
        too_late = short and latest is not None and found > latest
        return date(found.year - 100, found.month, found.day) if too_late else found
    except ValueError as error:
        raise UserError(NO_SUCH_DAY, cell=shown(cell)) from error


def plain_cell(cell: str) -> str:
    """A cell without blanks around it and without the sign that guards it from spreadsheet formulas."""
    text = cell.strip().strip("\u00a0").strip()
    if text[:1] == "'" and text[1:2] and text[1:2] in "=+-@\t\r＝＋－＠":
        return text[1:].strip()
    return text


def read_yes(cell: str) -> str:
    """ "yes" or empty for no. Raises UserError for other words."""
    word = _folded(cell)
    if word in _YES or cell in "✓✔☑":
        return "yes" if cell else ""
    if word in _NO:
        return ""
    if word in _LANGUAGES:  # "Dolmetscher: Arabisch" says yes
        return "yes"
    raise UserError(NEITHER, cell=shown(cell))


def read_language(cell: str) -> str:
    """The ISO code of a language in German, English or its own name; of several the first."""
    if not cell:
        return ""
    first = _folded(re.split(r"[,;/+&]| und | and ", cell)[0])
    code = _LANGUAGES.get(first) or _LANGUAGES.get(first.partition(" ")[0])
    if code is None:
        raise UserError(NO_LANGUAGE, cell=shown(cell))
    return code


def read_code(cell: str) -> str:
    """A person's code as the centre writes it, or empty. Commands use it, so blanks and "=" are refused."""
    if cell and not _CODE.fullmatch(clean_line(cell)):
        raise UserError(BAD_CODE, cell=shown(cell))
    return clean_line(cell)


def _folded(text: str) -> str:
    return " ".join(folded_words(text))


def shown(cell: str) -> str:
    """A cell as a refusal shows it: one line, short, without what cannot be drawn."""
    drawn = "".join(c if c.isprintable() else " " for c in cell[: _MOST_SHOWN + 1])
    return drawn if len(drawn) <= _MOST_SHOWN else drawn[:_MOST_SHOWN] + "…"


_YES = frozenset(
    _folded(word)
    for word in (
        "ja",
        "j",
        "yes",
        "y",
        "x",
        "1",
        "wahr",
        "true",
        "t",
        "benötigt",
        "nötig",
        "needed",
        "required",
    )
)
_NO = frozenset(
    ("", "nein", "n", "no", "0", "falsch", "false", "f", "none", "keine", "kein", "keiner", "nicht notig")
)

_TABLE = """ar arabisch arabic العربية عربي
bg bulgarisch bulgarian български
bn bengalisch bengali bangla
bs bosnisch bosnian bosanski
cs tschechisch czech cestina
da danisch danish dansk
de deutsch german deu ger
el griechisch greek ελληνικα gr
en englisch english eng
es spanisch spanish espanol castellano
et estnisch estonian
fa persisch farsi persian dari فارسی
fi finnisch finnish suomi
fr franzosisch french francais franzoesisch
he hebraisch hebrew עברית
hi hindi हिन्दी
hr kroatisch croatian hrvatski
hu ungarisch hungarian magyar
it italienisch italian italiano
ja japanisch japanese 日本語
ko koreanisch korean 한국어
ku kurdisch kurdish kurmanci sorani kurmandschi
lt litauisch lithuanian lietuviu
lv lettisch latvian
mk mazedonisch macedonian
nl niederlandisch dutch nederlands hollandisch niederlaendisch
no norwegisch norwegian norsk nb
pa punjabi panjabi
pl polnisch polish polski
ps paschtu pashto paschto
pt portugiesisch portuguese portugues
ro rumanisch romanian romana rumaenisch
ru russisch russian русскии русский
sk slowakisch slovak
sl slowenisch slovenian slovene
so somali somalisch
sq albanisch albanian shqip
sr serbisch serbian српски srpski
sv schwedisch swedish svenska
sw swahili suaheli
ta tamil tamilisch
th thai thailandisch
ti tigrinya tigrinisch
tl tagalog filipino
tr turkisch turkish turkce tuerkisch
uk ukrainisch ukrainian українська
ur urdu
vi vietnamesisch vietnamese tieng
zh chinesisch chinese mandarin 中文 汉语 cn kantonesisch"""
_LANGUAGES: dict[str, str] = {
    _folded(word): line.split()[0] for line in _TABLE.splitlines() for word in line.split()
}
