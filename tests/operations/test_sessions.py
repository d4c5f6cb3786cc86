"""Sessions read: filled in whole, with few SELECTs; held, not held, open again."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.numbering import Counted, numbers
from groupwork.domain.people import StaffBrief
from groupwork.domain.sessions import Away, Number, SessionStatus
from groupwork.errors import NotAllowed, Refused
from groupwork.operations import attendance, groups, sessions, settings
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_person, a_session, an_absence, an_activity, on, put

TERM = {"name": "Autumn", "from": "2026-08-31", "to": "2026-11-20"}


def three_weeks(desk, **fields):
    """A group with sessions on three Mondays, MONDAY in the middle."""
    group = a_group(desk)
    days = [MONDAY + timedelta(weeks=i) for i in (-1, 0, 1)]
    return group, [a_session(desk, group, day=day, **fields) for day in days]


def test_a_planned_session_is_filled_from_its_group(desk):
    settings.set_setting(desk, "term", TERM)
    group, ids = three_weeks(desk)
    room = tables.Room(code="R1", name="Workshop", capacity=8)
    staff = tables.Facilitator(code="F2", name="Tomasz Wilkowski", role="Joiner")
    put(desk, room, staff, tables.Alert(participant=group.people[0], kind="food", words="nuts"))
    sessions.change_session(desk, ids[1], room=room.id, staff=[staff.id])
    an_absence(desk, group.people[2], "V")
    info = sessions.session(desk, ids[1])
    assert (info.title, info.room_name, info.number) == ("Wood workshop", "Workshop", Number(2, 3, 0))
    assert info.staff == (StaffBrief(staff.id, "F2", "Tomasz Wilkowski", "Joiner"),)
    assert (info.on_register, info.expected, info.alerts) == (3, 2, 1)
    assert info.away == (Away("Björn", "V"),)
    assert not info.register_taken


def test_who_left_the_centre_or_the_group_is_not_expected(desk):
    group, ids = three_weeks(desk)
    episode = tables.Episode.get(tables.Episode.participant == group.people[0])
    episode.end = MONDAY - timedelta(days=1)
    membership = tables.Membership.get(tables.Membership.participant == group.people[1])
    membership.to_date = MONDAY
    put(desk, episode, membership)
    assert [sessions.session(desk, s).on_register for s in ids] == [3, 2, 1]


def test_a_stored_register_counts_its_rows_and_not_the_members(desk):
    group, ids = three_weeks(desk)
    row = tables.Session.get_by_id(ids[0])
    row.register_taken, row.status = True, "held"
    put(desk, row)
    marks = zip(group.people, ("P", "H", None), strict=True)
    put(desk, *(tables.Attendance(session=ids[0], participant=p, status=s) for p, s in marks))
    guest = a_person(desk, "Ivo")
    put(desk, tables.Attendance(session=ids[0], participant=guest, status="W"))
    info = sessions.session(desk, ids[0])
    assert (info.on_register, info.expected, info.attended, info.recorded) == (4, 2, 2, 3)
    assert info.away == (Away("Zbigniew", "H"),)


def test_whoever_cancelled_ahead_is_away_on_a_stored_register_too(desk):
    group, ids = three_weeks(desk)
    row = tables.Session.get_by_id(ids[1])
    row.register_taken = True
    put(desk, row)
    for person, status in zip(group.people, ("X", None, "A"), strict=True):
        mark = tables.Attendance(session=row.id, participant=person, status=status, planned=status == "X")
        put(desk, mark)
    info = sessions.session(desk, ids[1])
    assert (info.on_register, info.expected, info.away) == (3, 2, (Away("Jürgen", "X"),))


def test_whoever_is_marked_away_before_the_day_is_not_expected(desk):
    group, ids = three_weeks(desk)
    attendance.record_mark(desk, ids[2], group.people[0], Mark(Status.HOSPITAL))
    an_absence(desk, group.people[0], "V", days=7)
    info = sessions.session(desk, ids[2])
    assert (info.register_taken, info.on_register, info.expected) == (False, 3, 2)
    assert info.away == (Away("Jürgen", "H"),)


def test_invited_people_of_a_one_off_are_expected_once(desk):
    group = a_group(desk)
    session = a_session(desk, invited=group.people[:2])
    extra = a_session(desk, group, day=MONDAY, invited=(group.people[0], a_person(desk, "Ivo")))
    assert sessions.session(desk, session).on_register == 2
    assert sessions.session(desk, extra).on_register == 4
    assert sessions.session(desk, session).number is None


def test_an_off_site_session_shows_its_place(desk):
    info = sessions.session(desk, a_session(desk, place="DIY store"))
    assert (info.off_site, info.room_name, info.room) == (True, "DIY store", None)


def test_a_day_and_a_week_name_closure_and_week_of_term(desk):
    settings.set_setting(desk, "term", TERM)
    _, ids = three_weeks(desk)
    day = MONDAY + timedelta(days=2)
    put(desk, tables.Closure(from_date=day, to_date=day, name="Teamtag"))
    week = sessions.week(desk, MONDAY + timedelta(days=3))
    assert [d.date.weekday() for d in week] == list(range(7))
    assert [d.closure for d in week] == ["", "", "Teamtag", "", "", "", ""]
    assert [s.id for s in week[0].sessions] == [ids[1]]
    assert week[0].week_of_term == (7, 12)
    assert sessions.day(desk, MONDAY) == week[0]


def test_the_numbers_in_sql_are_the_rule_of_the_domain(desk):
    settings.set_setting(desk, "term", TERM)
    group = a_group(desk)
    twin = a_group(desk, with_people=0, activity=group.activity)
    days = [date(2026, 7, 6) + timedelta(days=5 * i) for i in range(40)]
    for i, day in enumerate(days):
        status = ("planned", "held", "not_held")[i % 3]
        a_session(desk, (group, twin)[i % 2], day=day, status=status)
    a_session(desk, activity=group.activity, day=days[10])
    infos = sessions.sessions_between(desk, days[0], days[-1])
    counted = [Counted(i.id, i.date, i.start, i.activity, i.group, i.status) for i in infos]
    expected = numbers(counted, settings.centre(desk).terms)
    assert {i.id: i.number for i in infos if i.number} == expected


def test_the_reads_need_few_selects_whatever_the_number_of_sessions(desk, selects):
    three_weeks(desk)
    for _ in range(2):
        assert selects(sessions.sessions_between, desk, MONDAY, MONDAY + timedelta(days=60)) <= 4
        assert selects(sessions.day, desk, MONDAY) <= 5
        assert selects(sessions.week, desk, MONDAY) <= 5
        group = a_group(desk, with_people=2)
        for i in range(9):
            a_session(desk, group, day=MONDAY + timedelta(weeks=i))
    assert selects(sessions.session, desk, 1) <= 4
    assert selects(sessions.choices, desk) <= 4


def test_an_unknown_session_is_refused_in_words(desk):
    with pytest.raises(Refused, match="no session with the number 99"):
        sessions.session(desk, 99)


def test_not_held_needs_words_keeps_the_marks_and_can_be_taken_back(desk):
    _, ids = three_weeks(desk)
    with pytest.raises(Refused, match="Say why"):
        sessions.mark_not_held(desk, ids[1], "  ")
    done = sessions.mark_not_held(desk, ids[1], " Heating\nfailure ")
    info = sessions.session(desk, ids[1])
    assert (info.status, info.reason, info.number) == (SessionStatus.NOT_HELD, "Heating failure", None)
    assert "Heating" not in repr(done.params)
    assert sessions.session(desk, ids[2]).number == Number(2, 2, 1)
    desk.store.journal.undo(done.step, desk.actor)
    assert sessions.session(desk, ids[1]).status is SessionStatus.PLANNED


def test_reopening_gives_planned_without_and_held_with_people(desk):
    group, ids = three_weeks(desk)
    sessions.mark_held(desk, ids[1])
    sessions.reopen(desk, ids[1])
    assert sessions.session(desk, ids[1]).status is SessionStatus.PLANNED
    sessions.mark_held(desk, ids[1])
    put(desk, tables.Attendance(session=ids[1], participant=group.people[0], status="P"))
    with pytest.raises(Refused, match="taken part"):
        sessions.reopen(desk, ids[1])
    sessions.mark_not_held(desk, ids[1], "Mistake")
    sessions.reopen(desk, ids[1])
    assert sessions.session(desk, ids[1]).status is SessionStatus.HELD


def test_a_session_ahead_cannot_have_been_held(desk):
    _, ids = three_weeks(desk)
    with pytest.raises(Refused, match="still ahead"):
        sessions.mark_held(desk, ids[2])
    sessions.mark_held(on(desk, MONDAY + timedelta(weeks=1)), ids[2])


def test_a_viewer_may_look_but_not_decide(desk):
    from dataclasses import replace

    _, ids = three_weeks(desk)
    viewer = replace(desk, role="viewer")
    assert sessions.session(viewer, ids[0])
    for operation, args in (
        (sessions.mark_held, ()),
        (sessions.mark_not_held, ("x",)),
        (sessions.remove_session, ()),
    ):
        with pytest.raises(NotAllowed):
            operation(viewer, ids[0], *args)


def test_a_volunteer_says_what_became_of_a_session_never_what_will(desk):
    from dataclasses import replace

    _, ids = three_weeks(desk)
    volunteer = replace(desk, role="volunteer")
    with pytest.raises(NotAllowed):
        sessions.mark_not_held(volunteer, ids[2], "No bus")
    sessions.mark_not_held(volunteer, ids[1], "No bus")
    sessions.reopen(volunteer, ids[1])
    sessions.mark_not_held(desk, ids[2], "No bus")
    with pytest.raises(NotAllowed):
        sessions.reopen(volunteer, ids[2])


def test_what_was_decided_already_is_not_decided_again(desk):
    _, ids = three_weeks(desk)
    assert sessions.mark_held(desk, ids[0]).step
    decided = tables.Session.get_by_id(ids[0]).decided_at
    desk.store.journal.clock = lambda: datetime(2030, 1, 1, tzinfo=UTC)
    assert sessions.mark_held(desk, ids[0]).step is None
    assert tables.Session.get_by_id(ids[0]).decided_at == decided
    sessions.mark_not_held(desk, ids[1], "Frost")
    assert tables.Session.get_by_id(ids[1]).decided_at.year == 2030


def test_a_session_that_did_not_take_place_counts_nobody(desk):
    group, ids = three_weeks(desk)
    put(desk, tables.Attendance(session=ids[1], participant=group.people[0], status="P"))
    sessions.mark_not_held(desk, ids[1], "Fire alarm")
    assert sessions.session(desk, ids[1]).attended == 0
    sessions.reopen(desk, ids[1])
    assert sessions.session(desk, ids[1]).attended == 1


def test_groups_and_how_far_one_has_come(desk):
    _, ids = three_weeks(desk)
    sessions.mark_not_held(desk, ids[0], "Teamtag")
    listed = groups.groups(desk)
    assert [(g.name, g.weekday, g.start, g.members) for g in listed] == [("Wood workshop", 0, time(9, 45), 3)]
    text, values = groups.count_in_group(desk, ids[2]).said()
    assert text.format(**values) == "2 of 2, 1 lost to Teamtag"
    assert groups.count_in_group(desk, a_session(desk, activity=an_activity(desk, "Talk"))) is None
