"""Tasks and results of the demo: the project by its plan, levels that grow."""

from collections import defaultdict
from datetime import date

import pytest

from groupwork.domain.demo import rows
from tests.drawn_demo import WHOLE_TERM, Drawn


@pytest.fixture(scope="module")
def term():
    return Drawn(until=WHOLE_TERM)


def tasks_of(drawn, day, activity):
    codes = {
        task.id: t.code
        for a in drawn.script.activities
        for t, task in zip(
            a.tasks,
            [x for x in drawn.tables[rows.ActivityTask] if drawn.activities[x.activity_id] == a.code],
            strict=True,
        )
    }
    sessions = [
        s.id for s in drawn.sessions.values() if s.date == day and drawn.activities[s.activity_id] == activity
    ]
    return [codes[t.activity_task_id] for t in drawn.tables[rows.SessionTask] if t.session_id in sessions]


@pytest.mark.parametrize(
    ("day", "tasks"),
    [
        ("2026-09-01", ["T01"]),
        ("2026-09-03", ["T02", "T03"]),
        ("2026-10-01", ["T11", "T12"]),
        ("2026-10-22", ["T19", "T20"]),
        ("2026-10-27", ["T19", "T20"]),
        ("2026-11-05", []),
        ("2026-11-19", ["T26"]),
    ],
)
def test_the_project_follows_its_session_plan(term, day, tasks):
    assert tasks_of(term, day, "A05") == tasks


def test_the_shelf_is_built_in_the_workshop_on_three_days(term):
    days = [
        s.date
        for s in term.sessions.values()
        if "T23" in tasks_of(term, s.date, "A01") and s.activity_id == 1
    ]
    assert sorted(days) == ["2026-09-14", "2026-09-16", "2026-09-21"]


def test_the_cancelled_task_is_in_no_session_and_staff_work_is_offered_to_nobody(term):
    names = defaultdict(set)
    task_names = {t.id: t.name for t in term.tables[rows.SessionTask]}
    for result in term.tables[rows.Result]:
        names[task_names[result.task_id]].add(result.outcome)
    assert not [name for name in names if name.startswith("Paint outside")]
    staff = [outcomes for name, outcomes in names.items() if "staff only" in name]
    assert staff == [{"not_offered"}]


def test_a_task_has_no_more_hands_than_its_crew(term):
    crew = {t.name: t.crew for a in term.script.activities for t in a.tasks if a.code == "A05"}
    task_names = {t.id: t.name for t in term.tables[rows.SessionTask]}
    hands = defaultdict(int)
    for result in term.tables[rows.Result]:
        if task_names[result.task_id] in crew and result.outcome != "not_offered":
            hands[result.task_id] += 1
    assert len(hands) >= 22
    assert all(n <= crew[task_names[task]] for task, n in hands.items())


def test_levels_stand_only_with_done_and_partly_and_reasons_with_not_done(term):
    for result in term.tables[rows.Result]:
        assert (result.level is not None) == (result.outcome in ("done", "partly"))
        assert (result.reason is not None) == (result.outcome == "not_done")
        assert result.level is None or 1 <= result.level <= 6


def test_people_need_less_help_at_the_end_of_the_term(term):
    days = {t.id: term.sessions[t.session_id] for t in term.tables[rows.SessionTask]}
    early, late = [], []
    for result in term.tables[rows.Result]:
        week = term.script.weeks.week(date.fromisoformat(days[result.task_id].date))
        if result.level:
            (early if week <= 4 else late if week >= 9 else []).append(result.level)
    assert sum(late) / len(late) > sum(early) / len(early) + 0.3


def test_results_belong_to_people_who_were_there(term):
    there = {(m.session_id, m.participant_id) for m in term.tables[rows.Attendance] if m.status in ("P", "W")}
    sessions = {t.id: t.session_id for t in term.tables[rows.SessionTask]}
    assert all((sessions[r.task_id], r.participant_id) in there for r in term.tables[rows.Result])


def test_mood_is_recorded_in_two_activities_and_nowhere_else(term):
    moody = {
        term.activities[term.sessions[m.session_id].activity_id]
        for m in term.tables[rows.Attendance]
        if m.mood_before
    }
    assert moody == {"A11", "A13"} == {a.code for a in term.script.activities if a.records_mood}


def test_the_morning_round_offers_no_tasks_by_itself(term):
    assert tasks_of(term, "2026-09-07", "A14") == []
