"""A small form in place: fields under their labels; Ctrl+Enter saves, Esc gives up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.ui.focus import reveal
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.controls import Segments
from groupwork.ui.widgets.day_field import DayField
from groupwork.ui.widgets.fields import Choice, DateField, TextField, labelled
from groupwork.ui.widgets.flow import Flow, FlowLayout
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box
from groupwork.ui.widgets.page import Refusal
from groupwork.ui.widgets.switch import Tick

WIDE = 214
"""Logical px of a field that stands beside others."""


@dataclass(frozen=True)
class FormField:
    """A field by the name of its value; `label` is a gettext source text. `new_only`: not to be changed."""

    name: str
    label: str
    control: QWidget
    new_only: bool = False


class EntryForm(Card):
    """`wanted` to save, `left` on cancel, `remove_wanted` for an entry that is there already."""

    wanted = Signal()
    left = Signal()
    remove_wanted = Signal()

    def __init__(self, fields: Sequence[FormField], *, wide: bool = False) -> None:
        """`wide`: the fields stand beside one another, as many as there is room for."""
        super().__init__(fill="rail", line="", radius=10, pad=(14, 12, 14, 12), gap=9)
        self.fields = tuple(fields)
        self.refusal = Refusal()
        self.about = Label("", "text", 14, 600, wrap=True, typed=True)
        self.about.hide()
        self.add(self.about)
        self._labels: list[Label | None] = []
        self._beside = Flow(gap=12) if wide else None
        if self._beside is not None:
            self.body.add(self._beside)
        for field in self.fields:
            if isinstance(field.control, Tick):
                self._labels.append(None)
                self.body.add(field.control)
                continue
            both, label = labelled("", field.control)
            self._labels.append(label)
            if self._beside is not None:
                self._beside.add(box(both))
            else:
                self.body.add(box(both))
        self.save, self.cancel = Button("", "secondary", small=True), Button("", "ghost", small=True)
        self.remove = Button("", "ghost", "trash-2", small=True)
        buttons = FlowLayout(4)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.save, self.cancel, self.remove):
            buttons.addWidget(button)
        self.add(self.refusal, box(buttons))
        self.save.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self.left)
        self.remove.clicked.connect(self.remove_wanted)
        self.restyle()
        self.retranslate()
        self.hide()

    def restyle(self) -> None:
        """Fields beside one another are equally wide, at the present text size."""
        if self._beside is not None:
            for field in self.fields:
                if not isinstance(field.control, Segments):
                    field.control.setFixedWidth(theme.size(WIDE))

    def showEvent(self, event: QShowEvent) -> None:
        """Fields have their full height only once they are shown: the lines are counted again."""
        super().showEvent(event)
        if self._beside is not None:
            for widget in self._beside.findChildren(QWidget):
                widget.ensurePolished()
                widget.updateGeometry()
            self._beside.restyle()
            self._beside.updateGeometry()
        reveal(self)

    def retranslate(self) -> None:
        """Every word in the language in use."""
        for field, label in zip(self.fields, self._labels, strict=True):
            words = _(field.label)
            if label is not None:
                label.set_words(words)
            elif isinstance(field.control, Tick):
                field.control.setText(words)
            field.control.setAccessibleName(words)
            again = getattr(field.control, "retranslate", None)
            if callable(again):
                again()
        self.save.set_words(_("Save"))
        self.cancel.set_words(_("Cancel"))
        self.remove.set_words(_("Remove"))

    def begin(
        self, values: Mapping[str, Any], *, existing: bool, removable: bool = True, about: str = ""
    ) -> None:
        """Open with these values; a new entry has nothing to remove. `about`: which entry it is."""
        self.about.set_words(about)
        self.about.setVisible(bool(about))
        for field in self.fields:
            _fill(field.control, values.get(field.name))
            if field.new_only:
                self.show_field(field.name, on=not existing)
        self.refusal.say("")
        self.remove.setVisible(existing and removable)
        self.show()
        first = next((f.control for f in self.fields if f.control.isVisibleTo(self)), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, Any]:
        """What is typed and chosen; UserError for a day that is none."""
        return {field.name: _read(field.control) for field in self.fields}

    def typed(self) -> dict[str, Any]:
        """What stands in the fields, as JSON can hold it: a day as it is typed."""
        return {field.name: _typed(field.control) for field in self.fields}

    def retype(self, words: Mapping[str, Any]) -> None:
        """Put back what `typed` gave."""
        for field in self.fields:
            if field.name in words:
                _retype(field.control, words[field.name])

    def show_field(self, name: str, *, on: bool) -> None:
        """Show a field, or leave it out."""
        for field, label in zip(self.fields, self._labels, strict=True):
            if field.name == name:
                holder = field.control if label is None else field.control.parentWidget()
                if holder is not None:
                    holder.setVisible(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, also Enter alone in a line of text; Esc gives up."""
        if saves(event, self):
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def saves(event: QKeyEvent, form: QWidget) -> bool:
    """Whether a key saves a form: Ctrl+Enter, or Enter alone while a line of text has the focus."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control or isinstance(form.focusWidget(), TextField)


def _read(control: QWidget) -> Any:
    if isinstance(control, DayField | DateField | Choice):
        return control.value()
    if isinstance(control, TextField):
        return control.text()
    if isinstance(control, Tick):
        return control.isChecked()
    if isinstance(control, Segments):
        return None if control.current() is None else control.current() == 0
    return None


def _typed(control: QWidget) -> Any:
    if isinstance(control, DateField):
        return control.value().isoformat()
    return control.text() if isinstance(control, DayField) else _read(control)


def _retype(control: QWidget, kept: Any) -> None:
    if isinstance(control, DayField):
        control.setText(str(kept))
    else:
        _fill(control, date.fromisoformat(kept) if isinstance(control, DateField) else kept)


def _fill(control: QWidget, value: Any) -> None:
    if isinstance(control, DayField):
        control.set_value(value)
    elif isinstance(control, TextField):
        control.setText(value or "")
        control.setCursorPosition(0)
    elif isinstance(control, DateField):
        control.set_value(value)
    elif isinstance(control, Choice):
        control.choose(value)
    elif isinstance(control, Tick):
        control.set_on(bool(value))
    elif isinstance(control, Segments):
        control.select(None if value is None else 0 if value else 1)
