"""The patterns of the demo's people, as properties of the whole recorded term."""

from collections import defaultdict

import pytest

from tests.drawn_demo import WHOLE_TERM, Drawn, weekday


@pytest.fixture(scope="module")
def term():
    return Drawn(until=WHOLE_TERM)


def test_p02_takes_part_more_and_more(term):
    levels = defaultdict(set)
    for session, mark in term.marks("P02"):
        if mark.status == "P":
            levels[term.week(session)].add(mark.participation)
    assert [levels[week] for week in (1, 4, 12)] == [{1}, {1}, {4}]
    assert all(len(found) == 1 for found in levels.values())


def test_p03_is_last_seen_in_week_4(term):
    seen = [term.week(s) for s, m in term.marks("P03") if m.status == "P"]
    assert max(seen) == 4
    assert {m.status for s, m in term.marks("P03") if term.week(s) > 4} == {"A"}
    assert max(s.date for s, _m in term.marks("P03")) <= "2026-10-16"


def test_p11_came_once_and_never_again(term):
    marks = [(s.date, term.activities[s.activity_id], m.status) for s, m in term.marks("P11")]
    assert marks[:2] == [("2026-09-01", "A05", "P"), ("2026-09-01", "A12", "P")]
    assert {status for _day, _activity, status in marks[2:]} == {"A"}
    assert marks[-1][0] <= "2026-10-02"


@pytest.mark.parametrize(
    ("code", "status", "first", "last"),
    [
        ("P04", "V", "2026-10-12", "2026-10-23"),
        ("P05", "H", "2026-09-28", "2026-10-09"),
        ("P08", "O", "2026-11-09", "2026-11-09"),
        ("P10", "V", "2026-10-01", "2026-10-09"),
        ("P15", "V", "2026-10-19", "2026-10-23"),
    ],
)
def test_planned_absences_are_the_marks_of_their_days_and_no_others(term, code, status, first, last):
    within = [m for s, m in term.marks(code) if first <= s.date <= last]
    assert within
    assert all(m.status == status and m.planned and m.absence_id for m in within)
    assert not [m for s, m in term.marks(code) if m.planned and not first <= s.date <= last]


def test_p09_improves(term):
    def rate(first, last):
        weeks = [m.status == "P" for s, m in term.marks("P09") if first <= term.week(s) <= last]
        return sum(weeks) / len(weeks)

    assert rate(1, 4) <= 0.65
    assert rate(7, 12) >= 0.85


def test_p13_is_away_on_every_second_monday(term):
    mondays = defaultdict(set)
    for session, mark in term.marks("P13"):
        if weekday(session) == 0:
            mondays[term.week(session)].add(mark.status)
    assert all(mondays[week] == {"A"} for week in (2, 4, 6, 8, 10, 12))
    assert all("A" not in mondays[week] for week in (1, 3, 5, 7, 9, 11))


def test_p15_is_10_to_15_minutes_late_every_monday(term):
    mondays = [m for s, m in term.marks("P15") if weekday(s) == 0 and not m.planned]
    assert len(mondays) == 33
    assert all(m.status == "P" and 10 <= m.late_min <= 15 for m in mondays)


def test_p18_leaves_25_to_40_minutes_early(term):
    attended = [m for _s, m in term.marks("P18") if m.status == "P"]
    assert attended
    assert all(25 <= m.early_min <= 40 for m in attended)


def test_p19_cancels_in_most_november_weeks(term):
    weeks = defaultdict(set)
    for session, mark in term.marks("P19"):
        if session.date >= "2026-11-01":
            weeks[term.week(session)].add(mark.status)
    assert sum(found == {"X"} for found in weeks.values()) >= 2


def test_p21_walks_in_six_times(term):
    marks = term.marks("P21")
    assert [m.status for _s, m in marks] == ["W"] * 6
    assert {term.activities[s.activity_id] for s, _m in marks} == {"A12", "A13"}
    assert all(s.status == "held" for s, _m in marks)


def test_p23_starts_in_week_3_and_joins_the_project_in_week_6(term):
    marks = term.marks("P23")
    assert marks[0][0].date == "2026-09-14"
    assert min(term.week(s) for s, _m in marks if term.activities[s.activity_id] == "A05") == 6


def test_p24_always_comes_and_never_in_the_afternoon(term):
    assert {m.status for _s, m in term.marks("P24")} == {"P"}
    assert max(s.start for s, _m in term.marks("P24")) < "12:00"


def test_the_base_chance_shows(term):
    steady = ("P01", "P06", "P07", "P12", "P14", "P16", "P17", "P20")

    def rate(first, last):
        marks = [m.status for code in steady for s, m in term.marks(code) if first <= term.week(s) <= last]
        return marks.count("P") / len(marks)

    assert 0.78 <= rate(1, 8) <= 0.88
    assert 0.60 <= rate(9, 12) <= 0.80


def test_three_absent_days_in_a_row_happen_to_p03_and_p11_alone(term):
    """More follow-ups than the pinned two would be a different demo."""
    long_away = set()
    for person in term.script.people:
        days = defaultdict(list)
        for session, mark in term.marks(person.code):
            days[session.date].append(mark.status)
        row = 0
        for _day, statuses in sorted(days.items()):
            if set(statuses) & {"P", "R", "D", "W"}:
                row = 0
            elif "A" in statuses:
                row += 1
            if row >= 3:
                long_away.add(person.code)
    assert long_away == {"P03", "P11"}
