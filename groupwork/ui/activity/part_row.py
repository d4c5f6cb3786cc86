"""A part of an activity as a row that is read and edited where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from groupwork.domain.activities import Part
from groupwork.i18n import N_, _
from groupwork.ui.actions import key_words
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.in_place import InPlaceField
from groupwork.ui.widgets.number import NumberField
from groupwork.ui.widgets.text_area import TextArea

Words = InPlaceField | TextArea
NEEDED = N_("A name is needed: it is as it was.")


class PartRow(QWidget):
    """`changed` carries the fields that differ, `moved` by how many places, `removed`, `refused` words.

    A subclass puts its fields into `self.words` and `self.numbers` by column, the first of `words` being
    the one that may not be empty, and calls `follow_fields()` when all are there.
    """

    changed = Signal(object)
    moved = Signal(int)
    removed = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.part: Part | None = None
        self.words: dict[str, Words] = {}
        self.numbers: dict[str, NumberField] = {}
        self.editable = True
        self.more = Button("", "ghost", "ellipsis", small=True)
        self.more.clicked.connect(self.open_menu)

    def follow_fields(self) -> None:
        """Save when a field is left."""
        for field in self.words.values():
            done = field.finished if isinstance(field, TextArea) else field.editingFinished
            done.connect(self.save)
        for number in self.numbers.values():
            number.changed.connect(lambda _value: self.save())

    def show_part(self, part: Part) -> None:
        """Show what is stored; a field in which somebody is typing stays."""
        before, self.part = self.part, part
        for column, field in self.words.items():
            stored = str(getattr(part, column))
            typing = before is not None and field.hasFocus() and field.text() != getattr(before, column)
            if not typing and field.text() != stored:
                field.set_words(stored)
        for column, number in self.numbers.items():
            number.set_value(getattr(part, column))
        self.name_fields()

    def set_editable(self, editable: bool) -> None:
        """Whether it may be changed here."""
        self.editable = editable
        for field in (*self.words.values(), *self.numbers.values()):
            if isinstance(field, InPlaceField):
                field.set_editable(editable)
            else:
                field.setReadOnly(not editable)
                field.setVisible(editable or bool(field.text()))
        self.more.setVisible(editable)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.name_fields()

    def name_fields(self) -> None:
        """Names for screen readers: what the field is and of which part."""
        self.more.set_name(_("More about {name}").format(name=self.name()))

    def name(self) -> str:
        """What the part is called."""
        first = next(iter(self.words), "")
        return str(getattr(self.part, first, ""))

    def first_field(self) -> QWidget:
        """Where the focus goes when the row is chosen."""
        return next(iter(self.words.values()))

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in the order it is seen."""
        return (*self.numbers.values(), *self.words.values(), self.more)

    def save(self) -> None:
        """Tell what differs from what is stored; an emptied name comes back."""
        part = self.part
        if part is None or not self.editable:
            return
        first = next(iter(self.words))
        if not self.words[first].text().strip():
            self.words[first].set_words(self.name())
            self.refused.emit(_(NEEDED))
            return
        differs = {c: v for c, v in self.typed().items() if v != getattr(part, c)}
        if differs:
            self.changed.emit(differs)

    def typed(self) -> Mapping[str, Any]:
        """What stands in the fields, by column."""
        words = {column: field.text().strip() for column, field in self.words.items()}
        return {**words, **{column: number.value() for column, number in self.numbers.items()}}

    def open_menu(self) -> None:
        """What can be done with the part as a whole."""
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def menu(self) -> QMenu:
        """The menu's entries with their keys."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, keys, act in (
            (_("Move up"), "Alt+Up", lambda: self.moved.emit(-1)),
            (_("Move down"), "Alt+Down", lambda: self.moved.emit(1)),
            (_("Remove"), "Alt+Del", self.removed.emit),
        ):
            menu.addAction(f"{words}\t{key_words(keys)}").triggered.connect(_plainly(act))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not alt or not self.editable:
            super().keyPressEvent(event)
            return
        self.save()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def _plainly(act: Any) -> Any:
    """The action's signal brings whether it is checked; nobody asks for that."""
    return lambda _checked=False: act()
