"""Somebody turns up unannounced: on the register within a few keys, known or new, room or not."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork.domain.attendance import Status
from groupwork.operations.register import take_registers
from groupwork.operations.sessions import add_room
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.place import Place
from tests.builders import a_group, a_person, a_session
from tests.ui.day_centre import MONDAY

CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS_KNOWN, KEYS_NEW = 7, 18
"""At two keys a second a known person takes less than 4 seconds, a new one less than 10."""


class Keyboard:
    """Counts what is pressed."""

    def __init__(self, view):
        self.view, self.pressed = view, 0

    def key(self, key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, held)
        self.pressed += 1

    def type(self, words):
        for letter in words:  # keyClicks knows Latin letters only
            press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self.view.card.drop_in.edit, press)
        self.pressed += len(words)

    def drop_in(self, words):
        """To the last row, the name, Enter."""
        self.view.table.setFocus()
        self.key(Qt.Key.Key_End, CONTROL)
        self.key(Qt.Key.Key_Down)
        assert self.view.card.drop_in.edit.hasFocus()
        self.type(words)
        self.key(Qt.Key.Key_Return)
        return self.pressed


@pytest.fixture
def view(shell, centre):
    desk = centre.desk
    group = a_group(desk, with_people=4)
    session = a_session(desk, group, room=add_room(desk, "Small room", 4).id)
    take_registers(desk)
    shell.go(Place("register", MONDAY, session))
    QApplication.processEvents()
    return shell.view


def newest(view):
    return view.model.register.rows[-1]


@pytest.mark.parametrize(
    ("person", "typed"),
    [
        ({"full": "Meihua Lin", "native": "林美花"}, "meih"),
        ({"full": "Meihua Lin", "native": "林美花"}, "美花"),
        ({"full": "Şükrü Özgür"}, "suk"),
        ({"full": "Yusuf al-Kharrat", "native": "يوسف الخرّاط"}, "يوسف"),
        ({"full": "Josef Brandt", "called": "Jupp"}, "jupp"),
        ({"full": "Günther Weiß"}, "guen"),
        ({"full": "Łukasz Nowak"}, "luka"),
        ({"full": "Đặng Thị Hoa", "called": "Hoa"}, "dang"),
    ],
)
def test_a_known_person_by_the_first_name(view, centre, person, typed):
    known = a_person(centre.desk, **person)
    keys = Keyboard(view).drop_in(typed)
    assert (newest(view).participant, newest(view).mark.status) == (known, Status.WALK_IN)
    assert keys <= KEYS_KNOWN, f"{keys} keys"


def test_a_new_person_in_one_step(view):
    keys = Keyboard(view).drop_in("Ana Pereira")
    assert newest(view).name.full == "Ana Pereira"
    assert keys <= KEYS_NEW, f"{keys} keys"
    view.gate.undo()
    assert len(view.model.register.rows) == 4


def test_over_capacity_is_said_in_place_and_does_not_block(view):
    Keyboard(view).drop_in("Ana Pereira")
    assert len(view.model.register.rows) == 5
    assert "4" in view.strip.sentence()


def test_a_first_name_that_two_share_offers_both(view, centre):
    a_person(centre.desk, "Ana Berg")
    second = a_person(centre.desk, "Ana Pereira")
    row = view.card.drop_in
    row.edit.setFocus()
    QTest.keyClicks(row.edit, "ana")
    assert [o.person is None for o in row.offers._offers] == [False, False, True]
    QTest.keyClick(row.edit, Qt.Key.Key_Down)
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    assert newest(view).participant == second


def test_the_last_line_makes_a_namesake_new(view, centre):
    a_person(centre.desk, "Ana Berg")
    row = view.card.drop_in
    row.edit.setFocus()
    QTest.keyClicks(row.edit, "ana")
    QTest.keyClick(row.edit, Qt.Key.Key_Down)
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    assert newest(view).name.full in ("ana", "Ana")


def test_somebody_on_the_register_is_no_new_person(view):
    Keyboard(view).drop_in("Łukasz Nowak")
    keys = Keyboard(view).drop_in("lukasz")
    assert [row.name.full for row in view.model.register.rows].count("Łukasz Nowak") == 1
    assert len(view.model.register.rows) == 5
    assert view.table.hasFocus()
    assert view.table.standing() == (4, view.model.place(Kind.MARK))
    assert view.card.drop_in.edit.text() == ""
    assert keys <= KEYS_KNOWN + 2
