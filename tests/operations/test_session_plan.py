"""A session's plan: what to know, what was said last time, and nothing of notes for who may not read them."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from groupwork.domain.activities import Permission
from groupwork.domain.attendance import Mark, Status
from groupwork.domain.groups import StaffRole
from groupwork.domain.people import AlertKind
from groupwork.errors import NotAllowed, UserError
from groupwork.operations import attendance, history, notes, session_plan, sessions
from groupwork.operations.register import take_registers
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, an_absence, put

WEEK = timedelta(weeks=1)


@pytest.fixture
def wood(desk):
    """A group of three, one with two alerts; the activity has a plan."""
    group = a_group(desk, tasks=("Sand",))
    put(
        desk,
        tables.ActivityPhase(activity=group.activity, position=0, name="Welcome", minutes=10),
        tables.ActivityPhase(activity=group.activity, position=1, name="Work", minutes=90, words="in pairs"),
        tables.ActivityMaterial(
            activity=group.activity, position=0, name="Chisel", quantity="6", tool=True, permission="watched"
        ),
        tables.ActivityHazard(activity=group.activity, position=0, hazard="Dust", control="mask"),
        tables.Alert(participant=group.people[0], kind="food", words="no nuts"),
        tables.Alert(participant=group.people[0], kind="safety", words="epilepsy", printed=False),
    )
    return group


@pytest.fixture
def last(desk, wood):
    """Last week's session: two of three came, with a group note."""
    number = a_session(desk, wood, day=MONDAY - WEEK)
    take_registers(desk)
    marks = {wood.people[0]: Mark(Status.PRESENT), wood.people[1]: Mark(Status.PRESENT, late_min=5)}
    attendance.record_marks(desk, number, marks | {wood.people[2]: Mark(Status.ABSENT)})
    parts = {"events": "The saw was blunt.", "next": "Oil the stools."}
    notes.save_group_note(desk, number, parts, late_reason="typed up on Monday")
    return number


def test_the_plan_says_who_what_with_what(desk, wood):
    staff = sessions.add_facilitator(desk, "Tomasz Wilkowski").id
    put(desk, tables.GroupFacilitator(group=wood.id, facilitator=staff, role="assist"))
    number = a_session(desk, wood)
    put(desk, tables.SessionFacilitator(session=number, facilitator=staff))
    plan = session_plan.plan(desk, number)
    assert [f"{p.start:%H:%M} {p.phase.name}" for p in plan.phases] == ["09:45 Welcome", "09:55 Work"]
    assert (plan.minutes, plan.planned_minutes, plan.expected) == (120, 100, 3)
    assert [(line.kind, line.words) for line in plan.know] == [
        (AlertKind.SAFETY, "epilepsy"),
        (AlertKind.FOOD, "no nuts"),
    ]
    assert (plan.materials[0].name, plan.materials[0].permission) == ("Chisel", Permission.WATCHED)
    assert (plan.hazards[0].hazard, plan.hazards[0].control) == ("Dust", "mask")
    assert [(s.name, s.part) for s in plan.staff] == [("Tomasz Wilkowski", StaffRole.ASSIST)]
    assert [task.name for task in plan.tasks] == ["Sand"]
    assert (plan.said, plan.last, plan.next_time) == (None, None, "")


def test_a_planned_absence_is_said_and_its_alerts_stand_last(desk, wood):
    put(desk, tables.Alert(participant=wood.people[1], kind="no_photos", words=""))
    an_absence(desk, wood.people[0], "H", words="knee")
    number = a_session(desk, wood)
    for taken in (False, True):
        plan = session_plan.plan(desk, number)
        assert [(a.status, a.words, a.until) for a in plan.away] == [("H", "knee", MONDAY)], taken
        assert [line.away for line in plan.know] == [False, True, True]
        assert plan.expected == 2
        take_registers(desk)


def test_an_absence_of_some_hours_counts_only_where_it_touches_the_session(desk, wood):
    an_absence(desk, wood.people[0], "O", from_time=time(9), to_time=time(10))
    an_absence(desk, wood.people[1], "O", from_time=time(14))
    plan = session_plan.plan(desk, a_session(desk, wood))
    assert [away.participant for away in plan.away] == [wood.people[0]]


def test_what_happened_last_time_and_the_line_it_left(desk, wood, last):
    plan = session_plan.plan(desk, a_session(desk, wood))
    assert (plan.last.came, plan.last.available, plan.last.there) == (2, 3, 2)
    assert plan.last.events == "The saw was blunt."
    assert (plan.said.words, plan.said.date, plan.said.session) == ("Oil the stools.", MONDAY - WEEK, last)


@pytest.mark.parametrize("role", ["volunteer", "viewer"])
def test_whoever_may_not_read_notes_gets_the_line_and_no_word_of_the_note(desk, wood, last, role):
    number = a_session(desk, wood)
    plan = session_plan.plan(replace(desk, role=role), number)
    assert plan.said.words == "Oil the stools."
    assert plan.last.events == ""
    assert "blunt" not in str(plan)
    assert plan.know


def test_a_lost_session_hands_the_line_on_and_a_held_one_ends_it(desk, wood, last):
    lost = a_session(desk, wood, day=MONDAY)
    sessions.mark_not_held(desk, lost, "Facilitator ill")
    after = a_session(desk, wood, day=MONDAY + WEEK)
    assert session_plan.plan(desk, after).said.words == "Oil the stools."
    sessions.reopen(desk, lost)
    sessions.mark_held(desk, lost)
    assert session_plan.plan(desk, after).said is None
    assert session_plan.plan(desk, after).last.session == lost


def test_another_group_of_the_activity_is_asked_only_without_sessions_of_ones_own(desk, wood, last):
    row = tables.Group.get_by_id(wood.id)
    other = tables.Group(activity=wood.activity, weekday=0, start=row.start, end=row.end, from_date=MONDAY)
    put(desk, other)
    fresh = tables.Session(
        group=other.id, activity=wood.activity, date=MONDAY + WEEK, start=row.start, end=row.end
    )
    put(desk, fresh)
    assert session_plan.plan(desk, fresh.id).said.words == "Oil the stools."
    assert session_plan.plan(desk, fresh.id).last.session == last


def test_the_line_for_next_time_is_a_step_that_can_be_taken_back(desk, wood):
    number = a_session(desk, wood)
    done = session_plan.set_next_time(desk, number, "  Sand the\nedges ")
    assert session_plan.plan(desk, number).next_time == "Sand the edges"
    assert session_plan.plan(desk, a_session(desk, wood, day=MONDAY + WEEK)).said.words == "Sand the edges"
    line = history.history(desk)[0]
    assert "next time" in history.sentence(desk, done)
    assert "Sand the edges" not in str(line)
    desk.store.journal.undo(done.step, desk.actor)
    assert session_plan.plan(desk, number).next_time == ""


def test_a_group_note_without_a_line_leaves_the_one_that_is_there(desk, wood, last):
    number = a_session(desk, wood)
    session_plan.set_next_time(desk, number, "Sand the edges")
    notes.save_group_note(desk, number, {"events": "Quiet."})
    assert session_plan.plan(desk, number).next_time == "Sand the edges"
    notes.save_group_note(desk, number, {"events": "Quiet.", "next": "Oil them"})
    assert session_plan.plan(desk, number).next_time == "Oil them"
    notes.save_group_note(desk, number, {"events": "Quiet."})
    assert session_plan.plan(desk, number).next_time == ""


def test_refusals(desk, wood):
    number = a_session(desk, wood)
    with pytest.raises(UserError):
        session_plan.plan(desk, 777)
    with pytest.raises(UserError):
        session_plan.set_next_time(desk, 777, "x")
    for wrong in ("x" * 301, "a\x00"):
        with pytest.raises(UserError):
            session_plan.set_next_time(desk, number, wrong)
    with pytest.raises(NotAllowed):
        session_plan.set_next_time(replace(desk, role="viewer"), number, "x")
    session_plan.set_next_time(replace(desk, role="volunteer"), number, "x")


def test_four_selects_whatever_the_size(desk, wood, last, selects):
    for n in range(6):
        put(desk, tables.Membership(group=wood.id, participant=a_person(desk, f"Ida {n}"), from_date=MONDAY))
    number = a_session(desk, wood)
    assert selects(session_plan.plan, desk, number) == 4
