"""Commands and window tell the same about one file: counts, marks, names, sheets."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from groupwork.cli import shapes
from groupwork.ui.day.session_row import SessionRow
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from tests.journeys.keyboard import press

ROUND = 217
ROWS = Qt.Orientation.Vertical
TYPED = ("P05=L10", "P08=U", "P09=L10E5", "P12=A", "P10=P@20")


@pytest.fixture
def monday(ask, demo_file):
    """The day of the round, which moves with the machine's week."""
    return ask("register", demo_file, "--session", ROUND)["session"]["date"]


def list_of_day(window, day, monkeypatch):
    """What the schedule's rows say, by session."""
    monkeypatch.setattr(preferences, "values", replace(preferences.values, schedule="day"))
    window.shell.go(Place("schedule", date=date.fromisoformat(day)))
    return {row.session.id: row.accessibleName() for row in window.shell.view.findChildren(SessionRow)}


def blocks_of_day(window, day, monkeypatch):
    """What the week's blocks of a day say, by session, in the order of time."""
    monkeypatch.setattr(preferences, "values", replace(preferences.values, schedule="week"))
    window.shell.go(Place("schedule", date=date.fromisoformat(day)))
    facts = window.shell.view.page.grid.shown.facts
    return {f.session.id: f.spoken() for f in facts if f.session.date.isoformat() == day}


def grid(window, session):
    """The register as its cells speak: code → (name, the mark's facts, words of the mark)."""
    window.shell.go(Place("register", session=session))
    model = window.shell.view.model
    mark = model.place(Kind.MARK)
    return {
        model.row(n).code: (
            model.headerData(n, ROWS),
            facts(shapes.mark(model.row(n).mark)),
            model.data(model.index(n, mark)),
        )
        for n in range(model.rowCount())
    }


def facts(mark):
    """Status and minutes of a mark as the command writes them."""
    return tuple(mark[field] for field in ("status", "late_min", "early_min", "minutes"))


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("read", [list_of_day, blocks_of_day])
def test_schedule_and_what_is_shown_agree(ask, demo_file, monday, open_window, read, monkeypatch):
    told = ask("schedule", demo_file, "--from", monday, "--to", monday)["sessions"]
    shown = read(open_window(demo_file), monday, monkeypatch)
    assert list(shown) == [session["id"] for session in told]
    for session in told:
        words = shown[session["id"]]
        assert f"{session['start']}–{session['end']}" in words
        assert session["title"] in words
        assert session["room"] in words
        assert all(person["name"] in words for person in session["facilitators"])
        if session["status"] == "held":
            assert f"{session['attended']} of {session['on_register']} came" in words
        else:
            assert f"{session['expected']} expected" in words


def test_marks_of_the_command_stand_in_the_grid(ask, demo_file, open_window):
    told = ask("register", demo_file, "--session", ROUND, "--set", *TYPED)
    window = open_window(demo_file)
    shown = grid(window, ROUND)
    assert list(shown) == [mark["code"] for mark in told["marks"]]
    for mark in told["marks"]:
        assert shown[mark["code"]][:2] == (mark["name"], facts(mark))
    assert shown["P05"][1] == ("P", 10, None, None)
    assert shown["P09"][1] == ("P", 10, 5, None)
    assert shown["P10"][1] == ("P", None, None, 20)
    assert [shown[code][1][0] for code in ("P08", "P12", "P13")] == ["U", "A", None]
    assert "late 10 min" in shown["P05"][2]
    session = told["session"]
    assert f"{session['attended']}/14" in window.shell.view.card.totals.accessibleDescription()


def test_keys_in_the_grid_are_what_the_command_reads(ask, demo_file, open_window):
    window = open_window(demo_file)
    before = grid(window, ROUND)
    window.shell.view.table.setFocus()
    press(window, "p", "a", "l", "7")
    window.close()
    told = {mark["code"]: mark for mark in ask("register", demo_file, "--session", ROUND)["marks"]}
    first = [facts(told[code])[:2] for code in list(before)[:3]]
    assert first == [("P", None), ("A", None), ("P", 7)]


def test_the_sheet_of_the_command_is_the_sheet_of_the_window(ask, demo_file, tmp_path, open_window):
    ask("register", demo_file, "--session", ROUND, "--set", *TYPED)
    out = tmp_path / "paper"
    (saved,) = ask("sheets", demo_file, "--kind", "register", "--session", ROUND, "--out", out)["sheets"]
    paper = text_of(saved["file"])
    window = open_window(demo_file)
    names = [name for name, _typed, _words in grid(window, ROUND).values()]
    window.shell.go(Place("preview", session=ROUND))
    preview = window.shell.view._text.toPlainText()
    assert len(names) == 14
    for name in names:
        assert name.split()[-1] in paper
        assert name.split()[-1] in preview
    assert window.shell.view._document.pageCount() == saved["pages"]
    assert "not for scanning" in paper
    assert "not for scanning" in preview


def test_what_is_open_on_today_is_open_for_the_command(ask, demo_file, monday, open_window):
    wednesday = date.fromordinal(date.fromisoformat(monday).toordinal() + 2).isoformat()
    told = ask("schedule", demo_file, "--from", "2000-01-01", "--to", wednesday)["sessions"]
    window = open_window(demo_file)
    today = window.shell.view._page
    past = [s for s in told if s["status"] != "not_held" and s["date"] < wednesday]
    missing = [s["id"] for s in past if s["recorded"] < s["on_register"]]
    assert [session.id for session in today.open_registers] == missing
    day = [s["id"] for s in told if s["date"] == wednesday]
    assert sorted(s.id for s in today.day.sessions) == sorted(day)
