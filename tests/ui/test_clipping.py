"""No word is cut off: every label and button of every page in German, at 100 and 200 % on 1366 × 768."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea

from groupwork.ui import pages
from groupwork.ui.place import Place
from groupwork.ui.preferences import preferences
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import RING, Button
from groupwork.ui.widgets.controls import PaintedButton, Segments

SLACK = 1
"""Pixels a font may be wider than its box: side bearings."""


def clipped(window):
    """What is visible and has less room than its words need, as (where, words, room, need)."""
    found = []
    for widget in [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]:
        if widget.isVisible() and not widget.visibleRegion().isEmpty() and widget.text():
            found += lacks(widget)
    return found


def lacks(widget):
    """The sides on which one widget is too small; rows that paint themselves elide and are not asked."""
    name, words = type(widget).__name__, widget.text()
    if isinstance(widget, QLabel) and widget.wordWrap():
        need = widget.heightForWidth(widget.width())
        return [(name, words, widget.height(), need)] if need > widget.height() + SLACK else []
    if isinstance(widget, PaintedButton):
        return []
    wide, high = widget.minimumSizeHint().width(), widget.fontMetrics().height()
    if isinstance(widget, QLabel):
        wide = widget.fontMetrics().horizontalAdvance(words)
    if isinstance(widget, Button):
        wide -= 2 * theme.size(RING)  # the ring's room may be cut, the words may not
    short = [(name, words, widget.width(), wide)] if wide > widget.width() + SLACK else []
    return short + ([(name, words, widget.height(), high)] if high > widget.height() + SLACK else [])


def outside(window):
    """Buttons and segments that stick out of the window or of what they stand in."""
    found = []
    for widget in [*window.findChildren(Button), *window.findChildren(Segments)]:
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        parent = widget.parentWidget()
        if parent is not None and not _scrolled(parent) and not parent.rect().contains(widget.geometry()):
            found.append((type(widget).__name__, widget.accessibleName(), widget.geometry(), parent.rect()))
    return found


def _scrolled(parent):
    return isinstance(parent.parentWidget(), QScrollArea)


def settle():
    """Let layouts follow, and what was replaced go."""
    for _round in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def large(window):
    """German at a text size, as this machine's settings would have it."""

    def set_size(percent):
        preferences.set_language("de")
        theme.set_percent(percent)
        settle()

    return set_size


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("code", [page.code for page in pages.PAGES])
def test_nothing_is_cut_off_on_a_page(window, shell, centre, large, code, percent):
    large(percent)
    session = centre.sessions["wood"] if code in ("register", "preview") else None
    shell.go(Place(code, shell.gate.today, session))
    settle()
    assert (window.width(), window.height()) == (1366, 768)
    assert clipped(window) == []
    assert outside(window) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("page", ["welcome", "unlock", "keys", "plan", "not held", "restore"])
def test_nothing_is_cut_off_around_the_pages(window, shell, centre, vault_file, large, page, percent):
    large(percent)
    if page == "plan":
        shell.go(Place("plan", shell.gate.today))
    elif page == "not held":
        shell.go(Place("register", shell.gate.today, centre.sessions["wood"]))
        shell.view.head.not_held.emit()
    elif page == "keys":
        window.show_keys()
    elif page == "unlock":
        window.show_unlock(vault_file)
    elif page == "restore":
        window.show_restore(vault_file)
    else:
        window.show_welcome()
    settle()
    found = clipped(window) + outside(window)
    if page == "keys":
        window.show_keys()
    assert found == []


def test_a_word_without_room_is_seen(window, shell, large):
    """The check itself: a label and a button squeezed by hand are found."""
    large(100)
    label, button = shell.findChildren(QLabel)[0], shell.view.findChildren(Button)[0]
    label.setText("Ein langes Wort")
    label.setFixedWidth(20)
    button.setFixedWidth(12)
    settle()
    found = {words for _kind, words, _room, _need in clipped(window)}
    assert {"Ein langes Wort", button.text()} <= found | {""}
