"""What is not taken as it stands: people who are there already, rows that cannot be read, remarks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from groupwork.domain.imports import RowNote
from groupwork.i18n import _
from groupwork.operations.imports import ImportReport
from groupwork.ui import fonts
from groupwork.ui.importing import words
from groupwork.ui.importing.draft import Draft
from groupwork.ui.widgets.card import Card
from groupwork.ui.widgets.label import Icon, Label
from groupwork.ui.widgets.layouts import Box, box, clear, column, row

SHOWN = 12
"""Notes of one kind that are listed; the others are in the table."""


EVERY = 0
"""Where the box for all of them is found among the boxes of rows."""


class Tick(QCheckBox):
    """A check box whose words follow the text size."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.restyle()

    def restyle(self) -> None:
        """Font at the present text size."""
        self.setFont(fonts.font(13.5, 500))


class Notes(QWidget):
    """Four cards at most; `anyway` carries a row's number and whether it is added all the same.

    `all_anyway` the same for everybody who is there already.
    """

    anyway = Signal(int, bool)
    all_anyway = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._body: Box = column(gap=8)
        self.ticks: dict[int, Tick] = {}
        """By the row's number."""
        self.setLayout(self._body)

    def show_draft(self, draft: Draft) -> None:
        """Everything that the dry run says."""
        clear(self._body)
        self.ticks = {}
        report = draft.report
        if report is None or draft.preview is None:
            return
        said = tuple(RowNote(0, "", text) for text in draft.preview.said)
        for card in _some(_refused(report.refused, draft)):
            self._body.add(card)
        self._doubles(draft)
        self._unlikely(draft)
        for card in _some(_remarks((*said, *report.remarks))):
            self._body.add(card)

    def _doubles(self, draft: Draft) -> None:
        notes = draft.doubles()
        if not notes:
            return
        card = _Kind(_("There already, so not added again"), "users", "warn")
        if len(notes) > 1:
            every = Tick(_("Add all {n} of them all the same").format(n=len(notes)))
            every.setChecked(all(note.line in draft.anyway for note in notes))
            every.toggled.connect(self.all_anyway)
            self.ticks[EVERY] = every
            card.add(box(row(every, None, margins=(0, 0, 0, 4))))
        self._ticks(card, notes, draft)

    def _unlikely(self, draft: Draft) -> None:
        notes = draft.unlikely()
        if notes:
            self._ticks(_Kind(_("Looks like no person, so not added"), "circle-help", "warn"), notes, draft)

    def _ticks(self, card: Card, notes: Sequence[RowNote], draft: Draft) -> None:
        """Each row with a box to add it all the same."""
        for note in notes[:SHOWN]:
            name = draft.raw_name(note.line)
            tick = Tick(_("Add all the same"))
            tick.setAccessibleName(
                _("Row {line}, {name}: add all the same").format(line=note.line, name=name)
            )
            tick.setChecked(note.line in draft.anyway)
            tick.toggled.connect(partial(self.anyway.emit, note.line))
            self.ticks[note.line] = tick
            card.add(_line(note, name), box(row(tick, None, margins=(0, 0, 0, 4))))
        if len(notes) > SHOWN:
            card.add(Label(words.more(len(notes) - SHOWN), "text2", 13.5))
        self._body.add(card)


def left_out(report: ImportReport, draft: Draft) -> list[Card]:
    """What an import left out, to be looked up in the file."""
    there = _notes(_("There already, so not added again"), ("users", "warn"), report.doubles, draft)
    title = _("Looks like no person, so not added")
    unlikely = _notes(title, ("circle-help", "warn"), report.unlikely, draft)
    return _some(_refused(report.refused, draft), there, unlikely, _remarks(report.remarks))


def _some(*cards: Card | None) -> list[Card]:
    return [card for card in cards if card is not None]


def _refused(notes: Sequence[RowNote], draft: Draft) -> Card | None:
    return _notes(_("Cannot be read"), ("circle-alert", "bad"), notes, draft)


def _remarks(notes: Sequence[RowNote]) -> Card | None:
    """What is the same in many rows is said once."""
    gathered = words.gather(notes)
    if not gathered:
        return None
    card = _Kind(_("Remarks"), "info", "info")
    for note, lines in gathered[:SHOWN]:
        told = words.sentence(note)
        if lines[0]:
            told = _("{where}: {what}").format(where=words.place(note.column, lines), what=told)
        card.add(Label(told, "text", 13.5, wrap=True, typed=True))
    if len(gathered) > SHOWN:
        card.add(Label(words.more(len(gathered) - SHOWN), "text2", 13.5))
    return card


def _notes(title: str, sign: tuple[str, str], notes: Sequence[RowNote], draft: Draft) -> Card | None:
    if not notes:
        return None
    card = _Kind(title, *sign)
    for note in notes[:SHOWN]:
        card.add(_line(note, draft.raw_name(note.line) if note.line else ""))
    if len(notes) > SHOWN:
        card.add(Label(words.more(len(notes) - SHOWN), "text2", 13.5))
    return card


class _Kind(Card):
    """A card with an icon and a title."""

    def __init__(self, title: str, icon: str, tone: str) -> None:
        head = row(Icon(icon, tone, 18), (Label(title, "text", 14.5, 700, wrap=True), 1), gap=8)
        super().__init__(head, pad=(16, 12, 16, 12), gap=5)


def _line(note: RowNote, name: str) -> Label:
    told = words.sentence(note)
    if note.line:
        place = words.where(note)
        told = _("{where} ({name}): {what}") if name else _("{where}: {what}")
        told = told.format(where=place, name=name, what=words.sentence(note))
    return Label(told, "text", 13.5, wrap=True, typed=True)
