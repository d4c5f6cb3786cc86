"""The register and other days: reasons and times of marks, as last session, the lock and its reason."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.mood import Moment
from groupwork.operations import attendance, settings
from groupwork.operations.register import register
from groupwork.ui.gate import Gate
from groupwork.ui.place import Place
from groupwork.ui.views.register import RegisterView
from tests.builders import MONDAY, a_group, a_session, an_activity, on

Key = Qt.Key
WEEK = timedelta(days=7)


@pytest.fixture
def centre(file):
    """A group of four with a session three weeks ago, one last week and one today, 09:45–11:45."""
    group = a_group(file.desk("en"), with_people=4)
    days = (MONDAY - 3 * WEEK, MONDAY - WEEK, MONDAY)
    return group, [a_session(file.desk("en"), group, day=day) for day in days]


def page(qtbot, file, session):
    gate, gone = Gate(file), []
    gate.begin_day()
    view = RegisterView(gate, gone.append)
    qtbot.addWidget(view)
    view.gone = gone
    view.resize(1170, 700)
    gate.changed.connect(view.follow)
    gate.refused.connect(view.refused)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.show_place(Place("register", MONDAY, session))
    view.table.setFocus()
    gate._timer.stop()
    return view


@pytest.fixture
def view(qtbot, file, centre):
    return page(qtbot, file, centre[1][2])


def press(view, *keys, held=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or view, key, held)


def mark(view, row=0):
    return view.model.row(row).mark


def test_a_reason_follows_the_mark_just_made_by_one_key(view):
    press(view, "x", ",", *"dentist", Key.Key_Return)
    assert mark(view) == Mark(Status.CANCELLED, reason="dentist")
    assert view.table.hasFocus()
    assert view.table.standing()[0] == 1
    press(view, "p")
    assert mark(view, 1).status is Status.PRESENT
    assert "dentist" in view.model.data(view.model.index(0, 0))


def test_told_in_advance_and_the_centres_own_reasons(view):
    settings.set_setting(view.gate.desk(), "absence_reasons", ["Physio", "Court"])
    press(view, "x", ",")
    bar = view.over_time.details
    assert [button.text() for button in bar.suggestions] == ["Physio", "Court"]
    bar.told.setText("05/10/2026")
    bar.suggestions[0].click()
    assert mark(view) == Mark(Status.CANCELLED, reason="Physio", told_at=(MONDAY - WEEK))


def test_the_choosing_range_takes_one_reason_in_one_step(view):
    press(view, "u", "u", "u")
    view.table.go(0, 2)
    press(view, Key.Key_Down, Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    steps = len(view.gate.file.store.journal.undoable(1))
    press(view, ",", *"flu", Key.Key_Return)
    assert [mark(view, n).reason for n in range(4)] == ["flu", "flu", "flu", ""]
    assert len(view.gate.file.store.journal.undoable(1)) == steps + 1


@pytest.mark.parametrize(
    ("keys", "late", "early"),
    [
        ("l1005", 20, None),
        ("l10:05", 20, None),
        ("e1130", None, 15),
        ("l1000e1130", 15, 15),
        ("l0940", None, None),
    ],
)
def test_four_digits_are_a_time(view, keys, late, early):
    press(view, *keys, Key.Key_Return)
    assert mark(view) == Mark(Status.PRESENT, late_min=late, early_min=early)


def test_a_fourth_digit_that_is_no_time_is_ignored(view):
    press(view, *"l1099", Key.Key_Return)
    assert mark(view).late_min == 109


def test_arrived_and_left_in_the_bar_and_back_again(view):
    press(view, "p", ",")
    bar = view.over_time.details
    bar.arrived.setText("1005")
    bar.left.setText("half past")
    bar.save_button.click()
    assert "not a time" in bar.refusal.text()
    bar.left.setText("11.30")
    bar.save_button.click()
    assert (mark(view).late_min, mark(view).early_min) == (20, 15)
    view.table.go(0, 2)
    press(view, ",")
    assert (bar.arrived.text(), bar.left.text()) == ("10:05", "11:30")
    bar.arrived.setText("")
    bar.save_button.click()
    assert (mark(view).late_min, mark(view).early_min) == (None, 15)


def test_a_very_long_reason_is_refused_in_place_and_stays_typed(view):
    press(view, "a", ",")
    bar = view.over_time.details
    bar.reason.setText("x" * 100_000)
    bar.save_button.click()
    assert "100000" in bar.refusal.text()
    assert len(bar.reason.text()) == 100_000
    press(view, Key.Key_Escape)
    assert (mark(view).reason, bar.isHidden()) == ("", True)


def test_a_blank_has_no_details(view):
    press(view, ",")
    assert view.over_time.details.isHidden()
    assert "Set the mark first" in view.strip.sentence()


def test_blanks_as_in_the_session_before_after_a_preview(view, file, centre):
    group, sessions = centre
    people = group.people
    then = {people[0]: Mark(Status.PRESENT), people[1]: Mark(Status.HOSPITAL), people[2]: Mark(Status.ABSENT)}
    attendance.record_marks(on(file.desk("en"), MONDAY - WEEK), sessions[1], then)
    press(view, Key.Key_Period, held=Qt.KeyboardModifier.ControlModifier)
    words = view.over_time.like.text()
    assert "As on Mon 5 Oct: 1 hospital, 1 present." in words
    assert "Still blank: Björn Thielecke, Moira Tattersley." in words
    assert all(row.mark.status is None for row in view.model.register.rows)
    press(view, Key.Key_Return)
    assert sorted(str(row.mark.status) for row in view.model.register.rows) == ["H", "None", "None", "P"]
    view.gate.undo()
    assert all(row.mark.status is None for row in view.model.register.rows)


def test_all_present_is_offered_first_where_it_is_usual(qtbot, file):
    group = a_group(file.desk("en"), all_present=True)
    view = page(qtbot, file, a_session(file.desk("en"), group))
    assert view.head.blanks_button.kind == "primary"
    assert "All present is usual here" in view.strip.sentence()
    assert all(row.mark.status is None for row in view.model.register.rows)
    press(view, "p")
    assert view.head.blanks_button.kind == "soft"


@pytest.fixture
def old(qtbot, file, centre):
    settings.set_setting(file.desk("en"), "lock_days", 14)
    return page(qtbot, file, centre[1][0])


def test_a_locked_register_asks_why_once_and_does_what_was_typed(old, file, centre):
    assert "Locked since" in old.over_time.lock.text()
    press(old, "p")
    assert mark(old).status is None
    assert old.over_time.why.isVisible()
    assert QApplication.focusWidget() is old.over_time.why.edit
    press(old, *"paper", Key.Key_Return)
    assert mark(old).status is Status.PRESENT
    assert old.table.hasFocus()
    assert "by Hanna: paper" in old.over_time.lock.text()
    old.table.go(1, 2)
    press(old, "a")
    assert mark(old, 1).status is Status.ABSENT
    assert len(register(file.desk("en"), centre[1][0]).lock.changes) == 1


def test_giving_up_the_reason_changes_nothing(old):
    press(old, "p", Key.Key_Escape)
    assert mark(old).status is None
    assert old.over_time.why.isHidden()
    assert "Nothing was changed" in old.strip.sentence()


def test_a_pasted_block_waits_for_its_reason_too(old):
    QGuiApplication.clipboard().setText("P\nA\nU")
    press(old, Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    old.over_time.why.suggestions[0].click()
    assert [mark(old, n).status for n in range(3)] == [Status.PRESENT, Status.ABSENT, Status.UNWELL]
    old.gate.undo()
    assert all(row.mark.status is None for row in old.model.register.rows)
    assert not old.model.register.lock.changes


def test_a_long_reason_for_a_late_change_is_refused_in_place(old):
    press(old, "p")
    old.over_time.why.edit.setText("x" * 100_000)
    old.over_time.why.save_button.click()
    assert "100000" in old.over_time.why.refusal.text()
    assert mark(old).status is None


def test_the_block_of_the_group_is_one_key_away(view, centre):
    press(view, Key.Key_F6)
    place = view.gone[-1]
    assert (place.page, place.group, place.session) == ("block", centre[0].id, centre[1][2])


def test_who_may_not_see_the_records_has_no_way_to_the_block(view):
    before = len(view.gone)
    assert any(
        each and each.words == "All dates of the group" for each in view.over_time.entries(writable=False)
    )
    view.over_time.opens_block = False
    assert view.over_time.entries(writable=False) == []
    press(view, Key.Key_F6)
    assert len(view.gone) == before


def test_a_register_changed_meanwhile_shows_it_and_keeps_what_is_typed(view, file, centre):
    group, sessions = centre
    press(view, "p", "l", "5")
    done = attendance.record_mark(file.desk("en"), sessions[2], group.people[3], Mark(Status.UNWELL))
    view.follow(done)
    assert [row.mark.late_min for row in view.model.register.rows].count(5) == 1
    assert Status.UNWELL in [row.mark.status for row in view.model.register.rows]
    view.gate.undo()
    view.gate.undo()
    assert mark(view).status is Status.PRESENT


def test_faces_of_a_locked_register_ask_staff_first_why(qtbot, file):
    desk = file.desk("en")
    group = a_group(desk, with_people=2, activity=an_activity(desk, "Relaxation", records_mood=True))
    session = a_session(desk, group, day=MONDAY - 3 * WEEK)
    attendance.record_mark(desk, session, group.people[0], Mark(Status.PRESENT))
    settings.set_setting(desk, "lock_days", 14)
    view, asked = page(qtbot, file, session), []
    view.gate.faces_wanted.connect(asked.append)
    view._more_menu._faces.for_one(0, Moment.AFTER)
    assert (asked, view.over_time.why.isVisible()) == ([], True)
    view.over_time.why.given.emit("Entered from paper")
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert register(desk, session).lock.reason_given
    view._more_menu._faces.for_one(0, Moment.BEFORE)
    assert len(asked) == 2
