"""Clashes read from the file: of a day and of a draft."""

from datetime import time, timedelta

from groupwork.domain.clashes import ClashKind, SessionDraft
from groupwork.operations import clashes, sessions
from groupwork.store import tables
from tests.builders import MONDAY, a_group, a_session, an_absence, an_activity, put


def said(found):
    return [clash.text.format(**dict(clash.values)) for clash in found]


def a_crowded_morning(desk):
    """Two overlapping sessions in one room with one facilitator and one shared person."""
    room = sessions.add_room(desk, "Art studio", 10).id
    staff = sessions.add_facilitator(desk, "Priya Ramanathan").id
    group = a_group(desk)
    first = a_session(desk, group, room=room)
    talk = an_activity(desk, "Talk", staff=2)
    second = a_session(desk, activity=talk, invited=group.people[:1], room=room, start=time(11), end=time(12))
    put(desk, *(tables.SessionFacilitator(session=s, facilitator=staff) for s in (first, second)))
    return group, room, staff, first, second


def test_both_sides_of_a_clash_are_named_on_the_day(desk):
    _, _, _, first, second = a_crowded_morning(desk)
    found = clashes.clashes_on(desk, MONDAY)
    assert said(found[first]) == [
        "Art studio: Talk, 11:00–12:00",
        "Priya Ramanathan: Talk, 11:00–12:00",
        "Jürgen Hassenpflug-Maier: Talk, 11:00–12:00",
    ]
    assert said(found[second])[-1] == "Staff: 1 of 2 needed"
    assert clashes.clashes_between(desk, MONDAY, MONDAY) == found


def test_what_is_not_held_or_away_leaves_no_ghost(desk):
    group, _, _, first, second = a_crowded_morning(desk)
    an_absence(desk, group.people[0])
    kinds = [clash.kind for clash in clashes.clashes_on(desk, MONDAY)[first]]
    assert kinds == [ClashKind.ROOM, ClashKind.FACILITATOR]
    sessions.mark_not_held(desk, second, "Storm")
    assert clashes.clashes_on(desk, MONDAY) == {}


def test_a_stored_register_counts_whoever_is_not_known_to_be_away(desk):
    group = a_group(desk, with_people=4)
    first, second = a_session(desk, group), a_session(desk, activity=an_activity(desk, "Talk"))
    for session in (first, second):
        row = tables.Session.get_by_id(session)
        row.register_taken = True
        put(desk, row)
        marks = [(None, False), ("X", True), ("H", False), ("W", False)]
        for person, (status, planned) in zip(group.people, marks, strict=True):
            put(desk, tables.Attendance(session=session, participant=person, status=status, planned=planned))
    people = [c for c in clashes.clashes_on(desk, MONDAY)[first] if c.kind is ClashKind.PARTICIPANT]
    assert said(people) == ["Jürgen Hassenpflug-Maier: Talk, 09:45–11:45"]


def test_a_draft_is_judged_before_it_is_planned(desk):
    group, room, staff, first, _ = a_crowded_morning(desk)
    draft = SessionDraft(
        MONDAY, time(8), time(10), group.activity, "Wood workshop", room, (staff,), group.people
    )
    assert said(clashes.clashes_of(desk, draft)) == [
        "Art studio: Wood workshop, 09:45–11:45",
        "Priya Ramanathan: Wood workshop, 09:45–11:45",
        "Jürgen Hassenpflug-Maier: Wood workshop, 09:45–11:45",
        "Zbigniew Łąckorzyński: Wood workshop, 09:45–11:45",
        "Björn Thielecke: Wood workshop, 09:45–11:45",
    ]
    own = SessionDraft(
        MONDAY,
        time(8),
        time(10),
        group.activity,
        room=room,
        staff=(staff,),
        people=group.people,
        session=first,
    )
    assert clashes.clashes_of(desk, own) == ()


def test_a_draft_over_capacity_on_a_closed_day(desk):
    group = a_group(desk)
    room = sessions.add_room(desk, "Cupboard", 2).id
    put(desk, tables.Closure(from_date=MONDAY, to_date=MONDAY, name="Teamtag"))
    draft = SessionDraft(MONDAY, time(8), time(9), group.activity, room=room, people=group.people)
    assert said(clashes.clashes_of(desk, draft)) == [
        "Centre closed: Teamtag",
        "3 expected, room for 2",
        "Staff: 0 of 1 needed",
    ]


def test_a_changed_session_of_a_group_keeps_its_members_also_on_another_day(desk):
    group = a_group(desk)
    session = a_session(desk, group)
    tuesday = MONDAY + timedelta(days=1)
    a_session(desk, activity=an_activity(desk, "Talk"), invited=group.people[:1], day=tuesday)
    draft = SessionDraft(tuesday, time(9), time(10), group.activity, session=session)
    assert "Jürgen Hassenpflug-Maier: Talk, 09:45–11:45" in said(clashes.clashes_of(desk, draft))
    one_off = a_session(desk, activity=an_activity(desk, "Chat"), invited=group.people[:1])
    alone = SessionDraft(MONDAY, time(9), time(10), group.activity, session=one_off)
    assert ClashKind.PARTICIPANT not in [c.kind for c in clashes.clashes_of(desk, alone)]


def test_a_weekly_draft_is_judged_to_its_end_and_says_each_clash_once(desk):
    room = sessions.add_room(desk, "Art studio").id
    for week in (2, 3):
        a_session(desk, activity=an_activity(desk, "Choir"), room=room, day=MONDAY + timedelta(weeks=week))
    draft = SessionDraft(MONDAY, time(10), time(11), room=room)
    assert clashes.clashes_of(desk, draft) == ()
    found = clashes.clashes_of(desk, draft, until=MONDAY + timedelta(weeks=8))
    assert said(found) == ["Art studio: Choir, 09:45–11:45"]


def test_a_groups_own_limit_goes_before_the_activitys(desk):
    group = a_group(desk)
    row = tables.Group.get_by_id(group.id)
    row.max_people = 2
    put(desk, row)
    session = a_session(desk, group)
    assert "3 expected, room for 2" in said(clashes.clashes_on(desk, MONDAY)[session])


def test_staff_is_needed_for_the_people_expected_not_only_the_least(desk):
    group = a_group(desk, with_people=5, activity=an_activity(desk, "Talk", staff=1, people_per_staff=2))
    staff = sessions.add_facilitator(desk, "Priya Ramanathan").id
    session = a_session(desk, group)
    put(desk, tables.SessionFacilitator(session=session, facilitator=staff))
    assert said(clashes.clashes_on(desk, MONDAY)[session]) == ["Staff: 1 of 3 needed for 5 people"]
    an_absence(desk, group.people[0])
    assert said(clashes.clashes_on(desk, MONDAY)[session]) == ["Staff: 1 of 2 needed for 4 people"]
    draft = SessionDraft(
        MONDAY + timedelta(days=1),
        time(9),
        time(10),
        activity=group.activity,
        staff=(staff,),
        people=group.people[:3],
    )
    assert said(clashes.clashes_of(desk, draft)) == ["Staff: 1 of 2 needed for 3 people"]


def test_few_selects(desk, selects):
    group, room, staff, _, _ = a_crowded_morning(desk)
    assert selects(clashes.clashes_on, desk, MONDAY) <= 3
    draft = SessionDraft(MONDAY, time(8), time(10), group.activity, "x", room, (staff,), group.people)
    assert selects(clashes.clashes_of, desk, draft) <= 8
