"""A list of reasons that can be changed: added, renamed, removed, and moved by keys or buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.ui.focus import focus_now, keep_before
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.fields import TextField
from groupwork.ui.widgets.in_place import InPlaceField
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import Refusal


class _Line(QWidget):
    """One reason; Alt+↑ and Alt+↓ move it."""

    moved = Signal(int)
    removed = Signal()
    renamed = Signal(str)

    def __init__(self, text: str, may: bool) -> None:
        super().__init__()
        self.text = text
        self.field = InPlaceField(text, _("Reason"))
        self.field.set_editable(may)
        self.field.setAccessibleName(_("Reason: {text}").format(text=text))
        self.field.editingFinished.connect(self._left)
        self.up = self._button("arrow-up", _("Move up: {text}"))
        self.down = self._button("arrow-down", _("Move down: {text}"))
        self.away = self._button("x", _("Remove: {text}"))
        self.up.clicked.connect(partial(self.moved.emit, -1))
        self.down.clicked.connect(partial(self.moved.emit, 1))
        self.away.clicked.connect(self.removed)
        for button in (self.up, self.down, self.away) if not may else ():
            button.hide()
        self.setLayout(row((self.field, 1), self.up, self.down, self.away, gap=0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the line."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _button(self, icon: str, name: str) -> Button:
        return Button("", "ghost", icon, small=True, name=name.format(text=self.text))

    def _left(self) -> None:
        typed = self.field.text().strip()
        if not typed:
            self.removed.emit()
        elif typed != self.text:
            self.renamed.emit(typed)


class ReasonList(Card):
    """`changed` carries the whole list as it shall be; `usual` when the usual ones are wanted again."""

    changed = Signal(object)
    usual = Signal()

    def __init__(self) -> None:
        super().__init__(pad=(10, 8, 14, 10), gap=6)
        self.lines: list[_Line] = []
        self.refusal = Refusal()
        self._may = False
        self._list: Box = column(gap=0)
        self._source = Label("", "text2", 13, wrap=True)
        self.new = TextField()
        self.add_button = Button("", "secondary", "plus", small=True)
        self.back = Button("", "ghost", "undo-2", small=True)
        self._adding = box(row((self.new, 1), self.add_button, gap=6, margins=(8, 0, 0, 0)))
        under = row((self._source, 1), self.back, gap=8, margins=(8, 0, 0, 0))
        self._rows = box(self._list)
        self.add(self._rows, self.refusal, self._adding, box(under))
        self.new.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.back.clicked.connect(self.usual)
        self.new.textChanged.connect(lambda text: self.add_button.setEnabled(bool(text.strip())))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.new.setPlaceholderText(_("Another reason"))
        self.new.setAccessibleName(_("Another reason"))
        self.add_button.set_words(_("Add"), _("Add the reason"))
        self.add_button.setEnabled(bool(self.new.text().strip()))
        self.back.set_words(_("The usual ones again"))

    def show_reasons(self, found: Sequence[str], *, own: bool, may: bool) -> None:
        """The list as it is stored, or the usual ones; keeps the keyboard where it is."""
        self._source.set_words(
            _("Your centre’s own list.") if own else _("The usual reasons, in the language of the window.")
        )
        self.back.setVisible(own and may)
        self._adding.setVisible(may)
        if [line.text for line in self.lines] == list(found) and may == self._may:
            return
        self._may = may
        clear(self._list)
        self.lines = [_Line(text, may) for text in found]
        for number, line in enumerate(self.lines):
            line.moved.connect(partial(self._move, number))
            line.removed.connect(partial(self._remove, number))
            line.renamed.connect(partial(self._rename, number))
            line.up.setEnabled(number > 0)
            line.down.setEnabled(number < len(found) - 1)
            self._list.add(line)
        keep_before(self.new, self._rows)

    def texts(self) -> list[str]:
        """The reasons in order."""
        return [line.text for line in self.lines]

    def _add(self) -> None:
        typed = self.new.text().strip()
        if typed:
            before = len(self.lines)
            self.changed.emit([*self.texts(), typed])
            if len(self.lines) > before:
                self.new.clear()

    def _remove(self, number: int) -> None:
        texts = self.texts()
        del texts[number]
        self.changed.emit(texts)
        left = self.lines[min(number, len(self.lines) - 1)].field if self.lines else self.new
        focus_now(left)

    def _rename(self, number: int, text: str) -> None:
        texts = self.texts()
        texts[number] = text
        self.changed.emit(texts)

    def _move(self, number: int, by: int) -> None:
        texts, to = self.texts(), number + by
        if not 0 <= to < len(texts):
            return
        texts[number], texts[to] = texts[to], texts[number]
        self.changed.emit(texts)
        focus_now(self.lines[to].field)
