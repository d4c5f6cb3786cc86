"""The page of faces: one called name at a time, and nothing else can be reached from it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.domain.mood import Moment
from groupwork.operations.mood import answer_mood
from groupwork.operations.register import register
from groupwork.store import tables
from groupwork.ui.accessibility import nameless
from groupwork.ui.actions import COMMANDS
from groupwork.ui.mood.face_page import FacePage
from groupwork.ui.theme import theme
from groupwork.ui.views.unlock import UnlockView
from tests.ui.faces_centre import everyone, faces, open_register

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def after(centre, view):
    return [row.mood_after for row in register(centre.desk, view.session).rows]


def words(page):
    return page.accessibleName()


class TestAnswering:
    def test_keys_answer_and_the_next_person_is_greeted(self, window, view, page, centre):
        first = words(page)
        QTest.keyClick(page, Key.Key_4)
        assert "Thank you" in words(page)
        QTest.keyClick(page, Key.Key_Return)
        assert words(page) != first
        QTest.keyClick(page, Key.Key_2)
        assert sorted(m for m in after(centre, view) if m) == [2, 4]

    def test_a_touch_on_a_face_is_the_answer(self, page, view, centre):
        QTest.mouseClick(page.ask.faces[4], Qt.MouseButton.LeftButton)
        assert 5 in after(centre, view)

    def test_a_finger_is_as_good(self, window, page, view, centre):
        device = QTest.createTouchDevice()
        spot = page.ask.faces[0].rect().center()
        QTest.touchEvent(page.ask.faces[0], device).press(0, spot, page.ask.faces[0])
        QTest.touchEvent(page.ask.faces[0], device).release(0, spot, page.ask.faces[0])
        QApplication.processEvents()
        assert 1 in after(centre, view)

    def test_rather_not_say_stores_nothing(self, page, view, centre):
        page.ask.skip.click()
        assert "Thank you" in words(page)
        assert after(centre, view) == [None] * 4
        assert page.answers == 0

    def test_the_last_person_hands_it_back(self, page):
        for _n in range(2):
            QTest.keyClick(page, Key.Key_3)
            QTest.keyClick(page, Key.Key_Return)
        QTest.keyClick(page, Key.Key_3)
        assert "hand this back" in words(page)
        assert not page.thanks.next_button.isVisible()
        QTest.keyClick(page, Key.Key_Return)
        assert page.answers == 3

    def test_the_answer_is_gone_before_the_next_person_has_the_page(self, page, qtbot):
        page.thanks._fade.setInterval(20)
        QTest.keyClick(page, Key.Key_1)
        assert page.thanks._face.isVisible()
        qtbot.waitUntil(lambda: not page.thanks._face.isVisible(), timeout=1000)
        page.thanks.again_button.click()
        assert not any(button.chosen for button in page.ask.faces)

    def test_choosing_again_replaces_the_answer(self, page, view, centre):
        QTest.keyClick(page, Key.Key_1)
        page.thanks.again_button.click()
        QTest.keyClick(page, Key.Key_5)
        assert [m for m in after(centre, view) if m] == [5]

    def test_only_those_who_came_are_asked_each_by_the_called_name(self, page, view):
        called = {guest.called for guest in page._round.guests}
        assert len(called) == 3
        assert page.guest.called in words(page)
        assert not any(name in words(page) for name in called - {page.guest.called})

    def test_german_prints_german_questions(self, window, view, centre, shell):
        with centre.desk.step("test.built") as step:
            for person in view.group.people:
                row = tables.Participant(__no_default__=1)
                row.id, row.print_language = person, "de"
                step.save(row)
        faces(view).for_one(0, Moment.BEFORE)
        assert window.privacy.faces.page._words().language == "de"


class TestLockedIn:
    @pytest.mark.parametrize(
        "keys",
        [k for command in COMMANDS if command.code != "lock" for k in command.keys],
    )
    def test_no_command_of_the_window_acts(self, window, page, keys):
        combination = QKeySequence(keys)[0]
        QTest.keyClick(page, combination.key(), combination.keyboardModifiers())
        QTest.keyClick(window, combination.key(), combination.keyboardModifiers())
        QTest.keySequence(window, QKeySequence(keys))
        assert window.privacy.faces.page is page
        assert page.isVisible()
        assert not window.shell.isVisible()
        assert window.shell.place.page == "register"
        assert not window.privacy.on
        assert window.isVisible()

    @pytest.mark.parametrize(
        ("key", "held"),
        [
            (Key.Key_F4, ALT),
            (Key.Key_P, CTRL),
            (Key.Key_F, CTRL | SHIFT),
            (Key.Key_F10, Qt.KeyboardModifier.NoModifier),
            (Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
            (Key.Key_Alt, Qt.KeyboardModifier.NoModifier),
            (Key.Key_Tab, CTRL),
            (Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
            (Key.Key_P, Qt.KeyboardModifier.NoModifier),
            (Key.Key_6, Qt.KeyboardModifier.NoModifier),
            (Key.Key_0, Qt.KeyboardModifier.NoModifier),
            (Key.Key_1, CTRL),
        ],
    )
    def test_other_keys_do_nothing(self, window, page, view, centre, key, held):
        QTest.keyClick(page, key, held)
        assert window.privacy.faces.page is page
        assert after(centre, view) == [None] * 4
        assert QApplication.activePopupWidget() is None

    def test_the_close_button_and_menus_are_caught(self, window, page):
        assert not window.close()
        assert window.isVisible()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
        QApplication.sendEvent(page, event)
        QApplication.sendEvent(window, event)
        assert QApplication.activePopupWidget() is None
        assert window.privacy.faces.on

    def test_tab_stays_on_the_page(self, window, page):
        for _n in range(12):
            QTest.keyClick(QApplication.focusWidget() or page, Key.Key_Tab)
            assert page.isAncestorOf(QApplication.focusWidget()) or QApplication.focusWidget() is page

    def test_nobody_is_named_beside_the_one_asked(self, window, page):
        assert window.windowTitle() == "Groupwork"
        window.privacy.set_title("Walter Neumann")
        page._gate.announce("Walter Neumann")
        assert window.windowTitle() == "Groupwork"
        assert not window.shell.toast.isVisible()

    def test_control_l_locks(self, window, page):
        QTest.keyClick(page, Key.Key_L, CTRL)
        assert window.shell is None
        assert isinstance(window.page(), UnlockView)
        assert window.page().isVisible()
        assert not window.findChildren(FacePage) or not window.privacy.faces.on

    def test_it_locks_by_itself(self, window, page):
        window.privacy.idle.wanted.emit()
        assert window.shell is None
        assert not window.privacy.faces.on

    def test_the_blur_of_a_waiting_lock_hides_and_gives_back_this_page_only(self, window, page):
        window.privacy.hide()
        assert not page.isVisible()
        window.privacy.show_again()
        assert page.isVisible()
        assert not window.shell.isVisible()


class TestSeen:
    @pytest.mark.parametrize("percent", [100, 200])
    def test_faces_are_large_and_inside_at_any_text_size(self, window, page, percent):
        window.showNormal()
        window.resize(1366, 768)
        theme.set_percent(percent)
        QApplication.processEvents()
        for button in page.ask.faces:
            assert button.diameter() >= 120
            corner = button.mapTo(page, button.rect().bottomRight())
            assert page.rect().contains(corner)
            assert corner.y() <= page.ask.skip.mapTo(page, QPoint(0, 0)).y()

    def test_every_button_has_a_name_and_the_page_says_the_question(self, window, page):
        assert nameless(page) == []
        interface = QAccessible.queryAccessibleInterface(page.ask.faces[0])
        assert interface.text(QAccessible.Text.Name) == "1: very bad"
        assert page.guest.called in words(page)

    def test_plain_print_is_fourteen_points(self, page):
        assert page.ask.faces[0]._size * 0.75 >= 14
        assert page.ask.skip.words_size * 0.75 >= 14


def test_nobody_left_is_said_in_place(window, view, centre):
    for row in range(3):
        answer_mood(centre.desk, view.session, view.group.people[row], Moment.AFTER, 3)
    view.refresh()
    everyone(view)
    assert not window.privacy.faces.on
    assert view.strip.sentence()


def test_groups_without_mood_do_not_offer_it(shell, centre):
    view, _group, _session = open_register(shell, centre, mood=False)
    assert faces(view).choices(0) == []
