"""Ctrl+Z in a field: the field's own typing first, then the window's last step."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def leaves_undo(field: QLineEdit, event: QEvent) -> bool:
    """True for Ctrl+Z or Ctrl+Y where the field has nothing to take back: then the window's undo acts.

    A QLineEdit claims both keys even when it is empty.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
    return (undo and not field.isUndoAvailable()) or (redo and not field.isRedoAvailable())
