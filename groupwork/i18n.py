"""Words: gettext in all layers, looked up when they are shown.

`_()` and `ngettext()` use the language of the window or command (`use`); a sheet has its own
(`words(language)`). Stored values are codes, never words.
"""

from __future__ import annotations

import gettext as _gettext
from datetime import date, datetime, time
from functools import cache
from pathlib import Path

from groupwork import paths
from groupwork.errors import UserError

LANGUAGES = ("en", "de")
DOMAIN = "groupwork"

# CLDR's names (a test compares them with Babel's): reading Babel's costs more than drawing the first page.
MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "de": ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
}
LONG_MONTHS = {
    "en": (
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ]
    ),
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
}
WEEKDAYS = {
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    "de": ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
}
LONG_WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
}


def N_(text: str) -> str:  # noqa: N802 - the marker's usual name
    """Mark a text for extraction where it is declared; it is translated where it is shown."""
    return text


class Words:
    """One language: texts, plurals, dates and numbers."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._catalogue = _catalogue(self.language)

    def text(self, source: str) -> str:
        """The source text in this language (itself in English)."""
        return self._catalogue.gettext(source) if source else ""

    def plural(self, one: str, many: str, n: int) -> str:
        """The right plural form; fill {n} yourself."""
        return self._catalogue.ngettext(one, many, n)

    def say(self, error: UserError) -> str:
        """An error's sentence."""
        return self.text(error.text).format(**{name: self._shown(v) for name, v in error.values.items()})

    def _shown(self, value: object) -> object:
        """A value in a sentence: days, instants and other sentences in this language, the rest as it is."""
        if isinstance(value, UserError):
            return self.say(value)
        if not isinstance(value, datetime):
            return self.short_day(value) if isinstance(value, date) else value
        local = value.astimezone() if value.tzinfo else value
        return f"{self.day(local.date(), year=True)}, {local:%H:%M}"

    def day(self, day: date, *, weekday: bool = True, year: bool = False, long: bool = False) -> str:
        """ "Mon 12 Oct", "Monday 12 October", "Mo 12. Okt." with or without weekday and year."""
        german = self.language == "de"
        month = (LONG_MONTHS if long else MONTHS)[self.language][day.month - 1]
        text = f"{day.day}{'.' * german} {month}" + f" {day.year}" * year
        if not weekday:
            return text
        name = (LONG_WEEKDAYS if long else WEEKDAYS)[self.language][day.weekday()]
        return f"{name}, {text}" if german and long else f"{name} {text}"

    def short_day(self, day: date) -> str:
        """ "29.09.2026" in German, "29 Sep 2026" in English: with the year, for documents."""
        return f"{day:%d.%m.%Y}" if self.language == "de" else self.day(day, weekday=False, year=True)

    def span(self, start: time, end: time) -> str:
        """ "09:45–11:45"."""
        return f"{start:%H:%M}–{end:%H:%M}"

    def number(self, value: float, digits: int = 0) -> str:
        """A number with the language's decimal sign and exactly so many decimals."""
        text = f"{value:.{digits}f}"
        return text.replace(".", ",") if self.language == "de" else text


_current: list[Words] = []


def use(language: str) -> None:
    """Set the language of `_` and `ngettext` from now on."""
    _current[:] = [words(language)]


def current() -> Words:
    """The language in use."""
    if not _current:
        use("en")
    return _current[0]


@cache
def words(language: str) -> Words:
    """The one Words of a language."""
    return Words(language)


def _(text: str) -> str:
    """The text in the language in use."""
    return current().text(text)


def ngettext(one: str, many: str, n: int) -> str:
    """The plural form in the language in use; fill {n} yourself."""
    return current().plural(one, many, n)


def say(error: UserError) -> str:
    """An error's sentence in the language in use."""
    return current().say(error)


def _catalogue(language: str) -> _gettext.NullTranslations:
    if language == "en":
        return _gettext.NullTranslations()
    folder = paths.resources() / "locale" / language / "LC_MESSAGES"
    source, compiled = folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"
    if source.exists() and (not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime):
        return _compile(source, compiled)
    with compiled.open("rb") as file:
        return _gettext.GNUTranslations(file)


def _compile(source: Path, compiled: Path) -> _gettext.NullTranslations:
    """Compile a checkout's .po; keep the result beside it where the folder may be written."""
    import io

    from babel.messages import mofile, pofile

    with source.open("rb") as file:
        catalogue = pofile.read_po(file)
    buffer = io.BytesIO()
    mofile.write_mo(buffer, catalogue)
    try:
        temporary = compiled.with_suffix(".mo.part")
        temporary.write_bytes(buffer.getvalue())
        temporary.replace(compiled)
    except OSError:  # an installed package in a read-only place still speaks German
        pass
    buffer.seek(0)
    return _gettext.GNUTranslations(buffer)
