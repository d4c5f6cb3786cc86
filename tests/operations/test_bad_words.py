"""Words no keyboard makes, through every door for words: a sentence and nothing written, or tidied."""

from contextlib import suppress
from datetime import time

import pytest

from groupwork.domain.sessions import Category
from groupwork.errors import UserError
from groupwork.i18n import say
from groupwork.operations import imports, people, sessions, tasks
from groupwork.operations.settings import set_setting
from tests.builders import MONDAY, a_group, a_session
from tests.store.dumps import dump

BIDI = "\u202eIvo\u2066 Maier\u2069\u202c"
BAD = {"NUL": "Iv\x00o", "half a character": "Iv\ud800o", "10 000 characters": "x" * 10_000}


def plan(desk, **words):
    fields = {"activity": None, "title": "Tea", "date": MONDAY, "start": time(9), "end": time(10)}
    sessions.plan_session(desk, **{**fields, "room": None, "place": "", "staff": [], "people": [], **words})


def imported(desk, _session, words, folder):
    csv = folder / "people.csv"
    csv.write_bytes(f"Name;Code\n{words};P01\n".encode("utf-8", "surrogatepass"))
    report = imports.import_people(desk, imports.read_people(csv))
    if report.refused:
        assert not report.added
        raise UserError(report.refused[0].text, **dict(report.refused[0].values))


DOORS = {
    "drop-in": lambda desk, session, words, _: people.add_new_drop_in(desk, session, words),
    "person": lambda desk, _session, words, _f: people.add_participant(desk, words),
    "title": lambda desk, _session, words, _f: plan(desk, title=words),
    "weekly title": lambda desk, _s, words, _f: plan(desk, title=words, weekly=True, until=MONDAY),
    "place": lambda desk, _session, words, _f: plan(desk, place=words),
    "changed title": lambda desk, session, words, _f: sessions.change_session(desk, session, title=words),
    "room": lambda desk, _session, words, _f: sessions.add_room(desk, words),
    "facilitator": lambda desk, _session, words, _f: sessions.add_facilitator(desk, words),
    "role": lambda desk, _session, words, _f: sessions.add_facilitator(desk, "Greta", words),
    "activity": lambda desk, _s, words, _f: sessions.add_activity(desk, words, Category.CRAFT, 60),
    "reason": lambda desk, session, words, _f: sessions.mark_not_held(desk, session, words),
    "task": lambda desk, session, words, _f: tasks.add_task(desk, session, words),
    "centre": lambda desk, _session, words, _f: set_setting(desk, "centre", words),
    "import": imported,
}


@pytest.fixture
def session(desk):
    return a_session(desk, a_group(desk))


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("door", DOORS)
def test_bad_words_are_refused_in_a_sentence_and_nothing_is_written(desk, session, tmp_path, door, bad):
    before, steps = dump(desk.store.db), desk.store.journal.undoable(1)
    with pytest.raises(UserError) as refused:
        DOORS[door](desk, session, BAD[bad], tmp_path)
    sentence = say(refused.value)
    assert 10 < len(sentence) < 200
    assert "{" not in sentence
    assert sentence.isprintable()
    assert dump(desk.store.db) == before
    assert desk.store.journal.undoable(1) == steps


@pytest.mark.parametrize("door", DOORS)
def test_bidi_controls_are_taken_out_or_refused_and_never_stored(desk, session, tmp_path, door):
    with suppress(UserError):
        DOORS[door](desk, session, BIDI, tmp_path)
    stored = str(dump(desk.store.db))
    assert not any(control in stored for control in ("\\u202e", "\\u202c", "\\u2066", "\\u2069"))


def test_somebody_is_looked_for_with_any_words_without_harm(desk, session):
    for words in (*BAD.values(), BIDI):
        found = people.find_people(desk, words, session=session)
        assert isinstance(found, tuple)
