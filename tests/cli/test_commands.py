"""Exit codes, who signs in, the language, and that reading needs no lock and writes nothing."""

import io
import json
import os
import subprocess
import sys

import pytest

from groupwork import __main__, i18n
from groupwork.cli import commands
from groupwork.operations import demo, vault

WEEK = ("--from", "2026-10-26", "--to", "2026-10-30")


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["frobnicate"],
        ["schedule"],
        ["schedule", "x", "--from", "tomorrow", "--to", "2026-01-01"],
        ["register", "x", "--session", "-1"],
        ["sheets", "x", "--kind", "poster", "--session", "1", "--out", "."],
        ["sheets", "x", "--kind", "register", "--out", "."],
        ["demo", "x", "--years", "many"],
        ["audit", "x"],
    ],
)
def test_usage_mistakes_end_with_2(run, words):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "usage: groupwork" in err


def test_help_and_version_end_with_0(run):
    assert run("--help")[0] == 0
    assert run("--version")[1].startswith("Groupwork ")
    for name in commands.COMMANDS:
        code, out, _err = run(name, "--help")
        assert (code, f"groupwork {name}" in out) == (0, True)


def test_a_mistake_of_ours_ends_with_1(run, file, monkeypatch):
    def broken(_options):
        raise RuntimeError("a bug")

    monkeypatch.setitem(commands.COMMANDS, "schedule", broken)
    code, _out, err = run("schedule", file, *WEEK)
    assert code == 1
    assert "This is a mistake in Groupwork." in err


@pytest.mark.parametrize(("secret", "told"), [("not the one at all", "passphrase"), ("", "passphrase")])
def test_a_wrong_passphrase_is_a_sentence(run, file, monkeypatch, secret, told):
    monkeypatch.setenv("GROUPWORK_PASSPHRASE", secret)
    code, out, err = run("schedule", file, *WEEK)
    assert (code, out) == (3, "")
    assert told in err
    assert "Traceback" not in err


def test_missing_and_foreign_files_are_told_apart(run, tmp_path):
    picture = tmp_path / "picture.groupwork"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    told = {run("schedule", path, *WEEK) for path in (picture, tmp_path / "none.groupwork")}
    assert {code for code, _out, _err in told} == {3}
    assert len({err for _code, _out, err in told}) == 2


def test_the_passphrase_file_wins_over_the_variable(run, file, tmp_path, monkeypatch):
    monkeypatch.setenv("GROUPWORK_PASSPHRASE", "wrong wrong wrong")
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"\xef\xbb\xbf" + demo.PUBLIC_PASSPHRASE.encode() + b"\r\nsecond line\r\n")
    assert run("schedule", file, *WEEK, "--passphrase-file", secret)[0] == 0
    code, _out, err = run("schedule", file, *WEEK, "--passphrase-file", tmp_path / "none.txt")
    assert (code, err) == (3, "The passphrase file “none.txt” cannot be read.\n")


def test_nobody_to_ask_is_a_refusal(run, file, monkeypatch):
    monkeypatch.delenv("GROUPWORK_PASSPHRASE")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    code, _out, err = run("schedule", file, *WEEK)
    assert code == 3
    assert "--passphrase-file" in err


def test_a_volunteer_records_and_does_not_check(run, file, monkeypatch):
    monkeypatch.setenv("GROUPWORK_PASSPHRASE", "topf nadel ball ruhe")
    as_greta = ("--as", "Greta")
    assert run("register", file, "--session", 217, "--set", "P05=P", *as_greta)[0] == 0
    code, _out, err = run("audit", file, "--verify", *as_greta)
    assert (code, err) == (3, "Your sign-in may not check the journal. Ask a lead of your centre.\n")


def test_reading_needs_no_lock_and_writing_is_refused_meanwhile(run, file):
    with vault.open_file(file, None, demo.PUBLIC_PASSPHRASE):
        assert run("schedule", file, *WEEK)[0] == 0
        assert run("register", file, "--session", 217)[0] == 0
        assert run("check", file)[0] == 0
        assert run("audit", file, "--verify")[0] == 0
        code, out, err = run("register", file, "--session", 217, "--set", "P05=P")
        assert (code, out) == (3, "")
        assert "already open" in err
        sheets = ("--kind", "register", "--session", 217, "--out", file.parent)
        assert run("sheets", file, *sheets)[0] == 3
    assert run("register", file, "--session", 217, "--set", "P05=P")[0] == 0


def test_reading_writes_nothing(run, file):
    def everything():
        return {p.name: p.read_bytes() for p in file.parent.iterdir()}

    before = everything()
    run("schedule", file, *WEEK)
    run("register", file, "--session", 230)
    run("check", file)
    run("audit", file, "--verify")
    assert everything() == before


@pytest.mark.parametrize(
    ("variable", "value", "language"),
    [
        ("LANG", "de_DE.UTF-8", "de"),
        ("LC_ALL", "de_AT", "de"),
        ("LANG", "pl_PL.UTF-8", "en"),
        ("LANG", "C", "en"),
    ],
)
def test_the_language_is_that_of_the_environment(run, file, monkeypatch, variable, value, language):
    monkeypatch.setenv(variable, value)
    run("schedule", file, *WEEK)
    assert i18n.current().language == language


def test_an_option_says_the_language_before_the_environment(run, file):
    code, out, _err = run("schedule", file, "--from", "2026-10-26", "--to", "2026-10-26", "--language", "de")
    assert code == 0
    assert "Mo 26. Okt." in out


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ([], False),
        (["centre.groupwork"], False),
        (["--demo"], False),
        (["schedule"], True),
        (["--help"], True),
        (["centre.groupwork", "--what"], True),
    ],
)
def test_the_first_word_chooses_window_or_command(words, command):
    assert __main__.is_command(words) is command


def test_a_real_process_answers_in_json_on_any_console(file):
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "groupwork", "register", str(file), "--session", "230", "--json"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    names = [mark["name"] for mark in json.loads(done.stdout.decode("utf-8"))["marks"]]
    assert "Zbigniew Łąckorzyński" in names
    assert "Trần Quốc Kha" in names


def test_a_real_process_refuses_with_3(tmp_path):
    command = [sys.executable, "-m", "groupwork", "check", str(tmp_path / "none.groupwork")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert "none.groupwork" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("typed", "factor"), [("1", 1.0), ("2", 2.0), ("1.25", 1.25), ("100", 1.0), ("150", 1.5), ("200", 2.0)]
)
def test_screenshots_take_a_size_as_factor_or_per_cent(run, monkeypatch, tmp_path, typed, factor):
    from groupwork.ui import screenshots

    taken = []
    monkeypatch.setattr(screenshots, "take", lambda *wish: taken.append(wish) or (tmp_path / "a.png",))
    code, out, _err = run(
        "screenshots", "--out", tmp_path, "--language", "de", "--palette", "dark", "--scale", typed
    )
    assert (code, taken) == (0, [(tmp_path, "de", "dark", factor)])
    assert str(tmp_path) in out


@pytest.mark.parametrize("typed", ["0", "3", "99", "201", "big", "nan", "-1"])
def test_a_size_out_of_range_is_a_usage_mistake(run, tmp_path, typed):
    assert run("screenshots", "--out", tmp_path, f"--scale={typed}")[0] == 2
