"""The history page, undo and redo, and the sentences, through real operations."""

from dataclasses import replace
from datetime import time

import pytest

from groupwork import i18n
from groupwork.domain.attendance import Mark, Status
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import attendance, history, people, sessions, settings, tasks
from groupwork.operations.history_words import PLAIN, SPECIAL, Said, sentence
from groupwork.store import tables
from groupwork.store.names import Names
from tests.builders import MONDAY, a_person, an_activity, put


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture
def session(desk):
    """A planned session of this Monday with three people on its register."""
    activity = tables.Activity.get_by_id(an_activity(desk, "Woodwork"))
    row = tables.Session(
        activity=activity, date=MONDAY, start=time(9, 45), end=time(11, 45), register_taken=True
    )
    put(desk, row)
    for n, name in enumerate(("Walter Kümmelbein", "Moira Tattersley", "João Valdevez"), 1):
        person = tables.Participant(code=f"P{n:02}", called=name.split()[0], full=name)
        put(desk, person)
        put(desk, tables.Attendance(session=row, participant=person))
    return row.id


def late(minutes):
    return Mark(Status.PRESENT, late_min=minutes)


def test_the_sentence_under_the_page_names_person_and_mark(desk, session):
    done = attendance.record_mark(desk, session, 1, late(10))
    assert history.sentence(desk, done) == "Walter Kümmelbein: late 10 min"
    i18n.use("en")
    done = attendance.record_marks(desk, session, {2: Mark(Status.ABSENT), 3: Mark(Status.ABSENT)})
    assert history.sentence(desk, done) == "2 marks: absent, no word"
    done = attendance.record_mark(desk, session, 2, Mark())
    assert history.sentence(desk, done) == "Moira Tattersley: not recorded"


def test_several_marks_are_named_only_when_they_are_all_the_same(desk, session):
    present = Mark(Status.PRESENT)
    done = attendance.record_marks(desk, session, {1: late(10), 2: present, 3: present})
    assert history.sentence(desk, done) == "3 marks recorded"
    done = attendance.record_marks(desk, session, {2: late(0), 3: late(0)})
    assert history.sentence(desk, done) == "2 marks: late"
    done = attendance.record_marks(desk, session, {1: Mark(), 2: Mark()})
    assert history.sentence(desk, done) == "2 marks: not recorded"


def status(session):
    return tables.Session.get_by_id(session).status


def test_taking_back_the_first_mark_later_leaves_the_session_held_under_the_others(desk, session):
    first = attendance.record_mark(desk, session, 1, Mark(Status.PRESENT))
    second = attendance.record_mark(desk, session, 2, Mark(Status.PRESENT))
    undone = history.undo(desk, first.step)
    assert [m.status for m in tables.Attendance.select().order_by(tables.Attendance.id)] == [None, "P", None]
    assert status(session) == "held"
    history.undo(desk, undone.step)
    assert status(session) == "held"
    history.undo(desk, second.step)
    assert status(session) == "held"


def test_held_is_not_taken_back_alone_under_people_who_were_there(desk, session):
    held = sessions.mark_held(desk, session)
    mark = attendance.record_mark(desk, session, 1, Mark(Status.PRESENT))
    with pytest.raises(Refused, match="has entries by now"):
        history.undo(desk, held.step)
    assert status(session) == "held"
    history.undo(desk, mark.step)
    history.undo(desk, held.step)
    assert status(session) == "planned"


def test_nobody_comes_back_as_present_under_a_session_that_was_opened_again(desk, session):
    attendance.record_mark(desk, session, 1, Mark(Status.PRESENT))
    cleared = attendance.record_mark(desk, session, 1, Mark())
    opened = sessions.reopen(desk, session)
    with pytest.raises(Refused, match="was changed since"):
        history.undo(desk, cleared.step)
    assert tables.Session.get_by_id(session).attended_count == 0
    history.undo(desk, opened.step)
    history.undo(desk, cleared.step)
    assert status(session) == "held"


def test_nothing_written_has_no_sentence(desk, session):
    attendance.record_mark(desk, session, 1, late(10))
    assert history.sentence(desk, attendance.record_mark(desk, session, 1, late(10))) == ""


def test_undo_redo_and_what_they_would_do(desk, session):
    attendance.record_mark(desk, session, 1, late(10))
    assert history.can_undo(desk) == "Walter Kümmelbein: late 10 min"
    assert history.can_redo(desk) is None
    done = history.undo(desk)
    assert history.sentence(desk, done) == "Undone: Walter Kümmelbein: late 10 min"
    assert tables.Session.get_by_id(session).status == "planned"
    assert history.can_redo(desk) == "Walter Kümmelbein: late 10 min"
    assert history.sentence(desk, history.redo(desk)) == "Done again: Walter Kümmelbein: late 10 min"
    assert tables.Session.get_by_id(session).status == "held"
    assert history.can_redo(desk) is None
    with pytest.raises(Refused, match="nothing to redo"):
        history.redo(desk)


def test_the_page_shows_who_what_where_newest_first(desk, session):
    attendance.record_mark(desk, session, 1, late(10))
    history.undo(desk)
    first, second = history.history(desk, limit=2)
    assert first.sentence == "Undone: Walter Kümmelbein: late 10 min"
    assert (second.sentence, second.undone, second.undoable) == (
        "Walter Kümmelbein: late 10 min",
        True,
        False,
    )
    assert second.place == first.place == "Woodwork, Mon 12 Oct"
    assert second.who == "hanna"
    assert history.history(desk, before=second.step, limit=1)[0].step < second.step


def test_names_are_looked_up_when_shown(desk, session):
    done = attendance.record_mark(desk, session, 1, late(10))
    with desk.step("participant.changed") as step:
        step.save(tables.Participant(__no_default__=1, id=1, full="Walter Neumann"))
    assert history.sentence(desk, done) == "Walter Neumann: late 10 min"


def test_an_older_step_by_its_number(desk, session):
    first = attendance.record_mark(desk, session, 1, late(10))
    attendance.record_mark(desk, session, 2, Mark(Status.ABSENT))
    undone = history.undo(desk, first.step)
    assert "Walter" in history.sentence(desk, undone)


def test_somebody_elses_step_needs_the_right_to_look_into_the_journal(desk, session):
    done = attendance.record_mark(desk, session, 1, Mark(Status.ABSENT))
    volunteer = replace(desk, actor=99, role="volunteer")
    with pytest.raises(NotAllowed, match="somebody else"):
        history.undo(volunteer, done.step)
    assert history.history(volunteer) == ()
    with pytest.raises(Refused, match="nothing to undo"):
        history.undo(volunteer)
    history.undo(replace(desk, actor=98), done.step)


def test_who_may_not_open_records_sees_what_they_did_themselves(desk, session):
    volunteer = replace(desk, role="volunteer")
    attendance.record_mark(replace(desk, actor=99), session, 1, late(10))
    attendance.record_mark(volunteer, session, 2, Mark(Status.ABSENT))
    seen = history.history(volunteer)
    assert [line.who for line in seen] == [seen[0].who] * len(seen)
    assert "Walter" not in " ".join(line.sentence for line in seen)
    assert "Walter" in " ".join(line.sentence for line in history.history(desk))


def test_a_viewer_may_not_undo(desk):
    with pytest.raises(NotAllowed):
        history.undo(replace(desk, role="viewer"))


def test_other_operations_have_their_sentences(desk, session):
    done, _person = people.add_participant(desk, "Ana Pereira")
    assert history.sentence(desk, done) == "New person: Ana Pereira"
    assert history.sentence(desk, tasks.add_task(desk, session, "Sanding")) == "Task added"
    done = settings.set_setting(desk, "paper", "Letter")
    assert history.sentence(desk, done) == "Setting changed: Paper"
    assert history.sentence(desk, sessions.mark_held(desk, session)) == "Woodwork: marked as held"


def test_a_page_of_fifty_costs_few_selects(desk, session, selects):
    for n in range(60):
        attendance.record_mark(desk, session, 1 + n % 3, late(1 + n))
    history.undo(desk)
    assert selects(history.history, desk) <= 8
    assert len(history.history(desk)) == 50


def said(verb, **params):
    return sentence(Said(verb, params, Names()))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("verb", sorted({*PLAIN, *SPECIAL}))
def test_every_sentence_stands_without_any_names_or_parameters(verb, language):
    i18n.use(language)
    for params in ({}, {"count": 2}, {"participant": 4711, "session": 1}):
        text = said(verb, **params)
        assert text
        assert "{" not in text


def test_a_verb_without_words_still_gives_a_line():
    assert said("goal.set_back") == "Step: goal, set back"


def test_rows_that_are_gone_are_said_to_be_somebody(desk):
    assert said("attendance.recorded", participant=4711, status="P") == "somebody: present"


def test_a_new_person_taken_back_is_not_called_somebody(desk):
    assert said("attendance.new_drop_in_added", participant=4711) == "New person, came as a walk-in"
    assert said("participant.added", participant=4711) == "New person"


def test_undoing_a_plan_whose_register_was_begun_says_what_to_do_instead(desk):
    person = a_person(desk)
    planned = sessions.plan_session(
        desk, title="Choir", date=desk.today, start=time(15), end=time(16), people=[person]
    )
    attendance.record_mark(desk, planned.session, person, Mark(Status.PRESENT))
    history.undo(desk)
    with pytest.raises(Refused, match="Remove it in the schedule instead"):
        history.undo(desk)
