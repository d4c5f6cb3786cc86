"""Staff and rooms: changed in place, archived, brought back, removed when entered by mistake."""

from dataclasses import replace
from datetime import date, time

import pytest

from groupwork.errors import NotAllowed, UserError
from groupwork.operations import history, library, rooms, sessions, staff
from groupwork.store import tables
from tests.builders import a_group, a_person, a_session, put


@pytest.fixture
def tomasz(desk):
    return library.add_facilitator(desk, "Tomasz Wilkowski", "Joiner").id


@pytest.fixture
def workshop(desk):
    return library.add_room(desk, "Workshop", 8).id


def one(found, number):
    return next(each for each in found if each.id == number)


def test_details_of_staff_are_changed_and_undone(desk, tomasz):
    done = staff.change_facilitator(
        desk, tomasz, role="Work trainer", phone="0555 0102", email="t@k.example", note="Tue only"
    )
    found = one(staff.staff(desk), tomasz)
    assert (found.role, found.phone, found.email, found.note) == (
        *("Work trainer", "0555 0102"),
        *("t@k.example", "Tue only"),
    )
    assert history.sentence(desk, done) == "Tomasz Wilkowski: details changed"
    history.undo(desk)
    assert one(staff.staff(desk), tomasz).role == "Joiner"


@pytest.mark.parametrize(
    "fields",
    [
        {"name": " "},
        {"name": "Priya Ramanathan"},
        {"email": "nobody"},
        {"phone": "0" * 61},
        {"role": "a\x00"},
    ],
)
def test_details_that_do_not_fit_are_refused(desk, tomasz, fields):
    library.add_facilitator(desk, "Priya Ramanathan")
    before = staff.staff(desk)
    with pytest.raises(UserError):
        staff.change_facilitator(desk, tomasz, **fields)
    assert staff.staff(desk) == before


def test_hours_a_week_are_those_of_the_groups_that_run(desk, tomasz):
    group = a_group(desk)
    row = tables.Group.get_by_id(group.id)
    ended = a_group(desk, activity=group.activity)
    over = tables.Group.get_by_id(ended.id)
    over.to_date = date(2026, 10, 1)
    second = tables.Group(
        activity=group.activity, weekday=2, start=time(13), end=time(14, 30), from_date=row.from_date
    )
    second.every_weeks = 2
    put(desk, over, second)
    for each in (row, over, second):
        put(desk, tables.GroupFacilitator(group=each.id, facilitator=tomasz))
    found = one(staff.staff(desk), tomasz)
    assert (found.groups, found.minutes) == (2, 120 + 45)


def test_whoever_ran_something_is_archived_not_removed(desk, tomasz):
    session = a_session(desk)
    put(desk, tables.SessionFacilitator(session=session, facilitator=tomasz, position=0))
    assert not staff.is_removable(desk, tomasz)
    with pytest.raises(UserError, match="Archive them instead"):
        staff.remove_facilitator(desk, tomasz)
    done = staff.archive_facilitator(desk, tomasz)
    assert history.sentence(desk, done) == "Tomasz Wilkowski: archived"
    assert tomasz not in {each.id for each in sessions.choices(desk).staff}
    assert [each.name for each in sessions.session(desk, session).staff] == ["Tomasz Wilkowski"]
    library.add_facilitator(desk, "Tomasz Wilkowski")
    with pytest.raises(UserError, match="already a facilitator"):
        staff.bring_back_facilitator(desk, tomasz)
    assert not one(staff.staff(desk), tomasz).active


@pytest.mark.parametrize("link", ["sign-in", "group", "key worker"])
def test_whatever_names_somebody_keeps_them(desk, tomasz, link):
    rows = {
        "sign-in": lambda: tables.SignIn(name="tomasz", role="facilitator", facilitator=tomasz),
        "group": lambda: tables.GroupFacilitator(group=a_group(desk).id, facilitator=tomasz),
        "key worker": lambda: tables.Participant.get_by_id(a_person(desk)),
    }
    row = rows[link]()
    if link == "key worker":
        row.key_worker = tomasz
    put(desk, row)
    assert not staff.is_removable(desk, tomasz)


def test_who_was_entered_by_mistake_is_removed_and_comes_back(desk, tomasz):
    assert staff.is_removable(desk, tomasz)
    staff.remove_facilitator(desk, tomasz)
    assert not tables.Facilitator.select().where(tables.Facilitator.id == tomasz).exists()
    history.undo(desk)
    assert one(staff.staff(desk), tomasz).name == "Tomasz Wilkowski"
    staff.archive_facilitator(desk, tomasz)
    staff.bring_back_facilitator(desk, tomasz)
    assert one(staff.staff(desk), tomasz).active


def test_sign_ins_are_for_a_lead_s_eyes(desk, tomasz):
    put(desk, tables.SignIn(name="tomasz", role="volunteer", facilitator=tomasz, active=False))
    found = one(staff.staff(desk), tomasz)
    assert (found.sign_in, found.sign_in_role, found.sign_in_active) == ("tomasz", "volunteer", False)
    assert one(staff.staff(replace(desk, role="facilitator")), tomasz).sign_in == ""


def test_a_room_is_changed_and_undone(desk, workshop):
    done = rooms.change_room(desk, workshop, name="Werkstatt", capacity=None, note="dust extraction")
    found = one(rooms.rooms(desk), workshop)
    assert (found.name, found.capacity, found.note) == ("Werkstatt", None, "dust extraction")
    assert history.sentence(desk, done) == "Werkstatt: details changed"
    history.undo(desk)
    assert one(rooms.rooms(desk), workshop).capacity == 8


@pytest.mark.parametrize(
    "fields", [{"name": ""}, {"name": "art  STUDIO"}, {"capacity": 0}, {"capacity": 501}]
)
def test_a_room_that_does_not_fit_is_refused(desk, workshop, fields):
    library.add_room(desk, "Art studio")
    before = rooms.rooms(desk)
    with pytest.raises(UserError):
        rooms.change_room(desk, workshop, **fields)
    assert rooms.rooms(desk) == before


def test_the_week_of_a_room(desk, workshop):
    group = a_group(desk, with_people=3)
    a_session(desk, group, room=workshop)
    a_session(desk, group, day=date(2026, 10, 14), room=workshop, start=time(13), end=time(14, 30))
    a_session(desk, group, day=date(2026, 10, 15), room=workshop, status="not_held", reason="x")
    a_session(desk, group, day=date(2026, 10, 20), room=workshop)
    found = one(rooms.rooms(desk), workshop)
    assert (found.sessions, found.minutes, found.people, found.places) == (2, 120 + 90, 6, 16)


def test_an_archived_room_is_offered_no_longer_and_stays_in_its_sessions(desk, workshop):
    session = a_session(desk, a_group(desk), room=workshop)
    with pytest.raises(UserError, match="Archive the room instead"):
        rooms.remove_room(desk, workshop)
    rooms.archive_room(desk, workshop)
    assert workshop not in {room.id for room in sessions.choices(desk).rooms}
    assert sessions.session(desk, session).room_name == "Workshop"
    rooms.bring_back_room(desk, workshop)
    assert workshop in {room.id for room in sessions.choices(desk).rooms}
    history.undo(desk)
    assert not one(rooms.rooms(desk), workshop).active


def test_a_room_entered_by_mistake_is_removed(desk, workshop):
    assert rooms.is_removable(desk, workshop)
    rooms.remove_room(desk, workshop)
    assert rooms.rooms(desk) == ()
    history.undo(desk)
    assert one(rooms.rooms(desk), workshop).name == "Workshop"


def test_what_is_gone_is_said(desk):
    for operation, words in ((staff.archive_facilitator, "facilitator"), (rooms.archive_room, "room")):
        with pytest.raises(UserError, match=words):
            operation(desk, 99)


def test_the_lists_need_few_selects(desk, tomasz, workshop, selects):
    group = a_group(desk)
    for day in (12, 13, 14, 15):
        a_session(desk, group, day=date(2026, 10, day), room=workshop)
    assert selects(staff.staff, desk) <= 2
    assert selects(rooms.rooms, desk) <= 6


def test_a_volunteer_may_look_but_not_change(desk, tomasz, workshop):
    other = replace(desk, role="volunteer")
    assert staff.staff(other)
    assert rooms.rooms(other)
    with pytest.raises(NotAllowed):
        staff.change_facilitator(other, tomasz, role="x")
    with pytest.raises(NotAllowed):
        rooms.change_room(other, workshop, note="x")
