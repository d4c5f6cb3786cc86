"""Groups made, changed, ended and planned further: one step each; what somebody touched stays."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.groups import StaffRole
from groupwork.domain.sessions import SessionStatus
from groupwork.errors import NotAllowed, UserError
from groupwork.operations import attendance, group_ahead, group_plan, groups, history, sessions, settings
from groupwork.operations import register as registers
from groupwork.store import tables
from tests.builders import MONDAY, a_person, an_activity, on, put

WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
NEXT = MONDAY + WEEK
AT = {"date": NEXT, "start": time(10), "end": time(11, 30)}


def dump(desk):
    """Every row of every table."""
    return {t: list(t.select().order_by(t.id).tuples()) for t in tables.ALL}


def days_of(desk, group):
    rows = tables.Session.select().where(tables.Session.group == group)
    return [row.date for row in rows.order_by(tables.Session.date)]


def rows_of(desk, group):
    return list(tables.Session.select().where(tables.Session.group == group).order_by(tables.Session.date))


@pytest.fixture
def studio(desk):
    """A room and two facilitators."""
    staff = [sessions.add_facilitator(desk, name).id for name in ("Priya Ramanathan", "Tomasz Wilk")]
    return {"room": sessions.add_room(desk, "Art studio", 10).id, "staff": staff}


@pytest.fixture
def ceramics(desk, studio):
    """A group on six Mondays from next week on."""
    activity = an_activity(desk, "Ceramics", tasks=("Wedge clay",))
    return group_plan.make_group(desk, activity=activity, until=NEXT + 5 * WEEK, **AT, **studio)


def test_a_group_has_its_people_staff_and_sessions(desk, studio):
    activity, ivo = an_activity(desk, "Ceramics", tasks=("Wedge clay",)), a_person(desk, "Ivo")
    before = dump(desk)
    roles = {studio["staff"][1]: StaffRole.STAND_IN}
    more = {"least": 2, "most": 6, "note": "apron\nold clothes", "short": "Clay", "all_present": True}
    made = group_plan.make_group(
        desk, activity=activity, until=NEXT + WEEK, people=[ivo], roles=roles, **more, **AT, **studio
    )
    info = groups.group(desk, made.group)
    assert (info.title, info.room_name, info.places, info.least, info.short) == (
        "Ceramics",
        "Art studio",
        6,
        2,
        "Clay",
    )
    assert [s.role for s in info.staff] == [StaffRole.LEAD, StaffRole.STAND_IN]
    assert (info.note, info.all_present) == ("apron\nold clothes", True)
    infos = sessions.group_sessions(desk, made.group, NEXT, NEXT + WEEK)
    assert [(s.date, len(s.staff), s.on_register, s.short) for s in infos] == [
        (NEXT, 1, 1, "Clay"),
        (NEXT + WEEK, 1, 1, "Clay"),
    ]
    assert {row.series_date for row in rows_of(desk, made.group)} == {NEXT, NEXT + WEEK}
    assert history.history(desk)[0].sentence == "Group made: Ceramics"
    desk.store.journal.undo(made.done.step, desk.actor)
    assert dump(desk) == before


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"until": NEXT + 4 * WEEK, "every_weeks": 2}, [NEXT, NEXT + 2 * WEEK, NEXT + 4 * WEEK]),
        ({"until": date(2026, 12, 31), "nth": 1}, [date(2026, 11, 2), date(2026, 12, 7)]),
        (
            {"until": date(2026, 12, 31), "nth": -1},
            [date(2026, 10, 26), date(2026, 11, 30), date(2026, 12, 28)],
        ),
    ],
)
def test_every_few_weeks_or_by_the_month(desk, fields, found):
    made = group_plan.make_group(desk, title="Choir", **AT, **fields)
    assert days_of(desk, made.group) == found


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"end": time(10)}, "no length"),
        ({"start": time(22), "end": time(1)}, "midnight"),
        ({"title": " "}, "activity or type a title"),
        ({"room": 77}, "no longer there"),
        ({"staff": [77]}, "no longer there"),
        ({"people": [77]}, "no longer there"),
        ({"until": MONDAY}, "before the first"),
        ({"until": date(2100, 1, 1)}, "more than 400"),
        ({"until": NEXT, "nth": 1}, "No session would fall"),
        ({"nth": 7}, "first to fourth"),
        ({"every_weeks": 0}, "every few weeks"),
        ({"least": 5, "most": 4}, "larger than the most"),
        ({"most": 0}, "from 1 to 500"),
        ({"note": "a\x00b"}, "cannot be stored"),
        ({"short": "x" * 41}, "too long"),
    ],
)
def test_what_cannot_be_a_group_is_refused_and_nothing_written(desk, wrong, words):
    before = dump(desk)
    with pytest.raises(UserError, match=words):
        group_plan.make_group(desk, **{"title": "Talk", **AT, **wrong})
    assert dump(desk) == before


def test_a_weekly_plan_is_a_group_too(desk):
    made = sessions.plan_session(desk, title="Choir", weekly=True, until=NEXT + WEEK, **AT)
    assert {row.series_date for row in tables.Session.select()} == {NEXT, NEXT + WEEK}
    assert history.history(desk)[0].step == made.done.step


def test_time_room_and_staff_follow_where_nobody_touched_them(desk, ceramics, studio):
    first, second, third, *_rest = rows_of(desk, ceramics.group)
    other = sessions.add_room(desk, "Garden room").id
    sessions.change_session(desk, first.id, room=other)
    sessions.change_session(desk, second.id, start=time(9), end=time(10))
    sessions.mark_not_held(desk, third.id, "Outing")
    before = dump(desk)
    changed = group_plan.change_group(
        desk, ceramics.group, start=time(13), end=time(14), room=None, place="Café", staff=studio["staff"][:1]
    )
    infos = sessions.group_sessions(desk, ceramics.group, NEXT, NEXT + 9 * WEEK)
    assert [(f"{s.start:%H}", s.room_name, len(s.staff)) for s in infos[:4]] == [
        ("13", "Garden room", 1),
        ("09", "Café", 1),
        ("10", "Art studio", 2),
        ("13", "Café", 1),
    ]
    assert groups.group(desk, ceramics.group).room_name == "Café"
    assert history.history(desk)[0].sentence == "Ceramics: group changed"
    desk.store.journal.undo(changed.done.step, desk.actor)
    assert dump(desk) == before


def test_another_weekday_moves_what_is_untouched_and_keeps_what_was_moved_or_taken_out(desk, ceramics):
    first, second, third, *_rest = rows_of(desk, ceramics.group)
    sessions.move(desk, second.id, date=second.date + 3 * DAY)
    sessions.remove_session(desk, third.id)
    before = dump(desk)
    changed = group_plan.change_group(desk, ceramics.group, weekday=1)
    assert days_of(desk, ceramics.group) == [
        NEXT + DAY,
        NEXT + WEEK + 3 * DAY,
        *(NEXT + n * WEEK + DAY for n in (3, 4)),
    ]
    assert (changed.made, changed.removed) == (0, 1)  # the last Tuesday lies after the group's end
    assert tables.Session.get_by_id(first.id).date == NEXT + DAY
    desk.store.journal.undo(changed.done.step, desk.actor)
    assert dump(desk) == before


def test_what_is_recorded_held_or_printed_stays(desk, ceramics):
    first, second, third, *_rest = rows_of(desk, ceramics.group)
    put(desk, tables.Attendance(session=first.id, participant=a_person(desk), status="X"))
    fields = {"kind": "session", "language": "en", "paper": "A4", "pages": 1, "layout": {}, "people": []}
    put(desk, tables.Print(sheet_id="X", session=third.id, printed_at="2026-10-12T09:00:00Z", **fields))
    changed = group_plan.change_group(desk, ceramics.group, until=NEXT)
    assert days_of(desk, ceramics.group) == [first.date, third.date]
    assert (changed.removed, changed.kept) == (4, 1)
    assert tables.Session.get_or_none(tables.Session.id == second.id) is None


def test_every_other_week_drops_the_weeks_between_and_comes_back(desk, ceramics):
    group_plan.change_group(desk, ceramics.group, every_weeks=2)
    assert days_of(desk, ceramics.group) == [NEXT, NEXT + 2 * WEEK, NEXT + 4 * WEEK]
    group_plan.change_group(desk, ceramics.group, every_weeks=1)
    assert days_of(desk, ceramics.group) == [NEXT + n * WEEK for n in range(6)]


def test_by_the_month_and_back(desk, ceramics):
    group_plan.change_group(desk, ceramics.group, nth=1)
    assert days_of(desk, ceramics.group) == [date(2026, 11, 2)]
    group_plan.change_group(desk, ceramics.group, nth=None)
    assert days_of(desk, ceramics.group) == [NEXT + n * WEEK for n in range(6)]


def test_a_later_end_plans_more_and_a_gap_is_not_filled(desk, ceramics):
    last = rows_of(desk, ceramics.group)[-1]
    sessions.remove_session(desk, last.id)
    changed = group_plan.change_group(desk, ceramics.group, until=NEXT + 7 * WEEK)
    assert changed.made == 2
    assert days_of(desk, ceramics.group) == [NEXT + n * WEEK for n in (0, 1, 2, 3, 4, 6, 7)]


def test_from_a_day_on_earlier_sessions_keep_their_values(desk, ceramics):
    group_plan.change_group(desk, ceramics.group, NEXT + 2 * WEEK, start=time(14), end=time(15))
    assert [row.start.hour for row in rows_of(desk, ceramics.group)] == [10, 10, 14, 14, 14, 14]


def test_a_session_that_has_begun_is_left_alone(desk, ceramics):
    today = on(desk, NEXT, time(10, 5))
    registers.take_registers(today)
    group_plan.change_group(today, ceramics.group, weekday=3)
    assert days_of(desk, ceramics.group)[0] == NEXT
    assert len(days_of(desk, ceramics.group)) == 5 + 1 - 1


def test_a_register_nobody_wrote_on_is_given_back_with_its_day(desk, ceramics):
    put(desk, tables.Membership(group=ceramics.group, participant=a_person(desk), from_date=NEXT))
    early = on(desk, NEXT, time(8))
    registers.take_registers(early)
    group_plan.change_group(early, ceramics.group, weekday=2)
    first = rows_of(desk, ceramics.group)[0]
    assert (first.date, first.register_taken) == (NEXT + 2 * DAY, False)
    assert tables.Attendance.select().count() == 0


def test_a_moved_series_meets_and_leaves_closures(desk, ceramics):
    put(desk, tables.Closure(from_date=NEXT + DAY, to_date=NEXT + DAY, name="Teamtag"))
    group_plan.change_group(desk, ceramics.group, weekday=1)
    row = rows_of(desk, ceramics.group)[0]
    assert (row.status, row.reason, row.closure_id) == ("not_held", "Teamtag", 1)
    group_plan.change_group(desk, ceramics.group, weekday=3)
    row = rows_of(desk, ceramics.group)[0]
    assert (row.status, row.reason, row.closure_id) == ("planned", "", None)


def test_a_group_ends_with_its_members_and_its_waiting_list(desk, ceramics):
    ivo, lin, rima = (a_person(desk, name) for name in ("Ivo", "Lin Meihua", "Rima Haddadin"))
    put(desk, tables.Membership(group=ceramics.group, participant=ivo, from_date=MONDAY))
    put(desk, tables.Membership(group=ceramics.group, participant=lin, from_date=NEXT + 3 * WEEK))
    put(desk, tables.Waiting(group=ceramics.group, participant=rima, since=MONDAY))
    before = dump(desk)
    ended = group_plan.end_group(desk, ceramics.group, NEXT + WEEK)
    assert days_of(desk, ceramics.group) == [NEXT, NEXT + WEEK]
    assert [m.to_date for m in tables.Membership.select()] == [NEXT + WEEK]
    assert tables.Waiting.get().outcome == "given_up"
    assert "Ceramics: ended on" in history.history(desk)[0].sentence
    assert groups.group_list(on(desk, NEXT + 2 * WEEK)) == ()
    assert [g.id for g in groups.group_list(on(desk, NEXT + 2 * WEEK), ended=True)] == [ceramics.group]
    desk.store.journal.undo(ended.done.step, desk.actor)
    assert dump(desk) == before
    with pytest.raises(UserError, match="before the first"):
        group_plan.end_group(desk, ceramics.group, MONDAY)


def test_groups_are_planned_to_the_end_of_a_new_term(desk):
    term = {"name": "Autumn", "from": "2026-08-31", "to": "2026-11-20"}
    settings.set_setting(desk, "term", term)
    made = group_plan.make_group(desk, title="Choir", **AT)
    assert days_of(desk, made.group)[-1] == date(2026, 11, 16)
    assert group_ahead.ahead(desk).sessions == 0
    settings.set_setting(desk, "term", {"name": "Winter", "from": "2026-11-21", "to": "2027-02-12"})
    later = on(desk, date(2026, 11, 9))
    assert (group_ahead.ahead(later).groups, group_ahead.ahead(later).sessions) == (1, 12)
    before = dump(desk)
    extended = group_ahead.extend(later)
    assert days_of(desk, made.group)[-1] == date(2027, 2, 8)
    assert group_ahead.ahead(later).sessions == 0
    assert history.history(desk)[0].sentence == "Groups planned further: 12 sessions"
    desk.store.journal.undo(extended.done.step, desk.actor)
    assert dump(desk) == before


def test_without_a_term_more_is_offered_only_when_little_is_left(desk):
    made = group_plan.make_group(desk, title="Choir", **AT)
    assert len(days_of(desk, made.group)) == 26
    assert group_ahead.ahead(on(desk, NEXT + 15 * WEEK)).sessions == 0
    assert group_ahead.ahead(on(desk, NEXT + 20 * WEEK)).sessions == 20


def test_a_mark_in_the_series_is_history(desk, ceramics):
    """A held session of today keeps everything whatever the group becomes."""
    ivo = a_person(desk, "Ivo")
    put(desk, tables.Membership(group=ceramics.group, participant=ivo, from_date=NEXT))
    today = on(desk, NEXT, time(9))
    attendance_of_today = rows_of(desk, ceramics.group)[0]
    registers.take_registers(today)
    attendance.record_mark(today, attendance_of_today.id, ivo, Mark(Status.PRESENT))
    before = list(tables.Session.select().where(tables.Session.id == attendance_of_today.id).tuples())
    group_plan.change_group(today, ceramics.group, weekday=4, start=time(8), end=time(9))
    assert list(tables.Session.select().where(tables.Session.id == attendance_of_today.id).tuples()) == before
    assert sessions.session(today, attendance_of_today.id).status is SessionStatus.HELD


def test_a_volunteer_plans_no_group(desk):
    with pytest.raises(NotAllowed):
        group_plan.make_group(replace(desk, role="volunteer"), title="Talk", **AT)
