"""Dates and numbers in words, held against Babel, which is not asked at run time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date

from groupwork.i18n import Words

YEAR = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
PATTERNS = {
    ("en", False): ("en_GB", "EEE d MMM y"),
    ("en", True): ("en_GB", "EEEE d MMMM y"),
    ("de", False): ("de_DE", "EE d. MMM y"),
    ("de", True): ("de_DE", "EEEE, d. MMMM y"),
}


@pytest.mark.parametrize(("language", "long"), PATTERNS)
def test_days_are_written_as_cldr_writes_them(language, long):
    locale, pattern = PATTERNS[language, long]
    for day in YEAR:
        expected = format_date(day, pattern, locale=locale)
        if not long:  # "Sep" as printed calendars have it, and one full stop in "Mi 7. Okt."
            expected = expected.replace(" Sept ", " Sep ") if language == "en" else expected
            expected = expected.replace(".", "", 1) if language == "de" else expected
        assert Words(language).day(day, year=True, long=long) == expected


def test_a_day_without_its_weekday_or_year():
    day = date(2026, 10, 7)
    assert Words("en").day(day, weekday=False) == "7 Oct"
    assert Words("de").day(day) == "Mi 7. Okt."
    assert Words("de").day(day, weekday=False, long=True) == "7. Oktober"
    assert Words("en").day(day, weekday=False, year=True) == "7 Oct 2026"


def test_days_of_documents():
    day = date(2026, 9, 3)
    assert Words("de").short_day(day) == "03.09.2026"
    assert Words("en").short_day(day) == "3 Sep 2026"
