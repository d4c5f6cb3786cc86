"""The columns of the file: what each is called, some of its cells, and what it means."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from groupwork.domain.import_headers import Column
from groupwork.domain.import_paths import BETWEEN
from groupwork.i18n import _
from groupwork.ui.importing import words
from groupwork.ui.importing.draft import Draft
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.fields import Choice
from groupwork.ui.widgets.label import Elided, Label
from groupwork.ui.widgets.layouts import clear, column, row

STACK_BELOW = 340
CHOICE = 214


class Meaning(Choice):
    """A choice that the mouse wheel does not change: the page is scrolled over it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(14)

    def restyle(self) -> None:
        """Font and width at the present text size."""
        super().restyle()
        self.setMinimumWidth(theme.size(CHOICE))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ColumnLine(QWidget):
    """One column; `meant` carries the Column chosen, None to leave it out."""

    meant = Signal(object)

    def __init__(self, header: str, samples: tuple[str, ...]) -> None:
        super().__init__()
        self._header = _header(header)
        self._samples = Elided("", "text2", 13)
        self.choice = Meaning()
        self._box = row(
            (column(self._header, self._samples, gap=1), 1), self.choice, gap=12, margins=(16, 8, 14, 8)
        )
        self.setLayout(self._box)
        self._samples.set_words(" · ".join(samples) or "–")
        self.choice.setAccessibleName(_("What the column {column} means").format(column=header))
        self.choice.set_options(words.meanings())
        self.choice.picked.connect(lambda value: self.meant.emit(words.meaning_of(value)))

    def choose(self, value: Column | None) -> None:
        """Show a meaning; what is left out stands back."""
        self.choice.choose(value.value if value is not None else words.LEFT_OUT)
        self._header.set_role("text" if value is not None else "text3")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() / theme.scale < STACK_BELOW
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)


def _header(words: str) -> Label | Elided:
    """A header; the group above it and its own word are both to be seen."""
    if BETWEEN in words:
        return Label(words, "text", 14.5, 600, wrap=True, typed=True)
    header = Elided("", "text", 14.5, 600)
    header.set_words(words)
    return header


class ColumnList(Card):
    """All columns; `meant` carries the column's number and what it means now."""

    meant = Signal(int, object)

    def __init__(self) -> None:
        super().__init__(pad=(0, 4, 0, 4), gap=0)
        self.lines: list[ColumnLine] = []

    def build(self, draft: Draft) -> None:
        """Anew for another table, or in another language."""
        clear(self.body)
        self.lines = []
        for at, header in enumerate(draft.table.header):
            if at:
                self.add(Separator("line", 16, 16))
            line = ColumnLine(words.column_name(header, at), draft.samples(at))
            line.meant.connect(partial(self.meant.emit, at))
            self.lines.append(line)
            self.add(line)
        self.show_meanings(draft)

    def show_meanings(self, draft: Draft) -> None:
        """What each means now: a choice may have taken a meaning from another."""
        for line, meaning in zip(self.lines, draft.columns, strict=True):
            line.choose(meaning)
