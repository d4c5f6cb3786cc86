"""The way back from the page of faces: by staff, by holding on, and to the window as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from groupwork.operations.sessions import mark_not_held
from groupwork.ui.preferences import preferences
from tests.ui.day_centre import PASSPHRASE
from tests.ui.faces_centre import everyone

Key = Qt.Key


class TestLeaving:
    def test_a_short_escape_is_not_enough_and_a_long_one_is(self, window, page, qtbot):
        QTest.keyClick(page, Key.Key_Escape)
        assert window.privacy.faces.on
        QTest.keyPress(page, Key.Key_Escape)
        qtbot.waitUntil(lambda: not window.privacy.faces.on, timeout=2000)
        assert window.shell.isVisible()
        assert window._actions["search"].isEnabled()

    def test_a_key_that_repeats_unsaid_is_still_held(self, window, page, qtbot):
        """X11 in a busy program: each repeat is a release and a press, and neither says that it repeats."""
        QTest.keyPress(page, Key.Key_Escape)
        for _n in range(20):
            if not window.privacy.faces.on:
                break
            QTest.keyRelease(page, Key.Key_Escape)
            QTest.keyPress(page, Key.Key_Escape)
            qtbot.wait(10)
        assert not window.privacy.faces.on

    def test_let_go_too_early_it_stays(self, window, page, qtbot):
        page.corner.hold_ms = 400
        QTest.keyClick(page, Key.Key_Escape)
        qtbot.wait(600)
        assert window.privacy.faces.on

    def test_the_corner_held_leads_back_to_the_register(self, window, page, view, qtbot):
        QTest.keyClick(page, Key.Key_4)
        QTest.mousePress(page.corner, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not window.privacy.faces.on, timeout=2000)
        assert view.isVisible()
        assert window.shell.toast.isVisible()
        assert window.windowTitle() != "Groupwork"
        window.shell.gate.undo()
        assert all(row.mood_after is None for row in view.model.register.rows)

    def test_the_real_time_is_two_seconds(self, window, view):
        everyone(view)
        assert window.privacy.faces.page.corner.hold_ms == 2000

    def test_a_passphrase_when_this_computer_asks_for_it(self, window, page):
        preferences.values = preferences.values.__class__(language="en", palette="light", face_lock=True)
        page._staff()
        assert window.privacy.faces.on
        QTest.keyClicks(page.check.edit, "wrong words here now")
        QTest.keyClick(page.check.edit, Key.Key_Return)
        assert page.check.refusal.text()
        assert window.privacy.faces.on
        QTest.keyClicks(page.check.edit, PASSPHRASE)
        QTest.keyClick(page.check.edit, Key.Key_Return)
        assert not window.privacy.faces.on

    @pytest.mark.parametrize("before", ["WindowNoState", "WindowMaximized", "WindowFullScreen"])
    def test_the_window_is_as_large_as_before(self, window, view, before):
        window.setWindowState(Qt.WindowState[before])
        everyone(view)
        assert window.isFullScreen()
        window.privacy.faces.hand_back()
        assert window.windowState() & ~Qt.WindowState.WindowActive == Qt.WindowState[before]

    def test_the_esc_that_led_to_the_passphrase_does_not_leave_it(self, page, qtbot):
        preferences.values = preferences.values.__class__(language="en", palette="light", face_lock=True)
        page._staff()
        for _n in range(3):
            QTest.keyClick(page.check.edit, Key.Key_Escape)
        assert page.check.isVisible()
        qtbot.wait(400)
        QTest.keyClick(page.check.edit, Key.Key_Escape)
        assert page.ask.isVisible()

    def test_a_refused_answer_is_told_to_staff_afterwards(self, window, page, view, centre):
        mark_not_held(centre.desk, view.session, "Heating")
        QTest.keyClick(page, Key.Key_4)
        assert "tell the staff" in page.accessibleName()
        window.privacy.faces.hand_back()
        assert window.shell.toast.isVisible()
