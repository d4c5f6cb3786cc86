"""register with all facts: each is set and read back, and one call is one step."""

import pytest

from groupwork.domain.ids import SessionId, StepId
from groupwork.operations import history, settings
from groupwork.operations import register as registers

SEWING = 227
"""Held on Tuesday; P07 and P12 are not recorded yet, P14 is present, P01 unwell. Four tasks."""
LATE = "Entered from paper"


def of(answer, code):
    return next(mark for mark in answer["marks"] if mark["code"] == code)


def result(answer, code, number):
    return of(answer, code)["results"][number - 1]


@pytest.fixture
def sewing(ask, file):
    """Show or record the sewing group's register; the answer is its JSON."""
    return lambda *words: ask("register", file, "--session", SEWING, *words)


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("6", ("done", 6, None, None, None)),
        ("4~#3@20", ("partly", 4, None, 3, 20)),
        ("5 #12", ("done", 5, None, 12, None)),
        ("done@15", ("done", None, None, None, 15)),
        ("Partly", ("partly", None, None, None, None)),
        ("0", ("not_done", None, None, None, None)),
        ("0:no_time", ("not_done", None, "no_time", None, None)),
        ("-", ("not_offered", None, None, None, None)),
    ],
)
def test_a_result_is_set_and_read_back(sewing, typed, fields):
    found = result(sewing("--set", "P07=P", "--task", f"P07:2={typed}"), "P07", 2)
    names = ("outcome", "level", "reason", "quantity", "minutes")
    assert tuple(found[name] for name in names) == fields
    assert (found["name"], found["last_level"]) == ("Pin and baste", 5)
    again = result(sewing("--task", f"P07:pin and BASTE={found['text']}"), "P07", 2)
    assert again == found
    assert result(sewing("--task", "P07:2=clear"), "P07", 2)["outcome"] is None


def test_taking_part_and_mood_are_set_and_taken_away(sewing):
    answer = sewing("--participation", "P14=2", "--mood-before", "P14=1", "--mood-after", "p14=5")
    assert [of(answer, "P14")[name] for name in ("participation", "mood_before", "mood_after")] == [2, 1, 5]
    answer = sewing("--mood-before", "P14=-", "--participation", "P14=clear")
    assert [of(answer, "P14")[name] for name in ("participation", "mood_before", "mood_after")] == [
        None,
        None,
        5,
    ]


def test_marks_carry_everything_that_was_said(sewing):
    said = "P01=X,told=2026-10-26,reason=dentist, at ten"
    answer = sewing("--set", said, "P07=P,arrived=13:10,left=14:20", "P12=H")
    cancelled, late = of(answer, "P01"), of(answer, "P07")
    assert (cancelled["text"], cancelled["told_at"]) == ("X", "2026-10-26")
    assert cancelled["reason"] == "dentist, at ten"
    assert (late["text"], late["arrived"], late["left"], late["counted_minutes"]) == (
        "L10E10",
        "13:10",
        "14:20",
        70,
    )


def test_a_task_is_added_and_used_in_the_same_call(sewing):
    answer = sewing("--add-task", "Sew on buttons", "--task", "P14:sew on buttons=6")
    assert [task["n"] for task in answer["tasks"]] == [1, 2, 3, 4, 5]
    assert answer["tasks"][4]["name"] == "Sew on buttons"
    assert result(answer, "P14", 5)["level"] == 6


@pytest.mark.parametrize("who", ["P21", "ivo"])
def test_somebody_known_drops_in_by_code_or_name_and_is_described(sewing, who):
    answer = sewing("--drop-in", who, "--participation", "P21=3", "--task", "P21:1=4")
    assert answer["marks"][-1]["code"] == "P21"
    assert (of(answer, "P21")["status"], of(answer, "P21")["participation"]) == ("W", 3)
    assert answer["totals"]["walk_ins"] == 1
    assert "P21" not in [mark["code"] for mark in sewing("--take-off", "P21")["marks"]]


def test_somebody_new_drops_in_by_name(sewing):
    added = sewing("--new-drop-in", "Maria Sol")["marks"][-1]
    assert (added["name"], added["status"]) == ("Maria Sol", "W")


def test_over_capacity_is_pointed_out_and_stored(run, file):
    crowd = [f"P{n:02}" for n in range(2, 12) if n != 7]
    code, out, err = run("register", file, "--session", SEWING, "--drop-in", *crowd)
    assert code == 0
    assert err == "12 people are here or still expected; there is room for 8.\n"
    assert "9 walk-ins" in out


def test_minutes_beyond_the_session_are_kept_and_pointed_out(run, ask, file):
    code, out, err = run("register", file, "--session", SEWING, "--set", "P07=P@300")
    told = "300 minutes were typed, longer than the session"
    assert (code, err) == (0, f"P07: {told}\n")
    assert told in " ".join(out.split())
    stored = of(ask("register", file, "--session", SEWING), "P07")
    assert (stored["minutes"], stored["counted_minutes"], stored["minutes_over"]) == (300, 90, True)


def test_the_session_is_called_off_and_opened_again_with_marks(ask, file):
    off = ask("register", file, "--session", 217, "--not-held", "Facilitator ill")
    assert (off["session"]["status"], off["session"]["reason"]) == ("not_held", "Facilitator ill")
    again = ask("register", file, "--session", 217, "--reopen", "--set", "P05=P")
    assert (again["session"]["status"], again["session"]["attended"]) == ("held", 1)
    assert ask("register", file, "--session", 229, "--held")["session"]["status"] == "held"


def test_the_line_for_next_time_reaches_the_next_session(sewing):
    assert sewing("--next-time", "Bring needles")["next_time"] == "Bring needles"
    assert sewing("--next-time", "")["next_time"] == ""


MIXED = (
    *("--set", "P07=L10", "P12=A:phoned", "--task", "P07:1=5", "P14:2=0:declined"),
    *("--participation", "P07=3", "--mood-after", "P07=4", "--add-task", "Sew on buttons"),
    *("--drop-in", "P21", "--next-time", "Bring needles"),
)


def test_everything_in_one_call_is_one_step_and_one_undo(sewing, opened, last_step):
    before = sewing()
    sewing(*MIXED)
    line = last_step()
    assert line.sentence.endswith("9 entries recorded")
    opened(lambda desk: history.undo(desk, StepId(line.step)))
    assert sewing() == before


def test_what_is_there_already_is_not_written_again(sewing, last_step):
    sewing(*MIXED)
    newest = last_step()
    sewing("--set", "P07=L10", "--task", "P07:1=5", "--participation", "P07=3")
    assert last_step() == newest


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--set", "P07=P", "P12=P"], "2 marks: present"),
        (["--participation", "P14=2"], "Taking part recorded for 1 person"),
        (["--mood-before", "P14=2", "--mood-after", "P14=3"], "Mood recorded for 1 person"),
        (["--task", "P14:1=2", "P14:2=2"], "2 task results recorded"),
        (["--drop-in", "P21"], "Ivo"),
    ],
)
def test_the_journal_says_what_kind_of_change_it_was(sewing, last_step, words, sentence):
    sewing(*words)
    assert sentence in last_step().sentence


def test_a_locked_register_takes_every_fact_with_a_reason(run, ask, file, opened):
    opened(lambda desk: settings.set_setting(desk, "lock_days", 1))
    old = opened(lambda desk: registers.register(desk, SessionId(189)))
    code = old.rows[0].code
    words = ("register", file, "--session", 189, "--participation", f"{code}=1")
    refused = run(*words)
    assert refused[0] == 3
    assert "Say why with --reason." in refused[2]
    answer = ask(*words, "--reason", LATE)
    assert of(answer, code)["participation"] == 1
    assert answer["late_changes"][-1]["reason"] == LATE


def test_a_volunteer_records_results_and_mood(run, file, monkeypatch):
    monkeypatch.setenv("GROUPWORK_PASSPHRASE", "topf nadel ball ruhe")
    words = ("register", file, "--session", SEWING, "--as", "Greta")
    assert run(*words, "--task", "P14:1=5", "--mood-after", "P14=4")[0] == 0


def test_lines_hold_every_fact_in_a_hundred_columns(run, file):
    _code, out, _err = run("register", file, "--session", SEWING, *MIXED)
    whole = " ".join(out.split())
    for said in (
        "Tasks: 1 Cut to the pattern · 2 Pin",
        "P07 L10 Rima Haddadin (late 10 min) · 80 min",
        "taking part: 3 of 4, mostly · mood after: 4 of 5, good",
        "1: set-up, last time prompting · 2: not recorded, last time set-up",
        "2: not done: declined, last time prompting",
        "P12 A Nguyễn Thị Bích Lụa (absent, no word: phoned)",
        "Totals: 2 of 4 came · 1 walk-in · 1 absent, no word · 1 unwell ·",
        "For next time: Bring needles",
    ):
        assert said in whole
    assert max(map(len, out.splitlines())) <= 100


def test_german_says_the_same(run, file):
    german = ("register", file, "--session", SEWING, "--language", "de")
    code, out, _err = run(*german, "--set", "P07=L10", "--task", "P07:1=0:declined", "--mood-after", "P07=4")
    assert code == 0
    assert "Stimmung nachher: 4 von 5, gut" in out
    assert "1: nicht erledigt: abgelehnt" in out
    code, _out, err = run(*german, "--participation", "P14=9")
    assert (code, err) == (
        3,
        "P14, Mitarbeit „9“: Möglich ist eine Zahl von 0 bis 4, oder - für nicht erfasst.\n",
    )


def test_the_answer_carries_totals_and_what_was_said_last_time(sewing):
    answer = sewing()
    totals = answer["totals"]
    assert (totals["came"], totals["expected"], totals["others"]) == (1, 4, {"U": 1, "-": 2})
    assert totals["tasks"][3] == {"task": answer["tasks"][3]["id"], "done": 0, "of": 1}
    assert totals["rates"]["available"] == {"n": 1, "of": 2, "percent": 50.0}
    assert answer["said_last_time"]["words"] == "Sew the hems; second machine needs oil."
    assert set(of(answer, "P14")) >= {"text", "arrived", "left", "absence", "minutes_over", "planned"}
