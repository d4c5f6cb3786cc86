"""Every status by its key, in English and German, and what a told day does to "absent, no word"."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from groupwork import i18n
from groupwork.domain.attendance import TYPED, Mark, Status
from groupwork.domain.signs import plain_signs
from groupwork.operations.register import register
from groupwork.ui.models.register_columns import Kind
from groupwork.ui.place import Place
from tests.ui.day_centre import MONDAY

Key = Qt.Key


@pytest.fixture
def view(shell, centre):
    """Monday's wood workshop: six people, nothing recorded, the cursor on the first mark."""
    shell.window().activateWindow()
    shell.go(Place("register", MONDAY, centre.sessions["wood"]))
    shell.view.table.setFocus()
    QApplication.processEvents()
    return shell.view


def press(view, *keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or view.table, key)


def stored(view, centre, row=0):
    return register(centre.desk, centre.sessions["wood"]).rows[row].mark


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("status", TYPED)
def test_a_status_is_one_key_and_moves_on(view, centre, language, status):
    i18n.use(language)
    view.retranslate()
    view.table.go(0, view.model.place(Kind.MARK))
    press(view, plain_signs(language).key_for(status).lower())
    assert stored(view, centre) == Mark(status)
    assert view.table.standing()[0] == 1
    press(view, Key.Key_Up, Key.Key_Delete)
    assert stored(view, centre) == Mark()


def told_absent(view, day="05/10/2026"):
    """Absent without a word, and then a day on which it was told; reason and day are typed."""
    press(view, "a", ",", *"dentist")
    bar = view.over_time.details
    bar.told.setText(day)
    QTest.keyClick(bar.told, Key.Key_Return)
    return bar


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.UNWELL, Status.OTHER, Status.ABSENT])
def test_a_told_day_is_no_absence_without_a_word(view, centre, status):
    bar = told_absent(view)
    assert bar.contradiction.isVisible()
    assert "nobody told the centre" in bar.contradiction.words()
    assert stored(view, centre) == Mark(Status.ABSENT)
    bar.contradiction.buttons[status].click()
    found = stored(view, centre)
    assert (found.status, found.reason) == (status, "dentist")
    assert (found.told_at.day, found.told_at.month) == (5, 10)
    assert (bar.isHidden(), view.table.hasFocus()) == (True, True)


def test_enter_takes_cancelled_and_escape_nothing(view, centre):
    told_absent(view)
    press(view, Key.Key_Escape)
    assert stored(view, centre) == Mark(Status.ABSENT)
    view.table.go(0, view.model.place(Kind.MARK))
    told_absent(view)
    press(view, Key.Key_Return)
    assert stored(view, centre).status is Status.CANCELLED


def test_another_day_typed_asks_anew_and_none_asks_nothing(view, centre):
    bar = told_absent(view)
    bar.told.setText("")
    assert bar.contradiction.isHidden()
    QTest.keyClick(bar.told, Key.Key_Return)
    assert stored(view, centre) == Mark(Status.ABSENT, reason="dentist")
