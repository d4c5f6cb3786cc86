"""The window with a file open: rail, keys, notices, undo, day change, long jobs."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from groupwork.errors import Refused
from groupwork.operations import sessions, settings
from groupwork.operations.desk import Clock
from groupwork.ui import background
from groupwork.ui.machine_settings import MachineSettings
from groupwork.ui.machine_settings import load as load_settings
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme
from tests.ui.day_centre import MONDAY

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_the_rail_leads_with_keys_and_clicks(qtbot, window, shell):
    assert shell.place == Place("today", MONDAY)
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert shell.place.page == "schedule"
    qtbot.keyClick(window, Qt.Key.Key_9, CTRL)
    assert shell.place.page == "settings"
    qtbot.mouseClick(shell.rail._items["today"], Qt.MouseButton.LeftButton)
    assert shell.place.page == "today"
    assert shell.rail._items["today"].isChecked()


def test_back_returns_to_the_page_before(qtbot, window, shell):
    shell.go(Place("settings"))
    shell.go(Place("history"))
    assert shell.rail._items["settings"].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert shell.place.page == "settings"
    shell.back()
    assert shell.place.page == "today"
    shell.back()
    assert shell.place.page == "today"


def test_back_after_a_lock_leads_to_where_the_page_belongs(qtbot, window, centre):
    shell = window.show_file(centre.file, Place("history"))
    qtbot.mouseClick(shell.view._back, Qt.MouseButton.LeftButton)
    assert shell.place.page == "settings"
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert shell.place.page == "settings", "it belongs nowhere else"


def test_the_history_goes_back_to_the_page_one_came_from(qtbot, shell):
    shell.go(Place("groups"))
    shell.go(Place("history"))
    qtbot.mouseClick(shell.view._back, Qt.MouseButton.LeftButton)
    assert shell.place.page == "groups"


def test_open_registers_are_counted_on_today(shell):
    assert shell.rail._items["today"].accessibleName() == "Today, 1 register still open"


def test_a_change_is_saved_told_and_undone(qtbot, window, shell, centre):
    shell.gate.do(settings.set_setting, "paper", "Letter")
    assert settings.centre(centre.desk).paper == "Letter"
    assert shell.rail._words.text() == "Saved 09:52"
    assert shell.toast.isVisible()
    qtbot.mouseClick(shell.toast._undo, Qt.MouseButton.LeftButton)
    assert settings.centre(centre.desk).paper == "A4"
    assert shell.toast.text().startswith("Undone")
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert settings.centre(centre.desk).paper == "Letter"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert settings.centre(centre.desk).paper == "A4"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert settings.centre(centre.desk).paper == "Letter"


def test_a_refusal_changes_nothing_and_is_told(shell, centre):
    def refuse(desk):
        raise Refused("{who} is away.", who="João")

    assert shell.gate.do(refuse) is None
    assert shell.toast.text() == "João is away."
    assert not shell.toast._timer.isActive()


def test_a_bug_is_not_swallowed(shell):
    def broken(desk):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        shell.gate.do(broken)


def test_nothing_is_written_during_a_long_job(shell, monkeypatch):
    waiting, answers = [], []
    monkeypatch.setattr(background.pool, "start", waiting.append)
    shell.gate.long("Printing 12 sheets", lambda report: "done", answers.append)
    assert shell.gate.read_only
    assert shell.gate.do(settings.set_setting, "paper", "Letter") is None
    assert "Printing 12 sheets" in shell.toast.text()
    shell.jobs._appear()
    shell.gate.progressed.emit(3, 12)
    assert shell.jobs._count.text() == "3 of 12"
    waiting[0].execute()
    assert answers == ["done"]
    assert not shell.gate.read_only
    assert shell.jobs.isHidden()


def test_midnight_is_noticed(qtbot, shell, centre):
    centre.file.clock = Clock(centre.file.clock.now() + timedelta(days=1))
    with qtbot.waitSignal(shell.gate.day_changed):
        shell.gate.look_at_clock()
    assert "13 October" in shell.toast.text()
    with qtbot.assertNotEmitted(shell.gate.day_changed):
        shell.gate.look_at_clock()


def test_a_new_minute_is_told(qtbot, shell, centre):
    centre.file.clock = Clock(centre.file.clock.now() + timedelta(minutes=1))
    with qtbot.waitSignal(shell.gate.minute):
        shell.gate.look_at_clock()


def test_a_page_follows_what_it_shows(shell, centre, monkeypatch):
    seen = []
    monkeypatch.setattr(type(shell.view), "refresh", lambda view: seen.append(1))
    shell.gate.do(sessions.mark_not_held, centre.sessions["clay"], "Kiln broken")
    assert seen


def test_text_size_keys(qtbot, window):
    window.show_welcome()
    qtbot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert theme.percent == 110
    qtbot.keyClick(window, Qt.Key.Key_Minus, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert theme.percent == 90
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    assert theme.percent == 100


def test_large_text_makes_the_rail_slim(qtbot, window, shell):
    assert not shell.rail._slim
    preferences.set_text_percent(200)
    assert shell.rail._slim
    preferences.set_text_percent(100)
    assert not shell.rail._slim


def test_keys_are_shown_and_closed_again(qtbot, window, shell):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    overview = window._help
    assert overview.isVisible()
    qtbot.keyClick(overview, Qt.Key.Key_Escape)
    assert not overview.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Question)
    assert window._help.isVisible()
    window.show_keys()


def test_the_question_mark_can_be_switched_off(qtbot, window, shell):
    preferences.set_single_letter_keys(False)
    qtbot.keyClick(window, Qt.Key.Key_Question)
    assert window._help is None


def test_the_demo_names_its_day_and_passphrase(shell):
    shell._demo_passphrase = "kiefer bogen werk tag"
    shell._banner()
    assert "Monday 12 October 2026" in shell.top.banner.text()
    assert "kiefer bogen werk tag" in shell.top.banner.text()


def test_the_centres_new_name_is_in_the_rail(shell):
    shell.gate.do(settings.set_setting, "centre", "Werkhof")
    assert shell.rail._centre.text() == "Werkhof"


def test_the_windows_place_is_remembered(window):
    window.resize(1200, 700)
    window.close()
    assert load_settings().window[2:] == (1200, 700)


def test_broken_machine_settings_are_ignored():
    from groupwork import paths

    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text(
        '{"text_percent": "big", "palette": "dark", "window": [1, 2, 3, 4], "x": 1}'
    )
    assert load_settings() == MachineSettings(palette="dark", window=(1, 2, 3, 4))
    paths.settings_file().write_text("not json")
    assert load_settings() == MachineSettings()


def test_the_keys_overview_scrolls_by_keys(qtbot, window, shell):
    theme.set_percent(200)
    window.show_keys()
    bar = window._help._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(window._help._close, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(window._help._close, Qt.Key.Key_Home)
    assert bar.value() == 0
    window.show_keys()


def test_the_keys_overview_closes_when_the_page_behind_was_built_anew(qtbot, window, shell):
    window.show_keys()
    shell.gate.do(settings.set_setting, "paper", "Letter")
    shell.view.refresh()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.show_keys()
    assert not window._help or not window._help.isVisible()


def test_planning_from_today_puts_the_cursor_into_the_form(qtbot, window, shell):
    shell.go(Place("plan", date=MONDAY + timedelta(days=1)))
    qtbot.waitUntil(shell.view.page.panel.form.first_field().hasFocus)


@pytest.mark.parametrize(
    ("reason", "opened"),
    [(QContextMenuEvent.Reason.Mouse, False), (QContextMenuEvent.Reason.Keyboard, True)],
)
def test_a_right_click_beside_a_field_opens_nothing_the_menu_key_the_commands(window, shell, reason, opened):
    shell.go(Place("settings"))
    at = shell.view.mapToGlobal(QPoint(5, 5))
    QCoreApplication.sendEvent(shell.view, QContextMenuEvent(reason, QPoint(5, 5), at))
    menu = QApplication.activePopupWidget()
    assert (menu is not None) is opened
    if menu is not None:
        menu.close()


def test_a_notice_lies_over_the_keys_of_a_register_and_never_over_its_rows(window, shell, centre):
    window.resize(1366, 768)
    shell.go(Place("register", MONDAY, session=centre.sessions["wood"]))
    QCoreApplication.processEvents()
    shell.toast.say("Saved", undo=True)
    strip = shell.view.strip
    top = strip.mapTo(shell.toast.parentWidget(), QPoint(0, 0)).y()
    assert shell.toast.geometry().top() > top - theme.size(24)
    assert shell.toast.geometry().bottom() <= shell.toast.parentWidget().height()
