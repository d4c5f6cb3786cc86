"""What is written on a follow-up, who may, and what it costs to read."""

from datetime import date

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.ids import SignInId
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import attendance, follow_ups, history
from groupwork.operations import settings as centre_settings
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, put
from tests.followed import WEEK, A, P, X, mark, only, stay_away, workshop

__all__ = ["workshop"]


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
    many = dict.fromkeys(group.people, A)
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


def test_one_is_opened_by_hand_once_and_coming_closes_it(desk, workshop):
    person = workshop[0].people[0]
    done = follow_ups.begin(desk, person)
    found = only(desk)
    assert (found.opened, found.days, found.owner) == (MONDAY, 0, SignInId(1))
    line = history.history(desk, limit=1)[0]
    assert (line.step, line.sentence) == (done.step, "Jürgen Hassenpflug-Maier: follow-up opened")
    with pytest.raises(Refused, match="open already"):
        follow_ups.begin(desk, person)
    history.undo(desk)
    assert follow_ups.open_follow_ups(desk) == ()
    history.redo(desk)
    mark(desk, workshop, 3, A)
    mark(desk, workshop, 3, X)
    assert only(desk).id == found.id
    mark(desk, workshop, 3, P)
    assert follow_ups.open_follow_ups(desk) == ()


@pytest.mark.parametrize(
    ("since", "until"), [(MONDAY + WEEK, None), (date(2026, 1, 5), MONDAY - WEEK)], ids=["to come", "over"]
)
def test_none_is_opened_by_hand_for_somebody_who_does_not_stay_here(desk, since, until):
    person = a_person(desk, "Ivo", since=since, until=until)
    with pytest.raises(Refused, match="Ivo does not stay here now"):
        follow_ups.begin(desk, person)
    assert follow_ups.follow_ups_of(desk, person) == ()


def test_the_last_day_of_a_stay_is_still_a_day_to_follow_up(desk):
    person = a_person(desk, "Ivo", until=MONDAY)
    follow_ups.begin(desk, person)
    assert only(desk).participant == person
