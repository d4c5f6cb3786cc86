"""sheets: what is saved where, that it agrees with the register, and what is refused."""

from pathlib import Path

import pypdfium2
import pytest

ROUND, TEXTILES, WOOD = 217, 227, 230


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_the_sheet_of_a_session_names_everybody_on_the_register(ask, file, tmp_path):
    saved = ask("sheets", file, "--kind", "register", "--session", WOOD, "--out", tmp_path / "out")["sheets"]
    assert [sheet["session"] for sheet in saved] == [WOOD]
    text = text_of(saved[0]["file"])
    register = ask("register", file, "--session", WOOD)
    assert "Wood workshop" in text
    for mark in register["marks"]:
        assert mark["name"].split()[-1] in text
    for task in register["tasks"]:
        assert task["name"].split()[0] in text


def test_marks_from_the_command_line_stand_on_the_record_copy(ask, file, tmp_path):
    ask("register", file, "--session", ROUND, "--set", "P05=L10", "P08=U")
    saved = ask("sheets", file, "--kind", "register", "--session", ROUND, "--out", tmp_path)["sheets"]
    text = text_of(saved[0]["file"])
    assert "Łąckorzyński" in text
    assert "10" in text


def test_a_day_gives_a_sheet_for_each_session_and_a_pack(ask, file, tmp_path):
    out = tmp_path / "paper"
    saved = ask(
        "sheets", file, "--kind", "register", "--date", "2026-10-28", "--out", out, "--language", "de"
    )["sheets"]
    assert [sheet["session"] for sheet in saved] == [None, 229, 230, 231, 232, 233]
    assert {Path(sheet["file"]).name for sheet in saved} == {path.name for path in out.iterdir()}
    pack = text_of(saved[0]["file"])
    for title in ("Wood workshop", "Facing worries", "Second-hand shop shift"):
        assert title in pack
    assert saved[0]["pages"] > len(saved) - 1


@pytest.mark.parametrize(
    "words", [["--blank"], ["--record"], ["--paper", "Letter"], ["--large"], ["--language", "de"]]
)
def test_each_wish_is_another_sheet(ask, file, tmp_path, words):
    def drawn(*wish):
        folder = tmp_path / "-".join(("out", *wish))
        (sheet,) = ask("sheets", file, "--kind", "register", "--session", TEXTILES, "--out", folder, *wish)[
            "sheets"
        ]
        document = pypdfium2.PdfDocument(sheet["file"])
        try:
            return document[0].get_size(), len(document), text_of(sheet["file"])
        finally:
            document.close()

    plain = drawn()
    other = drawn(*words)
    if words != ["--record"]:  # half recorded: without a wish it is the record copy already
        assert other != plain
    else:
        assert other[:2] == plain[:2]


def test_printing_is_in_the_journal(run, ask, file, tmp_path):
    before = ask("audit", file, "--verify")["entries"]
    run("sheets", file, "--kind", "register", "--session", WOOD, "--out", tmp_path)
    assert ask("audit", file, "--verify")["entries"] > before


def test_for_reading_by_people_the_files_are_named(run, file, tmp_path):
    code, out, err = run("sheets", file, "--kind", "register", "--session", WOOD, "--out", tmp_path)
    assert (code, err) == (0, "")
    assert out.startswith("Saved ")
    assert "(1 page)" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--session", "999"], "There is no session with the number 999."),
        (["--date", "2026-10-31"], "There are no sessions on 2026-10-31."),
    ],
)
def test_what_is_not_there_is_refused_and_saves_nothing(run, file, tmp_path, words, told):
    out = tmp_path / "out"
    code, _out, err = run("sheets", file, "--kind", "register", *words, "--out", out)
    assert (code, err.strip()) == (3, told)
    assert list(out.iterdir()) == []


def test_a_folder_that_is_a_file_or_has_no_parent_is_refused(run, file, tmp_path):
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    for out in (tmp_path / "taken", tmp_path / "no" / "such"):
        code, _out, err = run("sheets", file, "--kind", "register", "--session", WOOD, "--out", out)
        assert code == 3
        assert len(err.splitlines()) == 1


def test_a_full_disk_is_told_and_leaves_no_half_file(run, file, tmp_path, monkeypatch):
    from groupwork.store import durable

    def full(_handle):
        raise OSError(28, "No space left on device")

    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(durable.os, "fsync", full)
    code, _out, err = run("sheets", file, "--kind", "register", "--session", WOOD, "--out", out)
    assert code == 3
    assert "disk is full" in err
    assert list(out.iterdir()) == []


def test_the_pdf_is_whole(ask, file, tmp_path):
    (sheet,) = ask("sheets", file, "--kind", "register", "--session", WOOD, "--out", tmp_path)["sheets"]
    data = Path(sheet["file"]).read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")


def test_the_registers_of_a_week_are_one_file(ask, file, tmp_path):
    (saved,) = ask("sheets", file, "--kind", "week", "--date", "2026-10-28", "--out", tmp_path)["sheets"]
    assert Path(saved["file"]).name == "week-registers-2026-10-26.pdf"
    assert saved["pages"] > 27
    text = text_of(saved["file"])
    assert "Week 44: 27 sheets" in text
    assert text.index("Monday 26 October") < text.index("Friday 30 October")


def test_the_fire_list_of_a_day(ask, file, tmp_path):
    (saved,) = ask("sheets", file, "--kind", "fire_list", "--date", "2026-10-28", "--out", tmp_path)["sheets"]
    assert Path(saved["file"]).name.startswith("fire-list-2026-10-28-")
    assert "Fire list" in text_of(saved["file"])


def test_a_fire_list_is_of_a_day_and_not_of_a_session(run, file, tmp_path):
    code, _out, err = run("sheets", file, "--kind", "fire_list", "--session", WOOD, "--out", tmp_path)
    assert code == 3
    assert "--date" in err
