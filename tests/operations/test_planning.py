"""One-offs and weekly groups, changing, moving, removing; each one step that one undo takes back."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.schedule import ActivityBrief
from groupwork.domain.sessions import Category, SessionStatus
from groupwork.errors import NotAllowed, Refused, UserError
from groupwork.operations import attendance, library, planning, sessions, settings
from groupwork.operations import register as registers
from groupwork.store import tables
from tests.builders import MONDAY, a_person, a_session, an_activity, put

TERM = {"name": "Autumn", "from": "2026-08-31", "to": "2026-11-20"}
AT = {"date": MONDAY, "start": time(10), "end": time(11, 30)}


def dump(desk):
    """Every row of the tables planning writes to."""
    return {t: list(t.select().order_by(t.id).tuples()) for t in tables.ALL}


@pytest.fixture
def studio(desk):
    """A room, a facilitator and two people, added as an empty centre would."""
    room = sessions.add_room(desk, "Art studio", 10).id
    staff = sessions.add_facilitator(desk, "Priya Ramanathan", "Art therapist").id
    people = (a_person(desk, "Lin Meihua"), a_person(desk, "Ivo"))
    return {"room": room, "staff": (staff,), "people": people}


def test_a_one_off_has_its_title_room_staff_and_people(desk, studio):
    before = dump(desk)
    planned = sessions.plan_session(desk, activity=None, title=" Family  meeting ", **AT, **studio)
    info = sessions.session(desk, planned.session)
    assert (planned.sessions, planned.lost) == (1, 0)
    assert (info.title, info.room_name, info.on_register) == ("Family meeting", "Art studio", 2)
    assert [f.name for f in info.staff] == ["Priya Ramanathan"]
    assert info.group is None
    assert sessions.choices(desk).activities == ()
    desk.store.journal.undo(planned.done.step, desk.actor)
    assert dump(desk) == before


def test_a_weekly_group_runs_to_the_end_of_the_term_with_its_members(desk, studio):
    settings.set_setting(desk, "term", TERM)
    activity = an_activity(desk, "Ceramics", tasks=("Wedge clay", "Throw a bowl"))
    before = dump(desk)
    planned = sessions.plan_session(desk, activity=activity, weekly=True, **AT, **studio)
    made = sessions.sessions_between(desk, MONDAY, date(2027, 12, 31))
    assert (len(made), planned.sessions) == (6, 6)
    assert {s.on_register for s in made} == {2}
    assert [s.number.n for s in made] == [1, 2, 3, 4, 5, 6]
    assert tables.SessionTask.select().count() == 12
    assert tables.Group.get().weekday == 0
    desk.store.journal.undo(planned.done.step, desk.actor)
    assert dump(desk) == before


def test_without_a_term_26_sessions_are_made_and_until_shortens_them(desk):
    activity = an_activity(desk)
    assert sessions.plan_session(desk, activity=activity, weekly=True, **AT).sessions == 26
    until = MONDAY + timedelta(weeks=4)
    assert sessions.plan_session(desk, activity=activity, weekly=True, until=until, **AT).sessions == 5
    every = planning.plan_session(desk, activity=activity, weekly=True, until=until, every_weeks=2, **AT)
    assert every.sessions == 3


def test_sessions_on_a_closed_day_are_made_as_lost_with_its_name(desk):
    closed = MONDAY + timedelta(weeks=1)
    room = sessions.add_room(desk, "Workshop").id
    put(desk, tables.Closure(from_date=closed, to_date=closed, name="Teamtag"))
    put(desk, tables.Closure(from_date=MONDAY, to_date=MONDAY, name="Paint drying", room=room))
    until = closed + timedelta(weeks=1)
    planned = sessions.plan_session(desk, title="Talk", weekly=True, room=room, until=until, **AT)
    made = sessions.sessions_between(desk, MONDAY, until)
    assert planned.lost == 1
    assert [(s.status, s.reason) for s in made] == [
        (SessionStatus.PLANNED, ""),
        (SessionStatus.NOT_HELD, "Teamtag"),
        (SessionStatus.PLANNED, ""),
    ]


def test_a_weekly_title_becomes_an_activity_of_the_library_once(desk):
    until = MONDAY + timedelta(weeks=1)
    sessions.plan_session(desk, title="Choir", weekly=True, until=until, **AT)
    sessions.plan_session(desk, title="choir", **AT)
    offered = sessions.choices(desk).activities
    assert offered == (ActivityBrief(offered[0].id, "A01", "Choir", Category.COMMUNITY, 90),)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"start": time(11, 30)}, "no length"),
        ({"start": time(22), "end": time(1)}, "midnight"),
        ({"title": "  "}, "activity or type a title"),
        ({"room": 77}, "no longer there"),
        ({"staff": [77]}, "no longer there"),
        ({"people": [77]}, "no longer there"),
        ({"activity": 77}, "no longer there"),
        ({"date": date(9999, 1, 1)}, "cannot be planned"),
        ({"weekly": True, "until": MONDAY - timedelta(days=1)}, "before the first"),
        ({"weekly": True, "until": date(2100, 1, 1)}, "more than 400"),
        ({"title": "x" * 201}, "too long"),
        ({"title": "a\x00b"}, "cannot be stored"),
        ({"place": "\ud800"}, "half a character"),
    ],
)
def test_what_cannot_be_planned_is_refused_and_nothing_written(desk, wrong, words):
    before = dump(desk)
    with pytest.raises(UserError, match=words):
        sessions.plan_session(desk, **{"title": "Talk", **AT, **wrong})
    assert dump(desk) == before


def test_only_the_given_fields_of_a_session_change(desk, studio):
    planned = sessions.plan_session(desk, title="Talk", **AT, **studio).session
    sessions.change_session(desk, planned, title="Family talk", end=time(12))
    info = sessions.session(desk, planned)
    assert (info.title, info.start, info.end, info.room_name) == (
        "Family talk",
        time(10),
        time(12),
        "Art studio",
    )
    sessions.change_session(desk, planned, room=None, place="Café", staff=[], people=studio["people"][:1])
    info = sessions.session(desk, planned)
    assert (info.room_name, info.off_site, info.staff, info.on_register) == ("Café", True, (), 1)


def test_a_move_is_undone_whole_and_says_so_in_the_journal(desk, studio):
    planned = sessions.plan_session(desk, title="Talk", **AT, **studio).session
    before = dump(desk)
    done = sessions.move(desk, planned, date=MONDAY + timedelta(days=1), start=time(9), end=time(10))
    assert done.verb == "session.moved"
    assert sessions.session(desk, planned).date == MONDAY + timedelta(days=1)
    desk.store.journal.undo(done.step, desk.actor)
    assert dump(desk) == before


def test_history_does_not_move(desk, studio):
    planned = sessions.plan_session(desk, title="Talk", **AT, **studio).session
    sessions.mark_held(desk, planned)
    with pytest.raises(Refused, match="was held"):
        sessions.move(desk, planned, date=MONDAY + timedelta(days=1))
    row = tables.Session.get_by_id(planned)
    row.register_taken = True
    put(desk, row)
    with pytest.raises(Refused, match="register of this session is taken"):
        sessions.change_session(desk, planned, people=[])
    with pytest.raises(Refused, match="no length"):
        sessions.change_session(desk, planned, end=time(10))


def test_another_day_has_another_register(desk, studio):
    """Who was away on the old day may be there on the new one; what somebody wrote stays as it is."""
    meihua, ivo = studio["people"]
    put(desk, tables.PlannedAbsence(participant=meihua, from_date=MONDAY, to_date=MONDAY, status="H"))
    planned = sessions.plan_session(desk, title="Talk", **AT, **studio).session
    registers.take_registers(desk)
    before = dump(desk)
    assert [a.status for a in tables.Attendance.select().order_by(tables.Attendance.participant)] == [
        "H",
        None,
    ]
    done = sessions.move(desk, planned, date=MONDAY + timedelta(days=7), people=[meihua])
    info = sessions.session(desk, planned)
    assert (info.register_taken, info.on_register, info.expected, info.away) == (False, 1, 1, ())
    desk.store.journal.undo(done.step, desk.actor)
    assert dump(desk) == before
    attendance.record_mark(desk, planned, ivo, Mark(Status.CANCELLED))
    sessions.move(desk, planned, date=MONDAY + timedelta(days=7))
    assert sessions.session(desk, planned).register_taken
    assert tables.Attendance.select().count() == 2


@pytest.mark.parametrize("said", [{"participation": 3}, {"mood_before": 2}, {"reason": "came by bus"}])
def test_what_is_said_about_somebody_without_a_mark_is_recorded_too(desk, said):
    session = a_session(desk, register_taken=True)
    put(desk, tables.Attendance(session=session, participant=a_person(desk), **said))
    with pytest.raises(Refused, match="Something is recorded"):
        sessions.remove_session(desk, session)


def test_a_task_result_is_recorded_too(desk):
    session = a_session(desk, register_taken=True)
    person, task = a_person(desk), tables.SessionTask(session=session, position=1, name="Wedge clay")
    put(desk, tables.Attendance(session=session, participant=person), task)
    put(desk, tables.Result(task=task, participant=person, outcome="done"))
    with pytest.raises(Refused, match="Something is recorded"):
        sessions.remove_session(desk, session)


def test_a_planned_session_is_removed_with_its_children_and_comes_back(desk, studio):
    activity = an_activity(desk, "Ceramics", tasks=("Wedge clay",))
    planned = sessions.plan_session(desk, activity=activity, **AT, **studio).session
    put(desk, tables.Attendance(session=planned, participant=studio["people"][0]))
    before = dump(desk)
    done = sessions.remove_session(desk, planned)
    assert tables.Session.select().count() == 0
    assert tables.SessionTask.select().count() == 0
    desk.store.journal.undo(done.step, desk.actor)
    assert dump(desk) == before


def test_what_is_recorded_or_printed_is_not_removed(desk):
    session = a_session(desk)
    put(desk, tables.Attendance(session=session, participant=a_person(desk), status="A"))
    with pytest.raises(Refused, match="recorded"):
        sessions.remove_session(desk, session)
    printed = a_session(desk)
    fields = {"kind": "session", "language": "en", "paper": "A4", "pages": 1, "layout": {}, "people": []}
    put(desk, tables.Print(sheet_id="X", session=printed, printed_at="2026-10-12T09:00:00Z", **fields))
    with pytest.raises(Refused, match="printed"):
        sessions.remove_session(desk, printed)


def test_the_library_refuses_doubles_and_nonsense(desk):
    sessions.add_room(desk, "Kräutergarten")
    sessions.add_activity(desk, "Ceramics", Category.CRAFT, 90)
    sessions.add_facilitator(desk, "Hanna Brückner")
    with pytest.raises(Refused, match="already a room"):
        sessions.add_room(desk, "krautergarten")
    with pytest.raises(Refused, match="already a facilitator"):
        sessions.add_facilitator(desk, "Hanna  Brückner")
    with pytest.raises(Refused, match="already an activity"):
        sessions.add_activity(desk, "CERAMICS", Category.ART, 60)
    with pytest.raises(Refused, match="from 1 to 720"):
        sessions.add_activity(desk, "Sleep", Category.DAILY, 0)
    with pytest.raises(Refused, match="from 1 to 500"):
        sessions.add_room(desk, "Cupboard", 0)
    with pytest.raises(UserError, match="type a name"):
        library.add_room(desk, " ")


def test_a_volunteer_cannot_plan(desk):
    volunteer = replace(desk, role="volunteer")
    with pytest.raises(NotAllowed):
        sessions.plan_session(volunteer, title="Talk", **AT)
    with pytest.raises(NotAllowed):
        sessions.add_room(volunteer, "Attic")
