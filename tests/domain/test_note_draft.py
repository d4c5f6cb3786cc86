"""The first draft of a note: sentences a professional can sign, for everybody on a register."""

from dataclasses import replace
from datetime import time

import pytest

from groupwork import i18n
from groupwork.domain.attendance import MEANINGS, Mark, Status
from groupwork.domain.note_attendance import AWAY, sentence
from groupwork.domain.note_draft import DraftFacts, draft
from groupwork.domain.note_guards import absent_yet_there
from groupwork.domain.notes import INDIVIDUAL, PARTS, Template
from groupwork.domain.tasks import NotDoneReason, Outcome, TaskResult

FACTS = DraftFacts(
    "Wood workshop",
    time(9, 45),
    time(11, 45),
    Mark(Status.PRESENT, late_min=10),
    110,
    (
        ("Saw to length", TaskResult(Outcome.DONE, 4)),
        ("Drill", TaskResult(Outcome.DONE, 4, quantity=6, minutes=20)),
        ("Sand the edges", TaskResult(Outcome.PARTLY, 3)),
        ("Sweep", TaskResult(Outcome.DONE)),
        ("Join and glue", TaskResult(Outcome.NOT_DONE, None, NotDoneReason.NO_TIME)),
        ("Measure", TaskResult(Outcome.NOT_OFFERED)),
    ),
    3,
    (2, 4),
)


def plain(text):
    return text


def german(text):
    return i18n.words("de").text(text)


def there(mark, minutes=None, text=plain):
    return sentence(mark, minutes, 120, text)


def test_the_first_draft_says_what_was_recorded():
    assert draft(Template.GIRP, FACTS, plain) == {
        "intervention": "Session: Wood workshop, 09:45–11:45.",
        "response": "Came 10 min late and was there for 110 of 120 minutes. "
        "With prompting: Saw to length; Drill (quantity 6, 20 min). "
        "With some help: Sand the edges (partly done). Done: Sweep. Not done: Join and glue (no time). "
        "Taking part: mostly (3 of 4). Mood before: bad (2 of 5); after: good (4 of 5).",
    }


def test_it_is_a_german_text_too():
    assert draft(Template.THREE, FACTS, german) == {
        "measure": "Angebot: Wood workshop, 09:45–11:45 Uhr.",
        "response": "Kam 10 Min. verspätet und war 110 von 120 Minuten dabei. "
        "Mit Anleitung: Saw to length; Drill (Menge 6, 20 Min.). "
        "Mit etwas Hilfe: Sand the edges (teilweise erledigt). Erledigt: Sweep. "
        "Nicht erledigt: Join and glue (keine Zeit). Mitarbeit: überwiegend (3 von 4). "
        "Stimmung vorher: schlecht (2 von 5); nachher: gut (4 von 5).",
    }


def test_every_help_level_has_its_sentence_the_most_independent_first():
    results = tuple((f"T{level}", TaskResult(Outcome.DONE, level)) for level in (1, 2, 3, 4, 5, 6))
    said = draft(Template.DAP, replace(FACTS, results=results), plain)["data"]
    assert [word for word in said.replace(".", "").split() if word in {f"T{n}" for n in range(7)}] == [
        "T6",
        "T5",
        "T4",
        "T3",
        "T2",
        "T1",
    ]


@pytest.mark.parametrize(
    ("mark", "minutes", "words"),
    [
        (Mark(Status.PRESENT), 120, "Was there for the whole session (120 min)."),
        (Mark(Status.PRESENT, late_min=0), 120, "Came late."),
        (
            Mark(Status.PRESENT, early_min=20),
            100,
            "Left 20 min before the end and was there for 100 of 120 minutes.",
        ),
        (
            Mark(Status.PRESENT, late_min=10, early_min=20),
            90,
            "Came 10 min late, left 20 min before the end and was there for 90 of 120 minutes.",
        ),
        (Mark(Status.PRESENT, minutes=45), 45, "Was there for 45 of 120 minutes."),
        (
            Mark(Status.WALK_IN),
            120,
            "Came without a booking. Was there for the whole session (120 min).",
        ),
        (
            Mark(Status.OTHER, reason="dentist."),
            None,
            "Did not come because of another appointment. Reason given: dentist.",
        ),
        (Mark(), None, "Attendance is not recorded yet."),
    ],
)
def test_being_there_is_a_sentence(mark, minutes, words):
    assert there(mark, minutes) == words


def test_every_way_of_staying_away_is_a_sentence_that_no_guard_objects_to():
    away = {status for status, meaning in MEANINGS.items() if not meaning.attended}
    assert set(AWAY) == away
    for status in away:
        for text in (plain, german):
            said = there(Mark(status), None, text)
            assert said.endswith(".")
            assert said[0].isupper()
            assert absent_yet_there(said, status, "") == ()


def test_goals_and_phrases_have_their_place():
    facts = replace(FACTS, goals=("Come on time",), phrases=(("plan", "Go on next time."), ("", "Was calm.")))
    found = draft(Template.GIRP, facts, plain)
    assert found["goal"] == "Come on time"
    assert found["plan"] == "Go on next time."
    assert found["response"].endswith("Was calm.")


def test_a_task_done_partly_without_a_level_is_not_called_done():
    results = (("Drill", TaskResult(Outcome.PARTLY, None, quantity=2)), ("Sweep", TaskResult(Outcome.DONE)))
    said = draft(Template.DAP, replace(FACTS, results=results), plain)["data"]
    assert "Done: Sweep. Partly done: Drill (quantity 2)." in said


@pytest.mark.parametrize("face", [(2, None), (None, 4)])
def test_one_face_alone_is_said_too(face):
    said = draft(Template.GIRP, replace(FACTS, mood=face), plain)["response"]
    assert said.endswith("Mood before: bad (2 of 5)." if face[0] else "Mood after: good (4 of 5).")


@pytest.mark.parametrize("template", INDIVIDUAL)
def test_a_draft_for_somebody_absent_says_so_and_nothing_of_tasks(template):
    found = draft(template, replace(FACTS, mark=Mark(Status.ABSENT), minutes=None), plain)
    said = " ".join(found.values())
    assert "Did not come; no message was received." in said
    assert "Saw" not in said
    assert "Mood" not in said
    assert set(found) <= set(PARTS[template])
