"""Planned absences: they prefill, never change what was entered, and let go of what they filled in."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from groupwork.domain.absences import Hours, Span
from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import AbsenceId, ParticipantId
from groupwork.errors import NotAllowed, Refused, UserError
from groupwork.operations import absences, attendance, follow_ups, history, sessions
from groupwork.operations.memberships import add_to_registers
from groupwork.operations.presence import day as presence_on
from groupwork.operations.register import register, take_registers
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, an_absence, on

WEEK = timedelta(weeks=1)
TODAY = Span(MONDAY, MONDAY)
AFTERNOON = Hours(time(12), None)


@pytest.fixture
def house(desk):
    """A Monday group of three from 09:45 to 11:45, today and next week; nothing is recorded."""
    group = a_group(desk)
    return group, a_session(desk, group), a_session(desk, group, day=MONDAY + WEEK)


def marks(desk, session):
    return {row.participant: row.mark for row in register(desk, session).rows}


def enter(desk, house, span=TODAY, status="U", who=0, **said):
    return absences.add_absence(desk, [house[0].people[who]], [span], status, **said)


def test_a_coming_register_shows_it_as_planned(desk, house):
    enter(desk, house, Span(MONDAY, MONDAY + WEEK), "V", words="travels")
    coming = {row.participant: row for row in register(desk, house[2]).rows}[house[0].people[0]]
    assert (coming.mark.status, coming.mark.planned, coming.absence_words) == (Status.LEAVE, True, "travels")
    assert [away.name for away in sessions.session(desk, house[2]).away] == ["Jürgen"]


def test_a_register_that_was_taken_gets_it_where_nothing_is_written(desk, house):
    take_registers(desk)
    done = enter(desk, house, told_by="his sister")
    mark = marks(desk, house[1])[house[0].people[0]]
    assert (mark.status, mark.planned, mark.told_at) == (Status.UNWELL, True, MONDAY)
    assert (done.filled, done.kept) == (1, ())
    history.undo(desk)
    assert marks(desk, house[1])[house[0].people[0]] == Mark()
    assert absences.absences(desk) == ()


def test_a_mark_that_was_entered_stays_and_is_named(desk, house):
    attendance.record_mark(desk, house[1], house[0].people[0], Mark(Status.PRESENT))
    (kept,) = enter(desk, house).kept
    assert marks(desk, house[1])[house[0].people[0]].status is Status.PRESENT
    assert (kept.name, kept.day, kept.status) == ("Jürgen", MONDAY, Status.PRESENT)


@pytest.mark.parametrize(
    ("hours", "away"),
    [
        (AFTERNOON, False),
        (Hours(None, time(9, 45)), False),
        (Hours(time(11)), True),
        (Hours(time(9), time(10)), True),
    ],
)
@pytest.mark.parametrize("taken", [False, True])
def test_a_part_of_the_day_touches_only_sessions_in_its_hours(desk, house, hours, away, taken):
    if taken:
        take_registers(desk)
    enter(desk, house, hours=hours)
    assert (marks(desk, house[1])[house[0].people[0]].planned) is away
    assert bool(sessions.session(desk, house[1]).away) is away
    if not taken:
        take_registers(desk)
        assert (marks(desk, house[1])[house[0].people[0]].planned) is away


def test_a_part_of_the_day_is_no_day_away(desk, house):
    enter(desk, house, hours=AFTERNOON)
    enter(desk, house, who=1)
    lines = {line.participant: line for line in presence_on(desk, MONDAY).rows}
    assert lines[house[0].people[0]].suggested is None
    assert lines[house[0].people[1]].suggested is not None


def test_joining_a_past_register_heeds_the_hours(desk, house):
    take_registers(desk)
    for hours in (AFTERNOON, Hours()):
        person = a_person(desk, f"Ivo {hours.whole}")
        absences.add_absence(desk, [person], [TODAY], "O", hours=hours)
        add_to_registers(desk, [person], [house[1]])
        assert marks(desk, house[1])[person].planned is hours.whole


def test_several_dates_and_people_are_one_step(desk, house):
    days = [Span(MONDAY + n * WEEK, MONDAY + n * WEEK) for n in (0, 1)]
    done = absences.add_absence(desk, house[0].people, days, "O")
    assert len(done.absences) == 6
    assert len(absences.absences(desk)) == 6
    history.undo(desk)
    assert absences.absences(desk) == ()


def test_back_earlier_frees_the_days_after(desk, house):
    later = on(desk, MONDAY + WEEK)
    (number,) = enter(desk, house, Span(MONDAY, MONDAY + 2 * WEEK)).absences
    take_registers(later)
    absences.back_earlier(later, number, MONDAY + WEEK)
    assert marks(later, house[2])[house[0].people[0]] == Mark()
    assert marks(later, house[1])[house[0].people[0]].planned
    assert absences.absence(later, number).span == Span(MONDAY, MONDAY + WEEK - timedelta(days=1))
    history.undo(later)
    assert marks(later, house[2])[house[0].people[0]].planned


def test_back_on_the_first_day_takes_it_away(desk, house):
    (number,) = enter(desk, house, Span(MONDAY, MONDAY + WEEK)).absences
    take_registers(desk)
    absences.back_earlier(desk, number, MONDAY)
    assert absences.absences(desk) == ()
    assert marks(desk, house[1])[house[0].people[0]] == Mark()


def test_removing_keeps_what_was_entered_over_it(desk, house):
    (number,) = enter(desk, house).absences
    attendance.record_mark(desk, house[1], house[0].people[0], Mark(Status.PRESENT))
    absences.remove_absence(desk, number)
    assert marks(desk, house[1])[house[0].people[0]].status is Status.PRESENT
    history.undo(desk)
    assert absences.absence(desk, number)


def test_a_change_moves_what_was_filled_in(desk, house):
    later = on(desk, MONDAY + WEEK)
    take_registers(later)
    (number,) = enter(later, house).absences
    done = absences.change_absence(
        later, number, span=Span(MONDAY + WEEK, MONDAY + WEEK), status="H", words="clinic"
    )
    assert done.filled == 1
    assert marks(later, house[1])[house[0].people[0]] == Mark()
    assert marks(later, house[2])[house[0].people[0]].status is Status.HOSPITAL
    history.undo(later)
    assert marks(later, house[1])[house[0].people[0]].status is Status.UNWELL


def test_a_longer_change_names_what_stays(desk, house):
    later = on(desk, MONDAY + WEEK)
    (number,) = enter(later, house).absences
    attendance.record_mark(later, house[2], house[0].people[0], Mark(Status.ABSENT))
    (kept,) = absences.change_absence(later, number, span=Span(MONDAY, MONDAY + WEEK)).kept
    assert kept.status is Status.ABSENT


def test_of_two_absences_the_first_counts_and_the_other_takes_over_when_it_goes(desk, house):
    take_registers(desk)
    (first,) = enter(desk, house).absences
    second = enter(desk, house, status="H")
    assert [other.id for other in second.others] == [first]
    assert marks(desk, house[1])[house[0].people[0]].status is Status.UNWELL
    absences.remove_absence(desk, first)
    assert marks(desk, house[1])[house[0].people[0]].status is Status.HOSPITAL


def test_a_planned_absence_makes_no_follow_up(desk, house):
    for n in (-4, -3, -2, -1):
        a_session(desk, house[0], day=MONDAY + n * WEEK)
    take_registers(desk)
    enter(desk, house, Span(MONDAY - 4 * WEEK, MONDAY), "X")
    assert follow_ups.due(desk) == ()


@pytest.mark.parametrize(
    ("span", "status", "said"),
    [
        (Span(MONDAY, MONDAY - timedelta(days=1)), "U", {}),
        (Span(MONDAY, MONDAY + timedelta(days=400)), "U", {}),
        (Span(date(1, 1, 1), date(1, 1, 2)), "U", {}),
        (TODAY, "A", {}),
        (TODAY, "", {}),
        (TODAY, "U", {"hours": Hours(time(12), time(11))}),
        (TODAY, "U", {"told_at": MONDAY + timedelta(days=1)}),
        (TODAY, "U", {"words": "x" * 501}),
        (TODAY, "U", {"words": "a\x00b"}),
        (TODAY, "U", {"told_by": "x" * 201}),
    ],
)
def test_what_cannot_be_is_refused_in_words(desk, house, span, status, said):
    with pytest.raises(UserError):
        enter(desk, house, span, status, **said)
    assert absences.absences(desk) == ()


def test_somebody_who_left_or_is_nobody_is_refused_for_all(desk, house):
    left = a_person(desk, "Ivo Alt", until=MONDAY - timedelta(days=1))
    for person in (left, ParticipantId(999)):
        with pytest.raises(Refused):
            absences.add_absence(desk, [house[0].people[0], person], [TODAY], "U")
    with pytest.raises(Refused):
        absences.add_absence(desk, [], [TODAY], "U")
    assert absences.absences(desk) == ()


def test_one_that_is_gone_is_refused(desk):
    for change in (
        lambda: absences.change_absence(desk, AbsenceId(9), words="x"),
        lambda: absences.remove_absence(desk, AbsenceId(9)),
        lambda: absences.back_earlier(desk, AbsenceId(9), MONDAY),
        lambda: absences.absence(desk, AbsenceId(9)),
    ):
        with pytest.raises(Refused):
            change()


def test_back_after_the_last_day_is_refused(desk, house):
    (number,) = enter(desk, house).absences
    with pytest.raises(Refused):
        absences.back_earlier(desk, number, MONDAY + timedelta(days=1))


def test_a_stand_in_enters_them_and_reads_no_words(desk, house):
    volunteer = replace(desk, role="volunteer")
    enter(volunteer, house, words="operation", told_by="sister")
    (seen,) = absences.absences(volunteer)
    assert (seen.status, seen.words, seen.told_by, seen.told_at) == (Status.UNWELL, "", "", None)
    assert absences.absences(desk)[0].words == "operation"
    with pytest.raises(NotAllowed):
        absences.absences_of(volunteer, house[0].people[0])
    with pytest.raises(NotAllowed):
        enter(replace(desk, role="viewer"), house)


def test_each_kind_of_change_has_its_words_in_the_history(desk, house):
    (number,) = enter(desk, house, Span(MONDAY, MONDAY + WEEK)).absences
    absences.change_absence(desk, number, words="later")
    absences.back_earlier(desk, number, MONDAY + timedelta(days=2))
    absences.remove_absence(desk, number)
    said = [line.sentence for line in history.history(desk, limit=4)]
    assert all("Jürgen" in sentence for sentence in said)
    assert len(set(said)) == 4
    assert "14 Oct" in said[1]


def test_the_list_is_one_select_and_leaves_out_what_is_over(desk, house, selects):
    an_absence(desk, house[0].people[1])
    enter(desk, house, Span(MONDAY - WEEK, MONDAY - WEEK))
    enter(desk, house, Span(MONDAY + WEEK, MONDAY + WEEK))
    assert [a.span.first for a in absences.absences(desk)] == [MONDAY, MONDAY + WEEK]
    assert len(absences.absences_of(desk, house[0].people[0])) == 2
    assert selects(absences.absences, desk) == 1
    assert tables.PlannedAbsence.select().count() == 3
