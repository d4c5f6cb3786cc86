"""Follow-ups open with the mark that makes them, close with the one that ends them, are undone with it."""

from datetime import timedelta

import pytest

from groupwork.domain.follow_ups import Outcome
from groupwork.errors import Refused
from groupwork.operations import attendance, episodes, follow_ups, history, sessions
from groupwork.operations import settings as centre_settings
from groupwork.operations.follow_up_watch import look_over
from groupwork.operations.register_block import Block, record_block
from groupwork.store import tables
from tests.builders import MONDAY, a_session, on, put
from tests.followed import WEEK, A, P, X, mark, only, stay_away, workshop

__all__ = ["workshop"]


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


def test_not_held_afterwards_takes_back_the_follow_up_nobody_has_touched(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    sessions.mark_not_held(desk, workshop[1][2], "heating")
    assert follow_ups.open_follow_ups(desk) == ()
    sessions.reopen(desk, workshop[1][2])
    assert only(desk).days == 3
    sessions.mark_not_held(desk, workshop[1][2], "heating")
    history.undo(desk)
    assert only(desk).days == 3


def test_a_follow_up_in_which_somebody_called_stays_though_the_session_was_not_held(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    follow_ups.log_call(desk, only(desk).id, "phone", "not_reached")
    sessions.mark_not_held(desk, workshop[1][2], "heating")
    assert (only(desk).days, len(only(desk).calls)) == (2, 1)


def test_coming_to_a_session_that_was_not_held_is_no_coming_back(desk, workshop):
    stay_away(desk, workshop, 0, 1, 2)
    mark(desk, workshop, 3, P)
    assert follow_ups.open_follow_ups(desk) == ()
    sessions.mark_not_held(desk, workshop[1][3], "heating")
    assert only(desk).days == 3
    sessions.reopen(desk, workshop[1][3])
    assert follow_ups.open_follow_ups(desk) == ()
