"""schedule and register: the shapes, marks from the command line, and what is refused."""

import pytest

MONDAY, WEDNESDAY = "2026-10-26", "2026-10-28"
ROUND = 217
"""The Monday morning round that the demo leaves open."""


@pytest.fixture
def monday(ask, file):
    return ask("schedule", file, "--from", MONDAY, "--to", MONDAY)["sessions"]


def test_schedule_lists_the_sessions_of_the_days_in_order(monday):
    assert [(s["start"], s["end"], s["title"]) for s in monday] == [
        ("09:00", "09:30", "Morning round"),
        ("09:45", "11:45", "Wood workshop"),
        ("10:00", "11:00", "Everyday skills (money, travel, appointments)"),
        ("10:00", "11:30", "Painting and drawing"),
        ("13:00", "14:30", "Ceramics"),
        ("13:00", "14:30", "Work skills and applications"),
    ]
    assert {s["date"] for s in monday} == {MONDAY}
    assert monday == sorted(monday, key=lambda s: (s["date"], s["start"], s["id"]))


def test_a_session_says_what_other_commands_need(monday):
    wood = monday[1]
    assert (wood["status"], wood["group"], wood["room"]) == ("held", "Wood workshop", "Workshop")
    assert [f["code"] for f in wood["facilitators"]] == ["F2", "F4"]
    assert wood["number"] == {"n": 16, "of": 23, "lost": 1}
    assert (wood["on_register"], wood["recorded"]) == (5, 5)
    assert isinstance(wood["id"], int)


def test_a_closure_is_a_reason(ask, file):
    lost = ask("schedule", file, "--from", "2026-10-14", "--to", "2026-10-14")["sessions"]
    assert [(s["status"], s["reason"]) for s in lost] == [("not_held", "Staff training day")] * 5


def test_schedule_for_reading_by_people(run, file):
    code, out, err = run("schedule", file, "--from", WEDNESDAY, "--to", WEDNESDAY)
    assert (code, err, len(out.splitlines())) == (0, "", 5)
    assert "09:45–11:45" in out
    assert "Wood workshop · Workshop · planned · 0/5" in out
    code, out, _err = run("schedule", file, "--from", "2027-06-01", "--to", "2027-06-02")
    assert (code, out) == (0, "No sessions on these days.\n")


def test_register_shows_marks_by_person_code(ask, file):
    found = ask("register", file, "--session", 227)
    assert found["session"]["id"] == 227
    assert found["stored"]
    marks = {mark["code"]: mark for mark in found["marks"]}
    assert sorted(marks) == ["P01", "P07", "P12", "P14"]
    assert marks["P07"]["status"] is None
    assert marks["P14"]["status"] == "P"
    assert marks["P14"]["late_min"] is marks["P14"]["early_min"] is marks["P14"]["minutes"] is None
    assert marks["P14"]["counted_minutes"] == 90
    assert [r["outcome"] for r in marks["P14"]["results"]] == ["done", "done", "done", "partly"]


def test_marks_are_set_and_agree_with_the_schedule_afterwards(ask, file):
    typed = ["P05=L10", "P08=U", "P09=L10E5", "P10=P@20", "P12=A", "P13=-"]
    answer = ask("register", file, "--session", ROUND, "--set", *typed)
    marks = {mark["code"]: mark for mark in answer["marks"]}
    assert (marks["P05"]["status"], marks["P05"]["late_min"], marks["P05"]["counted_minutes"]) == (
        "P",
        10,
        20,
    )
    assert (marks["P09"]["late_min"], marks["P09"]["early_min"]) == (10, 5)
    assert marks["P10"]["minutes"] == 20
    assert [marks[code]["status"] for code in ("P08", "P12", "P13")] == ["U", "A", None]
    assert ask("register", file, "--session", ROUND) == answer
    (session,) = [
        s for s in ask("schedule", file, "--from", MONDAY, "--to", MONDAY)["sessions"] if s["id"] == ROUND
    ]
    assert session == answer["session"]
    assert (session["status"], session["attended"], session["recorded"]) == ("held", 3, 5)


def test_set_may_be_repeated_and_codes_may_be_small(ask, file):
    answer = ask("register", file, "--session", ROUND, "--set", "p05=l10", "--set", "p08=P")
    assert [m["status"] for m in answer["marks"] if m["code"] in ("P05", "P08")] == ["P", "P"]


def test_a_walk_in_joins_by_code(ask, file):
    answer = ask("register", file, "--session", ROUND, "--set", "P21=W")
    assert (answer["marks"][-1]["code"], answer["marks"][-1]["status"]) == ("P21", "W")
    assert len(answer["marks"]) == 15


def test_register_for_reading_by_people(run, file):
    _code, out, _err = run("register", file, "--session", 230)
    assert "P20   O        João Valdevez  (other appointment)" in out
    assert "Not written yet: the register as it would be." in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--session", "999"], "There is no session with the number 999."),
        (["--session", ROUND, "--set", "P05=Q"], "“Q” is not a mark"),
        (["--session", ROUND, "--set", "P05"], "“P05” is not a mark for a person"),
        (["--session", ROUND, "--set", "P05=P", "p05=A"], "P05 is named twice."),
        (["--session", ROUND, "--set", "P77=P"], "There is nobody with the code P77."),
        (["--session", ROUND, "--set", "P03=P"], "Björn Thielecke"),
        (["--session", "244", "--set", "P05=P"], "still ahead"),
        (["--session", "176", "--set", "P02=P"], "did not take place"),
    ],
)
def test_refusals_are_one_sentence_and_change_nothing(run, ask, file, words, told):
    before = ask("schedule", file, "--from", "2026-08-31", "--to", "2026-11-20")
    code, out, err = run("register", file, *words)
    assert (code, out) == (3, "")
    assert told in err
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1
    assert ask("schedule", file, "--from", "2026-08-31", "--to", "2026-11-20") == before


def test_one_bad_mark_of_many_records_none(run, ask, file):
    assert run("register", file, "--session", ROUND, "--set", "P05=P", "P77=P")[0] == 3
    assert {m["status"] for m in ask("register", file, "--session", ROUND)["marks"]} == {None}


def test_the_last_day_must_not_lie_before_the_first(run, file):
    code, _out, err = run("schedule", file, "--from", WEDNESDAY, "--to", MONDAY)
    assert (code, err) == (3, "The last day lies before the first.\n")
