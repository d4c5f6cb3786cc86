"""Words: gettext in all layers, looked up when they are shown.

`_()` and `ngettext()` use the language of the window or command (`use`); a sheet has its own
(`words(language)`). Stored values are codes, never words.
"""

from __future__ import annotations

import gettext as _gettext
from datetime import date, time
from functools import cache
from pathlib import Path

from groupwork import paths
from groupwork.errors import UserError

LANGUAGES = ("en", "de")
DOMAIN = "groupwork"


def N_(text: str) -> str:  # noqa: N802 - the marker's usual name
    """Mark a text for extraction where it is declared; it is translated where it is shown."""
    return text


class Words:
    """One language: texts, plurals, dates and numbers."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self.locale = {"en": "en_GB", "de": "de_DE"}[self.language]
        self._catalogue = _catalogue(self.language)

    def text(self, source: str) -> str:
        """The source text in this language (itself in English)."""
        return self._catalogue.gettext(source) if source else ""

    def plural(self, one: str, many: str, n: int) -> str:
        """The right plural form; fill {n} yourself."""
        return self._catalogue.ngettext(one, many, n)

    def say(self, error: UserError) -> str:
        """An error's sentence."""
        return self.text(error.text).format(**error.values)

    def day(self, day: date, *, weekday: bool = True, year: bool = False, long: bool = False) -> str:
        """ "Mon 12 Oct", "Monday 12 October", "Mo 12. Okt." with or without weekday and year."""
        from babel.dates import format_date

        if self.language == "de":
            month = "MMMM" if long else "MMM"
            pattern = ("EEEE, " if long else "EE ") * weekday + f"d. {month}" + " y" * year
        else:
            month = "MMMM" if long else "MMM"
            pattern = ("EEEE " if long else "EEE ") * weekday + f"d {month}" + " y" * year
        text = format_date(day, pattern, locale=self.locale)
        if self.language == "de":  # "Mi. 7. Okt." has one full stop too many to read well
            return text[:2] + text[3:] if weekday and not long else text
        return text if long else text.replace(" Sept", " Sep")

    def short_day(self, day: date) -> str:
        """ "29.09.2026" in German, "29 Sep 2026" in English: with the year, for documents."""
        from babel.dates import format_date

        text = format_date(day, "dd.MM.yyyy" if self.language == "de" else "d MMM y", locale=self.locale)
        return text.replace(" Sept", " Sep")

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
