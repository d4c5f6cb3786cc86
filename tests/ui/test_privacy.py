"""Locking by itself by both clocks, and the blur that hides everything at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from groupwork.operations.register import register
from groupwork.ui.idle import SLEPT_SECONDS
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.views.unlock import UnlockView
from tests.builders import NAMES

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Clocks:
    """The wall's and the machine's clock of the idle lock, moved by hand."""

    def __init__(self, idle):
        self.idle, self.wall, self.machine = idle, 1e9, 0.0
        idle.wall, idle.machine = (lambda: self.wall), (lambda: self.machine)
        idle.touch()
        idle._looked = idle._touched

    def pass_by(self, seconds, *, wall=None):
        """Time passes, looked at as often as the timer does."""
        while seconds > 0:
            part = min(5.0, seconds)
            self.machine += part
            self.wall += part if wall is None else wall
            seconds -= part
            self.idle.look()

    def sleep(self, seconds):
        """The computer sleeps: only the wall's clock goes on."""
        self.wall += seconds


@pytest.fixture
def clocks(window, shell):
    return Clocks(window.privacy.idle)


def locked(window):
    return window.shell is None and isinstance(window.page(), UnlockView)


class TestIdle:
    def test_five_minutes_without_anybody_lock(self, window, clocks, centre):
        clocks.pass_by(299)
        assert not locked(window)
        clocks.pass_by(6)
        assert locked(window)
        assert centre.file.store.closed
        assert window.windowTitle() == "Groupwork"

    def test_a_key_or_a_movement_begins_anew(self, window, clocks):
        for touch in (
            lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift),
            lambda: QTest.mouseMove(window.windowHandle(), window.rect().center()),
        ):
            clocks.pass_by(280)
            touch()
            QApplication.processEvents()
        clocks.pass_by(280)
        assert not locked(window)

    @pytest.mark.parametrize(("minutes", "seconds"), [(1, 61), (60, 3601)])
    def test_the_time_is_this_machines_setting(self, window, clocks, minutes, seconds):
        preferences.set_lock_minutes(minutes)
        clocks.pass_by(seconds - 10)
        assert not locked(window)
        clocks.pass_by(15)
        assert locked(window)

    def test_never_is_never_but_after_a_sleep(self, window, clocks):
        preferences.set_lock_minutes(0)
        clocks.pass_by(7200)
        assert not locked(window)
        clocks.sleep(SLEPT_SECONDS + 1)
        clocks.idle.look()
        assert locked(window)

    def test_the_first_key_after_a_sleep_locks_and_does_not_count(self, window, clocks):
        clocks.sleep(600)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
        assert locked(window)

    def test_a_clock_set_back_does_not_keep_it_open(self, window, clocks):
        clocks.wall -= 86400
        clocks.pass_by(301, wall=0.0)
        assert locked(window)

    def test_a_suspended_application_locks(self, window, clocks):
        clocks.idle._state(Qt.ApplicationState.ApplicationSuspended)
        assert locked(window)

    def test_a_long_job_ends_first_behind_the_blur(self, window, shell, clocks, centre):
        shell.gate._job = "Printing"
        clocks.pass_by(305)
        assert not locked(window)
        assert window.privacy.on
        shell.gate._job = ""
        clocks.pass_by(5)
        assert locked(window)
        assert not window.privacy.on

    def test_nothing_to_lock_without_a_file(self, window, clocks):
        window.lock()
        page = window.page()
        clocks.pass_by(1000)
        assert window.page() is page
        assert not clocks.idle._timer.isActive()


def tree(interface):
    """Every word that a screen reader could come to below here, hidden branches left out."""
    words = []
    if interface is None or interface.state().invisible:
        return words
    words.append(interface.text(QAccessible.Text.Name))
    for number in range(interface.childCount()):
        words += tree(interface.child(number))
    return words


def seen(window):
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    named = [w.accessibleName() for w in window.findChildren(QWidget) if w.isVisible()]
    return " ".join(
        [*labels, *named, *tree(QAccessible.queryAccessibleInterface(window)), window.windowTitle()]
    )


@pytest.fixture
def named(window, shell, centre):
    """The register, with people's names on it."""
    shell.go(Place("register", shell.gate.today, centre.sessions["wood"]))
    QApplication.processEvents()
    return shell.view


class TestBlur:
    def test_nothing_of_anybody_is_left(self, qtbot, window, named, centre):
        assert "Hanna" in seen(window)
        assert "Kiefernbogen" in window.windowTitle()
        qtbot.keyClick(window, Qt.Key.Key_L, CTRL | SHIFT)
        assert window.privacy.on
        words = seen(window)
        for name in [*NAMES, "Hanna", "Kiefernbogen", "Wood"]:
            assert all(part not in words for part in name.split()), name
        assert "Privacy blur" in words
        assert window.windowTitle() == "Groupwork"
        assert not centre.file.store.closed
        assert register(centre.desk, centre.sessions["wood"]).rows

    def test_any_key_shows_it_again_with_the_focus_where_it_was(self, qtbot, window, named):
        window.activateWindow()
        before = QApplication.focusWidget()
        window.privacy.toggle()
        qtbot.keyClick(window.privacy.cover, Qt.Key.Key_Shift)
        assert window.privacy.on
        qtbot.keyClick(window.privacy.cover, Qt.Key.Key_Space)
        assert not window.privacy.on
        assert named.isVisible()
        assert QApplication.focusWidget() is before
        assert "Kiefernbogen" in window.windowTitle()

    def test_a_command_behind_it_only_shows_it(self, qtbot, window, shell, named):
        window.privacy.toggle()
        QTest.keyClick(window.privacy.cover, Qt.Key.Key_1, CTRL)
        assert shell.place.page == "register"
        assert not window.privacy.on

    def test_the_same_keys_and_the_mouse_end_it(self, qtbot, window, named):
        for end in (
            lambda: qtbot.keyClick(window, Qt.Key.Key_L, CTRL | SHIFT),
            lambda: qtbot.mouseClick(window.privacy.cover, Qt.MouseButton.LeftButton),
        ):
            window.privacy.toggle()
            end()
            assert not window.privacy.on

    def test_lock_works_behind_it(self, qtbot, window, named):
        window.privacy.toggle()
        qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
        assert locked(window)
        assert window.page().isVisible()

    def test_it_speaks_german(self, window, named):
        preferences.set_language("de")
        window.privacy.toggle()
        assert "Strg" in window.privacy.cover.accessibleName()
