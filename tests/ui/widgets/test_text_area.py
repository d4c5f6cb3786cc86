"""The field of several lines, the number and the line that are edited where they stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.ui.theme import theme
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.in_place import InPlaceField
from groupwork.ui.widgets.layouts import column
from groupwork.ui.widgets.number import NumberField
from groupwork.ui.widgets.text_area import TextArea

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(qtbot):
    """A text area between two fields, shown."""
    host = QWidget()
    host.before, host.area, host.after = TextField(), TextArea(name="Note", lines=2, most=5), TextField()
    host.setLayout(column(host.before, host.area, host.after))
    host.resize(400, 400)
    qtbot.addWidget(host)
    host.show()
    host.activateWindow()
    return host


def test_it_grows_with_its_words_and_then_scrolls(form):
    heights = []
    for lines in (1, 2, 3, 5, 9):
        form.area.set_words("\n".join("x" * lines))
        heights.append(form.area.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_it_follows_the_text_size(form):
    before = form.area.height()
    theme.set_percent(200)
    assert form.area.height() > 1.8 * before


def test_tab_leaves_it_and_says_finished(qtbot, form):
    form.area.setFocus()
    with qtbot.waitSignal(form.area.finished, timeout=500):
        qtbot.keyClick(form.area, Qt.Key.Key_Tab)
    assert "\t" not in form.area.text()


def test_ctrl_enter_submits_and_writes_nothing(qtbot, form):
    form.area.set_words("done")
    with qtbot.waitSignal(form.area.submitted, timeout=500):
        qtbot.keyClick(form.area, Qt.Key.Key_Return, CTRL)
    assert form.area.text() == "done"


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_K])
def test_keys_of_the_window_are_left_to_it(form, key):
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, CTRL)
    form.area.event(event)
    assert not event.isAccepted()


def test_its_own_typing_is_taken_back_here(qtbot, form):
    qtbot.keyClicks(form.area, "abc")
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CTRL)
    form.area.event(event)
    assert event.isAccepted()


@pytest.mark.parametrize("make", [lambda: TextArea(quiet=True), InPlaceField])
def test_esc_gives_the_stored_words_back(qtbot, form, make):
    field = make()
    form.layout().addWidget(field)
    field.set_words("stored")
    qtbot.keyClicks(field, "typed")
    assert "typed" in field.text()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "stored"


def test_in_a_form_esc_is_the_forms(qtbot, form):
    qtbot.keyClicks(form.area, "typed")
    qtbot.keyClick(form.area, Qt.Key.Key_Escape)
    assert form.area.text() == "typed"


def test_words_set_from_outside_tell_nobody_and_leave_nothing_to_take_back(qtbot, form):
    with qtbot.assertNotEmitted(form.area.textChanged):
        form.area.set_words("stored")
    assert not form.area.document().isUndoAvailable()


def test_a_number_tells_only_what_changed(qtbot, form):
    number = NumberField(most=10, optional=True)
    form.layout().addWidget(number)
    told = []
    number.changed.connect(told.append)
    number.set_value(4)
    number.editingFinished.emit()
    number.setText("7")
    number.editingFinished.emit()
    number.clear()
    number.editingFinished.emit()
    assert told == [7, None]


def test_a_number_that_is_needed_comes_back(form):
    number = NumberField(most=10)
    form.layout().addWidget(number)
    number.set_value(4)
    number.clear()
    number.editingFinished.emit()
    assert number.text() == "4"
