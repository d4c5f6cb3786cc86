"""Where somebody is working on a page: what floats over it gives way to that."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QPlainTextEdit, QWidget

from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card

Areas = tuple[QRect, ...]


def in_use(page: QWidget, floating: QWidget) -> tuple[Areas, ...]:
    """Areas of the page to leave free, in its coordinates: the most that is wanted first, then less.

    Beside what has the keyboard these are the buttons of the form around it: where somebody types the next
    step is to save. Nothing while the keyboard is in what floats itself.
    """
    focus = page.window().focusWidget()
    if focus is None or not focus.isVisible() or not page.isAncestorOf(focus) or floating.isAncestorOf(focus):
        return ()
    own, around = (_spot(focus, page),), _around(focus, page)
    near = (*own, *_buttons(around[:1], page))
    if isinstance(focus, QAbstractButton | QAbstractItemView):
        return (near, own)
    return ((*own, *_buttons(around[-1:], page)), near, own)


def _spot(focus: QWidget, page: QWidget) -> QRect:
    """The cell or the line in which somebody is; of a small thing all of it."""
    if isinstance(focus, QAbstractItemView):
        return _seen(focus.viewport(), focus.visualRect(focus.currentIndex()), page)
    if isinstance(focus, QPlainTextEdit):
        return _seen(focus.viewport(), focus.cursorRect(), page)
    return _seen(focus, focus.rect(), page)


def _seen(widget: QWidget, area: QRect, page: QWidget) -> QRect:
    """The part of an area of a widget that can be seen, on the page."""
    return (area & widget.visibleRegion().boundingRect()).translated(widget.mapTo(page, QPoint(0, 0)))


def _around(focus: QWidget, page: QWidget) -> list[QWidget]:
    """The parts with buttons from the focus up to its card, which is the form; none outside of any card."""
    found: list[QWidget] = []
    each = focus.parentWidget()
    while each is not None and each is not page:
        if each.findChildren(Button):
            found.append(each)
        if isinstance(each, Card):
            return found
        each = each.parentWidget()
    return []


def _buttons(parts: list[QWidget], page: QWidget) -> Areas:
    shown = (button for part in parts for button in part.findChildren(Button) if button.isVisible())
    return tuple(_seen(button, button.rect(), page) for button in shown)
