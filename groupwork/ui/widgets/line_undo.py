"""Keys a field leaves to the window: Ctrl+Z when it has no typing of its own to take back, and Ctrl+K."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def leaves_undo(field: QLineEdit, event: QEvent) -> bool:
    """True for Ctrl+Z or Ctrl+Y where the field has nothing to take back: then the window's undo acts.

    Also for Ctrl+K, the search. A QLineEdit claims the first two even when it is empty, and on Linux the
    third, to delete the rest of the line.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return True
    undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
    return (undo and not field.isUndoAvailable()) or (redo and not field.isRedoAvailable())
