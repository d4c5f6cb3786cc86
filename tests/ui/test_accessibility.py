"""Every page by keyboard and ear: names for all that can have the focus, Tab reaches all, no trap."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from groupwork.ui import pages
from groupwork.ui.accessibility import nameless
from groupwork.ui.place import Place

TAB = Qt.FocusPolicy.TabFocus
CODES = [page.code for page in pages.PAGES]


def open_page(shell, centre, code):
    session = centre.sessions["wood"] if code in ("register", "preview") else None
    shell.go(Place(code, shell.gate.today, session))
    QApplication.processEvents()


@pytest.mark.parametrize("code", CODES)
def test_everything_that_takes_the_focus_has_a_name(window, shell, centre, code):
    open_page(shell, centre, code)
    assert nameless(window) == []


@pytest.mark.parametrize("page", ["welcome", "unlock", "keys", "firstrun", "recover", "restore"])
def test_the_pages_around_have_names_too(window, vault_file, page):
    if page == "unlock":
        window.show_unlock(vault_file)
    elif page == "firstrun":
        window.show_first_run()
    elif page == "recover":
        window.show_recover(vault_file)
    elif page == "restore":
        window.show_restore(vault_file)
    else:
        window.show_welcome()
    if page == "keys":
        window.show_keys()
    assert nameless(window) == []


@pytest.mark.parametrize("code", CODES)
def test_no_two_neighbours_sound_the_same(window, shell, centre, code):
    open_page(shell, centre, code)
    assert alike(shell) == []


def alike(shell):
    """Neighbours that sound the same: for each widget with such children, what is heard of all of them."""
    found = []
    for widget in [shell, *shell.findChildren(QWidget)]:
        stops = [c for c in widget.children() if isinstance(c, QWidget) and c.isVisible()]
        faces = [QAccessible.queryAccessibleInterface(c) for c in stops if c.focusPolicy() & TAB]
        heard = [(face.role(), face.text(QAccessible.Text.Name)) for face in faces]
        if len(heard) != len(set(heard)):
            found.append(heard)
    return found


def tab_stops(window):
    found = set()
    for widget in window.findChildren(QWidget):
        reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if reachable and widget.isVisible() and widget.isEnabled() and not isinstance(widget, QScrollArea):
            found.add(widget)
    return found


def spoken(widget):
    """What a screen reader says; pages may rebuild a panel while the focus moves, so not the object."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("code", CODES)
def test_tab_reaches_everything_and_never_traps(qtbot, window, shell, centre, code):
    open_page(shell, centre, code)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not unreached(window)


def unreached(window):
    """What Tab never comes to, however long it is pressed."""
    seen, ways = set(), set()
    for _ in range(3 * len(tab_stops(window)) + 20):
        focus = QApplication.focusWidget()
        if focus is not None:
            seen.add(spoken(focus))
            ways.add(_group_of(focus))
        window.focusNextPrevChild(True)
        QApplication.processEvents()
    return {
        spoken(w) for w in tab_stops(window) if spoken(w) not in seen and _group_of(w) not in ways - {None}
    }


def _group_of(widget):
    """Of an exclusive group Tab stops at one button; arrows reach the others."""
    group = getattr(widget, "group", lambda: None)()
    return group if group is not None and group.exclusive() else None


@pytest.mark.parametrize("code", CODES)
def test_targets_are_at_least_twenty_four_high(window, shell, centre, code):
    open_page(shell, centre, code)
    assert small_targets(window) == []


def small_targets(window):
    """What can have the focus and is less than 24 px wide or high."""
    return [w for w in tab_stops(window) if min(w.width(), w.height()) < 24]
