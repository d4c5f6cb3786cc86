"""A list of spans of days in the settings (terms, closures), each changed by a form in its place."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.ui.focus import focus_now, keep_before, reveal
from groupwork.ui.unfinished import Words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.flow import Flow
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import Refusal


@dataclass(frozen=True)
class SpanLine:
    """What a line shows; `key` says which one it is."""

    key: Hashable
    icon: str
    title: str
    about: str
    chip: str = ""
    tone: str = "accent"


class SpanForm(QWidget):
    """A form in the list: Ctrl+Enter saves, Esc gives up. Subclasses fill `self.body`."""

    wanted = Signal()
    left = Signal()
    edited = Signal()
    """Something else is typed or chosen."""

    def __init__(self, save: str) -> None:
        super().__init__()
        self.refusal = Refusal()
        self.body: Box = column(gap=10)
        self.save, self.stop = Button(save, "primary", small=True), Button(_("Cancel"), "ghost", small=True)
        self.save.setToolTip(_("Ctrl+Enter"))
        self.save.clicked.connect(self.wanted)
        self.stop.clicked.connect(self.left)
        buttons = row(self.save, self.stop, None, gap=2)
        card = Card(
            self.refusal, box(self.body), box(buttons), fill="sunken", line="", pad=(16, 12, 16, 10), gap=8
        )
        self.setLayout(column(card, margins=(10, 4, 10, 6)))

    def first_field(self) -> QWidget:
        """Where the cursor goes."""
        raise NotImplementedError

    def typed(self) -> Words:
        """What it is about and what stands in its fields, as JSON can hold it."""
        raise NotImplementedError

    def retype(self, kept: Words) -> None:
        """Put back what `typed` gave."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc gives up."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class SpanList(Card):
    """`change` and `remove` carry a line's key; buttons for new ones stand below."""

    change = Signal(object)
    remove = Signal(object)

    def __init__(self) -> None:
        super().__init__(pad=(0, 4, 0, 4), gap=0)
        self.lines: dict[Hashable, tuple[Button, Button]] = {}
        self.form: SpanForm | None = None
        self._before: Hashable = None
        self._untouched: Words = {}
        self._list: Box = column(gap=0)
        self._nothing = Label("", "text2", 14, wrap=True)
        self._more = Button("", "ghost", "chevron-down", small=True)
        self._more.hide()
        self._place: Box = column(gap=0)
        self.foot = Flow(gap=6)
        below = column(
            self._nothing, row(self._more, None, margins=(-4, 0, 0, 0)), box(self._place), self.foot, gap=6
        )
        below.set_margins((14, 8, 14, 8))
        self._lines = box(self._list)
        self.add(self._lines, box(below))

    @property
    def more(self) -> Button:
        """The button for older ones; hidden unless shown."""
        return self._more

    def show_lines(self, lines: Sequence[SpanLine], nothing: str, *, may: bool) -> None:
        """The list anew; while a form is open in it, it waits."""
        if self.form is not None:
            return
        clear(self._list)
        self.lines = {}
        self._nothing.set_words(nothing)
        self._nothing.setVisible(not lines)
        self.foot.setVisible(may)
        for number, line in enumerate(lines):
            if number:
                self._list.add(Separator("line", 18, 18))
            self._list.add(self._row_of(line, may))
        keep_before(self._more, self._lines)

    def open_form(self, form: SpanForm, at: Hashable = None) -> None:
        """Show a form: in the place of a line, or below all."""
        self.close_form()
        self.form, self._before = form, at
        position = list(self.lines).index(at) if at in self.lines else -1
        if position >= 0:
            self._list.insertWidget(2 * position + 1, form)
        else:
            self._place.add(form)
        following = list(self.lines.values())[position + 1 :] if position >= 0 else []
        keep_before(following[0][0] if following else self._more, form)
        self._untouched = form.typed()
        self.foot.hide()
        focus_now(form.first_field())
        reveal(form)

    def begun(self) -> Words:
        """What is typed in the open form, for a draft; empty while nothing was changed in it."""
        typed = self.form.typed() if self.form is not None else {}
        return typed if typed != self._untouched else {}

    def take(self, kept: Words) -> None:
        """Open the form that `begun` told of, with its words."""
        raise NotImplementedError

    def close_form(self) -> None:
        """Take the form away; a refresh follows."""
        if self.form is not None:
            form, self.form = self.form, None
            form.hide()
            form.setParent(None)
            form.deleteLater()
            self.foot.show()

    def focus_back(self, button: QWidget) -> None:
        """After a form: to the line it was about, else to the button that opened it."""
        pair = self.lines.get(self._before)
        focus_now(pair[0] if pair is not None else button)

    def _row_of(self, line: SpanLine, may: bool) -> QWidget:
        words = column(
            Label(line.title, "text", 14.5, 600, wrap=True, typed=True),
            Label(line.about, "text2", 13, wrap=True),
            gap=1,
        )
        made = row(Icon(line.icon, "text2", 20), (words, 1), gap=12, margins=(18, 6, 10, 6))
        if line.chip:
            made.add(Chip(line.chip, line.tone))
        name = f"{line.title}, {line.about}"
        change = Button("", "ghost", "pencil", small=True, name=_("Change {name}").format(name=name))
        remove = Button("", "ghost", "trash-2", small=True, name=_("Remove {name}").format(name=name))
        change.clicked.connect(partial(self.change.emit, line.key))
        remove.clicked.connect(partial(self.remove.emit, line.key))
        for button in (change, remove):
            made.add(button)
            if not may:
                button.hide()
        self.lines[line.key] = change, remove
        return box(made)
