"""Speaking to screen readers, and knowing whether one listens."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(who: QObject, sentence: str, *, urgent: bool = False) -> None:
    """Let a screen reader say the sentence: after what it is saying, or at once when urgent."""
    event = QAccessibleAnnouncementEvent(who, sentence)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def reader_active() -> bool:
    """True while a screen reader or another assistive program listens."""
    return QAccessible.isActive()


def nameless(window: QWidget) -> list[str]:
    """Every visible thing in the Tab order without an accessible name, by class and object name."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.focusPolicy().value or widget.focusProxy() is not None:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()}".strip())
    return found
