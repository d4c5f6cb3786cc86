"""The commands `missing` and `register --set` with all facts, and a locked register with --reason."""

import pytest

ROUND = 217
"""The Monday morning round that the demo leaves open."""


def test_missing_lists_who_is_responsible_and_how_many_are_blank(ask, file):
    found = ask("missing", file)["missing"]
    assert [(line["id"], line["date"], line["start"]) for line in found] == [
        (ROUND, "2026-10-26", "09:00"),
        (found[1]["id"], "2026-10-27", "13:00"),
    ]
    assert found[0]["group"] == "Morning round"
    assert [person["name"] for person in found[0]["facilitators"]] == ["Leyla Demirtaş"]
    assert [line["blank"] for line in found] == [14, 2]
    assert ask("missing", file, "--from", "2026-10-27", "--to", "2026-10-27")["missing"] == found[1:]


def test_missing_for_reading_by_people(run, file):
    code, out, err = run("missing", file)
    assert (code, err) == (0, "")
    assert "Morning round · 14 not recorded · Leyla Demirtaş" in out
    code, out, _err = run("missing", file, "--from", "2020-01-01", "--to", "2020-02-01")
    assert (code, out) == (0, "All registers are complete\n")
    assert run("missing", file, "--from", "2026-10-27", "--to", "2026-10-01")[0] == 3


def test_all_facts_of_a_mark(ask, file):
    typed = (
        "P05=A:dentist",
        "P08=X,told=2026-10-20,reason=funeral, far away",
        "P12=P,arrived=09:05,left=9:20",
    )
    told = ask("register", file, "--session", ROUND, "--set", *typed)
    marks = {mark["code"]: mark for mark in told["marks"]}
    assert (marks["P05"]["status"], marks["P05"]["reason"]) == ("A", "dentist")
    assert (marks["P08"]["told_at"], marks["P08"]["reason"]) == ("2026-10-20", "funeral, far away")
    assert (marks["P12"]["late_min"], marks["P12"]["early_min"]) == (5, 10)
    assert (told["locked_since"], told["late_changes"]) == (None, [])


@pytest.mark.parametrize("typed", ["P05=A:" + "x" * 100_000, "P05=P,when=9", "P99=P", "P05=A,arrived=09:05"])
def test_bad_facts_are_refused_and_nothing_is_written(run, ask, file, typed):
    code, _out, err = run("register", file, "--session", ROUND, "--set", typed)
    assert code == 3
    assert err
    marks = ask("register", file, "--session", ROUND)["marks"]
    assert all(mark["status"] is None for mark in marks)


def test_a_locked_register_wants_its_reason(run, ask, file):
    old = ask("schedule", file, "--from", "2026-09-01", "--to", "2026-09-03")["sessions"]
    session = next(each["id"] for each in old if each["status"] == "held")
    register = ask("register", file, "--session", session)
    assert register["locked_since"] < "2026-10-28"
    code = register["marks"][0]["code"]
    refused, _out, err = run("register", file, "--session", session, "--set", f"{code}=U")
    assert refused == 3
    assert "--reason" in err
    told = ask("register", file, "--session", session, "--set", f"{code}=U", "--reason", "From paper")
    assert told["marks"][0]["status"] == "U"
    assert [(each["by"], each["reason"]) for each in told["late_changes"]][-1] == (
        "Hanna Brückner",
        "From paper",
    )


def test_the_demo_has_one_late_change(ask, file):
    first = ask("schedule", file, "--from", "2026-08-31", "--to", "2026-08-31")["sessions"]
    found = [ask("register", file, "--session", each["id"])["late_changes"] for each in first]
    (line,) = [line for lines in found for line in lines]
    assert line["by"] == "Tomasz Wilkowski"
    assert line["reason"] == "Two sign-in sheets had stuck together"
