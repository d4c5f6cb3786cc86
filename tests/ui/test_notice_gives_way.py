"""A notice never lies over what one works on: the widget with the keyboard and the buttons of its form."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from groupwork.ui.place import Place
from groupwork.ui.theme import theme
from groupwork.ui.widgets.entry_form import EntryForm, FormField
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.layouts import column
from groupwork.ui.widgets.toast import Toast

LONG = "Olena, Moira and eleven other people of the wood workshop on Monday: present for the whole session"


def area(widget, ground):
    return QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())


def covered(toast, *widgets):
    ground = toast.parentWidget()
    return [w for w in widgets if area(w, ground).intersects(toast.geometry())]


@pytest.fixture
def page(qtbot):
    """A bar, much room, a line of text, and at the foot a form that is open; no notice is there yet."""
    page = QWidget()
    page.setFixedSize(900, 640)
    page.bar, page.line, first, last = TextField(), TextField(), TextField(), TextField()
    page.form = EntryForm((FormField("a", "A", first), FormField("b", "B", last)))
    page.setLayout(column(page.bar, None, page.line, page.form, gap=8))
    page.toast = Toast(page, below=page.bar)
    page.show()
    qtbot.addWidget(page)
    page.form.begin({}, existing=True)
    QApplication.processEvents()
    return page


def parts(page):
    form = page.form
    return (*(field.control for field in form.fields), form.save, form.cancel, form.remove)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("at", range(5))
def test_a_form_at_the_foot_keeps_its_buttons_wherever_the_keyboard_is(page, percent, at):
    theme.set_percent(percent)
    page.form.restyle()
    QApplication.processEvents()
    focus = parts(page)[at]
    focus.setFocus()
    page.toast.say(LONG, undo=True)
    assert covered(page.toast, focus, page.form.save, page.form.cancel) == []
    assert page.toast.y() >= area(page.bar, page).bottom()


def test_it_stands_at_the_foot_while_nobody_works_there_and_gives_way_later(page, qtbot):
    page.form.hide()
    page.bar.setFocus()
    page.toast.say(LONG)
    foot = page.toast.y()
    assert page.toast.geometry().bottom() > page.height() - theme.size(6)
    page.form.begin({}, existing=True)
    qtbot.waitUntil(lambda: page.toast.y() < foot, timeout=2000)
    assert covered(page.toast, *parts(page)[2:]) == []


def test_with_no_room_above_the_buttons_it_spares_what_has_the_keyboard(page):
    page.bar.hide()
    page.line.hide()
    page.setFixedHeight(page.form.sizeHint().height() + 20)
    QApplication.processEvents()
    for part in parts(page)[1:3]:
        part.setFocus()
        page.toast.say(LONG)
        assert covered(page.toast, part) == []


def test_nothing_looks_on_once_it_is_gone(page):
    page.toast.say(LONG)
    assert page.toast._look.isActive()
    page.toast.hide()
    assert not page.toast._look.isActive()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_form_of_a_new_room_in_the_window(window, shell, qtbot, percent):
    theme.set_percent(percent)
    window.resize(1366, 768)
    shell.go(Place("settings", part="rooms"))
    part = shell.view.part("rooms")
    part.add.click()
    for n in range(12):
        part.form.fields["name"].setText(f"Room {n}")
        qtbot.keyClick(part.form.fields["name"], Qt.Key.Key_Return)
    QApplication.processEvents()
    scroll = part.parentWidget().parentWidget().parentWidget()
    scroll.verticalScrollBar().setValue(0)
    scroll.ensureWidgetVisible(part.form.save, 0, 0)
    shell.gate.announce(LONG * 2)
    assert shell.toast.isVisible()
    assert covered(shell.toast, part.form.fields["name"], part.form.save) == []
    assert shell.toast.y() >= shell.top.height()


def test_it_stays_where_it_is_while_the_keyboard_is_in_it(page, qtbot):
    page.bar.setFocus()
    page.toast.say(LONG, undo=True)
    page.toast._undo.setFocus()
    before = page.toast.geometry()
    page.toast.place()
    qtbot.wait(450)
    assert page.toast.geometry() == before
