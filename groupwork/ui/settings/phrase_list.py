"""The centre's phrases: each with its words, its short form and its part; changed where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from groupwork.domain.ids import PhraseId
from groupwork.domain.notes import PART_LABELS
from groupwork.domain.phrases import BEGINS, PhraseInfo
from groupwork.i18n import _
from groupwork.ui.focus import focus_now
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.fields import Choice, TextField
from groupwork.ui.widgets.in_place import InPlaceField
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import Refusal
from groupwork.ui.widgets.switch import Tick
from groupwork.ui.widgets.text_area import TextArea

LEFT_OUT = frozenset({"next"})
"""Parts phrases are not kept for."""


def part_options() -> list[tuple[object, str]]:
    """Every part a phrase may belong to, and none."""
    parts = [(code, _(label)) for code, label in PART_LABELS.items() if code not in LEFT_OUT]
    return [("", _("Any part")), *parts]


class PhraseLine(QWidget):
    """One phrase; Alt+↑ and Alt+↓ move it."""

    changed = Signal(str, str, str)
    """Words, short form, part."""
    moved = Signal(int)
    removed = Signal()

    def __init__(self, phrase: PhraseInfo, *, may: bool) -> None:
        super().__init__()
        self.phrase = phrase
        self.area = self._quiet(phrase, may)
        short = "" if phrase.short == BEGINS else phrase.short
        self.short = InPlaceField(short, _("Short form"))
        self.short.setPlaceholderText(_("Short form"))
        self.short.set_editable(may)
        self.part = Choice(_("Part"))
        self.part.set_options(part_options())
        self.part.choose(phrase.part)
        self.part.setEnabled(may)
        self.begins = Tick(_("Begins every first draft"))
        self.begins.set_on(phrase.short == BEGINS)
        self.begins.setEnabled(may)
        self.away = Button("", "ghost", "trash-2", small=True)
        self.away.set_name(_("Remove: {text}").format(text=phrase.words[:40]))
        self.away.setVisible(may)
        below = row((self.short, 1), (self.part, 1), self.away, gap=6)
        self.setLayout(column(self.area, below, self.begins, gap=3, margins=(4, 8, 4, 8)))
        self.area.finished.connect(self._tell)
        self.area.submitted.connect(self._tell)
        self.short.editingFinished.connect(self._tell)
        self.part.picked.connect(lambda _value: self._tell())
        self.begins.toggled.connect(lambda _on: self._tell())
        self.away.clicked.connect(self.removed)
        self._fit()

    def _quiet(self, phrase: PhraseInfo, may: bool) -> TextArea:
        name = _("Phrase: {words}").format(words=phrase.words[:40])
        area = TextArea(phrase.words, name, lines=1, quiet=True)
        area.setReadOnly(not may)
        return area

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the line."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        self.short.setVisible(not self.begins.isChecked())

    def _tell(self) -> None:
        self._fit()
        short = BEGINS if self.begins.isChecked() else self.short.text().strip()
        words, part = self.area.text().strip(), str(self.part.value() or "")
        if (words, short, part) != (self.phrase.words, self.phrase.short, self.phrase.part):
            self.changed.emit(words, short, part)


class PhraseList(Card):
    """`added`, `changed`, `moved`, `removed` with what shall be."""

    added = Signal(str)
    changed = Signal(object, str, str, str)
    moved = Signal(object, int)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__(pad=(14, 8, 14, 12), gap=6)
        self.lines: list[PhraseLine] = []
        self.refusal = Refusal()
        self._list: Box = column(gap=0)
        self._about = Label("", "text2", 13, wrap=True)
        self.new, self.add_button = TextField(), Button("", "secondary", "plus", small=True)
        self._adding = box(row((self.new, 1), self.add_button, gap=6))
        self.add(self._about, box(self._list), self.refusal, self._adding)
        self.new.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use; the lines follow with the next reading."""
        self._about.set_words(
            _("Typed in a note, a short form and a blank become the whole phrase. No names of people.")
        )
        self.new.setPlaceholderText(_("Another phrase"))
        self.new.setAccessibleName(_("Another phrase"))
        self.add_button.set_words(_("Add"), _("Add the phrase"))

    def show_phrases(self, found: Sequence[PhraseInfo], *, may: bool) -> None:
        """The phrases in order; a line whose words stay keeps the keyboard."""
        self._adding.setVisible(may)
        if [line.phrase for line in self.lines] == list(found):
            return
        at = next((n for n, line in enumerate(self.lines) if self._holds(line)), None)
        clear(self._list)
        self.lines = []
        for phrase in found:
            line = PhraseLine(phrase, may=may)
            line.changed.connect(partial(self.changed.emit, phrase.id))
            line.moved.connect(partial(self._move, phrase.id, len(self.lines)))
            line.removed.connect(partial(self._remove, phrase.id))
            if self.lines:
                self._list.add(Separator())
            self.lines.append(line)
            self._list.add(line)
        if at is not None and self.lines:
            focus_now(self.lines[min(at, len(self.lines) - 1)].area)

    def _holds(self, line: QWidget) -> bool:
        focus = line.focusWidget()
        return focus is not None and focus.hasFocus()

    def _add(self) -> None:
        typed, before = self.new.text().strip(), len(self.lines)
        if typed:
            self.added.emit(typed)
            if len(self.lines) > before:
                self.new.clear()

    def _move(self, phrase: PhraseId, at: int, by: int) -> None:
        to = at + by
        if 0 <= to < len(self.lines):
            self.moved.emit(phrase, to)
            focus_now(self.lines[to].area)

    def _remove(self, phrase: PhraseId) -> None:
        self.removed.emit(phrase)
        focus_now(self.lines[0].area if self.lines else self.new)
