"""Forms and settings as tables of fields: words at the left, the control at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from groupwork.i18n import _
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import column, row

STACK_BELOW = 560
"""Logical px under which the control goes below its words."""


@dataclass(frozen=True)
class Field:
    """One line of a table: gettext source texts and the control. `about` may be empty."""

    label: str
    control: QWidget
    about: str = ""


class _Line(QWidget):
    """Words and control beside or below one another."""

    def __init__(self, field: Field, stack_below: int) -> None:
        super().__init__()
        self._field, self._stack_below = field, stack_below
        self._label = Label("", "text", 14.5, 600, wrap=True)
        self._about = Label("", "text2", 13, wrap=True)
        if not field.about:
            self._about.hide()  # never shown before it has a parent: that would flash a window
        words = column(None, self._label, self._about, None, gap=2)
        self._box = row((words, 1), field.control, gap=16, margins=(18, 11, 18, 11))
        self._box.setAlignment(field.control, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.setLayout(self._box)

    def retranslate(self) -> None:
        """Words in the language in use; the label names the control."""
        words = _(self._field.label)
        self._label.set_words(words)
        self._about.set_words(_(self._field.about) if self._field.about else "")
        self._field.control.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() / theme.scale < self._stack_below
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)


class FieldTable(Card):
    """A card with one line per field, parted by thin lines.

    Narrower than `stack_below` logical px a control goes below its words.
    """

    def __init__(self, fields: Sequence[Field], *, stack_below: int = STACK_BELOW) -> None:
        super().__init__(pad=(0, 4, 0, 4), gap=0)
        self._lines = [_Line(field, stack_below) for field in fields]
        for number, line in enumerate(self._lines):
            if number:
                self.add(Separator("line", 18, 18))
            self.add(line)
        self.retranslate()

    def retranslate(self) -> None:
        """Words in the language in use."""
        for line in self._lines:
            line.retranslate()
