"""A register printed as a table, edited and read back: only what was edited changes."""

import io
import sys

import pytest

SEWING = 227
ENGLISH = "Code\tName\tMark\tReason\tTold on\tTaking part\tMood before\tMood after\t"


@pytest.fixture
def words(file):
    return ("register", file, "--session", SEWING)


@pytest.fixture
def give(run, words, monkeypatch):
    """Give a table to the command on standard input."""

    def call(table, *more):
        data = table if isinstance(table, bytes) else table.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))
        return run(*words, "--from", "-", *more)

    return call


@pytest.fixture
def table(run, words):
    """The register's table as printed."""
    return lambda *more: run(*words, "--tsv", *more)[1]


FILLED = (
    *("--set", "P07=L10E20", "P12=A:no word, “phoned”", "P01=X,told=2026-10-26,reason=dentist"),
    *("--task", "P07:1=4~#3@20", "P07:2=done", "P14:1=0:declined", "P14:2=-", "P14:3=0"),
    *("--participation", "P07=3", "--mood-before", "P07=2", "--mood-after", "P07=4", "--drop-in", "P21"),
)


def cell(table, code, head):
    heads, *rows = (line.split("\t") for line in table.splitlines())
    return next(row for row in rows if row[0] == code)[heads.index(head)]


def edited(table, code, head, value):
    heads, *rows = (line.split("\t") for line in table.splitlines())
    for row in rows:
        if row[0] == code:
            row[heads.index(head)] = value
    return "\n".join("\t".join(row) for row in [heads, *rows])


def test_the_table_holds_what_was_recorded(run, words, table):
    run(*words, *FILLED)
    printed = table()
    assert printed.startswith(ENGLISH + "Task: Cut to the pattern\t")
    assert "P07\tRima Haddadin\tL10E20\t\t\t3\t2\t4\t4~#3@20\tdone\t\t\n" in printed
    assert "P01\tAnnegret Vossbeck\tX\tdentist\t2026-10-26\t" in printed
    assert cell(printed, "P14", "Task: Cut to the pattern") == "0:declined"
    assert cell(printed, "P21", "Mark") == "W"


@pytest.mark.parametrize("language", ["en", "de"])
def test_read_back_as_printed_it_changes_nothing(run, ask, words, table, give, language):
    run(*words, *FILLED)
    before = ask(*words)
    code, out, err = give(table("--language", language), "--tsv")
    assert (code, out, err) == (0, table(), "")
    assert ask(*words) == before


def test_an_edited_cell_changes_that_and_nothing_else(run, ask, words, table, give):
    run(*words, *FILLED)
    before = ask(*words)
    wanted = edited(table(), "P14", "Task: Sew by machine", "5#2")
    assert give(edited(wanted, "P07", "Mood after", "-"))[0] == 0
    after = ask(*words)
    rows = {row["code"]: row for row in after["marks"]}
    assert rows["P07"]["mood_after"] is None
    assert rows["P14"]["results"][2]["text"] == "5#2"
    assert [r for r in after["marks"] if r["code"] not in ("P07", "P14")] == [
        r for r in before["marks"] if r["code"] not in ("P07", "P14")
    ]


@pytest.mark.parametrize(
    ("head", "value", "fields"),
    [
        ("Mark", "U", ("U", "", None)),
        ("Mark", "L5", ("P", "", None)),
        ("Mark", "-", (None, "", None)),
        ("Reason", "bus", ("X", "bus", "2026-10-26")),
        ("Reason", "-", ("X", "", "2026-10-26")),
        ("Told on", "24.10.2026", ("X", "dentist", "2026-10-24")),
        ("Told on", "-", ("X", "dentist", None)),
        ("Mark", "", ("X", "dentist", "2026-10-26")),
    ],
)
def test_what_goes_with_a_mark_stays_or_goes_with_it(run, ask, words, table, give, head, value, fields):
    run(*words, *FILLED)
    assert give(edited(table(), "P01", head, value))[0] == 0
    row = next(row for row in ask(*words)["marks"] if row["code"] == "P01")
    assert (row["status"], row["reason"], row["told_at"]) == fields


def test_a_planned_absence_stays_planned_when_its_row_is_read_back(ask, run, file, tmp_path):
    words = ("register", file, "--session", 230)
    kept = tmp_path / "r.tsv"
    kept.write_text(run(*words, "--tsv")[1].replace("\t-\t", "\tP\t", 1), encoding="utf-8")
    answer = ask(*words, "--from", kept)
    assert answer["session"]["attended"] == 1
    assert next(row for row in answer["marks"] if row["code"] == "P20")["planned"]


def test_other_minutes_leave_the_reason_another_status_takes_it_away(run, ask, words, table, give):
    run(*words, "--set", "P07=L10,reason=bus")
    for mark, kept in (("L20", ("L20", "bus")), ("P@60", ("P@60", "bus")), ("U", ("U", ""))):
        assert give(edited(table(), "P07", "Mark", mark))[0] == 0
        row = next(row for row in ask(*words)["marks"] if row["code"] == "P07")
        assert (row["text"], row["reason"]) == kept


def test_the_journal_counts_what_was_edited_not_what_was_read(run, words, table, give, last_step):
    run(*words, *FILLED)
    assert give(edited(table(), "P14", "Task: Sew by machine", "5#2"))[0] == 0
    assert last_step().sentence == "1 task result recorded"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_spreadsheets_write_in_their_own_letters(ask, words, give, encoding):
    typed = "Kürzel\tEintrag\tGrund\tAufgabe: pin and baste\r\nP07\tL10\tBus zu spät\t5\r\n\r\n"
    assert give(typed.encode(encoding))[0] == 0
    row = next(row for row in ask(*words)["marks"] if row["code"] == "P07")
    assert (row["text"], row["reason"], row["results"][1]["level"]) == ("L10", "Bus zu spät", 5)


def test_a_row_with_w_adds_somebody_and_options_may_add_more(ask, words, give):
    assert give("code\tmark\tparticipation\nP21\tW\t2\n", "--set", "P07=P")[0] == 0
    rows = {row["code"]: row for row in ask(*words)["marks"]}
    assert (rows["P21"]["status"], rows["P21"]["participation"], rows["P07"]["status"]) == ("W", 2, "P")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "There is nothing to record."),
        ("Code\tMark\n", "There is nothing to record."),
        ("Mark\nP\n", "The table needs a column “Code”."),
        ("Code\tColour\nP07\tred\n", "The column “Colour” is not known. Columns are Code, Name, Mark"),
        ("Code\tMark\tEintrag\nP07\tP\tA\n", "The column “Eintrag” is there twice."),
        ("Code\tMark\nP07\tP\n\tA\n", "Line 3 has no code"),
        ("Code\tMark\nP07\tP\tA\n", "Line 2 has more cells than there are columns."),
        ("Code\tMark\nP07\tP\np07\tA\n", "P07 is named twice."),
        ("Code\tMark\nP07\tQ\n", "P07, mark “Q”: “Q” is not a mark"),
        ("Code\tMark\nP77\tP\n", "P77, mark “P”: There is nobody with the code P77."),
        (f"Code\tReason\nP07\t{'too long ' * 12_000}\n", "P07, mark “too long"),
        ("Code\tTold on\nP07\t10/26/2026\n", "“10/26/2026” is not a day like 2026-11-16."),
        ("Code\tMood after\nP14\t6\n", "P14, mood after “6”: This is a number from 1 to 5"),
        ("Code\tTask: Knit\nP14\t6\n", "P14, task “Knit”, “6”: There is no such task."),
        ("Code\tName\tMark\nP07\tOlena Hrytsenko\tP\n", "P07 is Rima Haddadin, but the table says"),
        (f"Code\tReason\nP07\t{'x' * 100_000}\n", "The reason may have up to 200 letters"),
        (f"Code\tReason\nP07\t{'x' * 200_000}\n", "This is no table with tabs."),
        ('Code\tReason\nP07\t"bus\nP12\tlate\n', "This is no table with tabs."),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "This is no table with tabs."),
        (b"x" * 4_000_001, "The table is too large for a register."),
    ],
)
def test_a_wrong_table_is_one_sentence_and_changes_nothing(ask, words, give, typed, told):
    before = ask(*words)
    code, out, err = give(typed, "--set", "P12=P")
    assert (code, out, len(err.splitlines())) == (3, "", 1)
    assert told in err
    assert ask(*words) == before


def test_a_table_and_an_option_may_not_say_the_same_thing_twice(give):
    code, _out, err = give("Code\tMark\nP07\tP\n", "--set", "P07=A")
    assert (code, err) == (3, "P07, mark “P”: This is said twice.\n")


def test_a_file_that_is_not_there_is_named(run, words, tmp_path):
    code, _out, err = run(*words, "--from", tmp_path / "none.tsv")
    assert (code, err) == (3, "The file “none.tsv” cannot be read.\n")


def test_json_and_a_table_are_not_asked_for_together(run, words):
    assert run(*words, "--json", "--tsv")[0] == 2
