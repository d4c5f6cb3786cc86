"""The week by keyboard alone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from groupwork.domain.sessions import SessionStatus
from groupwork.operations import sessions
from groupwork.ui.day.not_held import NotHeldForm
from groupwork.ui.focus import focused
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.views.schedule import ScheduleView
from tests.ui.day_centre import MONDAY
from tests.ui.week_centre import TUESDAY, block_of, grid_of, when

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def view(show, gate):
    shown = show(ScheduleView, Place("schedule", date=MONDAY))
    gate.changed.connect(shown.follow)
    shown.first_focus().setFocus()
    return shown


@pytest.fixture
def press(qtbot):
    def keys(*keys, held=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key, held)

    return keys


def test_tab_stops_once_in_the_grid_at_what_runs_now(view, centre):
    stops = [
        block.session
        for block in grid_of(view).blocks.values()
        if block.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [centre.sessions["wood"]]
    assert block_of(view, centre, "wood").hasFocus()


def test_arrows_walk_over_blocks_and_empty_hours(view, centre, press):
    press(Qt.Key.Key_Down)
    assert focused(view) is grid_of(view).caret
    assert "11:45" in grid_of(view).caret.accessibleName()
    press(Qt.Key.Key_Down)
    assert block_of(view, centre, "clay").hasFocus()
    press(Qt.Key.Key_Right)
    assert grid_of(view).caret.slot.day == TUESDAY
    press(Qt.Key.Key_Left, Qt.Key.Key_End)
    assert block_of(view, centre, "talk").hasFocus()
    press(Qt.Key.Key_Home)
    assert block_of(view, centre, "wood").hasFocus()


def test_past_the_week_the_next_one_comes(view, press):
    press(*[Qt.Key.Key_Right] * 5)
    assert view.page.date == MONDAY + timedelta(days=7)
    assert grid_of(view).shown.days[0] == MONDAY + timedelta(days=7)
    assert focused(view) is grid_of(view).caret
    press(Qt.Key.Key_Left)
    assert view.page.date == MONDAY + timedelta(days=4)


def test_pages_move_the_week_and_ctrl_t_comes_back(view, press):
    press(Qt.Key.Key_PageDown)
    assert view.page.date == MONDAY + timedelta(days=7)
    assert focused(grid_of(view)) is not None
    press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert view.page.date == MONDAY - timedelta(days=7)
    press(Qt.Key.Key_T, held=CTRL)
    assert view.page.date == MONDAY


def test_enter_opens_the_register_and_space_shows_the_session(view, centre, places, press):
    press(Qt.Key.Key_Space)
    assert view.page.panel.detail.session == centre.sessions["wood"]
    press(Qt.Key.Key_Return)
    assert places == [Place("register", session=centre.sessions["wood"])]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_N])
def test_at_an_empty_time_a_session_is_planned(view, key, press):
    press(Qt.Key.Key_Right, key)
    draft = view.page.panel.form.draft()
    assert (draft.date, f"{draft.start:%H:%M}", f"{draft.end:%H:%M}") == (TUESDAY, "09:45", "10:45")
    assert view.page.panel.form.first_field().hasFocus()
    press(Qt.Key.Key_Escape)
    assert focused(view) is grid_of(view).caret


def test_single_letters_can_be_switched_off(view, press):
    preferences.set_single_letter_keys(False)
    press(Qt.Key.Key_N)
    assert view.page.panel.empty
    press(Qt.Key.Key_N, held=CTRL)
    assert view.page.panel.form is not None


def test_alt_arrows_move_the_block_press_by_press_and_keep_the_focus(view, centre, press, gate):
    press(Qt.Key.Key_End)
    block = block_of(view, centre, "talk")
    press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right, held=ALT)
    assert when(centre, "talk") == (TUESDAY, "14:30", "15:30")
    assert block.hasFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, held=ALT | SHIFT)
    assert when(centre, "talk") == (TUESDAY, "14:30", "16:00")
    for _undo in range(5):
        gate.undo()
    assert when(centre, "talk") == (MONDAY, "15:00", "16:00")
    assert block.hasFocus()


def test_alt_right_on_friday_goes_to_the_next_monday(view, centre, press):
    press(Qt.Key.Key_End)
    press(*[Qt.Key.Key_Right] * 5, held=ALT)
    assert when(centre, "talk")[0] == MONDAY + timedelta(days=7)
    assert block_of(view, centre, "talk").hasFocus()
    assert view.page.date == MONDAY + timedelta(days=7)


def test_a_held_session_is_not_moved_to_another_day(view, centre, gate, press, qtbot):
    sessions.mark_held(centre.desk, centre.sessions["wood"])
    view.refresh()
    with qtbot.waitSignal(gate.refused) as said:
        press(Qt.Key.Key_Right, held=ALT)
    assert "was held" in said.args[0]


def test_copy_and_paste_at_another_time(view, centre, press):
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_C, held=CTRL)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_V, held=CTRL)
    (copy,) = sessions.sessions_between(centre.desk, TUESDAY, TUESDAY)
    assert (copy.title, f"{copy.start:%H:%M}") == ("Talk group", "15:00")
    assert focused(view) is grid_of(view).blocks[copy.id]
    press(Qt.Key.Key_D, held=CTRL)
    assert len(sessions.sessions_between(centre.desk, TUESDAY, TUESDAY + timedelta(days=1))) == 2


def test_delete_removes_a_one_off_that_is_nobodys_yet(view, centre, press, gate):
    press(Qt.Key.Key_End, Qt.Key.Key_Delete)
    assert centre.sessions["talk"] not in grid_of(view).blocks
    assert focused(grid_of(view)) is not None
    gate.undo()
    assert centre.sessions["talk"] in grid_of(view).blocks


def test_f2_and_e_open_the_form(view, centre, press):
    press(Qt.Key.Key_F2)
    assert view.page.panel.form.draft().session == centre.sessions["wood"]
    press(Qt.Key.Key_Escape, Qt.Key.Key_E)
    assert view.page.panel.form.draft().session == centre.sessions["wood"]


def test_the_panel_follows_the_keyboard_while_it_is_open(view, centre, press):
    press(Qt.Key.Key_Space, Qt.Key.Key_End)
    assert view.page.panel.detail.session == centre.sessions["talk"]
    assert block_of(view, centre, "talk").hasFocus()
    press(Qt.Key.Key_Escape)
    assert view.page.panel.empty
    assert block_of(view, centre, "talk").hasFocus()


def test_calling_off_a_groups_session_asks_why(view, centre, group_session, press):
    view.refresh()
    grid_of(view).go_to(grid_of(view).walk().of(group_session))
    press(Qt.Key.Key_Delete)
    form = view.page.panel.findChild(NotHeldForm)
    assert QApplication.focusWidget() is form._reason
    form._reason.setText("Kiln broken")
    press(Qt.Key.Key_Return)
    assert sessions.session(centre.desk, group_session).status is SessionStatus.NOT_HELD


def test_every_key_is_told(view):
    lines = view.keys()
    assert {line.keys for line in lines} >= {"Left  Right  Up  Down", "Alt+Left  Alt+Right", "Del", "Esc"}
