"""The keys without a letter, by the names under which a grid looks them up."""

from __future__ import annotations

from PySide6.QtCore import Qt

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NAMED: dict[int, str] = {
    Key.Key_Return: "Enter",
    Key.Key_Enter: "Enter",
    Key.Key_Up: "Up",
    Key.Key_Down: "Down",
    Key.Key_Left: "Left",
    Key.Key_Right: "Right",
    Key.Key_Delete: "Delete",
    Key.Key_Backspace: "Backspace",
    Key.Key_Escape: "Escape",
}
HELD = Modifier.ControlModifier | Modifier.ShiftModifier | Modifier.AltModifier
"""What is held down beside a key; the keypad's own flag does not count."""
