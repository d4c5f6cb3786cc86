"""followups: the shape other programs read, the lines people read, and who may."""

from groupwork.cli.opening import VARIABLE


def away(ask, file):
    """The two that are over; the whole list has them and the open one."""
    listed = ask("followups", file, "--all")["follow_ups"]
    return [each for each in listed if each["status"] == "closed"]


def test_on_the_demos_day_one_is_open_that_somebody_opened(ask, run, file):
    (found,) = ask("followups", file)["follow_ups"]
    assert (found["code"], found["status"], found["days"], found["groups"]) == ("P06", "open", 0, [])
    code, out, err = run("followups", file)
    assert (code, err) == (0, "")
    assert out.startswith("P06   Yousef al-Kharrat  opened Tue 27 Oct\n")


def test_a_follow_up_says_who_since_when_and_in_which_groups(ask, file):
    wenbo, bjorn = away(ask, file)
    assert (wenbo["code"], bjorn["code"]) == ("P11", "P03")
    assert (bjorn["since"], bjorn["opened"], bjorn["days"]) == ("2026-09-28", "2026-10-05", 5)
    assert bjorn["groups"] == ["Wood workshop", "Work skills and applications"]
    assert (bjorn["status"], bjorn["outcome"], bjorn["closed"]) == ("closed", "ended", "2026-10-16")
    assert bjorn["responsible"] == "Leyla Demirtaş"
    assert bjorn["calls"][0]["at"].startswith("2026-10-05T")


def test_it_opens_with_marks_from_the_command_line(ask, run, file):
    listed = ask("schedule", file, "--from", "2026-10-20", "--to", "2026-10-27")["sessions"]
    names = {'Renovation project "Garden Room"', "Making music", "Second-hand shop shift"}
    for session in listed:
        if session["title"] in names:
            assert run("register", file, "--session", session["id"], "--set", "P16=A")[0] == 0
    found = next(each for each in ask("followups", file)["follow_ups"] if each["code"] == "P16")
    assert (found["status"], found["next"]) == ("open", None)
    assert (found["since"], found["days"], len(found["groups"])) == ("2026-10-20", 4, 3)


def test_lines_for_people_tell_the_whole_story(run, file):
    code, out, err = run("followups", file, "--all")
    assert (code, err) == (0, "")
    assert "P03   Björn Thielecke  since Mon 28 Sep, absent on 5 days" in out
    assert "Tomasz Wilkowski: telephone, not reached: Mailbox off." in out
    assert "closed on Fri 16 Oct: stay ended" in out


def test_a_volunteer_is_refused_in_words(run, file, monkeypatch):
    monkeypatch.setenv(VARIABLE, "topf nadel ball ruhe")
    code, out, err = run("followups", file, "--as", "greta")
    assert (code, out) == (3, "")
    assert "people's records" in err
