"""The demo centre as pinned: counts exactly, days and moments."""

import json
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from groupwork.domain.demo import rows
from tests.drawn_demo import ROOT, WHOLE_TERM, Drawn, weekday

COUNTS = ROOT / "tests" / "data" / "demo_counts.json"
EXPECTED = (
    "P01 128, P02 116, P03 20, P04 58, P05 69, P06 47, P07 59, P08 82, P09 58, P10 70, P11 15, P12 58, "
    "P13 58, P14 47, P15 82, P16 58, P17 70, P18 46, P19 47, P20 70, P22 15, P23 80, P24 93"
)


@pytest.fixture(scope="module")
def term():
    return Drawn(until=WHOLE_TERM)


@pytest.fixture(scope="module")
def default():
    return Drawn()


def test_324_sessions_of_27_groups_314_held(term):
    assert len(term.tables[rows.Group]) == 27
    assert len(term.sessions) == 324
    statuses = Counter(s.status for s in term.sessions.values())
    assert statuses["not_held"] == 10
    lost = {s.date for s in term.sessions.values() if s.status == "not_held"}
    assert lost == {"2026-10-14", "2026-11-05"}
    taken = [s for s in term.sessions.values() if s.register_taken]
    assert len(taken) == 314
    assert statuses["held"] == 314


def test_1446_expected_marks_with_the_count_of_each_person(term):
    expected = [m for m in term.tables[rows.Attendance] if m.status != "W"]
    assert len(expected) == 1446
    per_person = Counter(f"P{m.participant_id:02}" for m in expected)
    assert per_person == {each.split()[0]: int(each.split()[1]) for each in EXPECTED.split(", ")}


def test_the_monday_morning_round_has_14_people_from_week_3(term):
    sizes = [
        s.register_count for s in term.sessions.values() if weekday(s) == 0 and s.title == "Morning round"
    ]
    assert sizes == [13, 13, *[14] * 10]


def test_nobody_and_nothing_is_booked_twice_and_no_group_is_too_large(term):
    limits = {a.id: a.max_people for a in term.tables[rows.Activity]}
    busy = defaultdict(list)
    for m in term.tables[rows.Attendance]:
        busy["person", m.participant_id].append(m.session_id)
    for x in term.tables[rows.SessionFacilitator]:
        busy["staff", x.facilitator_id].append(x.session_id)
    for s in term.sessions.values():
        busy["room", s.room_id or f"off {s.id}"].append(s.id)
        assert s.register_count <= limits[s.activity_id] + 1  # P21 may walk in
    for sessions in busy.values():
        held = sorted((term.sessions[n] for n in sessions), key=lambda s: (s.date, s.start))
        for one, other in pairwise(held):
            assert one.date != other.date or one.end <= other.start


def test_the_count_table_is_as_committed(term):
    """A change of the draw must be seen: rewrite the file on purpose, with the change that meant it."""
    expected = json.loads(COUNTS.read_text(encoding="utf-8"))
    assert expected == counts(term, expected["rows"])


def counts(drawn, kinds):
    marks = drawn.tables[rows.Attendance]
    results = drawn.tables[rows.Result]
    return {
        "rows": {
            kind.__name__: len(found)
            for kind, found in sorted(drawn.tables.items(), key=str)
            if kind.__name__ in kinds
        },
        "marks": {
            person.code: dict(sorted(Counter(m.status for _s, m in drawn.marks(person.code)).items()))
            for person in drawn.script.people
        },
        "late_minutes": sum(m.late_min or 0 for m in marks),
        "early_minutes": sum(m.early_min or 0 for m in marks),
        "participation": sum(m.participation or 0 for m in marks),
        "mood": [sum(m.mood_before or 0 for m in marks), sum(m.mood_after or 0 for m in marks)],
        "outcomes": dict(sorted(Counter(r.outcome for r in results).items())),
        "levels": {str(k): v for k, v in sorted(Counter(r.level or 0 for r in results).items())},
    }


def test_the_default_demo_stands_on_wednesday_of_week_9(default):
    assert default.play.now.isoformat() == "2026-10-28T08:40:00"
    planned = {s.date for s in default.sessions.values() if s.status == "planned" and not s.register_taken}
    assert min(planned) == "2026-10-28"
    lost = {s.date for s in default.sessions.values() if s.status == "not_held"}
    assert lost == {"2026-10-14", "2026-11-05"}


def test_two_registers_are_left_open_one_monday_one_tuesday(default):
    left = [s for s in default.sessions.values() if s.register_taken and s.recorded_count < s.register_count]
    assert [(s.date, s.status) for s in left] == [("2026-10-26", "planned"), ("2026-10-27", "held")]
    assert left[0].recorded_count == 0
    assert left[0].register_count == 14


def test_weeks_that_both_record_are_the_same(term, default):
    """How far a demo is recorded changes nothing before it."""

    def before_week_9(drawn):
        return [
            (m.participant_id, m.start, m.status, m.late_min, m.participation)
            for m in drawn.tables[rows.Attendance]
            if m.start < "2026-10-26"
        ]

    assert before_week_9(default) == before_week_9(term)
    assert len(before_week_9(term)) > 900


def test_the_two_clashes_stand_in_week_10_of_the_default_demo_only(term, default):
    moved = [s for s in default.sessions.values() if s.activity_id == 12 and s.room_id == 2]
    assert [s.date for s in moved] == ["2026-11-03"]
    talk = [s for s in default.sessions.values() if s.group_id is None]
    assert [(s.date, s.start) for s in talk] == [("2026-11-04", "10:00")]
    assert 2 in [i.participant_id for i in default.tables[rows.SessionInvite]]
    assert not term.tables[rows.SessionInvite]
    assert not [s for s in term.sessions.values() if s.activity_id == 12 and s.room_id == 2]


def test_dates_move_by_whole_weeks_to_the_machines_week():
    moved = Drawn(machine_day=date(2031, 3, 16))
    assert moved.play.now.date() == date(2031, 3, 12)
    assert moved.script.weeks.first.weekday() == 0
    shift = moved.script.weeks.first - date(2026, 8, 31)
    assert {c.first - shift for c in moved.script.closures if not c.room} == {
        date(2026, 10, 14),
        date(2026, 11, 5),
    }


@pytest.mark.parametrize("until", [date(2024, 2, 29), date(2026, 9, 9), date(2030, 7, 4)])
def test_until_plays_on_the_evening_of_its_day(until):
    drawn = Drawn(until=until)
    assert drawn.play.now.date() == until
    assert drawn.play.now.hour == 17
    recorded = [s.date for s in drawn.sessions.values() if s.register_taken]
    assert until - timedelta(days=4) <= date.fromisoformat(max(recorded)) <= until
    assert 1 <= drawn.script.weeks.week(until) <= 12
