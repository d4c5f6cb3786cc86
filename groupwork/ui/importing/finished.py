"""What was done: how many were added, what was left out and why, where to go now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupwork.i18n import _
from groupwork.operations.imports import ImportReport
from groupwork.ui.importing import words
from groupwork.ui.importing.draft import Draft
from groupwork.ui.importing.notes import left_out
from groupwork.ui.theme import theme
from groupwork.ui.widgets.button import Button
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row
from groupwork.ui.widgets.page import Scroll

WIDEST = 720


class Finished(QWidget):
    """`people` leads to the participants, `another` begins again."""

    people = Signal()
    another = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._report: ImportReport | None = None
        self._draft: Draft | None = None
        self._title, self._about = Label("", "text", 18, 700, wrap=True), Label("", "text2", 14, wrap=True)
        self.lead = Button("", "primary", "user-round", after="arrow-right")
        self._another = Button("", "ghost", "upload")
        words_at_right = column(self._title, self._about, gap=3)
        top = row(Icon("circle-check", "good", 30), (words_at_right, 1), gap=14)
        card = Card(top, row(self.lead, self._another, None, gap=4), gap=14, pad=(20, 18, 20, 14))
        self._notes: Box = column(gap=8)
        self._inner = box(column(card, self._notes, None, gap=10))
        self.setLayout(column(Scroll(box(row((self._inner, 100), (QWidget(), 1), gap=0))), gap=0))
        self.lead.clicked.connect(self.people)
        self._another.clicked.connect(self.another)
        self.restyle()

    def restyle(self) -> None:
        """Width at the present text size."""
        self._inner.setMaximumWidth(theme.size(WIDEST))

    def show_report(self, report: ImportReport, draft: Draft) -> None:
        """What an import did."""
        self._report, self._draft = report, draft
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language in use."""
        self.lead.set_words(_("Show the participants"))
        self._another.set_words(_("Import another file"))
        clear(self._notes)
        if self._report is None or self._draft is None:
            return
        self._title.set_words(words.added(self._report.added))
        about = [_("One Undo takes all of it back.")]
        if self._report.without_start:
            about.append(_("Where the file has no first day, the stay begins today."))
        if any(row.details.alerts for row in self._report.people):
            about.append(_("Alerts from the file are shown on screen and not printed until you say so."))
        self._about.set_words(" ".join(about))
        for card in left_out(self._report, self._draft):
            self._notes.add(card)
