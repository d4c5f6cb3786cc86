"""The page while a file is looked through: the file, counts, notes, the preview, what the columns mean."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from groupwork.i18n import _
from groupwork.ui.accessibility import announce
from groupwork.ui.importing import words
from groupwork.ui.importing.columns import ColumnList
from groupwork.ui.importing.draft import Draft
from groupwork.ui.importing.file_bar import FileBar
from groupwork.ui.importing.notes import EVERY, Notes
from groupwork.ui.importing.rows import ImportModel
from groupwork.ui.importing.table import PreviewTable
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.chip import Chip
from groupwork.ui.widgets.flow import FlowLayout
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import Scroll, SectionHead


class ImportBody(QWidget):
    """Two columns side by side, one in narrow windows. `decided` after something was decided on the draft."""

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.file, self.columns, self.notes = FileBar(), ColumnList(), Notes()
        self.model = ImportModel()
        self.table = PreviewTable(self.model)
        self._counts = FlowLayout(8)
        self._counts.setContentsMargins(0, 0, 0, 0)
        self._chips = box(self._counts)
        self._column_head, self._table_head = SectionHead(), SectionHead()
        preview = Card(self.table, pad=(4, 4, 4, 4), gap=0)
        left = column(self._column_head, self.columns, None, gap=8)
        right = column(self._table_head, self._chips, preview, 6, self.notes, None, gap=8)
        self._across: Box = row((box(right), 6), (box(left), 4), gap=18, align=Qt.AlignmentFlag.AlignTop)
        page = column(self.file, 4, self._across, None, gap=8)
        self.setLayout(column(Scroll(box(page)), gap=0))
        self._said = ""
        self._draft: Draft | None = None
        self.columns.meant.connect(lambda at, meaning: self._decide(lambda draft: draft.mean(at, meaning)))
        self.file.order.connect(lambda order: self._decide(lambda draft: draft.read_dates(order)))
        self.notes.anyway.connect(self._anyway)
        self.notes.all_anyway.connect(self._all_anyway)

    def retranslate(self) -> None:
        """Words in the language in use; what is shown of a file follows with `show_draft`."""
        self._column_head.set_words(_("What the columns mean"))
        self._table_head.set_words(_("What will be stored"))
        self.table.setAccessibleName(_("The people as they will be stored"))
        self._said = ""
        if self._draft is not None:
            self.columns.build(self._draft)

    def show_file(self, draft: Draft) -> None:
        """Another table: its columns anew."""
        self._said, self._draft = "", draft
        self.columns.build(draft)

    def show_draft(self, draft: Draft) -> None:
        """Everything that depends on what the person decided."""
        self.file.show_draft(draft)
        self.columns.show_meanings(draft)
        self.notes.show_draft(draft)
        self.model.show_draft(draft)
        clear(self._counts)
        if draft.report is None:
            return
        for text, tone, icon in words.counts(draft.report):
            self._counts.addWidget(Chip(text, tone, icon))
        said = words.spoken(draft.report)
        if said != self._said:
            self._said = said
            announce(self, said)

    def _decide(self, decision: Callable[[Draft], None]) -> None:
        if self._draft is not None:
            decision(self._draft)
            self.decided.emit()

    def _anyway(self, line: int, on: bool) -> None:
        self._decide(lambda draft: draft.add_anyway(line, on=on))
        self._focus_tick(line)

    def _all_anyway(self, on: bool) -> None:
        self._decide(lambda draft: draft.add_all_anyway(on=on))
        self._focus_tick(EVERY)

    def _focus_tick(self, line: int) -> None:
        """Back to the box of a row after the notes were built anew."""
        tick = self.notes.ticks.get(line)
        if tick is not None:
            tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """One column below the other, or both side by side."""
        self.file.set_narrow(narrow)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._across.direction() != wanted:
            self._across.setDirection(wanted)
