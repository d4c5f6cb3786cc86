"""Keep the keyboard where the person left it while a page is built anew."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

SETTLED_MS = 40
"""After so long a layout has given new widgets their place."""


def focus_now(widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
    """Give the focus to a widget that may only just have been put into a visible page.

    A layout shows new widgets a moment later, and until then Qt only remembers a wish for the focus;
    whatever is cleared away in between would send it back to the rail.
    """
    waiting = []
    each: QWidget | None = widget
    while each is not None and not each.isVisible():
        if each.isHidden() and each.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return  # its page is not the one on screen: the focus belongs elsewhere
        waiting.append(each)
        each = each.parentWidget()
    for new in reversed(waiting):
        new.show()
    widget.setFocus(reason)


def in_tab_order(*stops: QWidget) -> None:
    """Tab goes from each of these to the next: widgets that came later would come after the whole page."""
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def keep_before(stop: QWidget, part: QWidget) -> None:
    """Tab reaches what was just made in a part before `stop`, in the order it was made: as one sees it."""
    inside: list[QWidget] = []
    before, each = stop, stop.nextInFocusChain()
    while each is not None and each is not stop:
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus:  # Qt leaves the others where they are
            if part.isAncestorOf(each):
                inside.append(each)
            else:
                before = each
        each = each.nextInFocusChain()
    if before is not stop:
        in_tab_order(before, *inside)


def focused(page: QWidget) -> QWidget | None:
    """The part of a page that has the focus now; None while the focus is elsewhere."""
    focus = page.focusWidget()
    return focus if focus is not None and focus.hasFocus() else None


def reveal(widget: QWidget) -> None:
    """Scroll the page so that a part that was just shown can be seen, once it has its place."""
    QTimer.singleShot(SETTLED_MS, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    """The inner one first of what scrolls in a page that scrolls; of a part too high the focus counts."""
    inside_focus = widget.focusWidget()
    above = widget.parentWidget()
    while above is not None and widget.isVisible():
        if isinstance(above, QScrollArea):
            content = above.widget()
            inside = content.layout() if content is not None else None
            if inside is not None:
                inside.activate()
            above.ensureWidgetVisible(widget, 0, 12)
            if inside_focus is not None and inside_focus.hasFocus():
                above.ensureWidgetVisible(inside_focus, 0, 12)
        above = above.parentWidget()
