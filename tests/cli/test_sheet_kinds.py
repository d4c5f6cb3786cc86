"""sheets --kind plan and incident: what is saved, under which name, and what is refused."""

from pathlib import Path

import pytest

from tests.cli.test_sheets import text_of

WOOD = 230


def saved(ask, file, folder, *words):
    (sheet,) = ask("sheets", file, "--out", folder, *words)["sheets"]
    return sheet


def test_the_plan_of_a_session(ask, file, tmp_path):
    sheet = saved(ask, file, tmp_path, "--kind", "plan", "--session", WOOD)
    assert Path(sheet["file"]).name == f"session-plan-2026-10-28-{WOOD}.pdf"
    text = text_of(sheet["file"])
    for told in ("Wood workshop", "Read before you start", "dust allergy", "09:45", "once shown how"):
        assert told in text, told


def test_the_form_of_an_entry_and_a_blank_one_name_nobody_in_the_file_name(ask, file, tmp_path):
    sheet = saved(ask, file, tmp_path, "--kind", "incident", "--incident", 2)
    assert Path(sheet["file"]).name == "incident-form-2026-10-26-2.pdf"
    assert "Kümmelbein" in text_of(sheet["file"])
    blank = saved(ask, file, tmp_path, "--kind", "incident", "--language", "de")
    assert Path(blank["file"]).name == "vorfallbogen.pdf"
    assert "Kümmelbein" not in text_of(blank["file"])


@pytest.mark.parametrize(
    "words",
    [
        ["--kind", "plan"],
        ["--kind", "plan", "--session", "9999"],
        ["--kind", "plan", "--date", "2026-10-28"],
        ["--kind", "incident", "--incident", "99"],
        ["--kind", "incident", "--session", str(WOOD)],
        ["--kind", "fire_list"],
        ["--kind", "notes"],
        ["--kind", "notes", "--session", str(WOOD)],
        ["--kind", "notes", "--participant", "P99"],
        ["--kind", "notes", "--participant", "P05", "--from", "2030-01-01"],
    ],
)
def test_refused_in_words_and_nothing_saved(run, file, tmp_path, words):
    out = tmp_path / "out"
    code, _told, why = run("sheets", file, "--out", out, *words)
    assert (code, bool(why.strip())) == (3, True)
    assert not list(out.glob("*.pdf"))


def test_notes_of_nobody_say_which_option_is_missing(run, file, tmp_path):
    _code, _told, why = run("sheets", file, "--out", tmp_path, "--kind", "notes")
    assert "--participant" in why


@pytest.mark.parametrize(
    "words",
    [
        ["--kind", "plan", "--session", str(WOOD), "--plans"],
        ["--kind", "fire_list", "--date", "2026-10-28", "--plans"],
        ["--kind", "plan", "--session", str(WOOD), "--name", "code"],
        ["--kind", "register", "--date", "2026-10-28", "--versions"],
        ["--kind", "register", "--participant", "P05"],
        ["--kind", "notes", "--participant", "P05", "--name", "initials"],
        ["--kind", "notes", "--participant", "P05", "--session", str(WOOD)],
    ],
)
def test_options_of_another_kind_are_not_silently_left_aside(run, file, tmp_path, words):
    out = tmp_path / "out"
    code, _told, why = run("sheets", file, "--out", out, *words)
    assert (code, bool(why.strip())) == (2, True)
    assert not list(out.glob("*.pdf"))


def test_the_notes_of_a_span_under_the_name_that_was_chosen(ask, file, tmp_path):
    whose = ("--kind", "notes", "--participant", "p05")
    whole = saved(ask, file, tmp_path, *whose)
    assert Path(whole["file"]).name == "notes-P05-2026-10-19-2026-10-26.pdf"
    text = text_of(whole["file"])
    assert all(told in text for told in ("Łąckorzyński", "born", "Wood workshop", "Talk group"))
    span = ("--from", "2026-10-20", "--to", "2026-10-24")
    some = saved(ask, file, tmp_path, *whose, *span, "--name", "code", "--versions")
    assert Path(some["file"]).name == "notes-P05-2026-10-22.pdf"
    text = text_of(some["file"])
    assert all(told in text for told in ("P05", "Talk group", "Versions of this note"))
    assert not any(told in text for told in ("Zbigniew", "Łąckorzyński", "born", "Wood workshop"))


def test_the_packs_carry_the_plans_when_asked(ask, file, tmp_path):
    for words in (("--kind", "register", "--date", "2026-10-28"), ("--kind", "week", "--date", "2026-10-28")):
        plain = ask("sheets", file, "--out", tmp_path, *words)["sheets"][0]
        assert "Session plan" not in text_of(plain["file"])
        full = ask("sheets", file, "--out", tmp_path, *words, "--plans")["sheets"][0]
        assert full["pages"] > plain["pages"]
        assert text_of(full["file"]).count("Get ready") >= 3


def test_a_volunteer_prints_the_plan_and_no_incident(run, ask, file, tmp_path, monkeypatch):
    from groupwork.operations import demo

    script = demo.description()["centre"]["staff"]
    volunteer = next(staff for staff in script if staff["may"] == "volunteer")
    monkeypatch.setenv("GROUPWORK_PASSPHRASE", volunteer["passphrase"])
    who = ("--as", volunteer["sign_in"])
    assert saved(ask, file, tmp_path, "--kind", "plan", "--session", WOOD, *who)["pages"]
    code, _told, why = run("sheets", file, "--out", tmp_path, "--kind", "incident", "--incident", "2", *who)
    assert code == 3
    assert "notes" in why
