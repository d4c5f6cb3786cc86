"""new, demo, import, backup, restore, check, audit."""

import json
import os

import pytest

from groupwork.operations import demo, vault
from groupwork.operations.activities import activities
from groupwork.operations.examples import examples
from tests.foreign_lists import workbook

WEEK = ("--from", "2026-10-26", "--to", "2026-10-30")


@pytest.fixture(autouse=True)
def _quick_keys(monkeypatch):
    """New key slots of a cheap kind: how hard guessing is made is tested with the store."""
    from groupwork.store import keys

    quick = keys.Kdf(memory_kib=19 * 1024, passes=1, lanes=1)
    real = keys.seal
    monkeypatch.setattr(
        keys, "seal", lambda key, kind, who, secret, _kdf=None: real(key, kind, who, secret, quick)
    )


def test_new_makes_an_empty_centre_that_opens(run, ask, tmp_path):
    path = tmp_path / "own.groupwork"
    code, out, err = run("new", path, "--centre", "Haus am See", "--as", "Jürgen Maier")
    assert (code, err) == (0, "")
    assert out == "Made “own.groupwork”.\n"
    assert ask("schedule", path, "--as", "jurgen", *WEEK) == {"sessions": []}


def test_new_with_the_example_library(run, tmp_path):
    path = tmp_path / "own.groupwork"
    code, _out, err = run("new", path, "--centre", "Haus am See", "--as", "Jürgen Maier", "--examples")
    assert (code, err) == (0, "")
    with vault.open_file(path, "jurgen", os.environ["GROUPWORK_PASSPHRASE"]) as file:
        assert len(activities(file.desk("en"))) == len(examples("en"))


def test_new_prints_the_passphrase_it_had_to_make(run, monkeypatch, tmp_path):
    monkeypatch.delenv("GROUPWORK_PASSPHRASE")
    monkeypatch.setattr(vault, "generate_passphrase", lambda _language: "wolke tisch ufer korn")
    path = tmp_path / "own.groupwork"
    code, out, _err = run("new", path, "--centre", "Haus am See", "--as", "Jürgen Maier")
    assert code == 0
    assert "Sign-in Jürgen, passphrase: wolke tisch ufer korn" in out
    monkeypatch.setenv("GROUPWORK_PASSPHRASE", "wolke tisch ufer korn")
    assert run("check", path)[0] == 0


@pytest.mark.parametrize("words", [["new", "--centre", "X", "--as", "Y"], ["demo"]])
def test_nothing_that_is_there_is_replaced(run, file, words):
    before = file.read_bytes()
    code, _out, err = run(words[0], file, *words[1:])
    assert code == 3
    assert "There is already a file “centre.groupwork” here." in err
    assert file.read_bytes() == before


def test_demo_tells_the_day_and_the_other_sign_ins(run, ask, tmp_path):
    path = tmp_path / "demo.groupwork"
    code, out, err = run("demo", path, "--until", "2026-11-20")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Made “demo.groupwork”: Kiefernbogen Day Centre, on Fri 20 Nov 2026."
    assert "Sign-in greta, passphrase: topf nadel ball ruhe" in out
    assert demo.PUBLIC_PASSPHRASE not in out
    found = ask("schedule", path, "--from", "2026-08-31", "--to", "2026-11-20")["sessions"]
    assert len(found) == 324
    assert sum(s["on_register"] for s in found if s["status"] == "held") == 1452


def test_demo_without_a_passphrase_prints_one(run, monkeypatch, tmp_path):
    monkeypatch.delenv("GROUPWORK_PASSPHRASE")
    made = iter(f"wort {n} wolke tisch" for n in range(9))
    monkeypatch.setattr(vault, "generate_passphrase", lambda _language: next(made))
    _code, out, _err = run("demo", tmp_path / "demo.groupwork", "--language", "de")
    assert "hanna" in out
    assert "wort 0 wolke tisch" in out
    assert "topf nadel ball ruhe" not in out


def test_import_dry_run_writes_nothing_and_the_run_adds(run, ask, file, tmp_path):
    csv = tmp_path / "people.csv"
    csv.write_text("Vorname;Nachname;Geburtsdatum\nIlse;Brandt;03.04.1971\nOtto;;\n", encoding="utf-8")
    before = file.read_bytes()
    dry = ask("import", file, csv, "--dry-run")
    assert (dry["added"] + len(dry["refused"]), dry["dry_run"]) == (2, True)
    assert file.read_bytes() == before
    wet = ask("import", file, csv)
    assert (wet["added"], wet["dry_run"]) == (dry["added"], False)
    again = ask("import", file, csv)
    assert (again["added"], len(again["skipped"])) == (0, wet["added"])


def test_import_takes_a_workbook_and_the_sheet_that_is_named(run, ask, file, tmp_path):
    book = tmp_path / "people.xlsx"
    lists = {
        "A": [("Nachname", "Vorname"), ("Brandt", "Ilse")],
        "B": [("Name",), ("Ottokar Zeh",), ("Ivana Quint",)],
    }
    book.write_bytes(workbook(*lists.items()))
    assert ask("import", file, book, "--dry-run")["added"] == 1
    found = ask("import", file, book, "--sheet", "B")
    assert (found["added"], found["encoding"], set(found)) == (2, "", set(ask("import", file, book)))
    code, _out, err = run("import", file, book, "--sheet", "C")
    assert (code, "no sheet “C”" in err) == (3, True)


def test_import_names_refused_rows_with_line_and_reason(run, file, tmp_path):
    csv = tmp_path / "people.csv"
    csv.write_text("Name;Geburtsdatum\n;31.12.1971\n", encoding="utf-8")
    code, out, _err = run("import", file, csv, "--dry-run")
    assert code == 3
    assert "0 participants would be added." in out
    assert "line 2, Name: No name." in out


def test_a_backup_restores_to_what_it_was(run, ask, file, tmp_path):
    before = ask("schedule", file, *WEEK)
    code, out, _err = run("backup", file, "--to", tmp_path / "safe")
    assert code == 0
    assert "Backed up and verified" in out
    run("register", file, "--session", 217, "--set", "P05=A")
    (folder,) = (tmp_path / "safe").iterdir()
    code, out, err = run("restore", folder, "--to", tmp_path / "again.groupwork")
    assert (code, err) == (0, "")
    assert "Restored “again.groupwork”" in out
    assert ask("schedule", tmp_path / "again.groupwork", *WEEK) == before
    assert run("restore", folder, "--to", file)[0] == 3


def test_check_and_audit_find_nothing_wrong(run, ask, file):
    assert ask("check", file)["ok"]
    assert ask("audit", file, "--verify") == {"ok": True, "entries": 3, "erased": 0, "problems": []}
    code, out, err = run("audit", file, "--verify")
    assert (code, out, err) == (0, "The journal is complete: 3 entries.\n", "")


def test_check_names_damage_and_ends_with_3(run, file):
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    code, out, err = run("check", file, "--json")
    assert code == 3
    assert "amaged" in err or "amaged" in out
    if out:
        assert json.loads(out)["ok"] is False


def test_audit_names_a_changed_journal(run, file):
    with vault.open_file(file, None, demo.PUBLIC_PASSPHRASE) as opened:
        sql = opened.store.db.execute_sql
        triggers = sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal_step%'"
        ).fetchall()
        for name, _text in triggers:
            sql(f'DROP TRIGGER "{name}"')
        sql("UPDATE journal_step SET verb = 'demo.changed' WHERE id = 2")
        for _name, text in triggers:
            sql(text)
    code, _out, err = run("audit", file, "--verify")
    assert code == 3
    assert "Entry 2 of the journal was changed." in err
