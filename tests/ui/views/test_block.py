"""The block page with real keys: marks down a date, ranges over dates, clipboard, lock, days, words."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.domain.attendance import Mark, Status
from groupwork.operations import attendance, sessions, settings
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.register.clip import Block as Cells
from groupwork.ui.theme import theme
from groupwork.ui.views.block import BlockView
from tests.builders import MONDAY, a_group, a_person, a_session, put
from tests.ui.test_register_paint import Painted

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WEEK = timedelta(days=7)


@pytest.fixture
def group(file):
    """Three people over five Mondays: one lost, one today, one ahead; somebody joins last week."""
    from groupwork.store import tables

    desk = file.desk("en")
    found = a_group(desk)
    run = [a_session(desk, found, day=MONDAY + n * WEEK) for n in (-3, -2, -1, 0, 1)]
    put(
        desk,
        tables.Membership(
            group=found.id, participant=a_person(desk, "Aaliyah Njoroge"), from_date=MONDAY - WEEK
        ),
    )
    sessions.mark_not_held(desk, run[1], "Boiler broken")
    return found


@pytest.fixture
def view(qtbot, file, group):
    gate, gone = Gate(file), []
    gate.begin_day()
    page = BlockView(gate, gone.append)
    qtbot.addWidget(page)
    page.gone = gone
    page.resize(1170, 640)
    gate.changed.connect(page.follow)
    gate.refused.connect(page.refused)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_place(Place("block", MONDAY, group=group.id))
    page.table.setFocus()
    gate._timer.stop()
    return page


def press(view, *keys, held=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or view.table, key, held)


def codes(view, column):
    cells = (view.model.cell(n, column) for n in range(view.model.rowCount()))
    return ["-" if cell is None else str(cell.mark.status or "") for cell in cells]


def steps(view):
    return len(view.gate.file.store.journal.undoable(1))


def test_the_cursor_stands_on_todays_first_blank_and_letters_go_down(view):
    assert view.table.standing() == (0, 3)
    press(view, *"pal5", Key.Key_Return)
    assert codes(view, 3) == ["P", "A", "P", ""]
    assert view.model.cell(2, 3).mark.late_min == 5
    assert (
        view.model.headerData(3, Qt.Orientation.Horizontal)
        == "Monday 12 October, attended 2 of 3, not recorded: 1"
    )
    assert "attended 1 of 1" in view.model.headerData(0, Qt.Orientation.Vertical)


def test_the_centre_s_own_colours_are_painted_at_once_and_taken_back(qtbot, view):
    press(view, "p")
    QApplication.processEvents()
    before = view.table.grab().toImage()
    for change in (
        lambda: view.gate.write(settings.set_setting, "statuses", {"en": {"P": {"colour": "violet"}}}),
        view.gate.undo,
    ):
        painted = Painted(view.table.viewport())
        change()
        cell = view.table.visualRect(view.model.index(0, 3))
        qtbot.waitUntil(lambda seen=painted, at=cell: seen.region.contains(at), timeout=1000)
        same = view.table.grab().toImage() == before
        assert same is (view.model.signs.colour("P") == "green")


def test_a_range_over_dates_is_one_step_and_leaves_out_what_is_not_there(view):
    view.table.choose(Cells(0, 0, 4, 4))
    before = steps(view)
    press(view, "p")
    assert steps(view) == before + 1
    new = next(n for n in range(4) if view.model.row(n).name.called == "Aaliyah")
    for column, present in ((0, 3), (1, 0), (2, 4), (3, 4)):
        assert codes(view, column).count("P") == present
        assert codes(view, column)[new] == ("-" if column < 2 else "P")
    view.gate.undo()
    assert codes(view, 0).count("P") == 0


def test_outside_a_membership_nothing_can_be_typed(view):
    row = next(n for n in range(4) if view.model.cell(n, 0) is None)
    view.table.go(row, 0)
    press(view, "p")
    assert "not on that register" in view.strip.sentence()
    assert "not on this register" in view.model.data(view.model.index(row, 0))


def test_last_time_times_of_day_and_walk_over_the_lost_date(view):
    view.table.go(0, 2)
    press(view, "a")
    view.table.go(0, 3)
    press(view, ".")
    assert view.model.cell(0, 3).mark.status is Status.ABSENT
    press(view, *"l1005", Key.Key_Return)
    assert view.model.cell(1, 3).mark.late_min == 20


def test_the_future_takes_absences_and_refuses_attendance(view):
    view.table.go(0, 4)
    press(view, "h", "p")
    assert codes(view, 4)[0] == "H"
    assert "still ahead" in view.strip.sentence()


def test_clipboard_there_and_back_and_wrong_shapes(view):
    view.table.choose(Cells(0, 2, 2, 2))
    before = steps(view)
    QGuiApplication.clipboard().setText("P\tA\nL10\tU")
    press(view, Key.Key_V, held=CONTROL)
    assert steps(view) == before + 1
    press(view, Key.Key_C, held=CONTROL)
    assert QGuiApplication.clipboard().text() == "P\tA\nL10\tU"
    for text in ("P\tA\tU", "P\n\tA", "what", "P\n" * 30):
        QGuiApplication.clipboard().setText(text)
        press(view, Key.Key_V, held=CONTROL)
        assert "changed" in view.strip.sentence() or "mark" in view.strip.sentence()
    assert steps(view) == before + 1


def test_fills_blanks_and_reasons(view):
    view.table.go(0, 2)
    press(view, "u")
    view.table.choose(Cells(0, 2, 3, 2))
    press(view, Key.Key_D, held=CONTROL)
    assert codes(view, 2)[:3] == ["U", "U", "U"]
    view.table.choose(Cells(0, 2, 1, 2))
    press(view, Key.Key_R, held=CONTROL)
    assert codes(view, 3)[0] == "U"
    view.table.go(1, 3)
    press(view, "+")
    assert codes(view, 3) == ["U", "P", "P", "P"]
    view.table.go(0, 3)
    press(view, ",", *"flu", Key.Key_Return)
    assert view.model.cell(0, 3).mark.reason == "flu"
    assert "flu" in view.model.data(view.model.index(0, 3))


def test_locked_dates_ask_why_once_for_the_whole_gesture(view):
    settings.set_setting(view.gate.desk(), "lock_days", 3)
    view.refresh()
    assert "locked" in view.model.headerData(0, Qt.Orientation.Horizontal)
    view.table.choose(Cells(0, 0, 1, 4))
    press(view, "a")
    assert view.why.isVisible()
    press(view, *"paper", Key.Key_Return)
    assert [codes(view, n)[0] for n in (0, 2, 3)] == ["A", "A", "A"]
    view.gate.undo()
    assert [codes(view, n)[0] for n in (0, 2, 3)] == ["", "", ""]


def test_a_mark_repaints_its_cell_only(view, qtbot):
    view.model.record({(0, 3): Mark(Status.PRESENT)})
    qtbot.wait(60)  # what was still to be laid out
    painted = Painted(view.table.viewport())
    view.model.record({(2, 3): Mark(Status.PRESENT)})
    QApplication.processEvents()
    cell = view.table.visualRect(view.model.index(2, 3))
    assert not painted.region.isEmpty()
    assert painted.region.boundingRect().united(cell) == cell


def test_days_turn_and_a_date_opens_its_register(view):
    press(view, Key.Key_F6)
    assert view.gone[-1].page == "register"
    view._other_span(1)
    assert [day.date for day in view.model.block.dates] == [MONDAY - WEEK, MONDAY, MONDAY + WEEK]
    view._turn(-1)
    assert view.model.block.last < MONDAY.replace(day=1)
    view._turn(-1)
    assert view._faces.currentIndex() == 1
    assert view.first_focus() is view.head.back_button


def test_another_change_elsewhere_is_shown(view, group):
    attendance.record_mark(view.gate.desk(), view.model.day(3).session, group.people[0], Mark(Status.UNWELL))
    view.refresh()
    assert "U" in codes(view, 3)


def test_whoever_may_not_open_records_sees_why(view, monkeypatch):
    view.gate.file.role = "volunteer"
    view.refresh()
    assert view._faces.currentIndex() == 1
    assert view.first_focus() is view.head.back_button


@pytest.mark.parametrize("percent", [100, 200])
def test_names_and_dates_stand_still_at_any_size(view, percent):
    theme.set_percent(percent)
    view.resize(700, 400)
    QApplication.processEvents()
    view.table.go(3, 4)
    assert view.table.names.width() < view.table.width()
    assert view.table.viewport().rect().intersects(view.table.visualRect(view.table.currentIndex()))
