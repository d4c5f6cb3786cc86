"""One entry of a list in the settings: a line of words that opens in place to fields and buttons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from groupwork.i18n import _
from groupwork.ui.focus import focus_now, keep_before
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.chip import Avatar, Chip
from groupwork.ui.widgets.fields import TextField, labelled
from groupwork.ui.widgets.flow import Flow, FlowLayout
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import box, column, row

WIDTHS = {"short": 120, "long": 250}


@dataclass(frozen=True)
class EntryField:
    """A field of an entry: its code, words (translated), text, and whether it is short."""

    code: str
    label: str
    text: str
    short: bool = False


@dataclass(frozen=True)
class Entry:
    """What a line shows. `icon` stands at its left; without one the initials of the title."""

    id: int
    title: str
    about: str
    note: str
    active: bool
    fields: tuple[EntryField, ...]
    icon: str = ""


class EntryRow(QWidget):
    """`changed` carries a field's code and new text, `act` "archive", "bring_back" or "remove"."""

    opened = Signal(bool)
    changed = Signal(str, str)
    act = Signal(str)

    def __init__(self, entry: Entry, *, may: bool, is_open: bool, removable: bool) -> None:
        super().__init__()
        self.entry, self._is_open = entry, is_open
        self.fields: dict[str, TextField] = {}
        self.buttons: dict[str, Button] = {}
        self._title = Label("", "text" if entry.active else "text2", 14.5, 600, wrap=True, typed=True)
        self._about = Label("", "text2", 13, wrap=True)
        self._note = Label("", "text2", 13, wrap=True, typed=True)
        self.change = Button("", "ghost", "chevron-up" if is_open else "pencil", small=True)
        if not may:
            self.change.hide()  # shown before it has a parent it would be a window
        self.change.clicked.connect(lambda: self.opened.emit(not is_open))
        sign = Icon(entry.icon, "text2", 20) if entry.icon else Avatar(entry.title, 30, staff=True)
        words = column(self._title, self._about, self._note, gap=1)
        line = row(sign, (words, 1), gap=12)
        if not entry.active:
            line.add(Chip(_("archived")))
        line.add(self.change)
        whole = column(line, gap=8, margins=(18, 7, 18, 7))
        if is_open:
            whole.add(self._details(removable))
        self.setLayout(whole)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Other words for the same entry; a field in which somebody types is left alone."""
        self.entry = entry
        self._title.set_words(entry.title)
        self._about.set_words(entry.about)
        self._about.setVisible(bool(entry.about))
        self._note.set_words(entry.note)
        self._note.setVisible(bool(entry.note) and not self._is_open)
        self.change.set_words(_("Close") if self._is_open else _("Change …"))
        name = _("Close {name}") if self._is_open else _("Change {name}")
        self.change.set_name(name.format(name=entry.title))
        for field in entry.fields:
            shown = self.fields.get(field.code)
            if shown is not None and not shown.hasFocus():
                shown.setText(field.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the entry."""
        if event.key() == Qt.Key.Key_Escape and self._is_open:
            self.opened.emit(False)
            return
        super().keyPressEvent(event)

    def _details(self, removable: bool) -> QWidget:
        lines = Flow(gap=12)
        for field in self.entry.fields:
            lines.add(self._field(field))
        buttons = FlowLayout(6)
        if self.entry.active:
            self._button(buttons, "archive", _("Archive"), "file-clock")
        else:
            self._button(buttons, "bring_back", _("Bring back"), "undo-2")
        if removable:
            self._button(buttons, "remove", _("Remove"), "trash-2")
        return box(column(lines, box(buttons), gap=10, margins=(42, 0, 0, 4)))

    def _field(self, field: EntryField) -> QWidget:
        made = TextField(field.text)
        made.setMinimumWidth(theme.size(WIDTHS["short" if field.short else "long"]))
        made.editingFinished.connect(partial(self._finished, field.code))
        self.fields[field.code] = made
        return box(labelled(field.label, made)[0])

    def _finished(self, code: str) -> None:
        stored = next(each.text for each in self.entry.fields if each.code == code)
        if self.fields[code].text() != stored:
            self.changed.emit(code, self.fields[code].text())

    def _button(self, buttons: FlowLayout, code: str, words: str, icon: str) -> None:
        made = Button(words, "ghost", icon, small=True)
        made.set_name(f"{words} – {self.entry.title}")
        made.clicked.connect(partial(self.act.emit, code))
        buttons.addWidget(made)
        self.buttons[code] = made


class AddForm(QWidget):
    """A small form in place: Ctrl+Enter or Enter saves, Esc gives up. `wanted` carries the texts by code."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, TextField] = {}
        self._flow = Flow(gap=12)
        self.save = Button("", "primary", small=True)
        self.stop = Button("", "ghost", small=True)
        self.save.clicked.connect(self._save)
        self.stop.clicked.connect(self._leave)
        self.setLayout(column(self._flow, row(self.save, self.stop, None, gap=2), gap=10))
        self.hide()

    def begin(self, fields: tuple[EntryField, ...], save: str) -> None:
        """Appear, empty, with these fields; the cursor stands in the first."""
        self._flow.clear()
        self.fields = {}
        for field in fields:
            made = TextField(field.text)
            made.setMinimumWidth(theme.size(WIDTHS["short" if field.short else "long"]))
            made.returnPressed.connect(self._save)
            self.fields[field.code] = made
            self._flow.add(box(labelled(field.label, made)[0]))
        keep_before(self.save, self._flow)
        self.save.set_words(save)
        self.stop.set_words(_("Cancel"))
        self.show()
        focus_now(next(iter(self.fields.values())))

    def values(self) -> Mapping[str, str]:
        """What is typed, by field."""
        return {code: field.text() for code, field in self.fields.items()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _in_line(self):
            self._save()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        self.wanted.emit(self.values())

    def _leave(self) -> None:
        self.hide()
        self.left.emit()


def _in_line(form: QWidget) -> bool:
    """Whether the focus is in a line, which says by itself that Enter was pressed."""
    return isinstance(form.focusWidget(), QLineEdit) and form.focusWidget() is not None
