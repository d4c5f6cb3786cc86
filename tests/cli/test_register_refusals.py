"""register refuses in one sentence with person, fact and what was typed, and nothing is written."""

import pytest

SEWING = 227
"""P07 and P12 are not recorded yet, P14 is present, P01 unwell; P03 is not on it. Four tasks."""
COMING, NOT_HELD = 244, 176


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--set", "P03=P"], "P03, mark “P”: Björn Thielecke is not on this register."),
        (["--set", "P07=Q"], "P07, mark “Q”: “Q” is not a mark"),
        (["--set", f"P07=A:{'x' * 100_000}"], "…”: The reason may have up to 200 letters"),
        (["--task", "P77:1=5"], "P77, task “1”, “5”: There is nobody with the code P77."),
        (["--task", "P03:1=5"], "Björn Thielecke is not on this register."),
        (["--task", "P14:9=5"], "P14, task “9”, “5”: There is no such task. This session has: 1 Cut"),
        (["--task", "P14:1=7"], "P14, task “1”, “7”: A result is a help level from 6 to 1"),
        (["--task", "P14:1=0:lazy"], "Reasons for “not done” are declined, unwell"),
        (["--task", "P14:1=-#3"], "A result is a help level"),
        (["--task", "P14:1=5#10000"], "This must be a whole number from 0 to 9999."),
        (["--task", "P01:1=5"], "P01, task “1”, “5”: Annegret Vossbeck is marked as not having"),
        (["--task", "P14:1=5", "P14:cut to the pattern=4"], "“4”: This is said twice."),
        (["--task", "P14=5"], "“P14=5” is not a result for a person and a task."),
        (["--participation", "P14=5"], "P14, taking part “5”: This is a number from 0 to 4"),
        (["--mood-before", "P14=0"], "P14, mood before “0”: This is a number from 1 to 5"),
        (["--mood-after", "P14"], "“P14” is not a number for a person."),
        (["--mood-after", "P14=2", "P14=3"], "P14, mood after “3”: This is said twice."),
        (["--add-task", "press and finish"], "New task “press and finish”: There is a task with this name"),
        (["--add-task", "x" * 121], "A task's name may have up to 120 letters."),
        (["--drop-in", "Nobody"], "Nobody is called “Nobody”."),
        (["--drop-in", "Ol"], "“Ol” may be P14 Olena Hrytsenko."),
        (["--drop-in", "P14"], "Olena Hrytsenko is already on this register."),
        (["--take-off", "P14"], "Olena Hrytsenko was expected here"),
        (["--not-held", " "], "Say why the session did not take place."),
        (["--next-time", "x" * 400], "The text is too long: 400 characters"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_written(run, ask, file, last_step, words, told):
    before = ask("register", file, "--session", SEWING)
    newest = last_step()
    good = [] if "--not-held" in words else ["--set", "P12=P"]
    code, out, err = run("register", file, "--session", SEWING, *good, *words)
    assert (code, out, len(err.splitlines())) == (3, "", 1)
    assert told in err
    assert ask("register", file, "--session", SEWING) == before
    assert last_step() == newest


@pytest.mark.parametrize(
    ("session", "words", "told"),
    [
        (COMING, ["--task", "P05:1=5"], "P05, task “1”, “5”: This session is still ahead"),
        (NOT_HELD, ["--participation", "P02=3"], "did not take place. Open it again"),
        (COMING, ["--held"], "still ahead"),
    ],
)
def test_the_session_itself_may_refuse(run, file, session, words, told):
    code, _out, err = run("register", file, "--session", session, *words)
    assert code == 3
    assert told in err


@pytest.mark.parametrize("more", [["--set", "P07=P"], ["--drop-in", "P21"], ["--held"]])
def test_not_held_goes_with_nothing_else(run, file, more):
    code, out, err = run("register", file, "--session", SEWING, "--not-held", "ill", *more)
    assert (code, out) == (2, "")
    assert "usage: groupwork register" in err
