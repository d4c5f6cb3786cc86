"""Taking part and mood chosen below their cell; quantity and minutes of a task by # or menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.domain.tasks import Outcome, TaskResult
from groupwork.ui.accessibility import nameless
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.mood.chooser import Chooser
from groupwork.ui.register.quantity_popup import QuantityPopup
from groupwork.ui.register.tile import made_sign
from tests.ui.faces_centre import open_register

Key = Qt.Key


@pytest.fixture
def view(shell, centre):
    found = open_register(shell, centre)[0]
    QApplication.processEvents()
    yield found
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def click(view, row, kind, task=-1):
    """A click into a cell, and the popup it opens."""
    index = view.model.index(row, view.model.place(kind, task))
    view.table.scrollTo(index)
    QTest.mouseClick(
        view.table.viewport(), Qt.MouseButton.LeftButton, pos=view.table.visualRect(index).center()
    )
    return QApplication.activePopupWidget()


class TestFaces:
    def test_a_click_offers_five_faces_and_one_more_takes_it(self, view):
        popup = click(view, 0, Kind.BEFORE)
        assert isinstance(popup, Chooser)
        assert [button.text() for button in popup.buttons] == [
            "very bad",
            "bad",
            "so-so",
            "good",
            "very good",
        ]
        popup.buttons[3].click()
        assert view.model.row(0).mood_before == 4
        assert view.model.row(0).mood_after is None

    def test_taking_part_is_chosen_with_words(self, view):
        popup = click(view, 1, Kind.PART)
        assert [button.face for button in popup.buttons] == [0, 1, 2, 3, 4]
        popup.buttons[0].click()
        assert view.model.row(1).participation == 0

    @pytest.mark.parametrize(("key", "stored"), [(Key.Key_5, 5), (Key.Key_Delete, None)])
    def test_keys_work_in_the_popup(self, view, key, stored):
        click(view, 0, Kind.AFTER).buttons[1].click()
        popup = click(view, 0, Kind.AFTER)
        assert popup.buttons[1].chosen
        QTest.keyClick(popup, key)
        assert view.model.row(0).mood_after == stored

    def test_arrows_move_enter_takes_escape_gives_up(self, view):
        popup = click(view, 0, Kind.AFTER)
        QTest.keyClick(popup, Key.Key_Right)
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
        assert view.model.row(0).mood_after == 2
        QTest.keyClick(click(view, 0, Kind.AFTER), Key.Key_Escape)
        assert QApplication.activePopupWidget() is None
        assert view.model.row(0).mood_after == 2

    def test_everything_in_it_has_a_name(self, view):
        assert nameless(click(view, 0, Kind.PART)) == []

    def test_a_screen_reader_hears_the_word(self, view):
        click(view, 0, Kind.AFTER).buttons[4].click()
        said = view.model.index(0, view.model.place(Kind.AFTER)).data(Qt.ItemDataRole.AccessibleTextRole)
        assert said.endswith("mood after: 5 of 5, very good")

    def test_no_columns_where_the_group_records_no_mood(self, shell, centre):
        view = open_register(shell, centre, mood=False)[0]
        assert view.model.place(Kind.BEFORE) == -1


class TestQuantity:
    def level(self, view, key="4"):
        view.table.go(0, view.model.place(Kind.TASK, 0))
        QTest.keyClicks(view.table, key)
        view.table.go(0, view.model.place(Kind.TASK, 0))

    def test_a_hash_asks_and_enter_stores(self, view):
        self.level(view)
        QTest.keyClicks(view.table, "#")
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QuantityPopup)
        QTest.keyClicks(popup.quantity, "5")
        QTest.keyClicks(popup.minutes, "20")
        QTest.keyClick(popup.minutes, Key.Key_Return)
        assert view.model.row(0).results[0] == TaskResult(Outcome.DONE, 4, quantity=5, minutes=20)
        view.gate.undo()
        assert view.model.row(0).results[0] == TaskResult(Outcome.DONE, 4)

    @pytest.mark.parametrize("typed", ["2,5", "1.000", "abc", "99999999"])
    def test_what_is_no_whole_number_is_said_and_nothing_is_dropped(self, view, typed):
        self.level(view)
        QTest.keyClicks(view.table, "#")
        popup = QApplication.activePopupWidget()
        QTest.keyClicks(popup.quantity, typed)
        QTest.keyClick(popup.quantity, Key.Key_Return)
        assert popup.isVisible()
        assert "whole number" in popup.refusal.text()
        assert view.model.row(0).results[0] == TaskResult(Outcome.DONE, 4)
        popup.quantity.setText("2,0")
        QTest.keyClick(popup.quantity, Key.Key_Return)
        assert view.model.row(0).results[0].quantity == 2

    def test_another_level_keeps_it_not_done_drops_it(self, view):
        self.test_a_quantity_stands_in_cell_words(view)
        self.level(view, "6")
        assert view.model.row(0).results[0].quantity == 7
        self.level(view, "0")
        assert view.model.row(0).results[0].quantity is None

    def test_a_quantity_stands_in_cell_words(self, view):
        self.level(view)
        view.model.record({(0, view.model.place(Kind.TASK, 0)): TaskResult(Outcome.DONE, 4, quantity=7)})
        said = view.model.index(0, view.model.place(Kind.TASK, 0)).data(Qt.ItemDataRole.AccessibleTextRole)
        assert "quantity 7" in said
        assert made_sign(TaskResult(Outcome.DONE, 4, quantity=7, minutes=20)) == "×7 20′"

    def test_nothing_done_is_said_in_place(self, view):
        view.table.go(0, view.model.place(Kind.TASK, 0))
        QTest.keyClicks(view.table, "#")
        assert QApplication.activePopupWidget() is None
        assert "level first" in view.strip.sentence()

    def test_it_is_copied_and_pasted(self, view):
        self.test_a_quantity_stands_in_cell_words(view)
        view.table.go(0, view.model.place(Kind.TASK, 0))
        QTest.keyClick(view.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.clipboard().text().strip() == "4 #7"
        view.table.go(1, view.model.place(Kind.TASK, 1))
        QTest.keyClick(view.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert view.model.row(1).results[1].quantity == 7
