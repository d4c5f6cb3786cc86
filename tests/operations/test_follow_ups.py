"""Follow-ups open with the mark that makes them, close with the one that ends them, and are undone with it."""

from datetime import date, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.follow_ups import Outcome
from groupwork.domain.ids import SignInId
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import attendance, episodes, follow_ups, history
from groupwork.operations import settings as centre_settings
from groupwork.operations.follow_up_watch import look_over
from groupwork.operations.register_block import Block, record_block
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, on, put

WEEK = timedelta(weeks=1)
A, P, X = Mark(Status.ABSENT), Mark(Status.PRESENT), Mark(Status.CANCELLED)


@pytest.fixture
def workshop(desk):
    """A Monday group with sessions from three weeks ago to today; its first person is marked."""
    group = a_group(desk, with_people=3)
    found = [a_session(desk, group, day=MONDAY + n * WEEK) for n in (-3, -2, -1, 0)]
    return group, found


def mark(desk, workshop, n, what, who=0):
    group, sessions = workshop
    return attendance.record_mark(desk, sessions[n], group.people[who], what)


def stay_away(desk, workshop, *numbers):
    return [mark(desk, workshop, n, A) for n in numbers][-1]


def only(desk):
    (found,) = follow_ups.open_follow_ups(desk)
    return found


def test_the_third_absent_day_opens_one_in_the_same_step(desk, workshop):
    stay_away(desk, workshop, 0, 1)
    assert follow_ups.open_follow_ups(desk) == ()
    done = stay_away(desk, workshop, 2)
    found = only(desk)
    assert (found.participant, found.since, found.days) == (workshop[0].people[0], MONDAY - 3 * WEEK, 3)
    assert (found.groups, found.opened, found.owner) == (("Wood workshop",), MONDAY, None)
    assert "follow_up" in done.tables


def test_undo_takes_mark_and_follow_up_back_and_redo_brings_both(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    history.undo(desk)
    assert follow_ups.open_follow_ups(desk) == ()
    history.redo(desk)
    assert only(desk).days == 3


def test_further_absences_add_days_and_no_second_one(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2, 3)
    assert only(desk).days == 4
    assert tables.FollowUp.select().count() == 1


def test_a_mark_that_was_missing_in_between_completes_the_row(desk, workshop):
    stay_away(desk, workshop, 0, 2)
    stay_away(desk, workshop, 1)
    assert only(desk).since == MONDAY - 3 * WEEK


def test_coming_back_closes_it_in_the_same_step(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    mark(desk, workshop, 3, P)
    (closed,) = follow_ups.closed_follow_ups(desk)
    assert (closed.outcome, closed.closed) == (Outcome.CAME_BACK, MONDAY)
    assert follow_ups.open_follow_ups(desk) == ()
    history.undo(desk)
    assert only(desk).days == 3


def test_walking_in_somewhere_else_closes_it_too(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    attendance.add_drop_in(desk, a_session(desk), workshop[0].people[0])
    assert follow_ups.closed_follow_ups(desk)[0].outcome is Outcome.CAME_BACK


def test_being_there_before_the_row_closes_nothing(desk, workshop):
    stay_away(desk, workshop, 1, 2, 3)
    mark(desk, workshop, 0, P)
    assert only(desk).since == MONDAY - 2 * WEEK


def test_mark_blanks_and_a_block_close_too(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    attendance.mark_blanks_present(desk, workshop[1][3])
    assert follow_ups.open_follow_ups(desk) == ()
    history.undo(desk)
    record_block(desk, workshop[1][3], Block(marks={workshop[0].people[0]: P}))
    assert follow_ups.open_follow_ups(desk) == ()
    history.undo(desk)
    assert only(desk)


def test_a_slip_leaves_no_follow_up_behind(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    mark(desk, workshop, 2, X)
    assert tables.FollowUp.select().count() == 0
    stay_away(desk, workshop, 3)
    assert only(desk).days == 3


def test_one_somebody_worked_on_stays_when_the_mark_is_corrected(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    follow_ups.log_call(desk, only(desk).id, "phone", "reached")
    mark(desk, workshop, 2, X)
    assert only(desk).days == 2


def test_taking_a_mistaken_present_away_opens_it(desk, workshop):
    stay_away(desk, workshop, 0, 1, 3)
    mark(desk, workshop, 2, P)
    assert follow_ups.open_follow_ups(desk) == ()
    mark(desk, workshop, 2, X)
    assert only(desk).days == 3


def test_a_slip_of_the_finger_that_closed_it_opens_it_again(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    follow_ups.log_call(desk, only(desk).id, "phone", "reached")
    mark(desk, workshop, 3, P)
    mark(desk, workshop, 3, A)
    assert (only(desk).days, len(only(desk).calls)) == (4, 1)


def test_it_stays_closed_while_another_mark_of_that_day_says_so(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    mark(desk, workshop, 3, P)
    attendance.add_drop_in(desk, a_session(desk), workshop[0].people[0])
    mark(desk, workshop, 3, X)
    assert follow_ups.open_follow_ups(desk) == ()
    assert follow_ups.closed_follow_ups(desk)[0].closed == MONDAY


def test_what_was_before_a_closed_one_does_not_count_again(desk, workshop):
    before = on(desk, MONDAY - WEEK)
    stay_away(before, workshop, 0, 1, 2)
    follow_ups.close(before, only(before).id, "agreed", "comes on Monday")
    stay_away(desk, workshop, 3)
    assert follow_ups.open_follow_ups(desk) == ()
    assert follow_ups.due(desk) == ()


def test_the_number_is_the_centres(desk, workshop):
    centre_settings.set_setting(desk, "absent_days", 2)
    stay_away(desk, workshop, 0, 1)
    assert only(desk).days == 2


def test_a_session_that_was_not_held_counts_nothing(desk, workshop):
    stay_away(desk, workshop, 0, 1)
    row = tables.Session.get_by_id(workshop[1][1])
    row.status = "not_held"
    put(desk, row)
    stay_away(desk, workshop, 2)
    assert follow_ups.open_follow_ups(desk) == ()


def test_what_was_before_this_stay_does_not_count(desk, workshop):
    person = workshop[0].people[0]
    row = tables.Episode.get(tables.Episode.participant == person)
    stay_away(desk, workshop, 0)
    row.start = MONDAY - WEEK
    put(desk, row)
    stay_away(desk, workshop, 1, 2)
    assert follow_ups.open_follow_ups(desk) == ()


def test_the_start_opens_what_is_due_and_cannot_be_undone(desk, workshop):
    stay_away(desk, workshop, 0, 1)
    centre_settings.set_setting(desk, "absent_days", 2)
    assert [found.row.days for found in follow_ups.due(desk)] == [2]
    done = look_over(desk)
    assert not done.undoable
    assert only(desk).days == 2
    assert look_over(desk) is None
    with pytest.raises(Refused):
        history.undo(desk, done.step)


def test_the_end_of_the_stay_closes_it_in_the_same_step(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    episodes.end_stays(desk, [workshop[0].people[0]], MONDAY, "no_contact", False)
    assert follow_ups.closed_follow_ups(desk)[0].outcome is Outcome.ENDED
    history.undo(desk)
    assert only(desk)


def test_a_stay_that_ends_later_closes_it_on_the_day_after(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    episodes.end_stays(desk, [workshop[0].people[0]], MONDAY + timedelta(days=2))
    assert only(desk)
    assert look_over(on(desk, MONDAY + timedelta(days=2))) is None
    look_over(on(desk, MONDAY + timedelta(days=3)))
    (closed,) = follow_ups.closed_follow_ups(desk)
    assert (closed.outcome, closed.closed) == (Outcome.ENDED, MONDAY + timedelta(days=2))


def test_calls_are_kept_with_who_and_when(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    follow_ups.log_call(desk, only(desk).id, "phone", "message_left", "on the machine", MONDAY + WEEK)
    found = only(desk)
    (call,) = found.calls
    assert (call.at, call.by, call.words) == (desk.now, "Hanna Brückner", "on the machine")
    assert (found.next_date, found.owner, found.owner_name) == (MONDAY + WEEK, SignInId(1), "hanna")
    history.undo(desk)
    assert only(desk).calls == ()
    assert only(desk).next_date is None


def test_owner_next_date_and_outcome_are_steps_of_their_own(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    number = only(desk).id
    for change in (
        lambda: follow_ups.assign(desk, number, SignInId(1)),
        lambda: follow_ups.set_next(desk, number, MONDAY),
        lambda: follow_ups.close(desk, number, "unreachable", "moved away"),
    ):
        before = follow_ups.follow_ups_of(desk, workshop[0].people[0])
        done = change()
        assert follow_ups.follow_ups_of(desk, workshop[0].people[0]) != before
        line = history.history(desk, limit=1)[0]
        assert (line.step, line.undoable) == (done.step, True)
        assert "Jürgen" in line.sentence
        history.undo(desk)
        assert follow_ups.follow_ups_of(desk, workshop[0].people[0]) == before
        history.redo(desk)


def test_phone_numbers_stand_beside_it_emergency_first(desk, workshop):
    person = workshop[0].people[0]
    row = tables.Participant.get_by_id(person)
    row.phone = "030 1"
    put(desk, row, tables.Contact(participant=person, name="Ina", relation="sister", phone="030 3"))
    put(desk, tables.Contact(participant=person, name="Max", phone="030 2", emergency=True))
    stay_away(desk, workshop, 0, 1, 2)
    assert [(p.number, p.name) for p in only(desk).phones] == [
        ("030 1", ""),
        ("030 2", "Max"),
        ("030 3", "Ina"),
    ]


def test_two_groups_on_the_same_days_are_one_follow_up_that_lists_both(desk):
    first, second = a_group(desk, with_people=1), a_group(desk, with_people=0)
    put(desk, tables.Membership(group=second.id, participant=first.people[0], from_date=MONDAY - 5 * WEEK))
    for n in (-2, -1, 0):
        for group in (first, second):
            session = a_session(desk, group, day=MONDAY + n * WEEK)
            attendance.record_mark(desk, session, first.people[0], A)
    assert (only(desk).days, len(only(desk).groups)) == (3, 1)  # both groups are called Wood workshop
    assert tables.FollowUp.select().count() == 1


@pytest.mark.parametrize(
    "bad",
    [
        lambda desk, n: follow_ups.log_call(desk, n, "phone", "reached", next_date=MONDAY - WEEK),
        lambda desk, n: follow_ups.log_call(desk, n, "fax", "reached"),
        lambda desk, n: follow_ups.log_call(desk, 99, "phone", "reached"),
        lambda desk, n: follow_ups.set_next(desk, n, date(2020, 1, 1)),
        lambda desk, n: follow_ups.close(desk, n, "gone"),
        lambda desk, n: follow_ups.assign(desk, n, SignInId(99)),
    ],
)
def test_what_cannot_be_is_refused_in_words(desk, workshop, bad):
    stay_away(desk, workshop, 0, 1, 2)
    before = only(desk)
    with pytest.raises(Refused):
        bad(desk, before.id)
    assert only(desk) == before


def test_nothing_is_written_on_a_closed_one(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    number = only(desk).id
    follow_ups.close(desk, number, "agreed")
    for change in (follow_ups.set_next, follow_ups.assign):
        with pytest.raises(Refused):
            change(desk, number, None)


def test_a_mark_whose_follow_up_has_calls_is_not_undone(desk, workshop):
    done = stay_away(desk, workshop, 0, 1, 2)
    follow_ups.log_call(desk, only(desk).id, "phone", "reached")
    with pytest.raises(Refused):
        history.undo(desk, done.step)
    assert only(desk).calls


def test_a_volunteer_sees_and_writes_nothing(desk, workshop):
    from dataclasses import replace

    stay_away(desk, workshop, 0, 1, 2)
    number, volunteer = only(desk).id, replace(desk, role="volunteer")
    for refused in (
        lambda: follow_ups.open_follow_ups(volunteer),
        lambda: follow_ups.log_call(volunteer, number, "phone", "reached"),
        lambda: follow_ups.close(volunteer, number, "agreed"),
    ):
        with pytest.raises(NotAllowed):
            refused()
    assert mark(volunteer, workshop, 3, P).step  # whose marks open and close it all the same
    assert follow_ups.open_follow_ups(desk) == ()


def test_a_mark_costs_one_select_more_and_an_absence_two(desk, workshop, selects):
    group, sessions = workshop
    mark(desk, workshop, 3, X)
    plain = selects(attendance.record_mark, desk, sessions[3], group.people[0], Mark(Status.UNWELL))
    there = selects(attendance.record_mark, desk, sessions[3], group.people[1], P)
    away = selects(attendance.record_mark, desk, sessions[3], group.people[2], A)
    assert (there - plain, away - plain) == (2, 2)  # the first attended mark reads the session it holds
    many = {person: A for person in group.people}
    assert selects(attendance.record_marks, desk, sessions[2], many) <= away + 2 * len(many)


def test_reading_them_is_one_select_however_many(desk, workshop, selects):
    stay_away(desk, workshop, 0, 1, 2)
    for n in (0, 1, 2):
        mark(desk, workshop, n, A, who=1)
    assert len(follow_ups.open_follow_ups(desk)) == 2
    for read in (follow_ups.open_follow_ups, follow_ups.closed_follow_ups, follow_ups.due):
        assert selects(read, desk) == 1


def test_somebody_without_a_stay_gets_none(desk, workshop):
    person = a_person(desk, "Ivo", since=MONDAY + WEEK)
    session = a_session(desk, workshop[0], day=MONDAY)
    put(desk, tables.Attendance(session=session, participant=person))
    centre_settings.set_setting(desk, "absent_days", 1)
    attendance.record_mark(desk, session, person, A)
    assert follow_ups.open_follow_ups(desk) == ()
