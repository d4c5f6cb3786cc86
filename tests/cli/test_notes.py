"""`groupwork note`: reads, writes, warns, signs, refuses in words."""

import json

import pytest

from groupwork.cli.opening import VARIABLE


@pytest.fixture
def session(file, run):
    """The wood workshop of the demo's day, the morning it plays on."""
    _code, out, _err = run("schedule", file, "--from", "2026-10-27", "--to", "2026-10-27", "--json")
    return next(
        s["id"] for s in json.loads(out)["sessions"] if s["start"] == "10:00" and "Talk" in s["title"]
    )


def read(run, file, session, *more):
    code, out, err = run("note", file, "--session", session, "--json", *more)
    assert (code, err) == (0, "")
    return json.loads(out)["notes"]


def test_reading_shows_the_group_note_and_people_and_needs_no_lock(run, file, session):
    group, *people = read(run, file, session)
    assert (group["code"], group["template"], group["state"]) == (None, "group", "signed")
    assert [(note["code"], note["state"]) for note in people] == [("P17", "draft")]
    assert not file.with_name(file.name + ".lock").exists()


def test_parts_are_added_to_what_is_there_and_signed(run, file, session):
    late = ("--late-reason", "Away in the afternoon")
    (note,) = read(run, file, session, "--participant", "P17", "--part", "plan=Ask again.", *late, "--sign")
    assert note["parts"]["plan"] == "Ask again."
    assert note["parts"]["goal"]
    assert (note["state"], note["signed_by"]) == ("signed", "Hanna Brückner")
    code, _out, err = run(
        "note", file, "--session", session, "--participant", "P17", "--part", "plan=No", *late
    )
    assert code == 3
    assert "signed by Hanna Brückner" in err


def test_guards_go_to_stderr_and_stop_nothing(run, file, session):
    words = "response=Listened to Moira and answered."
    late = ("--late-reason", "Away")
    code, out, err = run("note", file, "--session", session, "--participant", "P09", "--part", words, *late)
    assert code == 0
    assert "Moira" in err
    assert "Listened to Moira" in out


def test_what_cannot_be_is_refused_in_words(run, file, session):
    at = ("note", file, "--session", session)
    for more, said in (
        (("--participant", "P17", "--part", "mood=x"), "has no part"),
        (("--part", "nonsense"), "is not a part"),
        (("--part", "done=a", "--part", "done=b"), "named twice"),
        (("--participant", "P09", "--sign"), "no note to sign"),
        (("--participant", "P09", "--part", "plan=x"), "Say why it is late"),
        (("--participant", "P99", "--part", "plan=x"), "P99"),
    ):
        code, _out, err = run(*at, *more)
        assert code == 3, more
        assert said in err, more
    code, _out, err = run("note", file, "--session", 999_999)
    assert code == 3
    assert err


def test_a_text_of_100_000_letters_is_kept_and_a_longer_one_refused(run, file, session):
    at = ("note", file, "--session", session, "--participant", "P09", "--late-reason", "x")
    code, _out, _err = run(*at, "--part", "response=" + "word " * 20_000)
    assert code == 0
    code, _out, err = run(*at, "--part", "plan=" + "x" * 100_001)
    assert code == 3
    assert "too long" in err


def test_a_volunteer_may_not(run, file, session, monkeypatch):
    monkeypatch.setenv(VARIABLE, "topf nadel ball ruhe")
    code, out, err = run("note", file, "--session", session, "--as", "greta")
    assert (code, out) == (3, "")
    assert "may not read or write notes" in err
