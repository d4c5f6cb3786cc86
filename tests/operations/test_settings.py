"""Settings: defaults, what fits, what is refused, undo."""

from dataclasses import replace
from datetime import date

import pytest

from groupwork.domain.schedule import Term
from groupwork.errors import NotAllowed, UserError
from groupwork.operations import settings


def test_an_empty_file_has_defaults(desk):
    centre = settings.centre(desk)
    assert (centre.language, centre.paper, centre.term, centre.absent_days) == ("en", "A4", None, 3)
    assert not centre.demo


def test_settings_are_kept_and_undone(desk):
    settings.set_setting(desk, "centre", " Kiefernbogen  Day Centre ")
    settings.set_setting(desk, "paper", "Letter")
    done = settings.set_setting(desk, "term", Term("Autumn", date(2026, 8, 31), date(2026, 11, 20)))
    centre = settings.centre(desk)
    assert (centre.name, centre.paper) == ("Kiefernbogen Day Centre", "Letter")
    assert centre.term == Term("Autumn", date(2026, 8, 31), date(2026, 11, 20))
    desk.store.journal.undo(done.step, desk.actor)
    assert settings.centre(desk).term is None
    settings.set_setting(desk, "term", None)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("centre", " "),
        ("paper", "A3"),
        ("language", "fr"),
        ("absent_days", 0),
        ("absent_days", True),
        ("absent_days", "three"),
        ("term", {"name": "x"}),
        ("term", {"name": "x", "from": "2026-13-01", "to": "2026-12-01"}),
        ("term", {"name": "x", "from": "2026-11-01", "to": "2026-10-01"}),
        ("term", "spring"),
        ("demo_day", "2026-10-28"),
        ("colour", "red"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(desk, key, value):
    with pytest.raises(UserError) as refused:
        settings.set_setting(desk, key, value)
    assert "{" not in str(refused.value)
    assert settings.centre(desk).term is None


def test_a_volunteer_cannot_change_settings(desk):
    with pytest.raises(NotAllowed):
        settings.set_setting(replace(desk, role="volunteer"), "paper", "Letter")
