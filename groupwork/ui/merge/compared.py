"""Two records side by side: what differs is chosen, what does not is only shown."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

from groupwork.domain.ids import SessionId
from groupwork.domain.merging import FIELD_LABELS, Fate, MarkPair, MergeChoices, MergeField, MergePreview
from groupwork.domain.signs import Signs
from groupwork.i18n import _, current
from groupwork.ui.focus import focused
from groupwork.ui.merge import words
from groupwork.ui.merge.pick import PickLine
from groupwork.ui.participant.history_words import plain
from groupwork.ui.theme import theme
from groupwork.ui.widgets.card import Card, Separator
from groupwork.ui.widgets.label import Label
from groupwork.ui.widgets.layouts import box, column, row

T = TypeVar("T")
LABEL = 190
NARROW = 760
MOST = 60
"""More sessions to choose than this are not listed: there the kept record's mark counts."""


class _Line(QWidget):
    """A name at the left, the two sides at the right; below the name when it is narrow."""

    def __init__(self, label: str, sides: QWidget, below: str = "") -> None:
        super().__init__()
        self._label = box(
            column(
                Label(label, "text", 14, 600, wrap=True),
                *([Label(below, "text2", 12.5, wrap=True)] if below else []),
                gap=0,
            )
        )
        self._box = row(self._label, (sides, 1), gap=12, margins=(18, 7, 18, 7))
        self.setLayout(self._box)
        self.restyle()

    def restyle(self) -> None:
        """Beside or below one another at the present text size."""
        narrow = self.width() / theme.scale < NARROW
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._label.setMinimumWidth(0 if narrow else theme.size(LABEL))
        self._label.setMaximumWidth(16_777_215 if narrow else theme.size(LABEL))

    def resizeEvent(self, event: object) -> None:
        self.restyle()


class Compared(QWidget):
    """`choices` are those made so far."""

    def __init__(self, preview: MergePreview, signs: Signs, chosen: MergeChoices) -> None:
        super().__init__()
        self._signs = signs
        self._fields: set[str] = set(chosen.fields)
        self._sessions: set[SessionId] = set(chosen.sessions)
        self.picks: list[PickLine] = []
        page = column(self._card([self._field(field) for field in preview.fields]), gap=10)
        asked = [pair for pair in preview.marks if pair.fate is Fate.CONFLICT]
        if asked:
            title = Label(_("Sessions in which both have a mark"), "text2", 13.5, 600, wrap=True)
            page.add(title, self._card([self._pair(pair) for pair in asked[:MOST]]))
        self.setLayout(page)

    @property
    def choices(self) -> MergeChoices:
        """Where the duplicate's counts."""
        return MergeChoices(frozenset(self._fields), frozenset(self._sessions))

    def standing(self) -> int | None:
        """The line of `picks` that has the keyboard."""
        return next((n for n, line in enumerate(self.picks) if focused(line) is not None), None)

    def _card(self, lines: list[_Line]) -> Card:
        card = Card(pad=(0, 6, 0, 6), gap=0)
        for number, line in enumerate(lines):
            if number:
                card.add(Separator("line", 18, 18))
            card.add(line)
        return card

    def _field(self, field: MergeField) -> _Line:
        label = _(FIELD_LABELS[field.field])
        keep, drop = words.value(field, drop=False), words.value(field, drop=True)
        if field.fate is not Fate.CONFLICT:
            return _Line(label, _settled(keep, drop, field.fate))
        line = self._pick(label, keep, drop, taken=field.field in self._fields)
        line.chosen.connect(partial(_choose, self._fields, field.field))
        return _Line(label, line)

    def _pair(self, pair: MarkPair) -> _Line:
        day = current().day(pair.date, year=True)
        label = f"{day}, {plain(pair.title)}"
        keep, drop = (words.mark(pair, self._signs, drop=d) for d in (False, True))
        line = self._pick(label, keep, drop, taken=pair.session in self._sessions)
        line.chosen.connect(partial(_choose, self._sessions, pair.session))
        return _Line(day, line, plain(pair.title))

    def _pick(self, label: str, keep: str, drop: str, *, taken: bool) -> PickLine:
        line = PickLine(label, keep, drop, take_drop=taken)
        self.picks.append(line)
        return line


def _choose(among: set[T], what: T, take: bool) -> None:
    if take:
        among.add(what)
    else:
        among.discard(what)


def _settled(keep: str, drop: str, fate: Fate) -> QWidget:
    """Both sides as words; the one that counts stands out and says so."""
    taken = fate is Fate.TAKEN
    said = {Fate.KEPT: _("kept"), Fate.TAKEN: _("taken over"), Fate.SAME: _("the same")}[fate]
    left = Label(keep, "text2" if taken else "text", 14, 400 if taken else 500, wrap=True, typed=True)
    right = Label(drop, "text" if taken else "text2", 14, 500 if taken else 400, wrap=True, typed=True)
    note = Label(said, "text2", 12.5)
    sides = ((left, note), (right,)) if not taken else ((left,), (right, note))
    halves = [(box(row((words[0], 1), *words[1:], gap=8, margins=(12, 4, 12, 4))), 1) for words in sides]
    return box(row(*halves, gap=14))
