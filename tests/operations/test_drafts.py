"""Unfinished words: kept for one sign-in, in the file alone, gone when dropped."""

import json
from dataclasses import replace

import pytest

from groupwork.errors import Refused
from groupwork.operations import drafts, history, settings
from groupwork.store.tables import Setting

WORDS = {"what": "Kanarienvogel-Chor", "people": [3, 1]}


def test_kept_for_this_sign_in_and_no_other(desk):
    drafts.keep(desk, "plan", WORDS)
    drafts.keep(desk, "not_held.217", {"reason": "Rohrbruch"})
    assert drafts.kept(desk, "plan") == WORDS
    assert set(drafts.all_kept(desk)) == {"plan", "not_held.217"}
    for other in (replace(desk, actor=2), replace(desk, actor=11), replace(desk, actor=None)):
        assert drafts.kept(other, "plan") is None
        assert drafts.all_kept(other) == {}
        drafts.drop(other, "plan")
    assert drafts.kept(desk, "plan") == WORDS


def test_dropped_is_gone(desk):
    drafts.keep(desk, "plan", WORDS)
    drafts.drop(desk, "plan")
    drafts.drop(desk, "plan")
    assert drafts.kept(desk, "plan") is None
    assert not Setting.select().where(Setting.key.startswith("draft.")).exists()


def test_the_journal_names_the_form_and_no_word(desk):
    drafts.keep(desk, "plan", WORDS)
    drafts.keep(desk, "plan", WORDS)
    drafts.drop(desk, "plan")
    entries = [e for e in desk.store.journal.history() if e.verb.startswith("draft.")]
    assert [e.verb for e in entries] == ["draft.dropped", "draft.kept"]
    assert [json.dumps(e.params) for e in entries] == ['{"kind": "plan"}'] * 2
    assert not any(e.undoable for e in entries)
    said = [line.sentence for line in history.history(desk)]
    assert "Unfinished entry kept" in said
    assert desk.store.journal.verify().ok


def test_undo_goes_past_it(desk):
    settings.set_setting(desk, "paper", "Letter")
    drafts.keep(desk, "plan", WORDS)
    history.undo(desk)
    assert settings.centre(desk).paper == "A4"
    assert drafts.kept(desk, "plan") == WORDS


def test_settings_know_nothing_of_it(desk):
    drafts.keep(desk, "plan", WORDS)
    assert settings.centre(desk).paper == "A4"
    with pytest.raises(Refused):
        settings.set_setting(desk, "draft.1.plan", {})


def test_a_reader_keeps_words_and_a_file_for_reading_none(desk, monkeypatch):
    viewer = replace(desk, role="viewer")
    drafts.keep(viewer, "plan", WORDS)
    assert drafts.kept(viewer, "plan") == WORDS
    monkeypatch.setattr(desk.store, "read_only", True)
    drafts.keep(desk, "plan", {})
    drafts.drop(desk, "plan")
    assert drafts.kept(desk, "plan") == WORDS
