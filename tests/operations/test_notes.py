"""Notes on the real store: written, guarded, signed for good, amended, with their versions."""

from dataclasses import replace
from datetime import timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.note_guards import Guard
from groupwork.domain.notes import NoteState, Template
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import absences, history, note_help, notes, phrases
from groupwork.operations.attendance import record_mark
from groupwork.operations.register import register, take_registers
from groupwork.operations.sessions import mark_not_held
from groupwork.operations.tasks import record_results
from groupwork.store.tables import Session
from tests.builders import MONDAY, a_group, a_session, on

PARTS = {"response": "Sanded two boards on his own and was proud of them."}


@pytest.fixture
def group(desk):
    return a_group(desk, tasks=("Sand",))


@pytest.fixture
def session(desk, group):
    found = a_session(desk, group)
    take_registers(desk)
    return found


@pytest.fixture
def person(group):
    return group.people[0]


def write(desk, session, person, parts=PARTS, **more):
    return notes.save_note(desk, session, person, Template.GIRP, parts, **more).note


def test_a_note_is_written_changed_and_undone(desk, session, person):
    first = write(desk, session, person)
    assert write(desk, session, person, {"plan": "Go on"}) == first
    found = notes.note(desk, first)
    assert (found.parts, found.state, found.author) == ((("plan", "Go on"),), NoteState.DRAFT, "hanna")
    history.undo(desk)
    assert notes.note(desk, first).parts == (("response", PARTS["response"]),)
    history.undo(desk)
    assert notes.session_notes(desk, session).people == ()


def test_a_group_note_carries_its_line_to_next_time(desk, session):
    notes.save_group_note(desk, session, {"done": "Two boards", "next": "Bring varnish"})
    assert Session.get_by_id(session).next_time == "Bring varnish"
    assert notes.session_notes(desk, session).group.parts == (
        ("done", "Two boards"),
        ("next", "Bring varnish"),
    )


def test_one_sitting_is_one_version(desk, session, person):
    number = write(desk, session, person)
    write(desk, session, person, {"response": "More."})
    later = replace(desk, now=desk.now + timedelta(hours=1), actor_name="Leyla Demirtaş")
    write(later, session, person, {"response": "Most."})
    assert [(v.by, v.parts) for v in notes.versions(desk, number)] == [
        ("Hanna Brückner", (("response", "More."),)),
        ("Leyla Demirtaş", (("response", "Most."),)),
    ]


def test_a_signed_note_never_changes_and_takes_amendments(desk, session, person):
    number = write(desk, session, person)
    done = notes.sign(desk, number)
    assert not done.undoable
    for change in (
        lambda: write(desk, session, person, {"plan": "x"}),
        lambda: notes.remove_note(desk, number),
        lambda: notes.sign(desk, number),
        lambda: notes.cosign(desk, number),
        lambda: notes.amend(desk, number, " ", "x"),
    ):
        with pytest.raises(Refused):
            change()
    notes.amend(desk, number, "forgot the plan", "Go on with the varnish.")
    notes.cosign(replace(desk, actor_name="Leyla Demirtaş"), number)
    found = notes.note(desk, number)
    assert found.parts == (("response", PARTS["response"]),)
    assert [(a.by, a.reason, a.words) for a in found.amendments] == [
        ("Hanna Brückner", "forgot the plan", "Go on with the varnish.")
    ]
    assert (found.state, found.cosigned_by) == (NoteState.COSIGNED, "Leyla Demirtaş")
    assert desk.store.journal.verify().ok


def test_undo_goes_past_a_signature_without_touching_it(desk, session, person):
    number = write(desk, session, person)
    notes.sign(desk, number)
    with pytest.raises(Refused):
        history.undo(desk)
    assert notes.note(desk, number).state is NoteState.SIGNED


def test_a_late_entry_says_why(desk, session, person):
    tuesday = on(desk, MONDAY + timedelta(days=1))
    with pytest.raises(Refused, match="late"):
        write(tuesday, session, person)
    number = write(tuesday, session, person, late_reason="was ill")
    found = notes.note(desk, number)
    assert (found.late, found.late_reason, found.contact) == (True, "was ill", MONDAY)
    monday = write(desk, session, person, {"plan": "x"})
    assert monday == number


def test_a_note_ahead_of_its_day_is_refused(desk, group):
    ahead = a_session(desk, group, day=MONDAY + timedelta(weeks=1))
    with pytest.raises(Refused):
        write(desk, ahead, group.people[0])


def test_a_note_without_a_session(desk, person):
    number = notes.save_note(desk, None, person, Template.DAP, {"data": "Called."}).note
    again = notes.save_note(desk, None, person, Template.DAP, {"data": "Called twice."}, note=number)
    assert again.note == number
    assert [n.text for n in notes.notes_of(desk, person)] == ["Called twice."]


def test_the_guards_warn_and_stay_dismissed(desk, session, group):
    first, second, _ = group.people
    record_mark(desk, session, first, Mark(Status.ABSENT))
    write(desk, session, second, {"response": "Sanded beside another person and was calm all morning."})
    parts = {"response": "Zbigniew took part with Jürgen.", "plan": "x"}
    found = note_help.check(desk, session, first, parts)
    assert [w.guard for w in found] == [Guard.NAME, Guard.ABSENT]
    assert found[0].found == "Zbigniew"
    same = note_help.check(
        desk, session, first, {"response": "sanded beside another person and was calm all morning."}
    )
    assert [w.guard for w in same] == [Guard.COPY]
    number = write(desk, session, first, parts)
    notes.dismiss(desk, number, found[0].digest)
    assert [w.guard for w in note_help.check(desk, session, first, parts)] == [Guard.ABSENT]


def test_a_group_note_may_name_nobody(desk, session):
    found = note_help.check(desk, session, None, {"mood": "Jürgen was proud"})
    assert [w.found for w in found] == ["Jürgen"]


def test_the_first_draft_is_the_persons_own_record(desk, session, group):
    first, second, _ = group.people
    task = register(desk, session).tasks[0].id
    record_mark(desk, session, first, Mark(Status.PRESENT, late_min=10))
    record_results(
        desk, {(task, first): TaskResult(Outcome.DONE, 4), (task, second): TaskResult(Outcome.DONE, 6)}
    )
    phrases.add_phrase(desk, "Worked with care.", short="*", part="response")
    found = note_help.draft(desk, session, first, Template.GIRP)
    assert found == {
        "intervention": "Session: Wood workshop, 09:45–11:45.",
        "response": "Came 10 min late and was there for 110 of 120 minutes. With prompting: Sand. "
        "Worked with care.",
    }
    german = note_help.draft(replace(desk, language="de"), session, first, Template.THREE)
    assert "Sand" in german["response"]
    with pytest.raises(Refused):
        note_help.draft(desk, session, 4711, Template.GIRP)


def test_a_draft_says_why_somebody_was_away_and_needs_something_recorded(desk, session, group):
    person = group.people[0]
    with pytest.raises(Refused, match="Nothing is recorded"):
        note_help.draft(desk, session, person, Template.GIRP)
    absences.add_absence(desk, [person], [absences.Span(desk.today, desk.today)], "O", words="dentist")
    found = note_help.draft(desk, session, person, Template.GIRP)
    assert found["response"] == "Did not come because of another appointment. Reason given: dentist."
    mark_not_held(desk, session, "Heating failure")
    whole = note_help.draft(desk, session, person, Template.DAP)["data"]
    assert whole.endswith("The session was not held.")  # the dentist is not why


def test_missing_and_unsigned_notes(desk, group, session, person):
    earlier = a_session(desk, group, day=MONDAY - timedelta(weeks=1), status="held")
    assert notes.missing(desk) == ()  # a centre without notes is not told to write some
    number = write(desk, session, person)
    assert notes.missing(desk) == (earlier,)
    assert [n.id for n in notes.unsigned(desk)] == [number]
    notes.sign(desk, number)
    assert notes.unsigned(desk) == ()


def test_the_last_note_lies_before_the_day(desk, group, person, session):
    earlier = a_session(desk, group, day=MONDAY - timedelta(weeks=1), status="held")
    old = write(desk, earlier, person, late_reason="typed up today")
    write(desk, session, person, {"plan": "y"})
    assert notes.last_note(desk, person, MONDAY).id == old


def test_bad_words_are_refused_and_nothing_is_written(desk, session, person):
    for parts in ({}, {"foreign": "x"}, {"plan": "x" * 100_001}):
        with pytest.raises(Exception, match=r"."):
            write(desk, session, person, parts)
    assert notes.session_notes(desk, session).people == ()


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
def test_who_may_not_read_notes(desk, session, role):
    with pytest.raises(NotAllowed):
        notes.session_notes(replace(desk, role=role), session)
