"""Every page by keyboard and ear: names for all that can have the focus, Tab reaches all, no trap."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from groupwork.ui import pages
from groupwork.ui.accessibility import nameless
from groupwork.ui.place import Place

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
    for widget in [shell, *shell.findChildren(QWidget)]:
        heard = []
        for child in widget.children():
            if (
                isinstance(child, QWidget)
                and child.isVisible()
                and child.focusPolicy() & Qt.FocusPolicy.TabFocus
            ):
                face = QAccessible.queryAccessibleInterface(child)
                heard.append((face.role(), face.text(QAccessible.Text.Name)))
        assert len(heard) == len(set(heard)), heard


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
    seen, ways = set(), set()
    for _ in range(3 * len(tab_stops(window)) + 20):
        focus = QApplication.focusWidget()
        if focus is not None:
            seen.add(spoken(focus))
            ways.add(_group_of(focus))
        window.focusNextPrevChild(True)
        QApplication.processEvents()
    unreached = {w for w in tab_stops(window) if spoken(w) not in seen and _group_of(w) not in ways - {None}}
    assert not unreached


def _group_of(widget):
    """Of an exclusive group Tab stops at one button; arrows reach the others."""
    group = getattr(widget, "group", lambda: None)()
    return group if group is not None and group.exclusive() else None


@pytest.mark.parametrize("code", CODES)
def test_targets_are_at_least_twenty_four_high(window, shell, centre, code):
    open_page(shell, centre, code)
    small = [w for w in tab_stops(window) if min(w.width(), w.height()) < 24]
    assert not small
