"""The history page: grouped by day, read in portions, Undo at each step, refused in place."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt

from groupwork.operations import settings
from groupwork.operations.history import HistoryLine
from groupwork.ui.models.history import PORTION, HistoryPages
from groupwork.ui.place import Place
from groupwork.ui.views.history import HistoryRow
from groupwork.ui.widgets.button import Button


@pytest.fixture
def view(shell):
    shell.gate.do(settings.set_setting, "paper", "Letter")
    shell.go(Place("history"))
    return shell.view


def undo_buttons(view):
    return [b for row in view._rows for b in row.findChildren(Button)]


def a_line(step, day):
    return HistoryLine(
        step, datetime.combine(date(2026, 10, day), time(9, 52)), "Hanna", f"step {step}", True, False
    )


def test_lines_are_grouped_by_day_and_read_in_portions():
    stock = [a_line(n, 12 if n > 60 else 11) for n in range(120, 0, -1)]

    def read(before, limit):
        return tuple(line for line in stock if before is None or line.step < before)[:limit]

    pages = HistoryPages(read)
    pages.load()
    assert len(pages.lines) == PORTION
    assert pages.more
    pages.load_more()
    pages.load_more()
    assert [len(day.lines) for day in pages.days()] == [60, 60]
    assert not pages.more
    pages.load()
    assert len(pages.lines) == 120


def test_the_newest_step_stands_first_with_undo(qtbot, view, centre):
    button = undo_buttons(view)[0]
    assert button.accessibleName().startswith("Undo: ")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert settings.centre(centre.desk).paper == "A4"
    assert "Undone" in view._pages.lines[0].sentence


def test_an_undo_that_is_refused_says_why_at_its_step(qtbot, view, shell, centre):
    first = view._pages.lines[0].step
    shell.gate.do(settings.set_setting, "paper", "A4")
    older = next(row for row in view._rows if row.step == first)
    qtbot.mouseClick(older.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    again = next(row for row in view._rows if row.step == first)
    assert not again.refusal.isHidden()
    assert again.refusal.text()


def test_a_page_without_steps_says_so(shell, monkeypatch):
    from groupwork.operations import history

    monkeypatch.setattr(history, "history", lambda desk, before=None, limit=50, **views: ())
    shell.go(Place("history"))
    assert not shell.view.findChildren(HistoryRow)
    assert shell.view._more.isHidden()
