"""The centre's own colours of the marks: stored, undone, in the history; only who may change settings."""

from dataclasses import replace

import pytest

from groupwork.errors import NotAllowed, Refused
from groupwork.operations import history, settings

OWN = {"en": {"U": {"colour": "violet", "label": "poorly"}, "P": {"colour": "green"}}}
KEPT = {"en": {"U": {"colour": "violet", "label": "poorly"}}}


def test_stored_undone_and_done_again(desk):
    done = settings.set_setting(desk, "statuses", OWN)
    assert settings.centre(desk).statuses == KEPT
    assert settings.centre(desk).signs("en").colour("U") == "violet"
    history.undo(desk, done.step)
    assert settings.centre(desk).statuses is None
    assert settings.centre(desk).signs("en").colour("U") == "slate"
    history.redo(desk)
    assert settings.centre(desk).signs("en").colour("U") == "violet"


def test_it_stands_in_the_history_by_name(desk):
    settings.set_setting(desk, "statuses", OWN)
    newest = history.history(desk, limit=1)[0]
    assert "Signs of the statuses" in newest.sentence
    assert newest.undoable


def test_what_is_no_colour_changes_nothing(desk):
    settings.set_setting(desk, "statuses", OWN)
    with pytest.raises(Refused, match="no colour"):
        settings.set_setting(desk, "statuses", {"en": {"U": {"colour": "pink"}}})
    assert settings.centre(desk).statuses == KEPT


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
def test_who_may_not_change_settings_may_not_change_colours(desk, role):
    with pytest.raises(NotAllowed):
        settings.set_setting(replace(desk, role=role), "statuses", OWN)
