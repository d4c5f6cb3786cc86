"""Tablet mode and one person per card: by touch, mouse and keys, remembered on this machine."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from groupwork.domain.attendance import Mark, Status
from groupwork.domain.people import AlertKind
from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.operations.alerts import add_alert
from groupwork.operations.sessions import mark_not_held
from groupwork.ui import machine_settings, pages
from groupwork.ui.accessibility import nameless
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.mood.big_button import BigButton
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import FINGER, theme
from groupwork.ui.widgets.controls import PaintedButton
from tests.ui.faces_centre import open_register
from tests.ui.test_clipping import outside, settle

Key = Qt.Key
PRESENT, LATE, EARLY, ABSENT = 0, 1, 2, 3


@pytest.fixture(autouse=True)
def _as_before():
    kept, preferences.kept = preferences.kept, False
    yield
    preferences.kept = kept
    theme.set_touch(False)


def sideways(window):
    """Scroll areas whose content is wider than they are."""
    areas = (each for each in window.findChildren(QScrollArea) if each.isVisible() and each.widget())
    return [each for each in areas if each.widget().width() > each.viewport().width()]


@pytest.fixture
def view(shell, centre):
    found = open_register(shell, centre)[0]
    QApplication.processEvents()
    return found


@pytest.fixture
def deck(view):
    preferences.set_cards(True)
    QApplication.processEvents()
    return view.card.deck


def tap(device, widget):
    """A finger on the middle of a widget."""
    spot = widget.rect().center()
    QTest.touchEvent(widget, device).press(0, spot, widget)
    QTest.touchEvent(widget, device).release(0, spot, widget)
    QApplication.processEvents()


class TestTabletMode:
    def test_control_shift_t_makes_rows_cells_and_fields_large(self, window, view):
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(view.table, Key.Key_T, held)
        QApplication.processEvents()
        assert preferences.values.tablet
        assert view.table.rowHeight(0) == 60
        shown = [c for c in range(view.model.columnCount()) if view.model.columns[c].typed]
        assert all(view.table.columnWidth(c) >= FINGER for c in shown)
        assert view.head.print_button.height() >= FINGER
        assert view.card.drop_in.height() >= FINGER
        QTest.keyClick(view.table, Key.Key_T, held)
        assert view.table.rowHeight(0) == 51

    @pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
    @pytest.mark.parametrize("percent", [100, 200])
    def test_it_fits_small_screens(self, window, view, size, percent):
        preferences.set_tablet(True)
        theme.set_percent(percent)
        window.resize(*size)
        QApplication.processEvents()
        assert window.size().toTuple() == size
        assert view.table.isVisible()

    @pytest.mark.parametrize("before", ["WindowNoState", "WindowMaximized"])
    def test_full_screen_and_back_leaves_it_maximised(self, window, view, before):
        window.setWindowState(Qt.WindowState[before])
        QTest.keyClick(view.table, Key.Key_F11)
        assert window.isFullScreen()
        QTest.keyClick(view.table, Key.Key_F11)
        assert window.windowState() & ~Qt.WindowState.WindowActive == Qt.WindowState[before]

    @pytest.mark.parametrize("language", ["en", "de"])
    @pytest.mark.parametrize("cards", [False, True])
    @pytest.mark.parametrize(("width", "percent"), [(1024, 150), (1024, 200), (1280, 200)])
    def test_nothing_sticks_out_at_the_side(self, window, view, width, percent, cards, language):
        preferences.set_language(language)
        preferences.set_tablet(True)
        window.resize(width, 749)
        theme.set_percent(percent)
        preferences.set_cards(cards)
        settle()
        assert sideways(window) == []
        assert outside(window) == []

    @pytest.mark.parametrize("code", [page.code for page in pages.PAGES])
    def test_every_page_can_be_reached_to_its_right_edge(self, window, shell, centre, code):
        """At 200 % on 1024 px what does not fit scrolls; nothing is cut off for good."""
        preferences.set_language("de")
        preferences.set_tablet(True)
        theme.set_percent(200)
        window.resize(1024, 749)
        shell.go(Place(code, shell.gate.today, centre.sessions["wood"]))
        settle()
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        assert [a for a in sideways(window) if a.horizontalScrollBarPolicy() == never] == []

    def test_it_is_this_machines(self, tmp_path, monkeypatch):
        monkeypatch.setattr(machine_settings.paths, "settings_file", lambda: tmp_path / "settings.json")
        preferences.kept = True
        preferences.set_tablet(True)
        preferences.set_cards(True)
        preferences.set_face_lock(True)
        found = machine_settings.load()
        assert (found.tablet, found.cards, found.face_lock) == (True, True, True)


class TestCards:
    def test_a_card_shows_one_person_and_how_many_there_are(self, view, deck):
        assert deck.isVisible()
        assert deck._count.text() == "1 of 4"
        assert view.model.row(0).name.full in deck.accessibleName()

    def test_marks_are_one_gesture_one_step(self, view, deck):
        deck.card.marks[ABSENT].click()
        assert view.model.row(0).mark == Mark(Status.ABSENT)
        view.gate.undo()
        assert view.model.row(0).mark == Mark(Status.PRESENT)

    def test_late_and_early_join_and_minutes_go_in_steps(self, view, deck):
        deck.card.marks[LATE].click()
        deck.card._steppers["late_min"]._more.click()
        deck.card.marks[EARLY].click()
        mark = view.model.row(0).mark
        assert (mark.late_min, mark.early_min) == (5, 0)
        deck.card.marks[LATE].click()
        assert view.model.row(0).mark.late_min is None

    def test_typed_minutes_by_the_stepper(self, view, deck):
        deck.card._steppers["minutes"]._less.click()
        assert view.model.row(0).minutes == 115

    def test_tasks_parts_and_moods(self, view, deck):
        deck.card.levels[1].buttons["4"].click()
        deck.card.numbers[Kind.PART][3].click()
        deck.card.numbers[Kind.AFTER][4].click()
        row = view.model.row(0)
        assert (row.results[1], row.participation, row.mood_after) == (TaskResult(Outcome.DONE, 4), 3, 5)
        deck.card.levels[1].buttons["4"].click()
        deck.card.numbers[Kind.AFTER][4].click()
        row = view.model.row(0)
        assert (row.results[1], row.mood_after) == (None, None)

    def test_buttons_and_keys_turn_the_card(self, view, deck):
        deck.next.click()
        assert deck.at == 1
        QTest.keyClick(deck, Key.Key_Right)
        assert deck.at == 2
        QTest.keyClick(deck, Key.Key_Left)
        deck.previous.click()
        assert (deck.at, deck.previous.isEnabled()) == (0, False)
        deck.turn(-1)
        assert deck.at == 0

    def test_letters_mean_the_same_as_in_the_grid(self, view, deck):
        view.table.setFocus()
        assert deck.hasFocus()
        QTest.keyClicks(deck, "x")
        assert view.model.row(0).mark == Mark(Status.CANCELLED)
        assert deck.at == 1

    @pytest.mark.parametrize(("way", "row"), [(-160, 1), (160, 0), (-20, 0)])
    def test_a_swipe_turns_it(self, view, deck, way, row):
        card = deck.card
        start = QPoint(card.width() // 2, card.height() - 4)
        QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(card, start + QPoint(way // 2, 2))
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=start + QPoint(way, 4))
        assert deck.at == row

    def test_a_finger_marks(self, view, deck):
        tap(QTest.createTouchDevice(), deck.card.marks[ABSENT])
        assert view.model.row(0).mark.status is Status.ABSENT

    def test_targets_are_large_and_named(self, view, deck):
        buttons = [*deck.card.marks, *deck.findChildren(BigButton)]
        assert all(b.height() >= FINGER and b.width() >= FINGER for b in buttons if b.isVisible())
        assert nameless(deck) == []

    @pytest.mark.parametrize("language", ["en", "de"])
    @pytest.mark.parametrize(("percent", "width"), [(100, 1366), (200, 1366), (100, 1024)])
    def test_nothing_on_a_card_is_cut_off(self, window, view, deck, percent, width, language):
        preferences.set_language(language)
        theme.set_percent(percent)
        window.resize(width, 768)
        QApplication.processEvents()
        shown = [each for each in deck.findChildren(PaintedButton) if each.isVisible()]
        assert [b.text() for b in shown if b.width() < b.minimumSizeHint().width()] == []
        right = [(b.text(), b.mapTo(deck, b.rect().topRight()).x()) for b in shown]
        assert [said for said, edge in right if edge > deck.width()] == []
        names = [each.accessibleName() for each in shown]
        assert len(names) == len(set(names))

    def test_on_a_low_window_one_bar_moves_all_of_it(self, window, view, deck, qtbot):
        theme.set_percent(200)
        window.resize(1024, 749)
        page, inner = view._scroll.verticalScrollBar(), deck._scroll.verticalScrollBar()
        qtbot.waitUntil(lambda: page.maximum() > 0 and inner.maximum() == 0, timeout=2000)
        card, middle = deck.card, QPoint(300, 400)
        QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseMove(card, middle - QPoint(0, 120))
        assert page.value() > 0
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=middle)
        page.setValue(page.maximum())
        deck.turn(1)
        assert page.value() <= deck.mapTo(view._page, QPoint(0, 0)).y()

    def test_an_alert_is_read_whole(self, window, view, deck):
        words = "dust allergy: mask, and after the break ten minutes at the open window " * 3
        person = view.model.row(0).participant
        view.gate.do(add_alert, person, AlertKind.SAFETY, words.strip()[:200])
        view.refresh()
        settle()
        (label,) = [each for each in deck.findChildren(QLabel) if "dust allergy" in each.text()]
        assert label.wordWrap()
        assert label.height() >= label.heightForWidth(label.width()) > 0

    def test_back_to_the_list_and_to_the_drop_in_row(self, view, deck):
        deck.list_button.click()
        assert view.table.isVisible()
        preferences.set_cards(True)
        deck.add_button.click()
        assert view.card.drop_in.edit.isVisible()
        assert not preferences.values.cards

    def test_a_session_that_was_not_held_shows_no_card(self, view, deck):
        view.gate.do(mark_not_held, view._session, "Heating")
        view.refresh()
        assert view.card.currentIndex() == 1
