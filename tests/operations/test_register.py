"""The register as read, and the snapshot of who was expected."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.people import AlertKind
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.errors import Refused
from groupwork.operations.attendance import add_drop_in, record_mark, record_marks
from groupwork.operations.register import register, take_registers
from groupwork.operations.sessions import mark_not_held
from groupwork.operations.tasks import add_task, record_results
from groupwork.store import tables
from groupwork.store.database import open_store
from tests.builders import MONDAY, PASSPHRASE, a_group, a_person, a_session, an_absence, an_activity, on, put

WEEK = timedelta(weeks=1)


def names(found):
    return [row.name.called for row in found.rows]


class TestSnapshot:
    def test_expects_the_members_of_that_day_inside_an_episode(self, desk):
        group = a_group(desk, with_people=2)
        left = a_person(desk, "Left Before", until=MONDAY - timedelta(days=1))
        later = a_person(desk, "Not Yet")
        put(desk, tables.Membership(group=group.id, participant=left, from_date=date(2026, 1, 5)))
        put(desk, tables.Membership(group=group.id, participant=later, from_date=MONDAY + WEEK))
        session = a_session(desk, group)
        before = register(desk, session)
        take_registers(desk)
        after = register(desk, session)
        assert names(before) == names(after) == ["Jürgen", "Zbigniew"]
        assert (before.stored, after.stored) == (False, True)

    def test_last_day_of_a_membership_and_of_an_episode_still_count(self, desk):
        group = a_group(desk, with_people=0)
        leaving = a_person(desk, "Last Day", until=MONDAY)
        put(desk, tables.Membership(group=group.id, participant=leaving, from_date=MONDAY, to_date=MONDAY))
        session = a_session(desk, group)
        take_registers(desk)
        assert names(register(desk, session)) == ["Last"]

    def test_later_membership_changes_never_touch_it(self, desk):
        group = a_group(desk, with_people=2)
        session = a_session(desk, group)
        take_registers(desk)
        newcomer = a_person(desk, "New Comer")
        put(desk, tables.Membership(group=group.id, participant=newcomer, from_date=MONDAY - WEEK))
        assert take_registers(desk) is None
        assert names(register(desk, session)) == ["Jürgen", "Zbigniew"]

    def test_invited_people_of_a_one_off(self, desk):
        person = a_person(desk, "Moira Tattersley")
        session = a_session(desk, invited=(person,))
        take_registers(desk)
        assert names(register(desk, session)) == ["Moira"]

    def test_only_sessions_up_to_today(self, desk):
        group = a_group(desk)
        past = a_session(desk, group, day=MONDAY - WEEK)
        coming = a_session(desk, group, day=MONDAY + WEEK)
        done = take_registers(desk)
        assert (done.params["count"], done.undoable) == (1, False)
        assert register(desk, past).stored
        assert not register(desk, coming).stored

    def test_planned_absence_prefills_once_and_looks_planned(self, desk):
        group = a_group(desk, with_people=1)
        an_absence(desk, group.people[0], "O", words="dentist", told_at=date(2026, 10, 5))
        an_absence(desk, group.people[0], "V")
        session = a_session(desk, group)
        before = register(desk, session).rows
        take_registers(desk)
        (row,) = register(desk, session).rows
        assert row.mark == Mark(Status.OTHER, told_at=date(2026, 10, 5), planned=True)
        assert (row.absence_words, row.absence_until) == ("dentist", MONDAY.isoformat())
        assert before == (row,)

    def test_usual_tasks_are_copied_once(self, desk):
        group = a_group(desk, tasks=("Sand", "Glue"))
        session = a_session(desk, group)
        own = a_session(desk, group, day=MONDAY - WEEK)
        put(desk, tables.SessionTask(session=own, position=0, name="Paint"))
        assert [task.id for task in register(desk, session).tasks] == [-1, -2]
        take_registers(desk)
        assert [task.name for task in register(desk, session).tasks] == ["Sand", "Glue"]
        assert [task.name for task in register(desk, own).tasks] == ["Paint"]

    def test_steps_of_a_project_are_not_copied(self, desk):
        activity = an_activity(desk, "Project", tasks=("Prime",), usual=False)
        session = a_session(desk, a_group(desk, activity=activity))
        take_registers(desk)
        assert register(desk, session).tasks == ()

    def test_all_present_is_offered_and_records_nothing(self, desk):
        session = a_session(desk, a_group(desk, all_present=True))
        take_registers(desk)
        found = register(desk, session)
        assert found.all_present
        assert {row.mark for row in found.rows} == {Mark()}

    def test_three_hundred_sessions_take_few_selects(self, desk, selects):
        group = a_group(desk)
        with desk.step("test.built") as step:
            for week in range(300):
                step.save(
                    tables.Session(
                        group=group.id,
                        activity=group.activity,
                        date=MONDAY - week * timedelta(days=1),
                        start=time(9),
                        end=time(10),
                    )
                )
        asked = selects(take_registers, desk)
        assert tables.Session.select().where(tables.Session.register_taken).count() == 300
        # three of ours; the journal reads one start per mark and one image per session
        assert asked < 3 + 2 * 3 * 300


class TestReading:
    def test_last_four_run_over_the_activity_without_lost_sessions(self, desk):
        group = a_group(desk, with_people=1)
        other = a_group(desk, with_people=0, activity=group.activity)
        put(desk, tables.Membership(group=other.id, participant=group.people[0], from_date=MONDAY - 6 * WEEK))
        days = [MONDAY - n * WEEK for n in (6, 5, 4, 3, 2, 1)]
        sessions = [a_session(desk, other if n % 2 else group, day=day) for n, day in enumerate(days)]
        today = a_session(desk, group)
        take_registers(desk)
        for session, status in zip(sessions, "APUXOH", strict=True):
            record_mark(desk, session, group.people[0], Mark(Status(status)))
        mark_not_held(desk, sessions[4], "heating")
        (row,) = register(desk, today).rows
        assert [mark.status for mark in row.last_four] == list("PUXH")

    def test_last_level_is_of_the_last_session_with_one(self, desk):
        group = a_group(desk, with_people=1, tasks=("Sand", "Glue"))
        sessions = [a_session(desk, group, day=MONDAY - n * WEEK) for n in (3, 2, 1, 0)]
        take_registers(desk)
        for session, level in zip(sessions, (5, 3, None, 6), strict=True):
            task = register(desk, session).tasks[0].id
            result = TaskResult(Outcome.DONE, level) if level else TaskResult(Outcome.NOT_DONE)
            record_results(desk, {(task, group.people[0]): result})
        (row,) = register(desk, sessions[3]).rows
        assert row.last_levels == (3, None)
        assert row.results == (TaskResult(Outcome.DONE, 6), None)

    def test_a_task_typed_by_hand_is_the_same_by_its_name(self, desk):
        group = a_group(desk, with_people=1)
        sessions = [a_session(desk, group, day=MONDAY - WEEK), a_session(desk, group)]
        for session in sessions:
            add_task(desk, session, "Oil it")
        earlier = register(desk, sessions[0]).tasks[0].id
        record_results(desk, {(earlier, group.people[0]): TaskResult(Outcome.PARTLY, 2)})
        assert register(desk, sessions[1]).rows[0].last_levels == (2,)

    def test_alerts_most_urgent_first(self, desk):
        session = a_session(desk, a_group(desk, with_people=0))
        person = a_person(desk, "Trần Kha", alerts=(("food", "no nuts"), ("safety", "dust")))
        add_drop_in(desk, session, person)
        (row,) = register(desk, session).rows
        assert [alert.kind for alert in row.alerts] == [AlertKind.SAFETY, AlertKind.FOOD]

    def test_minutes_are_clipped_and_pointed_out(self, desk):
        group = a_group(desk, with_people=2)
        session = a_session(desk, group)
        first, second = group.people
        record_marks(
            desk,
            session,
            {first: Mark(Status.PRESENT, minutes=150), second: Mark(Status.PRESENT, late_min=10)},
        )
        rows = register(desk, session).rows
        assert [(row.minutes, row.minutes_over) for row in rows] == [(120, True), (110, False)]
        assert rows[0].mark.minutes == 150

    def test_by_name_then_walk_ins_as_they_came(self, desk):
        group = a_group(desk, with_people=0)
        for full in ("Zoe Özil", "Ada Łukasz"):
            person = a_person(desk, full)
            put(desk, tables.Membership(group=group.id, participant=person, from_date=MONDAY))
        session = a_session(desk, group)
        for full in ("Bob Zander", "Cem Aydın"):
            add_drop_in(desk, session, a_person(desk, full))
        assert names(register(desk, session)) == ["Ada", "Zoe", "Bob", "Cem"]

    def test_unknown_session_is_refused(self, desk):
        with pytest.raises(Refused, match="no session"):
            register(desk, 999)


@pytest.mark.parametrize(("people", "weeks"), [(1, 1), (14, 30)])
def test_eight_selects_whatever_the_size(desk, selects, people, weeks):
    group = a_group(desk, with_people=people, tasks=("Sand", "Glue", "Saw"))
    for week in range(1, weeks):
        a_session(desk, group, day=MONDAY - week * WEEK)
    session = a_session(desk, group)
    coming = a_session(desk, group, day=MONDAY + WEEK)
    take_registers(desk)
    assert selects(register, desk, session) == 8
    assert selects(register, desk, coming) == 7  # the centre's settings are known by now


def test_reading_writes_nothing(desk):
    session = a_session(desk, a_group(desk))
    before = tables.Attendance.select().count()
    register(on(desk, MONDAY + WEEK), session)
    assert tables.Attendance.select().count() == before == 0


def test_a_viewers_opening_takes_registers_too(desk):
    a_session(desk, a_group(desk))
    assert take_registers(replace(desk, role="viewer")).params["count"] == 1


def test_a_file_opened_for_reading_keeps_its_registers_as_they_would_be(desk, store):
    session = a_session(desk, a_group(desk))
    path, session_desk = store.path, desk
    store.close()
    with open_store(path, "hanna", PASSPHRASE, read_only=True) as reader:
        reading = replace(session_desk, store=reader)
        assert take_registers(reading) is None
        found = register(reading, session)
    assert (found.stored, len(found.rows)) == (False, 3)
