"""A whole number that is read like a label and typed where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent

from groupwork.ui.theme import theme
from groupwork.ui.widgets.in_place import InPlaceField

WIDTH = 48


class NumberField(InPlaceField):
    """`changed` carries the new number when the field is left, or None when it was emptied.

    Up and Down step. Only an `optional` one can be empty; another shows its number again.
    """

    changed = Signal(object)

    def __init__(
        self,
        *,
        most: int = 999,
        step: int = 1,
        optional: bool = False,
        weight: int = 600,
        width: int = WIDTH,
        height: int = 32,
    ) -> None:
        self._width = width
        super().__init__("", size=14.5, weight=weight, height=height)
        self._value: int | None = None
        self._step, self._most, self._optional = step, most, optional
        self.setValidator(QIntValidator(0, most, self))
        if optional:
            self.setPlaceholderText("–")
        self.editingFinished.connect(self._left)

    def value(self) -> int | None:
        """The number shown last or typed last."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a number without telling anyone."""
        self._value = value
        self.set_words("" if value is None else str(value))

    def restyle(self) -> None:
        """Width at the present text size."""
        super().restyle()
        self.setFixedWidth(theme.size(self._width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and not self.isReadOnly():
            now = int(self.text() or 0)
            self.setText(str(max(1, min(self._most, now + steps * self._step))))
            self.selectAll()
            return
        super().keyPressEvent(event)

    def _left(self) -> None:
        typed = self.text().strip()
        value = int(typed) if typed else None
        if value is None and not self._optional:
            self.set_value(self._value)
            return
        if value != self._value:
            self._value = value
            self.changed.emit(value)
