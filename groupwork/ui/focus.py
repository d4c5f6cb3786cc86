"""Keep the keyboard where the person left it while a page is built anew."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


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


def focused(page: QWidget) -> QWidget | None:
    """The part of a page that has the focus now; None while the focus is elsewhere."""
    focus = page.focusWidget()
    return focus if focus is not None and focus.hasFocus() else None
